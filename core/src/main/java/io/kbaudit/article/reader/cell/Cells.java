package io.kbaudit.article.reader.cell;

import io.kbaudit.article.ListedSize;
import io.kbaudit.article.ListedSize.Unit;
import io.kbaudit.text.Folded;
import io.kbaudit.text.PrintedDate;
import io.kbaudit.text.PrintedTime;
import io.kbaudit.text.Vocabulary;
import java.math.BigDecimal;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads dates, times and sizes by what they hold. What is not surely a value is absent, never a
 * guess; but what a column of values holds has fewer readings than what stands anywhere: {@code
 * 5.376} is a size in a column of sizes, and else more like a version.
 */
public final class Cells {
  private static final Vocabulary WORDS = Vocabulary.ofAllLanguages();

  /** Thousands are parted alike throughout or not at all: 314,8 is a size cut off. */
  private static final Pattern SIZE =
      Pattern.compile(
          "([0-9]{1,3}([,.'\u2019 ])[0-9]{3}(?:\\2[0-9]{3}){0,5}|[0-9]{1,18})"
              + "(?:([.,])([0-9]{1,3}))?(?: ?(\\p{L}[\\p{L}.]{0,19}))?");

  /** A rounded size with the exact one behind it, or the other way round. */
  private static final Pattern TWO_SIZES = Pattern.compile("([^()]+?) ?\\(([^()]+)\\)");

  private static final Pattern ZONED = Pattern.compile("(.*?[^ ]) ?\\(([^()]*)\\)");

  private static final int THOUSAND_DIGITS = 3;

  /** More than the longest time or size has. */
  private static final int LONGEST = 40;

  private Cells() {}

  /** Strips blanks of every kind, no-break spaces among them; those inside stay as printed. */
  public static String strip(String cell) {
    int start = 0;
    int end = cell.length();
    while (start < end && isBlank(cell.charAt(start))) {
      start++;
    }
    while (end > start && isBlank(cell.charAt(end - 1))) {
      end--;
    }
    return cell.substring(start, end);
  }

  /** Returns whether nothing is printed there. */
  public static boolean isBlank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  /** Returns whether it has a digit, of any script. */
  static boolean hasDigit(String cell) {
    for (int i = 0; i < cell.length(); i++) {
      if (Character.isDigit(cell.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether {@code cell} is a time, wherever it stands. */
  public static boolean isTime(String cell) {
    return cell.indexOf(':') > 0 && time(cell).isPresent();
  }

  /** Returns whether {@code cell} is a size, wherever it stands. */
  static boolean isSize(String cell) {
    Optional<ListedSize> size = size(cell, Unit.BYTES, false);
    boolean likeVersion = cell.indexOf('.') >= 0 && cell.indexOf(',') < 0;
    return size.isPresent() && (!likeVersion || cell.chars().anyMatch(Character::isLetter));
  }

  /** Returns the date in a column of dates; behind it may be said that it is UTC's. */
  public static Optional<PrintedDate> date(String cell) {
    return PrintedDate.inColumn(withoutZone(cell));
  }

  /** Returns {@code cell} without what says in brackets that it is of UTC. */
  static String withoutZone(String cell) {
    if (cell.indexOf('(') < 0 || cell.length() > LONGEST) {
      return cell;
    }
    Matcher zoned = ZONED.matcher(cell);
    return zoned.matches() && WORDS.isUtc(Folded.of(zoned.group(2))) ? zoned.group(1) : cell;
  }

  /**
   * Returns the minute in a column of times; the seconds that few articles print are finer than a
   * file is held to. Absent too where it is said to be of another zone than UTC.
   */
  public static Optional<LocalTime> time(String cell) {
    return cell.length() > LONGEST
        ? Optional.empty()
        : PrintedTime.find(withoutZone(cell)).map(time -> time.truncatedTo(ChronoUnit.MINUTES));
  }

  /**
   * Returns the size in a column of sizes. Of a rounded size and the exact one together, the exact
   * one counts; absent where they contradict each other.
   *
   * @param unit of a number without one
   * @param decimalComma whether 1.234 KB is a thousand and more, and 1,234 KB a fraction
   */
  public static Optional<ListedSize> size(String cell, Unit unit, boolean decimalComma) {
    if (cell.length() > LONGEST) {
      return Optional.empty();
    }
    String text = Folded.of(cell);
    Matcher two = TWO_SIZES.matcher(text);
    if (!two.matches()) {
      return single(text, unit, decimalComma);
    }
    Optional<ListedSize> first = single(two.group(1), unit, decimalComma);
    Optional<ListedSize> second = single(two.group(2), unit, decimalComma);
    return first.isEmpty() || second.isEmpty()
        ? Optional.empty()
        : exact(first.get(), second.get()).or(() -> exact(second.get(), first.get()));
  }

  private static Optional<ListedSize> exact(ListedSize exact, ListedSize rounded) {
    return exact.exactBytes().isPresent() && rounded.covers(exact.exactBytes().getAsLong())
        ? Optional.of(exact)
        : Optional.empty();
  }

  private static Optional<ListedSize> single(String text, Unit unit, boolean decimalComma) {
    Matcher matcher = SIZE.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    Optional<Unit> printed =
        matcher.group(5) == null
            ? Optional.of(unit)
            : WORDS.unit(matcher.group(5)).map(Cells::unit);
    return printed.flatMap(
        counted -> {
          Optional<BigDecimal> amount = amount(matcher, counted, decimalComma);
          try {
            return amount.map(number -> new ListedSize(number, counted));
          } catch (IllegalArgumentException noWholeBytesOrBeyondEveryFile) {
            return Optional.empty();
          }
        });
  }

  /** A single mark before three digits parts thousands of bytes; of larger units, it may not. */
  private static Optional<BigDecimal> amount(Matcher matcher, Unit unit, boolean decimalComma) {
    String mark = matcher.group(2) == null ? "" : matcher.group(2);
    String fraction = matcher.group(4) == null ? "" : matcher.group(4);
    String decimal = decimalComma ? "," : ".";
    if (mark.equals(matcher.group(3))
        || (fraction.length() == THOUSAND_DIGITS && !matcher.group(3).equals(decimal))) {
      return Optional.empty();
    }
    String whole = matcher.group(1);
    boolean parted = whole.indexOf(mark.isEmpty() ? "\0" : mark) == whole.lastIndexOf(mark);
    boolean isFraction = unit != Unit.BYTES && fraction.isEmpty() && mark.equals(decimal) && parted;
    if (isFraction) {
      return Optional.of(new BigDecimal(whole.replace(',', '.')));
    }
    String digits = mark.isEmpty() ? whole : whole.replace(mark, "");
    return Optional.of(new BigDecimal(fraction.isEmpty() ? digits : digits + "." + fraction));
  }

  static Unit unit(String name) {
    return Unit.valueOf(name.toUpperCase(Locale.ROOT));
  }
}
