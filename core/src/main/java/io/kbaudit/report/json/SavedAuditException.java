package io.kbaudit.report.json;

import io.kbaudit.json.JsonFormatException;
import java.io.IOException;

/** A saved audit that cannot be understood, or contradicts itself; says where. */
public final class SavedAuditException extends IOException {
  private static final long serialVersionUID = 1L;

  private final int line;

  SavedAuditException(String source, JsonFormatException cause) {
    super(cause.sentence(source), cause);
    this.line = cause.line();
  }

  /** Returns the line at fault, counted from 1. */
  public int line() {
    return line;
  }
}
