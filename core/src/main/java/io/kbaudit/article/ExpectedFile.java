package io.kbaudit.article;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * One row of an article's file table. What the table does not print, or prints unreadably, is
 * absent; {@link #printed()} tells the two apart.
 *
 * @param row counted from 1 through all tables of the article
 * @param line in the article's text, counted from 1
 * @param table the heading above the table; empty where there is none
 */
public record ExpectedFile(
    int row,
    int line,
    String table,
    ListedName name,
    Optional<ListedSize> size,
    Optional<ListedTime> modified,
    Optional<String> version,
    Optional<String> platform,
    PrintedRow printed) {

  /** Checks that row and line count from 1. */
  public ExpectedFile {
    if (row < 1 || line < 1) {
      throw new IllegalArgumentException("row " + row + ", line " + line + ": both count from 1");
    }
    requireNonNull(table, "table");
    requireNonNull(name, "name");
    requireNonNull(size, "size");
    requireNonNull(modified, "modified");
    requireNonNull(version, "version");
    requireNonNull(platform, "platform");
    requireNonNull(printed, "printed");
  }

  /** Returns this row under another reading of its name. */
  public ExpectedFile named(ListedName reading) {
    return new ExpectedFile(row, line, table, reading, size, modified, version, platform, printed);
  }
}
