package io.kbaudit.msi;

import io.kbaudit.msi.AppliedTransform.ChangedTable;
import io.kbaudit.msi.TransformConditions.Condition;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A database as a transform makes it. A table whose changes cannot be read whole is left as it was,
 * and so is a row that is not there; both are said.
 */
final class TransformedDatabase {
  private static final int SAID_AT_MOST = 20;

  private final Database base;
  private final Database changes;
  private final TransformConditions conditions;
  private final AddedTexts texts;
  private final Map<String, List<Column>> schema = new LinkedHashMap<>();
  private final Map<String, Table> changed = new HashMap<>();
  private final Set<String> newTables = new LinkedHashSet<>();
  private final List<ChangedTable> counts = new ArrayList<>();
  private final Said problems = new Said();
  private final Said notes = new Said();

  /** Sentences, of which a hostile file has too many. */
  private static final class Said {
    private final List<String> first = new ArrayList<>();
    private int more;

    void add(String text) {
      if (first.size() < SAID_AT_MOST) {
        first.add(text);
      } else {
        more++;
      }
    }

    List<String> all() {
      List<String> all = new ArrayList<>(first);
      if (more > 0) {
        all.add("and there are " + more + " more");
      }
      return all;
    }
  }

  /**
   * Applies {@code changes} to {@code base}.
   *
   * @throws MsiFormatException if the base cannot be read
   */
  TransformedDatabase(Database base, Database changes, TransformConditions conditions)
      throws IOException {
    this.base = base;
    this.changes = changes;
    this.conditions = conditions;
    this.texts = new AddedTexts(base.pool());
    for (String name : base.tableNames()) {
      schema.put(name, base.columns(name));
    }
    applyTables();
    applyColumns();
    addEmptyTables();
    for (String name : changes.streamedTables()) {
      applyRows(name);
    }
  }

  List<String> tableNames() {
    return List.copyOf(schema.keySet());
  }

  Optional<Table> table(String name) throws IOException {
    if (!schema.containsKey(name)) {
      return Optional.empty();
    }
    Table table = changed.get(name);
    return table == null ? base.table(name) : Optional.of(table);
  }

  List<ChangedTable> counts() {
    return counts;
  }

  List<String> problems() {
    return problems.all();
  }

  List<String> notes() {
    return notes.all();
  }

  private void applyTables() throws IOException {
    for (RowChange change : read(Database.TABLES, Database.COLUMNS_OF_TABLES)) {
      String name = change.cells().get(0).toString();
      boolean isThere = schema.containsKey(name);
      switch (change.kind()) {
        case ADD -> {
          if (isThere) {
            said(Condition.ADD_EXISTING_TABLE, "it adds table " + name + ", which is there");
          } else {
            schema.put(name, new ArrayList<>());
            newTables.add(name);
          }
        }
        case REMOVE -> {
          if (isThere) {
            schema.remove(name);
            counts.add(new ChangedTable(name, false, true, 0, 0, 0));
          } else {
            said(
                Condition.REMOVE_MISSING_TABLE,
                "it removes table " + name + ", which is not there");
          }
        }
        case CHANGE -> said(Condition.NOT_UNDERSTOOD, "it changes the name of table " + name);
      }
    }
  }

  /** A column without a number stands behind those before it. */
  private void applyColumns() throws IOException {
    Map<String, SortedMap<Integer, Column>> added = new LinkedHashMap<>();
    for (RowChange change : read(Database.COLUMNS, Database.COLUMNS_OF_COLUMNS)) {
      String table = change.cells().get(0).toString();
      String name = change.cells().get(2).toString();
      if (change.kind() != RowChange.Kind.ADD) {
        if (schema.containsKey(table)) {
          said(
              Condition.NOT_UNDERSTOOD,
              (change.kind() == RowChange.Kind.REMOVE ? "it removes" : "it changes")
                  + " column "
                  + number(change.cells().get(1))
                  + " of table "
                  + table
                  + ", which is left as it is");
        }
        continue;
      }
      if (!schema.containsKey(table)) {
        said(
            Condition.NOT_UNDERSTOOD,
            "it adds column " + name + " to table " + table + ", which is not there");
        continue;
      }
      SortedMap<Integer, Column> columns = added.computeIfAbsent(table, this::numbered);
      int stated = number(change.cells().get(1));
      int number = stated == 0 ? columns.size() + 1 : stated;
      Column column = Column.of(name, number(change.cells().get(3)) & 0xFFFF);
      Column before = columns.putIfAbsent(number, column);
      if (before != null && !before.equals(column)) {
        said(
            Condition.NOT_UNDERSTOOD,
            "it adds column " + name + " of table " + table + " in place of " + before.name());
      }
    }
    for (Map.Entry<String, SortedMap<Integer, Column>> table : added.entrySet()) {
      SortedMap<Integer, Column> columns = table.getValue();
      if (columns.firstKey() != 1 || columns.lastKey() != columns.size()) {
        said(
            Condition.NOT_UNDERSTOOD,
            "it leaves out a column of table " + table.getKey() + ", which is left as it is");
      } else {
        schema.put(table.getKey(), List.copyOf(columns.values()));
      }
    }
    for (String name : newTables) {
      if (schema.getOrDefault(name, List.of()).isEmpty()) {
        said(Condition.NOT_UNDERSTOOD, "it adds table " + name + ", and no columns of it");
        schema.remove(name);
      }
    }
  }

  /** Without any change of its rows, a table is new all the same, or has more columns. */
  private void addEmptyTables() throws IOException {
    for (Map.Entry<String, List<Column>> table : schema.entrySet()) {
      String name = table.getKey();
      boolean isNew = newTables.contains(name);
      if (isNew || !table.getValue().equals(base.columns(name))) {
        Optional<Table> before = isNew ? Optional.empty() : base.table(name);
        changed.put(name, new RowEditor(name, table.getValue(), texts, before).table());
        if (changes.stream(name).isEmpty()) {
          counts.add(new ChangedTable(name, isNew, false, 0, 0, 0));
        }
      }
    }
  }

  private SortedMap<Integer, Column> numbered(String table) {
    SortedMap<Integer, Column> columns = new TreeMap<>();
    for (Column column : schema.getOrDefault(table, List.of())) {
      columns.put(columns.size() + 1, column);
    }
    return columns;
  }

  /** The stored number of a cell of 16 bits; 0 for nothing. */
  private static int number(Object cell) {
    return cell.equals(RowChange.NOTHING) ? 0 : (Integer) cell - Short.MAX_VALUE - 1;
  }

  private void applyRows(String name) throws IOException {
    List<Column> columns = schema.get(name);
    if (columns == null) {
      said(Condition.NOT_UNDERSTOOD, "it changes table " + name + ", which is not there");
      return;
    }
    List<RowChange> rows = read(name, columns);
    if (rows.isEmpty()) {
      return;
    }
    Optional<Table> before;
    try {
      before = newTables.contains(name) ? Optional.empty() : base.table(name);
    } catch (MsiFormatException e) {
      problems.add(e.problem().text() + "; none of the changes of this table is applied");
      return;
    }
    RowEditor editor = new RowEditor(name, columns, texts, before);
    for (RowChange row : rows) {
      switch (editor.apply(row)) {
        case DONE -> {}
        case WAS_THERE ->
            said(
                Condition.ADD_EXISTING_ROW,
                "it adds row "
                    + editor.keyOf(row)
                    + " of table "
                    + name
                    + ", which is there, and is replaced");
        case NOT_THERE ->
            said(
                row.kind() == RowChange.Kind.REMOVE
                    ? Condition.REMOVE_MISSING_ROW
                    : Condition.CHANGE_MISSING_ROW,
                (row.kind() == RowChange.Kind.REMOVE ? "it removes row " : "it changes row ")
                    + editor.keyOf(row)
                    + " of table "
                    + name
                    + ", which is not there");
      }
    }
    changed.put(name, editor.table());
    counts.add(editor.count(newTables.contains(name)));
  }

  /** Returns the changes of a table; none, with a problem said, if they cannot all be read. */
  private List<RowChange> read(String table, List<Column> columns) throws IOException {
    Optional<byte[]> bytes = changes.stream(table);
    if (bytes.isEmpty()) {
      return List.of();
    }
    try {
      return RowChanges.read(table, columns, changes.pool(), bytes.get());
    } catch (MsiFormatException e) {
      problems.add(e.problem().text() + "; none of the changes of this table is applied");
      return List.of();
    }
  }

  private void said(Condition condition, String text) {
    if (conditions.bears(condition)) {
      notes.add(text);
    } else {
      problems.add(text);
    }
  }
}
