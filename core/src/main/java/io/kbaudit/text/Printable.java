package io.kbaudit.text;

import java.util.Locale;

/**
 * Text that is safe to print in one line.
 *
 * <p>File names and articles may carry anything: escape sequences that recolour a terminal, line
 * breaks that forge a row, marks that reverse the reading order, commands to whatever runs builds
 * and reads what they print. Each such character, and the first of such a command, is shown as
 * {@code <U+202E>}; what is printable stays as it is, so a text made printable twice is unchanged.
 */
public final class Printable {
  /** Names on Windows end at 255 units; a longer line is a mistake or an attack. */
  private static final int LONGEST_LINE = 400;

  /** Enough to recognise a text that is quoted in a sentence. */
  private static final int LONGEST_EXCERPT = 160;

  private Printable() {}

  /** Returns {@code text} in one line of at most 400 characters; what is cut off is counted. */
  public static String line(String text) {
    return atMost(LONGEST_LINE, text);
  }

  /**
   * Returns {@code text} as {@link #line}, in at most 160 characters, to be quoted in a sentence.
   */
  public static String excerpt(String text) {
    return atMost(LONGEST_EXCERPT, text);
  }

  /** Returns {@link #excerpt} between single quotation marks. */
  public static String quoted(String text) {
    return "'" + excerpt(text) + "'";
  }

  /** Returns all of {@code text} in one line, however long that is. */
  public static String uncut(String text) {
    if (isAllPrintable(text)) {
      return text;
    }
    StringBuilder line = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      append(line, text, i);
    }
    return line.toString();
  }

  /**
   * Returns {@code text} as {@link #line}, in at most so many characters; no fewer than what is cut
   * off takes to be counted.
   */
  public static String atMost(int longest, String text) {
    if (text.length() <= longest && isAllPrintable(text)) {
      return text;
    }
    String ending = "... (" + English.counted(text.length(), "character") + ")";
    StringBuilder line = new StringBuilder();
    int endOfCut = 0;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      append(line, text, i);
      if (line.length() > longest) {
        return line.substring(0, endOfCut) + ending;
      }
      if (line.length() <= longest - ending.length()) {
        endOfCut = line.length();
      }
    }
    return line.toString();
  }

  private static boolean isAllPrintable(String text) {
    int codePoint;
    for (int i = 0; i < text.length(); i += Character.charCount(codePoint)) {
      codePoint = text.codePointAt(i);
      if (!isPrintable(codePoint) || beginsCommand(text, i)) {
        return false;
      }
    }
    return true;
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

  /**
   * Whether a command begins here: {@code ##vso[task.complete result=Succeeded]} to Azure Pipelines
   * and {@code ##teamcity[buildStatus status='SUCCESS']} to TeamCity, wherever it stands; {@code
   * ::stop-commands::} to GitHub Actions, at the beginning.
   */
  private static boolean beginsCommand(String text, int at) {
    char c = text.charAt(at);
    if (c == ':') {
      return text.startsWith("::", at) && isBlankBefore(text, at);
    }
    if (c != '#' || !text.startsWith("##", at)) {
      return false;
    }
    int end = at + 2;
    while (end < text.length() && isAsciiLetter(text.charAt(end))) {
      end++;
    }
    return end < text.length() && text.charAt(end) == '[';
  }

  private static boolean isBlankBefore(String text, int at) {
    int i = 0;
    while (i < at && text.charAt(i) == ' ') {
      i++;
    }
    return i == at;
  }

  private static boolean isAsciiLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static void append(StringBuilder line, String text, int at) {
    int codePoint = text.codePointAt(at);
    if (isPrintable(codePoint) && !beginsCommand(text, at)) {
      line.appendCodePoint(codePoint);
    } else {
      line.append("<U+").append(hex(codePoint)).append('>');
    }
  }

  private static String hex(int codePoint) {
    String digits = Integer.toHexString(codePoint).toUpperCase(Locale.ROOT);
    return "0".repeat(Math.max(0, 4 - digits.length())) + digits;
  }
}
