package io.kbaudit.export;

import io.kbaudit.text.English;
import io.kbaudit.text.Printable;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rows of values parted by commas, semicolons, tabs or bars, below a heading.
 *
 * <p>PowerShell may write the type of the rows above the heading, and puts values between quotation
 * marks. {@code sqlcmd} quotes nothing, writes NULL, and says how many rows there were.
 */
final class CsvRows {
  /** In so many characters the heading, and the dashes below it, must end. */
  static final int HEAD = 1 << 16;

  /** As in {@code (6 rows affected)}, in any language. */
  private static final Pattern COUNT = Pattern.compile("\\(([0-9]{1,18}) [^0-9]{1,60}\\)");

  private static final String NULL = "NULL";

  private final String source;
  private final CsvLayout layout;
  private final CsvRecords records;
  private final List<String> columns;
  private final ExportedRow heading;
  private long rows;

  private CsvRows(String source, CsvLayout layout, CsvRecords records) throws IOException {
    this.source = source;
    this.layout = layout;
    this.records = records;
    CsvRecords.Cells first = records.next().orElseThrow();
    this.columns = first.values().stream().map(String::strip).toList();
    this.heading = heading(source, first.line(), columns);
    if (layout.ofSqlcmd()) {
      records.next();
    }
  }

  /** Reads all of {@code text}, which is closed. */
  static void read(BufferedReader text, String source, ExportedRow.Listener each)
      throws IOException {
    CsvLayout layout = CsvLayout.of(source, head(text));
    text.skip(layout.charactersAbove());
    try (CsvRecords records = new CsvRecords(source, text, layout)) {
      new CsvRows(source, layout, records).read(each);
    }
  }

  private static String head(BufferedReader text) throws IOException {
    char[] head = new char[HEAD];
    int length = 0;
    text.mark(HEAD);
    for (int more = 0; more >= 0 && length < HEAD; length += Math.max(0, more)) {
      more = text.read(head, length, HEAD - length);
    }
    text.reset();
    return new String(head, 0, length);
  }

  /** Requires, too, that no column is there twice. */
  private static ExportedRow heading(String source, int line, List<String> columns)
      throws ExportFormatException {
    ExportedRow names = new ExportedRow(source, line);
    for (String column : columns) {
      if (!column.isEmpty()) {
        names.put(column, "");
      }
    }
    return names;
  }

  /** Blank lines may stand at the end, before how many rows there are, and nowhere else. */
  private void read(ExportedRow.Listener each) throws IOException {
    Optional<CsvRecords.Cells> blank = Optional.empty();
    boolean counted = false;
    for (var next = records.next(); next.isPresent(); next = records.next()) {
      CsvRecords.Cells cells = next.get();
      if (cells.isBlank()) {
        blank = next;
      } else if (counted) {
        throw wrong(
            cells, "something follows how many rows there are: " + Printable.quoted(text(cells)));
      } else if (isCount(cells, blank.isPresent())) {
        counted = true;
      } else if (blank.isPresent()) {
        throw wrong(blank.get(), "a blank line among the rows");
      } else {
        each.row(row(cells));
      }
    }
    if (rows == 0) {
      each.noRows(heading);
    }
  }

  /** Only sqlcmd says it, in a line of its own. */
  private boolean isCount(CsvRecords.Cells cells, boolean behindBlank)
      throws ExportFormatException {
    if (!layout.ofSqlcmd() || (!behindBlank && cells.values().size() == columns.size())) {
      return false;
    }
    Matcher count = COUNT.matcher(text(cells).strip());
    if (!count.matches()) {
      return false;
    }
    if (Long.parseLong(count.group(1)) != rows) {
      throw wrong(
          cells, English.counted(rows, "row") + " above " + Printable.quoted(text(cells).strip()));
    }
    return true;
  }

  private ExportedRow row(CsvRecords.Cells cells) throws ExportFormatException {
    if (cells.values().size() != columns.size()) {
      throw wrong(
          cells,
          "a row of "
              + English.counted(cells.values().size(), "value")
              + " below a heading of "
              + columns.size());
    }
    ExportedRow row = new ExportedRow(source, cells.line());
    for (int i = 0; i < columns.size(); i++) {
      if (!columns.get(i).isEmpty()) {
        row.put(columns.get(i), value(cells.values().get(i)));
      }
    }
    rows++;
    return row;
  }

  /** sqlcmd fills values with blanks, unless asked not to. */
  private String value(String cell) {
    if (!layout.ofSqlcmd()) {
      return cell;
    }
    String value = cell.strip();
    return value.equals(NULL) ? "" : value;
  }

  private String text(CsvRecords.Cells cells) {
    return String.join(String.valueOf(layout.delimiter()), cells.values());
  }

  private ExportFormatException wrong(CsvRecords.Cells cells, String problem) {
    return new ExportFormatException(source, cells.line(), problem);
  }
}
