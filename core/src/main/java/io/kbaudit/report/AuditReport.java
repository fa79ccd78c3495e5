package io.kbaudit.report;

import io.kbaudit.audit.AuditResult;
import java.io.IOException;
import java.io.Writer;

/** One format in which a result is printed. */
public interface AuditReport {
  /**
   * Writes all of {@code result}. The writer is flushed, and left open.
   *
   * @throws IOException if the writer cannot take it
   */
  void write(AuditResult result, Writer out) throws IOException;
}
