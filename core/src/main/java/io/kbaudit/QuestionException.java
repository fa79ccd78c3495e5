package io.kbaudit;

import io.kbaudit.audit.AuditRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A question that no audit could answer; whoever asks it has to choose otherwise. */
public final class QuestionException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** What is wrong with a question. */
  public enum Kind {
    /** Files are to be held to a baseline, and HASH, which compares with it, is left out. */
    HASH_LEFT_OUT,
    /** HASH is the only check, and there is no digest and no baseline to compare with. */
    NOTHING_TO_COMPARE,
    /** The selection, or the location, leaves no row. */
    NO_ROW_LEFT,
    /** The folder is the reference itself, and would agree with itself whatever it holds. */
    REFERENCE_ITSELF,
    /** A signature is demanded, and SIGNATURE, which looks for it, is left out. */
    SIGNATURE_LEFT_OUT,
    /** The profile and the baseline name publishers, and none that both name. */
    PUBLISHERS_CONTRADICT,
    /** A location that is one place is given two folders, or any one folder twice. */
    LOCATION_REPEATED
  }

  private final Kind kind;
  private final transient @Nullable AuditRequest request;

  QuestionException(Kind kind, String message, @Nullable AuditRequest request) {
    super(message);
    this.kind = kind;
    this.request = request;
  }

  /** Returns what is wrong. */
  public Kind kind() {
    return kind;
  }

  /** Returns what was asked; absent where it had not come to that. */
  public Optional<AuditRequest> request() {
    return Optional.ofNullable(request);
  }
}
