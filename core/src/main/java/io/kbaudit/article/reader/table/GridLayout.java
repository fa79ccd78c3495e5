package io.kbaudit.article.reader.table;

import io.kbaudit.article.reader.cell.CellHeading;
import io.kbaudit.article.reader.cell.Cells;
import io.kbaudit.article.reader.cell.Column;
import io.kbaudit.article.reader.cell.FileExtensions;
import io.kbaudit.article.reader.cell.Shape;
import io.kbaudit.article.reader.page.ArticleText;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Tables drawn with borders, mostly one below every row; then a row may take several lines:
 *
 * <pre>
 * +---------------------------------------+
 * | File name   | Date    | Size          |
 * +---------------------------------------+
 * | Schdist.exe | 4/29/98 | 194,966 bytes |
 * +---------------------------------------+
 * </pre>
 *
 * <p>As seen in Q248701, Q222985 and Q197633.
 */
final class GridLayout implements TableLayout {
  /** More lines between two borders are rows of their own, and not one that is wrapped. */
  private static final int MOST_LINES_OF_ROW = 50;

  private static final Pattern BORDER = Pattern.compile("\\+[-=+]+\\+?");

  @Override
  public Optional<FileTable> tableAt(ArticleText text, int line) {
    String content = text.line(line);
    if (!Pipes.isRow(content) || !isBorder(text, line + 1)) {
      return Optional.empty();
    }
    Optional<CellHeading> heading = CellHeading.of(Pipes.cells(content));
    return heading.map(known -> read(text, line, known));
  }

  private static FileTable read(ArticleText text, int headingLine, CellHeading heading) {
    FileTable.Builder table = new FileTable.Builder(headingLine, heading.facts());
    List<List<Integer>> blocks = blocks(text, headingLine, heading, table);
    boolean bordersEveryRow = blocks.size() > 1;
    if (heading.misunderstood().isPresent()) {
      blocks.forEach(block -> table.addUnread(block.get(0), CellHeading.CANNOT_BE_READ));
      return table.build();
    }
    for (List<Integer> block : blocks) {
      if (bordersEveryRow && isOneRow(text, block, heading)) {
        addRow(block.get(0), joined(text, block), heading, table);
      } else {
        block.forEach(line -> addRow(line, Pipes.cells(text.line(line)), heading, table));
      }
    }
    if (table.isEmpty()) {
      table.addWithoutRows(headingLine);
    }
    return table.build();
  }

  /** Returns the numbers of the lines between each two borders. */
  private static List<List<Integer>> blocks(
      ArticleText text, int headingLine, CellHeading heading, FileTable.Builder table) {
    List<List<Integer>> blocks = new ArrayList<>();
    List<Integer> block = new ArrayList<>();
    for (int line = headingLine + 1; line <= text.size(); line++) {
      if (text.line(line).isBlank()) {
        if (!goesOnBelow(text, line, heading)) {
          break;
        }
        continue;
      }
      if (isBorder(text, line)) {
        if (!block.isEmpty()) {
          blocks.add(block);
          block = new ArrayList<>();
        }
      } else if (Pipes.isRow(text.line(line))
          && CellHeading.of(Pipes.cells(text.line(line))).isEmpty()) {
        block.add(line);
      } else {
        break;
      }
      table.through(line);
    }
    if (!block.isEmpty()) {
      blocks.add(block);
    }
    return blocks;
  }

  /** Below a blank line a table goes on only with a row that lists a file. */
  private static boolean goesOnBelow(ArticleText text, int blankLine, CellHeading heading) {
    Optional<Integer> next = text.nextLineWithText(blankLine);
    if (next.isPresent() && isBorder(text, next.get())) {
      next = text.nextLineWithText(next.get());
    }
    return next.map(text::line)
        .filter(Pipes::isRow)
        .map(Pipes::cells)
        .filter(cells -> cells.size() == heading.columns() && Pipes.listsFile(cells))
        .isPresent();
  }

  /**
   * Lines are one row unless more than one of them has a file's name and something beside it, or
   * more than one a whole name.
   */
  private static boolean isOneRow(ArticleText text, List<Integer> block, CellHeading heading) {
    if (block.size() <= 1 || block.size() > MOST_LINES_OF_ROW) {
      return false;
    }
    List<Map<Column, String>> rows =
        block.stream()
            .map(line -> Pipes.cells(text.line(line)))
            .filter(cells -> cells.size() == heading.columns())
            .map(heading::row)
            .filter(row -> row.containsKey(Column.NAME))
            .toList();
    return rows.stream().filter(GridLayout::hasAttribute).count() <= 1
        && rows.stream().filter(GridLayout::hasWholeName).count() <= 1;
  }

  private static boolean hasWholeName(Map<Column, String> row) {
    return FileExtensions.isKnownName(row.getOrDefault(Column.NAME, ""));
  }

  private static boolean hasAttribute(Map<Column, String> row) {
    return row.keySet().stream().anyMatch(Column::isAttribute);
  }

  /** A name goes on where its line ended; other text, behind a blank. */
  private static List<String> joined(ArticleText text, List<Integer> block) {
    List<String> joined = new ArrayList<>();
    for (int line : block) {
      List<String> cells = Pipes.cells(text.line(line));
      for (int i = 0; i < cells.size(); i++) {
        if (joined.size() <= i) {
          joined.add(cells.get(i));
        } else if (!cells.get(i).isEmpty()) {
          joined.set(i, join(joined.get(i), cells.get(i)));
        }
      }
    }
    return joined;
  }

  private static String join(String before, String more) {
    boolean isName = Shape.isFileName(before + more) && !before.contains(" ");
    return before.isEmpty() || isName ? before + more : before + " " + more;
  }

  private static void addRow(
      int line, List<String> cells, CellHeading heading, FileTable.Builder table) {
    Map<Column, String> row = new EnumMap<>(Column.class);
    if (cells.size() == heading.columns()) {
      row.putAll(heading.row(cells));
    }
    if (Pipes.isGroupTitle(cells)) {
      table.beginGroup(line, cells.get(0));
    } else if (row.containsKey(Column.NAME)) {
      table.add(line, row, heading.unclear(cells));
    } else if (!Pipes.isDecoration(cells)) {
      table.addUnread(
          line,
          cells.size() == heading.columns()
              ? "a row without a file name"
              : "a row of "
                  + cells.size()
                  + " cells in a table of "
                  + heading.columns()
                  + " columns");
    }
  }

  static boolean isBorder(ArticleText text, int line) {
    return line <= text.size() && BORDER.matcher(Cells.strip(text.line(line))).matches();
  }
}
