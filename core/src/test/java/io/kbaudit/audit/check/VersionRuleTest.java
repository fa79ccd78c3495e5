package io.kbaudit.audit.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.article.ListedName;
import io.kbaudit.article.PrintedRow;
import io.kbaudit.audit.AuditPolicy;
import io.kbaudit.audit.AuditRequest;
import io.kbaudit.audit.Cause;
import io.kbaudit.audit.Evidence;
import io.kbaudit.audit.Given;
import io.kbaudit.audit.Outcome;
import io.kbaudit.audit.Value;
import io.kbaudit.audit.match.Match;
import io.kbaudit.audit.match.RowComparison;
import io.kbaudit.file.FileName;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.msi.MsiInspection;
import io.kbaudit.msi.MsiKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionRuleTest {
  private static final String TIME = "2011-03-10T10:04:00Z";

  @ParameterizedTest(name = "{1} is listed as {0}")
  @CsvSource({
    "4.0.0951, 4.0.951",
    "5.0, 5.0.0",
    "5.0.0.0, 5.0",
    "1.2.3.4, 1.2.3.4",
    "1.2.3.4, 1.2.3"
  })
  void aVersionIsComparedNumberByNumber(String listed, String stated) {
    assertThat(judge(listed, stated, AuditPolicy.asPrinted()))
        .isEqualTo(new Outcome.Passed("ProductVersion " + stated));
  }

  @ParameterizedTest(name = "{1} is lower than {0}")
  @CsvSource({"4.0.951, 4.0.950", "4.0.951, 4.0", "10.0, 9.9.9", "1.2.3.4, 1.2.3.3"})
  void aLowerVersionFailsWhateverThePolicy(String listed, String stated) {
    for (AuditPolicy policy : List.of(AuditPolicy.asPrinted(), AuditPolicy.orLater())) {
      assertThat(judge(listed, stated, policy))
          .isEqualTo(new Outcome.Failed(listed, "ProductVersion " + stated, Cause.OLDER_VERSION));
    }
  }

  @Test
  void aHigherVersionPassesOnlyWhereLaterWillDo() {
    assertThat(judge("9.9", "10.0", AuditPolicy.asPrinted()))
        .isEqualTo(new Outcome.Failed("9.9", "ProductVersion 10.0", Cause.NEWER_VERSION));
    assertThat(judge("9.9", "10.0", AuditPolicy.orLater()))
        .isEqualTo(
            new Outcome.Passed(
                Evidence.of("ProductVersion 10.0"), Optional.of(Cause.NEWER_VERSION)));
  }

  @Test
  void aLowerVersionOfAnEarlierDateIsOneFinding() {
    assertThat(
            judge(
                row("a.msi", "2.0", "2011-03-10T10:05Z"),
                file("a.msi", "1.0"),
                AuditPolicy.asPrinted()))
        .isEqualTo(new Outcome.NotApplicable("it is of an earlier date, and is judged as such"));
  }

  @Test
  void aVersionThatOnlyAFileCanHaveSaysNothingOfAPackage() {
    for (AuditPolicy policy : List.of(AuditPolicy.asPrinted(), AuditPolicy.orLater())) {
      assertThat(judge("2011.110.2100.60", "11.0.2100.60", policy))
          .isEqualTo(
              new Outcome.Undecided(
                  "the article prints 2011.110.2100.60, the version of a file: no package has one"
                      + " above 255.255.65535, and this states 11.0.2100.60",
                  Cause.CELL_UNREADABLE));
    }
  }

  @Test
  void aPackageMayHaveAVersionThatWindowsInstallerForbids() {
    assertThat(judge("2011.110.2100.60", "2011.110.2100.60", AuditPolicy.asPrinted()))
        .isEqualTo(new Outcome.Passed("ProductVersion 2011.110.2100.60"));
  }

  @Test
  void whatIsNoVersionIsUndecidedAndNotSkipped() {
    assertThat(judge("Gen 1.35", "1.35", AuditPolicy.asPrinted()))
        .isEqualTo(
            new Outcome.Undecided(
                "the article prints 'Gen 1.35', which cannot be read as a version",
                Cause.CELL_UNREADABLE));
  }

  @Test
  void theVersionOfALibraryThatWasNotReadIsUndecided() {
    assertThat(
            judge(
                row("a.dll", "1.0", "2011-03-10T10:04Z"),
                ObservedFile.Readable.of("a.dll", 1, Instant.parse(TIME)),
                AuditPolicy.asPrinted()))
        .isEqualTo(new Outcome.Undecided("'a.dll' was listed, and not read", Cause.NOT_READ));
  }

  @Test
  void aPackageWithoutAVersionIsUndecided() {
    assertThat(
            judge(
                row("a.msi", "1.0", "2011-03-10T10:04Z"),
                (ObservedFile.Readable)
                    Given.file("a.msi", 1, TIME, Given.packageNamed("A Package")),
                AuditPolicy.asPrinted()))
        .isEqualTo(
            new Outcome.Undecided("the package does not state its version", Cause.NOT_STATED));
  }

  private static Outcome judge(String listed, String stated, AuditPolicy policy) {
    return judge(row("a.msi", listed, "2011-03-10T10:04Z"), file("a.msi", stated), policy);
  }

  @Test
  void versionsAreInTheOutcomeAsValues() {
    ExpectedFile row = row("a.msi", "9.9", "2011-03-10T10:04Z");

    Outcome outcome = judged(row, file("a.msi", "10.0"), AuditPolicy.asPrinted());

    assertThat(outcome)
        .isEqualTo(
            new Outcome.Failed(
                Evidence.of("9.9", new Value.Version("9.9")),
                Evidence.of("ProductVersion 10.0", new Value.Version("10.0")),
                Cause.NEWER_VERSION));
  }

  private static Outcome judge(ExpectedFile row, ObservedFile.Readable file, AuditPolicy policy) {
    return Given.worded(judged(row, file, policy));
  }

  private static Outcome judged(ExpectedFile row, ObservedFile.Readable file, AuditPolicy policy) {
    return new VersionRule(
            RowComparison.of(AuditRequest.of(Given.article(row), policy)), Later.than(row))
        .apply(row, new Match.Found(file, Match.Manner.BY_NAME), policy);
  }

  private static ObservedFile.Readable file(String name, String version) {
    MsiInspection silent = Given.inspection(MsiKind.PACKAGE, "", "");
    MsiInspection stating =
        new MsiInspection(
            silent.kind(),
            silent.problems(),
            silent.summary(),
            silent.tables(),
            Map.of("ProductVersion", version));
    return (ObservedFile.Readable) Given.file(name, 1, TIME, stating);
  }

  private static ExpectedFile row(String name, String version, String time) {
    return ExpectedFile.of(
            1,
            1,
            ListedName.whole(FileName.of(name)),
            new PrintedRow(name, "", "", "", version, ""))
        .modified(Given.time(time))
        .version(Optional.of(version))
        .build();
  }

  @Test
  void aPackageWhoseVersionIsNoneStatesNone() {
    assertThat(judge("1.0", "unknown", AuditPolicy.asPrinted()))
        .isEqualTo(
            new Outcome.Undecided("the package does not state its version", Cause.NOT_STATED));
  }
}
