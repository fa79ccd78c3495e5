package io.kbaudit.database;

import static java.util.Objects.requireNonNull;

import io.kbaudit.export.ExportFormatException;
import io.kbaudit.export.ExportedRows;
import io.kbaudit.file.SourceName;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a database has, by the result of a query of it, such as {@link DatabaseQuery#TEXT}.
 *
 * @param source what the file is called
 * @param database the name of the database, where the result states one
 * @param objects in order
 */
public record DatabaseObjects(
    String source, Optional<String> database, List<DatabaseObject> objects) {

  /** Copies the list. */
  public DatabaseObjects {
    requireNonNull(source, "source");
    requireNonNull(database, "database");
    objects = List.copyOf(objects);
  }

  /**
   * Reads the result of a query, as CSV or JSON.
   *
   * @throws DatabaseFormatException where it is not understood, lacks a column that is needed, or
   *     is cut
   */
  public static DatabaseObjects read(Path file) throws IOException {
    String source = SourceName.of(file);
    ObjectRows rows = new ObjectRows();
    try {
      ExportedRows.read(file, rows::row);
    } catch (ExportFormatException e) {
      throw new DatabaseFormatException(source, e.line(), e.problem());
    }
    if (rows.objects().isEmpty()) {
      throw new DatabaseFormatException(
          source,
          1,
          "the result has no object: it is cut, or of another query, or whoever asked may not see"
              + " any (VIEW DEFINITION)");
    }
    return new DatabaseObjects(source, rows.database(), rows.objects());
  }

  /** Returns the objects of that name, by {@link DatabaseObject#isNamed}. */
  public List<DatabaseObject> named(String name) {
    return objects.stream().filter(each -> each.isNamed(name)).toList();
  }

  /**
   * Returns whether the result has any object of that type: else it may be of other types alone.
   */
  public boolean hasAny(ObjectType type) {
    return objects.stream().anyMatch(each -> each.type() == type);
  }
}
