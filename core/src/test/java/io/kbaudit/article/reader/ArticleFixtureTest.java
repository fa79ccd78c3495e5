package io.kbaudit.article.reader;

import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.article.Article;
import io.kbaudit.article.Statements;
import io.kbaudit.fixtures.article.ArticleFixture;
import io.kbaudit.fixtures.article.DateStyle;
import io.kbaudit.fixtures.article.FileRow;
import io.kbaudit.fixtures.article.TableLayout;
import java.io.IOException;
import java.io.StringReader;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The articles that fixtures write are read back, here and by parsers that are not ours. */
class ArticleFixtureTest {
  /** The days of two of them are no months, so that each order tells itself. */
  private static final List<FileRow> ROWS =
      List.of(
          FileRow.of("Alpha & Beta.msi", "2011-03-10T10:04", 679_936).withVersion("4.0.1.2"),
          FileRow.of("Gamma.dll", "2011-01-31T00:00", 1).withVersion("4.0.1.3").onPlatform("x86"),
          FileRow.of("Delta.exe", "2011-12-24T23:59", 1_048_576).withVersion("0.0.0.1"));

  private static final ArticleFixture FIXTURE =
      ArticleFixture.listing(ROWS.toArray(new FileRow[0]));

  private static Stream<Arguments> layoutsAndDates() {
    return Stream.of(TableLayout.values())
        .flatMap(layout -> Stream.of(DateStyle.values()).map(dates -> Arguments.of(layout, dates)));
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("layoutsAndDates")
  void eachLayoutReadsBackExactlyTheRows(TableLayout layout, DateStyle dates) {
    List<FileRow> rows = layout == TableLayout.LISTED_LINES ? withoutBlanks(ROWS) : ROWS;
    ArticleFixture fixture = ArticleFixture.listing(rows.toArray(new FileRow[0]));

    Article article = Given.article(fixture.inUtc().dated(dates).text(layout));

    assertThat(rowsOf(article)).isEqualTo(rows);
    assertThat(article.remarks()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void whatAnArticleSaysIsReadBackInEachLayout(TableLayout layout) {
    Article silent = Given.article(FIXTURE.text(layout));
    Article article =
        Given.article(
            FIXTURE.titled("An <update>").inLanguage("Thai").orLater().inUtc().text(layout));

    assertThat(silent.statements()).isEqualTo(new Statements(false, false, Optional.empty()));
    assertThat(article.statements()).isEqualTo(new Statements(true, true, Optional.of("Thai")));
    assertThat(article.title()).contains("An <update>");
  }

  @Test
  void pagesOfHtmlAreReadByJsoup() {
    assertThat(cellsOf(FIXTURE.text(TableLayout.HTML))).isEqualTo(cells());
  }

  @Test
  void barsAreATableOfMarkdown() {
    var tables = List.of(TablesExtension.create());
    String html =
        HtmlRenderer.builder()
            .extensions(tables)
            .build()
            .render(
                Parser.builder().extensions(tables).build().parse(FIXTURE.text(TableLayout.BARS)));

    assertThat(cellsOf(html)).isEqualTo(cells());
  }

  @Test
  void separatedValuesAreThoseOfRfc4180() throws IOException {
    String text = FIXTURE.text(TableLayout.CSV);
    String table = text.substring(text.indexOf("File name"), text.indexOf("\nRestart"));

    try (CSVParser parser = CSVFormat.RFC4180.parse(new StringReader(table))) {
      assertThat(parser.getRecords()).extracting(one -> List.of(one.values())).isEqualTo(cells());
    }
  }

  private static List<List<String>> cells() {
    return List.of(
        List.of("File name", "File version", "File size", "Date", "Time", "Platform"),
        List.of("Alpha & Beta.msi", "4.0.1.2", "679,936", "10-Mar-2011", "10:04", ""),
        List.of("Gamma.dll", "4.0.1.3", "1", "31-Jan-2011", "00:00", "x86"),
        List.of("Delta.exe", "0.0.0.1", "1,048,576", "24-Dec-2011", "23:59", ""));
  }

  private static List<List<String>> cellsOf(String html) {
    return Jsoup.parse(html).select("tr").stream()
        .map(row -> row.select("th, td").stream().map(Element::text).toList())
        .toList();
  }

  /** A line of words has no name of several. */
  private static List<FileRow> withoutBlanks(List<FileRow> rows) {
    return rows.stream()
        .map(
            row ->
                new FileRow(
                    row.name().replace(" ", ""),
                    row.modified(),
                    row.sizeBytes(),
                    row.version(),
                    row.platform()))
        .toList();
  }

  private static List<FileRow> rowsOf(Article article) {
    return article.rows().stream()
        .map(
            row ->
                new FileRow(
                    row.name().best().spelling(),
                    LocalDateTime.of(
                        row.modified().orElseThrow().day(),
                        row.modified().orElseThrow().minute().orElseThrow()),
                    row.size().orElseThrow().exactBytes().orElseThrow(),
                    row.version().orElse(""),
                    row.variant().platform().orElse("").replaceAll("[()]", "")))
        .toList();
  }
}
