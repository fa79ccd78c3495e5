package io.kbaudit.database;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A table, procedure, function, index or the like of a database.
 *
 * @param name without the name of its schema, and without brackets
 * @param typeCode as the result has it, such as {@code FN} or {@code SQL_SCALAR_FUNCTION}
 * @param table that an index or a trigger is on
 * @param line of the result, counted from 1
 */
public record DatabaseObject(
    String name,
    Optional<String> schema,
    ObjectType type,
    String typeCode,
    Optional<String> table,
    int line) {

  /** Checks that nothing is null. */
  public DatabaseObject {
    requireNonNull(name, "name");
    requireNonNull(schema, "schema");
    requireNonNull(type, "type");
    requireNonNull(typeCode, "typeCode");
    requireNonNull(table, "table");
  }

  /**
   * Returns whether this is the object of that name, as SQL Server compares names unless told
   * otherwise: capitals count as small letters.
   *
   * @param other such as {@code fn_min}, {@code dbo.fn_min} or {@code [dbo].[fn_min]}; without a
   *     schema, in any
   */
  public boolean isNamed(String other) {
    return DatabaseName.areEqual(name, other)
        || new DatabaseName(schema, name).isMeantBy(DatabaseName.of(other));
  }

  /**
   * Returns whether this is on the table of that name, by {@link #isNamed}'s rules; an index has
   * the schema of its table.
   */
  public boolean isOn(String otherTable) {
    return table
        .map(DatabaseName::of)
        .map(own -> own.schema().isPresent() ? own : new DatabaseName(schema, own.name()))
        .filter(own -> own.isMeantBy(DatabaseName.of(otherTable)))
        .isPresent();
  }
}
