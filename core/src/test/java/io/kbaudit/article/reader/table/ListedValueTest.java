package io.kbaudit.article.reader.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListedValueTest {
  private static final String DIGEST = "da39a3ee5e6b4b0d3255bfef95601890afd80709";

  @ParameterizedTest
  @CsvSource({"-, true", "n/a, true", "'', false", "x, false", "1, false"})
  void whatSaysNothingIsSaidToBeNothing(String cell, boolean nothing) {
    assertThat(ListedValue.isSaidToBeNothing(cell)).isEqualTo(nothing);
  }

  @ParameterizedTest
  @CsvSource({
    "10-Mar-2011, true",
    "10-Mar-2011 10:04, true",
    "'1,234', true",
    "1234, true",
    "123, false",
    "4.0.1, true",
    "4.0, false",
    DIGEST + ", true",
    "10:04, false",
    "a.dll, false"
  })
  void hardlyAnythingButAFileHasAStrongValue(String cell, boolean strong) {
    assertThat(ListedValue.isStrongValue(cell)).isEqualTo(strong);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Size: 234           | true  | true
          Size: 1,234         | true  | true
          Size: 1,234, x      | false | false
          10-Mar-2011         | true  | true
          234                 | true  | false
          Version 4.0         | true  | true
          Size                | false | false
          """)
  void aCalledValueHasNothingBesideItsLabel(String line, boolean called, boolean surely) {
    assertThat(ListedValue.isCalledValue(line)).isEqualTo(called);
    assertThat(ListedValue.isSurelyValue(line)).isEqualTo(surely);
  }

  @Test
  void runningTextIsNoValue() {
    String value = "Size: 1,234";
    String longest = value + " ".repeat(SeenLine.LONGEST - value.length());

    assertThat(ListedValue.isCalledValue(longest)).isTrue();
    assertThat(ListedValue.isCalledValue(longest + " ")).isFalse();
    assertThat(ListedValue.isValueBelowRow(longest)).isTrue();
    assertThat(ListedValue.isValueBelowRow(longest + " ")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          see 10-Mar-2011 and 1,234        | 10-Mar-2011 1,234
          version 6.1.7600.20999 or 6.1.76 | 6.1.7600.20999
          at 10:04 with 1234               | ''
          the SHA1 da39a3ee5e6b4b0d3255bfef95601890afd80709 | da39a3ee5e6b4b0d3255bfef95601890afd80709
          """)
  void sureValuesAreKnownWhereverTheyStand(String line, String values) {
    assertThat(String.join(" ", ListedValue.sureValues(line))).isEqualTo(values);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Size: 234                             | true
          another one has 1,234 bytes           | true
          another good old one has 1,234 bytes  | false
          it has 234                            | false
          it has 1,234 bytes here.              | false
          Total: 1,234                          | false
          """)
  void aValueBelowARowHasFewWordsBesideIt(String line, boolean below) {
    assertThat(ListedValue.isValueBelowRow(line)).isEqualTo(below);
  }

  /** As in a table of the properties of one file. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          | File size | 22,017 |        ; true
          | Size | 1,234 | 10-Mar-2011  ; true
          | Date | 10-Mar-2011 |        ; false
          | Size | 234 |                ; false
          | 22,017 |                    ; false
          | Version | 6.1.7600.20999 |  ; true
          | Version | 6.1.7600 |        ; false
          """)
  void aLabelledSizeHasALabelAndASureValue(String row, boolean labelled) {
    assertThat(ListedValue.isLabelledSize(row)).isEqualTo(labelled);
  }
}
