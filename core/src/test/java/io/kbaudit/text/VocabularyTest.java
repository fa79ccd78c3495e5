package io.kbaudit.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.kbaudit.article.Article;
import io.kbaudit.article.ArticleRemark;
import io.kbaudit.article.reader.ArticleReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The words of all languages. Among them is Esperanto, in which no article was ever published: its
 * file stands with the tests, and nothing else was added for it.
 */
class VocabularyTest {
  private static final Vocabulary WORDS = Vocabulary.ofAllLanguages();

  @Test
  void aLanguageIsAddedByItsFileAlone() throws IOException {
    String text =
        """
        # Ĝisdatigo

        La dosieroj havas ĉi tiujn aŭ pli novaj atributoj, laŭ universala tempo.

        | Dosiernomo | Versio | Grandeco | Dato | Horo |
        |---|---|---|---|---|
        | alpha.dll | 1.2.3.4 | 1.234 | 11 de aŭgusto de 2005 | 02:34 |
        | beta.inf | Ne aplikebla | 1.234 kilobajtoj | 03/04/2005 | 02:35 |

        Fino
        """;

    Article article =
        ArticleReader.read(
            new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
            "esperanto.md",
            Optional.empty());

    assertThat(article.rows())
        .extracting(
            row -> row.name().best().spelling(),
            row -> row.version().orElse("-"),
            row -> row.size().orElseThrow().toString(),
            row -> row.modified().orElseThrow().toString())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "alpha.dll", "1.2.3.4", "1,234 bytes", "2005-08-11T02:34Z"),
            org.assertj.core.groups.Tuple.tuple("beta.inf", "-", "1234 KB", "2005-04-03T02:35Z"));
    assertThat(article.remarks())
        .extracting(ArticleRemark::kind)
        .containsExactly(ArticleRemark.Kind.DATES_BY_LANGUAGE);
    assertThat(article.statements().laterAccepted()).isTrue();
    assertThat(article.statements().timesAreUtc()).isTrue();
  }

  @Test
  void noWordingMeansTwoThingsInTwoLanguages() {
    assertThat(Vocabulary.clashes(LanguageWords.ofAllLanguages())).isEmpty();
  }

  @Test
  void aWordThatMeansTwoThingsMeansNothing() throws IOException {
    Vocabulary both =
        new Vocabulary(
            List.of(
                LanguageWords.read("xa", new StringReader("heading.size = Foo\nmonths = foo")),
                LanguageWords.read("xb", new StringReader("heading.date = Foo\nmonths = a|foo"))));

    assertThat(both.heading("foo")).isEmpty();
    assertThat(both.month("foo")).isEmpty();
  }

  @Test
  void everyLanguageHasTwelveMonthsAndTheHeadingsOfAFileTable() {
    List<String> incomplete = new ArrayList<>();

    for (LanguageWords words : LanguageWords.ofAllLanguages()) {
      Set<String> kinds = Set.copyOf(words.keysOf("heading"));
      boolean whole =
          words.list("months").size() == 12
              && kinds.containsAll(Set.of("name", "version", "date", "time", "size"));
      // Chinese and its neighbours write months in digits.
      if (!whole && !Set.of("ja", "ko", "zh").contains(words.code())) {
        incomplete.add(words.code());
      }
    }

    assertThat(incomplete).isEmpty();
    assertThat(LanguageWords.ofAllLanguages())
        .extracting(LanguageWords::code)
        .contains(
            "en", "de", "fr", "es", "it", "pt", "nl", "sv", "da", "no", "fi", "pl", "cs", "hu",
            "tr", "el", "ru", "uk", "ja", "ko", "zh");
  }

  @Test
  void aKeyThatNobodyAsksForIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LanguageWords.read("xx", new StringReader("heding.name = x")))
        .withMessage("xx: no such key: heding.name");
  }

  @ParameterizedTest
  @CsvSource({
    "Dateiname, name",
    "ファイル名, name",
    "Размер, size",
    "Größe, size",
    "Versão, version",
    "Fecha, date",
    "Ora, time"
  })
  void aHeadingIsFoundInItsLanguage(String heading, String kind) {
    assertThat(WORDS.heading(Folded.of(heading)).map(Vocabulary.Heading::kind)).hasValue(kind);
  }

  @ParameterizedTest
  @CsvSource({"mrz, 3", "ago, 8", "out, 10", "окт, 10", "okt, 10", "juillet, 7"})
  void aMonthIsFoundInItsLanguage(String word, int month) {
    assertThat(WORDS.month(word)).hasValue(month);
  }

  @ParameterizedTest
  @CsvSource({"'  Größe  ', größe", "ＳＩＺＥ, size", "'a\u00a0b', a b", "İŞLEMCİ, işlemci"})
  void foldedWordsAreComparedByWhatIsPrinted(String text, String folded) {
    assertThat(Folded.of(text)).isEqualTo(folded);
  }
}
