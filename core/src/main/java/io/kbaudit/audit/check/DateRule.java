package io.kbaudit.audit.check;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.article.ListedTime;
import io.kbaudit.article.PrintedRow;
import io.kbaudit.audit.AuditPolicy;
import io.kbaudit.audit.Cause;
import io.kbaudit.audit.Check;
import io.kbaudit.audit.Evidence;
import io.kbaudit.audit.Outcome;
import io.kbaudit.audit.Value;
import io.kbaudit.audit.match.Match;
import io.kbaudit.audit.match.RowComparison;
import io.kbaudit.audit.match.TimeComparison;
import io.kbaudit.audit.match.Wording;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.text.English;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Judges when a file was last modified. */
final class DateRule implements Rule {
  private final RowComparison comparison;
  private final TimeComparison times;
  private final LaterVersion laterVersion;

  DateRule(RowComparison comparison, LaterVersion laterVersion) {
    this.comparison = comparison;
    this.times = comparison.times();
    this.laterVersion = laterVersion;
  }

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
    Instant observed = found.file().modified();
    Evidence expected = Evidence.of(Wording.time(listed), new Value.Listed(listed));
    Evidence evidence = evidence(listed, observed);
    if (times.agrees(listed, observed)) {
      Duration distance = times.distance(listed, observed);
      return new Outcome.Passed(
          distance.isZero() ? evidence : evidence.with(", within " + text(times.tolerance())));
    }
    String off = Wording.duration(times.distance(listed, observed));
    boolean isLater = times.isLater(listed, observed);
    if (!isLater || !policy.acceptance().laterWillDo()) {
      return zoneOffset(row, found.file(), policy)
          .map(
              offset ->
                  shifted(
                      times.distance(listed, observed),
                      offset,
                      times.tolerance(),
                      expected,
                      evidence))
          .orElseGet(
              () ->
                  new Outcome.Failed(
                      expected,
                      evidence.with(", " + off + (isLater ? " later" : " older")),
                      isLater ? Cause.LATER : Cause.OLDER));
    }
    Evidence later = evidence.with(", " + off + " later than listed");
    Optional<Outcome> older = savedLongBefore(row, found, later, policy);
    if (older.isPresent()) {
      return older.get();
    }
    return row.size().isPresent() || laterVersion.isOfListedVersion(row, found.file())
        ? new Outcome.Passed(later, Optional.of(Cause.LATER))
        : laterVersion.judge(
            row,
            found.file(),
            later.with(", and the article prints no size to hold it to"),
            new Outcome.Failed(expected, later, Cause.LATER));
  }

  /**
   * What is of another size too, or of none that is listed, is judged by that; what was compared
   * byte for byte is known.
   */
  private Optional<Outcome> savedLongBefore(
      ExpectedFile row, Match.Found found, Evidence later, AuditPolicy policy) {
    boolean isJudgedElsewhere =
        row.size().isEmpty()
            || isOfOtherSize(row, found.file(), policy)
            || comparison.isByteForByte(row, found.file());
    return SavedLongBefore.when(row, found.file().inspection())
        .filter(saved -> !isJudgedElsewhere)
        .map(
            saved ->
                new Outcome.Undecided(
                    later.text()
                        + ", but the package in it was saved "
                        + Wording.time(saved)
                        + ", long before: an older build may be of the listed size",
                    Cause.SAVED_LONG_BEFORE));
  }

  private static boolean isOfOtherSize(
      ExpectedFile row, ObservedFile.Readable file, AuditPolicy policy) {
    return policy.checks().contains(Check.SIZE) && row.isOfOtherSize(file.sizeBytes());
  }

  private static Outcome undated(PrintedRow printed) {
    List<LocalDate> days = printed.daysMeant();
    return days.size() == 2
        ? new Outcome.Undecided(
            "the article prints "
                + English.quoted(printed.date())
                + ", which is "
                + days.get(0)
                + " or "
                + days.get(1)
                + ", and nothing in its table tells which; the date order does",
            Cause.CELL_UNREADABLE)
        : Unchecked.notPrinted("date", printed.date(), printed.time());
  }

  /** No zone changes a size: what is of another one too is another file, or a part of it. */
  private Optional<Duration> zoneOffset(
      ExpectedFile row, ObservedFile.Readable file, AuditPolicy policy) {
    return isOfOtherSize(row, file, policy)
        ? Optional.empty()
        : row.modified().flatMap(listed -> times.wholeZoneOffset(listed, file.modified()));
  }

  private static Outcome shifted(
      Duration distance,
      Duration offset,
      Duration tolerance,
      Evidence expected,
      Evidence observed) {
    boolean isExact = distance.equals(offset.abs());
    return new Outcome.Failed(
        expected,
        observed.with(
            (isExact ? ", exactly " : ", ")
                + Wording.duration(offset)
                + (offset.isNegative() ? " older" : " later")
                + (isExact ? "" : " to within " + Wording.duration(tolerance))),
        Cause.WHOLE_ZONE_OFFSET);
  }

  private Evidence evidence(ListedTime listed, Instant observed) {
    Instant time = times.trueTime(listed, observed);
    Evidence evidence = Evidence.of(Wording.time(time), new Value.Modified(time));
    return time.equals(observed)
        ? evidence
        : evidence.with(
            " (" + times.sourceZone().map(Object::toString).orElse("") + " time corrected)");
  }

  private static String text(Duration tolerance) {
    return Wording.duration(tolerance) + " of the listed minute";
  }
}
