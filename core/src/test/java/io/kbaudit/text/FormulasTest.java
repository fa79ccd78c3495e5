package io.kbaudit.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormulasTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          =1+1       | '=1+1
          '=1+1      | ''=1+1
          -1         | '-1
          a;=1;b     | a;'=1;b
          \uFF1D1     | '\uFF1D1
          \uFEFF=1    | '\uFEFF=1
          a=1        | a=1
          'a'        | 'a'
          """)
  void aFormulaGetsAnApostropheThatIsTakenAwayAgain(String text, String disarmed) {
    assertThat(Formulas.disarmed(text)).isEqualTo(disarmed);
    assertThat(Formulas.rearmed(disarmed)).isEqualTo(text);
  }

  @Property
  void everyTextComesBack(
      @ForAll @Chars({'=', '\'', ';', ' ', '"', 'a', '-', '\uFF0B', '\0'}) String text) {
    assertThat(Formulas.rearmed(Formulas.disarmed(text))).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"=", ";", ";=", "'", " ", "a"})
  void aMillionOfThemCostMoments(String piece) {
    String million = piece.repeat(1_000_000);

    assertThat(Formulas.rearmed(Formulas.disarmed(million))).isEqualTo(million);
  }
}
