package io.kbaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.hostile.CompiledPatterns;
import io.kbaudit.hostile.PatternWork;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** No word of a command line makes a pattern work for more than moments. */
class HostileWordsTest {
  private static final Path SOURCES = Path.of("src/main/java");

  @Test
  void everyPatternReadsAMillionCharactersOfItsWorstTextAFewTimesAtMost() throws Exception {
    CompiledPatterns patterns = CompiledPatterns.in(SOURCES);

    assertThat(patterns.held()).hasSizeGreaterThan(5);
    assertThat(PatternWork.excessOf(patterns.held(), Map.of(), 1 << 20)).isEmpty();
  }

  @Test
  void everyPatternIsFoundByThisTest() throws Exception {
    // That of an option's name, which no user chooses.
    assertThat(CompiledPatterns.in(SOURCES).missed()).containsExactly("Defaults");
  }

  @Test
  void noTextIsSplitByAPatternThatNoFieldHolds() throws Exception {
    assertThat(CompiledPatterns.splitsIn(SOURCES)).isEmpty();
  }
}
