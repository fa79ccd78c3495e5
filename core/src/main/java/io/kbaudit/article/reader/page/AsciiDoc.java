package io.kbaudit.article.reader.page;

import io.kbaudit.article.reader.cell.CellText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tables as AsciiDoc has them; cells may stand in one line or in one each, and as many as there are
 * columns are a row:
 *
 * <pre>
 * [cols="2,1",options="header"]
 * |===
 * |File name |File size
 *
 * |Dnsclient.msi
 * |679,936
 * |===
 * </pre>
 *
 * <p>What stands between such lines as comma-separated values is left as it is.
 */
final class AsciiDoc implements TableMarkup {
  private static final Pattern DELIMITER = Pattern.compile("[|!]={3,}\\s*");

  private static final Pattern COLUMNS =
      Pattern.compile("(?<!\\w)cols\\s{0,3}=\\s{0,3}(?:\"([^\"]{1,500})\"|([^,\\]]{1,20}))");

  private static final Pattern OTHER_FORMAT =
      Pattern.compile("(?<!\\w)format\\s{0,3}=\\s{0,3}\"?(?:csv|dsv|tsv)");

  private static final Pattern REPEATED = Pattern.compile("([1-9][0-9]{0,2})\\*.*");

  /** What stands before the bar of a cell, and says how it is set: {@code 2+}, {@code .3+^.>s}. */
  private static final Pattern SPECIFIER =
      Pattern.compile(
          "(?:^|(?<=\\s))(?:(?:([1-9][0-9]{0,2})?(?:\\.([1-9][0-9]{0,2}))?([+*]))?"
              + "(?:[<^>]?(?:\\.[<^>])?)[adehlmsv]?)$");

  private static final Pattern BOLD =
      Pattern.compile("(?<![\\w*])\\*{1,2}([^*\\s][^*]*)\\*{1,2}(?![\\w*])");

  private static final Pattern CODE = Pattern.compile("`{1,2}\\+?([^`]+?)\\+?`{1,2}");

  private static final Pattern ITALIC =
      Pattern.compile("(?<!\\w)_{1,2}([^_\\s][^_]*)_{1,2}(?!\\w)");

  private static final Pattern LINE_BREAK = Pattern.compile(" \\+(?=\\s|$)");

  private static final int LONGEST_SPECIFIER = 16;

  @Override
  public OptionalInt tableAt(List<Line> lines, int index, TableLines rendered) {
    String first = lines.get(index).text();
    if (!first.startsWith("|=") && !first.startsWith("!=")) {
      return OptionalInt.empty();
    }
    if (!DELIMITER.matcher(first).matches()) {
      return OptionalInt.empty();
    }
    String attributes = index > 0 ? attributes(lines, index - 1) : "";
    if (OTHER_FORMAT.matcher(attributes).find()) {
      return OptionalInt.empty();
    }
    int end = end(lines, index);
    List<Cell> cells = cells(lines.subList(index + 1, end), first.charAt(0), rendered);
    rendered.begin(lines.get(index).number());
    new Rows(columns(attributes, cells), rendered).add(cells);
    rendered.end(lines.get(end - 1).number());
    boolean isClosed = end < lines.size() && lines.get(end).text().strip().equals(first.strip());
    return OptionalInt.of(isClosed ? end + 1 : end);
  }

  /** Returns the index of the line that closes a table; of one that is cut, behind its last bar. */
  private static int end(List<Line> lines, int begin) {
    String delimiter = lines.get(begin).text().strip();
    int behindBar = begin + 1;
    for (int i = begin + 1; i < lines.size(); i++) {
      String text = lines.get(i).text();
      if (text.strip().equals(delimiter)) {
        return i;
      }
      behindBar = bar(text, delimiter.charAt(0), 0) >= 0 ? i + 1 : behindBar;
    }
    return behindBar;
  }

  /** Returns the list of attributes above a table; its title may stand between. */
  private static String attributes(List<Line> lines, int above) {
    for (int i = above; i >= Math.max(0, above - 2); i--) {
      String text = lines.get(i).text();
      if (text.startsWith("[")) {
        return text;
      }
      if (!text.startsWith(".")) {
        return "";
      }
    }
    return "";
  }

  /** A cell, the number of its line, and whether it is the first of a line behind a blank one. */
  private record Cell(int number, String text, int rows, int columns, int copies, int line) {}

  private static List<Cell> cells(List<Line> lines, char bar, TableLines rendered) {
    List<Cell> cells = new ArrayList<>();
    Optional<Cell> open = Optional.empty();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).text();
      int done = 0;
      for (int at = bar(line, bar, 0); at >= 0; at = bar(line, bar, at + 1)) {
        String before = line.substring(done, at);
        String near = before.substring(Math.max(0, before.length() - LONGEST_SPECIFIER));
        Matcher specifier = SPECIFIER.matcher(near);
        boolean specified = specifier.find();
        int length = specified ? specifier.end() - specifier.start() : 0;
        text.append(before, 0, before.length() - length);
        if (open.isEmpty()) {
          rendered.aside(lines.get(0).number(), text.toString());
        }
        open.map(cell -> filled(cell, text)).ifPresent(cells::add);
        text.setLength(0);
        open =
            Optional.of(
                cell(
                    lines.get(i).number(),
                    i,
                    specified ? Optional.of(specifier) : Optional.empty()));
        done = at + 1;
      }
      text.append(line, done, line.length()).append(' ');
    }
    open.map(cell -> filled(cell, text)).ifPresent(cells::add);
    return cells;
  }

  private static int bar(String line, char bar, int from) {
    int at = line.indexOf(bar, from);
    while (at > 0 && line.charAt(at - 1) == '\\') {
      at = line.indexOf(bar, at + 1);
    }
    return at;
  }

  private static Cell cell(int number, int line, Optional<Matcher> specifier) {
    String factor = specifier.map(found -> found.group(3)).orElse("");
    int first = specifier.map(found -> found.group(1)).map(Integer::parseInt).orElse(1);
    int second = specifier.map(found -> found.group(2)).map(Integer::parseInt).orElse(1);
    return factor.equals("*")
        ? new Cell(number, "", 1, 1, first, line)
        : new Cell(number, "", second, first, 1, line);
  }

  private static Cell filled(Cell cell, CharSequence text) {
    return new Cell(
        cell.number, plain(text.toString()), cell.rows, cell.columns, cell.copies, cell.line);
  }

  private static String plain(String text) {
    String plain = BOLD.matcher(text).replaceAll("$1");
    plain = CODE.matcher(plain).replaceAll("$1");
    plain = ITALIC.matcher(plain).replaceAll("$1").replace("\\|", "|");
    return CellText.withSingleBlanks(LINE_BREAK.matcher(plain).replaceAll(" ")).strip();
  }

  /** As many as the attribute says, else as the first line has; or as stand above a blank one. */
  private static int columns(String attributes, List<Cell> cells) {
    Matcher columns = COLUMNS.matcher(attributes);
    if (columns.find()) {
      String list = columns.group(1) == null ? columns.group(2) : columns.group(1);
      int count = 0;
      for (String column : list.replace(';', ',').split(",", -1)) {
        Matcher repeated = REPEATED.matcher(column.strip());
        count += repeated.matches() ? Integer.parseInt(repeated.group(1)) : 1;
      }
      return count;
    }
    int first = 0;
    int adjacent = 0;
    for (int i = 0; i < cells.size(); i++) {
      Cell cell = cells.get(i);
      if (i > 0 && cell.line > cells.get(i - 1).line + 1) {
        break;
      }
      adjacent += cell.columns * cell.copies;
      first += cell.line == cells.get(0).line ? cell.columns * cell.copies : 0;
    }
    return Math.max(1, first > 1 ? first : adjacent);
  }

  /** Parts cells into rows of as many columns as the table has. */
  private static final class Rows {
    private final int columns;
    private final TableLines rendered;

    /** How many cells from above reach into each of the next rows. */
    private final List<Integer> reaching = new ArrayList<>();

    private int filled = -1;

    Rows(int columns, TableLines rendered) {
      this.columns = columns;
      this.rendered = rendered;
    }

    void add(List<Cell> cells) {
      for (Cell cell : cells) {
        for (int copy = 0; copy < cell.copies && rendered.problem().isEmpty(); copy++) {
          add(cell);
        }
      }
      if (filled >= 0) {
        rendered.endRow();
      }
    }

    private void add(Cell cell) {
      if (filled < 0) {
        rendered.beginRow(cell.number);
        filled = reaching.isEmpty() ? 0 : reaching.remove(0);
      }
      rendered.cell(cell.text, cell.rows, cell.columns);
      filled += cell.columns;
      for (int row = 0; row < cell.rows - 1; row++) {
        if (reaching.size() <= row) {
          reaching.add(0);
        }
        reaching.set(row, reaching.get(row) + cell.columns);
      }
      if (filled >= columns) {
        rendered.endRow();
        filled = -1;
      }
    }
  }
}
