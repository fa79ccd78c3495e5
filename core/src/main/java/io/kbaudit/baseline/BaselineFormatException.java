package io.kbaudit.baseline;

import io.kbaudit.json.JsonFormatException;
import java.io.IOException;

/** A baseline file that cannot be understood, or is of another article; says where. */
public final class BaselineFormatException extends IOException {
  private static final long serialVersionUID = 1L;

  private final int line;

  BaselineFormatException(String source, JsonFormatException cause) {
    super(cause.sentence(source), cause);
    this.line = cause.line();
  }

  /** Returns the line at fault, counted from 1. */
  public int line() {
    return line;
  }
}
