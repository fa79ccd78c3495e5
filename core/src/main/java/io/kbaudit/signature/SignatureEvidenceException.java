package io.kbaudit.signature;

import static java.util.Objects.requireNonNull;

import java.io.IOException;

/** A file of certificates, of revocations or a catalog that cannot be relied on; says which. */
public final class SignatureEvidenceException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * A file that is no evidence.
   *
   * @param file as the caller named it
   * @param problem half a sentence
   */
  public SignatureEvidenceException(String file, String problem) {
    super("'" + requireNonNull(file, "file") + "' " + problem);
  }

  SignatureEvidenceException(String file, String problem, Throwable cause) {
    this(file, problem);
    initCause(cause);
  }
}
