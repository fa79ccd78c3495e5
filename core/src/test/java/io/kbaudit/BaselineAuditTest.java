package io.kbaudit;

import static io.kbaudit.deployment.Acceptance.EXACT;
import static io.kbaudit.deployment.Acceptance.LATER_THAN_BASELINE;
import static io.kbaudit.deployment.Acceptance.OR_LATER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kbaudit.article.Article;
import io.kbaudit.article.reader.BundledArticles;
import io.kbaudit.audit.Assurance;
import io.kbaudit.audit.AuditResult;
import io.kbaudit.audit.Check;
import io.kbaudit.audit.DeploymentResult;
import io.kbaudit.audit.FileAudit;
import io.kbaudit.audit.FileResult;
import io.kbaudit.audit.Outcome;
import io.kbaudit.audit.UnsoundFiles;
import io.kbaudit.audit.Verdict;
import io.kbaudit.baseline.Baseline;
import io.kbaudit.baseline.BaselineFile;
import io.kbaudit.baseline.JsonBaseline;
import io.kbaudit.deployment.BundledProfiles;
import io.kbaudit.deployment.FileNaming;
import io.kbaudit.deployment.Location;
import io.kbaudit.deployment.Profile;
import io.kbaudit.deployment.ProfileException;
import io.kbaudit.file.FileName;
import io.kbaudit.fixtures.folder.Defect;
import io.kbaudit.fixtures.folder.Kb2492954;
import io.kbaudit.fixtures.folder.RollupFolder;
import io.kbaudit.fixtures.msi.MsiDamage;
import io.kbaudit.fixtures.msi.MsiFixture;
import io.kbaudit.report.Schemas;
import io.kbaudit.report.text.TextAuditReport;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Folders held to a verified package, on the spot and by what was written down of it. */
class BaselineAuditTest {
  private static final Article ARTICLE =
      BundledArticles.find(BundledArticles.KB2492954).orElseThrow();

  private static final Profile PROFILE =
      BundledProfiles.find(BundledArticles.KB2492954).orElseThrow();

  /** Two packages of one size and date. */
  private static final String TWIN_A = "Exchange2007ResourceManagerWS.msi";

  private static final String TWIN_B = "ManagedSharePoint2007WS.msi";

  /** As the article spells it. */
  private static final String ROW_B = "Managedsharepoint2007ws.msi";

  /** Written once, and copied for each test. */
  private static Path rollup;

  private final Path reference;
  private final Path folder;

  BaselineAuditTest(@TempDir Path reference, @TempDir Path folder) {
    this.reference = reference;
    this.folder = folder;
  }

  @BeforeAll
  static void writeRollup(@TempDir Path pristine) throws IOException {
    RollupFolder.kb2492954().writeTo(pristine);
    rollup = pristine;
  }

  @Test
  void whatIsEqualToTheReferenceIsPinned() throws IOException {
    copyRollup(reference);
    copyRollup(folder);

    AuditResult result = KbAudit.of(ARTICLE).accepting(EXACT).against(standard()).audit(folder);

    assertThat(result.verdict()).isEqualTo(Verdict.COMPLIANT);
    assertThat(result.files())
        .allSatisfy(file -> assertThat(file.assurance()).contains(Assurance.PINNED));
  }

  @ParameterizedTest(name = "[{0}]")
  @MethodSource("defects")
  void everyDefectIsFoundAndTheRestIsPinned(String findings, Defect defect) throws IOException {
    copyRollup(reference);
    copyRollup(folder, defect);

    for (Baseline baseline : List.of(standard(), writtenAndRead(standard()))) {
      AuditResult result = KbAudit.of(ARTICLE).accepting(EXACT).against(baseline).audit(folder);

      assertThat(findings(result)).isEqualTo(findings);
      assertThat(result.files())
          .filteredOn(file -> file.result() == FileResult.PASS)
          .allSatisfy(file -> assertThat(file.assurance()).contains(Assurance.PINNED));
    }
  }

  static Stream<Arguments> defects() {
    String name = "DNSClient.msi";
    String row = "Dnsclient.msi";
    MsiFixture sound = Kb2492954.file(name).toFixture();
    return Stream.of(
        Arguments.of(row + " PRESENCE MISSING", Defect.missing(name)),
        Arguments.of(row + " SIZE LARGER", Defect.longerByASector(name)),
        Arguments.of(
            row + " SIZE LARGER, " + row + " FORMAT TRAILING_BYTES", Defect.longerByAByte(name)),
        Arguments.of(
            row + " SIZE SMALLER, " + row + " FORMAT TRUNCATED", Defect.shorterByASector(name)),
        Arguments.of(row + " SIZE SMALLER, " + row + " FORMAT TRUNCATED", Defect.truncated(name)),
        Arguments.of(row + " HASH ALTERED, " + row + " FORMAT NOT_A_PACKAGE", Defect.zeroed(name)),
        Arguments.of(row + " HASH ALTERED", altered(name)),
        Arguments.of(
            row + " HASH ALTERED", Defect.replaced(name, sound.property("Hidden", "payload"))),
        Arguments.of(
            row + " HASH ALTERED, " + row + " FORMAT DAMAGED",
            Defect.damaged(name, sound, MsiDamage.DIRECTORY_LOOP)),
        Arguments.of(
            TWIN_A + " NAME SWAPPED, " + ROW_B + " NAME SWAPPED", Defect.swapped(TWIN_A, TWIN_B)),
        Arguments.of(
            "Dnsclient.msi NAME SWAPPED, Dnsprovider.msi NAME SWAPPED",
            Defect.swapped("DNSClient.msi", "DNSProvider.msi")),
        Arguments.of(row + " DATE WHOLE_ZONE_OFFSET", Defect.shifted(name, Duration.ofHours(1))),
        Arguments.of(row + " DATE LATER", Defect.shifted(name, Duration.ofDays(400))),
        Arguments.of(row + " NAME RENAMED", Defect.renamed(name, "dns-old.msi")),
        Arguments.of(row + " PRESENCE UNREADABLE", Defect.unreadable(name)),
        Arguments.of("", Defect.otherCase(name)),
        Arguments.of("", Defect.extra("readme.msi")),
        Arguments.of("", Defect.secondSpelling(name, "dnsclient.MSI")),
        Arguments.of("", Defect.atSecond(name, 37)));
  }

  /** Neither size, date nor a word in the packages tells the two apart; only their bytes do. */
  @Test
  void aSwapOfPackagesThatSayNothingIsFoundByTheirContents() throws IOException {
    Defect[] silent = {silent(TWIN_A), silent(TWIN_B)};
    copyRollup(reference, silent);
    copyRollup(folder, silent(TWIN_A), silent(TWIN_B), Defect.swapped(TWIN_A, TWIN_B));

    assertThat(findings(KbAudit.of(ARTICLE).accepting(EXACT).audit(folder))).isEmpty();
    assertThat(findings(KbAudit.of(ARTICLE).accepting(EXACT).against(standard()).audit(folder)))
        .isEqualTo(TWIN_A + " NAME SWAPPED, " + ROW_B + " NAME SWAPPED");
  }

  @Test
  void aPackageCopiedOverItsTwinHasTheContentsOfAnother() throws IOException {
    Defect[] silent = {silent(TWIN_A), silent(TWIN_B)};
    copyRollup(reference, silent);
    copyRollup(folder, silent);
    Files.copy(
        folder.resolve(TWIN_A),
        folder.resolve(TWIN_B),
        StandardCopyOption.REPLACE_EXISTING,
        StandardCopyOption.COPY_ATTRIBUTES);

    assertThat(findings(KbAudit.of(ARTICLE).accepting(EXACT).against(standard()).audit(folder)))
        .isEqualTo(ROW_B + " HASH OTHER_CONTENTS, " + ROW_B + " IDENTITY OTHER_PACKAGE");
  }

  @Test
  void alteredBytesBehindALaterDateAreNoLaterVersion() throws IOException {
    copyRollup(reference);
    copyRollup(
        folder, altered("DNSClient.msi"), Defect.shifted("DNSClient.msi", Duration.ofDays(30)));

    assertThat(findings(KbAudit.of(ARTICLE).accepting(OR_LATER).audit(folder))).isEmpty();
    assertThat(findings(KbAudit.of(ARTICLE).accepting(OR_LATER).against(standard()).audit(folder)))
        .isEqualTo("Dnsclient.msi HASH ALTERED");
  }

  @Test
  void aLaterVersionIsNotTheVerifiedFile() throws IOException {
    copyRollup(reference);
    copyRollup(folder, Defect.replaced("DNSClient.msi", laterDnsClient()));

    AuditResult result = KbAudit.of(ARTICLE).accepting(OR_LATER).against(standard()).audit(folder);

    assertThat(findings(result)).isEqualTo("Dnsclient.msi HASH ALTERED");
  }

  @Test
  void norIsALaterVersionOfAnotherSize() throws IOException {
    copyRollup(reference);
    copyRollup(folder, Defect.replaced("DNSClient.msi", laterDnsClient().resized(700_416)));
    KbAudit question = KbAudit.of(ARTICLE).against(standard());

    assertThat(findings(question.accepting(OR_LATER).audit(folder)))
        .isEqualTo("Dnsclient.msi HASH ALTERED");
    assertThat(
            findings(
                question.at(PROFILE, PROFILE.location("msi-share").orElseThrow()).audit(folder)))
        .isEqualTo("Dnsclient.msi HASH ALTERED");
  }

  @Test
  void aLaterVersionPassesUnpinnedWhereLaterThanTheBaselineWillDo() throws IOException {
    copyRollup(reference);
    copyRollup(folder);
    KbAudit question = KbAudit.of(ARTICLE).accepting(LATER_THAN_BASELINE).against(standard());

    for (MsiFixture later : List.of(laterDnsClient(), laterDnsClient().resized(700_416))) {
      Defect.replaced("DNSClient.msi", later).applyTo(folder);
      AuditResult result = question.audit(folder);

      assertThat(findings(result)).isEmpty();
      assertThat(result.files().get(0).assurance()).contains(Assurance.IDENTITY);
      assertThat(TextAuditReport.summary(result)).endsWith("; later than the baseline will do");
    }
  }

  @Test
  void aVersionLaterThanListedAndOlderThanTheBaselineIsNoLaterOne() throws IOException {
    MsiFixture pinned =
        laterDnsClient()
            .resized(700_416)
            .modifiedAt("2013-01-10T10:04:00Z")
            .packageCode(new UUID(0, 0xAC));
    copyRollup(reference, Defect.replaced("DNSClient.msi", pinned));
    copyRollup(folder, Defect.replaced("DNSClient.msi", laterDnsClient()));
    Baseline baseline =
        KbAudit.of(ARTICLE)
            .accepting(OR_LATER)
            .auditForBaseline(reference)
            .baseline("the reference");

    AuditResult result =
        KbAudit.of(ARTICLE).accepting(LATER_THAN_BASELINE).against(baseline).audit(folder);

    assertThat(findings(result)).isEqualTo("Dnsclient.msi HASH ALTERED");
  }

  private static MsiFixture laterDnsClient() {
    return Kb2492954.file("DNSClient.msi")
        .toFixture()
        .packageCode(new UUID(0, 0xAB))
        .lastSavedAt("2012-01-10T10:00:00Z")
        .modifiedAt("2012-01-10T10:04:00Z");
  }

  @Test
  void aPlaceIsHeldToTheFilesThatBelongThere() throws IOException {
    copyRollup(reference);
    Kb2492954.file("DNSClient.msi").toFixture().writeTo(folder.resolve("DNSClient.msi"));
    Location dns = PROFILE.location("dns").orElseThrow();

    AuditResult result =
        KbAudit.of(ARTICLE).accepting(OR_LATER).against(standard()).at(PROFILE, dns).audit(folder);

    assertThat(result.files()).singleElement().satisfies(this::isPinned);
  }

  @Test
  void filesThatOnlyLostTheirDatesWereNotExchanged() throws IOException {
    copyRollup(reference);
    copyRollup(
        folder,
        Defect.shifted("DNSClient.msi", Duration.ofDays(30)),
        Defect.shifted(TWIN_A, Duration.ofDays(30)),
        Defect.shifted(TWIN_B, Duration.ofDays(60)));

    AuditResult orLater = KbAudit.of(ARTICLE).accepting(OR_LATER).against(standard()).audit(folder);

    assertThat(findings(orLater)).isEmpty();
    assertThat(orLater.files()).allSatisfy(this::isPinned);
    assertThat(findings(KbAudit.of(ARTICLE).accepting(EXACT).against(standard()).audit(folder)))
        .isEqualTo("Dnsclient.msi DATE LATER, " + TWIN_A + " DATE LATER, " + ROW_B + " DATE LATER");
  }

  @Test
  void aRowThatTheBaselineDoesNotHaveIsUndecided() throws IOException {
    copyRollup(reference);
    copyRollup(folder);
    List<BaselineFile> allButTheFirst = standard().files().subList(1, 22);
    Baseline fewer = new Baseline("fewer.json", allButTheFirst);

    AuditResult result = KbAudit.of(ARTICLE).accepting(EXACT).against(fewer).audit(folder);

    assertThat(findings(result)).isEqualTo("Dnsclient.msi HASH UNPINNED");
    assertThat(result.verdict()).isEqualTo(Verdict.INDETERMINATE);
  }

  /** A later version was pinned; what came after it is another one. */
  @Test
  void aPinnedLaterVersionIsHeldToItsBytes() throws IOException {
    MsiFixture later =
        Kb2492954.file("DNSClient.msi")
            .toFixture()
            .resized(700_416)
            .packageCode(new UUID(0, 0xAB))
            .lastSavedAt("2012-01-10T10:00:00Z")
            .modifiedAt("2012-01-10T10:04:00Z");
    copyRollup(reference, Defect.replaced("DNSClient.msi", later));
    copyRollup(folder, Defect.replaced("DNSClient.msi", later), altered("DNSClient.msi"));
    Baseline baseline =
        KbAudit.of(ARTICLE)
            .accepting(OR_LATER)
            .auditForBaseline(reference)
            .baseline("the reference");

    assertThat(findings(KbAudit.of(ARTICLE).accepting(OR_LATER).against(baseline).audit(reference)))
        .isEmpty();
    assertThat(findings(KbAudit.of(ARTICLE).accepting(OR_LATER).against(baseline).audit(folder)))
        .isEqualTo("Dnsclient.msi HASH ALTERED");
  }

  /** What Windows Installer before 5.0 caches: a random name, no cabinet, another size and date. */
  @Test
  void aCachedPackageThatSaysNothingIsKnownByItsPackageCode() throws IOException {
    String name = "DNSProvider.msi";
    copyRollup(reference, silent(name));
    MsiFixture cached =
        Kb2492954.file(name)
            .toFixture()
            .nondescript()
            .withoutCabinet()
            .resized(40_000)
            .modifiedAt("2011-05-01T10:04:00Z");
    cached.writeTo(folder.resolve("c597.msi"));
    Location cache = only(name);

    AuditResult alone = KbAudit.of(ARTICLE).accepting(OR_LATER).at(PROFILE, cache).audit(folder);
    AuditResult pinned =
        KbAudit.of(ARTICLE)
            .accepting(OR_LATER)
            .against(standard())
            .at(PROFILE, cache)
            .audit(folder);

    assertThat(findings(alone)).isEqualTo("Dnsprovider.msi PRESENCE UNIDENTIFIED");
    assertThat(findings(pinned)).isEmpty();
    assertThat(pinned.files().get(0).outcomes().get(Check.IDENTITY))
        .isEqualTo(
            new Outcome.Passed("its package code is the one that was verified for this row"));
  }

  @Test
  void aCachedPackageOfAnotherBuildIsNotTheVerifiedOne() throws IOException {
    String name = "DNSProvider.msi";
    copyRollup(reference);
    Kb2492954.file(name)
        .toFixture()
        .packageCode(new UUID(0, 0xAB))
        .lastSavedAt("2012-01-10T10:00:00Z")
        .withoutCabinet()
        .resized(40_000)
        .modifiedAt("2012-01-10T10:04:00Z")
        .writeTo(folder.resolve("c597.msi"));
    KbAudit question = KbAudit.of(ARTICLE).against(standard()).at(PROFILE, only(name));

    assertThat(findings(question.accepting(OR_LATER).audit(folder)))
        .isEqualTo("Dnsprovider.msi HASH ALTERED");
    assertThat(findings(question.accepting(LATER_THAN_BASELINE).audit(folder))).isEmpty();
  }

  @Test
  void ofTwoCachedTwinsEachIsFoundByItsContents() throws IOException {
    copyRollup(reference, silent(TWIN_A), silent(TWIN_B));
    Files.copy(
        reference.resolve(TWIN_A), folder.resolve("2.msi"), StandardCopyOption.COPY_ATTRIBUTES);
    Files.copy(
        reference.resolve(TWIN_B), folder.resolve("1.msi"), StandardCopyOption.COPY_ATTRIBUTES);

    AuditResult result =
        KbAudit.of(ARTICLE)
            .accepting(OR_LATER)
            .against(standard())
            .at(PROFILE, only(TWIN_A, TWIN_B))
            .audit(folder);

    assertThat(result.files())
        .allSatisfy(this::isPinned)
        .extracting(file -> file.observed().orElseThrow().path())
        .containsExactly("2.msi", "1.msi");
  }

  private static Location only(String... names) {
    Location cache = PROFILE.location("installed").orElseThrow();
    return Location.of(
            "cache",
            "here",
            cache.phase(),
            cache.acceptance(),
            Stream.of(names).map(FileName::of).collect(Collectors.toSet()))
        .naming(FileNaming.RANDOM)
        .build();
  }

  /** What is wanted "or later" elsewhere is wanted as printed of the reference. */
  @Test
  void aReferenceMustBeThePackageAsListed() throws IOException {
    copyRollup(reference, Defect.shifted("DNSClient.msi", Duration.ofDays(400)));
    KbAudit question = KbAudit.of(ARTICLE).accepting(OR_LATER);

    assertThatExceptionOfType(ReferenceException.class)
        .isThrownBy(() -> question.reference(reference, "the reference"))
        .withMessage(
            "the reference '%s' is not the package as listed: of 22 rows 1 fail and 0 are undecided",
            reference)
        .satisfies(
            refused ->
                assertThat(findings(refused.result())).isEqualTo("Dnsclient.msi DATE LATER"));
  }

  @Test
  void aReferenceProvesNothingOfItself() throws IOException {
    copyRollup(reference);
    copyRollup(folder, altered("DNSClient.msi"));
    KbAudit question = KbAudit.of(ARTICLE);
    KbAudit held = question.against(question.reference(reference, "the reference"));

    assertThat(findings(held.audit(folder))).isEqualTo("Dnsclient.msi HASH ALTERED");
    assertThatExceptionOfType(QuestionException.class)
        .isThrownBy(() -> held.audit(reference))
        .extracting(QuestionException::kind)
        .isEqualTo(QuestionException.Kind.REFERENCE_ITSELF);
  }

  /** Among several locations it is held to the article alone, and its files are not PINNED. */
  @Test
  void amongSeveralLocationsTheReferenceIsNotHeldToItself() throws IOException {
    copyRollup(reference);
    copyRollup(folder);
    KbAudit question = KbAudit.of(ARTICLE);
    KbAudit held = question.against(question.reference(reference, "the reference"));

    DeploymentResult result =
        held.audit(
            PROFILE,
            List.of(
                LocatedTarget.of(PROFILE.location("package").orElseThrow(), reference),
                LocatedTarget.of(PROFILE.location("msi-share").orElseThrow(), folder)));

    assertThat(result.verdict()).isEqualTo(Verdict.COMPLIANT);
    assertThat(result.places().get(0).files())
        .noneSatisfy(file -> assertThat(file.assurance()).contains(Assurance.PINNED));
    assertThat(result.places().get(1).files()).allSatisfy(this::isPinned);
  }

  /**
   * A profile completes the names of the reference's rows as it does elsewhere, or fits neither.
   */
  @Test
  void aReferenceIsReadByTheNamesOfTheProfile() throws IOException {
    copyRollup(reference);
    Profile unfitting =
        new Profile(
            Optional.empty(),
            "ours.yaml",
            Map.of(1, FileName.of("DNSClient.msi")),
            List.of(),
            Map.of());
    KbAudit question = KbAudit.of(ARTICLE).with(unfitting);

    assertThatExceptionOfType(ProfileException.class)
        .isThrownBy(() -> question.reference(reference, "the reference"))
        .withMessageStartingWith("ours.yaml: row 1 is not cut");
  }

  @Test
  void theReferencesOwnInventoryProvesNothingEither() throws IOException {
    copyRollup(reference);
    KbAudit question = KbAudit.of(ARTICLE);
    Reference verified = question.reference(reference, "the reference");

    assertThatExceptionOfType(QuestionException.class)
        .isThrownBy(() -> question.against(verified).audit(verified.inventory()))
        .extracting(QuestionException::kind)
        .isEqualTo(QuestionException.Kind.REFERENCE_ITSELF);
  }

  @Test
  void asEveryLocationTheReferenceProvesNothingEither() throws IOException {
    copyRollup(reference);
    KbAudit question = KbAudit.of(ARTICLE);
    KbAudit held = question.against(question.reference(reference, "the reference"));
    List<LocatedTarget> itself =
        List.of(
            LocatedTarget.of(PROFILE.location("package").orElseThrow(), reference),
            LocatedTarget.of(PROFILE.location("msi-share").orElseThrow(), reference));

    assertThatExceptionOfType(QuestionException.class)
        .isThrownBy(() -> held.audit(PROFILE, itself))
        .extracting(QuestionException::kind)
        .isEqualTo(QuestionException.Kind.REFERENCE_ITSELF);
  }

  @Test
  void asTheOnlyLocationTheReferenceProvesNothingEither() throws IOException {
    copyRollup(reference);
    KbAudit question = KbAudit.of(ARTICLE);
    KbAudit held = question.against(question.reference(reference, "the reference"));
    List<LocatedTarget> itself =
        List.of(LocatedTarget.of(PROFILE.location("package").orElseThrow(), reference));

    assertThatExceptionOfType(QuestionException.class)
        .isThrownBy(() -> held.audit(PROFILE, itself))
        .extracting(QuestionException::kind)
        .isEqualTo(QuestionException.Kind.REFERENCE_ITSELF);
  }

  @Test
  void aBaselineIsNothingWithoutTheCheckThatComparesWithIt() throws IOException {
    copyRollup(reference);
    KbAudit question = KbAudit.of(ARTICLE).checking(Set.of(Check.SIZE));

    assertThatExceptionOfType(QuestionException.class)
        .isThrownBy(() -> question.against(standard()).audit(folder))
        .withMessage("a baseline is what HASH compares with, and HASH is left out");
    assertThatExceptionOfType(QuestionException.class)
        .isThrownBy(() -> question.reference(reference, "the reference"))
        .withMessage("a reference is what HASH compares with, and HASH is left out");
  }

  @Test
  void aFolderThatIsNotCompliantSetsNoStandard() throws IOException {
    copyRollup(reference, Defect.missing("DNSClient.msi"));
    AuditResult result = KbAudit.of(ARTICLE).auditForBaseline(reference);

    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> result.baseline("reference"))
        .withMessage("no baseline is made of what is NON_COMPLIANT");
  }

  @Test
  void aStandardIsExactlyAsPrintedUnlessOneSaysOtherwise() throws IOException {
    MsiFixture touched =
        Kb2492954.file("DNSClient.msi").toFixture().modifiedAt("2012-01-10T10:04:00Z");
    copyRollup(reference, Defect.replaced("DNSClient.msi", touched));
    KbAudit question = KbAudit.of(ARTICLE);

    assertThat(findings(question.auditForBaseline(reference)))
        .isEqualTo("Dnsclient.msi DATE LATER");
    assertThat(question.accepting(OR_LATER).auditForBaseline(reference).baseline("later").files())
        .hasSize(ARTICLE.rows().size());
  }

  @Test
  void aStandardAtALocationIsAsStrictAsTheLocation() throws IOException {
    MsiFixture touched =
        Kb2492954.file("DNSClient.msi").toFixture().modifiedAt("2012-01-10T10:04:00Z");
    touched.writeTo(folder.resolve("DNSClient.msi"));
    KbAudit question = KbAudit.of(ARTICLE).at(PROFILE, PROFILE.location("dns").orElseThrow());

    assertThat(question.auditForBaseline(folder).baseline("dns").files()).hasSize(1);
  }

  private static void copyRollup(Path target, Defect... defects) throws IOException {
    try (Stream<Path> files = Files.list(rollup)) {
      for (Path file : files.toList()) {
        Files.copy(file, target.resolve(file.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
    for (Defect defect : defects) {
      defect.applyTo(target);
    }
  }

  private void isPinned(FileAudit file) {
    assertThat(file.assurance()).contains(Assurance.PINNED);
  }

  private Baseline standard() throws IOException {
    return KbAudit.of(ARTICLE).auditForBaseline(reference).baseline("the reference");
  }

  private Baseline writtenAndRead(Baseline baseline) throws IOException {
    Path file = reference.resolve("baseline.json");
    try (Writer out = Files.newBufferedWriter(file)) {
      JsonBaseline.write(baseline, ARTICLE, out);
    }
    Schemas.assertValid("baseline", Files.readString(file));
    Baseline read = JsonBaseline.read(file, ARTICLE);
    Files.delete(file);
    assertThat(read.files()).isEqualTo(baseline.files());
    return read;
  }

  private static Defect silent(String name) {
    return Defect.replaced(name, Kb2492954.file(name).toFixture().nondescript());
  }

  /**
   * In the last quarter of the file, where a fixture has its cabinet: twice the same bit, four
   * bytes apart, which no checksum of a cabinet tells.
   */
  private static Defect altered(String name) {
    return inFolder -> {
      Path file = inFolder.resolve(name);
      FileTime time = Files.getLastModifiedTime(file);
      byte[] bytes = Files.readAllBytes(file);
      bytes[bytes.length * 3 / 4] ^= 1;
      bytes[bytes.length * 3 / 4 + 4] ^= 1;
      Files.write(file, bytes);
      Files.setLastModifiedTime(file, time);
    };
  }

  private static String findings(AuditResult result) {
    List<String> findings = new ArrayList<>();
    for (FileAudit file : result.files()) {
      for (Check check : Check.values()) {
        Outcome outcome = file.outcomes().get(check);
        if (outcome instanceof Outcome.Failed || outcome instanceof Outcome.Undecided) {
          findings.add(
              file.expected().name().best().spelling()
                  + " "
                  + check
                  + " "
                  + outcome.causeIfAny().orElseThrow());
        }
      }
    }
    return String.join(", ", findings);
  }

  /** What is left out of the checks smuggles nothing in. */
  @Test
  void aDamagedFileSetsNoStandardWhateverIsChecked() throws IOException {
    RollupFolder.kb2492954()
        .with(Defect.damaged(TWIN_A, Kb2492954.file(TWIN_A).toFixture(), MsiDamage.ZEROS_FROM_HALF))
        .writeTo(folder);
    KbAudit lenient = KbAudit.of(ARTICLE).checking(Set.of(Check.PRESENCE, Check.SIZE));

    AuditResult asked = lenient.hashing().audit(folder);
    AuditResult forBaseline = lenient.auditForBaseline(folder);
    AuditResult readAll =
        KbAudit.of(ARTICLE).checking(Set.of(Check.SIZE, Check.LANGUAGE)).hashing().audit(folder);

    assertThat(asked.verdict()).isEqualTo(Verdict.COMPLIANT);
    assertThat(forBaseline.verdict()).isEqualTo(Verdict.NON_COMPLIANT);
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> readAll.baseline("this"))
        .withMessageContaining(TWIN_A);
    assertThat(readAll.baseline("this", UnsoundFiles.ACCEPT).files())
        .filteredOn(file -> file.damage().isPresent())
        .extracting(file -> file.name().spelling())
        .containsExactly(TWIN_A);
  }
}
