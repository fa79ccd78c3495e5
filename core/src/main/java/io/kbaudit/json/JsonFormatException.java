package io.kbaudit.json;

import io.kbaudit.text.Printable;
import java.io.IOException;

/**
 * JSON that cannot be understood. Whoever knows what the document is, and its name, makes an
 * exception of their own of it.
 */
public final class JsonFormatException extends IOException {
  private static final long serialVersionUID = 1L;

  private final int line;

  /**
   * @param line counted from 1
   */
  public JsonFormatException(int line, String problem) {
    super(problem);
    this.line = line;
  }

  /** Returns the line at fault, counted from 1. */
  public int line() {
    return line;
  }

  /**
   * Returns what is to be said of it to a user.
   *
   * @param source what the document is called
   */
  public String sentence(String source) {
    return Printable.excerpt(source) + ", line " + line + ": " + getMessage();
  }
}
