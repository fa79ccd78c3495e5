package io.kbaudit.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.hostile.CompiledPatterns.Held;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** No text makes a pattern work for more than moments, whoever wrote it. */
class HostilePatternsTest {
  private static final CompiledPatterns CORE = inCore();

  private static CompiledPatterns inCore() {
    try {
      return CompiledPatterns.in(Path.of("src/main/java"));
    } catch (IOException | ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Patterns that see short texts alone: whoever uses them asks for the length before. */
  private static final Map<String, Integer> LIMITS =
      Map.of(
          "Language.AND", 500,
          "TitleAndNumber.HEADING", 500,
          "TitleAndNumber.TITLE", 500,
          "TitleAndNumber.NUMBER", 500,
          "Textile.MARKS", 1000);

  /** Patterns in collections, of which no source tells that they are matched with whole texts. */
  private static final Set<String> MATCHED = Set.of("EarlierReport.BEGINNINGS");

  @Test
  void everyPatternReadsItsWorstTextAFewTimesAtMost() throws Exception {
    assertThat(held()).hasSizeGreaterThan(200);
    assertThat(PatternWork.excessOf(held(), LIMITS, 1 << 16)).isEmpty();
  }

  @Tag("campaign")
  @Test
  void everyPatternReadsAMillionCharactersOfItAFewTimesAtMost() throws Exception {
    assertThat(PatternWork.excessOf(held(), LIMITS, 1 << 20)).isEmpty();
  }

  private static List<Held> held() {
    return CORE.held().stream()
        .map(each -> MATCHED.contains(each.holder()) ? each.matchedAlone() : each)
        .toList();
  }

  @Test
  void everyPatternIsFoundByThisTest() {
    // What it compiles for each language is held by the vocabulary of all, and found there.
    assertThat(CORE.missed()).containsExactly("Vocabulary");
    assertThat(CORE.held()).anyMatch(held -> held.pattern().pattern().contains("(?<y>[0-9]{4})"));
  }

  /** One character other than the signs of patterns compiles none: {@code split(",", -1)}. */
  @Test
  void noTextIsSplitByAPatternThatNoFieldHolds() throws IOException {
    assertThat(CompiledPatterns.splitsIn(Path.of("src/main/java"))).isEmpty();
  }

  @Test
  void aPatternThatExplodesIsFoundOut() throws Exception {
    List<Held> exploding =
        List.of(
            new Held("quadratic at each start", Pattern.compile("/+$"), true),
            new Held("quadratic in one", Pattern.compile("a\\s*\\s*b"), false),
            new Held("exponential", Pattern.compile("(?:a|aa)+b"), false),
            new Held("deep", Pattern.compile("(?:ab|cd)*"), false),
            new Held("border of a word", Pattern.compile("\\bword"), true),
            new Held("beginnings", Pattern.compile("<!--.*?-->", Pattern.DOTALL), true));

    assertThat(PatternWork.excessOf(exploding, Map.of(), 1 << 16)).hasSameSizeAs(exploding);
  }

  @Test
  void aPatternThatDoesNotExplodeIsNot() throws Exception {
    List<Held> sound =
        List.of(
            new Held("of slashes", Pattern.compile("[/\\\\]"), true),
            new Held("possessive", Pattern.compile("\\s*+(?:ab|cd)*+x"), false));

    assertThat(PatternWork.excessOf(sound, Map.of(), 1 << 16)).isEmpty();
  }
}
