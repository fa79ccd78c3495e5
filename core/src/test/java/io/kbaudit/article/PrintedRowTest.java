package io.kbaudit.article;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which cells say that there is no value. */
class PrintedRowTest {
  @ParameterizedTest
  @ValueSource(strings = {"", "-", "N/A", "Not applicable", "none"})
  void aBlankCellOrWordsForNoneSayNothing(String cell) {
    assertThat(PrintedRow.saysNothing(cell)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"6.1.7601.17514", "x86", "0", "German"})
  void anyOtherCellSaysSomething(String cell) {
    assertThat(PrintedRow.saysNothing(cell)).isFalse();
  }
}
