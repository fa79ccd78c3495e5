package io.kbaudit.article.reader.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where in the given text a character stood, so that remarks name its line. */
class LineNumbersTest {
  /** {@code n} and {@code r} stand for the ends of lines. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "abncd, 1 1 1 2 2",
    "abrncd, 1 1 1 1 2 2",
    "abrcd, 1 1 1 2 2",
    "annb, 1 1 2 3",
    "arrb, 1 1 2 3",
    "nra, 1 2 3",
    "ab, 1 1",
    "anb, 1 1 2",
    "ar, 1 1"
  })
  void everyKindOfLineEndCountsOnce(String text, String numbers) {
    String given = text.replace('n', '\n').replace('r', '\r');
    LineNumbers lines = LineNumbers.of(given, 1);

    assertThat(IntStream.range(0, given.length()).mapToObj(i -> "" + lines.at(i)))
        .containsExactly(numbers.split(" ", -1));
  }

  @Test
  void aPartIsNumberedFromWhereItBegins() {
    LineNumbers lines = LineNumbers.of("a\nb", 40);

    assertThat(lines.at(0)).isEqualTo(40);
    assertThat(lines.at(2)).isEqualTo(41);
  }

  @Test
  void linesThatWerePutTogetherKeepTheirNumbers() {
    LineNumbers lines =
        LineNumbers.of(List.of(new Line(7, "ab"), new Line(9, ""), new Line(9, "c")));

    assertThat(IntStream.of(0, 1, 2, 3, 4).map(lines::at)).containsExactly(7, 7, 7, 9, 9);
  }

  /** Lines that gave nothing begin where the one after them does. */
  @Test
  void ofLinesThatBeginAtOneCharacterTheLastGaveIt() {
    LineNumbers lines = LineNumbers.from(new int[] {0, 3, 3, 3, 5}, 1);

    assertThat(IntStream.of(0, 2, 3, 4, 5, 9).map(lines::at)).containsExactly(1, 1, 4, 4, 5, 5);
  }
}
