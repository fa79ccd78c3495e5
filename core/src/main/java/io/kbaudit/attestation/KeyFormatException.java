package io.kbaudit.attestation;

import io.kbaudit.text.Printable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A file in which there is no key that is used here; says what there is, and never the key. */
public final class KeyFormatException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * @param problem the rest of the sentence: {@code is encrypted}
   */
  KeyFormatException(String source, String problem, @Nullable Throwable cause) {
    super("'" + Printable.excerpt(source) + "' " + problem, cause);
  }
}
