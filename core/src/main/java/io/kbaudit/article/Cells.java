package io.kbaudit.article;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads single cells by what they hold. What is not surely a value is absent, never a guess. */
final class Cells {
  /** As in 10-Mar-2011, 21-Aug-20, 20-June-2015. */
  private static final Pattern DAY_MONTH_YEAR =
      Pattern.compile("([0-9]{1,2})-([A-Za-z]{3,9})-([0-9]{4}|[0-9]{2})");

  private static final Pattern ISO_DAY = Pattern.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})");
  private static final Pattern HOUR_MINUTE = Pattern.compile("([0-9]{1,2}):([0-9]{2})");

  /** Thousands are parted by commas throughout or not at all: 314,8 is a size cut off. */
  private static final Pattern SIZE =
      Pattern.compile(
          "(?i)([0-9]{1,3}(?:,[0-9]{3}){1,6}|[0-9]{1,18})(\\.[0-9]{1,3})?\\s*(bytes|kb|mb)?");

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

  private Cells() {}

  /** Strips blanks of every kind, no-break spaces among them. */
  static String strip(String cell) {
    return cell.replace('\u00A0', ' ').strip();
  }

  static boolean isDate(String cell) {
    return date(cell).isPresent();
  }

  static boolean isTime(String cell) {
    return time(cell).isPresent();
  }

  static boolean isSize(String cell) {
    return size(cell).isPresent();
  }

  static Optional<LocalDate> date(String cell) {
    Matcher english = DAY_MONTH_YEAR.matcher(cell);
    if (english.matches()) {
      int year = Integer.parseInt(english.group(3));
      if (english.group(3).length() == 2) {
        year += year >= FIRST_YEAR_OF_1900S ? 1900 : 2000;
      }
      return day(year, month(english.group(2)), Integer.parseInt(english.group(1)));
    }
    Matcher iso = ISO_DAY.matcher(cell);
    if (iso.matches()) {
      return day(
          Integer.parseInt(iso.group(1)),
          Integer.parseInt(iso.group(2)),
          Integer.parseInt(iso.group(3)));
    }
    return Optional.empty();
  }

  static Optional<LocalTime> time(String cell) {
    Matcher matcher = HOUR_MINUTE.matcher(cell);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int hour = Integer.parseInt(matcher.group(1));
    int minute = Integer.parseInt(matcher.group(2));
    return hour < 24 && minute < 60 ? Optional.of(LocalTime.of(hour, minute)) : Optional.empty();
  }

  static Optional<ListedSize> size(String cell) {
    Matcher matcher = SIZE.matcher(cell);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String fraction = matcher.group(2) == null ? "" : matcher.group(2);
    String unitWord = matcher.group(3) == null ? "bytes" : matcher.group(3);
    ListedSize.Unit unit = ListedSize.Unit.valueOf(unitWord.toUpperCase(Locale.ROOT));
    if (unit == ListedSize.Unit.BYTES && !fraction.isEmpty()) {
      return Optional.empty();
    }
    BigDecimal amount = new BigDecimal(matcher.group(1).replace(",", "") + fraction);
    try {
      return Optional.of(new ListedSize(amount, unit));
    } catch (IllegalArgumentException beyondEveryFile) {
      return Optional.empty();
    }
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
