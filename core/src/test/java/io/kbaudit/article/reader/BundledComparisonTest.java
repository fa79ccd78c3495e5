package io.kbaudit.article.reader;

import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.article.Article;
import io.kbaudit.article.ArticleId;
import io.kbaudit.article.ArticleRemark;
import io.kbaudit.article.ArticleRemark.Kind;
import io.kbaudit.report.Written;
import io.kbaudit.report.csv.CsvArticleReport;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A text of a bundled article must list the same rows, in whatever order and layout. */
class BundledComparisonTest {
  private static final Article BUNDLED =
      BundledArticles.find(BundledArticles.KB2492954).orElseThrow();

  @Test
  void theSameRowsInAnotherOrderAndLayoutAreNoOther() throws IOException {
    List<String> lines = table();
    Collections.reverse(lines.subList(1, lines.size()));

    assertThat(remarks(lines)).isEmpty();
  }

  @Test
  void aTextThatIsCutLacksRowsThatAreNamed() throws IOException {
    assertThat(remarks(table().subList(0, 10)))
        .containsExactly(
            "The text lists 9 rows, and not those of the bundled KB2492954: of its 22 rows it lacks"
                + " 13, 'Hostedemail2007ws.msi', 'Hostedsharepoint2007ns.msi',"
                + " 'Hostedsharepoint2007ws.msi' and 10 more. It was cut short, changed or"
                + " revised.");
  }

  @Test
  void otherValuesAndMoreRowsAreNamedToo() throws IOException {
    List<String> lines = table();
    lines.replaceAll(line -> line.replace("359936", "359937"));
    lines.add(lines.get(1).replaceFirst("(?i)dnsclient", "Other"));

    assertThat(remarks(lines))
        .containsExactly(
            "The text lists 23 rows, and not those of the bundled KB2492954: of its 22 rows it lists"
                + " other values in 1, 'Dnsprovider.msi'; it has besides 1, 'Other.msi'. It was cut"
                + " short, changed or revised.");
  }

  @Test
  void ofRowsOfOneCutNameEachIsCompared() throws IOException {
    List<String> lines = table();
    lines.replaceAll(line -> line.replace("447488", "251392"));

    assertThat(remarks(lines)).singleElement().asString().contains("lists other values in 1, ");
  }

  @Test
  void aTextWithoutItsNumberIsKnownByItsTitle() throws IOException {
    String text = "# " + BUNDLED.title().orElseThrow() + "\n\n" + String.join("\n", table());
    String cut = text.substring(0, text.indexOf('\n', text.length() - 200)) + "\n";

    assertThat(remarks(text, Optional.empty())).isEmpty();
    assertThat(remarks(cut, Optional.empty())).hasSize(1);
  }

  @Test
  void anArticleThatIsNotBundledIsComparedWithNone() throws IOException {
    String cut = String.join("\n", table().subList(0, 10));

    assertThat(remarks(cut, ArticleId.parse("KB1234567"))).isEmpty();
  }

  private static List<String> table() throws IOException {
    String csv = Written.by(out -> new CsvArticleReport().write(BUNDLED, out));
    return new ArrayList<>(csv.lines().toList());
  }

  private static List<String> remarks(List<String> lines) throws IOException {
    return remarks(String.join("\n", lines) + "\n", Optional.of(BundledArticles.KB2492954));
  }

  private static List<String> remarks(String text, Optional<ArticleId> id) throws IOException {
    Article article =
        ArticleReader.read(
            new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "table.csv", id);
    return article.remarks().stream()
        .filter(remark -> remark.kind() == Kind.DIFFERS_FROM_BUNDLED)
        .map(ArticleRemark::text)
        .toList();
  }

  @Test
  void aTextThatSaysNeitherIsKnownByItsFiles() throws IOException {
    String cut = String.join("\n", table().subList(0, 10));

    assertThat(remarks(cut, Optional.empty())).hasSize(1);
    assertThat(remarks(String.join("\n", table()), Optional.empty())).isEmpty();
  }

  @Test
  void theLettersBeforeANumberAreNoPartOfIt() throws IOException {
    assertThat(remarks(String.join("\n", table().subList(0, 4)), ArticleId.parse("Q2492954")))
        .hasSize(1);
  }
}
