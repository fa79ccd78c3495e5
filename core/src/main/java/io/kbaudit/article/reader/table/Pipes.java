package io.kbaudit.article.reader.table;

import io.kbaudit.article.reader.cell.CellText;
import io.kbaudit.article.reader.cell.Cells;
import io.kbaudit.article.reader.cell.Shape;
import java.util.List;
import java.util.regex.Pattern;

/** Lines whose cells stand between vertical bars, in a list item or a quotation or not. */
final class Pipes {
  private static final Pattern BAR = Pattern.compile("(?<!\\\\)\\|");

  /** What Markdown sets before a table that is part of a list or a quotation. */
  private static final Pattern PREFIX =
      Pattern.compile("[\\s>\u00A0]*+(?:[-*+]|[0-9]{1,3}[.)])?\\s*+");

  private static final Pattern DASHES = Pattern.compile(":?[-=+]+:?");

  private Pipes() {}

  /** Returns whether {@code line} begins with a bar, behind nothing but Markdown's marks. */
  static boolean isRow(String line) {
    return bar(line) >= 0;
  }

  /** Returns whether a row ends with a bar. */
  static boolean isClosed(String line) {
    String stripped = Cells.strip(line);
    return stripped.endsWith("|") && !stripped.endsWith("\\|");
  }

  /** Returns the text of the cells of a row. */
  static List<String> cells(String line) {
    String inner = Cells.strip(line.substring(bar(line) + 1));
    if (isClosed(inner)) {
      inner = inner.substring(0, inner.length() - 1);
    }
    return BAR.splitAsStream(inner + "|.")
        .map(CellText::plain)
        .toList()
        .subList(0, bars(inner) + 1);
  }

  /** Returns whether {@code line} has as many bars as a row of {@code columns}, but none first. */
  static boolean lacksFirstBar(String line, int columns) {
    return !isRow(line) && BAR.splitAsStream(line).count() >= columns;
  }

  /** Returns whether {@code cells} are a line between rows: dashes, or nothing. */
  static boolean isDecoration(List<String> cells) {
    return cells.stream().allMatch(cell -> cell.isEmpty() || DASHES.matcher(cell).matches());
  }

  /** Returns whether {@code cells} are dashes, and not all empty. */
  static boolean hasDashes(List<String> cells) {
    return isDecoration(cells) && cells.stream().anyMatch(cell -> !cell.isEmpty());
  }

  /** Returns whether a cell holds what only a row about a file has. */
  static boolean listsFile(List<String> cells) {
    return cells.stream()
        .map(Shape::of)
        .anyMatch(shape -> shape.isAttribute() || shape == Shape.FILE_NAME);
  }

  /** Returns whether a row has a title in its first cell and nothing else. */
  static boolean isGroupTitle(List<String> cells) {
    return cells.size() > 1
        && cells.get(0).indexOf(' ') > 0
        && !Shape.isFileName(cells.get(0))
        && cells.stream().skip(1).allMatch(String::isEmpty);
  }

  private static int bars(String inner) {
    return (int) BAR.matcher(inner).results().count();
  }

  /** Returns where the bar before the first cell is; -1 where there is none. */
  private static int bar(String line) {
    int bar = line.indexOf('|');
    return bar >= 0 && PREFIX.matcher(line.substring(0, bar)).matches() ? bar : -1;
  }
}
