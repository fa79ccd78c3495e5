package io.kbaudit.article;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A file time as an article prints it: UTC, to the minute at best, sometimes only the day. It
 * stands for every instant of that minute or day. Immutable.
 */
public record ListedTime(LocalDate day, Optional<LocalTime> minute) {
  /** Checks that the minute is a whole one. */
  public ListedTime {
    requireNonNull(day, "day");
    requireNonNull(minute, "minute")
        .ifPresent(
            time -> {
              if (!time.equals(time.truncatedTo(ChronoUnit.MINUTES))) {
                throw new IllegalArgumentException("finer than a minute: " + time);
              }
            });
  }

  /** Returns {@code day} as a whole. */
  public static ListedTime ofDay(LocalDate day) {
    return new ListedTime(day, Optional.empty());
  }

  /** Returns one minute of {@code day}. */
  public static ListedTime ofMinute(LocalDate day, LocalTime minute) {
    return new ListedTime(day, Optional.of(minute));
  }

  /** Returns the first instant that this covers. */
  public Instant start() {
    return day.atTime(minute.orElse(LocalTime.MIDNIGHT)).toInstant(ZoneOffset.UTC);
  }

  /** Returns the first instant after those that this covers. */
  public Instant end() {
    return start().plus(minute.isPresent() ? Duration.ofMinutes(1) : Duration.ofDays(1));
  }

  /** Returns whether {@code observed} lies within the printed day, and minute if one is printed. */
  public boolean covers(Instant observed) {
    return !observed.isBefore(start()) && observed.isBefore(end());
  }

  /** Returns how far {@code time} is off what this covers; zero within it. */
  public Duration distanceTo(Instant time) {
    if (covers(time)) {
      return Duration.ZERO;
    }
    return time.isBefore(start()) ? Duration.between(time, start()) : Duration.between(end(), time);
  }

  /** Returns ISO 8601 with the precision of the source: {@code 2011-03-10T10:04Z} or a day. */
  @Override
  public String toString() {
    return minute.map(time -> day + "T" + time + "Z").orElseGet(day::toString);
  }
}
