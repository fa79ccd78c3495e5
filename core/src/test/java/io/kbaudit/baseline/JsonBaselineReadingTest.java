package io.kbaudit.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.kbaudit.article.Article;
import io.kbaudit.article.reader.BundledArticles;
import io.kbaudit.file.Digest;
import io.kbaudit.file.FileName;
import io.kbaudit.json.JsonFormatException;
import io.kbaudit.report.Schemas;
import io.kbaudit.signature.Publisher;
import io.kbaudit.signature.SignatureDemand;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonBaselineReadingTest {
  private static final Article ARTICLE =
      BundledArticles.find(BundledArticles.KB2492954).orElseThrow();

  private static final Baseline BASELINE =
      new Baseline(
          "standard.json",
          List.of(
              file(1, "Dnsclient.msi", "DNSClient.msi", "a", Optional.of("{CODE}")),
              file(
                  4,
                  "Exchange2007oabresourcemana",
                  "caf\u00E9 \uD83D\uDE00",
                  "b",
                  Optional.empty())));

  private final Path folder;

  JsonBaselineReadingTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void aFileOfSoManyBytesIsReadAndALargerOneRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("a.json"), "\uFEFF{}\n");
    Path large = folder.resolve("large.json");
    try (RandomAccessFile holes = new RandomAccessFile(large.toFile(), "rw")) {
      holes.setLength(JsonBaseline.MAXIMUM_BYTES + 1L);
    }

    assertThat(JsonBaseline.text(file, 3)).isEqualTo("{}\n");
    assertThatExceptionOfType(JsonFormatException.class)
        .isThrownBy(() -> JsonBaseline.text(file, 2));
    assertThatExceptionOfType(BaselineFormatException.class)
        .isThrownBy(() -> JsonBaseline.read(large, ARTICLE))
        .withMessage("large.json, line 1: larger than 64 MiB, which no baseline is");
  }

  @Test
  void whatIsWrittenIsReadBack() throws IOException {
    assertThat(read(written())).isEqualTo(BASELINE);
  }

  @Test
  void whatIsDemandedOfSignaturesIsReadBack() throws IOException {
    for (SignatureDemand demand :
        List.of(
            SignatureDemand.REQUIRED,
            SignatureDemand.signedBy(
                List.of(Publisher.of("Caf\u00E9 \u202E"), Publisher.of("a".repeat(64)))))) {
      Baseline demanding = BASELINE.demanding(demand);
      StringWriter out = new StringWriter();

      JsonBaseline.write(demanding, ARTICLE, out);

      assertThat(read(Schemas.valid("baseline", out.toString()))).isEqualTo(demanding);
    }
  }

  @Test
  void aPublisherWithoutNameIsRefused() throws IOException {
    String blank =
        written()
            .replace(
                "\"files\":",
                "\"signature\": {\"required\": true, \"publishers\": [\" \"]}, \"files\":");

    assertThatExceptionOfType(BaselineFormatException.class)
        .isThrownBy(() -> read(blank))
        .withMessageContaining("is not the name of a publisher");
  }

  @Test
  void fieldsOfLaterVersionsArePassedOver() throws IOException {
    String later =
        written()
            .replace("\"row\": 1,", "\"row\": 1, \"owner\": {\"name\": [1, {}]},")
            .replace("\"files\":", "\"signed\": [[], {\"a\": null}], \"files\":");

    assertThat(read(later)).isEqualTo(BASELINE);
  }

  @Test
  void aByteOrderMarkIsNoPartOfIt() throws IOException {
    assertThat(read("\uFEFF" + written())).isEqualTo(BASELINE);
  }

  /** Each pair: what is replaced in a sound baseline by what, and the message. */
  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "schemaVersion": 1 | "schemaVersion": 2 | standard.json, line 2: not a version that this kbaudit reads, which is 1: '2'
          "schemaVersion": 1 | "schemaVersion": "1" | standard.json, line 2: not a version that this kbaudit reads, which is 1: '1'
          "schemaVersion": 1 | "version": 1 | standard.json, line 1: 'schemaVersion' is missing here
          "id": "KB2492954" | "id": "KB1" | standard.json, line 8: made for another article than KB2492954: 'KB1'
          "row": 1, | "row": 2, | standard.json, line 13: made for another article: row 2 of KB2492954 is not 'Dnsclient.msi'
          "row": 1, | "row": 0, | standard.json, line 14: 'row' is not a whole number from 1: '0'
          "row": 1, | "row": 1.5, | standard.json, line 14: 'row' is not a whole number from 1: '1.5'
          "row": 1, | `` | standard.json, line 13: 'row' is missing here
          "row": 1, | "row": 1, "row": 1, | standard.json, line 14: not JSON: Duplicate field 'row'
          "name": "DNSClient.msi" | "name": " ." | standard.json, line 16: 'name' is not a file name: ' .'
          "size": 5 | "size": 99999999999999999999 | standard.json, line 17: 'size' is not a whole number from 0: '99999999999999999999'
          "size": 5 | "size": null | standard.json, line 17: 'size' is not a whole number from 0: 'null'
          10T10:04:37Z | 10 10:04 | standard.json, line 18: 'modified' is not a UTC time such as 2011-03-10T10:04:37Z: '2012-03-10 10:04'
          "packageCode": "{CODE}" | "packageCode": 5 | standard.json, line 20: 'packageCode' is not a text: '5'
          "article": { | "article": [], "x": { | standard.json, line 7: 'article' is not an object {...}
          "article": { | "article": null, "x": { | standard.json, line 7: 'article' is not an object {...}: 'null'
          "article": { | "x": { | standard.json, line 1: 'article' is missing here
          "modified": "2012 | "modified": "2011 | standard.json, line 17: row 1 lists another size for this date: '5'
          "files": [ | "files": {}, "x": [ | standard.json, line 12: 'files' is not a list [...]
          "files": [ | "others": [ | standard.json, line 1: there are no 'files'
          "files": [ | "files": [ 5, | standard.json, line 12: this is not an object {...}: '5'
          """)
  void whatIsWrongIsNamedWithItsLine(String sound, String wrong, String message)
      throws IOException {
    String text = written();
    assertThat(text).contains(sound);

    assertThatExceptionOfType(BaselineFormatException.class)
        .isThrownBy(
            () -> read(text.replaceFirst(Pattern.quote(sound), Matcher.quoteReplacement(wrong))))
        .withMessage(message);
  }

  @Test
  void twoFilesForOneRowAreOneTooMany() throws IOException {
    String text = written();
    String first =
        text.substring(
            text.indexOf("    {\n      \"row\": 1"), text.indexOf("    {\n      \"row\": 4"));

    assertThatExceptionOfType(BaselineFormatException.class)
        .isThrownBy(() -> read(text.replace(first, first + first)))
        .withMessage("standard.json, line 23: a second file for row 1, after that on line 13");
  }

  @Test
  void aBaselineCutAnywhereIsRefusedOnTheLineOfTheCut() throws IOException {
    String text = written().stripTrailing();
    for (int end = 0; end < text.length(); end++) {
      String cut = text.substring(0, end);

      Throwable thrown = catchThrowable(() -> read(cut));

      assertThat(thrown).as("cut at %d", end).isInstanceOf(BaselineFormatException.class);
      assertThat(((BaselineFormatException) thrown).line())
          .isBetween(1, (int) cut.lines().count() + 1);
    }
  }

  @Test
  void aCutIsCalledOne() throws IOException {
    String text = written();

    assertThatExceptionOfType(BaselineFormatException.class)
        .isThrownBy(() -> read(text.substring(0, text.indexOf("\"sha256\""))))
        .withMessage("standard.json, line 19: it ends in the middle, as a file does that was cut");
  }

  @Test
  void whatFollowsTheEndIsRefused() throws IOException {
    String text = written();

    assertThatExceptionOfType(BaselineFormatException.class)
        .isThrownBy(() -> read(text + "{}"))
        .withMessage("standard.json, line 35: something follows the end");
  }

  @Test
  void anEmptyFileIsNoBaseline() {
    assertThatExceptionOfType(BaselineFormatException.class)
        .isThrownBy(() -> read(""))
        .withMessage("standard.json, line 1: it is empty");
  }

  @Test
  void whatIsNoTextIsNoBaseline() throws IOException {
    Path file = Files.write(folder.resolve("standard.json"), new byte[] {(byte) 0xD0, (byte) 0xCF});

    assertThatExceptionOfType(BaselineFormatException.class)
        .isThrownBy(() -> JsonBaseline.read(file, ARTICLE))
        .withMessage("standard.json, line 1: it is not text in UTF-8");
  }

  private Baseline read(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("standard.json"), text, StandardCharsets.UTF_8);
    return JsonBaseline.read(file, ARTICLE);
  }

  private static String written() throws IOException {
    StringWriter out = new StringWriter();
    JsonBaseline.write(BASELINE, ARTICLE, out);
    Schemas.assertValid("baseline", out.toString());
    return out.toString();
  }

  private static BaselineFile file(
      int row, String listed, String name, String digit, Optional<String> code) {
    return new BaselineFile(
        row,
        FileName.of(listed),
        FileName.of(name),
        5,
        Instant.parse("2012-03-10T10:04:37Z"),
        Digest.sha256(digit.repeat(64)),
        new BaselineFile.Codes(code, Optional.empty()));
  }
}
