package io.kbaudit.audit.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.audit.AuditPolicy;
import io.kbaudit.audit.Cause;
import io.kbaudit.audit.Evidence;
import io.kbaudit.audit.Given;
import io.kbaudit.audit.Outcome;
import io.kbaudit.audit.match.Match;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.msi.CabinetState;
import io.kbaudit.msi.MsiInspection;
import io.kbaudit.msi.MsiKind;
import io.kbaudit.msi.MsiProblem;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatRuleTest {
  private static Outcome judge(String name, long size, MsiInspection inspection) {
    return judge(name, size, inspection, Match.Manner.BY_NAME);
  }

  private static Outcome judge(
      String name, long size, MsiInspection inspection, Match.Manner manner) {
    ObservedFile.Readable file =
        (ObservedFile.Readable) Given.file(name, size, "2011-03-10T10:04:30Z", inspection);
    ExpectedFile row =
        Given.row(manner == Match.Manner.BY_NAME ? name : "a.msi", 100, "2011-03-10T10:04Z");
    return new FormatRule().apply(row, new Match.Found(file, manner), AuditPolicy.asPrinted());
  }

  private static MsiInspection of(MsiKind kind) {
    return Given.inspection(kind, "", "");
  }

  @Test
  void aSoundPackagePasses() {
    assertThat(judge("a.msi", 100, of(MsiKind.PACKAGE)))
        .isEqualTo(new Outcome.Passed("a package whose tables, streams and cabinets fit together"));
  }

  @ParameterizedTest
  @CsvSource({"a.msp, PATCH", "a.MSM, MODULE", "a.mst, TRANSFORM"})
  void theExtensionSaysWhichKindItMustBe(String name, MsiKind kind) {
    assertThat(judge(name, 100, of(kind))).isInstanceOf(Outcome.Passed.class);
    assertThat(judge(name, 100, of(MsiKind.PACKAGE)))
        .isEqualTo(new Outcome.Failed("a " + kind.id(), "a package", Cause.OTHER_KIND));
  }

  @ParameterizedTest
  @CsvSource({
    "EMPTY, NOT_A_PACKAGE",
    "NOT_OLE, NOT_A_PACKAGE",
    "OTHER_DOCUMENT, NOT_A_PACKAGE",
    "TRUNCATED, TRUNCATED",
    "TRAILING_BYTES, TRAILING_BYTES",
    "DAMAGED, DAMAGED",
    "CABINET_MISSING, CABINET_MISSING"
  })
  void eachDamageFailsWithItsCauseAndInTheReadersWords(MsiProblem.Kind kind, Cause cause) {
    MsiInspection damaged = Given.packageWith(new MsiProblem(kind, "what is wrong where"));

    assertThat(judge("a.msi", 99, damaged))
        .isEqualTo(new Outcome.Failed("a sound package", "what is wrong where", cause));
  }

  @Test
  void oneBadValueIsNoDamage() {
    MsiInspection odd = Given.packageWith(new MsiProblem(MsiProblem.Kind.BAD_VALUE, "no time"));

    assertThat(judge("a.msi", 100, odd)).isInstanceOf(Outcome.Passed.class);
  }

  @Test
  void onlyACachedCopyMayBeWithoutItsCabinets() {
    MsiInspection stripped =
        Given.packageWith(new MsiProblem(MsiProblem.Kind.CABINET_MISSING, "no cabinet"));

    assertThat(judge("c597.msi", 40, stripped, Match.Manner.BY_IDENTITY))
        .isEqualTo(
            new Outcome.Passed(
                Evidence.of("a package, as Windows Installer caches it: no cabinet"),
                Optional.of(Cause.CABINET_MISSING)));
    assertThat(judge("a.msi", 40, stripped)).isInstanceOf(Outcome.Failed.class);
  }

  @Test
  void aFileThatIsNamedNeitherAsAPackageNorAsAProgramIsNotAskedToBeOne() {
    ObservedFile.Readable file =
        (ObservedFile.Readable) Given.unreadFile("a.txt", 100, "2011-03-10T10:04:30Z");

    assertThat(
            new FormatRule()
                .apply(
                    Given.row("a.txt", 100, "2011-03-10T10:04Z"),
                    new Match.Found(file, Match.Manner.BY_NAME),
                    AuditPolicy.asPrinted()))
        .isEqualTo(new Outcome.NotApplicable("'a.txt' is neither a package nor a program"));
  }

  @Test
  void aFileThatCouldNotBeOpenedFailsForThatAlone() {
    MsiInspection closed =
        new MsiInspection(
            Optional.empty(),
            List.of(new MsiProblem(MsiProblem.Kind.EMPTY, "the file is empty")),
            Optional.empty(),
            List.of(),
            java.util.Map.of());

    assertThat(judge("a.msi", 0, closed))
        .isEqualTo(new Outcome.Failed("a sound package", "the file is empty", Cause.NOT_A_PACKAGE));
  }

  @Test
  void whereTheListedNameIsCutTheFilesOwnExtensionSaysWhichKindItMustBe() {
    ObservedFile.Readable patch =
        (ObservedFile.Readable) Given.file("a.msp", 100, "2011-03-10T10:04:30Z", of(MsiKind.PATCH));

    assertThat(
            new FormatRule()
                .apply(
                    Given.cutRow("a", 100, "2011-03-10T10:04Z"),
                    new Match.Found(patch, Match.Manner.BY_BEGINNING),
                    AuditPolicy.asPrinted()))
        .isInstanceOf(Outcome.Passed.class);
  }

  @Test
  void whatIsOddAndNoDamageIsSaidUnlessItIsOneBadValue() {
    MsiInspection odd =
        Given.packageWith(
            new MsiProblem(MsiProblem.Kind.BAD_VALUE, "no time"),
            new MsiProblem(MsiProblem.Kind.UNUSED_SECTORS, "3 sectors are unused"),
            new MsiProblem(MsiProblem.Kind.CONTENT_UNCHECKED, "a cabinet was not unpacked"));

    assertThat(judge("a.msi", 100, odd))
        .isEqualTo(
            new Outcome.Passed(
                Evidence.of(
                    "a package whose tables, streams and cabinets fit together; 3 sectors are"
                        + " unused; a cabinet was not unpacked"),
                Optional.of(Cause.UNUSED_SECTORS)));
  }

  @Test
  void filesThatWereUnpackedAreCountedOverAllCabinets() {
    MsiInspection sound = of(MsiKind.PACKAGE);
    MsiInspection unpacked =
        new MsiInspection(
            sound.kind(),
            List.of(),
            sound.summary(),
            sound.tables(),
            sound.properties(),
            Optional.of(List.of(cabinet("a.cab", 2), cabinet("b.cab", 3))),
            false);

    assertThat(judge("a.msi", 100, unpacked))
        .isEqualTo(
            new Outcome.Passed(
                "a package whose tables, streams and cabinets fit together; 5 files unpacked"));
  }

  private static CabinetState cabinet(String name, int files) {
    return new CabinetState(
        name,
        CabinetState.State.OK,
        OptionalLong.of(1_000),
        OptionalInt.of(files),
        files,
        Optional.empty());
  }
}
