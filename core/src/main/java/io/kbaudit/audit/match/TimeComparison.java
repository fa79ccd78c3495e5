package io.kbaudit.audit.match;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.article.ListedTime;
import io.kbaudit.audit.AuditPolicy;
import io.kbaudit.inventory.ObservedFile;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Compares the times of files with those that an article prints. */
public record TimeComparison(Duration tolerance, Optional<ZoneId> sourceZone) {
  /** Offsets of time zones are multiples of this (Nepal: 5:45). */
  private static final Duration ZONE_STEP = Duration.ofMinutes(15);

  /** No two clocks of one instant are further apart than UTC and Line Islands Time. */
  private static final Duration LARGEST_ZONE_OFFSET = Duration.ofHours(14);

  /** The span of FILETIME as file systems use it; beyond it a zone has no say. */
  private static final Instant FIRST_FILETIME = Instant.parse("1601-01-01T00:00:00Z");

  private static final Instant LAST_WITH_ZONE = Instant.parse("9999-12-30T00:00:00Z");

  public static TimeComparison of(AuditPolicy policy) {
    return new TimeComparison(policy.tolerance(), policy.sourceZone());
  }

  /** Returns this, with the times of files read as they are stored. */
  public TimeComparison asStored() {
    return new TimeComparison(tolerance, Optional.empty());
  }

  /**
   * Returns the true times that a file may have: the one observed; or, read as local time of the
   * source zone, those that this is there, the earlier first: an hour comes twice where clocks are
   * put back.
   */
  List<Instant> trueTimes(Instant observed) {
    if (sourceZone.isEmpty()
        || observed.isBefore(FIRST_FILETIME)
        || observed.isAfter(LAST_WITH_ZONE)) {
      return List.of(observed);
    }
    ZonedDateTime earlier =
        LocalDateTime.ofInstant(observed, ZoneOffset.UTC).atZone(sourceZone.get());
    Instant first = earlier.toInstant();
    Instant last = earlier.withLaterOffsetAtOverlap().toInstant();
    return first.equals(last) ? List.of(first) : List.of(first, last);
  }

  /** Returns the true time of a file; of two that it may have, the one nearest to the listed. */
  public Instant trueTime(ListedTime listed, Instant observed) {
    List<Instant> times = trueTimes(observed);
    Instant first = times.get(0);
    Instant last = times.get(times.size() - 1);
    return isFurther(listed, first, last) ? last : first;
  }

  private static boolean isFurther(ListedTime listed, Instant one, Instant other) {
    return listed.distanceTo(one).compareTo(listed.distanceTo(other)) > 0;
  }

  /** Returns the first true time that agrees with {@code listed}. */
  Instant earliest(ListedTime listed) {
    return listed.start().minus(tolerance);
  }

  /** Returns the last true time that agrees with {@code listed}. */
  Instant latest(ListedTime listed) {
    return listed.end().plus(tolerance);
  }

  /** Returns whether a file is as old as listed. */
  public boolean agrees(ListedTime listed, Instant observed) {
    return agreesTruly(listed, trueTime(listed, observed));
  }

  /** Returns whether a file is later than any that agrees. */
  public boolean isLater(ListedTime listed, Instant observed) {
    return !agrees(listed, observed) && trueTime(listed, observed).isAfter(listed.start());
  }

  /** Returns whether a file is later than its row lists; no file is where that lists no time. */
  public boolean isLater(ExpectedFile row, ObservedFile.Readable file) {
    return row.modified().filter(listed -> isLater(listed, file.modified())).isPresent();
  }

  /** Returns whether a file is earlier than its row lists; no file is where that lists no time. */
  public boolean isEarlier(ExpectedFile row, ObservedFile.Readable file) {
    return row.modified()
        .filter(listed -> !agrees(listed, file.modified()))
        .filter(listed -> !isLater(listed, file.modified()))
        .isPresent();
  }

  /** Returns how far a file's minute or day lies from the listed one; zero if they are the same. */
  public Duration distance(ListedTime listed, Instant observed) {
    ChronoUnit unit = listed.minute().isPresent() ? ChronoUnit.MINUTES : ChronoUnit.DAYS;
    return Duration.between(listed.start(), trueTime(listed, observed).truncatedTo(unit)).abs();
  }

  /**
   * Returns by how much a file's time is ahead of the listed minute (behind it if negative), where
   * that is a time zone's difference; absent where it is none, or only a day is listed.
   */
  public Optional<Duration> wholeZoneOffset(ListedTime listed, Instant observed) {
    Instant time = trueTime(listed, observed);
    Instant middle = listed.start().plus(Duration.ofSeconds(30));
    Duration ahead = Duration.between(middle, time);
    if (listed.minute().isEmpty()
        || agreesTruly(listed, time)
        || ahead.abs().compareTo(LARGEST_ZONE_OFFSET.plus(ZONE_STEP)) > 0) {
      return Optional.empty();
    }
    long steps = Math.round((double) ahead.toSeconds() / ZONE_STEP.toSeconds());
    Duration offset = ZONE_STEP.multipliedBy(steps);
    return offset.isZero()
            || offset.abs().compareTo(LARGEST_ZONE_OFFSET) > 0
            || !agreesTruly(listed, time.minus(offset))
        ? Optional.empty()
        : Optional.of(offset);
  }

  private boolean agreesTruly(ListedTime listed, Instant time) {
    return listed.covers(time)
        || (!tolerance.isZero()
            && !time.isBefore(earliest(listed))
            && !time.isAfter(latest(listed)));
  }
}
