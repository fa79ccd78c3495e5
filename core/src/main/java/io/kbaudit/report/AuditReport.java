package io.kbaudit.report;

import io.kbaudit.audit.AuditResult;
import io.kbaudit.audit.DeploymentResult;
import io.kbaudit.record.AuditRecord;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * One format in which an audit is printed. Those of this library keep nothing of what they print,
 * and any number of threads can share one.
 */
public interface AuditReport {
  /** Returns the word by which the format is asked for: {@code html}. */
  String name();

  /** Returns the media type (RFC 6838) without a charset: {@code text/html}. */
  String mediaType();

  /** Returns in which charset the report is written: UTF-8, unless its reader has another. */
  default Charset charset() {
    return StandardCharsets.UTF_8;
  }

  /**
   * Writes the characters of the report on {@code audit}, which are the same everywhere: what a
   * format implements, and {@code write} encodes. The writer is flushed, and left open.
   *
   * @throws IOException if the writer cannot take it
   * @throws UncheckedIOException if the audit is a saved one, and cannot be read again
   */
  void print(AuditRecord audit, Writer out) throws IOException;

  /**
   * Writes the whole report on {@code audit}. The stream is flushed, and left open.
   *
   * @throws InterruptedIOException if this thread is interrupted, as it stays, before all files are
   *     gone through
   * @throws IOException if the stream cannot take it
   * @throws UncheckedIOException if the audit is a saved one, and cannot be read again
   */
  default void write(AuditRecord audit, OutputStream out) throws IOException {
    Writer encoded = new BufferedWriter(new OutputStreamWriter(out, charset()));
    try {
      goOnUnlessInterrupted();
      print(audit.beforeEachFile(AuditReport::goOnUnlessInterrupted), encoded);
    } catch (ClosedByInterruptException e) {
      throw interruption(e);
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof ClosedByInterruptException
          || e.getCause() instanceof InterruptedIOException) {
        throw interruption(e);
      }
      throw e;
    }
  }

  /** Writes the whole report on {@code result}, as {@link #write(AuditRecord, OutputStream)}. */
  default void write(AuditResult result, OutputStream out) throws IOException {
    write(AuditRecord.of(result), out);
  }

  /** Writes the whole report on {@code result}, as {@link #write(AuditRecord, OutputStream)}. */
  default void write(DeploymentResult result, OutputStream out) throws IOException {
    write(AuditRecord.of(result), out);
  }

  private static void goOnUnlessInterrupted() {
    if (Thread.currentThread().isInterrupted()) {
      throw new UncheckedIOException(
          new InterruptedIOException("interrupted before the report was whole"));
    }
  }

  private static InterruptedIOException interruption(Exception cause) {
    InterruptedIOException interruption =
        new InterruptedIOException("interrupted before the report was whole");
    interruption.initCause(cause);
    return interruption;
  }
}
