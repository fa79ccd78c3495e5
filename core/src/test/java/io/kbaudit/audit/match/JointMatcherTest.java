package io.kbaudit.audit.match;

import static io.kbaudit.audit.AuditResultAssert.assertThatAudit;
import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.article.Article;
import io.kbaudit.article.ExpectedFile;
import io.kbaudit.audit.AuditPolicy;
import io.kbaudit.audit.AuditResult;
import io.kbaudit.audit.Cause;
import io.kbaudit.audit.Check;
import io.kbaudit.audit.FileResult;
import io.kbaudit.audit.Given;
import io.kbaudit.audit.Outcome;
import io.kbaudit.audit.Remark;
import io.kbaudit.audit.Verdict;
import io.kbaudit.inventory.Inventory;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.msi.MsiProblem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Rows that names cannot tell apart, matched all at once for the fewest differences. */
class JointMatcherTest {
  private static final Article TWO_CUT_ROWS =
      Given.article(
          Given.cutRow("Exchange2007oab", 251_392, "2011-03-10T09:52Z"),
          Given.cutRow("Exchange2007oab", 447_488, "2011-03-10T10:05Z"));

  private static final Article TWO_CUT_ROWS_ALIKE =
      Given.article(
          Given.cutRow("Exchange2007oab", 100, "2011-03-10T09:52Z"),
          Given.cutRow("Exchange2007oab", 100, "2011-03-10T09:52Z"));

  private static final Article TWO_ROWS_OF_ONE_NAME =
      Given.article(
          Given.row("Alpha.dll", 100, "2011-03-10T10:04Z"),
          Given.row("Alpha.dll", 200, "2011-03-10T10:04Z"));

  @Test
  void cutRowsFindTheirFilesWhicheverNameEachHas() {
    Inventory folder =
        Given.folder(
            Given.file("Exchange2007OABWS.msi", 251_392, "2011-03-10T09:52:30Z"),
            Given.file("exchange2007oabns.msi", 447_488, "2011-03-10T10:05:30Z"));

    AuditResult result = Given.audit(TWO_CUT_ROWS, folder);

    assertThatAudit(result).passes();
    assertThat(result.files().get(0).observed()).hasValue(folder.files().get(0));
    assertThat(result.files().get(1).observed()).hasValue(folder.files().get(1));
  }

  @Test
  void aTornFileIsHeldToTheRowItIsNearestTo() {
    Inventory folder =
        Given.folder(
            Given.file("Exchange2007OABNS.msi", 251_392, "2011-03-10T09:52:30Z"),
            Given.file("Exchange2007OABWS.msi", 5, "2011-03-10T10:05:30Z"));

    AuditResult result = Given.audit(TWO_CUT_ROWS, folder);

    assertThatAudit(result).fails("Exchange2007oab", Check.SIZE, Cause.SMALLER).andNothingElse();
    assertThat(result.files().get(0).result()).isEqualTo(FileResult.PASS);
    assertThat(result.remarks()).extracting(Remark::id).doesNotContain("NO_FILE_FITS");
  }

  @Test
  void aMissingFileOfACutRowFailsThatRowAlone() {
    Inventory folder =
        Given.folder(Given.file("Exchange2007OABWS.msi", 447_488, "2011-03-10T10:05:30Z"));

    AuditResult result = Given.audit(TWO_CUT_ROWS, folder);

    assertThatAudit(result)
        .fails("Exchange2007oab", Check.PRESENCE, Cause.MISSING)
        .andNothingElse();
    assertThat(result.files().get(1).result()).isEqualTo(FileResult.PASS);
  }

  @Test
  void aRowWithoutAFileSaysWhichRowTookTheOneOfItsName() {
    Inventory folder = Given.folder(Given.file("Alpha.dll", 200, "2011-03-10T10:04:30Z"));

    AuditResult result = Given.audit(TWO_ROWS_OF_ONE_NAME, folder);

    assertThat(presence(result, 0))
        .isEqualTo(
            "the one file of this name was taken for row 2; there is no other, and no unlisted one"
                + " of this size and date");
  }

  @Test
  void ofSeveralFilesItSaysWhichRowsTookThem() {
    Article article =
        Given.article(
            Given.row("a.dll", 1, "2011-03-10T10:04Z"),
            Given.row("a.dll", 2, "2011-03-10T10:04Z"),
            Given.row("a.dll", 3, "2011-03-10T10:04Z"));
    Inventory folder =
        Given.folder(
            Given.file("one/a.dll", 1, "2011-03-10T10:04:30Z"),
            Given.file("two/a.dll", 3, "2011-03-10T10:04:30Z"));

    AuditResult result = Given.audit(article, folder);

    assertThat(presence(result, 1))
        .startsWith("the 2 files of this name were taken for rows 1 and 3; there is no other");
  }

  @Test
  void aFileWhoseNameOnlyBeginsSoIsTakenToo() {
    Inventory folder =
        Given.folder(Given.file("Exchange2007OABWS.msi", 447_488, "2011-03-10T10:05:30Z"));

    assertThat(presence(Given.audit(TWO_CUT_ROWS, folder), 0))
        .startsWith("the one file whose name begins so was taken for row 2; there is no other");
  }

  @Test
  void withoutAnyFileAllRowsThatListOneAreNamed() {
    assertThat(presence(Given.audit(TWO_ROWS_OF_ONE_NAME, Given.folder()), 1))
        .startsWith("no file of this name; rows 1 and 2 each list one");
  }

  private static String presence(AuditResult result, int row) {
    return result.files().get(row).outcomes().get(Check.PRESENCE) instanceof Outcome.Failed failed
        ? failed.observed().text()
        : "";
  }

  @Test
  void equallyGoodPairingsOfWhichOneMayPassAreAmbiguous() {
    Inventory folder =
        Given.folder(
            Given.file("Exchange2007OABNS.msi", 251_392, "2011-03-10T10:05:30Z"),
            Given.file("Exchange2007OABWS.msi", 447_488, "2011-03-10T09:52:30Z"));

    AuditResult result = Given.audit(TWO_CUT_ROWS, folder, AuditPolicy.orLater());

    assertThatAudit(result)
        .fails("Exchange2007oab", Check.DATE, Cause.OLDER)
        .leavesUndecided("Exchange2007oab", Check.PRESENCE, Cause.AMBIGUOUS)
        .andNothingElse();
    assertThat(result.unlisted()).isEmpty();
  }

  @Test
  void rowsFailWhereEachOfEquallyGoodPairingsFails() {
    Inventory folder =
        Given.folder(
            Given.file("Exchange2007OABNS.msi", 251_392, "2011-03-10T10:05:30Z"),
            Given.file("Exchange2007OABWS.msi", 447_488, "2011-03-10T09:52:30Z"));

    AuditResult result = Given.audit(TWO_CUT_ROWS, folder);

    assertThatAudit(result)
        .fails("Exchange2007oab", Check.DATE, Cause.LATER)
        .fails("Exchange2007oab", Check.DATE, Cause.OLDER)
        .andNothingElse();
    assertThat(result.remarks())
        .contains(
            new Remark(
                "NO_FILE_FITS",
                "Whichever of 'Exchange2007OABNS.msi' and 'Exchange2007OABWS.msi' is taken, rows 1"
                    + " and 2 fail: none fits."));
    assertThat(result.unlisted()).isEmpty();
  }

  @Test
  void twoRowsFailWhereTheOneFileOfTheirNameFitsNeither() {
    Inventory folder = Given.folder(Given.file("Alpha.dll", 300, "2011-03-10T10:04:30Z"));

    AuditResult result = Given.audit(TWO_ROWS_OF_ONE_NAME, folder);

    assertThatAudit(result)
        .fails("Alpha.dll", Check.SIZE, Cause.LARGER)
        .fails("Alpha.dll", Check.PRESENCE, Cause.MISSING)
        .andNothingElse();
    assertThat(result.remarks())
        .contains(
            new Remark(
                "NO_FILE_FITS",
                "Whichever row 'Alpha.dll' is taken for, rows 1 and 2 fail: it fits none."));
  }

  @Test
  void howeverManyRowsFailWhereNoFileOfTheirNameFits() {
    List<ExpectedFile> rows = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      rows.add(Given.row("Alpha.dll", 100 + i, "2011-03-10T10:04Z"));
    }
    Inventory folder =
        Given.folder(
            Given.file("Alpha.dll", 300, "2011-03-10T10:04:30Z"),
            Given.file("below/Alpha.dll", 301, "2011-03-10T10:04:30Z"));

    AuditResult result = Given.audit(Given.article(rows), folder);

    assertThat(result.files())
        .extracting(file -> Given.worded(file, Check.PRESENCE).causeIfAny())
        .containsOnly(Optional.of(Cause.MISSING));
    assertThat(presence(result, 29)).startsWith("none of 2 further files of this name fits");
  }

  @Test
  void ofManyRowsAllButTheOneWhoseFileIsThereAreMissing() {
    List<ExpectedFile> rows = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      rows.add(Given.row("Alpha.dll", 100 + i, "2011-03-10T10:04Z"));
    }
    Inventory folder = Given.folder(Given.file("Alpha.dll", 107, "2011-03-10T10:04:30Z"));

    AuditResult result = Given.audit(Given.article(rows), folder);

    assertThat(result.tally().count(FileResult.PASS)).isEqualTo(1);
    assertThat(result.tally().count(FileResult.FAIL)).isEqualTo(29);
    assertThat(presence(result, 0)).startsWith("the one file of this name was taken for row 8");
  }

  @Test
  void aFileThatCannotBeReadMayBeAnyRows() {
    Inventory folder = Given.folder(Given.unreadable("Alpha.dll", "permission denied"));

    AuditResult result = Given.audit(TWO_ROWS_OF_ONE_NAME, folder);

    assertThatAudit(result)
        .leavesUndecided("Alpha.dll", Check.PRESENCE, Cause.AMBIGUOUS)
        .leavesUndecided("Alpha.dll", Check.PRESENCE, Cause.AMBIGUOUS)
        .andNothingElse();
  }

  @Test
  void whichOfTwoFilesOfOneSizeAndDateIsMeantIsAmbiguousWhereOneIsDamaged() {
    Article article = Given.article(Given.cutRow("Exchange2007oab", 100, "2011-03-10T09:52Z"));
    Inventory folder =
        Given.folder(
            Given.file("Exchange2007OABNS.msi", 100, "2011-03-10T09:52:30Z"),
            Given.file(
                "Exchange2007OABWS.msi",
                100,
                "2011-03-10T09:52:30Z",
                Given.packageWith(new MsiProblem(MsiProblem.Kind.DAMAGED, "a loop"))));

    AuditResult result = Given.audit(article, folder);

    assertThatAudit(result)
        .leavesUndecided("Exchange2007oab", Check.PRESENCE, Cause.AMBIGUOUS)
        .andNothingElse();
  }

  @Test
  void equallyGoodPairingsWithTheSameResultsAreDecided() {
    Inventory folder =
        Given.folder(
            Given.file("Exchange2007OABNS.msi", 100, "2011-03-10T09:52:30Z"),
            Given.file("Exchange2007OABWS.msi", 100, "2011-03-10T09:52:31Z"));

    AuditResult result = Given.audit(TWO_CUT_ROWS_ALIKE, folder);

    assertThatAudit(result).passes();
    assertThat(result.files())
        .extracting(file -> file.observed().map(ObservedFile::path).orElse(""))
        .doesNotHaveDuplicates();
  }

  @Test
  void oneFileDoesNotStandForTwoCutRowsThatListTheSame() {
    Inventory folder =
        Given.folder(Given.file("Exchange2007OABNS.msi", 100, "2011-03-10T09:52:30Z"));

    AuditResult result = Given.audit(TWO_CUT_ROWS_ALIKE, folder);

    assertThat(result.verdict()).isNotEqualTo(Verdict.COMPLIANT);
  }

  @Test
  void aFileBesideACutNameThatBeginsOtherwiseIsUnlisted() {
    Inventory folder =
        Given.folder(
            Given.file("Exchange2007OABNS.msi", 251_392, "2011-03-10T09:52:30Z"),
            Given.file("Exchange2007OABWS.msi", 447_488, "2011-03-10T10:05:30Z"),
            Given.file("Exchange2007.msi", 1, "2011-03-10T10:05:30Z"));

    AuditResult result = Given.audit(TWO_CUT_ROWS, folder);

    assertThatAudit(result).passes();
    assertThat(result.unlisted())
        .extracting(ObservedFile::path)
        .containsExactly("Exchange2007.msi");
  }

  @Test
  void aFileThatAnotherRowNamesIsNotTakenForACutName() {
    Article article =
        Given.article(
            Given.cutRow("Exchange2007", 100, "2011-03-10T09:52Z"),
            Given.row("Exchange2007oab.msi", 200, "2011-03-10T09:52Z"));
    Inventory folder = Given.folder(Given.file("Exchange2007OAB.msi", 200, "2011-03-10T09:52:30Z"));

    AuditResult result = Given.audit(article, folder);

    assertThatAudit(result).fails("Exchange2007", Check.PRESENCE, Cause.MISSING).andNothingElse();
  }

  @Test
  void aNameListedTwiceFindsBothFiles() {
    Inventory folder =
        Given.folder(
            Given.file("x64/Alpha.dll", 200, "2011-03-10T10:04:37Z"),
            Given.file("x86/Alpha.dll", 100, "2011-03-10T10:04:37Z"));

    AuditResult result = Given.audit(TWO_ROWS_OF_ONE_NAME, folder);

    assertThatAudit(result).passes();
    assertThat(result.files().get(0).observed()).hasValue(folder.files().get(1));
  }

  @Test
  void aRowPrintedTwiceIsSatisfiedByOneFile() {
    Article article =
        Given.article(
            Given.row("Alpha.dll", 100, "2011-03-10T10:04Z"),
            Given.row("Alpha.dll", 100, "2011-03-10T10:04Z"));
    Inventory folder = Given.folder(Given.file("Alpha.dll", 100, "2011-03-10T10:04:37Z"));

    AuditResult result = Given.audit(article, folder);

    assertThatAudit(result).passes();
  }

  @Test
  void aNameListedTwiceWithOneFileOfItMissesTheOther() {
    Inventory folder = Given.folder(Given.file("Alpha.dll", 200, "2011-03-10T10:04:37Z"));

    AuditResult result = Given.audit(TWO_ROWS_OF_ONE_NAME, folder);

    assertThatAudit(result).fails("Alpha.dll", Check.PRESENCE, Cause.MISSING).andNothingElse();
    assertThat(result.files().get(0).result()).isEqualTo(FileResult.FAIL);
  }

  @Test
  void anUnreadableFileOfANameListedTwiceIsNoPass() {
    Inventory folder =
        Given.folder(
            Given.unreadable("x64/Alpha.dll", "permission denied"),
            Given.file("x86/Alpha.dll", 100, "2011-03-10T10:04:37Z"));

    AuditResult result = Given.audit(TWO_ROWS_OF_ONE_NAME, folder);

    assertThat(result.verdict()).isNotEqualTo(Verdict.COMPLIANT);
    assertThat(result.files().get(0).result()).isEqualTo(FileResult.PASS);
    assertThat(result.files().get(1).result()).isNotEqualTo(FileResult.PASS);
  }

  @Test
  void tooManyFilesToCompareEachWithEachAreAmbiguous() {
    Article article =
        Given.article(
            Given.cutRow("Alpha", 1, "2011-03-10T10:04Z"),
            Given.cutRow("Alpha", 2, "2011-03-10T10:04Z"));
    List<ObservedFile> files = new ArrayList<>();
    for (int i = 0; i < 41; i++) {
      files.add(Given.file("Alpha" + i + ".msi", 1_000 + i, "2011-03-11T10:04:37Z"));
    }

    AuditResult result = Given.audit(article, Given.folder(files), AuditPolicy.orLater());

    assertThatAudit(result)
        .leavesUndecided("Alpha", Check.PRESENCE, Cause.AMBIGUOUS)
        .leavesUndecided("Alpha", Check.PRESENCE, Cause.AMBIGUOUS)
        .andNothingElse();
  }

  @Test
  void howeverManyRowsOfOneNamePassWhereEachHasItsFile() {
    List<ExpectedFile> rows = new ArrayList<>();
    List<ObservedFile> files = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      rows.add(Given.row("Alpha.dll", i, "2011-03-10T10:04Z"));
      files.add(Given.file("folder" + i + "/Alpha.dll", i, "2011-03-10T10:04:37Z"));
    }

    AuditResult result = Given.audit(Given.article(rows), Given.folder(files));

    assertThatAudit(result).passes();
  }

  @Test
  void oneFileThatMayBeEitherRowsIsSaidToFitBoth() {
    Inventory folder =
        Given.folder(Given.file("Exchange2007OABWS.msi", 100, "2011-03-10T09:52:30Z"));

    AuditResult result = Given.audit(TWO_CUT_ROWS_ALIKE, folder);

    assertThat(result.files().get(0).outcomes().get(Check.PRESENCE))
        .hasFieldOrPropertyWithValue(
            "reason",
            "rows 1 and 2 cannot be told apart by name, and 'Exchange2007OABWS.msi' fits them"
                + " equally well");
    assertThat(result.unlisted()).isEmpty();
  }

  @Test
  void upToTwentyRowsAndFilesThatAgreeWithNoneAreMatchedForTheFewestDifferences() {
    AuditResult result = auditOfFilesThatAreTooLarge(20);

    assertThat(result.files())
        .allSatisfy(
            file -> assertThat(file.outcomes().get(Check.SIZE)).isInstanceOf(Outcome.Failed.class));
    assertThat(result.unlisted()).isEmpty();
  }

  @Test
  void ofMoreNoneIsComparedWithEachAndNoneIsUnlisted() {
    AuditResult result = auditOfFilesThatAreTooLarge(21);

    assertThat(result.files())
        .allSatisfy(
            file ->
                assertThat(file.outcomes().get(Check.PRESENCE)).isInstanceOf(Outcome.Failed.class));
    assertThat(result.unlisted()).isEmpty();
  }

  @Test
  void aFileOfTheSizeAndDateOfARowForAnotherPlatformIsNotSurelyThatRows() {
    Article article =
        Given.article(
            forPlatform(Given.row("Alpha.msi", 100, "2011-03-10T10:04Z"), "x86"),
            forPlatform(Given.row("Alpha.msi", 200, "2011-03-10T10:04Z"), "x64"));
    Inventory folder =
        Given.folder(
            Given.file("Alpha.msi", 100, "2011-03-10T10:04:37Z", Given.packageFor("x64;1033")));

    AuditResult result = Given.audit(article, folder);

    assertThat(result.remarks())
        .contains(
            new Remark(
                "NO_FILE_FITS",
                "Whichever row 'Alpha.msi' is taken for, rows 1 and 2 fail: it fits none."));
  }

  @Test
  void aCutRowByItselfNamesNoOtherRows() {
    Article article = Given.article(Given.cutRow("Exchange2007oab", 100, "2011-03-10T10:04Z"));

    assertThat(presence(Given.audit(article, Given.folder()), 0))
        .startsWith("no file whose name begins so")
        .doesNotContain("each list one");
  }

  /** Each row lists a size and a day, and of each day there is one file, a byte too large. */
  private static AuditResult auditOfFilesThatAreTooLarge(int count) {
    List<ExpectedFile> rows = new ArrayList<>();
    List<ObservedFile> files = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String day = LocalDate.of(2011, 3, 1).plusDays(i).toString();
      rows.add(Given.row("Alpha.dll", 1_000L * i, day + "T10:04Z"));
      files.add(Given.file("folder" + i + "/Alpha.dll", 1_000L * i + 1, day + "T10:04:37Z"));
    }
    return Given.audit(Given.article(rows), Given.folder(files));
  }

  private static ExpectedFile forPlatform(ExpectedFile row, String platform) {
    return row.withVariant(row.variant().onPlatform(platform));
  }
}
