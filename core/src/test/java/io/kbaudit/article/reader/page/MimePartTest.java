package io.kbaudit.article.reader.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.article.ArticleFormatException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MimePartTest {
  /** {@code n} and {@code r} stand for the ends of lines, a point for the end of the part. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "A=41=4a=6D., AAJm.",
    "=30=0A=41., 0nA.",
    "AnB., AnB.",
    "AnBn., AnBn.",
    "ArnBrn., AnBn.",
    "A \tn., An.",
    "A\tn B., An B.",
    "A=nB., AB.",
    "A=\tnB., AB.",
    "nA., nA.",
    "=n=., .",
    "=4., =4.",
    "A=4nB., A=4nB.",
    "=4G=G4., =4G=G4.",
    "A=3D=nB=20n., A=B n."
  })
  void whatIsQuotedIsWrittenOut(String quoted, String text) throws ArticleFormatException {
    assertThat(text("quoted-printable", given(quoted)).text()).isEqualTo(given(text));
  }

  private static String given(String text) {
    return text.replace('n', '\n').replace('r', '\r').replace(".", "");
  }

  @Test
  void aQuotedZeroIsAZero() throws ArticleFormatException {
    assertThat(text("quoted-printable", "a=00b").text()).isEqualTo("a\0b");
  }

  @Test
  void aQuotedTextKeepsTheNumbersOfItsLines() throws ArticleFormatException {
    MimePart.Text text = text("quoted-printable", "File=20name,Si=\nze\na.msi,1\n");

    assertThat(text.lines())
        .containsExactly(new Line(1, "File name,Size"), new Line(3, "a.msi,1"), new Line(4, ""));
  }

  /** A line of base64 holds 57 bytes. */
  @Test
  void whatIsInBase64StandsOnTheLineThatHoldsIt() throws ArticleFormatException {
    byte[] bytes = "x".repeat(130).getBytes(StandardCharsets.UTF_8);
    LineNumbers numbers = text("base64", Base64.getMimeEncoder().encodeToString(bytes)).numbers();

    assertThat(numbers.at(56)).isEqualTo(1);
    assertThat(numbers.at(57)).isEqualTo(2);
    assertThat(numbers.at(113)).isEqualTo(2);
    assertThat(numbers.at(114)).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource({"YS5tc2ks, 'a.msi,'", "YS5tc2k, a.msi", "YS5tc2k=, a.msi", "YS5tc2k=YWFh, a.msi"})
  void base64NeedsNoEndOfItsLastLine(String coded, String text) throws ArticleFormatException {
    assertThat(text("base64", coded).text()).isEqualTo(text);
  }

  @Test
  void linesAsTheyStandAreNumberedAsTheyStand() throws ArticleFormatException {
    assertThat(text("8bit", "File name,Size\r\n\r\na.msi,1\nb.msi,2").lines())
        .containsExactly(
            new Line(1, "File name,Size"),
            new Line(2, ""),
            new Line(3, "a.msi,1"),
            new Line(4, "b.msi,2"));
  }

  @Test
  void aTextMayBeginWithABlankLineOrBeEmpty() throws ArticleFormatException {
    assertThat(text("8bit", "\na").lines()).containsExactly(new Line(1, ""), new Line(2, "a"));
    assertThat(text("8bit", "").lines()).containsExactly(new Line(1, ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"x-EUC-TW", "x-SJIS_0213", "UTF-16", "UTF-32", "windows-1252"})
  void aTextIsReadToItsEndInAnyCharacterSet(String charset) throws ArticleFormatException {
    String text = "File name,Size\na.msi,679936\n".repeat(20);
    byte[] bytes = text.getBytes(Charset.forName(charset));
    MimeLines lines = new MimeLines(bytes);
    Map<String, String> fields = Map.of("content-type", "text/plain; charset=" + charset);

    assertThat(
            new MimePart(new MimeHeader(fields, 0), 0, lines.count()).text(lines, "a.mht").text())
        .isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
  void aMarkedTextInUtf16IsText(String charset) throws ArticleFormatException {
    byte[] bytes = "\uFEFFFile name,Size\na.msi,1\n".getBytes(Charset.forName(charset));
    MimeLines lines = new MimeLines(bytes);
    MimePart part = new MimePart(new MimeHeader(Map.of(), 0), 0, lines.count());

    assertThat(part.holdsText(lines)).isTrue();
    assertThat(part.text(lines, "a.mht").text()).isEqualTo("File name,Size\na.msi,1\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "a\tb", "a b~", "\u001B[0m", "\u00FF", "\u00FF\u00FD", "\u00FE\u00FE"})
  void aPartIsTextWhoseCharactersTextsHave(String content) {
    assertThat(holdsText(content)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\0b",
        "a\u0001b",
        "a\u001Fb",
        "\u00FFa\0",
        "a\u00FE\0",
        "\u00FEa\0",
        "a\u00FF\0"
      })
  void aPartIsNoTextThatHasACharacterOfNone(String content) {
    assertThat(holdsText(content)).isFalse();
  }

  @Test
  void theMarkOfUtf8IsNothingToRead() throws ArticleFormatException {
    assertThat(text("8bit", "\uFEFFFile name").text()).isEqualTo(" File name");
  }

  private static boolean holdsText(String content) {
    MimeLines lines = new MimeLines(content.getBytes(StandardCharsets.ISO_8859_1));

    return new MimePart(new MimeHeader(Map.of(), 0), 0, lines.count()).holdsText(lines);
  }

  private static MimePart.Text text(String encoding, String body) throws ArticleFormatException {
    MimeLines lines = new MimeLines(body.getBytes(StandardCharsets.UTF_8));
    Map<String, String> fields = Map.of("content-transfer-encoding", encoding);

    return new MimePart(new MimeHeader(fields, 0), 0, lines.count()).text(lines, "a.mht");
  }
}
