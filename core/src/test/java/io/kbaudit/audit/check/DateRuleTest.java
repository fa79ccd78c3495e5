package io.kbaudit.audit.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.article.ListedName;
import io.kbaudit.article.ListedSize;
import io.kbaudit.article.PrintedRow;
import io.kbaudit.audit.AuditPolicy;
import io.kbaudit.audit.AuditRequest;
import io.kbaudit.audit.Cause;
import io.kbaudit.audit.Check;
import io.kbaudit.audit.Evidence;
import io.kbaudit.audit.Given;
import io.kbaudit.audit.Outcome;
import io.kbaudit.audit.match.Match;
import io.kbaudit.audit.match.RowComparison;
import io.kbaudit.file.FileName;
import io.kbaudit.inventory.ObservedFile;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DateRuleTest {
  private static final ExpectedFile ROW = Given.row("a.msi", 1, "2011-03-10T10:04Z");

  @Test
  void anySecondOfTheListedMinutePasses() {
    assertThat(judge(AuditPolicy.asPrinted(), "2011-03-10T10:04:37Z"))
        .isEqualTo(new Outcome.Passed("2011-03-10 10:04:37 UTC"));
    assertThat(judge(AuditPolicy.asPrinted(), "2011-03-10T10:04:00Z"))
        .isEqualTo(new Outcome.Passed("2011-03-10 10:04:00 UTC"));
  }

  @Test
  void whatFatRoundsAwayPasses() {
    Outcome outcome = judge(AuditPolicy.asPrinted(), "2011-03-10T10:05:01Z");

    assertThat(outcome)
        .isEqualTo(new Outcome.Passed("2011-03-10 10:05:01 UTC, within 2 s of the listed minute"));
  }

  @Test
  void anEarlierFileIsOlder() {
    Outcome outcome = judge(AuditPolicy.asPrinted(), "2011-03-08T06:00:00Z");

    assertThat(outcome)
        .isEqualTo(
            new Outcome.Failed(
                "2011-03-10 10:04 UTC", "2011-03-08 06:00:00 UTC, 2 d 4 h older", Cause.OLDER));
  }

  @Test
  void aLaterFileFailsExactlyAsPrinted() {
    Outcome outcome = judge(AuditPolicy.asPrinted(), "2011-03-10T10:05:12.500Z");

    assertThat(outcome)
        .isEqualTo(
            new Outcome.Failed(
                "2011-03-10 10:04 UTC", "2011-03-10 10:05:12.500 UTC, 1 min later", Cause.LATER));
  }

  @Test
  void aLaterFilePassesWhereLaterFilesWillDo() {
    Outcome outcome = judge(AuditPolicy.orLater(), "2011-03-10T10:45:30Z");

    assertThat(outcome)
        .isEqualTo(
            new Outcome.Passed(
                Evidence.of("2011-03-10 10:45:30 UTC, 41 min later than listed"),
                Optional.of(Cause.LATER)));
  }

  @Test
  void anOlderFileFailsWhereLaterFilesWillDo() {
    Outcome outcome = judge(AuditPolicy.orLater(), "2011-03-10T10:03:00Z");

    assertThat(outcome)
        .isEqualTo(
            new Outcome.Failed(
                "2011-03-10 10:04 UTC", "2011-03-10 10:03:00 UTC, 1 min older", Cause.OLDER));
  }

  @Test
  void anHourLaterToTheMinuteIsAZonesOffset() {
    Outcome outcome = judge(AuditPolicy.asPrinted(), "2011-03-10T11:04:37Z");

    assertThat(outcome)
        .isEqualTo(
            new Outcome.Failed(
                "2011-03-10 10:04 UTC",
                "2011-03-10 11:04:37 UTC, exactly 1 h later",
                Cause.WHOLE_ZONE_OFFSET));
  }

  @Test
  void eightHoursOlderToTheMinuteIsAZonesOffsetUnderEitherPolicy() {
    Outcome.Failed expected =
        new Outcome.Failed(
            "2011-03-10 10:04 UTC",
            "2011-03-10 02:04:37 UTC, exactly 8 h older",
            Cause.WHOLE_ZONE_OFFSET);

    assertThat(judge(AuditPolicy.asPrinted(), "2011-03-10T02:04:37Z")).isEqualTo(expected);
    assertThat(judge(AuditPolicy.orLater(), "2011-03-10T02:04:37Z")).isEqualTo(expected);
  }

  @Test
  void anOffsetWithinTheToleranceIsNotCalledExact() {
    assertThat(judge(AuditPolicy.asPrinted(), "2011-03-10T10:33:58Z"))
        .isEqualTo(
            new Outcome.Failed(
                "2011-03-10 10:04 UTC",
                "2011-03-10 10:33:58 UTC, 30 min later to within 2 s",
                Cause.WHOLE_ZONE_OFFSET));
  }

  @Test
  void noZoneIsTheCauseWhereTheSizeDiffersToo() {
    Outcome.Failed asAnyDate =
        new Outcome.Failed(
            "2011-03-10 10:04 UTC", "2011-03-10 09:34:37 UTC, 30 min older", Cause.OLDER);
    Outcome.Failed shifted =
        new Outcome.Failed(
            "2011-03-10 10:04 UTC",
            "2011-03-10 09:34:37 UTC, exactly 30 min older",
            Cause.WHOLE_ZONE_OFFSET);
    AuditPolicy withoutSize = AuditPolicy.asPrinted().withChecks(EnumSet.of(Check.DATE));
    ExpectedFile row = Given.row("a.msi", 1_000_001, "2011-03-10T10:04Z");

    assertThat(judge(row, AuditPolicy.asPrinted(), "2011-03-10T09:34:37Z")).isEqualTo(asAnyDate);
    assertThat(judge(row, withoutSize, "2011-03-10T09:34:37Z")).isEqualTo(shifted);
  }

  @Test
  void aSourceZoneCorrectsTheTimeAndSaysSo() {
    AuditPolicy policy = AuditPolicy.asPrinted().withSourceZone(ZoneId.of("+01:00"));

    assertThat(judge(policy, "2011-03-10T11:04:37Z"))
        .isEqualTo(new Outcome.Passed("2011-03-10 10:04:37 UTC (+01:00 time corrected)"));
  }

  @Test
  void aWiderToleranceIsNamedInTheEvidence() {
    AuditPolicy policy = AuditPolicy.asPrinted().withTolerance(Duration.ofMinutes(10));

    assertThat(judge(policy, "2011-03-10T10:14:00Z"))
        .isEqualTo(
            new Outcome.Passed("2011-03-10 10:14:00 UTC, within 10 min of the listed minute"));
  }

  @Test
  void aLaterFileWithoutAListedSizeIsUndecidedWhereLaterFilesWillDo() {
    ExpectedFile row =
        Given.row(ListedName.whole(FileName.of("a.msi")), Optional.empty(), ROW.modified());

    Outcome outcome = judge(row, AuditPolicy.orLater(), "2011-03-10T10:45:30Z");

    assertThat(outcome)
        .isEqualTo(
            new Outcome.Undecided(
                "2011-03-10 10:45:30 UTC, 41 min later than listed, and the article prints no size"
                    + " to hold it to: a later version, or a damaged copy",
                Cause.UNCORROBORATED));
  }

  @Test
  void aListedDayPassesAllDayInUtc() {
    ExpectedFile row = Given.row("a.msi", 1, "2011-03-10");

    assertThat(judge(row, AuditPolicy.asPrinted(), "2011-03-10T23:59:59Z"))
        .isEqualTo(new Outcome.Passed("2011-03-10 23:59:59 UTC"));
    assertThat(judge(row, AuditPolicy.asPrinted(), "2011-03-11T01:00:00Z"))
        .isEqualTo(
            new Outcome.Failed(
                "2011-03-10 (UTC day)", "2011-03-11 01:00:00 UTC, 1 d later", Cause.LATER));
  }

  @Test
  void whereTheArticlePrintsNoDateThereIsNothingToCheck() {
    ExpectedFile row = Given.row("a.msi", 1, "");

    assertThat(judge(row, AuditPolicy.asPrinted(), "2011-03-10T10:04:37Z"))
        .isEqualTo(new Outcome.NotApplicable("the article prints no date"));
  }

  @Test
  void aDateThatMeansTwoDaysIsUndecidedAndSaysWhich() {
    assertThat(judge(undated("04/06/02"), AuditPolicy.asPrinted(), "2002-04-06T10:04:37Z"))
        .isEqualTo(
            new Outcome.Undecided(
                "the article prints '04/06/02', which is 2002-04-06 or 2002-06-04, and nothing in"
                    + " its table tells which; the date order does",
                Cause.CELL_UNREADABLE));
  }

  private static ExpectedFile undated(String date) {
    return ExpectedFile.of(
            1,
            1,
            ListedName.whole(FileName.of("a.msi")),
            new PrintedRow("a.msi", date, "10:04", "1", "", ""))
        .size(Optional.of(ListedSize.ofBytes(1)))
        .build();
  }

  @Test
  void aDateThatCannotBeReadIsUndecidedAndNotSkipped() {
    assertThat(judge(undated("16-2"), AuditPolicy.asPrinted(), "2011-03-10T10:04:37Z"))
        .isEqualTo(
            new Outcome.Undecided(
                "the article prints '16-2 10:04', which cannot be read as a date",
                Cause.CELL_UNREADABLE));
  }

  @Test
  void aDatePrintedAsADashIsNothingToCheck() {
    ExpectedFile row =
        ExpectedFile.of(
                1,
                1,
                ListedName.whole(FileName.of("a.msi")),
                new PrintedRow("a.msi", "-", "-", "1", "", ""))
            .size(Optional.of(ListedSize.ofBytes(1)))
            .build();

    assertThat(judge(row, AuditPolicy.asPrinted(), "2011-03-10T10:04:37Z"))
        .isEqualTo(new Outcome.NotApplicable("the article prints no date"));
  }

  private static Outcome judge(AuditPolicy policy, String modified) {
    return judge(ROW, policy, modified);
  }

  private static Outcome judge(ExpectedFile row, AuditPolicy policy, String modified) {
    ObservedFile.Readable file = ObservedFile.Readable.of("a.msi", 1, Instant.parse(modified));
    return Given.worded(
        new DateRule(RowComparison.of(AuditRequest.of(Given.article(row), policy)), Later.than())
            .apply(row, new Match.Found(file, Match.Manner.BY_NAME), policy));
  }
}
