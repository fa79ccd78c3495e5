package io.kbaudit.article.reader;

import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.article.Article;
import io.kbaudit.article.ArticleId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An article's number may stand in its title, if it is the only one there. */
class TitleAndNumberTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # KB5065865 - Cumulative Update 1 for a server           | KB5065865
          # KB1234567: An update                                   | KB1234567
          ## KB1234567\u2013 an update                             | KB1234567
          # Security update for Windows (KB1234567)                | KB1234567
          # Description of the security update: KB1234567          | KB1234567
          # Description of an update: July 10, 2018 (kb 4293756)   | KB4293756
          # June 10, 2025\u2014KB5060842 (OS Build 26100.4349)     | KB5060842
          # [KB1234567] An update                                  | KB1234567
          # KB1234567: An update (KB1234567)                       | KB1234567
          # Q303824 - A fix                                        | Q303824
          KB5065865 - Cumulative Update 1 for a server             | KB5065865
          title: "Update for a server (KB1234567)"                 | KB1234567
          <html><head><title>KB1234567 - A fix</title></head>      | KB1234567
          """)
  void itsOwnNumberIsTaken(String beginning, String id) throws IOException {
    assertThat(read(beginning).id().map(ArticleId::value)).hasValue(id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "# KB1234567 replaces KB7654321",
        "# KB1234567, KB7654321: two updates",
        "# An error occurs after you install KB1234567",
        "# An update for 1234567 files",
        "# XKB1234567 - no number",
        "# KB123456789 - no number",
        "# KB1234567abc - no number",
        "# An update\n\n# KB1234567 - what it replaces",
        "An update\n\nKB1234567 - what it replaces",
        "After KB1234567 an error occurs.",
      })
  void anythingElseIsNotItsNumber(String beginning) throws IOException {
    assertThat(read(beginning).id()).isEmpty();
  }

  @Test
  void aNumberThatIsStatedIsBeforeThatOfTheTitle() throws IOException {
    assertThat(read("# KB1234567 - A fix\n\nArticle ID: 7654321").id().map(ArticleId::value))
        .hasValue("KB7654321");
  }

  @Test
  void aVeryLongTitleIsNotSearched() throws IOException {
    assertThat(read("# " + "KB1234567 (".repeat(40_000)).id()).isEmpty();
  }

  @Test
  void aTurkishDefaultLocaleReadsTheSame() throws IOException {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("tr-TR"));
    try {
      assertThat(read("# An update (kb1234567)").id().map(ArticleId::value)).hasValue("KB1234567");
    } finally {
      Locale.setDefault(before);
    }
  }

  private static Article read(String beginning) throws IOException {
    String text =
        beginning
            + "\n\nThe files:\n\n| File name | Date | Time | File size |\n|---|---|---|---|\n"
            + "| a.msi | 10-Mar-2011 | 10:04 | 1,024 |\n\nThe end.\n";
    return ArticleReader.read(
        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
        "article.md",
        Optional.empty());
  }
}
