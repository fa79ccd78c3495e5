package io.kbaudit.report.markdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.audit.Cause;
import io.kbaudit.audit.Given;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.record.AuditRecord;
import io.kbaudit.report.Audits;
import io.kbaudit.report.Case;
import io.kbaudit.report.Hostile;
import io.kbaudit.report.NotGreen;
import io.kbaudit.text.English;
import io.kbaudit.text.Printable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Markdown, as a parser that is not ours makes a page of it. */
class MarkdownAuditReportTest {
  private static final List<Extension> AS_ON_GITHUB =
      List.of(TablesExtension.create(), AutolinkExtension.create());

  @Test
  void thePageIsMadeOfNothingButWhatTheReportPutsThere() throws IOException {
    List<AuditRecord> audits = new ArrayList<>(NotGreen.andEveryCase());
    audits.add(Hostile.audit());

    for (AuditRecord audit : audits) {
      Document page = page(report(audit));

      assertThat(page.body().getAllElements())
          .extracting(Element::tagName)
          .isSubsetOf(
              "body", "h1", "h2", "p", "ul", "li", "table", "thead", "tbody", "tr", "th", "td",
              "code", "strong", "details", "summary");
      assertThat(page.select("h1")).hasSize(1);
      assertThat(page.select("details").size()).isLessThanOrEqualTo(1);
      assertThat(page.body().text()).doesNotContain("| ---");
    }
  }

  @Test
  void eachRowOfATableHasAllItsCells() throws IOException {
    Document page = page(report(Hostile.audit()));

    assertThat(page.select("table")).hasSize(11);
    for (Element table : page.select("table")) {
      int headings = table.select("th").size();
      assertThat(table.select("tbody tr"))
          .isNotEmpty()
          .allMatch(row -> row.select("td").size() == headings);
    }
    assertThat(page.select("tbody tr:has(td:last-child:empty):not(details tr)")).isEmpty();
  }

  @Test
  void whatManyFilesHaveInCommonIsSaidOnceBeforeThem() throws IOException {
    List<ExpectedFile> rows = new ArrayList<>();
    for (int i = 1; i <= 22; i++) {
      rows.add(Given.row("Package" + i + ".msi", 5, "2011-03-10T10:04Z"));
    }

    Document page = page(report(AuditRecord.of(Given.audit(Given.article(rows), Given.folder()))));

    assertThat(page.expectFirst("h2 ~ table").select("tbody td").eachText())
        .hasSize(4)
        .contains(
            "22 of 22",
            "PRESENCE MISSING",
            "Package1.msi, Package2.msi, Package3.msi, Package4.msi, Package5.msi, Package6.msi,"
                + " Package7.msi, Package8.msi and 14 more");
    assertThat(page.select("h2").eachText()).startsWith("What files have in common", "Failed");
  }

  @Test
  void everyNameIsReadAsItIsAndInCodeAlone() throws IOException {
    Document page = page(report(Hostile.audit()));

    List<String> code =
        page.select("table code").stream().map(Element::wholeText).distinct().toList();
    for (String name : Hostile.NAMES) {
      assertThat(code)
          .map(text -> text.replace("<U+0020>", " "))
          .contains(Printable.line(name).replace("`", "<U+0060>").replace("|", "<U+007C>"));
    }
    page.select("code").remove();
    assertThat(page.text())
        .doesNotContain("@", "#", "://", "www", "GH-", "$", ":smile:", "COMPLIANT</");
  }

  @Test
  void theTitleIsTheVerdict() throws IOException {
    for (AuditRecord audit : NotGreen.andEveryCase()) {
      assertThat(page(report(audit)).select("h1"))
          .extracting(Element::ownText)
          .singleElement(STRING)
          .matches(audit.verdict().name().replace('_', '-') + "( with [0-9]+ waivers?.*)?:");
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatKeepsAPlaceFromBeingGreenIsARowAndExplained(NotGreen given) throws IOException {
    for (AuditRecord audit : List.of(given.audit(), given.besideAGreenPlace())) {
      Document page = page(report(audit));

      assertThat(page.select("td code").eachText()).contains(given.obstacle().name());
      assertThat(page.select("li code").eachText()).contains(given.obstacle().name());
    }
  }

  @Test
  void everyCauseIsExplainedOnce() throws IOException {
    Document page = page(report(Case.FAIL.audit()));

    assertThat(page.select("h2:contains(What it means) + ul li").eachText())
        .contains(
            "SMALLER: " + Cause.SMALLER.meaning() + " " + Cause.SMALLER.remedy(),
            "MISSING: " + Cause.MISSING.meaning() + " " + Cause.MISSING.remedy())
        .doesNotHaveDuplicates();
  }

  @Test
  void ofVeryManyRowsTheRestIsCountedAndTheWholeIsBelowAMebibyte() throws IOException {
    List<ExpectedFile> rows = new ArrayList<>();
    List<ObservedFile> files = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      String name = "Package" + i + "|" + "\u65E5".repeat(200) + ".msi";
      rows.add(Given.row(name, i, "2011-03-10T10:04Z"));
      files.add(Given.file(i % 2 == 0 ? name : "unlisted" + name, i, "2010-03-10T10:04:37Z"));
    }

    String report = report(AuditRecord.of(Given.audit(Given.article(rows), Given.folder(files))));

    assertThat(report.getBytes(StandardCharsets.UTF_8).length).isLessThan(1_024 * 1_024);
    int shown = page(report).select("h2:contains(Failed) + table tbody tr").size();
    assertThat(report)
        .contains(
            "And "
                + English.counted(20_000 - shown, "more row")
                + ", which the other reports have.");
  }

  @Test
  void fiveHundredRowsAreShown() throws IOException {
    List<ExpectedFile> rows = new ArrayList<>();
    for (int i = 0; i < 501; i++) {
      rows.add(Given.row("Package" + i + ".msi", i, "2011-03-10T10:04Z"));
    }

    String report = report(AuditRecord.of(Given.audit(Given.article(rows), Given.folder())));

    assertThat(page(report).select("h2:contains(Failed) + table tbody tr")).hasSize(500);
    assertThat(report).contains("\nAnd 1 more row, which the other reports have.\n");
  }

  private static Document page(String markdown) {
    Parser parser = Parser.builder().extensions(AS_ON_GITHUB).build();
    HtmlRenderer renderer = HtmlRenderer.builder().extensions(AS_ON_GITHUB).build();
    return Jsoup.parseBodyFragment(renderer.render(parser.parse(markdown)));
  }

  private static String report(AuditRecord audit) throws IOException {
    return Audits.written(new MarkdownAuditReport(), audit);
  }
}
