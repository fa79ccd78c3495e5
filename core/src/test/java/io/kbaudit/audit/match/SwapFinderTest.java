package io.kbaudit.audit.match;

import static io.kbaudit.audit.AuditResultAssert.assertThatAudit;
import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.article.Article;
import io.kbaudit.article.ListedName;
import io.kbaudit.article.ListedSize;
import io.kbaudit.audit.AuditPolicy;
import io.kbaudit.audit.AuditResult;
import io.kbaudit.audit.Cause;
import io.kbaudit.audit.Check;
import io.kbaudit.audit.Given;
import io.kbaudit.audit.Remark;
import io.kbaudit.baseline.Baseline;
import io.kbaudit.file.FileName;
import io.kbaudit.inventory.Inventory;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Listed files that carry each other's size and date. */
class SwapFinderTest {
  private static final Article ARTICLE =
      Given.article(
          Given.row("Alpha.msi", 100, "2011-03-10T10:04Z"),
          Given.row("Beta.msi", 200, "2011-03-10T10:05Z"),
          Given.row("Gamma.msi", 300, "2011-03-10T10:06Z"));

  private static final Inventory ALPHA_AND_BETA_SWAPPED =
      Given.folder(
          Given.file("Alpha.msi", 200, "2011-03-10T10:05:30Z"),
          Given.file("Beta.msi", 100, "2011-03-10T10:04:30Z"),
          Given.file("Gamma.msi", 300, "2011-03-10T10:06:30Z"));

  @Test
  void twoFilesWithEachOthersContentsAreSwapped() {
    AuditResult result = Given.audit(ARTICLE, ALPHA_AND_BETA_SWAPPED);

    assertThatAudit(result)
        .fails("Alpha.msi", Check.NAME, Cause.SWAPPED)
        .fails("Beta.msi", Check.NAME, Cause.SWAPPED)
        .andNothingElse();
    assertThat(result.files().get(0).observed()).hasValue(ALPHA_AND_BETA_SWAPPED.files().get(1));
    assertThat(result.unlisted()).isEmpty();
  }

  @Test
  void twoCutNamesThatTheArticleCompletesAreToldApartWhenSwapped() {
    Article article =
        Given.article(
            Given.row(
                ListedName.cut(FileName.of("Exchange2007oab"))
                    .completedBy(FileName.of("Exchange2007OABNS.msi")),
                Optional.of(ListedSize.ofBytes(251_392)),
                Given.time("2011-03-10T09:52Z")),
            Given.row(
                ListedName.cut(FileName.of("Exchange2007oab"))
                    .completedBy(FileName.of("Exchange2007OABWS.msi")),
                Optional.of(ListedSize.ofBytes(447_488)),
                Given.time("2011-03-10T10:05Z")));
    Inventory folder =
        Given.folder(
            Given.file("Exchange2007OABNS.msi", 447_488, "2011-03-10T10:05:30Z"),
            Given.file("Exchange2007OABWS.msi", 251_392, "2011-03-10T09:52:30Z"));

    AuditResult result = Given.audit(article, folder);

    assertThatAudit(result)
        .fails("Exchange2007OABNS.msi", Check.NAME, Cause.SWAPPED)
        .fails("Exchange2007OABWS.msi", Check.NAME, Cause.SWAPPED)
        .andNothingElse();
  }

  @Test
  void filesOfOneSizeAndDateAreToldApartByWhatIsPinned() {
    Article article =
        Given.article(
            Given.row("Alpha.msi", 100, "2011-03-10T10:04Z"),
            Given.row("Beta.msi", 100, "2011-03-10T10:04Z"));
    Baseline baseline =
        new Baseline(
            "ours",
            List.of(Given.pinned(article, 1, 'a', 100), Given.pinned(article, 2, 'b', 100)));
    Inventory swapped =
        Given.folder(
            Given.hashed(Given.file("Alpha.msi", 100, "2011-03-10T10:04:30Z"), 'b'),
            Given.hashed(Given.file("Beta.msi", 100, "2011-03-10T10:04:30Z"), 'a'));

    assertThatAudit(Given.audit(article, swapped, baseline))
        .fails("Alpha.msi", Check.NAME, Cause.SWAPPED)
        .fails("Beta.msi", Check.NAME, Cause.SWAPPED)
        .andNothingElse();
  }

  @Test
  void threeFilesInACircleAreSwapped() {
    Inventory folder =
        Given.folder(
            Given.file("Alpha.msi", 200, "2011-03-10T10:05:30Z"),
            Given.file("Beta.msi", 300, "2011-03-10T10:06:30Z"),
            Given.file("Gamma.msi", 100, "2011-03-10T10:04:30Z"));

    AuditResult result = Given.audit(ARTICLE, folder);

    assertThatAudit(result)
        .fails("Alpha.msi", Check.NAME, Cause.SWAPPED)
        .fails("Beta.msi", Check.NAME, Cause.SWAPPED)
        .fails("Gamma.msi", Check.NAME, Cause.SWAPPED)
        .andNothingElse();
  }

  @Test
  void aFileOverwrittenByAnotherIsNoSwap() {
    Inventory folder =
        Given.folder(
            Given.file("Alpha.msi", 200, "2011-03-10T10:05:30Z"),
            Given.file("Beta.msi", 200, "2011-03-10T10:05:30Z"),
            Given.file("Gamma.msi", 300, "2011-03-10T10:06:30Z"));

    AuditResult result = Given.audit(ARTICLE, folder);

    assertThatAudit(result)
        .fails("Alpha.msi", Check.SIZE, Cause.LARGER)
        .fails("Alpha.msi", Check.DATE, Cause.LATER)
        .andNothingElse();
  }

  @Test
  void filesWithSizesExchangedButNotDatesAreNoSwap() {
    Inventory folder =
        Given.folder(
            Given.file("Alpha.msi", 200, "2011-03-10T10:04:30Z"),
            Given.file("Beta.msi", 100, "2011-03-10T10:05:30Z"),
            Given.file("Gamma.msi", 300, "2011-03-10T10:06:30Z"));

    AuditResult result = Given.audit(ARTICLE, folder);

    assertThatAudit(result)
        .fails("Alpha.msi", Check.SIZE, Cause.LARGER)
        .fails("Beta.msi", Check.SIZE, Cause.SMALLER)
        .andNothingElse();
  }

  @Test
  void aSwapIsASwapWhereLaterFilesWillDo() {
    AuditResult result = Given.audit(ARTICLE, ALPHA_AND_BETA_SWAPPED, AuditPolicy.orLater());

    assertThatAudit(result)
        .fails("Alpha.msi", Check.NAME, Cause.SWAPPED)
        .fails("Beta.msi", Check.NAME, Cause.SWAPPED)
        .andNothingElse();
  }

  @Test
  void filesOfEqualSizeAndDateCannotBeToldApartWhichIsSaid() {
    Article article =
        Given.article(
            Given.row("Alpha.msi", 100, "2011-03-10T10:04Z"),
            Given.row("Beta.msi", 100, "2011-03-10T10:04Z"));
    Inventory folder =
        Given.folder(
            Given.file("Alpha.msi", 100, "2011-03-10T10:04:30Z"),
            Given.file("Beta.msi", 100, "2011-03-10T10:04:30Z"));

    AuditResult result = Given.audit(article, folder);

    assertThatAudit(result).passes();
    assertThat(result.remarks())
        .containsExactly(
            new Remark(
                "METADATA_ONLY",
                "Metadata alone speaks for these files: what the files say of themselves names no"
                    + " row. 'Alpha.msi' and 'Beta.msi' (rows 1 and 2) are listed with the same size"
                    + " and date, and could be swapped unseen."));
  }

  @Test
  void aFileThatIsListedTwiceCannotBeSwappedWithItself() {
    Article article =
        Given.article(
            Given.row("Alpha.msi", 100, "2011-03-10T10:04Z"),
            Given.row("Alpha.msi", 100, "2011-03-10T10:04Z"));
    Inventory folder = Given.folder(Given.file("Alpha.msi", 100, "2011-03-10T10:04:30Z"));

    assertThat(Given.audit(article, folder).remarks())
        .extracting(Remark::text)
        .containsExactly(
            "Metadata alone speaks for these files: what the files say of themselves names no"
                + " row.");
  }

  @Test
  void ofFilesThatCouldBeSwappedEachNameIsSaidOnce() {
    Article article =
        Given.article(
            Given.row("Alpha.msi", 100, "2011-03-10T10:04Z"),
            Given.row("Alpha.msi", 100, "2011-03-10T10:04Z"),
            Given.row("Beta.msi", 100, "2011-03-10T10:04Z"));
    Inventory folder =
        Given.folder(
            Given.file("Alpha.msi", 100, "2011-03-10T10:04:30Z"),
            Given.file("Beta.msi", 100, "2011-03-10T10:04:30Z"));

    assertThat(Given.audit(article, folder).remarks())
        .extracting(Remark::text)
        .singleElement()
        .asString()
        .contains(" 'Alpha.msi' and 'Beta.msi' (rows 1, 2 and 3) are listed with the same size");
  }
}
