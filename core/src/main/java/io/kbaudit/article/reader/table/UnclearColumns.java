package io.kbaudit.article.reader.table;

import io.kbaudit.article.Variant;
import io.kbaudit.article.reader.cell.Column;
import io.kbaudit.article.reader.cell.ColumnHeading;
import io.kbaudit.article.reader.cell.Shape;
import io.kbaudit.article.reader.cell.WholeCells;
import io.kbaudit.article.reader.table.FileTable.Row;
import io.kbaudit.article.reader.table.FileTable.UnreadColumn;
import io.kbaudit.text.Processors;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Settles what stands under headings that are not understood, or stand twice: the column is what
 * all its cells plainly are, where the table has no other such column; else it is said to be
 * unread, if it holds values at all. No column of values is lost.
 */
final class UnclearColumns {
  private final FileTable table;
  private final List<String> headings;
  private final Map<Integer, Column> taken = new HashMap<>();
  private final List<UnreadColumn> unread = new ArrayList<>();

  private UnclearColumns(FileTable table) {
    this.table = table;
    this.headings = table.facts().unclear();
  }

  /** Returns {@code table} with its unclear columns settled. */
  static FileTable settledIn(FileTable table) {
    return table.facts().unclear().isEmpty() || table.rows().isEmpty()
        ? table
        : new UnclearColumns(table).settled();
  }

  private FileTable settled() {
    Map<Integer, Column> alike = new HashMap<>();
    Set<Column> printed = EnumSet.noneOf(Column.class);
    printed.addAll(table.facts().columns());
    for (int i = 0; i < headings.size(); i++) {
      Optional<Column> column = columnOf(i);
      if (column.isPresent()) {
        alike.put(i, column.get());
      } else if (holdsValues(i)) {
        unread.add(unread(i));
      }
    }
    alike.forEach(
        (i, column) -> {
          boolean only = alike.values().stream().filter(column::equals).count() == 1;
          if (only && isFree(column, printed, alike.values()) && !saysMore(i, column)) {
            taken.put(i, column);
          } else if (column.isAttribute()) {
            unread.add(unread(i));
          }
        });
    Set<Column> columns = EnumSet.copyOf(printed);
    columns.addAll(taken.values());
    return table.settled(
        columns, table.rows().stream().map(this::withUnclearCells).toList(), unread);
  }

  /** Whether nothing else in the table says the same of a file. */
  private static boolean isFree(Column column, Set<Column> printed, Collection<Column> unclear) {
    return !printed.contains(column)
        && switch (column) {
          case DATE -> !printed.contains(Column.MODIFIED) && !unclear.contains(Column.MODIFIED);
          case TIME -> printed.contains(Column.DATE) || unclear.contains(Column.DATE);
          case MODIFIED -> !printed.contains(Column.DATE) && !unclear.contains(Column.DATE);
          default -> true;
        };
  }

  private boolean saysMore(int i, Column column) {
    return switch (column) {
      case DATE, TIME, MODIFIED -> ColumnHeading.saysMoreOfTimes(headings.get(i));
      default -> false;
    };
  }

  private Row withUnclearCells(Row row) {
    if (taken.isEmpty() || row.unclear().isEmpty()) {
      return row;
    }
    Map<Column, String> cells = new EnumMap<>(Column.class);
    cells.putAll(row.cells());
    taken.forEach(
        (i, column) -> {
          if (!row.unclear().get(i).isEmpty()) {
            cells.putIfAbsent(column, row.unclear().get(i));
          }
        });
    return row.withCells(WholeCells.of(cells));
  }

  /** Returns the column of which all cells are, as far as they say anything. */
  private Optional<Column> columnOf(int i) {
    Set<Column> columns = EnumSet.noneOf(Column.class);
    boolean numbers = false;
    for (String cell : cells(i)) {
      Shape shape = Shape.of(cell);
      if (shape == Shape.NUMBER) {
        numbers = true;
      } else {
        columns.add(columnOf(cell, shape));
      }
    }
    boolean one = columns.size() == 1 && !columns.contains(Column.OTHER);
    boolean mayBeNumbers = !numbers || columns.contains(Column.SIZE);
    return one && mayBeNumbers ? columns.stream().findFirst() : Optional.empty();
  }

  private static Column columnOf(String cell, Shape shape) {
    if (shape.isAttribute()) {
      return shape.column().orElse(Column.OTHER);
    }
    if (Variant.isBranch(cell)) {
      return Column.BRANCH;
    }
    return Processors.namedBy(cell).isEmpty() ? Column.OTHER : Column.PLATFORM;
  }

  /** Whether at least half of the cells are values. */
  private boolean holdsValues(int i) {
    List<String> cells = cells(i);
    long values = cells.stream().filter(cell -> Shape.of(cell).isAttribute()).count();
    return values > 0 && 2 * values >= cells.size();
  }

  private UnreadColumn unread(int i) {
    return new UnreadColumn(table.firstLine(), headings.get(i), cells(i).get(0));
  }

  private List<String> cells(int i) {
    return table.rows().stream()
        .filter(row -> !row.unclear().isEmpty())
        .map(row -> row.unclear().get(i))
        .filter(cell -> Shape.of(cell) != Shape.NOTHING)
        .toList();
  }
}
