package io.kbaudit.msi;

import static java.util.Objects.requireNonNull;

/**
 * A column of a table. Immutable.
 *
 * @param maxLength of a text in characters, 0 where there is no limit; bytes of a number
 * @param key whether it is part of the primary key
 * @param nullable whether a cell may hold nothing
 * @param localizable whether its texts are there to be translated
 */
public record Column(
    String name, Type type, int maxLength, boolean key, boolean nullable, boolean localizable) {

  /** What a column holds. */
  public enum Type {
    /** Text. */
    TEXT,
    /** A signed number of 16 bits. */
    SHORT,
    /** A signed number of 32 bits. */
    LONG,
    /** A stream of its own, named after the table and the row's key. */
    STREAM
  }

  private static final int SIZE = 0x00FF;
  private static final int VALID = 0x0100;
  private static final int LOCALIZABLE = 0x0200;
  private static final int STRING = 0x0800;
  private static final int NULLABLE = 0x1000;
  private static final int KEY = 0x2000;
  private static final int LONG_BYTES = 4;

  /** Checks that nothing is null. */
  public Column {
    requireNonNull(name, "name");
    requireNonNull(type, "type");
  }

  /** Returns the column that {@code _Columns} describes by these bits. */
  static Column of(String name, int bits) {
    int size = bits & SIZE;
    Type type;
    if ((bits & ~(NULLABLE | KEY)) == (STRING | VALID)) {
      type = Type.STREAM;
    } else if ((bits & STRING) != 0) {
      type = Type.TEXT;
    } else {
      type = size == LONG_BYTES ? Type.LONG : Type.SHORT;
    }
    return new Column(
        name,
        type,
        size,
        (bits & KEY) != 0,
        (bits & NULLABLE) != 0,
        type == Type.TEXT && (bits & LOCALIZABLE) != 0);
  }

  /** Returns the bytes of a cell in the table's stream. */
  int width(int referenceBytes) {
    return switch (type) {
      case TEXT -> referenceBytes;
      case SHORT, STREAM -> 2;
      case LONG -> 4;
    };
  }
}
