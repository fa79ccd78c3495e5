package io.kbaudit.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date as articles print it, and the days that it may mean. Immutable.
 *
 * @param monthFirst the day that is meant where months come before days; absent where there is none
 * @param dayFirst the day that is meant where days come before months; the same, where the text
 *     names the month, or the year comes first
 */
public record PrintedDate(Optional<LocalDate> monthFirst, Optional<LocalDate> dayFirst) {
  private static final String SEPARATOR = "[-/ .]{1,2}";
  private static final String YEAR = "([0-9]{4}|[0-9]{2})";

  /** As in 10-Mar-2011, 21-Aug-20, 20-June-2015, 10 March 2011. */
  private static final Pattern DAY_MONTH_YEAR =
      Pattern.compile("([0-9]{1,2})" + SEPARATOR + "([A-Za-z]{3,9})" + SEPARATOR + YEAR);

  /** As in Mar-27-2002, Aug-1-2001, March 27, 2002. */
  private static final Pattern MONTH_DAY_YEAR =
      Pattern.compile(
          "([A-Za-z]{3,9})" + SEPARATOR + "([0-9]{1,2})(?:" + SEPARATOR + "|, ?)" + YEAR);

  private static final Pattern YEAR_FIRST =
      Pattern.compile("([0-9]{4})([-/.])([0-9]{2})\\2([0-9]{2})");

  /** As in 04/23/2002, 6/10/00, 10-14-98, 28/08/01, 16.05.2002. */
  private static final Pattern NUMBERS =
      Pattern.compile("([0-9]{1,2})([-/.])([0-9]{1,2})\\2" + YEAR);

  private static final List<String> MONTHS =
      List.of(
          "january",
          "february",
          "march",
          "april",
          "may",
          "june",
          "july",
          "august",
          "september",
          "october",
          "november",
          "december");

  /** Two-digit years from here on are of the 1900s: no file in an article is older than MS-DOS. */
  private static final int FIRST_YEAR_OF_1900S = 80;

  private static final int LONGEST = 20;

  /** Returns the date that {@code cell} is; absent where it means no day of the calendar. */
  public static Optional<PrintedDate> find(String cell) {
    if (cell.length() > LONGEST) {
      return Optional.empty();
    }
    Matcher named = DAY_MONTH_YEAR.matcher(cell);
    if (named.matches()) {
      return sure(year(named.group(3)), month(named.group(2)), number(named.group(1)));
    }
    Matcher american = MONTH_DAY_YEAR.matcher(cell);
    if (american.matches()) {
      return sure(year(american.group(3)), month(american.group(1)), number(american.group(2)));
    }
    Matcher iso = YEAR_FIRST.matcher(cell);
    if (iso.matches()) {
      return sure(number(iso.group(1)), number(iso.group(3)), number(iso.group(4)));
    }
    Matcher numbers = NUMBERS.matcher(cell);
    // Two digits behind a dot are more like a version.
    return numbers.matches() && (!numbers.group(2).equals(".") || numbers.group(4).length() == 4)
        ? either(numbers)
        : Optional.empty();
  }

  /** Returns whether the order in which the text has day and month makes a difference. */
  boolean isAmbiguous() {
    return monthFirst.isPresent() && dayFirst.isPresent() && !monthFirst.equals(dayFirst);
  }

  /** Returns the day that is meant, whatever the order; absent where that decides. */
  public Optional<LocalDate> sureDay() {
    return isAmbiguous() ? Optional.empty() : monthFirst.or(() -> dayFirst);
  }

  private static Optional<PrintedDate> sure(int year, int month, int day) {
    Optional<LocalDate> only = day(year, month, day);
    return only.map(date -> new PrintedDate(only, only));
  }

  private static Optional<PrintedDate> either(Matcher numbers) {
    int year = year(numbers.group(4));
    int first = number(numbers.group(1));
    int second = number(numbers.group(3));
    PrintedDate date = new PrintedDate(day(year, first, second), day(year, second, first));
    return date.monthFirst.isPresent() || date.dayFirst.isPresent()
        ? Optional.of(date)
        : Optional.empty();
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }

  private static int year(String digits) {
    int year = number(digits);
    if (digits.length() == 4) {
      return year;
    }
    return year >= FIRST_YEAR_OF_1900S ? 1900 + year : 2000 + year;
  }

  /** Returns 1 to 12, or 0 for a word that is neither a month nor the first letters of one. */
  private static int month(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    for (int i = 0; i < MONTHS.size(); i++) {
      if (MONTHS.get(i).startsWith(lower)) {
        return i + 1;
      }
    }
    return 0;
  }

  private static Optional<LocalDate> day(int year, int month, int day) {
    try {
      return Optional.of(LocalDate.of(year, month, day));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }
}
