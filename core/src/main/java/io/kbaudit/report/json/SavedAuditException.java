package io.kbaudit.report.json;

import io.kbaudit.text.Printable;
import java.io.IOException;

/** A saved audit that cannot be understood, or contradicts itself; says where. */
public final class SavedAuditException extends IOException {
  private static final long serialVersionUID = 1L;

  private final int line;

  SavedAuditException(String source, int line, String problem) {
    super(Printable.excerpt(source) + ", line " + line + ": " + problem);
    this.line = line;
  }

  SavedAuditException(String source, int line, String problem, String text) {
    this(source, line, problem + ": " + Printable.quoted(text));
  }

  /** Returns the line at fault, counted from 1. */
  public int line() {
    return line;
  }
}
