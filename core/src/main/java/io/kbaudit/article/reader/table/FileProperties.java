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
    return cells.putIfAbsent(property.column(), property.value()) == null
        || !property.column().isAttribute();
  }

  Map<Column, String> cells() {
    return WholeCells.of(cells);
  }
}
