package io.kbaudit.report.csv;

import io.kbaudit.text.Formulas;
import io.kbaudit.text.Printable;

/**
 * A text as the cell of a table that people open with a spreadsheet, which is not to calculate with
 * it, nor run anything: {@link Formulas} in it are disarmed, and it is no longer than a cell is.
 */
final class SpreadsheetCell {
  /** What Excel holds in a cell ("Excel specifications and limits"); it cuts or refuses more. */
  static final int LONGEST = 32_767;

  /** So many apostrophes are added at most, that a cell cannot grow beyond the limit. */
  private static final int LONGEST_BEFORE = LONGEST / 2;

  private SpreadsheetCell() {}

  /**
   * Returns {@code text} in one printable line, as {@link Printable} shows it, that is no formula.
   */
  static String of(String text) {
    String line = Printable.atMost(LONGEST, text);
    String cell = Formulas.disarmed(line);
    return cell.length() <= LONGEST
        ? cell
        : Formulas.disarmed(Printable.atMost(LONGEST_BEFORE, text));
  }
}
