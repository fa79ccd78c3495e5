package io.kbaudit.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.article.Article;
import io.kbaudit.article.reader.BundledArticles;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Profiles that end too early, or say something else than they did: read or refused. */
class ProfileFuzzTest {
  private static final Article ARTICLE =
      BundledArticles.find(BundledArticles.KB2492954).orElseThrow();
  private static final String PROFILE =
      BundledProfiles.text(BundledArticles.KB2492954).orElseThrow();
  private static final List<String> LINES = PROFILE.lines().toList();

  /** What YAML gives a meaning, and some of what it forbids. */
  private static final List<String> TOKENS =
      List.of(
          ":",
          ": ",
          "-",
          "- ",
          "#",
          " #",
          "'",
          "\"",
          "[",
          "]",
          "{",
          "}",
          ",",
          "&a",
          "*a",
          "!",
          "!!",
          "|",
          ">",
          "|2",
          "%",
          "% YAML 1.2",
          "@",
          "`",
          "?",
          "? ",
          "\t",
          "\n",
          "\r",
          "\\",
          "\"\\U",
          "\"\\UFFFFFFFF\"",
          "\"\\uD800\"",
          "---",
          "...",
          "<<",
          "~",
          "\0",
          "\u0085",
          "\u2028",
          "\uFEFF",
          "\uD83D\uDE00",
          "\u00E9");

  @Example
  void everyPrefixIsReadOrRefused() throws IOException {
    byte[] whole = PROFILE.getBytes(StandardCharsets.UTF_8);
    int read = 0;

    for (int length = 0; length <= whole.length; length++) {
      read += readsOrRefuses(Arrays.copyOf(whole, length)) ? 1 : 0;
    }

    assertThat(read).isBetween(1, whole.length / 2);
  }

  @Property(tries = 2_000)
  void everyChangedProfileIsReadOrRefused(@ForAll("changed") String yaml) throws IOException {
    readsOrRefuses(yaml.getBytes(StandardCharsets.UTF_8));
  }

  @Provide
  Arbitrary<String> changed() {
    Arbitrary<Integer> line = Arbitraries.integers().between(0, LINES.size() - 1);
    Arbitrary<String> token =
        Arbitraries.oneOf(Arbitraries.of(TOKENS), Arbitraries.strings().ofMaxLength(4));
    return Combinators.combine(line, Arbitraries.integers().between(0, 120), token, line)
        .as(ProfileFuzzTest::changed);
  }

  /** Writes {@code token} into a line, over what is there, and another line behind it. */
  private static String changed(int line, int column, String token, int copied) {
    StringBuilder yaml = new StringBuilder();
    for (int i = 0; i < LINES.size(); i++) {
      String text = LINES.get(i);
      int at = Math.min(column, text.length());
      int end = Math.min(at + token.length(), text.length());
      yaml.append(
          i == line
              ? text.substring(0, at) + token + text.substring(end) + "\n" + LINES.get(copied)
              : text);
      yaml.append('\n');
    }
    return yaml.toString();
  }

  private static boolean readsOrRefuses(byte[] yaml) throws IOException {
    try {
      Profile profile = ProfileReader.read(new ByteArrayInputStream(yaml), "my.yaml", ARTICLE);
      assertThat(profile.locations()).isNotEmpty();
      return true;
    } catch (ProfileException refused) {
      assertThat(refused).hasMessageMatching("my\\.yaml(, line " + refused.line() + ")?: .{4,600}");
      return false;
    }
  }
}
