package io.kbaudit.file;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WildcardsTest {
  @ParameterizedTest(name = "{0} matches {1}: {2}")
  @CsvSource({
    "*, anything, true",
    "*, .hidden, false",
    ".*, .hidden, true",
    "?hidden, .hidden, false",
    "a*, a, true",
    "a*b*c, aXbXbc, true",
    "a*b*c, aXbX, false",
    "*.json, a.json, true",
    "*.json, a.JSON, false",
    "a?c, ac, false",
    "a?c, abc, true",
    "?, \uD83D\uDE00, true",
    "[ab]x, bx, true",
    "[ab]x, cx, false",
    "[a-c]x, bx, true",
    "[!a-c]x, bx, false",
    "[!a-c]x, dx, true",
    "[a-], -, true",
    "[]a], ], true",
    "[!]a], ], false",
    "[!]a], b, true",
    "[ab, [ab, true",
    "a[, a[, true",
    "[], [], true",
    "{a;b}, {a;b}, true",
    "a+b, a+b, true",
  })
  void itMatchesAsInAShell(String pattern, String name, boolean matches) {
    assertThat(Wildcards.asInShell(pattern, false).match(name)).isEqualTo(matches);
  }

  @Test
  void caseMattersOrNotInEveryLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(new Locale("tr", "TR"));

      assertThat(Wildcards.asInShell("FILE*", true).match("file.i")).isTrue();
      assertThat(Wildcards.asInShell("[A-Z]ile", true).match("file")).isTrue();
      assertThat(Wildcards.asInShell("FILE*", false).match("file.i")).isFalse();
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void aHostilePatternTakesNoLonger() {
    String pattern = "*a".repeat(1_000) + "b";
    String name = "a".repeat(10_000);

    assertThatCode(
            () ->
                assertTimeoutPreemptively(
                    ofSeconds(10), () -> Wildcards.asInShell(pattern, false).match(name)))
        .doesNotThrowAnyException();
  }
}
