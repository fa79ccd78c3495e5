package io.kbaudit.database;

import static java.util.Objects.requireNonNull;

import io.kbaudit.text.Printable;
import java.io.IOException;

/** The result of a query of a database that cannot be understood. */
public final class DatabaseFormatException extends IOException {
  private static final long serialVersionUID = 1L;

  private final String source;
  private final int line;

  /**
   * @param source what the file is called
   * @param line at fault, counted from 1
   * @param problem half a sentence, with the text at fault
   */
  public DatabaseFormatException(String source, int line, String problem) {
    super(Printable.excerpt(requireNonNull(source, "source")) + ", line " + line + ": " + problem);
    this.source = source;
    this.line = line;
  }

  /** Returns what the file is called. */
  public String source() {
    return source;
  }

  /** Returns the line at fault, counted from 1. */
  public int line() {
    return line;
  }
}
