package io.kbaudit.text;

import java.text.Normalizer;

/**
 * What a spreadsheet takes a text for that it is to calculate with, or to run (CWE-1236, "Improper
 * Neutralization of Formula Elements in a CSV File").
 *
 * <p>A formula begins with {@code =}, {@code +}, {@code -} or {@code @}; their wide, small and
 * raised forms, and the minus sign, may be taken for them. Where one of these is the first
 * character of the text, or the first after a semicolon, at which spreadsheets in many languages
 * part cells, an apostrophe is put before it: {@code '=1+1}. Blanks, quotation marks, apostrophes
 * and what does not print are skipped, and the apostrophe is put before those. So whoever wants the
 * text back drops the first apostrophe at each such place; none was there without one being added.
 */
public final class Formulas {
  private static final String FORMULA = "=+-@\u2212";
  private static final String SKIPPED = " '\"";

  private Formulas() {}

  /** Returns {@code line} with an apostrophe before each formula. */
  public static String disarmed(String line) {
    StringBuilder cell = new StringBuilder();
    int copied = 0;
    for (int begin = 0; begin >= 0; begin = nextBegin(line, begin)) {
      if (isFormulaAt(line, begin)) {
        cell.append(line, copied, begin).append('\'');
        copied = begin;
      }
    }
    return cell.isEmpty() ? line : cell.append(line, copied, line.length()).toString();
  }

  /** Returns the text of which {@code cell} is the {@link #disarmed} form. */
  public static String rearmed(String cell) {
    StringBuilder line = new StringBuilder();
    int copied = 0;
    for (int begin = 0; begin >= 0; begin = nextBegin(cell, begin)) {
      if (cell.startsWith("'", begin) && isFormulaAt(cell, begin)) {
        line.append(cell, copied, begin);
        copied = begin + 1;
      }
    }
    return copied == 0 ? cell : line.append(cell, copied, cell.length()).toString();
  }

  /** Returns where text begins behind the next semicolon; -1 where there is none. */
  private static int nextBegin(String line, int begin) {
    int semicolon = line.indexOf(';', begin);
    return semicolon < 0 ? -1 : semicolon + 1;
  }

  private static boolean isFormulaAt(String line, int begin) {
    int first = begin;
    while (first < line.length() && isSkipped(line.charAt(first))) {
      first++;
    }
    return first < line.length() && isFormula(line.charAt(first));
  }

  private static boolean isSkipped(char c) {
    return SKIPPED.indexOf(c) >= 0 || !(Printable.isPrintable(c) || Character.isSurrogate(c));
  }

  /** All forms of these characters are single units of UTF-16. */
  private static boolean isFormula(char first) {
    if (first < 0x80) {
      return FORMULA.indexOf(first) >= 0;
    }
    String plain = Normalizer.normalize(Character.toString(first), Normalizer.Form.NFKC);
    return FORMULA.indexOf(plain.charAt(0)) >= 0;
  }
}
