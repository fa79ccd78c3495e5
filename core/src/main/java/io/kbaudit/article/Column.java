package io.kbaudit.article;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a column of a file table holds. */
enum Column {
  NAME,
  DATE,
  TIME,
  SIZE,
  VERSION,
  PLATFORM;

  private static final Map<String, Column> BY_HEADING =
      Map.ofEntries(
          Map.entry("file name", NAME),
          Map.entry("filename", NAME),
          Map.entry("name", NAME),
          Map.entry("date", DATE),
          Map.entry("date (utc)", DATE),
          Map.entry("time", TIME),
          Map.entry("time (utc)", TIME),
          Map.entry("file size", SIZE),
          Map.entry("size", SIZE),
          Map.entry("size (bytes)", SIZE),
          Map.entry("file version", VERSION),
          Map.entry("version", VERSION),
          Map.entry("platform", PLATFORM));

  /** Returns the column under {@code heading}, absent where it is none that a file table needs. */
  static Optional<Column> under(String heading) {
    String words = heading.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    return Optional.ofNullable(BY_HEADING.get(words));
  }
}
