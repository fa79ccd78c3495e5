package io.kbaudit.article.reader.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kbaudit.article.ArticleFormatException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("StringConcatToTextBlock") // lines are repeated
class MimeHeaderTest {
  @ParameterizedTest
  @ValueSource(strings = {"MIME-Version: 1.0\n", "Content-Type: text/html\n"})
  void aMessageOfMoreLinesThanAHeaderHasIsRefused(String field) {
    String others = "X-Of: a client\n".repeat(MimeHeader.MOST_LINES);

    assertThatExceptionOfType(ArticleFormatException.class)
        .isThrownBy(() -> MimeHeader.at(lines(field + others), 0, "a.mht"))
        .withMessage(
            "a.mht, line 501: a header of a saved page that has more than 500 lines, which none has:"
                + " 'X-Of: a client'");
  }

  @Test
  void aTextOfSoManyLinesIsNoMessage() throws ArticleFormatException {
    String text = "Title: An update\n".repeat(MimeHeader.MOST_LINES + 1) + "\n";

    assertThat(MimeHeader.at(lines(text), 0, "a.txt")).isEmpty();
  }

  /** A stroke stands for the end of a line. */
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          A: b/C: d,           0, 2
          A: b/C: d/,          0, 2
          'A: b/ c/\td/Text',  0, 3
          A: b/Text/C: d,      0, 1
          Text/A: b/ c,        1, 3
          ' c/A: b',           0, 0
          Text,                0, 0
          """)
  void fieldsEndWhereALineIsNoneAndGoesNoneOn(String text, int from, int end) {
    assertThat(MimeHeader.endOfFields(lines(text.replace('/', '\n')), from)).isEqualTo(end);
  }

  @Test
  void fieldsEndBehindAsManyAsAHeaderMayHave() {
    String fields = "A: b\n".repeat(MimeHeader.MOST_LINES + 9);

    assertThat(MimeHeader.endOfFields(lines(fields), 3)).isEqualTo(3 + MimeHeader.MOST_LINES);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          TEXT/HTML ,            text/html
          text/html; charset=a,  text/html
          '; charset=a',         ''
          """)
  void theTypeEndsBeforeItsParameters(String field, String type) {
    assertThat(header(field).type()).isEqualTo(type);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "multipart/mixed",
        "multipart/mixed; boundary=",
        "multipart/mixed; boundary=\"\"",
        "multipart/mixed; boundary=\" \"",
        "multipart/mixed; xboundary=b",
        "text/plain; boundary=b"
      })
  void partsThatNothingPartsAreNone(String field) {
    assertThat(header(field).isMultipart()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "multipart/mixed; boundary=a-b",
        "Multipart/Mixed; type=\"text/html\"; BOUNDARY=\"a-b\"",
        "multipart/mixed; boundary=\"a\\-b \""
      })
  void partsArePartedByWhatTheTypeNames(String field) {
    assertThat(header(field).isMultipart()).isTrue();
    assertThat(header(field).parameter("boundary")).hasValue("a-b");
  }

  private static MimeHeader header(String type) {
    return new MimeHeader(Map.of("content-type", type), 0);
  }

  private static MimeLines lines(String text) {
    return new MimeLines(text.getBytes(StandardCharsets.ISO_8859_1));
  }
}
