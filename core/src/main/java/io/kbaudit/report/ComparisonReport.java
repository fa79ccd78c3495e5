package io.kbaudit.report;

import io.kbaudit.comparison.Comparison;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * One format in which a comparison of two audits is printed. Those of this library keep nothing of
 * what they print, and any number of threads can share one.
 */
public interface ComparisonReport {
  /** Returns the word by which the format is asked for: {@code html}. */
  String name();

  /** Returns the media type (RFC 6838) without a charset: {@code text/html}. */
  String mediaType();

  /** Returns in which charset the report is written: UTF-8, unless its reader has another. */
  default Charset charset() {
    return StandardCharsets.UTF_8;
  }

  /**
   * Writes the characters of the report on {@code comparison}, which are the same everywhere: what
   * a format implements, and {@code write} encodes. The writer is flushed, and left open.
   *
   * @throws IOException if the writer cannot take it
   * @throws UncheckedIOException if one of the audits is a saved one, and cannot be read again
   */
  void print(Comparison comparison, Writer out) throws IOException;

  /**
   * Writes the whole report on {@code comparison}. The stream is flushed, and left open.
   *
   * @throws IOException if the stream cannot take it
   * @throws UncheckedIOException if one of the audits is a saved one, and cannot be read again
   */
  default void write(Comparison comparison, OutputStream out) throws IOException {
    print(comparison, new BufferedWriter(new OutputStreamWriter(out, charset())));
  }
}
