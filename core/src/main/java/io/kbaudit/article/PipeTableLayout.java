package io.kbaudit.article;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Tables whose cells stand between vertical bars, with or without a line of dashes below the
 * heading, which may be shorter than the heading:
 *
 * <pre>
 * | File name | Date | Time | File size |
 * |---|
 * | Dnsclient.msi | 10-Mar-2011 | 10:04 | 679,936 |
 * </pre>
 *
 * <p>A file table is one whose heading names a file name and a size or date; other tables are
 * passed over. As seen in KB2492954, KB976398 and KB3018885.
 */
final class PipeTableLayout implements TableLayout {
  private static final Pattern BAR = Pattern.compile("(?<!\\\\)\\|");
  private static final Pattern BORDER = Pattern.compile("\\+?-[-+=]+");
  private static final Pattern FILE_NAME = Pattern.compile("\\S+\\.[A-Za-z][A-Za-z0-9]{0,8}");
  private static final Pattern DASHES = Pattern.compile(":?-+:?");

  @Override
  public List<FileTable> tablesIn(ArticleText text) throws ArticleFormatException {
    List<FileTable> tables = new ArrayList<>();
    boolean beginsBlock = true;
    int line = 1;
    while (line <= text.lines().size()) {
      String content = text.line(line);
      Optional<Heading> heading = Heading.of(content);
      if (heading.isPresent() && !isInGrid(text, line)) {
        heading.get().check(text, line);
        FileTable table = readTable(text, line, heading.get());
        tables.add(table);
        beginsBlock = true;
        line = table.lastLine() + 1;
      } else if (isRow(content)) {
        List<String> cells = cells(content);
        refuseRowOutsideTable(text, line, cells, beginsBlock);
        beginsBlock &= isDecoration(cells);
        line++;
      } else {
        beginsBlock = true;
        line++;
      }
    }
    return tables;
  }

  private static FileTable readTable(ArticleText text, int headingLine, Heading heading)
      throws ArticleFormatException {
    List<FileTable.Row> rows = new ArrayList<>();
    int lastLine = headingLine;
    for (int line = headingLine + 1; line <= text.lines().size(); line++) {
      String content = text.line(line);
      if (content.isBlank()) {
        continue;
      }
      heading.refuseRowWithoutFirstBar(text, line);
      if (!isRow(content) || beginsTable(text, line) || !heading.continuesAt(text, line)) {
        break;
      }
      lastLine = line;
      List<String> cells = cells(content);
      boolean listsNothing = isDecoration(cells) || isGroupTitle(cells);
      if (!listsNothing || heading.isCutOff(text, line, cells)) {
        rows.add(heading.row(text, line, cells));
      }
    }
    if (rows.isEmpty()) {
      throw new ArticleFormatException(
          text.source(), headingLine, "a file table without rows", text.line(headingLine));
    }
    return new FileTable(TableHeading.above(text, headingLine), headingLine, lastLine, rows);
  }

  /** Tables with a border between their rows are another layout. */
  private static boolean isInGrid(ArticleText text, int headingLine) {
    return text.lines().stream()
        .skip(headingLine)
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .findFirst()
        .filter(line -> BORDER.matcher(line).matches())
        .isPresent();
  }

  /**
   * Refuses what lists a file but stands in no file table: a row that has lost its heading or
   * stands under one that is not understood, or a record printed downwards. Passed over, it would
   * be a file that nobody checks. Rows of other tables, which begin with a heading of their own,
   * are not held to a mere name with a date or number.
   */
  private static void refuseRowOutsideTable(
      ArticleText text, int line, List<String> cells, boolean beginsBlock)
      throws ArticleFormatException {
    boolean date = cells.stream().anyMatch(Cells::isDate);
    boolean size = cells.stream().anyMatch(Cells::isSize);
    boolean time = cells.stream().anyMatch(Cells::isTime);
    boolean name = cells.stream().anyMatch(cell -> FILE_NAME.matcher(cell).matches());
    boolean oneWord = !cells.get(0).isEmpty() && cells.get(0).indexOf(' ') < 0;
    boolean surely = date && size && (name || (time && oneWord));
    boolean likely = (date && size) || (name && (date || size));
    if (surely || (beginsBlock && likely)) {
      throw new ArticleFormatException(
          text.source(),
          line,
          "a row of a file table whose heading is missing or not understood",
          text.line(line));
    }
    Optional<Column> label = Column.under(cells.get(0));
    if (cells.size() == 2
        && ((label.equals(Optional.of(Column.SIZE)) && size)
            || (label.equals(Optional.of(Column.DATE)) && date))) {
      throw new ArticleFormatException(
          text.source(),
          line,
          "a file listed downwards, a layout that cannot be read",
          text.line(line));
    }
  }

  /** A file table's heading, or any row above a line of dashes that lists no file itself. */
  private static boolean beginsTable(ArticleText text, int line) {
    List<String> cells = cells(text.line(line));
    boolean dashesBelow =
        line < text.lines().size()
            && isRow(text.line(line + 1))
            && hasDashes(cells(text.line(line + 1)));
    return (dashesBelow && !isDecoration(cells) && !listsFile(cells))
        || Heading.of(text.line(line)).isPresent();
  }

  private static boolean isRow(String line) {
    return Cells.strip(line).startsWith("|");
  }

  private static boolean isClosed(String line) {
    String stripped = Cells.strip(line);
    return stripped.endsWith("|") && !stripped.endsWith("\\|");
  }

  private static List<String> cells(String line) {
    String inner = Cells.strip(line).substring(1);
    if (isClosed(inner)) {
      inner = inner.substring(0, inner.length() - 1);
    }
    return Arrays.stream(BAR.split(inner, -1))
        .map(cell -> Cells.strip(cell.replace("\\|", "|")))
        .toList();
  }

  /** Whether a cell holds what only a row about a file has: a date, a size, or a file's name. */
  private static boolean listsFile(List<String> cells) {
    return cells.stream()
        .anyMatch(
            cell -> Cells.isDate(cell) || Cells.isSize(cell) || FILE_NAME.matcher(cell).matches());
  }

  /** A row with a title in its first cell and nothing else, above a group of files. */
  private static boolean isGroupTitle(List<String> cells) {
    return cells.size() > 1
        && !cells.get(0).isEmpty()
        && !FILE_NAME.matcher(cells.get(0)).matches()
        && cells.get(0).indexOf(' ') > 0
        && cells.stream().skip(1).allMatch(String::isEmpty);
  }

  private static boolean hasDashes(List<String> cells) {
    return isDecoration(cells) && cells.stream().anyMatch(cell -> !cell.isEmpty());
  }

  private static boolean isDecoration(List<String> cells) {
    return cells.stream().allMatch(cell -> cell.isEmpty() || DASHES.matcher(cell).matches());
  }

  /** The first line of a file table: which column stands where. */
  private record Heading(List<Optional<Column>> columns, boolean closed) {
    static Optional<Heading> of(String line) {
      if (!isRow(line)) {
        return Optional.empty();
      }
      List<Optional<Column>> columns = cells(line).stream().map(Column::under).toList();
      boolean isFileTable =
          columns.contains(Optional.of(Column.NAME))
              && (columns.contains(Optional.of(Column.SIZE))
                  || columns.contains(Optional.of(Column.DATE)));
      return isFileTable ? Optional.of(new Heading(columns, isClosed(line))) : Optional.empty();
    }

    /** Refuses a heading that names a column twice, or with a unit or zone that is not known. */
    void check(ArticleText text, int line) throws ArticleFormatException {
      for (String cell : cells(text.line(line))) {
        Optional<Column> column = Column.under(cell);
        boolean twice =
            column.isPresent() && columns.indexOf(column) != columns.lastIndexOf(column);
        if (twice || Column.isQualified(cell)) {
          throw new ArticleFormatException(
              text.source(), line, "a heading that cannot be read", cell);
        }
      }
    }

    /** Refuses a line with as many bars as a row has, but none before its first cell. */
    void refuseRowWithoutFirstBar(ArticleText text, int line) throws ArticleFormatException {
      String content = text.line(line);
      if (!isRow(content) && BAR.splitAsStream(content).count() >= columns.size()) {
        throw new ArticleFormatException(
            text.source(), line, "a row that does not begin with a bar", content);
      }
    }

    /** Below a blank line a table goes on only with a row that lists a file. */
    boolean continuesAt(ArticleText text, int line) {
      if (!text.line(line - 1).isBlank()) {
        return true;
      }
      List<String> cells = cells(text.line(line));
      return cells.size() != columns.size()
          || isDecoration(cells)
          || isGroupTitle(cells)
          || listsFile(cells);
    }

    /** A blank row that is too short, and the last of the text, is one that only began. */
    boolean isCutOff(ArticleText text, int line, List<String> cells) {
      return line == text.lines().size() && cells.size() < columns.size() && !hasDashes(cells);
    }

    FileTable.Row row(ArticleText text, int line, List<String> cells)
        throws ArticleFormatException {
      String content = text.line(line);
      if (cells.size() != columns.size()) {
        String problem =
            "a row of "
                + cells.size()
                + (cells.size() == 1 ? " cell" : " cells")
                + " in a table of "
                + columns.size()
                + " columns";
        throw new ArticleFormatException(text.source(), line, problem, content);
      }
      if (closed && !isClosed(content)) {
        throw new ArticleFormatException(text.source(), line, "a row that is cut off", content);
      }
      Map<Column, String> byColumn = new EnumMap<>(Column.class);
      for (int i = 0; i < cells.size(); i++) {
        String cell = cells.get(i);
        columns.get(i).ifPresent(column -> byColumn.putIfAbsent(column, cell));
      }
      return new FileTable.Row(line, byColumn);
    }
  }
}
