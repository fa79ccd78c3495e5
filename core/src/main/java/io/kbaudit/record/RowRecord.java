package io.kbaudit.record;

import static java.util.Objects.requireNonNull;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.article.ListedSize;
import io.kbaudit.article.ListedTime;
import io.kbaudit.file.Digests;
import io.kbaudit.file.FileName;
import java.util.Optional;

/**
 * One row of the article, as files were held to it.
 *
 * @param row counted from 1 through all tables of the article
 * @param line in the article's text, counted from 1
 * @param printedName as the table prints it
 * @param name the printed name, or the full one where the table cuts it
 * @param truncated whether the table cuts it
 */
public record RowRecord(
    int row,
    int line,
    String printedName,
    FileName name,
    boolean truncated,
    Variant variant,
    Values expected) {

  /**
   * Which variant of the file it is, as the article prints it.
   *
   * @param heading above the row, inside its table or above it
   */
  public record Variant(
      Optional<String> heading, Optional<String> platform, Optional<String> language) {
    /** Checks that nothing is null. */
    public Variant {
      requireNonNull(heading, "heading");
      requireNonNull(platform, "platform");
      requireNonNull(language, "language");
    }
  }

  /** What the row lists of the file. A column that the table lacks is absent here. */
  public record Values(
      Optional<ListedSize> size,
      Optional<ListedTime> modified,
      Optional<String> version,
      Digests digests) {
    /** Checks that nothing is null. */
    public Values {
      requireNonNull(size, "size");
      requireNonNull(modified, "modified");
      requireNonNull(version, "version");
      requireNonNull(digests, "digests");
    }
  }

  /** Checks that nothing is null, and that row and line count from 1. */
  public RowRecord {
    if (row < 1 || line < 1) {
      throw new IllegalArgumentException("row " + row + ", line " + line + ": both count from 1");
    }
    requireNonNull(printedName, "printedName");
    requireNonNull(name, "name");
    requireNonNull(variant, "variant");
    requireNonNull(expected, "expected");
  }

  static RowRecord of(ExpectedFile row) {
    return new RowRecord(
        row.row(),
        row.line(),
        row.printed().name(),
        row.name().best(),
        row.name().cut(),
        new Variant(row.variant().heading(), row.variant().platform(), row.variant().language()),
        new Values(row.size(), row.modified(), row.version(), row.hashes().digests()));
  }
}
