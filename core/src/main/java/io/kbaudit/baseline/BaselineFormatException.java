package io.kbaudit.baseline;

import io.kbaudit.text.Printable;
import java.io.IOException;

/** A baseline file that cannot be understood, or is of another article; says where. */
public final class BaselineFormatException extends IOException {
  private static final long serialVersionUID = 1L;

  private final int line;

  BaselineFormatException(String source, int line, String problem) {
    super(Printable.excerpt(source) + ", line " + line + ": " + problem);
    this.line = line;
  }

  BaselineFormatException(String source, int line, String problem, String text) {
    this(source, line, problem + ": '" + Printable.excerpt(text) + "'");
  }

  /** Returns the line at fault, counted from 1. */
  public int line() {
    return line;
  }
}
