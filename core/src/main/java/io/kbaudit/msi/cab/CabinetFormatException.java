package io.kbaudit.msi.cab;

import java.io.IOException;
import java.io.Serial;

/** Thrown where a cabinet is none, or its parts do not fit together; the message names both. */
public final class CabinetFormatException extends IOException {
  @Serial private static final long serialVersionUID = 1;

  private final String text;

  CabinetFormatException(String text) {
    super(text);
    this.text = text;
  }

  /** Returns what is wrong, in half a sentence that names the place. */
  public String text() {
    return text;
  }
}
