package io.kbaudit.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.text.Printable;
import org.junit.jupiter.api.Test;

/** What the page lets through. */
class PrintableTextTest {
  @Test
  void everyCharacterIsSeen() {
    assertThat(PrintableText.of("setup\u202Eism.exe\n\uD83D"))
        .isEqualTo("setup<U+202E>ism.exe<U+000A><U+D83D>");
  }

  @Test
  void sentencesAreNotCutWhereNamesAre() {
    String sentences = "One file is there that is not listed. ".repeat(20).strip();

    assertThat(PrintableText.of(sentences)).isEqualTo(sentences);
    assertThat(PrintableText.of("n".repeat(760))).isEqualTo(Printable.line("n".repeat(760)));
  }

  @Test
  void whatNeverEndsIsCutAndSaysSo() {
    assertThat(PrintableText.of("a\u202E ".repeat(1_000_000)))
        .hasSizeLessThan(9_000)
        .endsWith("<U+202E>... (3,000,000 characters)");
  }
}
