package io.kbaudit.article.reader.page;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kbaudit.article.ArticleFormatException;
import org.junit.jupiter.api.Test;

class ShownAttributesTest {
  @Test
  void theElementsOfAFrameStandInThoseOfThePage() {
    int half = HtmlParser.DEEPEST / 2;
    String frame = "<iframe srcdoc='" + "&lt;p>&lt;span>" + "&lt;b>".repeat(half) + "'></iframe>";

    assertThatExceptionOfType(ArticleFormatException.class)
        .isThrownBy(() -> ShownLines.read("<html><body>" + "<div>".repeat(half) + frame))
        .withMessageContaining("an element that stands in more than 512 others");
  }

  @Test
  void framesOfFramesOfFramesAreRefused() {
    String framed = "last";
    for (int i = 0; i <= ShownAttributes.DEEPEST_FRAMES; i++) {
      framed = "<iframe srcdoc=\"" + framed.replace("&", "&amp;").replace("\"", "&quot;") + "\">";
    }
    String page = "<html><body>" + framed;

    assertThatExceptionOfType(ArticleFormatException.class)
        .isThrownBy(() -> ShownLines.read(page))
        .withMessageContaining("frames in each other more than 8 deep");
  }
}
