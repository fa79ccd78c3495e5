package io.kbaudit.report.csv;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetCellTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+1",
        "-1",
        "@SUM(1)",
        "  =1+1",
        "'=1+1",
        "\"=1+1",
        " '\" ' =1+1",
        "\uFF1D1+1",
        "\uFF0B1",
        "\uFF0D1",
        "\uFF20SUM(1)",
        "\uFE661+1",
        "\u22121"
      })
  void whatASpreadsheetTakesForAFormulaGetsAnApostrophe(String formula) {
    assertThat(SpreadsheetCell.of(formula)).isEqualTo("'" + formula);
  }

  @Test
  void soDoesEveryFormulaAfterASemicolon() {
    assertThat(SpreadsheetCell.of("a;=1;b; \"-2;;+3;")).isEqualTo("a;'=1;b;' \"-2;;'+3;");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "1 = 1", "a-b+c@d.msi", "'a'", "2011-03-10", ";", "''", "a;b"})
  void whatIsNoFormulaStaysAsItIs(String text) {
    assertThat(SpreadsheetCell.of(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\t=1+1", "\r=1+1", "\n=1+1", "\u0000=1+1", "\u00A0=1+1", "\uFEFF=1+1"})
  void aCharacterThatDoesNotPrintIsShownAndBeginsNoFormula(String text) {
    assertThat(SpreadsheetCell.of(text)).startsWith("<U+").endsWith(">=1+1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=", ";=", "\n", "x", "\uD83D"})
  void itIsNeverLongerThanACellOfExcel(String piece) {
    String million = piece.repeat(1_000_000);

    assertThat(SpreadsheetCell.of(million)).hasSizeBetween(10_000, 32_767);
  }

  @Property
  void theTextComesBackWithoutTheFirstApostropheBeforeEachFormula(@ForAll("cells") String text) {
    String cell = SpreadsheetCell.of(text);

    assertThat(cell.replaceAll("(^|;)'([ '\"]*[=+\\-@\uFF1D])", "$1$2")).isEqualTo(text);
    assertThat(cell.split(";", -1)).noneMatch(part -> part.matches("[ \"]*[=+\\-@\uFF1D].*"));
  }

  @Provide
  Arbitrary<String> cells() {
    return Arbitraries.strings().withChars("=+-@\uFF1D;'\" ab").ofMaxLength(12);
  }
}
