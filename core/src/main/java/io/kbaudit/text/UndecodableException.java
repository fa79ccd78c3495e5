package io.kbaudit.text;

import java.io.IOException;

/** Bytes that are no text, or none in the character set that the text is in. */
public final class UndecodableException extends IOException {
  private static final long serialVersionUID = 1L;

  private final int line;

  /**
   * @param line at fault, counted from 1
   * @param problem half a sentence
   */
  UndecodableException(int line, String problem) {
    super(problem);
    this.line = line;
  }

  /** Returns the line at fault, counted from 1. */
  public int line() {
    return line;
  }
}
