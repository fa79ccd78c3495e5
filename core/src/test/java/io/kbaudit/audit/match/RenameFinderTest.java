package io.kbaudit.audit.match;

import static io.kbaudit.audit.AuditResultAssert.assertThatAudit;
import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.article.Article;
import io.kbaudit.audit.AuditResult;
import io.kbaudit.audit.Cause;
import io.kbaudit.audit.Check;
import io.kbaudit.audit.Given;
import io.kbaudit.inventory.Inventory;
import io.kbaudit.inventory.ObservedFile;
import org.junit.jupiter.api.Test;

/** Missing rows whose size and date appear under a name that no row lists. */
class RenameFinderTest {
  private static final Article ARTICLE =
      Given.article(
          Given.row("Alpha.msi", 100, "2011-03-10T10:04Z"),
          Given.row("Beta.msi", 200, "2011-03-10T10:05Z"));
  private static final ObservedFile BETA = Given.file("Beta.msi", 200, "2011-03-10T10:05:30Z");

  @Test
  void aRenamedFileIsOneFinding() {
    Inventory folder = Given.folder(Given.file("Alpha (1).msi", 100, "2011-03-10T10:04:30Z"), BETA);

    AuditResult result = Given.audit(ARTICLE, folder);

    assertThatAudit(result).fails("Alpha.msi", Check.NAME, Cause.RENAMED).andNothingElse();
    assertThat(result.unlisted()).isEmpty();
    assertThat(result.files().get(0).observed()).hasValue(folder.files().get(0));
  }

  @Test
  void aFileOfThatSizeAndAnotherDateStandsInForNothing() {
    Inventory folder = Given.folder(Given.file("Alpha (1).msi", 100, "2011-03-10T10:09:30Z"), BETA);

    AuditResult result = Given.audit(ARTICLE, folder);

    assertThatAudit(result).fails("Alpha.msi", Check.PRESENCE, Cause.MISSING).andNothingElse();
    assertThat(result.unlisted()).extracting(ObservedFile::path).containsExactly("Alpha (1).msi");
  }

  @Test
  void aPackageIsRecognisedByTheNameThatItStatesWhateverElseDiffers() {
    Inventory folder =
        Given.folder(
            Given.file("new.msi", 100, "2011-03-10T10:09:30Z", Given.packageNamed("Alpha")), BETA);

    AuditResult result = Given.audit(ARTICLE, folder);

    assertThatAudit(result)
        .fails("Alpha.msi", Check.NAME, Cause.RENAMED)
        .fails("Alpha.msi", Check.DATE, Cause.LATER)
        .andNothingElse();
    assertThat(result.unlisted()).isEmpty();
  }

  @Test
  void twoPackagesThatStateTheNameStandInForNothing() {
    Inventory folder =
        Given.folder(
            Given.file("new.msi", 100, "2011-03-10T10:09:30Z", Given.packageNamed("Alpha")),
            Given.file("old.msi", 100, "2010-03-10T10:09:30Z", Given.packageNamed("Alpha")),
            BETA);

    AuditResult result = Given.audit(ARTICLE, folder);

    assertThatAudit(result).fails("Alpha.msi", Check.PRESENCE, Cause.MISSING).andNothingElse();
    assertThat(result.unlisted()).hasSize(2);
  }

  @Test
  void aFileOfTheListedSizeAndDateThatStatesAnotherRowsNameStandsInForNothing() {
    Inventory folder =
        Given.folder(
            Given.file("copy.msi", 100, "2011-03-10T10:04:30Z", Given.packageNamed("Beta")), BETA);

    AuditResult result = Given.audit(ARTICLE, folder);

    assertThatAudit(result).fails("Alpha.msi", Check.PRESENCE, Cause.MISSING).andNothingElse();
  }

  @Test
  void aFileThatIsListedItselfStandsInForNothing() {
    Article article =
        Given.article(
            Given.row("Alpha.msi", 200, "2011-03-10T10:05Z"),
            Given.row("Beta.msi", 200, "2011-03-10T10:05Z"));
    Inventory folder = Given.folder(BETA);

    AuditResult result = Given.audit(article, folder);

    assertThatAudit(result).fails("Alpha.msi", Check.PRESENCE, Cause.MISSING).andNothingElse();
  }

  @Test
  void rowsThatListTheSameAreRenamedTogetherOrNotAtAll() {
    Article article =
        Given.article(
            Given.row("Alpha.msi", 200, "2011-03-10T10:05Z"),
            Given.row("Beta.msi", 200, "2011-03-10T10:05Z"));
    Inventory both =
        Given.folder(
            Given.file("a1.msi", 200, "2011-03-10T10:05:30Z"),
            Given.file("b1.msi", 200, "2011-03-10T10:05:30Z"));
    Inventory one = Given.folder(Given.file("a1.msi", 200, "2011-03-10T10:05:30Z"));

    assertThatAudit(Given.audit(article, both))
        .fails("Alpha.msi", Check.NAME, Cause.RENAMED)
        .fails("Beta.msi", Check.NAME, Cause.RENAMED)
        .andNothingElse();
    assertThatAudit(Given.audit(article, one))
        .fails("Alpha.msi", Check.PRESENCE, Cause.MISSING)
        .fails("Beta.msi", Check.PRESENCE, Cause.MISSING)
        .andNothingElse();
  }

  @Test
  void ofManyUnlistedFilesTheOneThatFitsIsFound() {
    Inventory folder =
        Given.folder(
            BETA,
            Given.file("a.tmp", 99, "2011-03-10T10:04:30Z"),
            Given.file("b.tmp", 100, "2011-03-10T10:03:30Z"),
            Given.file("c.tmp", 100, "2011-03-10T10:04:59Z"),
            Given.file("d.tmp", 101, "2011-03-10T10:04:30Z"));

    AuditResult result = Given.audit(ARTICLE, folder);

    assertThatAudit(result).fails("Alpha.msi", Check.NAME, Cause.RENAMED).andNothingElse();
    assertThat(result.unlisted())
        .extracting(ObservedFile::path)
        .containsExactly("a.tmp", "b.tmp", "d.tmp");
  }

  @Test
  void aRowThatListsNoDateIsNotFoundBySizeAlone() {
    Article article = Given.article(Given.row("Alpha.msi", 100, ""));
    Inventory folder = Given.folder(Given.file("Alpha (1).msi", 100, "2011-03-10T10:04:30Z"));

    AuditResult result = Given.audit(article, folder);

    assertThatAudit(result).fails("Alpha.msi", Check.PRESENCE, Cause.MISSING).andNothingElse();
  }

  @Test
  void twoRenamedFilesOnTheEdgeOfNeighbouringMinutesAreBothFound() {
    Article article =
        Given.article(
            Given.row("Late.msi", 100, "2011-03-10T10:05Z"),
            Given.row("Early.msi", 100, "2011-03-10T10:04Z"));
    Inventory folder =
        Given.folder(
            Given.file("one.tmp", 100, "2011-03-10T10:04:59Z"),
            Given.file("two.tmp", 100, "2011-03-10T10:05:30Z"));

    AuditResult result = Given.audit(article, folder);

    assertThatAudit(result)
        .fails("Late.msi", Check.NAME, Cause.RENAMED)
        .fails("Early.msi", Check.NAME, Cause.RENAMED)
        .andNothingElse();
  }
}
