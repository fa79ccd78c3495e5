package io.kbaudit.article.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kbaudit.article.Article;
import io.kbaudit.article.ArticleFormatException;
import io.kbaudit.article.ArticleRemark;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is no article, or only the beginning of one. */
class BrokenInputTest {
  private static final String PAGE =
      """
      <html><body><table>
      <tr><th>File name</th><th>Date</th><th>Size</th></tr>
      <tr><td>a.msi</td><td>10-Mar-2011</td><td>1</td></tr>
      <tr><td>b.msi</td><td>10-Mar-2011</td><td>2</td></tr>
      </table></body></html>
      """;

  @Test
  void aWholePageIsReadWhole() throws IOException {
    Article article = read(PAGE);

    assertThat(article.rows()).hasSize(2);
    assertThat(article.unreadRows()).isEmpty();
  }

  @Test
  void aPageThatBreaksOffHasMoreThanWasRead() throws IOException {
    for (String cut : new String[] {"<tr><td>b.msi", "</table></body></html>", "</body></html>"}) {
      Article article = read(PAGE.substring(0, PAGE.indexOf(cut)));

      assertThat(article.rows()).as("before " + cut).isNotEmpty();
      assertThat(article.unreadRows())
          .extracting(ArticleRemark::text)
          .containsExactly(
              "The page breaks off: what it opens it does not close; what it lists after that is"
                  + " not read.");
    }
  }

  @Test
  void aPieceOfAPageIsNoPageThatBreaksOff() throws IOException {
    String table = PAGE.substring(PAGE.indexOf("<table>"), PAGE.indexOf("</body>"));

    assertThat(read(table).unreadRows()).isEmpty();
  }

  @Test
  void aProgramIsNoArticle() {
    assertRefused(
        "MZ\u0090\0\3\0\0\0",
        "a.txt: not the text of an article: it contains NUL characters, as other files do");
  }

  @Test
  void aPageOfMoreTagsThanAnyIsRefusedBeforeItIsParsed() {
    assertRefused(
        "<html>" + "<p><b><i><font><a>".repeat(200_000),
        "a.txt: a page of more than 500,000 tags, which no article has");
  }

  private static void assertRefused(String text, String reason) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(ArticleFormatException.class)
        .hasMessage(reason);
  }

  private static Article read(String text) throws IOException {
    return ArticleReader.read(
        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "a.txt", Optional.empty());
  }
}
