package io.kbaudit.article.reader.cell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a word looks like, before anything says of which column it is. */
class ShapeTest {
  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          10-Mar-2011            | DATE
          2011-03-10             | DATE
          3/10/2011              | DATE
          99/99/99               | BROKEN_DATE
          6/12                   | BROKEN_DATE
          17:55                  | TIME
          10:04a                 | TIME
          2011-03-10T10:04       | MODIFIED
          1,391                  | SIZE
          105 KB                 | SIZE
          1391                   | NUMBER
          6.1.7601.17514         | VERSION
          1.35                   | VERSION
          a.dll                  | FILE_NAME
          VIP.386                | FILE_NAME
          7z.exe                 | FILE_NAME
          Größe.msi              | FILE_NAME
          <DIR>                  | FOLDER
          n/a                    | NOTHING
          -                      | NOTHING
          x86                    | TEXT
          Windows                | TEXT
          17:5x                  | TEXT
          """)
  void aWordLooksLikeAValue(String word, Shape shape) {
    assertThat(Shape.of(word)).isEqualTo(shape);
  }

  @Test
  void digestsAreToldByTheirLength() {
    assertThat(Shape.of("a".repeat(32))).isEqualTo(Shape.MD5);
    assertThat(Shape.of("A".repeat(40))).isEqualTo(Shape.SHA1);
    assertThat(Shape.of("a".repeat(64))).isEqualTo(Shape.SHA256);
    assertThat(Shape.of("a".repeat(128))).isEqualTo(Shape.SHA512);
    assertThat(Shape.of("a".repeat(31))).isEqualTo(Shape.TEXT);
    assertThat(Shape.of("a".repeat(33))).isEqualTo(Shape.UNKNOWN_DIGEST);
    assertThat(Shape.of("a".repeat(96))).isEqualTo(Shape.UNKNOWN_DIGEST);
    assertThat(Shape.of("1".repeat(18))).isEqualTo(Shape.NUMBER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a", "a.", ".", "1.2", "1.2.3", "a b", "a/b", "a.d*l", "a;b.dll", "3.5mm|"})
  void whatHasNoExtensionIsNoFileName(String word) {
    assertThat(Shape.of(word)).isNotEqualTo(Shape.FILE_NAME);
  }
}
