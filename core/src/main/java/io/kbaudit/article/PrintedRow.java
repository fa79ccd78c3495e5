package io.kbaudit.article;

import static java.util.Objects.requireNonNull;

/** The cells of a row as the article prints them, without surrounding blanks; empty where blank. */
public record PrintedRow(
    String name, String date, String time, String size, String version, String platform) {
  /** Checks that nothing is null. */
  public PrintedRow {
    requireNonNull(name, "name");
    requireNonNull(date, "date");
    requireNonNull(time, "time");
    requireNonNull(size, "size");
    requireNonNull(version, "version");
    requireNonNull(platform, "platform");
  }
}
