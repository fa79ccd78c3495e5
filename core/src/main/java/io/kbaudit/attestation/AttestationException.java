package io.kbaudit.attestation;

import io.kbaudit.text.Printable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What is no signed audit, is not signed by the key in question, or was changed since. */
public final class AttestationException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * @param problem the rest of the sentence: {@code is not signed}
   */
  AttestationException(String source, String problem, @Nullable Throwable cause) {
    super("'" + Printable.excerpt(source) + "' " + problem, cause);
  }
}
