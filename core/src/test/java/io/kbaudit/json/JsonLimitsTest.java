package io.kbaudit.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.StringReader;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is longer than anything that kbaudit writes costs no memory. */
class JsonLimitsTest {
  private static final String NOT_READ =
      "not read: a text longer than 16 MiB, a number longer than 100 characters, or nested more than"
          + " 100 deep";

  @Test
  void aTextOf16MebibytesIsReadAndALongerOneRefusedWithItsLine() throws IOException {
    assertThat(readA("\"" + "x".repeat(JsonReader.LONGEST_TEXT) + "\"").text())
        .hasSize(JsonReader.LONGEST_TEXT);
    assertRefused("\"" + "x".repeat(JsonReader.LONGEST_TEXT + 1) + "\"", NOT_READ);
  }

  @Test
  void aNumberOfAHundredDigitsIsReadAndALongerOneRefused() throws IOException {
    assertThat(readA("9".repeat(JsonReader.LONGEST_NUMBER)).wholeNumber()).isEmpty();
    assertRefused("9".repeat(JsonReader.LONGEST_NUMBER + 1), NOT_READ);
  }

  @Test
  void listsAHundredDeepAreReadAndDeeperOnesRefused() throws IOException {
    int most = JsonReader.DEEPEST - 1; // the document is the first

    assertThat(readA("[".repeat(most) + "]".repeat(most)).items()).hasSize(1);
    assertRefused("[".repeat(most + 1) + "]".repeat(most + 1), NOT_READ);
  }

  @Test
  void twoMillionValuesAreReadAtOnceAndMoreRefused() throws IOException {
    int most = JsonReader.MOST_VALUES - 2; // the list, and the last item

    assertThat(readA("[" + "1,".repeat(most) + "1]").items()).hasSize(most + 1);
    assertRefused(
        "[" + "1,".repeat(most + 1) + "1]", "more than 2,000,000 values in one field or list");
  }

  @Test
  void aFieldThatIsNotKnownIsPassedOverWhateverItHolds() throws IOException {
    String text = "\"" + "x".repeat(2 * JsonReader.LONGEST_TEXT) + "\"";
    String large = "[{\"x\": " + text + "}, [" + text + "]]";

    try (JsonReader json = JsonReader.of(new StringReader("{\"b\": " + large + ", \"a\": 1}"))) {
      JsonValue whole = json.begin();
      while (json.nextField()) {
        json.readField(whole, Set.of("a"));
      }
      json.end();

      assertThat(whole.names()).containsExactly("a");
    }
  }

  private static void assertRefused(String value, String problem) {
    assertThatExceptionOfType(JsonFormatException.class)
        .isThrownBy(() -> readA(value))
        .withMessage(problem)
        .satisfies(refused -> assertThat(refused.line()).isEqualTo(2));
  }

  private static JsonValue readA(String value) throws IOException {
    try (JsonReader json = JsonReader.of(new StringReader("{\n\"a\": " + value + "}"))) {
      JsonValue whole = json.begin();
      json.nextField();
      json.readField(whole, Set.of("a"));
      json.nextField();
      json.end();
      return whole.field("a");
    }
  }
}
