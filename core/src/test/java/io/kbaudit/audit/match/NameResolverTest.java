package io.kbaudit.audit.match;

import static io.kbaudit.audit.AuditResultAssert.assertThatAudit;
import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.article.Article;
import io.kbaudit.audit.AuditPolicy;
import io.kbaudit.audit.AuditResult;
import io.kbaudit.audit.Cause;
import io.kbaudit.audit.Check;
import io.kbaudit.audit.Given;
import io.kbaudit.audit.Remark;
import io.kbaudit.inventory.Inventory;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which of several files of one name a row means. */
class NameResolverTest {
  private static final Article ARTICLE =
      Given.article(Given.row("Alpha.msi", 100, "2011-03-10T10:04Z"));

  @Test
  void aFileOfTheListedNameInAnotherCasePasses() {
    Inventory folder = Given.folder(Given.file("ALPHA.MSI", 100, "2011-03-10T10:04:37Z"));

    AuditResult result = Given.audit(ARTICLE, folder);

    assertThatAudit(result).passes();
  }

  @Test
  void noFileOfTheNameIsMissing() {
    Inventory folder = Given.folder(Given.file("Beta.msi", 5, "2011-03-10T10:04:37Z"));

    AuditResult result = Given.audit(ARTICLE, folder);

    assertThatAudit(result).fails("Alpha.msi", Check.PRESENCE, Cause.MISSING).andNothingElse();
    assertThat(result.unlisted()).containsExactlyElementsOf(folder.files());
  }

  @Test
  void aFileThatCannotBeReadIsUndecided() {
    Inventory folder = Given.folder(Given.unreadable("Alpha.msi", "permission denied"));

    AuditResult result = Given.audit(ARTICLE, folder);

    assertThatAudit(result)
        .leavesUndecided("Alpha.msi", Check.PRESENCE, Cause.UNREADABLE)
        .andNothingElse();
    assertThat(result.files().get(0).observed()).hasValue(folder.files().get(0));
    assertThat(result.files().get(0).assurance()).isEmpty();
    assertThat(result.unlisted()).isEmpty();
  }

  @Test
  void ofTwoSpellingsInOneFolderTheOneThatAgreesIsUsedAndTheOtherNamed() {
    Inventory folder =
        Given.folder(
            Given.file("ALPHA.msi", 7, "2001-01-01T00:00:00Z"),
            Given.file("alpha.msi", 100, "2011-03-10T10:04:37Z"));

    AuditResult result = Given.audit(ARTICLE, folder);

    assertThatAudit(result).passes();
    assertThat(result.files().get(0).observed()).hasValue(folder.files().get(1));
    assertThat(result.unlisted()).containsExactly(folder.files().get(0));
    assertThat(result.remarks())
        .contains(
            new Remark(
                "OTHER_SPELLING",
                "'alpha.msi' was audited; 'ALPHA.msi' is the same name to Windows, in another"
                    + " spelling, and not as listed."));
  }

  @Test
  void namesThatDifferByABlankAtTheEndAreTwoCopiesAndUnlikeOnesAmbiguous() {
    Inventory folder =
        Given.folder(
            Given.file("Alpha.msi", 7, "2001-01-01T00:00:00Z"),
            Given.file("Alpha.msi ", 100, "2011-03-10T10:04:37Z"));

    AuditResult result = Given.audit(ARTICLE, folder);

    assertThatAudit(result)
        .leavesUndecided("Alpha.msi", Check.PRESENCE, Cause.AMBIGUOUS)
        .andNothingElse();
  }

  @Test
  void ofTwoSpellingsThatAgreeAlikeTheListedOneIsUsed() {
    Inventory folder =
        Given.folder(
            Given.file("ALPHA.msi", 100, "2011-03-10T10:04:37Z"),
            Given.file("Alpha.msi", 100, "2011-03-10T10:04:37Z"));

    AuditResult result = Given.audit(ARTICLE, folder);

    assertThatAudit(result).passes();
    assertThat(result.files().get(0).observed()).hasValue(folder.files().get(1));
  }

  @Test
  void copiesInSeveralFoldersThatAreAlikePassWithARemark() {
    Inventory folder =
        Given.folder(
            Given.file("x/Alpha.msi", 100, "2011-03-10T10:04:37Z"),
            Given.file("y/Alpha.msi", 100, "2011-03-10T10:04:01Z"));

    AuditResult result = Given.audit(ARTICLE, folder);

    assertThatAudit(result).passes();
    assertThat(result.unlisted()).isEmpty();
    assertThat(result.remarks())
        .contains(
            new Remark(
                "SEVERAL_COPIES",
                "One file was found more than once, alike in what was checked: 'x/Alpha.msi' and"
                    + " 'y/Alpha.msi'."));
  }

  @Test
  void copiesOfOneSizeAndDateWithOtherPackagesInThemAreAmbiguous() {
    Inventory folder =
        Given.folder(
            Given.file("a/Alpha.msi", 100, "2011-03-10T10:04:37Z", Given.packageNamed("Alpha")),
            Given.file("b/Alpha.msi", 100, "2011-03-10T10:04:37Z", Given.packageNamed("Beta")));

    AuditResult result = Given.audit(ARTICLE, folder);

    assertThatAudit(result)
        .leavesUndecided("Alpha.msi", Check.PRESENCE, Cause.AMBIGUOUS)
        .andNothingElse();
  }

  @Test
  void copiesInSeveralFoldersThatFailAlikeFailOnce() {
    Inventory folder =
        Given.folder(
            Given.file("x/Alpha.msi", 90, "2011-03-10T10:04:37Z"),
            Given.file("y/Alpha.msi", 91, "2011-03-10T10:04:37Z"));

    AuditResult result = Given.audit(ARTICLE, folder);

    assertThatAudit(result).fails("Alpha.msi", Check.SIZE, Cause.SMALLER).andNothingElse();
  }

  @Test
  void copiesInSeveralFoldersOfWhichEachFailsFail() {
    Inventory folder =
        Given.folder(
            Given.file("x/Alpha.msi", 90, "2011-03-09T10:04:37Z"),
            Given.file("y/Alpha.msi", 110, "2011-03-10T10:04:37Z"));

    AuditResult result = Given.audit(ARTICLE, folder);

    assertThatAudit(result).fails("Alpha.msi", Check.SIZE, Cause.LARGER).andNothingElse();
    assertThat(result.unlisted()).isEmpty();
    assertThat(result.remarks())
        .contains(
            new Remark(
                "NO_FILE_FITS",
                "Whichever of 'x/Alpha.msi' and 'y/Alpha.msi' is taken, row 1 fails: none fits."));
  }

  @Test
  void copiesInSeveralFoldersThatAreNotAlikeAreAmbiguous() {
    Inventory folder =
        Given.folder(
            Given.file("x/Alpha.msi", 100, "2011-03-10T10:04:37Z"),
            Given.file("y/Alpha.msi", 90, "2011-03-10T10:04:37Z"));

    AuditResult result = Given.audit(ARTICLE, folder);

    assertThatAudit(result)
        .leavesUndecided("Alpha.msi", Check.PRESENCE, Cause.AMBIGUOUS)
        .andNothingElse();
    assertThat(result.unlisted()).isEmpty();
  }

  @Test
  void aCopyThatCannotBeReadMakesTheNameAmbiguous() {
    Inventory folder =
        Given.folder(
            Given.file("x/Alpha.msi", 100, "2011-03-10T10:04:37Z"),
            Given.unreadable("y/Alpha.msi", "permission denied"));

    AuditResult result = Given.audit(ARTICLE, folder);

    assertThatAudit(result)
        .leavesUndecided("Alpha.msi", Check.PRESENCE, Cause.AMBIGUOUS)
        .andNothingElse();
  }

  @Test
  void copiesThatFailOnlyWhatNobodyAskedForAreAmbiguous() {
    Inventory folder =
        Given.folder(
            Given.file("x/Alpha.msi", 90, "2011-03-10T10:04:37Z"),
            Given.file("y/Alpha.msi", 110, "2011-03-10T10:04:37Z"));

    AuditResult result =
        Given.audit(
            ARTICLE,
            folder,
            AuditPolicy.asPrinted().withChecks(Set.of(Check.PRESENCE, Check.NAME, Check.DATE)));

    assertThatAudit(result)
        .leavesUndecided("Alpha.msi", Check.PRESENCE, Cause.AMBIGUOUS)
        .andNothingElse();
  }
}
