package io.kbaudit.article.reader;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.article.Article;
import io.kbaudit.article.ArticleFormatException;
import io.kbaudit.article.ArticleRemark;
import io.kbaudit.article.ExpectedFile;
import io.kbaudit.fuzz.Complaint;
import io.kbaudit.fuzz.Shown;
import io.kbaudit.report.Written;
import io.kbaudit.report.csv.CsvArticleReport;
import io.kbaudit.report.json.JsonArticleReport;
import io.kbaudit.report.text.TextArticleCheck;
import io.kbaudit.report.text.TextArticleReport;
import io.kbaudit.report.text.TextStyle;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** An article of any bytes, and what holds of every reading of one. */
final class ForeignArticle {
  private final byte[] bytes;

  private ForeignArticle(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * Asserts that it is read or refused: that rows and remarks are on lines that there are, that
   * every file has a name, that all can be reported, that the same is read in Turkey, and from what
   * is written as comma-separated values.
   */
  static void assertReadOrRefused(byte[] bytes) throws IOException {
    ForeignArticle foreign = new ForeignArticle(bytes);
    try {
      foreign.assertSoundAndShown(foreign.read());
    } catch (ArticleFormatException refused) {
      Complaint.assertClear(refused, ArticleFormatException.class);
    }
  }

  private void assertSoundAndShown(Article article) throws IOException {
    assertSound(article);
    Shown.assertPrintable(
        Written.by(out -> new TextArticleReport(TextStyle.plain(UTF_8)).write(article, out))
            + Written.by(out -> new TextArticleCheck(TextStyle.plain(UTF_8)).write(article, out))
            + Written.by(out -> new JsonArticleReport().write(article, out)));
    assertThat(Written.elsewhere(this::examinedRows)).isEqualTo(article.rows().toString());
    assertReadBack(article);
  }

  private String examinedRows() throws IOException {
    Article examined =
        ArticleReader.examine(new ByteArrayInputStream(bytes), "a.txt", Optional.empty());
    assertSound(examined);
    return examined.rows().toString();
  }

  /** Asserts that the rows are the same after they were written as comma-separated values. */
  private static void assertReadBack(Article article) throws IOException {
    String csv = Written.by(out -> new CsvArticleReport().write(article, out));
    if (article.listsValues()) {
      assertThat(new ForeignArticle(csv.getBytes(UTF_8)).read().rows())
          .as(csv)
          .map(ForeignArticle::facts)
          .isEqualTo(article.rows().stream().map(ForeignArticle::facts).toList());
    }
  }

  private static List<Object> facts(ExpectedFile row) {
    return List.of(row.name().best(), row.size(), row.modified(), row.version(), row.hashes());
  }

  private Article read() throws IOException {
    return ArticleReader.read(new ByteArrayInputStream(bytes), "a.txt", Optional.empty());
  }

  private void assertSound(Article article) {
    int lines = mostLines();
    for (ExpectedFile row : article.rows()) {
      assertThat(row.line()).isBetween(1, lines);
      assertThat(row.name().printed().spelling()).isNotBlank();
      assertThat(row.printed().name()).isNotBlank();
    }
    for (ArticleRemark remark : article.remarks()) {
      assertThat(remark.line()).isBetween(0, lines);
      assertThat(remark.lines()).isBetween(1, lines);
      Complaint.assertClear(remark.text());
    }
    assertThat(article.label()).isNotBlank();
    assertThat(article.gaps()).isNotNull();
  }

  /** Returns how many lines there are, or more: of two bytes that end a line, each counts. */
  private int mostLines() {
    int lines = 1;
    for (byte each : bytes) {
      if (each == '\n' || each == '\r') {
        lines++;
      }
    }
    return lines;
  }
}
