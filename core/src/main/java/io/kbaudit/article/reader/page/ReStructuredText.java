package io.kbaudit.article.reader.page;

import io.kbaudit.article.reader.cell.CellText;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The tables of reStructuredText that have no bars: simple tables, lists and comma-separated
 * values.
 *
 * <pre>
 * =============  ===========      .. list-table::
 * File name      File size           :header-rows: 1
 * =============  ===========
 * Dnsclient.msi  679,936             * - File name
 * =============  ===========           - File size
 * </pre>
 */
final class ReStructuredText implements TableMarkup {
  private static final Pattern BORDER = Pattern.compile("( *+)={2,}+(?: ++={2,}+)++ *+");
  private static final Pattern DIRECTIVE =
      Pattern.compile("( *+)\\.\\. (list|csv)-table::[ \t]*+(.*)");
  private static final Pattern OPTION = Pattern.compile("[ \t]*+:([a-z-]{1,40}+):[ \t]*+(.*)");
  private static final Pattern ROW = Pattern.compile("([ \t]*+)[*+-] [*+-](?:[ \t]++(.*))?");
  private static final Pattern CELL = Pattern.compile("([ \t]*+)[*+-](?:[ \t]++(.*))?");
  private static final Pattern ROLE = Pattern.compile(":[a-z:]{1,30}:(?=`)");
  private static final Pattern LINK =
      Pattern.compile("`([^`<> ]*+(?: ++[^`<> ]++)*+) *+(?:<[^`<>]*+>)?+`_{0,2}");
  private static final Pattern MARKS = Pattern.compile("``|\\*\\*");

  private static final Pattern ESCAPE = Pattern.compile("\\\\(?=[-_*`|.\\\\])");

  /** More lines than the headings of a table take. */
  private static final int MOST_LINES_OF_HEADING = 10;

  @Override
  public OptionalInt tableAt(List<Line> lines, int index, TableLines rendered) {
    String first = lines.get(index).text();
    if (first.length() > 2000) {
      return OptionalInt.empty();
    }
    if (first.contains("==") && BORDER.matcher(first).matches()) {
      return SimpleTable.at(lines, index)
          .map(table -> table.render(rendered))
          .orElse(OptionalInt.empty());
    }
    Matcher directive = DIRECTIVE.matcher(first);
    return first.contains("-table::") && directive.matches()
        ? directive(directive, lines, index, rendered)
        : OptionalInt.empty();
  }

  /** What belongs to a directive stands further to the right than it does. */
  private static OptionalInt directive(
      Matcher directive, List<Line> lines, int index, TableLines rendered) {
    int indent = directive.group(1).length();
    int end = index + 1;
    int lastWithText = index;
    while (end < lines.size()
        && (lines.get(end).text().isBlank() || indent(lines.get(end).text()) > indent)) {
      lastWithText = lines.get(end).text().isBlank() ? lastWithText : end;
      end++;
    }
    List<Line> body = lines.subList(index + 1, lastWithText + 1);
    rendered.begin(lines.get(index).number());
    if (!directive.group(3).isBlank()) {
      rendered.caption(lines.get(index).number(), plain(directive.group(3)));
    }
    if (directive.group(2).equals("list")) {
      addList(body, rendered);
    } else {
      addValues(body, rendered);
    }
    rendered.end(lines.get(lastWithText).number());
    return OptionalInt.of(lastWithText + 1);
  }

  private static int indent(String line) {
    int indent = 0;
    while (indent < line.length() && (line.charAt(indent) == ' ' || line.charAt(indent) == '\t')) {
      indent++;
    }
    return indent;
  }

  private static void addList(List<Line> body, TableLines rendered) {
    Optional<StringBuilder> cell = Optional.empty();
    int indent = -1;
    for (Line line : body) {
      Matcher row = ROW.matcher(line.text());
      Matcher next = CELL.matcher(line.text());
      if (row.matches() && (indent < 0 || row.group(1).length() == indent)) {
        cell.ifPresent(last -> rendered.cell(plain(last.toString()), 1, 1));
        if (indent >= 0) {
          rendered.endRow();
        }
        indent = row.group(1).length();
        rendered.beginRow(line.number());
        cell = Optional.of(new StringBuilder(text(row)));
      } else if (indent >= 0 && next.matches() && next.group(1).length() == indent + 2) {
        cell.ifPresent(last -> rendered.cell(plain(last.toString()), 1, 1));
        cell = Optional.of(new StringBuilder(text(next)));
      } else if (cell.isEmpty()) {
        addAside(line, rendered);
      } else if (indent(line.text()) <= indent && !line.text().isBlank()) {
        rendered.aside(line.number(), line.text());
      } else {
        cell.get().append(' ').append(line.text().strip());
      }
    }
    cell.ifPresent(last -> rendered.cell(plain(last.toString()), 1, 1));
    rendered.endRow();
  }

  private static String text(Matcher item) {
    return item.group(2) == null ? "" : item.group(2);
  }

  /** An option says how the table is set. */
  private static void addAside(Line line, TableLines rendered) {
    if (!OPTION.matcher(line.text()).matches()) {
      rendered.aside(line.number(), line.text());
    }
  }

  private static void addValues(List<Line> body, TableLines rendered) {
    char separator = ',';
    boolean options = true;
    for (Line line : body) {
      Matcher option = OPTION.matcher(line.text());
      if (options && option.matches()) {
        if (option.group(1).equals("delim") && !option.group(2).isBlank()) {
          String delimiter = option.group(2).strip();
          separator = delimiter.equals("tab") ? '\t' : delimiter.charAt(0);
        } else if (option.group(1).equals("header")) {
          addRow(line.number(), option.group(2), separator, rendered);
        }
      } else {
        options &= line.text().isBlank();
        addRow(line.number(), line.text(), separator, rendered);
      }
    }
  }

  /** A line whose quotation marks do not match is one cell, as which no row is read. */
  private static void addRow(int number, String line, char separator, TableLines rendered) {
    rendered.beginRow(number);
    try (CSVParser parser = CSVParser.parse(new StringReader(line.strip()), partedBy(separator))) {
      for (CSVRecord row : parser.getRecords()) {
        row.forEach(cell -> rendered.cell(plain(cell), 1, 1));
      }
    } catch (IOException | IllegalStateException | UncheckedIOException unbalanced) {
      rendered.cell(line.strip(), 1, 1);
    }
    rendered.endRow();
  }

  /** Returns the format of values of which, where a quotation mark parts them, none is quoted. */
  private static CSVFormat partedBy(char separator) {
    CSVFormat.Builder format = CSVFormat.DEFAULT.builder().setIgnoreSurroundingSpaces(true);
    return separator == '"'
        ? format.setQuote(null).setDelimiter(separator).get()
        : format.setDelimiter(separator).get();
  }

  private static String plain(String cell) {
    String text = cell;
    if (text.indexOf('`') >= 0) {
      text =
          LINK.matcher(ROLE.matcher(MARKS.matcher(text).replaceAll("")).replaceAll(""))
              .replaceAll("$1");
    }
    text = ESCAPE.matcher(MARKS.matcher(text).replaceAll("")).replaceAll("");
    return CellText.withSingleBlanks(text).strip();
  }

  /**
   * A table whose columns are those of its borders.
   *
   * @param starts of the columns, counted from 0
   * @param heading the lines between its first two borders
   * @param body the lines between its last two
   * @param end the index behind its last border
   */
  private record SimpleTable(List<Integer> starts, List<Line> heading, List<Line> body, int end) {
    static Optional<SimpleTable> at(List<Line> lines, int index) {
      List<Integer> starts = starts(lines.get(index).text());
      Optional<Integer> second =
          border(lines, index + 1, index + 1 + MOST_LINES_OF_HEADING, starts);
      if (second.isEmpty()) {
        return Optional.empty();
      }
      List<Line> heading = lines.subList(index + 1, second.get());
      Optional<Integer> third = border(lines, second.get() + 1, lines.size(), starts);
      return third
          .filter(last -> !heading.isEmpty())
          .map(
              last ->
                  new SimpleTable(
                      starts, heading, lines.subList(second.get() + 1, last), last + 1));
    }

    private static List<Integer> starts(String border) {
      List<Integer> starts = new ArrayList<>();
      for (int i = 0; i < border.length(); i++) {
        if (border.charAt(i) == '=' && (i == 0 || border.charAt(i - 1) == ' ')) {
          starts.add(i);
        }
      }
      return starts;
    }

    /** Returns the next border, where all lines before it keep to the columns. */
    private static Optional<Integer> border(
        List<Line> lines, int from, int to, List<Integer> starts) {
      for (int i = from; i < Math.min(lines.size(), to); i++) {
        String line = lines.get(i).text();
        if (BORDER.matcher(line).matches()) {
          return starts(line).equals(starts) ? Optional.of(i) : Optional.empty();
        }
        if (!keepsTo(starts, line)) {
          return Optional.empty();
        }
      }
      return Optional.empty();
    }

    private static boolean keepsTo(List<Integer> starts, String line) {
      return line.indexOf('\t') < 0
          && line.length() <= 4000
          && starts.stream()
              .allMatch(
                  start -> start == 0 || start > line.length() || line.charAt(start - 1) == ' ');
    }

    OptionalInt render(TableLines rendered) {
      int first = heading.get(0).number();
      rendered.begin(first);
      List<String> row = new ArrayList<>();
      heading.forEach(line -> extend(row, line.text()));
      add(first, row, rendered);
      row.clear();
      int number = first;
      for (Line line : body) {
        boolean begins = row.isEmpty() || !cell(line.text(), 0).isEmpty();
        if (begins || line.text().isBlank()) {
          add(number, row, rendered);
          row.clear();
          number = line.number();
        }
        if (!line.text().isBlank()) {
          extend(row, line.text());
        }
      }
      add(number, row, rendered);
      rendered.end(number);
      return OptionalInt.of(end);
    }

    private void extend(List<String> row, String line) {
      for (int column = 0; column < starts.size(); column++) {
        String cell = cell(line, column);
        if (row.size() <= column) {
          row.add(cell);
        } else if (!cell.isEmpty()) {
          row.set(column, (row.get(column) + " " + cell).strip());
        }
      }
    }

    private String cell(String line, int column) {
      int from = Math.min(line.length(), starts.get(column));
      boolean last = column == starts.size() - 1;
      int to = last ? line.length() : Math.min(line.length(), starts.get(column + 1));
      return line.substring(from, to).strip();
    }

    private static void add(int number, List<String> row, TableLines rendered) {
      if (!row.isEmpty()) {
        rendered.beginRow(number);
        row.forEach(cell -> rendered.cell(plain(cell), 1, 1));
        rendered.endRow();
      }
    }
  }
}
