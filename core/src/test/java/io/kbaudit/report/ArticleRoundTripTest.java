package io.kbaudit.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import io.kbaudit.article.Article;
import io.kbaudit.article.ArticleReader;
import io.kbaudit.article.BundledArticles;
import io.kbaudit.article.ExpectedFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What an article lists is the same after it was written as a table, and read again. */
class ArticleRoundTripTest {
  private static final Path ARTICLES =
      Path.of(System.getProperty("kbaudit.corpus", "no-corpus")).resolve("articles/files");

  @Test
  void theBundledArticleIsReadBackFromItsTable() throws IOException {
    Article bundled = BundledArticles.find(BundledArticles.KB2492954).orElseThrow();

    assertThat(meaning(readBack(bundled))).isEqualTo(meaning(bundled));
  }

  @Test
  void everyPublishedArticleIsReadBackFromItsTable() throws IOException {
    if (!Files.isDirectory(ARTICLES)) {
      String reason = "SKIPPED: no corpus at " + ARTICLES + " (system property kbaudit.corpus)";
      System.out.println(reason);
      abort(reason);
    }
    List<Path> files;
    try (Stream<Path> listing = Files.list(ARTICLES)) {
      files = listing.sorted().toList();
    }

    for (Path file : files) {
      Article article = ArticleReader.read(file);

      assertThat(meaning(readBack(article))).as(file.toString()).isEqualTo(meaning(article));
    }
  }

  private static Article readBack(Article article) throws IOException {
    StringWriter csv = new StringWriter();
    new CsvArticleReport().write(article, csv);
    return ArticleReader.read(
        new ByteArrayInputStream(csv.toString().getBytes(StandardCharsets.UTF_8)),
        "table.csv",
        Optional.empty());
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
