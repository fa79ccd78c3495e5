package io.kbaudit.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import io.kbaudit.article.Article;
import io.kbaudit.article.reader.BundledArticles;
import io.kbaudit.audit.AuditPolicy;
import io.kbaudit.audit.Remark;
import io.kbaudit.deployment.BundledProfiles;
import io.kbaudit.deployment.Location;
import io.kbaudit.deployment.Profile;
import io.kbaudit.file.Digest;
import io.kbaudit.fixtures.folder.Defect;
import io.kbaudit.fixtures.folder.Kb2492954;
import io.kbaudit.fixtures.folder.RollupFile;
import io.kbaudit.fixtures.folder.RollupFolder;
import io.kbaudit.fixtures.msi.MsiFixture;
import io.kbaudit.fixtures.msi.SummaryProperty;
import io.kbaudit.inventory.FolderScanner;
import io.kbaudit.inventory.Inventory;
import io.kbaudit.script.CopyStep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What is planned for one file of the share, all others being as listed. */
class PlannerTest {
  private static final Article ARTICLE =
      BundledArticles.find(BundledArticles.KB2492954).orElseThrow();
  private static final Profile PROFILE =
      BundledProfiles.find(BundledArticles.KB2492954).orElseThrow();
  private static final String NAME = "DNSClient.msi";
  private static final RollupFile LISTED = Kb2492954.file(NAME);

  /** Written once, and copied for each test. */
  private static Path pristine;

  private final Path rollup;
  private final Path share;

  PlannerTest(@TempDir Path rollup, @TempDir Path share) {
    this.rollup = rollup;
    this.share = share;
  }

  @BeforeAll
  static void writeRollup(@TempDir Path folder) throws IOException {
    RollupFolder.kb2492954().writeTo(folder);
    pristine = folder;
  }

  @BeforeEach
  void fillBoth() throws IOException {
    try (Stream<Path> files = Files.list(pristine)) {
      for (Path file : files.toList()) {
        copy(file, rollup.resolve(file.getFileName()));
        copy(file, share.resolve(file.getFileName()));
      }
    }
    Files.delete(share.resolve("Servicebase.msi"));
  }

  @Test
  void nothingIsToBeDoneWhereAllIsAsListed() throws IOException {
    Plan plan = plan();

    assertThat(plan.readiness()).isEqualTo(Readiness.READY);
    assertThat(plan.count(Action.KEEP)).isEqualTo(21);
    assertThat(plan.bytesNeeded()).isZero();
    assertThat(plan.remarks()).isEmpty();
    assertThat(plan.unplanned()).isEmpty();
    assertThat(plan.script("p", "s", "kbaudit verify").steps()).isEmpty();
  }

  @Test
  void whatIsNotThereIsCopiedUnderThePackagesName() throws IOException {
    onShare(Defect.missing(NAME));

    PlannedFile file = theOnlyFileNotKept(Readiness.READY);

    assertThat(file.action()).isEqualTo(Action.COPY);
    assertThat(file.target()).isEqualTo(NAME);
    assertThat(file.backUp()).isEmpty();
    assertThat(file.bytesToCopy()).isEqualTo(679_936);
    assertThat(file.reason()).isEqualTo("nothing of this name stands there");
  }

  /** No article lists it, and without it nothing can be installed from the share. */
  @Test
  void aCabinetBesideAPackageIsNotCopiedAndSaid() throws IOException {
    onShare(Defect.missing(NAME));
    Defect.replaced(
            NAME,
            LISTED
                .toFixture()
                .row("Media", 2, 2, null, "beside.cab", null, null)
                .row("File", "b.txt", "Payload", "b.txt", 1, null, null, null, 2))
        .applyTo(rollup);

    Plan plan = plan();

    assertThat(plan.readiness()).isEqualTo(Readiness.UNDECIDED);
    assertThat(plan.remarks())
        .containsExactly(
            Remark.of(
                Remark.Kind.CABINETS_LEFT,
                "'Dnsclient.msi' installs from cabinets beside, which are not copied; copy them"
                    + " too."));
  }

  @Test
  void anOlderFileIsReplacedAndBackedUp() throws IOException {
    onShare(Defect.replaced(NAME, LISTED.toFixture().modifiedAt("2010-06-01T08:00:00Z")));

    PlannedFile file = theOnlyFileNotKept(Readiness.READY);

    assertThat(file.action()).isEqualTo(Action.REPLACE);
    assertThat(file.backUp()).contains("DNSClient.msi.before-KB2492954");
    assertThat(file.reason())
        .startsWith("DATE OLDER: 2010-06-01 08:00:00 UTC")
        .endsWith("; HASH ALTERED: other contents");
    assertThat(file.standing().orElseThrow().path()).isEqualTo(NAME);
  }

  @Test
  void aBackUpTakesANameThatNothingHas() throws IOException {
    onShare(Defect.truncated(NAME));
    Files.createFile(share.resolve("dnsclient.MSI.before-kb2492954"));
    Files.createDirectory(share.resolve(NAME + ".before-KB2492954-2"));

    PlannedFile file = theOnlyFileNotKept(Readiness.READY);

    assertThat(file.backUp()).contains("DNSClient.msi.before-KB2492954-3");
  }

  @Test
  void aLaterVersionIsKept() throws IOException {
    onShare(Defect.replaced(NAME, later()));

    PlannedFile file = theOnlyFileNotKept(Readiness.READY);

    assertThat(file.action()).isEqualTo(Action.KEEP_NEWER);
    assertThat(file.source()).isEmpty();
    assertThat(file.reason()).contains("SUPERSEDED: ");
  }

  /** Its bytes say that it is the listed one; only its time was touched. */
  @Test
  void theListedFileWithALaterDateIsNoLaterVersion() throws IOException {
    onShare(Defect.shifted(NAME, Duration.ofDays(30)));

    assertThat(plan().count(Action.KEEP)).isEqualTo(21);
  }

  @Test
  void aTornCopyWithALaterDateIsReplaced() throws IOException {
    onShare(Defect.replaced(NAME, later()));
    onShare(Defect.truncated(NAME));

    assertThat(theOnlyFileNotKept(Readiness.READY).action()).isEqualTo(Action.REPLACE);
  }

  @Test
  void sizesAreSaidAsPeopleReadThem() throws IOException {
    onShare(Defect.longerByAByte(NAME));

    assertThat(theOnlyFileNotKept(Readiness.READY).reason())
        .startsWith("SIZE LARGER: 679,937 bytes, not 679,936; ");
  }

  @Test
  void anAlteredFileOfTheListedSizeAndDateIsReplaced() throws IOException {
    onShare(Defect.replaced(NAME, LISTED.toFixture().property("Payload", "other")));

    PlannedFile file = theOnlyFileNotKept(Readiness.READY);

    assertThat(file.action()).isEqualTo(Action.REPLACE);
    assertThat(file.reason()).isEqualTo("HASH ALTERED: other contents");
  }

  @Test
  void whatMayBeLaterIsNotTouched() throws IOException {
    onShare(Defect.replaced(NAME, later().without(SummaryProperty.LAST_SAVED)));

    PlannedFile file = theOnlyFileNotKept(Readiness.UNDECIDED);

    assertThat(file.action()).isEqualTo(Action.UNDECIDED);
    assertThat(file.reason()).startsWith("SIZE UNCORROBORATED: ");
  }

  /** The date of a file is easily lost; what the package says of itself is not. */
  @Test
  void aLaterBuildBehindAnOldDateIsNotTouched() throws IOException {
    onShare(Defect.replaced(NAME, later().modifiedAt("2010-06-01T08:00:00Z")));
    assertIsNotTouched();
  }

  @Test
  void aHigherVersionIsNotTouched() throws IOException {
    onShare(
        Defect.replaced(
            NAME,
            LISTED
                .toFixture()
                .packageCode(new UUID(0, 1))
                .property("ProductVersion", "1.0.10")
                .lastSavedAt("2009-03-01T08:00:00Z")
                .modifiedAt("2010-06-01T08:00:00Z")));
    Defect.replaced(NAME, LISTED.toFixture().property("ProductVersion", "1.0.9")).applyTo(rollup);

    assertIsNotTouched();
  }

  private void assertIsNotTouched() throws IOException {
    PlannedFile file = theOnlyFileNotKept(Readiness.UNDECIDED);
    assertThat(file.action()).isEqualTo(Action.UNDECIDED);
    assertThat(file.reason())
        .startsWith("by what it says itself, it may be newer than the listed one; ");
  }

  /** Every build has a package code of its own. */
  @Test
  void alteredBytesUnderTheSamePackageCodeAreNoLaterVersion() throws IOException {
    onShare(
        Defect.replaced(
            NAME,
            LISTED
                .toFixture()
                .resized(700_416)
                .lastSavedAt("2012-03-01T08:00:00Z")
                .modifiedAt("2012-03-01T09:00:00Z")));

    PlannedFile file = theOnlyFileNotKept(Readiness.READY);

    assertThat(file.action()).isEqualTo(Action.REPLACE);
    assertThat(file.reason()).isEqualTo("HASH ALTERED: other contents");
  }

  @Test
  void aPackageInLocalTimeIsReadSoAndTheShareIsNot() throws IOException {
    Defect.everythingShifted(Duration.ofHours(2)).applyTo(rollup);

    Plan plan = plan(AuditPolicy.asPrinted().withSourceZone(ZoneId.of("+02:00")));

    assertThat(plan.count(Action.KEEP)).isEqualTo(21);
  }

  @Test
  void whatCannotBeReadIsNotTouched() throws IOException {
    onShare(Defect.unreadable(NAME));

    assertThat(theOnlyFileNotKept(Readiness.UNDECIDED).action()).isEqualTo(Action.UNDECIDED);
  }

  @Test
  void aFolderInTheFilesPlaceBlocks() throws IOException {
    Files.delete(share.resolve(NAME));
    Files.createDirectory(share.resolve(NAME));

    PlannedFile file = theOnlyFileNotKept(Readiness.OBSTRUCTED);

    assertThat(file.action()).isEqualTo(Action.BLOCKED);
    assertThat(file.reason()).isEqualTo("a folder of this name stands there");
  }

  @Test
  void aPackageFileThatDoesNotVerifyBlocks() throws IOException {
    onShare(Defect.missing(NAME));
    Defect.zeroed(NAME).applyTo(rollup);

    PlannedFile file = theOnlyFileNotKept(Readiness.OBSTRUCTED);

    assertThat(file.action()).isEqualTo(Action.BLOCKED);
    assertThat(file.reason())
        .startsWith("the package's file does not verify: FORMAT NOT_A_PACKAGE: ");
  }

  @Test
  void aPackageFileThatDoesNotVerifyBlocksNothingWhereTheListedOneStands() throws IOException {
    Defect.missing(NAME).applyTo(rollup);
    onShare(Defect.missing("DNSProvider.msi"));

    assertThat(plan().readiness()).isEqualTo(Readiness.READY);
  }

  @Test
  void aPackageFileThatGoesNowhereIsOnlyRemarkedOn() throws IOException {
    Defect.missing("Servicebase.msi").applyTo(rollup);

    Plan plan = plan();

    assertThat(plan.readiness()).isEqualTo(Readiness.READY);
    assertThat(plan.remarks())
        .containsExactly(
            Remark.of(
                Remark.Kind.PACKAGE_NOT_VERIFIED,
                "The package is not the listed one, though nothing here needs the file:"
                    + " 'Servicebase.msi' PRESENCE MISSING."));
  }

  @Test
  void theListedFileUnderAnotherNameStaysAndIsCopiedUnderItsOwn() throws IOException {
    onShare(Defect.renamed(NAME, "dns-old.msi"));

    Plan plan = plan();

    assertThat(theOnlyFileNotKept(Readiness.READY).action()).isEqualTo(Action.COPY);
    assertThat(plan.unplanned())
        .extracting(file -> file.file().path())
        .containsExactly("dns-old.msi");
  }

  @Test
  void twoFilesWithEachOthersContentsAreBothReplaced() throws IOException {
    onShare(Defect.swapped(NAME, "DNSProvider.msi"));

    Plan plan = plan();

    assertThat(plan.files())
        .filteredOn(file -> file.action() != Action.KEEP)
        .extracting(PlannedFile::action, PlannedFile::target)
        .containsExactly(tuple(Action.REPLACE, NAME), tuple(Action.REPLACE, "DNSProvider.msi"));
  }

  @Test
  void whatStandsThereIsReplacedUnderItsOwnSpelling() throws IOException {
    onShare(Defect.truncated(NAME));
    onShare(Defect.renamed(NAME, "dnsclient.MSI"));

    Plan plan = plan();

    assertThat(plan.script("p", "s", "kbaudit verify").steps())
        .containsExactly(
            new CopyStep(
                NAME,
                "dnsclient.MSI",
                Optional.of("dnsclient.MSI.before-KB2492954"),
                679_936,
                Optional.of(sha256(rollup.resolve(NAME)))));
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "no file has such a name there")
  void noFileIsCopiedUnderASpellingThatWindowsDoesNotKeep() throws IOException {
    onShare(Defect.missing(NAME));
    Defect.renamed(NAME, NAME + ".").applyTo(rollup);

    Plan plan = plan();

    assertThat(plan.script("p", "s", "kbaudit verify").steps())
        .extracting(CopyStep::from, CopyStep::to)
        .containsExactly(tuple(NAME + ".", "Dnsclient.msi"));
  }

  private static Digest sha256(Path file) throws IOException {
    MessageDigest digest = Digest.Algorithm.SHA256.newDigest();
    digest.update(Files.readAllBytes(file));
    return Digest.of(Digest.Algorithm.SHA256, digest);
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the two names are one there")
  void ofTwoSpellingsTheOtherIsLeftAndSaid() throws IOException {
    onShare(Defect.secondSpelling(NAME, "dnsclient.MSI"));

    Plan plan = plan();

    assertThat(plan.readiness()).isEqualTo(Readiness.READY);
    assertThat(plan.remarks())
        .extracting(Remark::id)
        .containsExactly(Remark.Kind.OTHER_SPELLING.name());
  }

  @Test
  void aWholePackageInLocalTimeIsSaidOnce() throws IOException {
    Defect.everythingShifted(Duration.ofHours(2)).applyTo(rollup);
    onShare(Defect.missing(NAME));

    Plan plan = plan();

    assertThat(plan.count(Action.BLOCKED)).isOne();
    assertThat(plan.remarks()).extracting(Remark::id).contains("WHOLE_ZONE_OFFSET");
  }

  @Test
  void aPartOfABrokenOffCopyBlocksAndSaysWhatToDo() throws IOException {
    onShare(Defect.missing(NAME));
    Files.createFile(share.resolve(NAME + ".kbaudit-part"));

    PlannedFile file = theOnlyFileNotKept(Readiness.OBSTRUCTED);

    assertThat(file.action()).isEqualTo(Action.BLOCKED);
    assertThat(file.reason())
        .isEqualTo(
            "'DNSClient.msi.kbaudit-part' is left there of a script that broke off; delete it, and"
                + " plan again");
  }

  @Test
  void aShareThatIsThePackageAndAPackageThatIsNotWerePerhapsExchanged() throws IOException {
    Defect.missing(NAME).applyTo(rollup);
    Defect.missing("Servicebase.msi").applyTo(rollup);

    Plan plan = plan();

    assertThat(plan.readiness()).isEqualTo(Readiness.UNDECIDED);
    assertThat(plan.remarks())
        .extracting(Remark::id)
        .containsExactly("PACKAGE_NOT_VERIFIED", "PERHAPS_EXCHANGED");
  }

  @Test
  void theSameInventoriesGiveTheSamePlan() throws IOException {
    onShare(Defect.truncated(NAME));

    assertThat(plan()).isEqualTo(plan());
  }

  @Test
  void aShareOfNothingIsFilled() throws IOException {
    try (Stream<Path> files = Files.list(share)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }

    Plan plan = plan();

    assertThat(plan.count(Action.COPY)).isEqualTo(21);
    assertThat(plan.bytesNeeded())
        .isEqualTo(Kb2492954.copiedFiles().stream().mapToLong(RollupFile::sizeBytes).sum());
  }

  @Test
  void nothingIsPlannedForWhereNamesAreRandom() {
    Location cache = PROFILE.location("installed").orElseThrow();

    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new PlanRequest(
                    ARTICLE, Optional.of(PROFILE), Optional.of(cache), AuditPolicy.asPrinted()));
  }

  private static MsiFixture later() {
    return LISTED
        .toFixture()
        .resized(700_416)
        .packageCode(new UUID(0, 1))
        .lastSavedAt("2012-03-01T08:00:00Z")
        .modifiedAt("2012-03-01T09:00:00Z");
  }

  private void onShare(Defect defect) throws IOException {
    defect.applyTo(share);
  }

  private PlannedFile theOnlyFileNotKept(Readiness readiness) throws IOException {
    Plan plan = plan();
    assertThat(plan.readiness()).isEqualTo(readiness);
    List<PlannedFile> files =
        plan.files().stream().filter(file -> file.action() != Action.KEEP).toList();
    assertThat(files).hasSize(1);
    return files.get(0);
  }

  private Plan plan() throws IOException {
    return plan(AuditPolicy.asPrinted());
  }

  private Plan plan(AuditPolicy policy) throws IOException {
    PlanRequest request =
        new PlanRequest(ARTICLE, Optional.of(PROFILE), PlanRequest.usualShare(PROFILE), policy);
    Inventory ofPackage = request.preparingForPackage(FolderScanner.flat()).scan(rollup);
    Inventory ofShare = request.preparingForShare(FolderScanner.flat(), ofPackage).scan(share);
    return Planner.plan(request, ofPackage, ofShare);
  }

  private static void copy(Path from, Path to) throws IOException {
    FileTime time = Files.getLastModifiedTime(from);
    Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
    assertThat(Files.getLastModifiedTime(to)).isEqualTo(time);
  }
}
