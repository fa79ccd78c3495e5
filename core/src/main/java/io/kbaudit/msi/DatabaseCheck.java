package io.kbaudit.msi;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Holds the tables of a database to each other: every table stream is named, every key is there
 * once, every cell that says it has a stream has one, and what is installed has the tables that it
 * needs.
 *
 * <p>The rules were tried on real files: none of 66 packages, patches and modules breaks one.
 */
final class DatabaseCheck {
  /** The tables that others cannot do without: the columns by which they refer to them. */
  private static final Map<String, String> NEEDED =
      Map.of("Component_", "Component", "Directory_", "Directory", "Feature_", "Feature");

  /** What may stand in front of a table's name once the mark of tables is damaged. */
  private static final int LONGEST_MARK = 2;

  private static final int MOST_PROBLEMS = 10;

  private final Database database;
  private final MsiKind kind;
  private final Set<String> streams;
  private final List<MsiProblem> problems = new ArrayList<>();

  /** Creates the check; {@code streams} are those that hold no table. */
  DatabaseCheck(Database database, MsiKind kind, Set<String> streams) {
    this.database = database;
    this.kind = kind;
    this.streams = streams;
  }

  /**
   * Returns what is wrong, at most ten things.
   *
   * @throws MsiFormatException if a table cannot be read
   */
  List<MsiProblem> run() throws IOException {
    database.textProblem().ifPresent(this::damaged);
    Set<String> named = Set.copyOf(database.tableNames());
    for (String stream : database.namesOfStreams()) {
      if (!named.contains(stream) && !Database.DESCRIBING.contains(stream)) {
        damaged("there is a stream of a table '" + stream + "', which _Tables does not name");
      }
    }
    for (String table : database.columnsOfNone()) {
      damaged("_Columns has columns of a table '" + table + "', which _Tables does not name");
    }
    Map<String, String> neededBy = new HashMap<>();
    for (String name : database.tableNames()) {
      Optional<Table> table = database.table(name);
      if (table.isPresent()) {
        checkCells(table.get());
        checkStreams(table.get());
        noteNeeds(table.get(), neededBy);
      }
    }
    checkNeeded(neededBy);
    return problems.size() <= MOST_PROBLEMS ? problems : firstProblems();
  }

  /** Windows Installer takes no row that lacks a value where its column needs one. */
  private void checkCells(Table table) {
    int rows = table.rows().size();
    for (int c = 0; c < table.columns().size(); c++) {
      Column column = table.columns().get(c);
      boolean needsValue = !column.nullable() && column.type() != Column.Type.STREAM;
      for (int row = 0; needsValue && row < rows; row++) {
        if (table.isNull(c, row)) {
          damaged(
              place(table, row)
                  + " has no value in column "
                  + column.name()
                  + (column.key() ? ", its key" : ", which needs one"));
          return;
        }
      }
    }
    findTwice(table, rows)
        .ifPresent(row -> damaged(place(table, row) + " has the key of another row"));
  }

  /** Rows are stored in the order of their keys, mostly, so that there is nothing to be sorted. */
  private static Optional<Integer> findTwice(Table table, int rows) {
    boolean hasKey = table.columns().stream().anyMatch(Column::key);
    if (!hasKey || ascends(table, rows)) {
      return Optional.empty();
    }
    List<Integer> byKey =
        IntStream.range(0, rows)
            .boxed()
            .sorted(((Comparator<Integer>) table::compareKeys).thenComparing(row -> row))
            .toList();
    return IntStream.range(1, rows)
        .filter(i -> table.compareKeys(byKey.get(i - 1), byKey.get(i)) == 0)
        .mapToObj(byKey::get)
        .findFirst();
  }

  private static boolean ascends(Table table, int rows) {
    for (int row = 1; row < rows; row++) {
      if (table.compareKeys(row - 1, row) >= 0) {
        return false;
      }
    }
    return true;
  }

  private void checkStreams(Table table) {
    List<Table.Row> rows = table.rows();
    for (int c = 0; c < table.columns().size(); c++) {
      if (table.columns().get(c).type() == Column.Type.STREAM) {
        for (int row = 0; row < rows.size(); row++) {
          Optional<String> stream = rows.get(row).value(c);
          if (stream.isPresent() && !streams.contains(stream.get())) {
            damaged(
                place(table, row)
                    + " says that it has the stream '"
                    + stream.get()
                    + "', and there is none");
          }
        }
      }
    }
  }

  private static void noteNeeds(Table table, Map<String, String> neededBy) {
    for (int c = 0; c < table.columns().size(); c++) {
      String needed = NEEDED.get(table.columns().get(c).name());
      if (needed != null && hasValue(table, c)) {
        neededBy.putIfAbsent(needed, table.name());
      }
    }
  }

  private static boolean hasValue(Table table, int column) {
    int rows = table.rows().size();
    for (int row = 0; row < rows; row++) {
      if (!table.isNull(column, row)) {
        return true;
      }
    }
    return false;
  }

  /** A table without a stream has no rows, as many have; not these. */
  private void checkNeeded(Map<String, String> neededBy) throws IOException {
    Set<String> filled = database.namesOfFilledStreams();
    List<String> names = database.tableNames();
    for (String name : names) {
      if (!filled.contains(name)) {
        streams.stream()
            .filter(stream -> stream.endsWith(name))
            .filter(stream -> stream.length() - name.length() <= LONGEST_MARK)
            .findFirst()
            .ifPresent(
                stream ->
                    damaged(
                        "table "
                            + name
                            + " has no stream, and there is one of the name '"
                            + stream
                            + "'"));
      }
    }
    neededBy.forEach(
        (needed, by) -> {
          if (names.contains(needed) && !filled.contains(needed)) {
            damaged("table " + needed + " has no stream, and table " + by + " refers to its rows");
          }
        });
    boolean hasRows = !Database.DESCRIBING.containsAll(filled);
    if (kind == MsiKind.PACKAGE
        && names.contains("Property")
        && !filled.contains("Property")
        && hasRows
        && isKnown(database.table("Property"))) {
      damaged("table Property has no stream, and every package has properties");
    }
  }

  /** A table of that name with other columns is told for those. */
  private static boolean isKnown(Optional<Table> properties) {
    return properties.stream()
        .flatMap(table -> table.columns().stream())
        .anyMatch(column -> column.name().equals("Value"));
  }

  private List<MsiProblem> firstProblems() {
    List<MsiProblem> first = new ArrayList<>(problems.subList(0, MOST_PROBLEMS - 1));
    first.add(
        new MsiProblem(
            MsiProblem.Kind.DAMAGED,
            String.format(
                Locale.ROOT,
                "and there are %,d more problems of its tables",
                problems.size() - first.size())));
    return first;
  }

  private static String place(Table table, int row) {
    return String.format(Locale.ROOT, "table %s, row %,d", table.name(), row + 1);
  }

  private void damaged(String text) {
    problems.add(new MsiProblem(MsiProblem.Kind.DAMAGED, text));
  }
}
