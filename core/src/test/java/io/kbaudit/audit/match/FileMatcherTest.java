package io.kbaudit.audit.match;

import static io.kbaudit.audit.AuditResultAssert.assertThatAudit;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.article.Article;
import io.kbaudit.audit.AuditResult;
import io.kbaudit.audit.Cause;
import io.kbaudit.audit.Check;
import io.kbaudit.audit.Given;
import io.kbaudit.audit.Outcome;
import io.kbaudit.inventory.Inventory;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which files are tried for which rows, by the names that the article prints. */
class FileMatcherTest {
  private static final String TIME = "2011-03-10T10:04Z";

  private static final String ON_TIME = "2011-03-10T10:04:30Z";

  /** Unpacked, where the file itself was meant. */
  @Test
  void aFolderThatHasTheNameOfAMissingFileIsNamed() {
    Inventory folder =
        new Inventory(
            "rollup", false, List.of(), List.of(), List.of("ALPHA.msi", "Beta"), List.of());

    AuditResult result =
        Given.audit(
            Given.article(Given.row("Alpha.msi", 1, TIME), Given.row("Beta.msi", 2, TIME)), folder);

    assertThat(missing(result, 0)).startsWith("a folder of this name; no file of this name");
    assertThat(missing(result, 1)).startsWith("no file of this name");
  }

  /** What fits the longer beginning fits the shorter one as well. */
  @Test
  void theLongestBeginningOfANameChoosesFirst() {
    Article article =
        Given.article(
            Given.cutRow("Exchange", 100, TIME), Given.cutRow("Exchange2007oab", 100, TIME));
    Inventory folder =
        Given.folder(
            Given.file("Exchange2007OABWS.msi", 100, ON_TIME),
            Given.file("ExchangeTools.msi", 100, ON_TIME));

    AuditResult result = Given.audit(article, folder);

    assertThatAudit(result).passes();
    assertThat(result.files().get(0).observed()).hasValue(folder.files().get(1));
    assertThat(result.files().get(1).observed()).hasValue(folder.files().get(0));
  }

  /** A cut name has lost the extension that all others have. */
  @Test
  void aCutNameIsOfTheExtensionsThatTheArticleLists() {
    Article article =
        Given.article(Given.row("Alpha.msi", 1, TIME), Given.cutRow("Exchange2007oab", 100, TIME));
    Inventory folder =
        Given.folder(
            Given.file("Alpha.msi", 1, ON_TIME),
            Given.file("Exchange2007OABNS.txt", 100, ON_TIME),
            Given.file("Exchange2007OABWS.msi", 100, ON_TIME));

    AuditResult result = Given.audit(article, folder);

    assertThatAudit(result).passes();
    assertThat(result.files().get(1).observed()).hasValue(folder.files().get(2));
  }

  @Test
  void whereNoNameIsWholeACutNameIsOfAnyExtension() {
    Inventory folder = Given.folder(Given.file("Exchange2007OABNS.txt", 100, ON_TIME));

    assertThatAudit(Given.audit(Given.article(Given.cutRow("Exchange2007oab", 100, TIME)), folder))
        .passes();
  }

  @Test
  void rowsThatListTheSameOfOneNameShareTheirFile() {
    Article article =
        Given.article(Given.row("Alpha.msi", 1, TIME), Given.row("Alpha.msi", 1, TIME));

    AuditResult result = Given.audit(article, Given.folder(Given.file("Alpha.msi", 1, ON_TIME)));

    assertThatAudit(result).passes();
    assertThat(result.files()).extracting(file -> file.observed().isPresent()).containsOnly(true);
    assertThatAudit(Given.audit(article, Given.folder()))
        .fails("Alpha.msi", Check.PRESENCE, Cause.MISSING)
        .fails("Alpha.msi", Check.PRESENCE, Cause.MISSING)
        .andNothingElse();
  }

  private static String missing(AuditResult result, int row) {
    Outcome outcome = requireNonNull(result.files().get(row).outcomes().get(Check.PRESENCE));
    return ((Outcome.Failed) outcome).observed().text();
  }
}
