package io.kbaudit.inventory.listing;

import io.kbaudit.text.Folded;
import io.kbaudit.text.Letters;
import io.kbaudit.text.Printable;
import io.kbaudit.text.PrintedDate;
import io.kbaudit.text.PrintedTime;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the times in one list: ISO 8601, seconds since 1970, and dates as a country writes them.
 * Where a date may be read in two ways, the culture decides, or another date of the same list; else
 * nothing does.
 */
final class ListedTimes {
  private static final Pattern ISO =
      Pattern.compile(
          "([0-9]{4}-[0-9]{2}-[0-9]{2})[T ]([0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\\.[0-9]{1,9})?)?)"
              + " ?(Z|[+-][0-9]{2}:?[0-9]{2})?");

  /** Milliseconds, as .NET once wrote times in JSON; what follows is the zone that it was in. */
  private static final Pattern DOT_NET =
      Pattern.compile("/Date\\((-?[0-9]{1,15})(?:[+-][0-9]{4})?\\)/");

  private static final Pattern SECONDS = Pattern.compile("-?[0-9]{1,11}(?:\\.[0-9]{1,12})?");

  /** A date in numbers, and all that stands around it. */
  private static final Pattern DATE_AND_TIME =
      Pattern.compile(
          "([0-9]{1,4}([-/.]) ?[0-9]{1,2}\\2 ?[0-9]{1,4}\\.?),? (.{4,30})", Pattern.DOTALL);

  /** Marks of writing direction, which Arabic and Hebrew dates have. */
  private static final Pattern MARKS = Pattern.compile("[\u200E\u200F\u061C]");

  /** Of FILETIME; no file system of Windows has an earlier date. */
  private static final int FIRST_YEAR = 1601;

  /** Later years are of another calendar, as that of Thailand. */
  private static final int LAST_YEAR = 2199;

  private static final int LONGEST = 60;

  private final Optional<Culture> culture;
  private OptionalInt monthFirstProved = OptionalInt.empty();
  private OptionalInt dayFirstProved = OptionalInt.empty();
  private Optional<Boolean> statedMonthFirst = Optional.empty();
  private OptionalInt firstUnclear = OptionalInt.empty();
  private String unclear = "";

  ListedTimes(Optional<Locale> culture) {
    this.culture = culture.map(Culture::of);
  }

  /** How a country writes dates, as far as others write them otherwise. */
  private record Culture(Locale locale, boolean monthFirst, char separator, boolean twelveHours) {
    static Culture of(Locale locale) {
      String pattern =
          DateTimeFormatterBuilder.getLocalizedDateTimePattern(
              FormatStyle.SHORT, FormatStyle.SHORT, IsoChronology.INSTANCE, locale);
      int month = pattern.indexOf('M');
      char separator = '/';
      for (char each : new char[] {'.', '-', '/'}) {
        separator = pattern.indexOf(each) > 0 ? each : separator;
      }
      return new Culture(
          locale,
          month >= 0 && month < pattern.indexOf('d'),
          separator,
          pattern.indexOf('a') >= 0 || pattern.indexOf('B') >= 0);
    }

    /**
     * Countries with slashes have none with dots, and the other way round; hyphens stand in dates
     * of both.
     */
    boolean writes(String separator, boolean hasHalfOfDay) {
      boolean otherwise =
          (separator.equals(".") && this.separator == '/')
              || (separator.equals("/") && this.separator == '.');
      return !otherwise && hasHalfOfDay == twelveHours;
    }
  }

  /** A text that is no time, and why, in half a sentence. */
  static final class UnreadableTimeException extends Exception {
    private static final long serialVersionUID = 1L;

    UnreadableTimeException(String problem) {
      super(problem);
    }
  }

  /**
   * Takes the list's own word for the order of its dates.
   *
   * @param pattern as Windows has it: {@code M/d/yyyy}
   */
  void state(String pattern) {
    String small = Letters.small(pattern);
    int month = small.indexOf('m');
    int day = small.indexOf('d');
    if (month >= 0 && day >= 0) {
      statedMonthFirst = Optional.of(month < day);
    }
  }

  ListedTime read(String text, int line) throws UnreadableTimeException {
    if (text.length() > LONGEST) {
      throw no(text);
    }
    try {
      Optional<Instant> sure = iso(text).or(() -> dotNet(text)).or(() -> seconds(text));
      if (sure.isPresent()) {
        return ListedTime.sure(sure.get());
      }
    } catch (DateTimeException | ArithmeticException noSuchTime) {
      throw no(text);
    }
    return written(text, line);
  }

  private static Optional<Instant> iso(String text) {
    Matcher iso = ISO.matcher(text);
    if (!iso.matches()) {
      return Optional.empty();
    }
    LocalDateTime time =
        LocalDateTime.of(LocalDate.parse(iso.group(1)), LocalTime.parse(iso.group(2)));
    String zone = iso.group(3);
    return Optional.of(time.toInstant(zone == null ? ZoneOffset.UTC : ZoneOffset.of(zone)));
  }

  private static Optional<Instant> dotNet(String text) {
    Matcher date = DOT_NET.matcher(text);
    return date.matches()
        ? Optional.of(Instant.ofEpochMilli(Long.parseLong(date.group(1))))
        : Optional.empty();
  }

  private static Optional<Instant> seconds(String text) {
    if (!SECONDS.matcher(text).matches()) {
      return Optional.empty();
    }
    BigDecimal seconds = new BigDecimal(text);
    long whole = seconds.setScale(0, RoundingMode.FLOOR).longValueExact();
    long nanos = seconds.subtract(BigDecimal.valueOf(whole)).movePointRight(9).longValue();
    return Optional.of(Instant.ofEpochSecond(whole, nanos));
  }

  private ListedTime written(String text, int line) throws UnreadableTimeException {
    Matcher parts = DATE_AND_TIME.matcher(Folded.of(MARKS.matcher(text).replaceAll("")));
    if (!parts.matches()) {
      throw no(text);
    }
    Optional<LocalTime> time = PrintedTime.find(parts.group(3));
    PrintedDate date = PrintedDate.inColumn(parts.group(1)).orElseThrow(() -> no(text));
    if (time.isEmpty()) {
      throw no(text);
    }
    boolean hasHalfOfDay = parts.group(3).chars().anyMatch(Character::isLetter);
    if (culture.isPresent() && !culture.get().writes(parts.group(2), hasHalfOfDay)) {
      throw no(text);
    }
    return order(text, line, parts.group(2), date, time.get());
  }

  private ListedTime order(
      String text, int line, String separator, PrintedDate date, LocalTime time)
      throws UnreadableTimeException {
    Optional<LocalDate> sure = date.sureDay().filter(day -> !isOtherwiseOrdered(date));
    if (sure.isPresent()) {
      prove(date, line);
      return ListedTime.sure(at(sure.get(), time, text));
    }
    Optional<Boolean> monthFirst = culture.map(Culture::monthFirst).or(() -> statedMonthFirst);
    if (monthFirst.isPresent()) {
      Optional<LocalDate> day = monthFirst.get() ? date.monthFirst() : date.dayFirst();
      return ListedTime.sure(at(day.orElseThrow(() -> no(text)), time, text));
    }
    if (separator.equals(".")) { // no country has months first where it has dots
      return ListedTime.sure(at(date.dayFirst().orElseThrow(() -> no(text)), time, text));
    }
    if (firstUnclear.isEmpty()) {
      firstUnclear = OptionalInt.of(line);
      unclear = text;
    }
    return new ListedTime(at(date.monthFirst().orElseThrow(), time, text), true);
  }

  /** Whether the culture would have day and month where they cannot stand. */
  private boolean isOtherwiseOrdered(PrintedDate date) {
    Optional<Boolean> monthFirst = culture.map(Culture::monthFirst).or(() -> statedMonthFirst);
    return monthFirst.isPresent()
        && (monthFirst.get() ? date.monthFirst() : date.dayFirst()).isEmpty();
  }

  private void prove(PrintedDate date, int line) {
    if (date.dayFirst().isEmpty()) {
      monthFirstProved = OptionalInt.of(monthFirstProved.orElse(line));
    } else if (date.monthFirst().isEmpty()) {
      dayFirstProved = OptionalInt.of(dayFirstProved.orElse(line));
    }
  }

  private Instant at(LocalDate day, LocalTime time, String text) throws UnreadableTimeException {
    if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
      throw no(text);
    }
    return day.atTime(time).toInstant(ZoneOffset.UTC);
  }

  /** Returns the first line with a date of which nothing tells how it is to be read. */
  OptionalInt undecidedLine() {
    return monthFirstProved.isPresent() == dayFirstProved.isPresent()
        ? firstUnclear
        : OptionalInt.empty();
  }

  /** Returns what is to be said of that line. */
  String undecided() {
    return Printable.quoted(unclear)
        + (monthFirstProved.isPresent()
            ? " may have the month first, as line "
                + monthFirstProved.getAsInt()
                + " has, or the"
                + " day, as line "
                + dayFirstProved.orElseThrow()
                + " has"
            : " may have the month first or the day")
        + ": it must be said in which country's manner the list has its dates";
  }

  /** Returns the time that is meant, as all of the list has it. */
  Instant decided(ListedTime time) {
    return dayFirstProved.isPresent() ? time.dayFirst() : time.monthFirst();
  }

  private UnreadableTimeException no(String text) {
    return new UnreadableTimeException(
        Printable.quoted(text)
            + " is no date with a time"
            + culture
                .map(
                    own ->
                        " as is written in the culture "
                            + own.locale().toLanguageTag()
                            + ", nor one that is alike everywhere")
                .orElse(""));
  }
}
