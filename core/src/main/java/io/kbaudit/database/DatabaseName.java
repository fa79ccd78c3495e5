package io.kbaudit.database;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The name of an object, with that of its schema where it is stated. */
record DatabaseName(Optional<String> schema, String name) {

  /**
   * Reads a name as T-SQL writes it: {@code fn_min}, {@code dbo.fn_min}, {@code [dbo].[fn_min]},
   * {@code "dbo"."fn_min"}, also below the names of a server and a database. Within brackets a
   * bracket is doubled.
   */
  static DatabaseName of(String text) {
    List<String> parts = parts(text.strip());
    int last = parts.size() - 1;
    Optional<String> schema =
        last > 0
            ? Optional.of(parts.get(last - 1)).filter(each -> !each.isEmpty())
            : Optional.empty();
    return new DatabaseName(schema, parts.get(last));
  }

  /** Returns whether this is what {@code other} names; a schema that one of them lacks is any. */
  boolean isMeantBy(DatabaseName other) {
    return areEqual(name, other.name)
        && (schema.isEmpty()
            || other.schema.isEmpty()
            || areEqual(schema.get(), other.schema.get()));
  }

  /**
   * Returns whether two names are one: capitals and trailing blanks do not count. The dotless i and
   * the long s are no ASCII letters, here as in the collations.
   */
  static boolean areEqual(String one, String other) {
    return capitals(one.stripTrailing()).equals(capitals(other.stripTrailing()));
  }

  private static String capitals(String name) {
    StringBuilder capitals = new StringBuilder(name.length());
    name.codePoints()
        .map(
            c -> {
              int upper = Character.toUpperCase(c);
              return upper < 0x80 && c >= 0x80 ? c : upper;
            })
        .forEach(capitals::appendCodePoint);
    return capitals.toString();
  }

  private static List<String> parts(String text) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    char closing = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (closing != 0) {
        if (c != closing) {
          part.append(c);
        } else if (i + 1 < text.length() && text.charAt(i + 1) == closing) {
          part.append(c);
          i++;
        } else {
          closing = 0;
        }
      } else if (part.length() == 0 && (c == '[' || c == '"')) {
        closing = c == '[' ? ']' : '"';
      } else if (c == '.') {
        parts.add(part.toString());
        part.setLength(0);
      } else {
        part.append(c);
      }
    }
    parts.add(part.toString());
    return parts;
  }
}
