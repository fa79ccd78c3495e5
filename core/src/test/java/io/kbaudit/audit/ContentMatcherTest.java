package io.kbaudit.audit;

import static io.kbaudit.audit.AuditResultAssert.assertThatAudit;
import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.article.Article;
import io.kbaudit.inventory.Inventory;
import io.kbaudit.inventory.ObservedFile;
import org.junit.jupiter.api.Test;

/** Files with random names, as in Windows Installer's package cache. */
class ContentMatcherTest {
  private static final Article ARTICLE =
      Given.article(
          Given.row("Alpha.msi", 100, "2011-03-10T10:04Z"),
          Given.row("Beta.msi", 200, "2011-03-10T10:05Z"));

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
    assertThat(result.unlisted()).extracting(ObservedFile::path).containsExactly("e.msi");
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
    Article article =
        Given.article(
            Given.row("Alpha.msi", 100, "2011-03-10T10:04Z"),
            Given.row("Beta.msi", 100, "2011-03-10T10:04Z"));
    Inventory folder = Given.folder(Given.file("c597.msi", 100, "2011-03-10T10:04:30Z"));

    AuditResult result = Given.auditOfRandomNames(article, folder);

    assertThatAudit(result)
        .leavesUndecided("Alpha.msi", Check.PRESENCE, Cause.AMBIGUOUS)
        .leavesUndecided("Beta.msi", Check.PRESENCE, Cause.AMBIGUOUS)
        .andNothingElse();
  }

  @Test
  void asManyFilesAsRowsThatListTheSamePass() {
    Article article =
        Given.article(
            Given.row("Alpha.msi", 100, "2011-03-10T10:04Z"),
            Given.row("Beta.msi", 100, "2011-03-10T10:04Z"));
    Inventory folder =
        Given.folder(
            Given.file("c597.msi", 100, "2011-03-10T10:04:30Z"),
            Given.file("d001.msi", 100, "2011-03-10T10:04:30Z"));

    AuditResult result = Given.auditOfRandomNames(article, folder);

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
    assertThat(result.count(FileResult.PASS)).isLessThan(2);
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
}
