package io.kbaudit.identify;

import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.article.ListedHashes;
import io.kbaudit.article.ListedName;
import io.kbaudit.article.ListedSize;
import io.kbaudit.article.PrintedRow;
import io.kbaudit.article.Variant;
import io.kbaudit.audit.Executables;
import io.kbaudit.audit.Given;
import io.kbaudit.audit.match.OriginalName;
import io.kbaudit.file.Digest;
import io.kbaudit.file.FileName;
import io.kbaudit.identify.Traits.NameRelation;
import io.kbaudit.identify.Traits.Relation;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.msi.MsiInspection;
import io.kbaudit.msi.MsiKind;
import io.kbaudit.pe.PeInspection;
import io.kbaudit.pe.PeProblem;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What speaks for a file being that of a row, and what against it. */
class RowLikenessTest {
  private static final String LISTED = "2011-03-10T10:04Z";
  private static final String THEN = "2011-03-10T10:04:37Z";
  private static final String LATER = "2011-03-11T10:04:37Z";
  private static final Digest CONTENTS = Digest.sha256("1".repeat(64));

  private static RowLikeness likeness(ExpectedFile row, ObservedFile file) {
    ObservedFile.Readable readable = (ObservedFile.Readable) file;
    return RowLikeness.of(
        row, readable, OriginalName.statedBy(readable).stream().map(OriginalName::name).toList());
  }

  private static Optional<MatchEvidence> evidence(ExpectedFile row, ObservedFile file) {
    return likeness(row, file).evidence();
  }

  private static ObservedFile library(String name, String version, Map<String, String> strings) {
    return ((ObservedFile.Readable) Given.file(name, 100, THEN))
        .withExecutable(Executables.version(version, version, strings));
  }

  private static ExpectedFile row(String name, String version) {
    return Given.row(name, 100, LISTED).toBuilder().version(Optional.of(version)).build();
  }

  private static ObservedFile product(String version) {
    MsiInspection silent = Given.inspection(MsiKind.PACKAGE, "", "");
    return Given.file(
        "a.msi",
        100,
        THEN,
        new MsiInspection(
            silent.kind(),
            silent.problems(),
            silent.summary(),
            silent.tables(),
            Map.of("ProductVersion", version)));
  }

  @ParameterizedTest
  @CsvSource({
    "a.msi, 100, 2011-03-10T10:04:37Z, SIZE_AND_DATE",
    "A.MSI, 100, 2011-03-10T10:05:01Z, SIZE_AND_DATE",
    "b.msi, 100, 2011-03-10T10:04:37Z, RENAMED",
    "a.msi, 100, 2011-03-10T10:06:37Z, SIZE",
    "b.msi, 100, 2011-03-10T10:06:37Z, ",
    "a.msi, 101, 2011-03-10T10:04:37Z, ",
  })
  void nameSizeAndDateSpeakForAFileAsFarAsTheyAgree(
      String name, long size, String modified, MatchEvidence expected) {
    ExpectedFile row = Given.row("a.msi", 100, LISTED);

    assertThat(evidence(row, Given.file(name, size, modified)))
        .isEqualTo(Optional.ofNullable(expected));
  }

  @Test
  void whetherNoDateIsListedOrAnotherIsTold() {
    ExpectedFile undated = Given.row("a.msi", 100, "");
    PrintedRow printed = new PrintedRow("a.msi", "2/12/99", "", "100", "", "");
    ExpectedFile unread =
        ExpectedFile.of(1, 1, undated.name(), printed).size(undated.size()).build();

    assertThat(evidence(undated, Given.file("a.msi", 100, THEN))).contains(MatchEvidence.SIZE);
    assertThat(likeness(undated, Given.file("a.msi", 100, THEN)).traits().date())
        .isEqualTo(Relation.NOT_LISTED);
    assertThat(likeness(unread, Given.file("a.msi", 100, THEN)).traits().date())
        .isEqualTo(Relation.NOT_COMPARED);
    assertThat(
            likeness(Given.row("a.msi", 100, LISTED), Given.file("a.msi", 100, LATER))
                .traits()
                .date())
        .isEqualTo(Relation.DIFFERS);
  }

  @Test
  void aRoundedSizeSpeaksForAFileOfTheNameAlone() {
    ExpectedFile row =
        Given.row(
            ListedName.whole(FileName.of("a.msi")),
            Optional.of(new ListedSize(BigDecimal.valueOf(105), ListedSize.Unit.KB)),
            Given.time(LISTED));

    assertThat(evidence(row, Given.file("a.msi", 107_400, THEN)))
        .contains(MatchEvidence.SIZE_AND_DATE);
    assertThat(evidence(row, Given.file("b.msi", 107_400, THEN))).isEmpty();
  }

  @Test
  void anEmptyFileIsNoRenamedOne() {
    assertThat(evidence(Given.row("a.msi", 0, LISTED), Given.file("b.msi", 0, THEN))).isEmpty();
  }

  @Test
  void aCutNameIsThatOfEveryFileThatBeginsSo() {
    ExpectedFile row = Given.cutRow("Exchange2007oabresourcemana", 100, LISTED);

    RowLikeness likeness =
        likeness(row, Given.file("Exchange2007OABResourceManagerNS.msi", 100, THEN));

    assertThat(likeness.evidence()).contains(MatchEvidence.SIZE_AND_DATE);
    assertThat(likeness.traits().name()).isEqualTo(NameRelation.BEGINNING);
  }

  @Test
  void aListedDigestIsProofUnderAnyNameAndOfAnySize() {
    ExpectedFile row = Given.row("a.msi", 7, LISTED).withHashes(ListedHashes.of(CONTENTS));

    RowLikeness likeness = likeness(row, Given.hashed(Given.file("b.msi", 100, LATER), '1'));

    assertThat(likeness.evidence()).contains(MatchEvidence.DIGEST);
    assertThat(likeness.digests().all()).containsExactly(CONTENTS);
  }

  @Test
  void otherContentsThanListedExcludeAFileWhateverElseAgrees() {
    ExpectedFile row = row("a.dll", "6.1.7600.1").withHashes(ListedHashes.of(CONTENTS));

    assertThat(evidence(row, Given.hashed(library("a.dll", "6.1.7600.1", Map.of()), '2')))
        .isEmpty();
  }

  @Test
  void anUncomputedDigestNeitherSpeaksForAFileNorAgainstIt() {
    ExpectedFile row = Given.row("a.msi", 100, LISTED).withHashes(ListedHashes.of(CONTENTS));

    RowLikeness likeness = likeness(row, Given.file("a.msi", 100, THEN));

    assertThat(likeness.evidence()).contains(MatchEvidence.SIZE_AND_DATE);
    assertThat(likeness.traits().digest()).isEqualTo(Relation.NOT_COMPARED);
  }

  @Test
  void nameAndFixedVersionOutweighSizeAndDate() {
    ExpectedFile row = row("a.dll", "06.01.7600.1");

    assertThat(evidence(row, library("a.dll", "6.1.7600.1", Map.of())))
        .contains(MatchEvidence.VERSION);
    assertThat(evidence(row, library("b.dll", "6.1.7600.1", Map.of())))
        .contains(MatchEvidence.RENAMED);
  }

  @ParameterizedTest
  @CsvSource({"6.1.7600.2", "6.1.7600.0"})
  void anotherVersionThanListedExcludesAFileWhateverElseAgrees(String version) {
    assertThat(evidence(row("a.dll", "6.1.7600.1"), library("a.dll", version, Map.of()))).isEmpty();
  }

  @Test
  void aProgramWithoutAVersionIsKnownBySizeAndDate() {
    RowLikeness likeness = likeness(row("a.dll", "6.1.7600.1"), Given.file("a.dll", 100, THEN));

    assertThat(likeness.evidence()).contains(MatchEvidence.SIZE_AND_DATE);
    assertThat(likeness.traits().version()).isEqualTo(Relation.NOT_COMPARED);
  }

  @Test
  void aRenamedProgramIsFoundByTheNameItWasBuiltUnder() {
    Map<String, String> built = Map.of("OriginalFilename", "A.DLL.MUI");

    RowLikeness likeness =
        likeness(row("a.dll", "6.1.7600.1"), library("b.dll", "6.1.7600.1", built));

    assertThat(likeness.evidence()).contains(MatchEvidence.VERSION);
    assertThat(likeness.traits().name()).isEqualTo(NameRelation.ORIGINAL);
  }

  @ParameterizedTest
  @CsvSource({"8.0.1, VERSION", "8.0.2, ", "2011.110.2100, SIZE_AND_DATE", "n/a, SIZE_AND_DATE"})
  void ofAPackageItsProductVersionCounts(String listed, MatchEvidence expected) {
    assertThat(evidence(row("a.msi", listed), product("8.0.1")))
        .isEqualTo(Optional.ofNullable(expected));
  }

  @ParameterizedTest
  @CsvSource({"x64, ", "x86, SIZE_AND_DATE", "Not applicable, SIZE_AND_DATE"})
  void anotherPlatformThanListedExcludesAFile(String platform, MatchEvidence expected) {
    ExpectedFile row =
        Given.row("a.dll", 100, LISTED).withVariant(Variant.of("").onPlatform(platform));

    assertThat(evidence(row, Given.file("a.dll", 100, THEN)))
        .isEqualTo(Optional.ofNullable(expected));
  }

  @Test
  void whatIsNoSoundProgramIsNotTheProgramOfARow() {
    ExpectedFile row = Given.row("a.dll", 100, LISTED);
    ObservedFile.Readable file = (ObservedFile.Readable) Given.file("a.dll", 100, THEN);
    PeProblem junk = new PeProblem(PeProblem.Kind.NOT_A_PROGRAM, "it is none");

    assertThat(evidence(row, file)).contains(MatchEvidence.SIZE_AND_DATE);
    assertThat(evidence(row, file.withExecutable(Executables.broken(junk)))).isEmpty();
    assertThat(evidence(row, Given.unreadFile("x.bin", 100, THEN))).isEmpty();
  }

  @Test
  void noDamagedProgramIsHeardAboutItsName() {
    PeInspection sound = Executables.version("1.0", "1.0", Map.of("OriginalFilename", "b.dll"));
    PeInspection damaged =
        new PeInspection(
            sound.header(),
            sound.versions(),
            false,
            List.of(new PeProblem(PeProblem.Kind.DAMAGED, "it is damaged")));
    ObservedFile.Readable file = (ObservedFile.Readable) Given.file("a.dll", 1, THEN);

    assertThat(OriginalName.statedBy(file.withExecutable(sound)))
        .extracting(OriginalName::name)
        .containsExactly(FileName.of("b.dll"));
    assertThat(OriginalName.statedBy(file.withExecutable(damaged))).isEmpty();
  }
}
