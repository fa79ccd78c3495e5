package io.kbaudit.article.reader.cell;

import io.kbaudit.text.PrintedDate;
import java.util.Optional;

/**
 * A date and a time printed in one cell, in either order.
 *
 * @param date a word that is a date
 * @param time a word that is a time
 */
record DateAndTime(String date, String time) {
  /** More than the longest date with the longest time has. */
  private static final int LONGEST = 60;

  /** Returns the two parts of {@code cell}; absent where it is something else. */
  static Optional<DateAndTime> find(String cell) {
    if (cell.length() > LONGEST || cell.indexOf(':') < 0) {
      return Optional.empty();
    }
    for (int i = 1; i < cell.length() - 1; i++) {
      if (Cells.isBlank(cell.charAt(i)) || isIsoSeparator(cell, i)) {
        String first = withoutComma(Cells.strip(cell.substring(0, i)));
        String second = Cells.strip(cell.substring(i + 1));
        if (PrintedDate.inColumn(first).isPresent() && Cells.isTime(second)) {
          return Optional.of(new DateAndTime(first, second));
        }
        if (Cells.isTime(first) && PrintedDate.inColumn(second).isPresent()) {
          return Optional.of(new DateAndTime(second, first));
        }
      }
    }
    return Optional.empty();
  }

  /** The T of ISO 8601, which nothing but digits surrounds. */
  private static boolean isIsoSeparator(String cell, int at) {
    return cell.charAt(at) == 'T'
        && Character.isDigit(cell.charAt(at - 1))
        && Character.isDigit(cell.charAt(at + 1));
  }

  private static String withoutComma(String word) {
    return word.endsWith(",") ? word.substring(0, word.length() - 1) : word;
  }
}
