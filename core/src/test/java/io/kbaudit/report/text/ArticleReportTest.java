package io.kbaudit.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.Corpus;
import io.kbaudit.article.Article;
import io.kbaudit.article.ArticleRemark;
import io.kbaudit.article.ArticleRemark.Kind;
import io.kbaudit.article.reader.ArticleReader;
import io.kbaudit.article.reader.BundledArticles;
import io.kbaudit.report.Golden;
import io.kbaudit.report.Schemas;
import io.kbaudit.report.Written;
import io.kbaudit.report.csv.CsvArticleReport;
import io.kbaudit.report.json.JsonArticleReport;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Articles as they were read, held to golden files; {@link Golden} says how to write them anew. */
class ArticleReportTest {
  private static final Article BUNDLED =
      BundledArticles.find(BundledArticles.KB2492954).orElseThrow();

  @Test
  void theBundledArticleAsTextIsAsItsGoldenFile() throws IOException {
    Golden.assertMatches(TextArticleReport.class, "article.txt", text(BUNDLED));
  }

  @Test
  void theBundledArticleAsJsonIsAsItsGoldenFile() throws IOException {
    Golden.assertMatches(JsonArticleReport.class, "article.json", json(BUNDLED));
  }

  @Test
  void whatIsRoundedOrAbsentOrUnreadableIsSaidToBe() throws IOException {
    String table =
        """
        | File name | File version | Date | Time | File size | Platform |
        | Rounded.dll | 6.1.7600.20555 | 10-Mar-2011 | 10:04 | 105 KB | x64 |
        | Absent.dll | Not applicable | 10-Mar-2011 | | - | |
        | Unreadable.dll | | 16-2 | 10:04 | 314,8 | x86 |
        """;
    Article article =
        ArticleReader.read(
            new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8)),
            "table.md",
            Optional.empty());

    Golden.assertMatches(TextArticleReport.class, "article-odd.txt", text(article));
    Golden.assertMatches(JsonArticleReport.class, "article-odd.json", json(article));
  }

  @Test
  void whatTellsRowsApartIsShown() throws IOException {
    String text =
        """
        # An update
        The files have these attributes or later. Times are in UTC.

        ## For x86

        | File name | File version | File size | Date | Time | Platform | Service branch |
        |---|---|---|---|---|---|---|
        | Aclayers.dll | 5.1.2600.6093 | 471,552 | 11-Mar-2011 | 14:10 | x86 | SP3GDR |
        | Aclayers.dll | 5.1.2600.6093 | 471,040 | 11-Mar-2011 | 14:09 | x86 | SP3QFE |

        ## For x64

        | File name | File version | File size | Date | Time | Language |
        |---|---|---|---|---|---|
        | Setup.exe | 5.1 | 12 | 11-Mar-2011 | 14:09 | German |

        | File name | SHA256 hash |
        |---|---|
        | Setup.exe | %s |
        | Other.exe | %s |

        The end.
        """
            .formatted("0123456789abcdef".repeat(4), "f".repeat(64));
    Article article =
        ArticleReader.examine(
            new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
            "KB1234567.md",
            Optional.empty());

    Golden.assertMatches(TextArticleReport.class, "article-variants.txt", text(article));
    Golden.assertMatches(JsonArticleReport.class, "article-variants.json", json(article));
    Golden.assertMatches(CsvArticleReport.class, "article-variants.csv", csv(article));
    Golden.assertMatches(TextArticleCheck.class, "article-variants.check.txt", check(article));
  }

  @Test
  void aRemarkOnManyLinesSaysHowMany() throws IOException {
    Article article =
        BUNDLED.withRemarks(List.of(new ArticleRemark(Kind.ROW_UNREAD, 500, 12, "Not read.")));

    assertThat(json(article)).contains("\"lines\": 12");
    assertThat(text(article))
        .contains("Remark ROW_UNREAD, line 500 and 11 more lines: Not read.\n");
    assertThat(check(article))
        .contains("ROW_UNREAD, 12 lines\n", "  line 500 and 11 more lines: Not read.\n")
        .endsWith("22 rows read, 12 left unread, 1 remark\n");
  }

  @Test
  void everyRowOfTheArticleIsShown() throws IOException {
    String text = text(BUNDLED);

    assertThat(BUNDLED.rows())
        .allSatisfy(row -> assertThat(text).contains(row.name().best().spelling()));
    assertThat(text).endsWith("\n22 rows\n");
  }

  @Test
  void everyPublishedArticleIsAsItsSchemaHasIt() throws IOException {
    for (Path file : Corpus.articles()) {
      try (InputStream in = Files.newInputStream(file)) {
        String name = file.getFileName().toString();
        Article article = ArticleReader.examine(in, name, Optional.empty());

        assertThat(Schemas.problems("article", written(article))).as(name).isEmpty();
      }
    }
  }

  private static String text(Article article) throws IOException {
    return Written.by(
        out -> new TextArticleReport(TextStyle.plain(StandardCharsets.UTF_8)).write(article, out));
  }

  private static String csv(Article article) throws IOException {
    return Written.by(out -> new CsvArticleReport().write(article, out));
  }

  private static String check(Article article) throws IOException {
    return Written.by(
        out -> new TextArticleCheck(TextStyle.plain(StandardCharsets.UTF_8)).write(article, out));
  }

  private static String json(Article article) throws IOException {
    return Schemas.valid("article", written(article));
  }

  private static String written(Article article) throws IOException {
    return Written.by(out -> new JsonArticleReport().write(article, out));
  }
}
