package io.kbaudit.article;

import java.util.List;
import java.util.Map;

/**
 * A file table as found in an article, its cells not yet read.
 *
 * @param heading the line that announces it; empty where none does
 * @param firstLine of the table, counted from 1
 * @param lastLine of the table
 * @param rows in the order printed
 */
record FileTable(String heading, int firstLine, int lastLine, List<Row> rows) {
  FileTable {
    rows = List.copyOf(rows);
  }

  /** One row: where it is, and the text under each column that the table has. */
  record Row(int line, Map<Column, String> cells) {
    Row {
      cells = Map.copyOf(cells);
    }

    /** Returns the cell, empty where the table has no such column. */
    String cell(Column column) {
      return cells.getOrDefault(column, "");
    }
  }
}
