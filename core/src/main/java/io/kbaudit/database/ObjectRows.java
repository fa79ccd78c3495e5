package io.kbaudit.database;

import io.kbaudit.export.ExportFormatException;
import io.kbaudit.export.ExportedRow;
import io.kbaudit.text.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes the rows of a result, whose columns may have any of the names that are usual for them. */
final class ObjectRows {
  private static final List<String> NAMES = List.of("name", "object_name", "routine_name");
  private static final List<String> INDEX_NAMES = List.of("index_name");
  private static final List<String> TYPES =
      List.of("type", "type_desc", "object_type", "object_type_desc", "xtype", "routine_type");
  private static final List<String> SCHEMAS =
      List.of("schema_name", "schema", "object_schema", "routine_schema", "table_schema");
  private static final List<String> TABLES =
      List.of(
          "table_name", "table", "parent_name", "parent", "parent_object", "parent_object_name");
  private static final List<String> DATABASES =
      List.of("database_name", "database", "db_name", "db", "routine_catalog");

  /** INFORMATION_SCHEMA.ROUTINES says only this, and what the function returns. */
  private static final String FUNCTION = "FUNCTION";

  private static final String RETURNED = "data_type";

  /** What {@code sys.indexes} has of a table that has no clustered index; it has no name. */
  private static final List<String> HEAP = List.of("0", "HEAP");

  /** What SQL Server's own programs write for no value. */
  private static final String NULL = "NULL";

  private final List<DatabaseObject> objects = new ArrayList<>();
  private Optional<String> database = Optional.empty();

  void row(ExportedRow row) throws ExportFormatException {
    requireColumns(row);
    requireOneDatabase(row);
    Optional<String> index = first(row, INDEX_NAMES);
    Optional<String> name = index.or(() -> first(row, NAMES));
    List<String> codes = TYPES.stream().flatMap(each -> row.find(each).stream()).toList();
    if (name.isEmpty() && codes.stream().anyMatch(code -> HEAP.contains(code.strip()))) {
      return;
    }
    if (name.isEmpty()) {
      throw row.wrong("an object without a name");
    }
    if (index.isPresent()) {
      Optional<String> table = first(row, TABLES).or(() -> first(row, NAMES));
      add(row, index.get(), ObjectType.INDEX, codes.isEmpty() ? "INDEX" : codes.get(0), table);
    } else if (codes.isEmpty()) {
      throw row.wrong("no type is stated of " + Printable.quoted(name.get()));
    } else {
      addOfType(row, name.get(), codes);
    }
  }

  /** Returns the name of the database, where a row states it. */
  Optional<String> database() {
    return database;
  }

  List<DatabaseObject> objects() {
    return objects;
  }

  private void addOfType(ExportedRow row, String name, List<String> codes)
      throws ExportFormatException {
    ObjectType type = ObjectType.OTHER;
    String code = codes.get(0);
    for (String each : codes) {
      ObjectType stated = type(row, each);
      if (type != ObjectType.OTHER && stated != ObjectType.OTHER && type != stated) {
        throw row.wrong(
            "two types are stated of "
                + Printable.quoted(name)
                + ": "
                + Printable.quoted(code)
                + " and "
                + Printable.quoted(each));
      }
      if (type == ObjectType.OTHER && stated != ObjectType.OTHER) {
        type = stated;
        code = each;
      }
    }
    add(row, name, type, code, first(row, TABLES));
  }

  private static ObjectType type(ExportedRow row, String code) {
    if (code.strip().equalsIgnoreCase(FUNCTION)) {
      return row.find(RETURNED)
          .map(
              returned ->
                  returned.strip().equalsIgnoreCase("TABLE")
                      ? ObjectType.TABLE_FUNCTION
                      : ObjectType.SCALAR_FUNCTION)
          .orElse(ObjectType.OTHER);
    }
    return ObjectType.of(code);
  }

  /** The name of an index may have dots in it, and never has that of a schema in front. */
  private void add(
      ExportedRow row, String name, ObjectType type, String code, Optional<String> table)
      throws ExportFormatException {
    Optional<String> schema = first(row, SCHEMAS);
    boolean isWhole = schema.isPresent() || type == ObjectType.INDEX || type == ObjectType.OTHER;
    DatabaseName own = isWhole ? new DatabaseName(schema, name) : DatabaseName.of(name);
    if (own.name().isBlank()) {
      throw row.wrong("an object without a name: " + Printable.quoted(name));
    }
    objects.add(
        new DatabaseObject(own.name(), own.schema(), type, code.strip(), table, row.line()));
  }

  private static void requireColumns(ExportedRow row) throws ExportFormatException {
    boolean hasIndexes = has(row, INDEX_NAMES);
    if (!hasIndexes && !has(row, NAMES)) {
      throw row.wrong("no column has the names of objects (" + String.join(", ", NAMES) + ")");
    }
    if (!hasIndexes && !has(row, TYPES)) {
      throw row.wrong("no column has the types of objects (" + String.join(", ", TYPES) + ")");
    }
  }

  private static boolean has(ExportedRow row, List<String> names) {
    return row.columns().stream()
        .anyMatch(column -> names.stream().anyMatch(column::equalsIgnoreCase));
  }

  private void requireOneDatabase(ExportedRow row) throws ExportFormatException {
    Optional<String> stated = first(row, DATABASES);
    if (stated.isPresent()
        && database.isPresent()
        && !stated.get().equalsIgnoreCase(database.get())) {
      throw row.wrong(
          "the result is of two databases, "
              + Printable.quoted(database.get())
              + " and "
              + Printable.quoted(stated.get())
              + ": ask one at a time");
    }
    database = database.or(() -> stated);
  }

  private static Optional<String> first(ExportedRow row, List<String> names) {
    return names.stream()
        .flatMap(name -> row.find(name).stream())
        .map(String::strip)
        .filter(value -> !value.isEmpty() && !value.equals(NULL))
        .findFirst();
  }
}
