package io.kbaudit.report.html;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kbaudit.article.Article;
import io.kbaudit.article.ArticleRemark;
import io.kbaudit.article.ExpectedFile;
import io.kbaudit.audit.AuditPolicy;
import io.kbaudit.audit.Cause;
import io.kbaudit.audit.Check;
import io.kbaudit.audit.Given;
import io.kbaudit.audit.UnlistedFiles;
import io.kbaudit.audit.Verdict;
import io.kbaudit.inventory.Inventory;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.record.AuditRecord;
import io.kbaudit.record.Obstacle;
import io.kbaudit.report.Audits;
import io.kbaudit.report.Case;
import io.kbaudit.report.ChoiceNames;
import io.kbaudit.report.finding.AuditSummary;
import io.kbaudit.report.json.JsonAuditReport;
import io.kbaudit.report.json.SavedAudit;
import io.kbaudit.report.text.TextAuditReport;
import io.kbaudit.text.Printable;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.CharBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The page as it is written; {@link HtmlPageInChromiumTest} tries what a browser makes of it. */
class HtmlAuditReportTest {
  private static final String TIME = "2011-03-10T10:04Z";

  @ParameterizedTest
  @EnumSource(Case.class)
  void itIsWellFormed(Case given) throws IOException {
    Parser parser = Parser.htmlParser().setTrackErrors(10);

    Jsoup.parse(page(given.audit()), "", parser);

    assertThat(parser.getErrors()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Case.class)
  void aSavedAuditGivesTheSamePage(Case given, @TempDir Path folder) throws IOException {
    AuditRecord audit = given.audit();
    String json = Audits.written(new JsonAuditReport(), audit);
    Path file = Files.writeString(folder.resolve("audit.json"), json);

    try (SavedAudit saved = SavedAudit.open(file)) {
      assertThat(page(saved.audit())).isEqualTo(page(audit));
    }
  }

  @ParameterizedTest
  @EnumSource(Case.class)
  void itBeginsWithTheVerdict(Case given) throws IOException {
    AuditRecord audit = given.audit();

    Document page = parsed(audit);

    assertThat(page.expectFirst("header .verdict strong").text())
        .isEqualTo(AuditSummary.word(audit.verdict()));
    assertThat(page.expectFirst("header").hasClass("passed"))
        .isEqualTo(audit.verdict() == Verdict.COMPLIANT);
    assertThat(page.expectFirst("header .summary").text())
        .isEqualTo(Printable.line(TextAuditReport.summary(audit)));
  }

  @ParameterizedTest
  @EnumSource(Case.class)
  void everyFileHasItsRowAndEveryOneThatDidNotPassItsCard(Case given) throws IOException {
    AuditRecord audit = given.audit();

    Document page = parsed(audit);

    assertThat(page.select("table.all > tbody > tr")).hasSize(audit.tally().expected());
    assertThat(page.select(".card.failed")).hasSize(audit.tally().failed());
    assertThat(page.select(".card.undecided")).hasSize(undecidedWhereSomethingWasSeen(audit));
    assertThat(page.select(".card.waived")).hasSize(audit.tally().waived());
    assertThat(page.select("table.all th > a").eachAttr("href"))
        .containsExactlyInAnyOrderElementsOf(
            page.select(".card").eachAttr("id").stream().map(id -> "#" + id).toList());
  }

  /** Of a place that nobody could look at it is said once, and not of each file. */
  private static int undecidedWhereSomethingWasSeen(AuditRecord audit) {
    return audit.places().stream()
        .filter(place -> !place.isUnreachable())
        .mapToInt(place -> place.tally().undecided())
        .sum();
  }

  @Test
  void aCardSaysWhatWasExpectedAndFoundAndWhatToDo() throws IOException {
    Element card = parsed(Case.FAIL.audit()).expectFirst(".card:has(h4:contains(Older.msi))");

    assertThat(card.select("h5").text()).isEqualTo("DATE OLDER");
    assertThat(card.select(".values dd").eachText())
        .containsExactly("2011-03-10 10:04 UTC", "2010-01-01 00:00:00 UTC, 433 d 10 h older");
    assertThat(card.select(".advice dd").eachText())
        .containsExactly(Cause.OLDER.meaning(), Cause.OLDER.remedy());
    assertThat(card.select("details p").text()).contains("SIZE passed: 500 bytes");
  }

  @Test
  void ofSeveralPlacesItListsAllAndThoseThatWereNotAudited() throws IOException {
    Document page = parsed(Case.SEVERAL.audit());

    assertThat(page.select("table.places tbody tr").eachText())
        .containsExactly(
            "dns dns01 COMPLIANT 1 1 0 0 0",
            "sharepoint collab01 NON-COMPLIANT 1 0 1 0 0",
            "sharepoint collab02 INDETERMINATE 1 0 0 1 0");
    assertThat(page.select("section:has(table.places) dt").eachText())
        .containsExactly("package", "msi-share", "resource-manager", "oab-utility", "installed");
  }

  @Test
  void whyItIsNotCompliantNamesTheFirstTenFilesWithTheirCausesAndLinksToTheirCards()
      throws IOException {
    Document page = parsed(Case.FAIL.audit());

    assertThat(page.select("header .reasons .named li").eachText())
        .hasSize(10)
        .startsWith("Missing.msi PRESENCE MISSING", "Renamed.msi NAME RENAMED");
    assertThat(page.select("header .reasons > p").eachText()).containsExactly("and 2 more");
    for (String link : page.select("header .reasons .named a").eachAttr("href")) {
      assertThat(page.select(".card" + link)).hasSize(1);
    }
  }

  @Test
  void whatMostFilesShareIsToldOnceWithWhatToDo() throws IOException {
    Document page = parsed(PageCase.ALIKE.audit());

    assertThat(page.select("header .reasons .parts > li > a").eachText())
        .containsExactly("22 files, all of them");
    assertThat(page.expectFirst("header .reasons .parts p").text())
        .isEqualTo("DATE WHOLE_ZONE_OFFSET Package0.msi, Package1.msi, Package2.msi and 19 more");
    assertThat(page.select("header .reasons .parts p").text()).contains("8 h later", "+08:00");
    assertThat(page.select(".card")).hasSize(1);
    assertThat(page.select(".card .sharing li")).hasSize(22);
    assertThat(page.select("table.all th > a").eachAttr("href"))
        .containsExactlyElementsOf(
            page.select(".card .sharing li").eachAttr("id").stream().map(id -> "#" + id).toList());
  }

  @Test
  void whyItIsNotCompliantNamesPlacesThatDidNotAnswer() throws IOException {
    Document page = parsed(Case.UNREACHED.audit());

    assertThat(page.select("header .reasons").text())
        .contains(
            "UNREACHABLE: not reached: permission denied",
            "UNREACHABLE: not reached: The network path was not found",
            "WindowsSharePointServicesWebService.msi PRESENCE MISSING");
  }

  @Test
  void ofAnAuditThatIsCompliantNobodyAsksWhy() throws IOException {
    assertThat(parsed(Case.PASS.audit()).select(".reasons")).isEmpty();
    assertThat(parsed(Case.NARROWED.audit()).select(".reasons")).isEmpty();
  }

  @Test
  void aGridShowsHowEachFileCameOutAtEachPlace() throws IOException {
    Document page = parsed(PageCase.FIVE_SERVERS.audit());

    assertThat(page.select("table.grid thead th").eachText())
        .containsExactly(
            "File",
            "dns01",
            "mps01/MSIShare",
            "collab2.hosting.example",
            "collab3.hosting.example",
            "collab4.hosting.example");
    assertThat(page.select("table.grid tbody tr:contains(DNSClient) td").eachText())
        .containsExactly("passed", "undecided", "not expected", "not expected", "not expected");
    assertThat(page.select("table.grid tbody tr:contains(WindowsSharePoint) td").eachText())
        .containsExactly("not expected", "undecided", "failed", "passed", "failed");
    assertThat(page.select("table.grid tbody a").eachAttr("href"))
        .containsExactly("#p3-f1", "#p5-f1");
    assertThat(parsed(Case.FAIL.audit()).select("table.grid")).isEmpty();
  }

  @Test
  void whatFailedStandsBeforeWhatPassed() throws IOException {
    assertThat(parsed(Case.SEVERAL.audit()).select("section.place > .badge").eachText())
        .containsExactly("NON-COMPLIANT", "INDETERMINATE", "COMPLIANT");
  }

  @Test
  void itSaysWhatIsNewFixedOrStillThereSinceAnEarlierAudit() throws Exception {
    AuditRecord before = auditOf("a.msi");
    AuditRecord after =
        AuditRecord.of(
            Given.audit(
                Given.article(Given.row("a.msi", 1, TIME)),
                Given.folder(Given.file("a.msi", 1, "2011-03-10T10:04:00Z"))));

    Document page = sinceParsed(before, after);

    assertThat(page.expectFirst("header .verdict strong").text()).isEqualTo("COMPLIANT");
    assertThat(page.expectFirst("header .since").text())
        .startsWith("Since the earlier audit: NO NEW FAILURE: 0 new, 1 fixed, 0 still there");
    assertThat(page.select("main h2").eachText())
        .contains("Since the earlier audit", "Fixed 1", "Files that are not as they were 1");
    assertThat(page.head().child(1).attr("content"))
        .contains(digest(page.expectFirst("style").data()));
  }

  @Test
  void whoMadeItAndWhatIsWaivedAreSaidBeforeAnyFile() throws IOException {
    assertThat(parsed(Case.PROVEN.audit()).select("header .facts").text())
        .contains("Made 2026-11-30T01:00:00Z on MPS01", "by J. Doe", "Note");
    assertThat(parsed(Case.WAIVED.audit()).select("header .narrowing li").eachText())
        .contains(
            "Missing.msi PRESENCE, until 2027-03-31 by J. Doe (CHG-1): the vendor rebuilt it",
            "UNMATCHED: Alpha.msi DATE: nothing was found that it covers");
  }

  @Test
  void thatTheEarlierAuditAskedSomethingElseIsSaidFirst() throws IOException {
    Document page = sinceParsed(auditOf("other.msi"), auditOf("a.msi"));

    assertThat(page.expectFirst("header .since").text())
        .startsWith("Since the earlier audit: NOT COMPARABLE: ");
    assertThat(page.select("main h2").eachText())
        .containsSequence("Since the earlier audit", "Why they are not comparable");
  }

  private static Document sinceParsed(AuditRecord before, AuditRecord after) throws IOException {
    return Jsoup.parse(
        Audits.written(new HtmlAuditReport(ChoiceNames.NONE, Optional.of(before)), after));
  }

  @Test
  void forbiddenUnlistedFilesAreTheReasonWhereNoFileFailed() throws IOException {
    AuditRecord audit =
        AuditRecord.of(
            Given.audit(
                Given.article(Given.row("a.msi", 1, TIME)),
                Given.folder(
                    Given.file("a.msi", 1, "2011-03-10T10:04:00Z"),
                    Given.file("b.tmp", 1, "2011-03-10T10:04:00Z")),
                AuditPolicy.asPrinted().withUnlistedFiles(UnlistedFiles.FAIL)));

    assertThat(parsed(audit).select(".reasons.failed li").eachText())
        .containsExactly(
            "UNLISTED: 1 file unlisted and forbidden. "
                + Obstacle.UNLISTED.meaning()
                + " "
                + Obstacle.UNLISTED.remedy());
  }

  @Test
  void whatWasNotSeenIsTheReasonWhereNoFileStayedUndecided() throws IOException {
    Article plain = Given.article(Given.row("a.msi", 1, TIME));
    Article unread =
        new Article(
            plain.id(),
            plain.title(),
            plain.source(),
            plain.statements(),
            plain.rows(),
            List.of(new ArticleRemark(ArticleRemark.Kind.ROW_UNREAD, 12, "Not read.")));
    AuditRecord audit =
        AuditRecord.of(
            Given.audit(
                unread,
                new Inventory(
                    "rollup",
                    true,
                    List.of(Given.file("a.msi", 1, "2011-03-10T10:04:00Z")),
                    List.of(new Inventory.Gap("locked", "permission denied")),
                    List.of(),
                    List.of())));

    assertThat(parsed(audit).select(".reasons.undecided li").eachText())
        .containsExactly(
            "FOLDER_NOT_LISTED: 1 folder not listed. The folder 'locked' could not be listed"
                + " (permission denied); what is in it was not audited. "
                + Obstacle.FOLDER_NOT_LISTED.meaning()
                + " "
                + Obstacle.FOLDER_NOT_LISTED.remedy(),
            "ROW_UNREAD: 1 line of the article unread. The article's line 12: Not read. "
                + Obstacle.ROW_UNREAD.meaning()
                + " "
                + Obstacle.ROW_UNREAD.remedy());
  }

  @Test
  void aFileOfWhichNothingCouldBeCheckedSaysWhy() throws IOException {
    AuditRecord audit =
        AuditRecord.of(
            Given.audit(
                Given.article(Given.row("a.msi", 1, TIME)),
                Given.folder(Given.file("a.msi", 1, "2011-03-10T10:04:00Z")),
                AuditPolicy.asPrinted().withChecks(EnumSet.of(Check.HASH))));

    assertThat(parsed(audit).select(".card.undecided .values dd").text())
        .isEqualTo(
            "no check that was asked for could be done:"
                + " neither the article nor a baseline has a digest of it");
  }

  @Test
  void whatItIsMadeOfCannotBecomePartOfThePage() throws IOException {
    String name = "</script><script>alert(1)</script><img src=x onerror='alert(1)'>\"&amp;.msi";

    Document page = parsed(auditOf(name));

    assertThat(page.select("script")).hasSize(1);
    assertThat(page.select("img")).isEmpty();
    assertThat(page.select(".card h4").text()).endsWith(name);
    assertThat(page.title()).isEqualTo("NON-COMPLIANT: audit of KB1234567");
  }

  @Test
  void whatItIsMadeOfShowsAsWhatItIs() throws IOException {
    String page = page(Case.HOSTILE.audit());

    assertThat(page.codePoints().filter(c -> c != '\n')).allMatch(Printable::isPrintable);
    assertThat(page).contains("setup&lt;U+202E&gt;ism.exe");
    assertThat(UTF_8.newEncoder().encode(CharBuffer.wrap(page)).remaining()).isPositive();
  }

  @Test
  void aNameWithoutEndIsCutAndSaysSo() throws IOException {
    String page = page(auditOf("n".repeat(1_000_000)));

    assertThat(page).contains("nnn... (1,000,000 characters)");
    assertThat(page.length()).isLessThan(200_000);
  }

  @Test
  void aBrowserRunsItsOwnStyleAndScriptAndNothingElse() throws Exception {
    Document page = parsed(Case.FAIL.audit());

    assertThat(page.head().child(0).attr("charset")).isEqualTo("utf-8");
    assertThat(page.head().child(1).attr("http-equiv")).isEqualTo("Content-Security-Policy");
    assertThat(page.head().child(1).attr("content"))
        .isEqualTo(
            "default-src 'none'; style-src 'sha256-%s'; script-src 'sha256-%s'; base-uri 'none';"
                + " form-action 'none'",
            digest(page.expectFirst("style").data()), digest(page.expectFirst("script").data()));
    assertThat(page.getAllElements())
        .flatExtracting(element -> element.attributes().asList())
        .extracting(Attribute::getKey)
        .noneMatch(name -> name.startsWith("on") || name.equals("style") || name.equals("src"));
  }

  @Test
  void thePictureOfVeryManyFilesStaysSmall() throws IOException {
    Document page = parsed(auditOfFiles(3_000));

    assertThat(page.select("table.checks tbody tr:contains(SIZE) rect")).hasSizeBetween(3, 150);
    assertThat(page.select("table.checks tbody tr:contains(SIZE) td").eachText())
        .containsExactly("2,970", "30", "0", "0");
  }

  @Test
  void whatTheWriterCannotTakeIsToldAsTheWriterTellsIt() {
    IOException full = new IOException("disk full");
    Writer out =
        new FilterWriter(new StringWriter()) {
          @Override
          public void write(String text, int from, int length) throws IOException {
            throw full;
          }
        };

    assertThatThrownBy(() -> new HtmlAuditReport().print(Case.PASS.audit(), out)).isSameAs(full);
  }

  private static AuditRecord auditOf(String missing) {
    return AuditRecord.of(Given.audit(Given.article(Given.row(missing, 1, TIME)), Given.folder()));
  }

  private static AuditRecord auditOfFiles(int count) {
    List<ExpectedFile> rows = new ArrayList<>();
    List<ObservedFile> files = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      rows.add(Given.row("Package" + i + ".msi", 1, TIME));
      files.add(Given.file("Package" + i + ".msi", i % 100 == 0 ? 2 : 1, "2011-03-10T10:04:00Z"));
    }
    return AuditRecord.of(Given.audit(Given.article(rows), Given.folder(files)));
  }

  private static String digest(String text) throws Exception {
    return Base64.getEncoder()
        .encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
  }

  private static Document parsed(AuditRecord audit) throws IOException {
    return Jsoup.parse(page(audit));
  }

  private static String page(AuditRecord audit) throws IOException {
    return Audits.written(new HtmlAuditReport(), audit);
  }
}
