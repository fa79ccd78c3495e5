package io.kbaudit.audit.match;

import static io.kbaudit.audit.Given.articleAsNumbered;
import static io.kbaudit.audit.Given.audit;
import static io.kbaudit.audit.Given.file;
import static io.kbaudit.audit.Given.folder;
import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.article.Article;
import io.kbaudit.article.ExpectedFile;
import io.kbaudit.article.ListedName;
import io.kbaudit.article.ListedSize;
import io.kbaudit.article.PrintedRow;
import io.kbaudit.audit.AuditResult;
import io.kbaudit.audit.Cause;
import io.kbaudit.audit.Check;
import io.kbaudit.audit.FileAudit;
import io.kbaudit.audit.Given;
import io.kbaudit.audit.Outcome;
import io.kbaudit.audit.Remark;
import io.kbaudit.audit.Verdict;
import io.kbaudit.file.FileName;
import io.kbaudit.inventory.ObservedFile;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Two rows of which one must hold: the same file of the branches GDR and QFE. */
class BranchChoiceTest {
  private static final ExpectedFile GDR = row(1, 471_552, "2011-03-11T14:10Z");
  private static final ExpectedFile QFE = row(2, 471_040, "2011-03-11T14:09Z").insteadOf(1);
  private static final Article ARTICLE = articleAsNumbered(GDR, QFE);

  private static final ObservedFile GDR_FILE =
      file("aclayers.dll", 471_552, "2011-03-11T14:10:00Z");
  private static final ObservedFile QFE_FILE =
      file("aclayers.dll", 471_040, "2011-03-11T14:09:00Z");

  @Test
  void theFileOfTheFirstBranchComplies() {
    AuditResult result = audit(ARTICLE, folder(GDR_FILE));

    assertThat(result.verdict()).isEqualTo(Verdict.COMPLIANT);
    assertThat(result.files()).extracting(FileAudit::expected).containsExactly(GDR);
  }

  @Test
  void theFileOfTheOtherBranchCompliesAsWell() {
    AuditResult result = audit(ARTICLE, folder(QFE_FILE));

    assertThat(result.verdict()).isEqualTo(Verdict.COMPLIANT);
    assertThat(result.files()).extracting(FileAudit::expected).containsExactly(QFE);
  }

  @Test
  void aFileOfNeitherBranchFailsOnceByTheRowThatItDiffersLeastFrom() {
    AuditResult result =
        audit(ARTICLE, folder(file("aclayers.dll", 471_040, "2012-01-01T00:00:00Z")));

    assertThat(result.verdict()).isEqualTo(Verdict.NON_COMPLIANT);
    assertThat(result.files()).extracting(FileAudit::expected).containsExactly(QFE);
    assertThat(result.files().get(0).outcomes().get(Check.DATE)).isInstanceOf(Outcome.Failed.class);
  }

  @Test
  void withoutAFileOneIsMissingAndEitherWouldDo() {
    AuditResult result = audit(ARTICLE, folder());

    assertThat(result.files()).hasSize(1);
    assertThat(Given.worded(result.files().get(0), Check.PRESENCE))
        .isEqualTo(
            new Outcome.Failed(
                "a file named 'aclayers.dll'",
                "no file of this name, and no unlisted one of this size and date; one as in row 2"
                    + " would do as well",
                Cause.MISSING));
  }

  @Test
  void aFileOfEachBranchInFoldersOfItsOwnIsHeldToItsOwnRow() {
    AuditResult result =
        audit(
            ARTICLE,
            folder(
                file("gdr/aclayers.dll", 471_552, "2011-03-11T14:10:00Z"),
                file("qfe/aclayers.dll", 471_040, "2011-03-11T14:09:00Z")));

    assertThat(result.verdict()).isEqualTo(Verdict.COMPLIANT);
    assertThat(result.files()).hasSize(2);
  }

  @Test
  void aRenamedFileOfTheOtherBranchIsFoundUnderItsName() {
    AuditResult result =
        audit(ARTICLE, folder(file("aclayers.old", 471_040, "2011-03-11T14:09:00Z")));

    assertThat(result.files()).extracting(FileAudit::expected).containsExactly(QFE);
    assertThat(result.files().get(0).outcomes().get(Check.NAME)).isInstanceOf(Outcome.Failed.class);
  }

  @Test
  void rowsInWhosePlaceAnotherStandsAreNamed() {
    assertThat(audit(ARTICLE, folder(GDR_FILE)).remarks())
        .filteredOn(remark -> remark.id().equals("ALTERNATIVE_ROWS"))
        .extracting(Remark::text)
        .containsExactly(
            "No file was held to row 2: for each, the article lists the same file of another"
                + " service branch, which agrees with what is here as well or better; one of them"
                + " must.");
  }

  @Test
  void rowsThatStandForThemselvesAreAllHeldTo() {
    Article article = articleAsNumbered(GDR, row(2, 471_040, "2011-03-11T14:09Z"));

    AuditResult result = audit(article, folder(GDR_FILE));

    assertThat(result.files()).hasSize(2);
    assertThat(result.verdict()).isEqualTo(Verdict.NON_COMPLIANT);
  }

  private static ExpectedFile row(int number, long size, String time) {
    return ExpectedFile.of(
            number,
            number,
            ListedName.whole(FileName.of("aclayers.dll")),
            new PrintedRow("aclayers.dll", "", "", "", "", ""))
        .size(Optional.of(ListedSize.ofBytes(size)))
        .modified(Given.time(time))
        .build();
  }
}
