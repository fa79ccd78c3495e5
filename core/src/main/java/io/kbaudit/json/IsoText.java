package io.kbaudit.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;

/**
 * Days and times of ISO 8601 as {@code java.time} reads them; those that are spelt as this kbaudit
 * writes them, of which a saved audit has three a file, without a formatter, which takes ten times
 * as long.
 */
public final class IsoText {
  private static final String DAY = "0000-00-00";
  private static final String MINUTE = "00:00";
  private static final String SECOND = "00:00:00";
  private static final String NANOS = "000000000";

  private IsoText() {}

  /**
   * Returns the day that {@code text} stands for, such as 2011-03-10.
   *
   * @throws DateTimeException if it is none
   */
  public static LocalDate day(String text) {
    return isSpelt(DAY, text)
        ? LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10))
        : LocalDate.parse(text);
  }

  /**
   * Returns the time of a day that {@code text} stands for, such as 10:04.
   *
   * @throws DateTimeException if it is none
   */
  public static LocalTime time(String text) {
    if (isSpelt(MINUTE, text)) {
      return LocalTime.of(number(text, 0, 2), number(text, 3, 5));
    }
    return isSpelt(SECOND, text)
        ? LocalTime.of(number(text, 0, 2), number(text, 3, 5), number(text, 6, 8))
        : LocalTime.parse(text);
  }

  /**
   * Returns the moment that {@code text} stands for, such as 2011-03-10T10:04:37.1234567Z.
   *
   * @throws DateTimeException if it is none
   */
  static Instant instant(String text) {
    int end = text.length() - 1;
    int second = DAY.length() + 1 + SECOND.length();
    if (end < second || text.charAt(end) != 'Z' || text.charAt(DAY.length()) != 'T') {
      return Instant.parse(text);
    }
    String day = text.substring(0, DAY.length());
    String time = text.substring(DAY.length() + 1, second);
    int nanos = nanos(text.substring(second, end));
    // An instant may be in the hour 24, or in a leap second; a time may not.
    return nanos >= 0 && isSpelt(DAY, day) && isSpelt(SECOND, time) && isOrdinary(time)
        ? day(day).atTime(time(time)).plusNanos(nanos).toInstant(ZoneOffset.UTC)
        : Instant.parse(text);
  }

  private static boolean isOrdinary(String time) {
    return number(time, 0, 2) < 24 && number(time, 6, 8) < 60;
  }

  /**
   * Returns how many nanoseconds .1234567 is, and nothing is none; -1 where it is no such thing.
   */
  private static int nanos(String fraction) {
    if (fraction.isEmpty()) {
      return 0;
    }
    String digits = fraction.substring(1);
    if (fraction.charAt(0) != '.' || digits.isEmpty() || digits.length() > NANOS.length()) {
      return -1;
    }
    String nanos = digits + NANOS.substring(digits.length());
    return isSpelt(NANOS, nanos) ? number(nanos, 0, NANOS.length()) : -1;
  }

  /** Returns whether digits stand where {@code pattern} has them, and the rest is its own. */
  private static boolean isSpelt(String pattern, String text) {
    if (text.length() != pattern.length()) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean isDigit = c >= '0' && c <= '9';
      if (pattern.charAt(i) == '0' ? !isDigit : c != pattern.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static int number(String text, int begin, int end) {
    return Integer.parseInt(text, begin, end, 10);
  }
}
