package io.kbaudit.file;

/**
 * Text that is safe to print in one line.
 *
 * <p>File names and articles may carry anything: escape sequences that recolour a terminal, line
 * breaks that forge a row, marks that reverse the reading order. Each such character is shown as
 * {@code <U+202E>}; what is printable stays as it is, so a text made printable twice is unchanged.
 */
public final class Printable {
  /** Names on Windows end at 255 units; what is longer is a mistake or an attack. */
  private static final int MAXIMUM_CHARACTERS = 400;

  private Printable() {}

  /**
   * Returns {@code text} in one printable line of at most 400 characters; of a longer one the end
   * is left out, and its full length said.
   */
  public static String line(String text) {
    int shown = Math.min(text.length(), MAXIMUM_CHARACTERS);
    StringBuilder line = new StringBuilder(shown);
    text.substring(0, shown).codePoints().forEach(c -> append(line, c));
    if (shown < text.length()) {
      line.append("... (").append(text.length()).append(" characters)");
    }
    return line.toString();
  }

  /** Returns whether {@code codePoint} shows as itself and moves nothing else on the screen. */
  public static boolean isPrintable(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      case Character.SPACE_SEPARATOR -> codePoint == ' ';
      default -> true;
    };
  }

  private static void append(StringBuilder line, int codePoint) {
    if (isPrintable(codePoint)) {
      line.appendCodePoint(codePoint);
    } else {
      line.append("<U+").append(hex(codePoint)).append('>');
    }
  }

  private static String hex(int codePoint) {
    String digits = Integer.toHexString(codePoint).toUpperCase(java.util.Locale.ROOT);
    return "0".repeat(Math.max(0, 4 - digits.length())) + digits;
  }
}
