package io.kbaudit.report.csv;

import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.Corpus;
import io.kbaudit.article.Article;
import io.kbaudit.article.ArticleRemark;
import io.kbaudit.article.ExpectedFile;
import io.kbaudit.article.reader.ArticleReader;
import io.kbaudit.article.reader.BundledArticles;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an article lists is the same after it was written as a table, and read again. */
class ArticleRoundTripTest {
  @Test
  void theBundledArticleIsReadBackFromItsTable() throws IOException {
    Article bundled = BundledArticles.find(BundledArticles.KB2492954).orElseThrow();

    assertThat(meaning(readBack(bundled))).isEqualTo(meaning(bundled));
  }

  @Test
  void everyPublishedArticleIsReadBackFromItsTable() throws IOException {
    for (Path file : Corpus.articles()) {
      Article article = ArticleReader.read(file);

      assertThat(meaning(readBack(article))).as(file.toString()).isEqualTo(meaning(article));
      assertThat(readBack(article).unreadRows())
          .as(file.toString())
          .hasSameSizeAs(article.unreadRows());
    }
  }

  @Test
  void aLineThatCouldNotBeReadStaysUnread() throws IOException {
    String text =
        """
        | File name | Date | Size |
        |---|---|---|
        | a.msi | 10-Mar-2011 | 1 |
        | b.msi, "c" | 10-Mar-2011 | 2 | 3 |
        """;
    Article article = read(text, "KB1.md");

    assertThat(article.unreadRows()).hasSize(1);
    assertThat(meaning(readBack(article))).isEqualTo(meaning(article));
    assertThat(readBack(article).unreadRows())
        .extracting(ArticleRemark::text)
        .containsExactly(article.unreadRows().get(0).text());
  }

  @Test
  void aColumnThatCouldNotBeReadIsNoLessUnread() throws IOException {
    Article article =
        read("| File name | Size | Size |\n|---|---|---|\n| a.dll | 1 | 2 |\n", "KB1.md");

    assertThat(article.unreadColumns()).isPositive();
    assertThat(readBack(article).gaps().count()).isPositive();
  }

  @ParameterizedTest
  @ValueSource(strings = {"| File name | Size |", "| File name | SHA-256 |"})
  void aRowOfANameWithBlanksAndAValueThatCannotBeReadIsNoTitle(String headings) throws IOException {
    Article article =
        read(headings + "\n|---|---|\n| My Setup | some : size |\n| b.msi | x : y |\n", "KB1.md");

    assertThat(article.rows()).hasSize(2);
    assertThat(meaning(readBack(article))).isEqualTo(meaning(article));
  }

  @Test
  void anArticleOfWhichNoRowCouldBeReadStaysUnread() throws IOException {
    Article article = read("| File name | Date | Size |\n|---|---|---|\n| a.msi | 1 |\n", "KB1.md");

    assertThat(article.rows()).isEmpty();
    assertThat(article.unreadRows()).hasSize(1);
    assertThat(readBack(article).unreadRows()).hasSize(1);
  }

  /** Its reader may open it with a spreadsheet, to which an article may tell what it likes. */
  @Test
  void noCellIsAFormulaAndAllAreReadBack() throws IOException {
    Article article =
        read(
            """
            | File name | Version | Platform | Size |
            |---|---|---|---|
            | =1+1.msi | 1.0 | @SUM(1;-2) | 1 |
            | '=2.msi | 1.0 | +x | 2 |
            """,
            "KB1.md");

    assertThat(article.rows()).hasSize(2);
    assertThat(csv(article))
        .contains("\n'=1+1.msi,1.0,", "\"'@SUM(1;'-2)\"", "\n''=2.msi,1.0,", ",'+x,");
    assertThat(meaning(readBack(article))).isEqualTo(meaning(article));
  }

  private static Article read(String text, String name) throws IOException {
    return ArticleReader.read(
        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), name, Optional.empty());
  }

  private static Article readBack(Article article) throws IOException {
    return read(csv(article), "table.csv");
  }

  private static String csv(Article article) throws IOException {
    StringWriter csv = new StringWriter();
    new CsvArticleReport().write(article, csv);
    return csv.toString();
  }

  /** All of a row but where it stood, and how it was printed. */
  private static List<List<Object>> meaning(Article article) {
    return article.rows().stream().map(ArticleRoundTripTest::meaning).toList();
  }

  private static List<Object> meaning(ExpectedFile row) {
    return List.of(
        row.row(),
        row.variant(),
        row.name(),
        row.size(),
        row.modified(),
        row.version(),
        row.hashes(),
        row.alternativeTo());
  }
}
