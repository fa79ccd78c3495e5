package io.kbaudit.report.html;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongUnaryOperator;

/**
 * A stretch of time, drawn from left to right.
 *
 * @param first second of it, since 1970, UTC
 * @param last second of it; later than the first
 */
record Axis(long first, long last) {
  /** As many labels as are read at a glance. */
  private static final int MOST_TICKS = 6;

  private static final long HOUR = 3_600;
  private static final long DAY = 24 * HOUR;
  private static final long YEAR_IN_MONTHS = 12;

  /** How far ticks may be apart where that is less than a month, in seconds. */
  private static final List<Long> SHORT_STEPS =
      List.of(
          60L, 300L, 900L, HOUR / 2, HOUR, 3 * HOUR, 6 * HOUR, DAY / 2, DAY, 2 * DAY, 4 * DAY,
          8 * DAY);

  /** How far they may be apart where it is more, in months; then ten times the last, and so on. */
  private static final List<Long> LONG_STEPS = List.of(1L, 2L, 3L, 6L, 12L, 24L, 60L);

  /** The first and the last second that have a date. */
  static final long FIRST_SECOND = LocalDateTime.MIN.toEpochSecond(ZoneOffset.UTC);

  static final long LAST_SECOND = LocalDateTime.MAX.toEpochSecond(ZoneOffset.UTC);

  /** Left free at both ends, so that what is drawn there is whole. */
  private static final double MARGIN = 0.03;

  /** Returns an axis on which both are; where they are hardly apart, over an hour. */
  static Axis over(long first, long last) {
    long missing = Math.max(0, HOUR - (last - first));
    long begin = Math.max(FIRST_SECOND, first - missing / 2);
    long end = Math.min(LAST_SECOND, last + missing - missing / 2);
    return new Axis(begin, end);
  }

  /** Returns where {@code second} is, as a part of the width. */
  double position(long second) {
    return MARGIN + (1 - 2 * MARGIN) * (second - first) / (last - first);
  }

  /** Returns the full hours, days, months or years to read the axis by. */
  List<Tick> ticks() {
    for (long step : SHORT_STEPS) {
      if ((last - first) / step < MOST_TICKS) {
        return ticks(first, last, step, second -> second, step < DAY);
      }
    }
    long from = monthOf(Math.max(FIRST_SECOND, first - 1)) + 1;
    long to = monthOf(last);
    return ticks(from, to, longStep(to - from), Axis::startOf, false);
  }

  private static long longStep(long months) {
    for (long step : LONG_STEPS) {
      if (months / step < MOST_TICKS) {
        return step;
      }
    }
    long step = 10 * YEAR_IN_MONTHS;
    while (months / step >= MOST_TICKS) {
      step *= 10;
    }
    return step;
  }

  /** Returns ticks at those multiples of {@code step} that lie between the two. */
  private List<Tick> ticks(
      long from, long to, long step, LongUnaryOperator second, boolean withTime) {
    List<Tick> ticks = new ArrayList<>();
    for (long at = (Math.floorDiv(from - 1, step) + 1) * step; at <= to; at += step) {
      long tick = second.applyAsLong(at);
      ticks.add(new Tick(position(tick), label(tick, withTime), ticks.size() % 2 == 1));
    }
    return ticks;
  }

  private static String label(long second, boolean withTime) {
    return withTime ? minute(second) : utc(second).toLocalDate().toString();
  }

  /** Returns for example {@code 2011-03-10 10:04}. */
  static String minute(long second) {
    LocalDateTime time = utc(second).truncatedTo(ChronoUnit.MINUTES);
    return time.toLocalDate() + " " + time.toLocalTime();
  }

  private static LocalDateTime utc(long second) {
    return LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC);
  }

  private static long monthOf(long second) {
    return utc(second).getLong(ChronoField.PROLEPTIC_MONTH);
  }

  private static long startOf(long month) {
    return LocalDate.EPOCH
        .with(ChronoField.PROLEPTIC_MONTH, month)
        .atStartOfDay()
        .toEpochSecond(ZoneOffset.UTC);
  }

  /**
   * A mark on the axis.
   *
   * @param position as a part of the width
   * @param between whether it can be left out where there is little room
   */
  record Tick(double position, String label, boolean between) {
    /** Nearer to an end than this, half of a label would not be seen. */
    private static final double NEAR = 0.08;

    String x() {
      return Percent.of(position, 1);
    }

    /** Returns which end of the label is here. */
    String anchor() {
      if (position < NEAR) {
        return "start";
      }
      return position > 1 - NEAR ? "end" : "middle";
    }
  }
}
