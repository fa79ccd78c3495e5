package io.kbaudit.audit.match;

import static io.kbaudit.audit.AuditResultAssert.assertThatAudit;
import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.article.Article;
import io.kbaudit.audit.AuditResult;
import io.kbaudit.audit.Cause;
import io.kbaudit.audit.Check;
import io.kbaudit.audit.FileAudit;
import io.kbaudit.audit.Given;
import io.kbaudit.audit.Outcome;
import io.kbaudit.baseline.Baseline;
import io.kbaudit.inventory.Inventory;
import io.kbaudit.inventory.ObservedFile;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Missing rows whose size and date appear under a name that no row lists. */
class RenameFinderTest {
  private static final Article ARTICLE =
      Given.article(
          Given.row("Alpha.msi", 100, "2011-03-10T10:04Z"),
          Given.row("Beta.msi", 200, "2011-03-10T10:05Z"));
  private static final Article ALIKE =
      Given.article(
          Given.row("Alpha.msi", 100, "2011-03-10T10:04Z"),
          Given.row("Beta.msi", 100, "2011-03-10T10:04Z"));
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

  @Test
  void pinnedBytesAreFoundUnderAnotherNameAndDate() {
    Inventory folder =
        Given.folder(Given.hashed(Given.file("copy.tmp", 100, "2012-01-01T00:00:00Z"), 'a'), BETA);

    AuditResult result =
        Given.audit(
            ARTICLE,
            folder,
            new Baseline("ours.json", List.of(Given.pinned(ARTICLE, 1, 'a', 100)), true));

    assertThatAudit(result)
        .fails("Alpha.msi", Check.NAME, Cause.RENAMED)
        .fails("Alpha.msi", Check.DATE, Cause.LATER)
        .andNothingElse();
    assertThat(named(result.files().get(0)))
        .isEqualTo("its contents, byte for byte, under the name 'copy.tmp'");
    assertThat(result.unlisted()).isEmpty();
  }

  @Test
  void aCopyOfAnotherRowsBytesStandsInForNothing() {
    Inventory folder =
        Given.folder(
            Given.hashed(Given.file("Beta.msi", 100, "2011-03-10T10:04:30Z"), 'b'),
            Given.hashed(Given.file("copy.tmp", 100, "2011-03-10T10:04:30Z"), 'b'));

    AuditResult result =
        Given.audit(
            ALIKE,
            folder,
            new Baseline(
                "ours.json",
                List.of(Given.pinned(ALIKE, 1, 'a', 100), Given.pinned(ALIKE, 2, 'b', 100))));

    assertThatAudit(result).fails("Alpha.msi", Check.PRESENCE, Cause.MISSING).andNothingElse();
    assertThat(result.unlisted()).extracting(ObservedFile::path).containsExactly("copy.tmp");
  }

  @Test
  void renamedFilesOfRowsThatListTheSameArePairedByTheNamesThatTheyState() {
    ObservedFile alpha =
        Given.file("2.tmp.msi", 100, "2011-03-10T10:04:30Z", Given.packageNamed("Alpha"));
    ObservedFile beta =
        Given.file("1.tmp.msi", 100, "2011-03-10T10:04:30Z", Given.packageNamed("Beta"));
    ObservedFile silent = Given.file("3.tmp.msi", 100, "2011-03-10T10:04:30Z");

    AuditResult both = Given.audit(ALIKE, Given.folder(beta, alpha));
    AuditResult one = Given.audit(ALIKE, Given.folder(beta, silent));

    for (AuditResult result : List.of(both, one)) {
      assertThatAudit(result)
          .fails("Alpha.msi", Check.NAME, Cause.RENAMED)
          .fails("Beta.msi", Check.NAME, Cause.RENAMED)
          .andNothingElse();
      assertThat(result.files().get(1).observed()).hasValue(beta);
      assertThat(named(result.files().get(1)))
          .isEqualTo("its size and date, under the name '1.tmp.msi'");
    }
    assertThat(both.files().get(0).observed()).hasValue(alpha);
    assertThat(one.files().get(0).observed()).hasValue(silent);
  }

  @Test
  void ofSeveralRenamedFilesTheOthersAreNamed() {
    Inventory folder =
        Given.folder(
            Given.file("a.tmp", 100, "2011-03-10T10:04:30Z"),
            Given.file("b.tmp", 100, "2011-03-10T10:04:30Z"),
            BETA);

    AuditResult result = Given.audit(ARTICLE, folder);

    assertThat(named(result.files().get(0)))
        .isEqualTo(
            "its size and date, under the name 'a.tmp', or just as well 'b.tmp': which is not"
                + " known");
  }

  @Test
  void fewerFilesThanMissingRowsThatListTheSameAreTold() {
    Article three =
        Given.article(
            Given.row("Alpha.msi", 100, "2011-03-10T10:04Z"),
            Given.row("Beta.msi", 100, "2011-03-10T10:04Z"),
            Given.row("Gamma.msi", 100, "2011-03-10T10:04Z"));
    ObservedFile first = Given.file("a.tmp", 100, "2011-03-10T10:04:30Z");
    ObservedFile second = Given.file("b.tmp", 100, "2011-03-10T10:04:30Z");

    assertThat(missing(Given.audit(ALIKE, Given.folder(first))))
        .isEqualTo(
            "no file of this name; 'a.tmp' has this size and date, but rows 1 and 2 are all missing"
                + " and list the same");
    assertThat(missing(Given.audit(three, Given.folder(first, second))))
        .contains(
            "; 'a.tmp' and 'b.tmp' have this size and date, but rows 1, 2 and 3 are all"
                + " missing");
  }

  private static String named(FileAudit file) {
    return ((Outcome.Failed) Given.worded(file, Check.NAME)).observed().text();
  }

  private static String missing(AuditResult result) {
    return ((Outcome.Failed) Given.worded(result.files().get(0), Check.PRESENCE)).observed().text();
  }
}
