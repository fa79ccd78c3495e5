package io.kbaudit.article.reader;

import io.kbaudit.article.ListedTime;
import io.kbaudit.article.PrintedRow;
import io.kbaudit.article.reader.cell.Column;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A file table of which every value is known, to be printed in any layout and read back.
 *
 * @param columns in the order printed
 * @param headings what each of {@link Column#NAME} and so on is called, as often as there are
 *     columns
 */
record PrintedTable(List<Column> columns, List<String> headings, Style style, List<Row> rows) {
  PrintedTable {
    columns = List.copyOf(columns);
    headings = List.copyOf(headings);
    rows = List.copyOf(rows);
  }

  /** How the values of one table are printed. */
  record Style(String date, String time, Size size) {
    private static String format(String pattern, java.time.temporal.TemporalAccessor value) {
      return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(value);
    }
  }

  /** How sizes are printed, from the plainest on. */
  enum Size {
    PLAIN("%d"),
    COMMAS("%,d"),
    BYTES("%,d bytes"),
    KB("%,d KB");

    private final String format;

    Size(String format) {
      this.format = format;
    }
  }

  /**
   * The values of one row.
   *
   * @param version may be empty, as may be the platform
   */
  record Row(
      String name, LocalDate day, LocalTime minute, long size, String version, String platform) {}

  boolean has(Column column) {
    return columns.contains(column);
  }

  /** Returns what is printed of a row in a column, empty where the table has no such column. */
  public String cell(Row row, Column column) {
    if (!has(column)) {
      return "";
    }
    return switch (column) {
      case NAME -> row.name;
      case DATE -> Style.format(style.date, row.day);
      case TIME -> Style.format(style.time, row.minute);
      case SIZE -> String.format(Locale.ROOT, style.size.format, row.size);
      case VERSION -> row.version;
      case PLATFORM -> row.platform;
      default -> throw new IllegalArgumentException(column.name());
    };
  }

  /** Returns the cells of each row, in the order printed. */
  List<List<String>> cells() {
    return rows.stream()
        .map(row -> columns.stream().map(column -> cell(row, column)).toList())
        .toList();
  }

  /** Returns the cells of headings and rows. */
  List<List<String>> lines() {
    List<List<String>> lines = new ArrayList<>();
    lines.add(headings);
    lines.addAll(cells());
    return lines;
  }

  PrintedRow printed(Row row) {
    return new PrintedRow(
        cell(row, Column.NAME),
        cell(row, Column.DATE),
        cell(row, Column.TIME),
        cell(row, Column.SIZE),
        cell(row, Column.VERSION),
        cell(row, Column.PLATFORM));
  }

  Optional<ListedTime> modified(Row row) {
    return has(Column.DATE)
        ? Optional.of(
            new ListedTime(row.day, has(Column.TIME) ? Optional.of(row.minute) : Optional.empty()))
        : Optional.empty();
  }

  Optional<String> size(Row row) {
    String format = style.size == Size.KB ? "%d KB" : row.size == 1 ? "%,d byte" : "%,d bytes";
    return has(Column.SIZE)
        ? Optional.of(String.format(Locale.ROOT, format, row.size))
        : Optional.empty();
  }
}
