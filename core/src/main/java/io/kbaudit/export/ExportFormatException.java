package io.kbaudit.export;

import static java.util.Objects.requireNonNull;

import io.kbaudit.text.Printable;
import java.io.IOException;

/** What another program wrote down, and cannot be understood. */
public final class ExportFormatException extends IOException {
  private static final long serialVersionUID = 1L;

  private final String source;
  private final int line;
  private final String problem;

  /**
   * @param source what the file is called
   * @param line at fault, counted from 1
   * @param problem half a sentence, with the text at fault
   */
  public ExportFormatException(String source, int line, String problem) {
    super(Printable.excerpt(requireNonNull(source, "source")) + ", line " + line + ": " + problem);
    this.source = source;
    this.line = line;
    this.problem = problem;
  }

  /** Returns what the file is called. */
  public String source() {
    return source;
  }

  /** Returns the line at fault, counted from 1. */
  public int line() {
    return line;
  }

  /** Returns what is wrong there, in half a sentence. */
  public String problem() {
    return problem;
  }
}
