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
          Map.entry("file", NAME),
          Map.entry("date", DATE),
          Map.entry("date (utc)", DATE),
          Map.entry("date (gmt)", DATE),
          Map.entry("time", TIME),
          Map.entry("time (utc)", TIME),
          Map.entry("time (gmt)", TIME),
          Map.entry("file size", SIZE),
          Map.entry("size", SIZE),
          Map.entry("size (bytes)", SIZE),
          Map.entry("file size (bytes)", SIZE),
          Map.entry("file version", VERSION),
          Map.entry("version", VERSION),
          Map.entry("platform", PLATFORM));

  /** Returns the column under {@code heading}, absent where it is none that a file table needs. */
  static Optional<Column> under(String heading) {
    return Optional.ofNullable(BY_HEADING.get(words(heading)));
  }

  /** Returns whether a heading begins as a known one, and says more that changes what it means. */
  static boolean isQualified(String heading) {
    String words = words(heading);
    int bracket = words.indexOf('(');
    return bracket > 0
        && !BY_HEADING.containsKey(words)
        && BY_HEADING.containsKey(words.substring(0, bracket).strip());
  }

  /** Small letters, single blanks, no Markdown emphasis. */
  private static String words(String heading) {
    return heading.toLowerCase(Locale.ROOT).replaceAll("[*_`]", "").replaceAll("\\s+", " ").strip();
  }
}
