package io.kbaudit.msi;

import io.kbaudit.msi.AppliedTransform.ChangedTable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** The rows of one table, found by their keys while a transform changes them. */
final class RowEditor {
  /** What came of a change. */
  enum Outcome {
    /** It was made. */
    DONE,
    /** It was made, in place of a row that should not have been there. */
    WAS_THERE,
    /** It was not made: there is no such row. */
    NOT_THERE
  }

  private final String name;
  private final List<Column> columns;
  private final AddedTexts texts;
  private final int[] keys;
  private final List<int[]> rows = new ArrayList<>();
  private final Map<List<Object>, Integer> byKey = new HashMap<>();

  /** Rows that were removed stay in their places, lest all others move. */
  private final BitSet removedRows = new BitSet();

  private int added;
  private int changed;
  private int removed;

  RowEditor(String name, List<Column> columns, AddedTexts texts, Optional<Table> before) {
    this.name = name;
    this.columns = columns;
    this.texts = texts;
    this.keys = IntStream.range(0, columns.size()).filter(i -> columns.get(i).key()).toArray();
    if (before.isPresent()) {
      Table table = before.get();
      for (int i = 0; i < table.rows().size(); i++) {
        int[] row = new int[columns.size()];
        for (int c = 0; c < table.columns().size(); c++) {
          row[c] = table.stored(c, i);
        }
        byKey.putIfAbsent(keyOf(row), rows.size());
        rows.add(row);
      }
    }
  }

  Outcome apply(RowChange change) {
    List<Object> key = IntStream.of(keys).mapToObj(change.cells()::get).toList();
    Integer index = byKey.get(key);
    switch (change.kind()) {
      case ADD -> {
        if (index != null) {
          put(rows.get(index), change);
          changed++;
          return Outcome.WAS_THERE;
        }
        int[] row = new int[columns.size()];
        put(row, change);
        byKey.put(key, rows.size());
        rows.add(row);
        added++;
      }
      case CHANGE -> {
        if (index == null) {
          return Outcome.NOT_THERE;
        }
        put(rows.get(index), change);
        changed++;
      }
      case REMOVE -> {
        if (index == null) {
          return Outcome.NOT_THERE;
        }
        removedRows.set(index);
        byKey.remove(key);
        removed++;
      }
    }
    return Outcome.DONE;
  }

  /** Returns the key of a row as people read it. */
  String keyOf(RowChange change) {
    List<String> parts = new ArrayList<>();
    for (int key : keys) {
      Object cell = change.cells().get(key);
      parts.add(
          cell instanceof Integer stored
              ? stored == 0 ? "" : Integer.toString(Table.number(columns.get(key), stored))
              : cell.toString());
    }
    return "'" + String.join(".", parts) + "'";
  }

  Table table() {
    int left = rows.size() - removedRows.cardinality();
    int[][] cells = new int[columns.size()][left];
    int at = 0;
    for (int i = 0; i < rows.size(); i++) {
      if (!removedRows.get(i)) {
        for (int c = 0; c < cells.length; c++) {
          cells[c][at] = rows.get(i)[c];
        }
        at++;
      }
    }
    return new Table(name, columns, texts, cells);
  }

  ChangedTable count(boolean isNew) {
    return new ChangedTable(name, isNew, false, added, changed, removed);
  }

  private void put(int[] row, RowChange change) {
    change.stated().stream()
        .forEach(
            i -> {
              Object cell = change.cells().get(i);
              row[i] = cell instanceof String text ? texts.add(text) : (Integer) cell;
            });
  }

  private List<Object> keyOf(int[] row) {
    return IntStream.of(keys)
        .mapToObj(
            key -> {
              boolean isText = columns.get(key).type() == Column.Type.TEXT && row[key] != 0;
              String text = isText ? texts.text(row[key]) : "";
              return isText && !text.isEmpty() ? (Object) text : isText ? 0 : row[key];
            })
        .toList();
  }
}
