package io.kbaudit.audit.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.article.ListedName;
import io.kbaudit.article.ListedSize;
import io.kbaudit.article.PrintedRow;
import io.kbaudit.audit.AuditPolicy;
import io.kbaudit.audit.Cause;
import io.kbaudit.audit.Evidence;
import io.kbaudit.audit.Given;
import io.kbaudit.audit.Outcome;
import io.kbaudit.audit.match.Match;
import io.kbaudit.file.FileName;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.msi.MsiInspection;
import io.kbaudit.msi.MsiKind;
import io.kbaudit.msi.MsiProblem;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SizeRuleTest {
  private static final String LISTED_TIME = "2011-03-10T10:04Z";
  private static final String SAME = "2011-03-10T10:04:37Z";
  private static final String LATER = "2012-01-01T00:00:00Z";
  private static final String OLDER = "2010-01-01T00:00:00Z";

  @Test
  void theListedSizePasses() {
    Outcome outcome = judge(AuditPolicy.asPrinted(), 679_936, SAME);

    assertThat(outcome).isEqualTo(new Outcome.Passed("679,936 bytes"));
  }

  @Test
  void oneByteLessIsSmaller() {
    Outcome outcome = judge(AuditPolicy.asPrinted(), 679_935, SAME);

    assertThat(outcome).isEqualTo(new Outcome.Failed("679936", "679935", Cause.SMALLER));
  }

  @Test
  void oneByteMoreIsLarger() {
    Outcome outcome = judge(AuditPolicy.asPrinted(), 679_937, SAME);

    assertThat(outcome).isEqualTo(new Outcome.Failed("679936", "679937", Cause.LARGER));
  }

  @Test
  void aRoundedSizePassesWhatRoundsToIt() {
    ExpectedFile row =
        Given.row(
            ListedName.whole(FileName.of("a.msi")),
            Optional.of(new ListedSize(new BigDecimal("105"), ListedSize.Unit.KB)),
            Given.time(LISTED_TIME));

    assertThat(judge(row, AuditPolicy.asPrinted(), 107_008, SAME))
        .isEqualTo(new Outcome.Passed("107,008 bytes"));
    assertThat(judge(row, AuditPolicy.asPrinted(), 109_000, SAME))
        .isEqualTo(new Outcome.Failed("105 KB", "109000", Cause.LARGER));
  }

  @Test
  void exactlyAsPrintedALaterFileOfAnotherSizeFails() {
    Outcome outcome = judge(AuditPolicy.asPrinted(), 1, LATER);

    assertThat(outcome).isEqualTo(new Outcome.Failed("679936", "1", Cause.SMALLER));
  }

  @Test
  void orLaterALaterFileOfAnotherSizeIsUndecided() {
    Outcome outcome = judge(AuditPolicy.orLater(), 700_000, LATER);

    assertThat(outcome)
        .isEqualTo(
            new Outcome.Undecided(
                "700,000 bytes, not the 679,936 bytes listed, and a later date: a later version, or"
                    + " a damaged copy",
                Cause.UNCORROBORATED));
  }

  @Test
  void orLaterALaterFileOfAnotherSizePassesIfItIsASoundPackageSavedInTheListedMinuteOrLater() {
    ExpectedFile row = Given.article(Given.row("Alpha.msi", 679_936, LISTED_TIME)).rows().get(0);
    ObservedFile.Readable inMinute =
        (ObservedFile.Readable)
            Given.file(
                "Alpha.msi",
                700_000,
                LATER,
                Given.inspection(MsiKind.PACKAGE, "Alpha", "2011-03-10T10:04:00Z"));

    Outcome outcome =
        Given.worded(
            new SizeRule(Later.in(Given.folder(inMinute), row))
                .apply(
                    row, new Match.Found(inMinute, Match.Manner.BY_NAME), AuditPolicy.orLater()));

    assertThat(outcome)
        .isEqualTo(
            new Outcome.Passed(
                Evidence.of(
                    "700,000 bytes, not the 679,936 bytes listed, and a later date; a sound package,"
                        + " saved 2011-03-10 10:04:00 UTC, and its ProductName 'Alpha' names this row"),
                Optional.of(Cause.SUPERSEDED)));
  }

  @Test
  void orLaterALaterFileOfAnotherSizeThatWasSavedBeforeTheListedMinuteIsAnOldBuild() {
    MsiInspection before = Given.packageSavedAt("2011-03-10T10:03:59.9999999Z");

    Outcome outcome = judge(AuditPolicy.orLater(), 700_000, LATER, before);

    assertThat(outcome)
        .isEqualTo(
            new Outcome.Failed(
                "679936",
                "700,000 bytes, not the 679,936 bytes listed, and a later date, but the package was"
                    + " saved 2011-03-10 10:03:59.999 UTC, before the listed time",
                Cause.SAVED_EARLIER));
  }

  @Test
  void orLaterALaterFileOfAnotherSizeThatIsNotSoundFails() {
    MsiInspection torn =
        Given.packageWith(new MsiProblem(MsiProblem.Kind.TRUNCATED, "the file ends early"));

    assertThat(judge(AuditPolicy.orLater(), 600_000, LATER, torn))
        .isEqualTo(new Outcome.Failed("679936", "600000", Cause.SMALLER));
  }

  @Test
  void orLaterALaterFileOfAnotherSizeThatDoesNotSayWhenItWasSavedIsUndecided() {
    assertThat(judge(AuditPolicy.orLater(), 700_000, LATER, Given.packageSavedAt("")))
        .isEqualTo(
            new Outcome.Undecided(
                "700,000 bytes, not the 679,936 bytes listed, and a later date, and the package"
                    + " does not say when it was saved",
                Cause.UNCORROBORATED));
  }

  @Test
  void aCachedCopyMayBeSmallerByItsCabinetsAndAFileOfItsNameMayNot() {
    MsiInspection stripped =
        Given.packageWith(new MsiProblem(MsiProblem.Kind.CABINET_MISSING, "no such stream"));

    MsiInspection named = Given.stating(stripped, Map.of("ProductName", "Alpha"));
    assertThat(judgeCached(named)).isInstanceOf(Outcome.NotApplicable.class);
    assertThat(judgeCached(stripped))
        .isEqualTo(
            new Outcome.Undecided(
                "40,960 bytes, cached without its cabinets, and the package does not say that it is"
                    + " this row's",
                Cause.UNCORROBORATED));
    assertThat(judge(AuditPolicy.orLater(), 40_960, LATER, stripped, Match.Manner.BY_NAME))
        .isEqualTo(new Outcome.Failed("679936", "40960", Cause.SMALLER));
  }

  @Test
  void orLaterAFileOfTheListedDateMustHaveTheListedSize() {
    Outcome outcome = judge(AuditPolicy.orLater(), 700_000, SAME);

    assertThat(outcome).isEqualTo(new Outcome.Failed("679936", "700000", Cause.LARGER));
  }

  @Test
  void orLaterAnOlderFileOfAnotherSizeFails() {
    Outcome outcome = judge(AuditPolicy.orLater(), 700_000, OLDER);

    assertThat(outcome).isEqualTo(new Outcome.Failed("679936", "700000", Cause.LARGER));
  }

  @Test
  void orLaterAnotherSizeFailsWhereNoDateIsListed() {
    ExpectedFile row = Given.row("a.msi", 679_936, "");

    assertThat(judge(row, AuditPolicy.orLater(), 700_000, LATER))
        .isEqualTo(new Outcome.Failed("679936", "700000", Cause.LARGER));
  }

  @Test
  void whereTheArticlePrintsNoSizeThereIsNothingToCheck() {
    ExpectedFile row =
        Given.row(
            ListedName.whole(FileName.of("a.msi")), Optional.empty(), Given.time(LISTED_TIME));

    assertThat(judge(row, AuditPolicy.asPrinted(), 1, SAME))
        .isEqualTo(new Outcome.NotApplicable("the article prints no size"));
  }

  @Test
  void aSizeThatCannotBeReadIsUndecidedAndNotSkipped() {
    ExpectedFile row =
        ExpectedFile.of(
                1,
                1,
                ListedName.whole(FileName.of("a.msi")),
                new PrintedRow("a.msi", "10-Mar-2011", "10:04", "314,8", "", ""))
            .modified(Given.time(LISTED_TIME))
            .build();

    assertThat(judge(row, AuditPolicy.asPrinted(), 3_148, SAME))
        .isEqualTo(
            new Outcome.Undecided(
                "the article prints '314,8', which cannot be read as a size",
                Cause.CELL_UNREADABLE));
  }

  @Test
  void aSizePrintedAsADashIsNothingToCheck() {
    ExpectedFile row =
        ExpectedFile.of(
                1,
                1,
                ListedName.whole(FileName.of("a.msi")),
                new PrintedRow("a.msi", "10-Mar-2011", "10:04", "Not applicable", "", ""))
            .modified(Given.time(LISTED_TIME))
            .build();

    assertThat(judge(row, AuditPolicy.asPrinted(), 3_148, SAME))
        .isEqualTo(new Outcome.NotApplicable("the article prints no size"));
  }

  private static Outcome judge(AuditPolicy policy, long size, String modified) {
    return judge(Given.row("a.msi", 679_936, LISTED_TIME), policy, size, modified);
  }

  private static Outcome judge(
      AuditPolicy policy, long size, String modified, MsiInspection inspection) {
    return judge(policy, size, modified, inspection, Match.Manner.BY_NAME);
  }

  private static Outcome judge(
      AuditPolicy policy,
      long size,
      String modified,
      MsiInspection inspection,
      Match.Manner manner) {
    ObservedFile.Readable file =
        (ObservedFile.Readable) Given.file("a.msi", size, modified, inspection);
    return Given.worded(
        new SizeRule(Later.than())
            .apply(
                Given.row("a.msi", 679_936, LISTED_TIME), new Match.Found(file, manner), policy));
  }

  private static Outcome judgeCached(MsiInspection inspection) {
    ExpectedFile row = Given.article(Given.row("Alpha.msi", 679_936, LISTED_TIME)).rows().get(0);
    ObservedFile.Readable file =
        (ObservedFile.Readable) Given.file("c597.msi", 40_960, SAME, inspection);
    return Given.worded(
        new SizeRule(Later.in(Given.folder(file), row))
            .apply(row, new Match.Found(file, Match.Manner.BY_IDENTITY), AuditPolicy.orLater()));
  }

  private static Outcome judge(ExpectedFile row, AuditPolicy policy, long size, String modified) {
    ObservedFile.Readable file = ObservedFile.Readable.of("a.msi", size, Instant.parse(modified));
    return Given.worded(
        new SizeRule(Later.than()).apply(row, new Match.Found(file, Match.Manner.BY_NAME), policy));
  }
}
