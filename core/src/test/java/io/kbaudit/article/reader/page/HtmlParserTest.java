package io.kbaudit.article.reader.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kbaudit.article.ArticleFormatException;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

@SuppressWarnings("StringConcatToTextBlock") // elements are repeated
class HtmlParserTest {
  /** Those of the page and of its body are two of them. */
  private static final int MOST_INNER = HtmlParser.DEEPEST - 2;

  @Test
  void anElementMayStandInSoManyOthersAndInNoMore() throws ArticleFormatException {
    String deepest = "<div>".repeat(MOST_INNER) + "\n<i>a.msi</i>";

    assertThat(parsed(deepest.replaceAll("</?i>", "")).text()).isEqualTo("a.msi");
    assertThat(parsed(deepest.replaceFirst("<div>", "")).text()).isEqualTo("a.msi");
    assertThatExceptionOfType(ArticleFormatException.class)
        .isThrownBy(() -> parsed(deepest))
        .withMessage(
            "a.html, line 2: an element that stands in more than 512 others, which none of an article"
                + " does: '<i>'");
  }

  @Test
  void tagsAreCountedAndSoManyAreRead() {
    assertThat(HtmlParser.tags("<p>a<br>b > c</p>")).isEqualTo(3);
    assertThat(HtmlParser.tags("Text")).isZero();
    assertThatCode(() -> HtmlParser.requireTags(HtmlParser.MAXIMUM_TAGS, "a.html"))
        .doesNotThrowAnyException();
    assertThatExceptionOfType(ArticleFormatException.class)
        .isThrownBy(() -> HtmlParser.requireTags(HtmlParser.MAXIMUM_TAGS + 1, "a.html"))
        .withMessage("a.html: a page of more than 500,000 tags, which no article has");
  }

  private static Document parsed(String html) throws ArticleFormatException {
    return HtmlParser.parse(html, LineNumbers.of(html, 1), "a.html");
  }
}
