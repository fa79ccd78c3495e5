package io.kbaudit.audit.match;

import static io.kbaudit.audit.Given.file;
import static io.kbaudit.audit.Given.folder;
import static io.kbaudit.audit.Given.row;
import static io.kbaudit.audit.Given.variant;
import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.article.Article;
import io.kbaudit.article.ExpectedFile;
import io.kbaudit.article.RowSelection;
import io.kbaudit.article.Variant;
import io.kbaudit.audit.AuditPolicy;
import io.kbaudit.audit.AuditRequest;
import io.kbaudit.audit.AuditResult;
import io.kbaudit.audit.AuditResultAssert;
import io.kbaudit.audit.Cause;
import io.kbaudit.audit.Check;
import io.kbaudit.audit.Executables;
import io.kbaudit.audit.FileAudit;
import io.kbaudit.audit.Given;
import io.kbaudit.audit.Outcome;
import io.kbaudit.audit.Remark;
import io.kbaudit.audit.UnlistedFiles;
import io.kbaudit.audit.Verdict;
import io.kbaudit.audit.check.Auditor;
import io.kbaudit.deployment.ProfileException;
import io.kbaudit.inventory.Inventory;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.pe.PeKind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Files of an article that lists one name for two processors, of which one was selected. */
class UnselectedFilesTest {
  private static final ExpectedFile INTEL = on("x86", row("a.dll", 100, "2002-04-23T08:55Z"));
  private static final ExpectedFile ALPHA = on("Alpha", row("a.dll", 200, "2002-04-23T08:26Z"));
  private static final Article ARTICLE = Given.article(INTEL, ALPHA);

  private static final ObservedFile INTEL_FILE = file("a.dll", 100, "2002-04-23T08:55:10Z");
  private static final ObservedFile ALPHA_FILE = onAlpha("a.dll", 200, "2002-04-23T08:26:10Z");

  @Test
  void theFileOfARowThatWasNotSelectedIsNotHeldToTheSelectedOne() {
    AuditResult result = audit(ARTICLE, AuditPolicy.asPrinted(), folder(ALPHA_FILE));

    assertThat(result.verdict()).isEqualTo(Verdict.NON_COMPLIANT);
    assertThat(result.files())
        .extracting(FileAudit::expected)
        .extracting(ExpectedFile::row)
        .containsExactly(1);
    assertThat(Given.worded(result.files().get(0), Check.PRESENCE))
        .isEqualTo(
            new Outcome.Failed(
                "a file named 'a.dll'",
                "the file of this name is that of row 2 (platform 'Alpha'); there is no other, and"
                    + " no unlisted one of this size and date",
                Cause.MISSING));
  }

  @Test
  void itIsUnlistedAndSaid() {
    AuditResult result = audit(ARTICLE, AuditPolicy.asPrinted(), folder(ALPHA_FILE));

    assertThat(result.unlisted()).containsExactly(ALPHA_FILE);
    assertThat(texts(result))
        .containsExactly(
            "One file was held to no row, being of the size and date of rows that were not"
                + " selected: 'a.dll' of row 2 (platform 'Alpha').");
  }

  @Test
  void aFileForAnotherPlatformThanTheUnselectedRowIsHeldToTheSelectedOne() {
    AuditResult result =
        audit(ARTICLE, AuditPolicy.asPrinted(), folder(file("a.dll", 200, "2002-04-23T08:26:10Z")));

    AuditResultAssert.assertThatAudit(result)
        .fails("a.dll", Check.SIZE, Cause.LARGER)
        .fails("a.dll", Check.DATE, Cause.OLDER)
        .andNothingElse();
    assertThat(texts(result)).isEmpty();
  }

  @Test
  void aFileThatAgreesWithBothRowsIsThatOfTheSelectedOne() {
    Article article =
        Given.article(
            on("x86", row("a.txt", 100, "2002-04-23T08:55Z")),
            on("Alpha", row("a.txt", 100, "2002-04-23T08:55Z")));

    AuditResult result =
        audit(article, AuditPolicy.asPrinted(), folder(file("a.txt", 100, "2002-04-23T08:55:10Z")));

    assertThat(result.files().get(0).observed()).isPresent();
    assertThat(texts(result)).isEmpty();
  }

  @Test
  void itIsSaidWhereUnlistedFilesAreIgnored() {
    AuditPolicy ignoring = AuditPolicy.asPrinted().withUnlistedFiles(UnlistedFiles.IGNORE);

    assertThat(texts(audit(ARTICLE, ignoring, folder(ALPHA_FILE)))).hasSize(1);
  }

  @Test
  void itIsNoLaterVersionOfTheSelectedFile() {
    ExpectedFile later = on("Alpha", row("a.dll", 100, "2002-04-23T09:30Z"));

    AuditResult result =
        audit(
            Given.article(INTEL, later),
            AuditPolicy.orLater(),
            folder(onAlpha("a.dll", 100, "2002-04-23T09:30:00Z")));

    AuditResultAssert.assertThatAudit(result)
        .fails("a.dll", Check.PRESENCE, Cause.MISSING)
        .andNothingElse();
  }

  @Test
  void beneathTheSelectedFileItTakesNoRow() {
    AuditResult result =
        audit(
            ARTICLE,
            AuditPolicy.asPrinted(),
            folder(INTEL_FILE, onAlpha("alpha/a.dll", 200, "2002-04-23T08:26:10Z")));

    assertThat(result.verdict()).isEqualTo(Verdict.COMPLIANT);
    assertThat(result.unlisted()).extracting(ObservedFile::path).containsExactly("alpha/a.dll");
  }

  @Test
  void aFileThatIsNotExactlyOfTheOtherRowIsHeldToTheSelectedOne() {
    AuditResult result =
        audit(ARTICLE, AuditPolicy.asPrinted(), folder(file("a.dll", 200, "2002-04-23T08:55:00Z")));

    AuditResultAssert.assertThatAudit(result)
        .fails("a.dll", Check.SIZE, Cause.LARGER)
        .andNothingElse();
    assertThat(texts(result)).isEmpty();
  }

  @Test
  void aFileThatAgreesWithBothRowsIsTheSelectedOnes() {
    Article article = Given.article(INTEL, on("Alpha", row("a.dll", 100, "2002-04-23T08:55Z")));

    AuditResult result = audit(article, AuditPolicy.asPrinted(), folder(INTEL_FILE));

    AuditResultAssert.assertThatAudit(result).passes();
  }

  @Test
  void whereAllRowsAreMeantNoneIsAnother() {
    AuditResult result = Given.audit(ARTICLE, folder(ALPHA_FILE));

    assertThat(texts(result)).isEmpty();
    assertThat(result.unlisted()).isEmpty();
  }

  @Test
  void ofSeveralSelectedRowsNoneTakesIt() {
    Article article =
        Given.article(INTEL, ALPHA, on("x86", row("a.dll", 300, "2002-04-23T09:55Z")));

    AuditResult result = audit(article, AuditPolicy.asPrinted(), folder(ALPHA_FILE));

    AuditResultAssert.assertThatAudit(result)
        .fails("a.dll", Check.PRESENCE, Cause.MISSING)
        .fails("a.dll", Check.PRESENCE, Cause.MISSING)
        .andNothingElse();
    assertThat(Given.worded(result.files().get(0), Check.PRESENCE))
        .isEqualTo(
            new Outcome.Failed(
                "a file named 'a.dll'",
                "the file of this name is that of row 2 (platform 'Alpha'); there is no other, and"
                    + " no unlisted one of this size and date",
                Cause.MISSING));
  }

  private static ObservedFile onAlpha(String path, long size, String modified) {
    return ((ObservedFile.Readable) file(path, size, modified))
        .withExecutable(Executables.saying(PeKind.LIBRARY, 0x0184, List.of()));
  }

  private static ExpectedFile on(String platform, ExpectedFile row) {
    return variant(row, Variant.of("").onPlatform(platform));
  }

  private static List<String> texts(AuditResult result) {
    return result.remarks().stream()
        .filter(remark -> remark.id().equals("OTHER_ROWS"))
        .map(Remark::text)
        .toList();
  }

  private static AuditResult audit(Article article, AuditPolicy policy, Inventory inventory) {
    RowSelection x86 = new RowSelection(Optional.empty(), Optional.of("x86"), Optional.empty());
    try {
      return Auditor.audit(AuditRequest.of(article, policy).withSelection(x86), inventory);
    } catch (ProfileException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aFileOfAnotherNameIsNotTheOtherRows() {
    ObservedFile other = onAlpha("b.dll", 200, "2002-04-23T08:26:10Z");

    AuditResult result = audit(ARTICLE, AuditPolicy.asPrinted(), folder(INTEL_FILE, other));

    assertThat(texts(result)).isEmpty();
    assertThat(result.unlisted()).containsExactly(other);
  }
}
