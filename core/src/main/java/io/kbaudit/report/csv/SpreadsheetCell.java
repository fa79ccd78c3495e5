package io.kbaudit.report.csv;

import io.kbaudit.text.Printable;
import java.text.Normalizer;

/**
 * A text as the cell of a table that people open with a spreadsheet, which is not to calculate with
 * it, nor run anything (CWE-1236, "Improper Neutralization of Formula Elements in a CSV File").
 *
 * <p>A formula begins with {@code =}, {@code +}, {@code -} or {@code @}; their wide, small and
 * raised forms, and the minus sign, may be taken for them. Where one of these is the first
 * character of the text, or the first after a semicolon, at which spreadsheets in many languages
 * part cells, an apostrophe is put before it: {@code '=1+1}. Blanks, quotation marks and
 * apostrophes between are skipped, and the apostrophe is put before those. So whoever wants the
 * text back drops the first apostrophe at each such place; none was there without one being added.
 */
final class SpreadsheetCell {
  /** What Excel holds in a cell ("Excel specifications and limits"); it cuts or refuses more. */
  static final int LONGEST = 32_767;

  /** So many apostrophes are added at most, that a cell cannot grow beyond the limit. */
  private static final int LONGEST_BEFORE = LONGEST / 2;

  private static final String FORMULA = "=+-@\u2212";
  private static final String SKIPPED = " '\"";

  private SpreadsheetCell() {}

  /**
   * Returns {@code text} in one printable line, as {@link Printable} shows it, that is no formula.
   */
  static String of(String text) {
    String line = Printable.atMost(LONGEST, text);
    String cell = guarded(line);
    return cell.length() <= LONGEST ? cell : guarded(Printable.atMost(LONGEST_BEFORE, text));
  }

  private static String guarded(String line) {
    StringBuilder cell = new StringBuilder();
    int copied = 0;
    int begin = 0;
    while (begin <= line.length()) {
      int first = begin;
      while (first < line.length() && SKIPPED.indexOf(line.charAt(first)) >= 0) {
        first++;
      }
      if (first < line.length() && isFormula(line.charAt(first))) {
        cell.append(line, copied, begin).append('\'');
        copied = begin;
      }
      int semicolon = line.indexOf(';', first);
      begin = semicolon < 0 ? line.length() + 1 : semicolon + 1;
    }
    return cell.isEmpty() ? line : cell.append(line, copied, line.length()).toString();
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
