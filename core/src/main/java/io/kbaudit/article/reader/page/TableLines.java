package io.kbaudit.article.reader.page;

import io.kbaudit.article.ArticleFormatException;
import io.kbaudit.article.reader.cell.CellHeading;
import io.kbaudit.article.reader.cell.Cells;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The rows of tables as lines between bars, whatever markup they were written in. A cell over
 * several rows stands in each of them; one over several columns, in the first. A table of more than
 * 1,000 columns is a {@linkplain #problem}, and so are tables of more than 16 million characters;
 * from then on nothing is added.
 */
final class TableLines {
  static final int MAXIMUM_CHARACTERS = 16 << 20;

  private final List<Line> lines;
  private final List<String> below = new ArrayList<>();
  private final List<Integer> rowsLeft = new ArrayList<>();
  private final List<String> row = new ArrayList<>();
  private final List<Line> asides = new ArrayList<>();
  private int rowNumber;
  private long characters;
  private Optional<String> problem = Optional.empty();

  /** Adds all rows to {@code lines}. */
  TableLines(List<Line> lines) {
    this.lines = lines;
  }

  Optional<String> problem() {
    return problem;
  }

  /** Refuses tables with a problem. */
  void requireNone(String source) throws ArticleFormatException {
    if (problem.isPresent()) {
      throw new ArticleFormatException(source, problem.get());
    }
  }

  /** Begins a table, apart from what stands above it. */
  void begin(int number) {
    below.clear();
    rowsLeft.clear();
    addBlankLine(number);
  }

  /** Adds text that stands beside a table. */
  void text(int number, String text) {
    lines.add(new Line(number, text));
  }

  /** Adds text that stands in a table and in no cell of it, as a line behind the table. */
  void aside(int number, String text) {
    if (!text.isBlank()) {
      asides.add(new Line(number, text.strip()));
    }
  }

  void caption(int number, String text) {
    lines.add(new Line(number, text));
    lines.add(new Line(number, ""));
  }

  void beginRow(int number) {
    row.clear();
    rowNumber = number;
  }

  /** Adds a cell, over {@code rows} and {@code columns}, to the row that was begun. */
  void cell(String text, int rows, int columns) {
    takeFromAbove();
    if (row.size() + columns > CellHeading.MOST_COLUMNS) {
      problem = Optional.of("a table of more than 1,000 columns");
    }
    for (int i = 0; i < columns && problem.isEmpty(); i++) {
      put(below, row.size(), i == 0 ? text : "");
      put(rowsLeft, row.size(), rows - 1);
      row.add(i == 0 ? text : "");
    }
  }

  /** Ends the row that was begun; one without cells is none. */
  void endRow() {
    takeFromAbove();
    characters += row.stream().mapToLong(cell -> cell.length() + " | ".length()).sum();
    if (characters > MAXIMUM_CHARACTERS) {
      problem = Optional.of("tables of more than 16 million characters, as no article has");
    }
    if (!row.isEmpty() && problem.isEmpty()) {
      lines.add(new Line(rowNumber, bars(row)));
    }
    row.clear();
  }

  /** Ends a table, apart from what stands below it. */
  void end(int number) {
    addBlankLine(number);
    for (Line aside : asides) {
      lines.add(aside);
      addBlankLine(number);
    }
    asides.clear();
  }

  private void addBlankLine(int number) {
    if (!lines.isEmpty() && !lines.get(lines.size() - 1).text().isBlank()) {
      lines.add(new Line(number, ""));
    }
  }

  private void takeFromAbove() {
    while (row.size() < rowsLeft.size() && rowsLeft.get(row.size()) > 0) {
      rowsLeft.set(row.size(), rowsLeft.get(row.size()) - 1);
      row.add(below.get(row.size()));
    }
  }

  private static <T> void put(List<T> list, int index, T value) {
    if (index < list.size()) {
      list.set(index, value);
    } else {
      list.add(value);
    }
  }

  private static String bars(List<String> cells) {
    StringBuilder line = new StringBuilder("|");
    for (String cell : cells) {
      line.append(' ').append(escaped(cell)).append(" |");
    }
    return line.toString();
  }

  /** What stands in the cell must not be taken for Markdown, nor go on in another line. */
  private static String escaped(String cell) {
    return Cells.strip(cell)
        .replace('\n', ' ')
        .replace('\r', ' ')
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace("\\", "&#92;")
        .replace("|", "&#124;")
        .replace("*", "&#42;")
        .replace("`", "&#96;")
        .replace("[", "&#91;");
  }
}
