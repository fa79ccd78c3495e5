package io.kbaudit.report;

import io.kbaudit.audit.AuditResult;
import io.kbaudit.audit.DeploymentResult;
import io.kbaudit.record.AuditRecord;
import java.io.IOException;
import java.io.Writer;

/** One format in which an audit is printed. */
public interface AuditReport {
  /**
   * Writes all of {@code audit}. The same audit gives the same characters everywhere. The writer is
   * flushed, and left open.
   *
   * @throws IOException if the writer cannot take it
   * @throws java.io.UncheckedIOException if the audit is a saved one, and cannot be read again
   */
  void write(AuditRecord audit, Writer out) throws IOException;

  /** Writes all of {@code result}, as {@link #write(AuditRecord, Writer)} does. */
  default void write(AuditResult result, Writer out) throws IOException {
    write(AuditRecord.of(result), out);
  }

  /** Writes all of {@code result}, as {@link #write(AuditRecord, Writer)} does. */
  default void write(DeploymentResult result, Writer out) throws IOException {
    write(AuditRecord.of(result), out);
  }
}
