package io.kbaudit.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleIdTest {
  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "KB2492954, KB2492954",
    "kb 2492954, KB2492954",
    "KB-2492954, KB2492954",
    "2492954, KB2492954",
    "q77048, Q77048",
  })
  void anIdIsReadInEverySpellingPeopleUse(String text, String id) {
    assertThat(ArticleId.parse(text)).hasValue(new ArticleId(id));
  }

  @ParameterizedTest(name = "''{0}''")
  @ValueSource(strings = {"", "KB", "KB1234", "KB123456789", "XKB2492954", "KB2492954.txt"})
  void whatIsNoIdIsAbsent(String text) {
    assertThat(ArticleId.parse(text)).isEmpty();
  }

  @ParameterizedTest(name = "{0} begins with {1}")
  @CsvSource({"KB2492954.txt, KB2492954", "q77048-old.html, Q77048", "Kb2492386-xp.md, KB2492386"})
  void aFileIsKnownByTheIdWithWhichItsNameBegins(String fileName, String id) {
    assertThat(ArticleId.fromFileName(fileName)).hasValue(new ArticleId(id));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"2492954.txt", "KB123456789.txt", "article KB2492954.txt", "SQL2016.md"})
  void aFileWhoseNameBeginsOtherwiseHasNoId(String fileName) {
    assertThat(ArticleId.fromFileName(fileName)).isEmpty();
  }

  @Test
  void anIdIsSpeltInOneWay() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ArticleId("kb2492954"))
        .withMessage("not an article id: kb2492954");
  }
}
