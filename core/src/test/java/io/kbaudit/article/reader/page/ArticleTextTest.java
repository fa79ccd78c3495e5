package io.kbaudit.article.reader.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kbaudit.article.ArticleFormatException;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ArticleTextTest {
  @Test
  void aLineMayBeSoLongAndNoLonger() throws IOException {
    String longest = "x".repeat(ArticleText.LONGEST_LINE);

    assertThat(ShownLines.read("Text\n" + longest).line(2)).isEqualTo(longest);
    assertThatExceptionOfType(ArticleFormatException.class)
        .isThrownBy(() -> ShownLines.read("Text\n" + longest + "x"))
        .withMessageStartingWith(
            "a.txt, line 2: a line longer than 512 KiB, which no article has: 'xxx");
  }

  @Test
  void theLinesWithTextAroundALineAreTheNextOfThem() throws IOException {
    ArticleText text = ShownLines.read("Files\n\n \na.msi");

    assertThat(text.lastLineWithText(4)).hasValue(1);
    assertThat(text.lastLineWithText(2)).hasValue(1);
    assertThat(text.lastLineWithText(1)).isEmpty();
    assertThat(text.nextLineWithText(1)).hasValue(4);
    assertThat(text.nextLineWithText(3)).hasValue(4);
    assertThat(text.nextLineWithText(4)).isEmpty();
  }
}
