package io.kbaudit.deployment;

import static java.util.Objects.requireNonNull;

import io.kbaudit.database.ObjectType;
import java.util.List;
import java.util.Optional;

/**
 * What a package adds to a database where it is installed. Immutable.
 *
 * @param locations the names of those that are asked about the database; empty where each is that
 *     has the package
 * @param objects at least one
 */
public record DatabaseAddition(List<String> locations, List<RequiredObject> objects) {
  /**
   * An object that must be in the database.
   *
   * @param name of its own, with its schema or without
   * @param table that an index is on; absent of others
   */
  public record RequiredObject(ObjectType type, String name, Optional<String> table) {
    /** Checks that an index has its table, and nothing else one. */
    public RequiredObject {
      requireNonNull(type, "type");
      requireNonNull(table, "table");
      if (requireNonNull(name, "name").isBlank()) {
        throw new IllegalArgumentException("an object without name");
      }
      if (table.isPresent() != (type == ObjectType.INDEX)) {
        throw new IllegalArgumentException("an index is on a table, and nothing else is");
      }
    }

    /** Returns what to call it: {@code index 'x' on 'y'}. */
    @Override
    public String toString() {
      return type.words() + " '" + name + "'" + table.map(on -> " on '" + on + "'").orElse("");
    }
  }

  /** Checks that there is something to look for. */
  public DatabaseAddition {
    locations = List.copyOf(locations);
    objects = List.copyOf(objects);
    if (objects.isEmpty()) {
      throw new IllegalArgumentException("nothing is added");
    }
  }

  /** Returns whether the database is asked about at a location of this name. */
  public boolean isAskedAt(String other) {
    return locations.isEmpty() || locations.contains(other);
  }
}
