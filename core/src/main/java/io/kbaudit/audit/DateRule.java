package io.kbaudit.audit;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.article.ListedTime;
import io.kbaudit.article.PrintedRow;
import io.kbaudit.deployment.Acceptance;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Judges when a file was last modified. */
final class DateRule implements Rule {
  @Override
  public Check check() {
    return Check.DATE;
  }

  @Override
  public Outcome apply(ExpectedFile row, Match.Found found, AuditPolicy policy) {
    if (row.modified().isEmpty()) {
      return undated(row.printed());
    }
    ListedTime listed = row.modified().get();
    TimeComparison times = TimeComparison.of(policy);
    Instant observed = found.file().modified();
    String text = text(observed, times);
    if (times.agrees(listed, observed)) {
      Duration distance = times.distance(listed, observed);
      return new Outcome.Passed(
          distance.isZero() ? text : text + ", within " + text(times.tolerance()));
    }
    String off = Wording.duration(times.distance(listed, observed));
    if (!times.isLater(listed, observed)) {
      return failed(listed, observed, times, text, off + " older", Cause.OLDER);
    }
    if (policy.acceptance() == Acceptance.EXACT) {
      return failed(listed, observed, times, text, off + " later", Cause.LATER);
    }
    String later = text + ", " + off + " later than listed";
    return row.size().isPresent()
        ? new Outcome.Passed(later, Optional.of(Cause.LATER))
        : LaterVersion.judge(
            row,
            found.file(),
            later + ", and the article prints no size to hold it to",
            new Outcome.Failed(Wording.time(listed), later, Cause.LATER));
  }

  private static Outcome undated(PrintedRow printed) {
    List<LocalDate> days = printed.daysMeant();
    return days.size() == 2
        ? new Outcome.Undecided(
            "the article prints "
                + Wording.quoted(printed.date())
                + ", which is "
                + days.get(0)
                + " or "
                + days.get(1)
                + ", and nothing in its table tells which",
            Cause.CELL_UNREADABLE)
        : NoValue.outcome("date", printed.date(), printed.time());
  }

  private static Outcome failed(
      ListedTime listed,
      Instant observed,
      TimeComparison times,
      String text,
      String off,
      Cause cause) {
    Optional<Duration> zoneOffset = times.wholeZoneOffset(listed, observed);
    return zoneOffset
        .map(
            offset ->
                new Outcome.Failed(
                    Wording.time(listed),
                    text
                        + ", exactly "
                        + Wording.duration(offset)
                        + (offset.isNegative() ? " older" : " later"),
                    Cause.WHOLE_ZONE_OFFSET))
        .orElseGet(() -> new Outcome.Failed(Wording.time(listed), text + ", " + off, cause));
  }

  private static String text(Instant observed, TimeComparison times) {
    Instant time = times.trueTime(observed);
    return time.equals(observed)
        ? Wording.time(observed)
        : Wording.time(time)
            + " ("
            + times.sourceZone().map(Object::toString).orElse("")
            + " time corrected)";
  }

  private static String text(Duration tolerance) {
    return Wording.duration(tolerance) + " of the listed minute";
  }
}
