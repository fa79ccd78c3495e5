package io.kbaudit.msi;

/**
 * Names of streams as an installer database stores them: two of 64 characters in one UTF-16 unit of
 * a range that names do not use, and a mark in front of those of tables.
 */
final class StreamName {
  /** The characters that are packed; a character's place is its six-bit code. */
  private static final String ALPHABET =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz._";

  /** The unit in front of a table's name. */
  private static final char TABLE_MARK = 0x4840;

  /** Units from here on hold two characters, the first in the low six bits. */
  private static final int FIRST_PAIR = 0x3800;

  /** Units from here on hold one character. */
  private static final int FIRST_SINGLE = 0x4800;

  private static final int SIX_BITS = 0x3F;

  private StreamName() {}

  /** Returns the name that is stored so; of a table, the table's. */
  static String decode(String stored) {
    StringBuilder name = new StringBuilder(2 * stored.length());
    for (int i = isTable(stored) ? 1 : 0; i < stored.length(); i++) {
      char unit = stored.charAt(i);
      if (unit >= FIRST_PAIR && unit < FIRST_SINGLE) {
        int pair = unit - FIRST_PAIR;
        name.append(ALPHABET.charAt(pair & SIX_BITS)).append(ALPHABET.charAt(pair >> 6));
      } else if (unit >= FIRST_SINGLE && unit < TABLE_MARK) {
        name.append(ALPHABET.charAt(unit - FIRST_SINGLE));
      } else {
        name.append(unit);
      }
    }
    return name.toString();
  }

  /** Returns the name to be printed: those of property sets begin with a control character. */
  static String printed(String stored) {
    String name = decode(stored);
    return !name.isEmpty() && name.charAt(0) < ' ' ? name.substring(1) : name;
  }

  /** Returns whether a stream that is stored so holds a table. */
  static boolean isTable(String stored) {
    return !stored.isEmpty() && stored.charAt(0) == TABLE_MARK;
  }
}
