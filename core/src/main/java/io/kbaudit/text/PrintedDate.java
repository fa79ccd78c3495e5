package io.kbaudit.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
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
  private static final Vocabulary WORDS = Vocabulary.ofAllLanguages();

  /** What stands between the parts: {@code 23. Aug. 2004}, {@code 23 de agosto de 2004}. */
  private static final String SEPARATOR =
      "[-/ .]{1,2}(?:(?:" + WORDS.dateWordPattern() + ")[. ]{1,2})?";

  private static final String YEAR = "([0-9]{4}|[0-9]{2})";

  private static final String MONTH = "(\\p{L}[\\p{L}\\p{M}']{1,14})";

  /** What may stand behind the year: {@code 5 \u0438\u044e\u043d\u044f 2006 \u0433.}. */
  private static final String END = "[.]?(?: ?(?:" + WORDS.dateWordPattern() + ")[.]?)?";

  /** As in {@code 1st}, {@code 1er}, {@code 1\u00ba}, as it is folded. */
  private static final String ORDINAL = "(?:st|nd|rd|th|er|o|a)?";

  /** As in 10-Mar-2011, 21-Aug-20, 20-June-2015, 10 March 2011. */
  private static final Pattern DAY_MONTH_YEAR =
      Pattern.compile("([0-9]{1,2})" + ORDINAL + SEPARATOR + MONTH + SEPARATOR + YEAR + END);

  /** As in Mar-27-2002, Aug-1-2001, March 27, 2002. */
  private static final Pattern MONTH_DAY_YEAR =
      Pattern.compile(MONTH + SEPARATOR + "([0-9]{1,2})(?:[-/ ]|, ?|[.] )" + YEAR + END);

  /** As in 2004-Aug-23, and in Hungarian. */
  private static final Pattern YEAR_MONTH_DAY =
      Pattern.compile("([0-9]{4})" + SEPARATOR + MONTH + SEPARATOR + "([0-9]{1,2})" + END);

  /** As in 2010-03-13, 2005/6/11, 2005. 6. 11. */
  private static final Pattern YEAR_FIRST =
      Pattern.compile("([0-9]{4})([-/.]) ?([0-9]{1,2})\\2 ?([0-9]{1,2})[.]?");

  /** As in 04/23/2002, 6/10/00, 10-14-98, 28/08/01, 16.05.2002, 16. 5. 2002. */
  private static final Pattern NUMBERS =
      Pattern.compile("([0-9]{1,2})([-/.]) ?([0-9]{1,2})\\2 ?" + YEAR + END);

  private static final List<Pattern> FORMS =
      WORDS.dateForms().stream().map(Vocabulary::patternOf).toList();

  /** Two-digit years from here on are of the 1900s: no file in an article is older than MS-DOS. */
  private static final int FIRST_YEAR_OF_1900S = 80;

  private static final int LONGEST = 40;

  /**
   * Returns the date that {@code cell} looks like, wherever it stands; absent where it means no day
   * of the calendar, or may be a version.
   */
  public static Optional<PrintedDate> find(String cell) {
    return read(cell, false);
  }

  /** Returns the date that a cell is in a column of dates: two digits behind a dot are a year. */
  public static Optional<PrintedDate> inColumn(String cell) {
    return read(cell, true);
  }

  private static Optional<PrintedDate> read(String cell, boolean inColumn) {
    if (cell.length() > LONGEST || !hasDigits(cell)) {
      return Optional.empty();
    }
    String text = Folded.of(cell);
    return hasLetters(text)
        ? named(text).or(() -> numbered(text, inColumn))
        : numbered(text, inColumn);
  }

  private static boolean hasLetters(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isLetter(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /** The month is called by its name. */
  private static Optional<PrintedDate> named(String text) {
    Matcher named = DAY_MONTH_YEAR.matcher(text);
    if (named.matches()) {
      return sure(year(named.group(3)), month(named.group(2)), number(named.group(1)));
    }
    Matcher american = MONTH_DAY_YEAR.matcher(text);
    if (american.matches()) {
      return sure(year(american.group(3)), month(american.group(1)), number(american.group(2)));
    }
    Matcher yearNamed = YEAR_MONTH_DAY.matcher(text);
    if (yearNamed.matches()) {
      return sure(
          number(yearNamed.group(1)), month(yearNamed.group(2)), number(yearNamed.group(3)));
    }
    return Optional.empty();
  }

  private static Optional<PrintedDate> numbered(String text, boolean inColumn) {
    Matcher iso = YEAR_FIRST.matcher(text);
    if (iso.matches()) {
      return sure(number(iso.group(1)), number(iso.group(3)), number(iso.group(4)));
    }
    Matcher numbers = NUMBERS.matcher(text);
    if (numbers.matches()) {
      boolean likeVersion = numbers.group(2).equals(".") && numbers.group(4).length() == 2;
      return likeVersion && !inColumn ? Optional.empty() : either(numbers);
    }
    for (Pattern form : FORMS) {
      Matcher date = form.matcher(text);
      if (date.matches()) {
        return sure(number(date.group("y")), number(date.group("m")), number(date.group("d")));
      }
    }
    return Optional.empty();
  }

  /** The shortest dates have three: 1/2/99 has four. */
  private static boolean hasDigits(String cell) {
    int digits = 0;
    for (int i = 0; i < cell.length() && digits < 3; i++) {
      digits += Character.isDigit(cell.charAt(i)) ? 1 : 0;
    }
    return digits == 3;
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

  /** Returns 1 to 12, or 0 for a word that is no month. */
  private static int month(String word) {
    return WORDS.month(word).orElse(0);
  }

  private static Optional<LocalDate> day(int year, int month, int day) {
    try {
      return Optional.of(LocalDate.of(year, month, day));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }
}
