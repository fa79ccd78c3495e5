package io.kbaudit.audit.match;

import static io.kbaudit.audit.AuditResultAssert.assertThatAudit;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.article.Article;
import io.kbaudit.audit.Assurance;
import io.kbaudit.audit.AuditResult;
import io.kbaudit.audit.Cause;
import io.kbaudit.audit.Check;
import io.kbaudit.audit.FileResult;
import io.kbaudit.audit.Given;
import io.kbaudit.audit.Outcome;
import io.kbaudit.audit.Remark;
import io.kbaudit.audit.Verdict;
import io.kbaudit.baseline.Baseline;
import io.kbaudit.baseline.BaselineFile;
import io.kbaudit.inventory.Inventory;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.msi.MsiInspection;
import io.kbaudit.msi.MsiKind;
import io.kbaudit.msi.MsiProblem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Files with random names, as in Windows Installer's package cache. */
class ContentMatcherTest {
  private static final Article ARTICLE =
      Given.article(
          Given.row("Alpha.msi", 100, "2011-03-10T10:04Z"),
          Given.row("Beta.msi", 200, "2011-03-10T10:05Z"));

  private static final Article TWO_ROWS_ALIKE =
      Given.article(
          Given.row("Alpha.msi", 100, "2011-03-10T10:04Z"),
          Given.row("Beta.msi", 100, "2011-03-10T10:04Z"));

  /** A package without a name and its cabinets, which states a package code. */
  private static final MsiInspection STRIPPED =
      Given.withCode(
          Given.packageWith(new MsiProblem(MsiProblem.Kind.CABINET_MISSING, "no such stream")));

  private static final Optional<String> OTHER_CODE =
      Optional.of("{00000000-0000-0000-0000-00000000000A}");

  @Test
  void filesAreFoundBySizeAndDateAndTheirNamesAreNotJudged() {
    Inventory folder =
        Given.folder(
            Given.file("c597.msi", 200, "2011-03-10T10:05:30Z"),
            Given.file("d001.msi", 100, "2011-03-10T10:04:30Z"),
            Given.file("e.msi", 5, "2011-03-10T10:04:30Z"));

    AuditResult result = Given.auditOfRandomNames(ARTICLE, folder);

    assertThatAudit(result).passes();
    assertThat(result.files().get(0).observed()).hasValue(folder.files().get(1));
    assertThat(result.files().get(0).outcomes())
        .containsEntry(Check.NAME, new Outcome.NotApplicable("files have random names here"));
    assertThat(result.unlisted()).isEmpty();
  }

  @Test
  void aLaterVersionIsFoundByTheNameThatItStates() {
    Inventory folder =
        Given.folder(
            Given.file("c597.msi", 101, "2012-01-01T00:00:00Z", Given.packageNamed("Alpha 2.0")),
            Given.file("d001.msi", 200, "2011-03-10T10:05:30Z"));

    AuditResult result = Given.auditOfRandomNames(ARTICLE, folder);

    assertThatAudit(result)
        .fails("Alpha.msi", Check.SIZE, Cause.LARGER)
        .fails("Alpha.msi", Check.DATE, Cause.LATER)
        .andNothingElse();
    assertThat(result.files().get(0).observed()).hasValue(folder.files().get(0));
  }

  /** A cached copy without its cabinets, of the only row that states its name. */
  private static AuditResult auditOfCachedCopySavedAt(String savedAt) {
    MsiInspection named = Given.inspection(MsiKind.PACKAGE, "Alpha", savedAt);
    MsiInspection stripped =
        new MsiInspection(
            named.kind(),
            List.of(new MsiProblem(MsiProblem.Kind.CABINET_MISSING, "no such stream")),
            named.summary(),
            named.tables(),
            named.properties());
    return Given.auditOfRandomNames(
        ARTICLE,
        Given.folder(
            Given.file("c597.msi", 40, "2011-03-10T10:04:30Z", stripped),
            Given.file("d001.msi", 200, "2011-03-10T10:05:30Z")));
  }

  @Test
  void aCopyWithoutItsCabinetsPassesByTheNameThatItStates() {
    AuditResult result = auditOfCachedCopySavedAt("2011-03-10T10:03:30Z");

    assertThatAudit(result).passes();
    assertThat(result.files().get(0).assurance()).contains(Assurance.IDENTITY);
  }

  @Test
  void aCopyWithoutItsCabinetsThatWasSavedLongBeforeIsAnOldBuild() {
    AuditResult result = auditOfCachedCopySavedAt("2009-01-01T00:00:00Z");

    assertThatAudit(result).fails("Alpha.msi", Check.SIZE, Cause.SAVED_EARLIER).andNothingElse();
  }

  @Test
  void aCopyWithoutItsCabinetsThatDoesNotSayWhenItWasSavedIsUndecided() {
    AuditResult result = auditOfCachedCopySavedAt("");

    assertThatAudit(result)
        .leavesUndecided("Alpha.msi", Check.SIZE, Cause.UNCORROBORATED)
        .andNothingElse();
  }

  @Test
  void aFileOfTheListedSizeAndDateThatIsNoPackageIsNotTaken() {
    Inventory folder =
        Given.folder(
            Given.file("c0.tmp", 100, "2011-03-10T10:04:30Z"),
            Given.file("c1.msp", 100, "2011-03-10T10:04:30Z", Given.packageNamed("Alpha")),
            Given.file("c2.msi", 200, "2011-03-10T10:05:30Z"));

    AuditResult result = Given.auditOfRandomNames(ARTICLE, folder);

    assertThatAudit(result)
        .leavesUndecided("Alpha.msi", Check.PRESENCE, Cause.UNIDENTIFIED)
        .andNothingElse();
  }

  @Test
  void ofTwoFilesOfTheListedSizeAndDateTheSoundOneIsTaken() {
    MsiInspection damaged =
        Given.packageWith(new MsiProblem(MsiProblem.Kind.NOT_OLE, "it begins with zeros"));
    Inventory folder =
        Given.folder(
            Given.file("1.msi", 100, "2011-03-10T10:04:30Z", damaged),
            Given.file("2.msi", 100, "2011-03-10T10:04:30Z"),
            Given.file("3.msi", 200, "2011-03-10T10:05:30Z"));

    AuditResult result = Given.auditOfRandomNames(ARTICLE, folder);

    assertThatAudit(result).passes();
    assertThat(result.files().get(0).observed()).hasValue(folder.files().get(1));
  }

  @Test
  void packagesOfEqualSizeAndDateArePairedByTheNamesThatTheyState() {
    Inventory folder =
        Given.folder(
            Given.file("1.msi", 100, "2011-03-10T10:04:30Z", Given.packageNamed("Beta")),
            Given.file("2.msi", 100, "2011-03-10T10:04:30Z", Given.packageNamed("Alpha")));

    AuditResult result = Given.auditOfRandomNames(TWO_ROWS_ALIKE, folder);

    assertThatAudit(result).passes();
    assertThat(result.files().get(0).observed()).hasValue(folder.files().get(1));
  }

  @Test
  void aFileOfTheListedSizeAndDateThatStatesAnotherRowsNameIsNotTaken() {
    Inventory folder =
        Given.folder(
            Given.file("1.msi", 100, "2011-03-10T10:04:30Z", Given.packageNamed("Beta")),
            Given.file("2.msi", 200, "2011-03-10T10:05:30Z", Given.packageNamed("Beta")));

    AuditResult result = Given.auditOfRandomNames(ARTICLE, folder);

    assertThatAudit(result)
        .leavesUndecided("Alpha.msi", Check.PRESENCE, Cause.UNIDENTIFIED)
        .andNothingElse();
  }

  @Test
  void twoPackagesThatStateTheNameOfOneRowFailWhereEachDoes() {
    Inventory folder =
        Given.folder(
            Given.file("1.msi", 101, "2011-03-10T10:06:30Z", Given.packageNamed("Alpha")),
            Given.file("2.msi", 102, "2011-03-10T10:04:30Z", Given.packageNamed("Alpha")),
            Given.file("3.msi", 200, "2011-03-10T10:05:30Z"));

    AuditResult result = Given.auditOfRandomNames(ARTICLE, folder);

    assertThatAudit(result).fails("Alpha.msi", Check.SIZE, Cause.LARGER).andNothingElse();
    assertThat(result.remarks()).extracting(Remark::id).contains("NO_FILE_FITS");
  }

  @Test
  void twoPackagesThatStateTheNameOfOneRowAreAmbiguousWhereOneMayBeRight() {
    Article article = Given.article(Given.row("Alpha.msi", 100, ""));
    Inventory folder =
        Given.folder(
            Given.file("1.msi", 101, "2011-03-10T10:06:30Z", Given.packageNamed("Alpha")),
            Given.file("2.msi", 100, "2011-03-10T10:04:30Z", Given.packageNamed("Alpha")));

    AuditResult result = Given.auditOfRandomNames(article, folder);

    assertThatAudit(result)
        .leavesUndecided("Alpha.msi", Check.PRESENCE, Cause.AMBIGUOUS)
        .andNothingElse();
  }

  @Test
  void aRowWithoutAFileOfItsSizeAndDateIsUndecidedAndNotMissing() {
    Inventory folder = Given.folder(Given.file("c597.msi", 200, "2011-03-10T10:05:30Z"));

    AuditResult result = Given.auditOfRandomNames(ARTICLE, folder);

    assertThatAudit(result)
        .leavesUndecided("Alpha.msi", Check.PRESENCE, Cause.UNIDENTIFIED)
        .andNothingElse();
  }

  @Test
  void aFileOfTheListedNameIsNoEvidenceThere() {
    Inventory folder =
        Given.folder(
            Given.file("Alpha.msi", 99, "2011-03-10T10:04:30Z"),
            Given.file("c597.msi", 200, "2011-03-10T10:05:30Z"));

    AuditResult result = Given.auditOfRandomNames(ARTICLE, folder);

    assertThatAudit(result)
        .leavesUndecided("Alpha.msi", Check.PRESENCE, Cause.UNIDENTIFIED)
        .andNothingElse();
  }

  @Test
  void fewerFilesThanRowsThatListTheSameAreAmbiguous() {
    Inventory folder = Given.folder(Given.file("c597.msi", 100, "2011-03-10T10:04:30Z"));

    AuditResult result = Given.auditOfRandomNames(TWO_ROWS_ALIKE, folder);

    assertThatAudit(result)
        .leavesUndecided("Alpha.msi", Check.PRESENCE, Cause.AMBIGUOUS)
        .leavesUndecided("Beta.msi", Check.PRESENCE, Cause.AMBIGUOUS)
        .andNothingElse();
  }

  @Test
  void asManyFilesAsRowsThatListTheSamePass() {
    Inventory folder =
        Given.folder(
            Given.file("c597.msi", 100, "2011-03-10T10:04:30Z"),
            Given.file("d001.msi", 100, "2011-03-10T10:04:30Z"));

    AuditResult result = Given.auditOfRandomNames(TWO_ROWS_ALIKE, folder);

    assertThatAudit(result).passes();
    assertThat(result.files().get(0).observed()).isNotEqualTo(result.files().get(1).observed());
  }

  @Test
  void oneFileOnTheEdgeOfTwoMinutesDoesNotStandForBothRows() {
    Article article =
        Given.article(
            Given.row("Alpha.msi", 100, "2011-03-10T10:04Z"),
            Given.row("Beta.msi", 100, "2011-03-10T10:05Z"));
    Inventory folder = Given.folder(Given.file("c597.msi", 100, "2011-03-10T10:05:01Z"));

    AuditResult result = Given.auditOfRandomNames(article, folder);

    assertThat(result.verdict()).isEqualTo(Verdict.INDETERMINATE);
    assertThat(result.tally().count(FileResult.PASS)).isLessThan(2);
  }

  @Test
  void aFileThatCannotBeReadIdentifiesNothing() {
    Inventory folder =
        Given.folder(
            Given.unreadable("d001.msi", "permission denied"),
            Given.file("c597.msi", 200, "2011-03-10T10:05:30Z"));

    AuditResult result = Given.auditOfRandomNames(ARTICLE, folder);

    assertThatAudit(result)
        .leavesUndecided("Alpha.msi", Check.PRESENCE, Cause.UNIDENTIFIED)
        .andNothingElse();
  }

  /** Names, sizes and dates are alike; the bytes tell. */
  @Test
  void pinnedBytesArePairedWithTheirRows() {
    Inventory folder =
        Given.folder(
            Given.hashed(Given.file("1.msi", 100, "2011-03-10T10:04:30Z"), 'b'),
            Given.hashed(Given.file("2.msi", 100, "2011-03-10T10:04:30Z"), 'a'));

    AuditResult result = audit(TWO_ROWS_ALIKE, folder, pinned(1, 'a', 100), pinned(2, 'b', 100));

    assertThatAudit(result).passes();
    assertThat(result.files().get(0).observed()).hasValue(folder.files().get(1));
  }

  @Test
  void pinnedBytesAreFoundThoughTheyAreOfAnotherSizeAndDateThanListed() {
    Inventory folder =
        Given.folder(
            Given.hashed(Given.file("1.msi", 150, "2012-01-01T00:00:00Z"), 'a'),
            Given.file("2.msi", 200, "2011-03-10T10:05:30Z"));

    AuditResult result = audit(ARTICLE, folder, pinned(1, 'a', 150));

    assertThat(result.files().get(0).observed()).hasValue(folder.files().get(0));
    assertThat(result.files().get(0).outcomes().get(Check.HASH)).isInstanceOf(Outcome.Passed.class);
  }

  @Test
  void pinnedBytesUnderAnotherExtensionAreNoPackage() {
    Inventory folder =
        Given.folder(
            Given.hashed(Given.file("1.tmp", 100, "2011-03-10T10:04:30Z"), 'a'),
            Given.file("2.msi", 200, "2011-03-10T10:05:30Z"));

    assertThatAudit(audit(ARTICLE, folder, pinned(1, 'a', 100)))
        .leavesUndecided("Alpha.msi", Check.PRESENCE, Cause.UNIDENTIFIED)
        .andNothingElse();
  }

  @Test
  void oneFileDoesNotStandForTwoRowsOfThePinnedBytes() {
    Inventory folder =
        Given.folder(Given.hashed(Given.file("1.msi", 100, "2011-03-10T10:04:30Z"), 'a'));

    assertThatAudit(audit(TWO_ROWS_ALIKE, folder, pinned(1, 'a', 100), pinned(2, 'a', 100)))
        .leavesUndecided("Beta.msi", Check.PRESENCE, Cause.UNIDENTIFIED)
        .andNothingElse();
  }

  @Test
  void aSecondCopyOfARowsBytesIsNoFileOfAnotherRow() {
    Inventory folder =
        Given.folder(
            Given.hashed(Given.file("1.msi", 100, "2011-03-10T10:04:30Z"), 'b'),
            Given.hashed(Given.file("2.msi", 100, "2011-03-10T10:04:30Z"), 'b'));

    assertThatAudit(audit(TWO_ROWS_ALIKE, folder, pinned(1, 'a', 100), pinned(2, 'b', 100)))
        .leavesUndecided("Alpha.msi", Check.PRESENCE, Cause.UNIDENTIFIED)
        .andNothingElse();
  }

  @Test
  void aCachedPackageThatSaysNothingIsTheOneWhosePackageCodeIsPinned() {
    Inventory folder =
        Given.folder(
            Given.file("1.msi", 40, "2012-01-01T00:00:00Z", STRIPPED),
            Given.file("2.msi", 200, "2011-03-10T10:05:30Z"));

    AuditResult result = audit(ARTICLE, folder, coded(1, 'a', 100));

    assertThat(result.files().get(0).observed()).hasValue(folder.files().get(0));
    assertThat(result.files().get(0).outcomes())
        .containsEntry(
            Check.HASH,
            new Outcome.NotApplicable(
                "it is cached without its cabinets, so its bytes are others"));
  }

  @Test
  void aPackageCodeThatTwoFilesStateTellsOfNeither() {
    Inventory folder =
        Given.folder(
            Given.file("1.msi", 40, "2012-01-01T00:00:00Z", STRIPPED),
            Given.file("2.msi", 41, "2012-01-01T00:00:00Z", STRIPPED),
            Given.file("3.msi", 200, "2011-03-10T10:05:30Z"));

    assertThatAudit(audit(ARTICLE, folder, coded(1, 'a', 100)))
        .leavesUndecided("Alpha.msi", Check.PRESENCE, Cause.UNIDENTIFIED)
        .andNothingElse();
  }

  @Test
  void aPackageCodeThatIsPinnedToTwoRowsTellsOfNeither() {
    Inventory folder = Given.folder(Given.file("1.msi", 40, "2012-01-01T00:00:00Z", STRIPPED));

    assertThatAudit(audit(ARTICLE, folder, coded(1, 'a', 100), coded(2, 'b', 200)))
        .leavesUndecided("Alpha.msi", Check.PRESENCE, Cause.UNIDENTIFIED)
        .leavesUndecided("Beta.msi", Check.PRESENCE, Cause.UNIDENTIFIED)
        .andNothingElse();
  }

  @Test
  void aPinnedPackageCodeInAPatchIsNotThePackages() {
    Inventory folder =
        Given.folder(
            Given.file("1.msp", 40, "2012-01-01T00:00:00Z", STRIPPED),
            Given.file("2.msi", 200, "2011-03-10T10:05:30Z"));

    assertThatAudit(audit(ARTICLE, folder, coded(1, 'a', 100)))
        .leavesUndecided("Alpha.msi", Check.PRESENCE, Cause.UNIDENTIFIED)
        .andNothingElse();
  }

  @Test
  void theFileThatStatesNoNameIsTheOtherRows() {
    Inventory folder =
        Given.folder(
            Given.file("1.msi", 100, "2011-03-10T10:04:30Z", Given.packageNamed("Alpha")),
            Given.file("2.msi", 100, "2011-03-10T10:04:30Z"));

    AuditResult result = Given.auditOfRandomNames(TWO_ROWS_ALIKE, folder);

    assertThatAudit(result).passes();
    assertThat(result.files().get(1).observed()).hasValue(folder.files().get(1));
  }

  @Test
  void whatIsAmbiguousNamesTheRowsAndTheFiles() {
    Article three =
        Given.article(
            Given.row("Alpha.msi", 100, "2011-03-10T10:04Z"),
            Given.row("Beta.msi", 100, "2011-03-10T10:04Z"),
            Given.row("Gamma.msi", 100, "2011-03-10T10:04Z"));
    ObservedFile first = Given.file("1.msi", 100, "2011-03-10T10:04:30Z");
    ObservedFile second = Given.file("2.msi", 100, "2011-03-10T10:04:30Z");

    assertThat(reason(Given.auditOfRandomNames(TWO_ROWS_ALIKE, Given.folder(first))))
        .isEqualTo("rows 1 and 2 list the same size and date, and only '1.msi' has them");
    assertThat(reason(Given.auditOfRandomNames(three, Given.folder(first, second))))
        .endsWith(" list the same size and date, and only '1.msi' and '2.msi' have them");
  }

  @Test
  void whatMayBeARowsFileIsNotUnlisted() {
    Article undated = Given.article(Given.row("Alpha.msi", 100, ""));
    ObservedFile named =
        Given.file("1.msi", 101, "2011-03-10T10:06:30Z", Given.packageNamed("Alpha"));
    ObservedFile namedToo =
        Given.file("2.msi", 100, "2011-03-10T10:04:30Z", Given.packageNamed("Alpha"));
    ObservedFile silent = Given.file("1.msi", 100, "2011-03-10T10:04:30Z");

    assertThat(Given.auditOfRandomNames(undated, Given.folder(named, namedToo)).unlisted())
        .isEmpty();
    assertThat(Given.auditOfRandomNames(ARTICLE, Given.folder(named, namedToo)).unlisted())
        .isEmpty();
    assertThat(Given.auditOfRandomNames(TWO_ROWS_ALIKE, Given.folder(silent)).unlisted()).isEmpty();
  }

  private static String reason(AuditResult result) {
    return ((Outcome.Undecided)
            requireNonNull(result.files().get(0).outcomes().get(Check.PRESENCE)))
        .reason();
  }

  private static AuditResult audit(Article article, Inventory folder, BaselineFile... pinned) {
    return Given.auditOfRandomNames(
        article, folder, new Baseline("ours.json", List.of(pinned), true));
  }

  private static BaselineFile pinned(int row, char digit, long size) {
    return Given.pinned(ARTICLE, row, digit, size);
  }

  /** Returns the same that states the package code of {@link Given#withCode}. */
  private static BaselineFile coded(int row, char digit, long size) {
    return Given.pinned(ARTICLE, row, digit, size, STRIPPED.summary().orElseThrow().packageCode());
  }

  @Test
  void aCachedPackageOfAnotherBuildIsNotTheVerifiedOne() {
    Inventory folder =
        Given.folder(
            Given.file("1.msi", 40, "2011-03-10T10:04:30Z", named("Alpha")),
            Given.file("2.msi", 200, "2011-03-10T10:05:30Z"));

    Outcome hash = hash(audit(ARTICLE, folder, Given.pinned(ARTICLE, 1, 'a', 100, OTHER_CODE)));

    assertThat(Given.worded(hash))
        .isEqualTo(
            new Outcome.Failed(
                "package code " + OTHER_CODE.orElseThrow() + ", as in ours.json",
                "package code {6F9B5694-F0F1-437C-919B-0D2DAF2D9DEA}, cached without its cabinets",
                Cause.ALTERED));
  }

  @Test
  void aCachedPackageOfTheBuildOfAnotherRowIsSaidToBeThatRows() {
    Inventory folder =
        Given.folder(
            Given.file("1.msi", 40, "2011-03-10T10:04:30Z", named("Alpha")),
            Given.file("2.msi", 40, "2011-03-10T10:04:30Z", named("Beta")));

    Outcome hash =
        hash(
            audit(
                ARTICLE,
                folder,
                Given.pinned(ARTICLE, 1, 'a', 100, OTHER_CODE),
                coded(2, 'b', 200)));

    assertThat(hash).hasFieldOrPropertyWithValue("cause", Cause.OTHER_CONTENTS);
  }

  @Test
  void aCachedPackageIsUndecidedWhereNoPackageCodeWasPinned() {
    Inventory folder =
        Given.folder(
            Given.file("1.msi", 40, "2011-03-10T10:04:30Z", named("Alpha")),
            Given.file("2.msi", 200, "2011-03-10T10:05:30Z"));

    assertThat(hash(audit(ARTICLE, folder, pinned(1, 'a', 100))))
        .hasFieldOrPropertyWithValue("cause", Cause.NOT_STATED);
  }

  /** Returns what a package without its cabinets says that states this name and a package code. */
  private static MsiInspection named(String productName) {
    return Given.stating(STRIPPED, Map.of("ProductName", productName));
  }

  private static Outcome hash(AuditResult result) {
    return requireNonNull(result.files().get(0).outcomes().get(Check.HASH));
  }

  /** A code of its own is a package's; but one that names no product is nobody's. */
  @Test
  void theSizeOfACachedPackageIsNotAskedIfItsCodeSaysWhoseItIs() {
    MsiInspection ofAProduct =
        Given.stating(STRIPPED, Map.of("ProductCode", "{6F9B5694-F0F1-437C-919B-0D2DAF2D9DEB}"));
    ObservedFile beta = Given.file("2.msi", 200, "2011-03-10T10:05:30Z");

    AuditResult known =
        audit(
            ARTICLE,
            Given.folder(Given.file("1.msi", 40, "2011-03-10T10:04:30Z", ofAProduct), beta),
            coded(1, 'a', 100));
    AuditResult unknown =
        audit(
            ARTICLE,
            Given.folder(Given.file("1.msi", 40, "2011-03-10T10:04:30Z", STRIPPED), beta),
            coded(1, 'a', 100));

    assertThatAudit(known).passes();
    assertThat(unknown.files().get(0).outcomes().get(Check.SIZE))
        .hasFieldOrPropertyWithValue("cause", Cause.UNCORROBORATED);
  }
}
