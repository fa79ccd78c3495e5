package io.kbaudit.article.reader.table;

import io.kbaudit.article.reader.cell.Column;
import io.kbaudit.article.reader.cell.WholeCells;
import java.util.EnumMap;
import java.util.Map;

/** What is said of one file, a property at a time. */
final class FileProperties {
  private final int line;
  private final Map<Column, String> cells = new EnumMap<>(Column.class);

  FileProperties(int line) {
    this.line = line;
  }

  /** Returns the line on which it begins. */
  int line() {
    return line;
  }

  /** Puts in a property; whether it is the first, or says nothing that a file is held to. */
  boolean takes(FileProperty property) {
    Column column = property.column();
    if (column.isAttribute() && cells.keySet().stream().anyMatch(column::saysTheSameAs)) {
      return false;
    }
    cells.putIfAbsent(column, property.value());
    return true;
  }

  /** Returns whether something is said to which the file can be held. */
  boolean hasValue() {
    return cells.keySet().stream().anyMatch(Column::isAttribute);
  }

  Map<Column, String> cells() {
    return WholeCells.of(cells);
  }
}
