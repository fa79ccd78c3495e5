package io.kbaudit.settings;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsReaderTest {
  private static List<Setting> read(String yaml) throws Exception {
    return SettingsReader.read(new ByteArrayInputStream(yaml.getBytes(UTF_8)), "ours.yaml");
  }

  @Test
  void readsWordsListsAndSectionsWithTheirLines() throws Exception {
    List<Setting> settings =
        read(
            """
            # ours
            accept: exact
            article: [a.txt, b.txt]
            article-of-all:
              - 'c: d'
            verify:
              quiet: true
            profile:
              show: {color: never}
            """);

    assertThat(settings)
        .containsExactly(
            new Setting(List.of(), "accept", List.of("exact"), "ours.yaml", 2),
            new Setting(List.of(), "article", List.of("a.txt", "b.txt"), "ours.yaml", 3),
            new Setting(List.of(), "article-of-all", List.of("c: d"), "ours.yaml", 4),
            new Setting(List.of("verify"), "quiet", List.of("true"), "ours.yaml", 7),
            new Setting(List.of("profile", "show"), "color", List.of("never"), "ours.yaml", 9));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "accept: exact;accept: exact     | ours.yaml, line 2: ",
        "verify: {a: 1, a: 2}            | ours.yaml, line 1: ",
        "accept:                         | ours.yaml, line 1: 'accept' is left empty",
        "article: []                     | ours.yaml, line 1: 'article' lists nothing",
        "article: [{a: b}]               | ours.yaml, line 1: 'article' is a word, not ",
        "- accept                        | ours.yaml, line 1: a file of settings is keys",
        "\"a\\e\": []                      | ours.yaml, line 1: 'a<U+001B>' lists nothing",
        "# nothing                       | ours.yaml: it is empty, or all comment",
        "a: b;---;c: d                   | ours.yaml, line 2: a second document begins",
        "a: &x b                         | ours.yaml, line 1: an anchor",
        "a: &                            | ours.yaml, line 1: this is not YAML, unexpected character"
            + " found the end: 'a: &'",
      })
  void whatCannotBeUnderstoodIsRefusedWithItsLine(String yaml, String message) {
    assertThatThrownBy(() -> read(yaml.replace(';', '\n')))
        .isInstanceOf(SettingsFormatException.class)
        .hasMessageStartingWith(message);
  }
}
