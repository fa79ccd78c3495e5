package io.kbaudit.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents are read strictly, and what is wrong with one is said with its line. */
class JsonReaderTest {
  @Test
  void aDocumentLargerThanMemoryIsReadPieceByPiece() throws IOException {
    List<Long> items = new ArrayList<>();

    try (JsonReader json = reader("{\"skipped\": [{\"a\": [1]}],\n\"items\": [3, 5]}")) {
      json.begin();
      while (json.nextField()) {
        if (json.field().equals("items")) {
          while (json.nextItem()) {
            items.add(json.read().number(0));
          }
        } else {
          json.skip();
        }
      }
      json.end();
    }

    assertThat(items).containsExactly(3L, 5L);
  }

  @ParameterizedTest(name = "{0}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                 | 1 | it is empty
          []                 | 1 | the document is not an object {...}
          {"a": 1            | 1 | it ends in the middle, as a file does that was cut
          {"a": "b           | 1 | it ends in the middle, as a file does that was cut
          {"a": 1, "a": 2}   | 1 | not JSON: Duplicate field 'a'
          {"a": 1} {         | 1 | something follows the end
          """)
  void whatIsNoDocumentIsRefused(String text, int line, String message) {
    assertThatExceptionOfType(JsonFormatException.class)
        .isThrownBy(() -> document(text))
        .withMessage(message)
        .satisfies(e -> assertThat(e.line()).isEqualTo(line));
  }

  @Test
  void whatIsFoundInsteadOfJsonCannotMoveTheScreen() {
    assertThatExceptionOfType(JsonFormatException.class)
        .isThrownBy(() -> document("{\"a\": y\u001B\u202E}"))
        .withMessageStartingWith("not JSON: Unrecognized token 'y<U+001B><U+202E>'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0000007B201F0A7B", "00007B00", "007B0000"})
  void whatBeginsAsUtf32AndIsNoneIsNoJson(String hex) {
    InputStream in = new ByteArrayInputStream(HexFormat.of().parseHex(hex));

    assertThatExceptionOfType(JsonFormatException.class)
        .isThrownBy(
            () -> {
              try (JsonReader json = JsonReader.of(in)) {
                json.begin();
                json.nextField();
              }
            })
        .withMessage("not JSON: no text in UTF-32, as which it begins");
  }

  /** Each: a value of the field {@code a}, how it is read, and what is said of it. */
  @ParameterizedTest(name = "{0} is no {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          5                    | text   | 'a' is not a text: '5'
          null                 | text   | 'a' is not a text: 'null'
          [7]                  | text   | 'a' is not a text
          "true"               | flag   | 'a' is not true or false: 'true'
          1.0                  | count  | 'a' is not a whole number from 1: '1.0'
          0                    | count  | 'a' is not a whole number from 1: '0'
          2147483648           | count  | 'a' is not a whole number from 1: '2147483648'
          "1"                  | count  | 'a' is not a whole number from 1: '1'
          9223372036854775808  | number | 'a' is not a whole number from 0: '9223372036854775808'
          {}                   | items  | 'a' is not a list [...]
          [{}, 5]              | fields | this is not an object {...}: '5'
          "2011-03-10 10:04"   | time   | 'a' is not a UTC time such as 2011-03-10T10:04:37Z: '2011-03-10 10:04'
          """)
  void whatIsNotWhatItShouldBeIsNamed(String value, String kind, String message)
      throws IOException {
    JsonValue wrong = document("{\n\"a\": " + value + "}").field("a");

    assertThatExceptionOfType(JsonFormatException.class)
        .isThrownBy(() -> read(wrong, kind))
        .withMessage(message)
        .satisfies(e -> assertThat(e.sentence("x.json")).isEqualTo("x.json, line 2: " + message));
  }

  @Test
  void aFieldThatMustBeThereIsMissedOnTheLineOfItsObject() throws IOException {
    JsonValue object = document("{\n\"a\": {\n\"b\": null}}").field("a");

    assertThat(object.findText("b")).isEmpty();
    assertThat(object.findText("c")).isEmpty();
    assertThatExceptionOfType(JsonFormatException.class)
        .isThrownBy(() -> object.field("c"))
        .withMessage("'c' is missing here")
        .satisfies(e -> assertThat(e.line()).isEqualTo(2));
  }

  @Test
  void ofAnotherVersionNothingIsRead() throws IOException {
    JsonValue later = document("{\"schemaVersion\": 2}");

    assertThatExceptionOfType(JsonFormatException.class)
        .isThrownBy(() -> JsonReader.requireVersion(later))
        .withMessage("not a version that this kbaudit reads, which is 1: '2'");
  }

  private static void read(JsonValue value, String kind) throws IOException {
    switch (kind) {
      case "text" -> value.text();
      case "flag" -> value.flag();
      case "count" -> value.count(1);
      case "number" -> value.number(0);
      case "items" -> value.items();
      case "fields" -> {
        for (JsonValue item : value.items()) {
          item.find("b");
        }
      }
      case "time" -> value.time();
      default -> throw new IllegalArgumentException(kind);
    }
  }

  private static JsonValue document(String text) throws IOException {
    try (JsonReader json = reader(text)) {
      JsonValue document = json.begin();
      while (json.nextField()) {
        document.put(json.field(), json.read());
      }
      json.end();
      return document;
    }
  }

  private static JsonReader reader(String text) throws IOException {
    return JsonReader.of(new StringReader(text));
  }
}
