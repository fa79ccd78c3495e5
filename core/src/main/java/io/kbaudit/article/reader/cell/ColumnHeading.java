package io.kbaudit.article.reader.cell;

import io.kbaudit.article.ListedSize;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The heading of one column, as articles word it.
 *
 * @param columns what stands under it: one, or more where it announces several together
 * @param unit of the sizes under it; absent where their cells say it, or they are bytes
 * @param saysUtc whether it says that the times under it are UTC
 */
public record ColumnHeading(List<Column> columns, Optional<ListedSize.Unit> unit, boolean saysUtc) {
  /** As many words as the longest known heading has. */
  public static final int MOST_WORDS = 5;

  /** Longer than any known heading with its qualifier and Markdown's marks. */
  private static final int LONGEST = 100;

  private static final ColumnHeading OF_OTHERS =
      new ColumnHeading(List.of(Column.OTHER), Optional.empty(), false);

  private static final Map<String, List<Column>> KNOWN = new HashMap<>();

  static {
    know("file name|filename|file names|name|file|files|file name and path|file path", Column.NAME);
    know("extension|ext", Column.EXTENSION);
    know("date|file date|modified date|date modified|last modified date|date stamp", Column.DATE);
    know("time|file time", Column.TIME);
    know(
        "modified|last modified|date/time|time/date|date and time|time and date|timestamp"
            + "|time stamp|date & time",
        Column.MODIFIED);
    know("size|file size|filesize|length|file length|bytes|size bytes", Column.SIZE);
    know("version|file version|fileversion|version number|product version|ver", Column.VERSION);
    know("version and description", Column.VERSION, Column.OTHER);
    know("platform|file platform|cpu|processor|architecture|cpu architecture", Column.PLATFORM);
    know("language|file language|locale|languages", Column.LANGUAGE);
    know("sp requirement|service pack requirement|service pack", Column.SERVICE_PACK);
    know("service branch|servicing branch|branch", Column.BRANCH);
    know("sha1|sha1 hash|sha-1|sha-1 hash|sha1 checksum|sha 1|file sha1", Column.SHA1);
    know("sha256|sha256 hash|sha-256|sha-256 hash|sha256 checksum|sha 256", Column.SHA256);
    know("hash|file hash|checksum", Column.SHA256);
    know("source|product|operating system|os|windows version|applies to", Column.PRODUCT);
    know("table", Column.TABLE);
    know("group", Column.GROUP);
    know("printed name", Column.PRINTED_NAME);
    know("alternative to row", Column.ALTERNATIVE_TO);
    know("not read", Column.UNREAD);
    know("description|location|comments|comment|notes|folder|directory|destination", Column.OTHER);
  }

  private static final Map<String, ListedSize.Unit> UNITS =
      Map.of(
          "bytes",
          ListedSize.Unit.BYTES,
          "in bytes",
          ListedSize.Unit.BYTES,
          "byte",
          ListedSize.Unit.BYTES,
          "kb",
          ListedSize.Unit.KB,
          "in kb",
          ListedSize.Unit.KB,
          "mb",
          ListedSize.Unit.MB,
          "in mb",
          ListedSize.Unit.MB);

  /** Zones under which a time is what kbaudit takes all times for. */
  private static final List<String> UTC = List.of("utc", "gmt", "utc+0", "utc/gmt");

  private static final Pattern MARKS = Pattern.compile("[*_`\u00A0\\s]+");
  private static final Pattern QUALIFIED = Pattern.compile("([^(]*[^( ]) ?\\(([^()]*)\\)");
  private static final Pattern WITH_UNIT = Pattern.compile("(.*size) ((?:in )?(?:bytes?|kb|mb))");

  public ColumnHeading {
    columns = List.copyOf(columns);
  }

  private static void know(String headings, Column... columns) {
    for (String heading : headings.split("\\|", -1)) {
      KNOWN.put(heading, List.of(columns));
    }
  }

  /**
   * Returns the known heading that {@code text} is; absent where it is none, or says more than is
   * understood, as {@code Time (PST)} does.
   */
  public static Optional<ColumnHeading> find(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    String words = words(text);
    Matcher qualified = QUALIFIED.matcher(words);
    if (qualified.matches()) {
      return qualified(qualified.group(1), qualified.group(2).strip());
    }
    Matcher withUnit = WITH_UNIT.matcher(words);
    return withUnit.matches()
        ? qualified(withUnit.group(1), withUnit.group(2))
        : Optional.ofNullable(KNOWN.get(words)).map(ColumnHeading::of);
  }

  /** Returns the heading that {@code text} is, known or not. */
  static ColumnHeading of(String text) {
    return find(text).orElse(OF_OTHERS);
  }

  /** Returns whether a heading begins as a known one, and says more that changes what it means. */
  public static boolean isMisunderstood(String text) {
    Matcher qualified = QUALIFIED.matcher(words(text));
    return qualified.matches() && find(text).isEmpty() && KNOWN.containsKey(qualified.group(1));
  }

  /** Returns the only column under it; the first, where there are more. */
  public Column column() {
    return columns.get(0);
  }

  /** Returns a heading of this column alone. */
  static ColumnHeading of(Column column) {
    return of(List.of(column));
  }

  private static ColumnHeading of(List<Column> columns) {
    return new ColumnHeading(columns, Optional.empty(), false);
  }

  private static Optional<ColumnHeading> qualified(String heading, String qualifier) {
    Optional<ColumnHeading> plain = Optional.ofNullable(KNOWN.get(heading)).map(ColumnHeading::of);
    return plain.flatMap(
        known ->
            switch (known.column()) {
              case SIZE ->
                  Optional.ofNullable(UNITS.get(qualifier))
                      .map(unit -> new ColumnHeading(known.columns, Optional.of(unit), false));
              case DATE, TIME, MODIFIED ->
                  UTC.contains(qualifier)
                      ? Optional.of(new ColumnHeading(known.columns, Optional.empty(), true))
                      : Optional.empty();
              default -> plain;
            });
  }

  /** Small letters, single blanks, no Markdown emphasis, nothing behind the last letter. */
  private static String words(String heading) {
    String plain = MARKS.matcher(heading.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    int end = plain.length();
    while (end > 0 && ":#.".indexOf(plain.charAt(end - 1)) >= 0) {
      end--;
    }
    return plain.substring(0, end).strip();
  }
}
