package io.kbaudit.article.reader.cell;

import io.kbaudit.article.ListedSize;
import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads times and sizes by what they hold. What is not surely a value is absent, never a guess. */
public final class Cells {
  /** As in 10:04, 9:57, 7:11:57, 05:48 PM, 08:55AM, 04:39p, 9:51 a.m. */
  private static final Pattern TIME =
      Pattern.compile("([0-9]{1,2}):([0-9]{2})(?::([0-9]{2}))?(?: ?([AaPp])\\.?(?:[Mm]\\.?)?)?");

  /** Thousands are parted by commas throughout or not at all: 314,8 is a size cut off. */
  private static final Pattern SIZE =
      Pattern.compile(
          "(?i)([0-9]{1,3}(?:,[0-9]{3}){1,6}|[0-9]{1,18})(\\.[0-9]{1,3})?\\s*(bytes?|kb|mb)?");

  /** More than the longest time or size has. */
  private static final int LONGEST = 40;

  private Cells() {}

  /** Strips blanks of every kind, no-break spaces among them. */
  public static String strip(String cell) {
    return cell.replace('\u00A0', ' ').strip();
  }

  static boolean isTime(String cell) {
    return time(cell).isPresent();
  }

  static boolean isSize(String cell) {
    return size(cell, ListedSize.Unit.BYTES).isPresent();
  }

  /** Returns the minute; the seconds that few articles print are finer than a file is held to. */
  public static Optional<LocalTime> time(String cell) {
    Matcher matcher = TIME.matcher(cell);
    if (cell.length() > LONGEST || !matcher.matches()) {
      return Optional.empty();
    }
    int hour = Integer.parseInt(matcher.group(1));
    int minute = Integer.parseInt(matcher.group(2));
    int second = matcher.group(3) == null ? 0 : Integer.parseInt(matcher.group(3));
    if (matcher.group(4) != null) {
      boolean afternoon = matcher.group(4).equalsIgnoreCase("p");
      hour = hour < 1 || hour > 12 ? 24 : hour % 12 + (afternoon ? 12 : 0);
    }
    return hour < 24 && minute < 60 && second < 60
        ? Optional.of(LocalTime.of(hour, minute))
        : Optional.empty();
  }

  /**
   * Returns the size.
   *
   * @param unit of a number without one
   */
  public static Optional<ListedSize> size(String cell, ListedSize.Unit unit) {
    Matcher matcher = SIZE.matcher(cell);
    if (cell.length() > LONGEST || !matcher.matches()) {
      return Optional.empty();
    }
    String fraction = matcher.group(2) == null ? "" : matcher.group(2);
    ListedSize.Unit printed = matcher.group(3) == null ? unit : unit(matcher.group(3));
    if (printed == ListedSize.Unit.BYTES && !fraction.isEmpty()) {
      return Optional.empty();
    }
    BigDecimal amount = new BigDecimal(matcher.group(1).replace(",", "") + fraction);
    try {
      return Optional.of(new ListedSize(amount, printed));
    } catch (IllegalArgumentException beyondEveryFile) {
      return Optional.empty();
    }
  }

  private static ListedSize.Unit unit(String word) {
    String upper = word.toUpperCase(Locale.ROOT);
    return upper.equals("BYTE") ? ListedSize.Unit.BYTES : ListedSize.Unit.valueOf(upper);
  }
}
