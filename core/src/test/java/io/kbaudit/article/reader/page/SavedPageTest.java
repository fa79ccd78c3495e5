package io.kbaudit.article.reader.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.kbaudit.article.Article;
import io.kbaudit.article.ArticleFormatException;
import io.kbaudit.article.ArticleRemark;
import io.kbaudit.article.ExpectedFile;
import io.kbaudit.article.reader.ArticleReader;
import io.kbaudit.article.reader.Given;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("StringConcatToTextBlock") // parts are put together
class SavedPageTest {
  private static final String HTML =
      """
      <html><head><title>An update</title></head><body>
      <table><tr><th>File name</th><th>Size</th></tr>
      <tr><td>a.msi</td><td>1,234</td></tr></table></body></html>
      """;

  private static final String QUOTED =
      """
      <html><head><title>An upd=
      ate</title></head><body>
      <table class=3D"x"><tr><th>File name</th><th>Si=
      ze</th></tr>
      <tr><td>a.m=
      si</td><td>1,=32=33=34</td></tr><tr><td>b.msi</td><td>2</td></tr>=\s\s
      </table></body></html>
      """;

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void aQuotedPageIsReadWithTheLinesOfTheFile(String lineEnd) throws IOException {
    Article article =
        read(
            multipart("quoted-printable", QUOTED)
                .replace("\n", lineEnd)
                .getBytes(StandardCharsets.UTF_8));

    assertThat(Given.rows(article)).containsExactly("a.msi|||1,234||", "b.msi|||2||");
    assertThat(article.rows()).extracting(ExpectedFile::line).containsExactly(14, 15);
    assertThat(article.title()).hasValue("An update");
    assertThat(article.unreadRows()).isEmpty();
  }

  /** Base64 holds 57 bytes a line; the row begins behind 98. */
  @ParameterizedTest
  @CsvSource({"8bit", "7bit", "binary", "BASE64", "x-unheard-of"})
  void aPageIsReadInAnyEncoding(String encoding) throws IOException {
    String body =
        encoding.equals("BASE64")
            ? Base64.getMimeEncoder().encodeToString(HTML.getBytes(StandardCharsets.UTF_8)) + "\n"
            : HTML;

    Article article = read(multipart(encoding, body).getBytes(StandardCharsets.UTF_8));

    assertThat(Given.rows(article)).containsExactly("a.msi|||1,234||");
    assertThat(article.rows())
        .extracting(ExpectedFile::line)
        .containsExactly(encoding.equals("BASE64") ? 11 : 12);
    assertThat(article.unreadRows()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "windows-1251, windows-1251",
    "'\"utf-8\"', utf-8",
    "utf-16le, utf-16le",
    "utf-8, windows-1252",
    "unheard-of, utf-8",
    "iso-8859-1, windows-1252"
  })
  void aPageIsReadInTheCharacterSetThatItNamesOrElseIsIn(String named, String written)
      throws IOException {
    String name =
        written.equals("windows-1251") ? "ж" : written.equals("windows-1252") ? "“é" : "é";
    byte[] page = HTML.replace("a.msi", name + ".msi").getBytes(Charset.forName(written));
    String body = Base64.getMimeEncoder().encodeToString(page) + "\n";

    Article article =
        read(
            multipart("base64", body)
                .replace("text/html\n", "text/html; charset=" + named + "\n")
                .getBytes(StandardCharsets.UTF_8));

    assertThat(Given.rows(article)).containsExactly(name + ".msi|||1,234||");
  }

  @Test
  void aPageMayBeTheOnlyPart() throws IOException {
    Article article =
        read(
            ("From: <Saved by a browser>\nMIME-Version: 1.0\nContent-Type: text/html\n"
                    + "Content-Transfer-Encoding: quoted-printable\n\n"
                    + QUOTED)
                .getBytes(StandardCharsets.UTF_8));

    assertThat(Given.rows(article)).containsExactly("a.msi|||1,234||", "b.msi|||2||");
  }

  @Test
  void aFileInUtf16IsReadAsWell() throws IOException {
    byte[] file = ("\uFEFF" + multipart("8bit", HTML)).getBytes(StandardCharsets.UTF_16LE);

    assertThat(Given.rows(read(file))).containsExactly("a.msi|||1,234||");
  }

  @Test
  void whatIsShownInAFrameIsReadBehindThePage() throws IOException {
    String frame = part("<html><body>" + table("frame.msi") + "</body></html>\n");
    String page =
        part("<html><title>The page</title><body>" + table("page.msi") + "</body></html>\n");

    assertThat(Given.rows(read(message("", page + frame))))
        .containsExactly("page.msi|||1||", "frame.msi|||1||");
    Article article =
        read(
            message(
                "; start=\"<page>\"", frame + page.replace("\n\n", "\nContent-ID: <page>\n\n")));
    assertThat(Given.rows(article)).containsExactly("page.msi|||1||", "frame.msi|||1||");
    assertThat(article.title()).hasValue("The page");
  }

  @Test
  void picturesAreNothingToRead() throws IOException {
    String picture =
        "--b\nContent-Type: image/png\nContent-Transfer-Encoding: binary\n\n\0\0\0\0\0\0<table>\n";

    assertThat(Given.rows(read(message("", part(HTML) + picture))))
        .containsExactly("a.msi|||1,234||");
  }

  @Test
  void ofAlternativesTheLastIsReadAndPartsMayBeNested() throws IOException {
    String mail =
        "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=outer\n\nA preamble\n--outer\n"
            + "Content-Type: multipart/alternative;\n boundary=inner\n\n--inner\n\n"
            + "File name: plain.msi\nSize: 1\n--inner\nContent-Type: text/html\n\n"
            + table("page.msi")
            + "\n--inner--\n--outer\nContent-Type: text/csv\n\nFile name,Size\nattached.msi,2\n"
            + "--outer--\nFile name,Size\nepilogue.msi,2\n";

    Article article = read(mail.getBytes(StandardCharsets.UTF_8));

    assertThat(Given.rows(article)).containsExactly("page.msi|||1||", "attached.msi|||2||");
    assertThat(article.rows()).extracting(ExpectedFile::line).containsExactly(16, 22);
    assertThat(article.unreadRows()).isEmpty();
  }

  @Test
  void aFileThatBreaksOffIsSaidToBeCutShort() throws IOException {
    String whole = multipart("quoted-printable", QUOTED);

    Article article =
        read(whole.substring(0, whole.indexOf("--b--")).getBytes(StandardCharsets.UTF_8));

    assertThat(Given.rows(article)).hasSize(2);
    assertThat(article.unreadRows())
        .extracting(ArticleRemark::text)
        .containsExactly(
            "The page breaks off: what it opens it does not close; what it lists after that is not"
                + " read.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PGh0bWw", "PGh0bWw+P", "====", "", "\u0001\u0002"})
  void base64ThatBreaksOffIsReadAsFarAsItGoes(String body) throws IOException {
    assertThat(read(multipart("base64", body + "\n").getBytes(StandardCharsets.UTF_8)).rows())
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Title: An update\nDocument: Q123456\n\nFile name,Size\na.msi,1\n",
        "Content-Type: text/html\n\nFile name,Size\na.msi,1\n",
        "Content-Type: multipart/related\nMIME-Version: 1.0\n\nFile name,Size\na.msi,1\n"
      })
  void aTextThatBeginsLikeAMessageIsNone(String text) throws IOException {
    assertThat(Given.rows(read(text.getBytes(StandardCharsets.UTF_8))))
        .containsExactly("a.msi|||1||");
  }

  @Test
  void aFileWithoutAPageIsRefused() {
    String picture = "--b\nContent-Type: image/png\n\nx\n";

    assertThatExceptionOfType(ArticleFormatException.class)
        .isThrownBy(() -> read(message("", picture)))
        .withMessage("a.mht: a saved page that has no text in it");
  }

  @Test
  @Tag("volume")
  void partsNestedTooDeepAreRefusedAndNoneCostsMoreThanItsLength() {
    StringBuilder deep = new StringBuilder("MIME-Version: 1.0\n");
    for (int i = 0; i < 2_000; i++) {
      deep.append("Content-Type: multipart/mixed; boundary=b")
          .append(i)
          .append("\n\n--b" + i + "\n");
    }
    byte[] wide = message("", part(table("a.msi") + "\n").repeat(2_000));

    assertTimeoutPreemptively(
        Duration.ofSeconds(60),
        () -> {
          assertThatExceptionOfType(ArticleFormatException.class)
              .isThrownBy(() -> read(deep.toString().getBytes(StandardCharsets.UTF_8)))
              .withMessage("a.mht: a saved page of parts nested more than 100 deep, which none is");
          assertThat(read(wide).rows()).hasSize(2_000);
        });
  }

  /** What is attached to a message, and to what is attached to that. */
  @Test
  void messagesNestedAHundredDeepAreReadAndDeeperOnesRefused() throws IOException {
    String attached = "Content-Type: message/rfc822\n\n";
    String deepest = "Content-Type: text/html\n\n" + table("b.msi") + "\n";
    String page = part(table("a.msi") + "\n") + "--b\n";

    assertThat(
            Given.rows(read(message("", page + attached.repeat(SavedPage.MOST_NESTED) + deepest))))
        .containsExactly("a.msi|||1||", "b.msi|||1||");
    assertThatExceptionOfType(ArticleFormatException.class)
        .isThrownBy(
            () -> read(message("", page + attached.repeat(SavedPage.MOST_NESTED + 1) + deepest)))
        .withMessage("a.mht: a saved page of parts nested more than 100 deep, which none is");
  }

  @Test
  void partsNestedAHundredDeepAreRead() throws IOException {
    StringBuilder deep = new StringBuilder("MIME-Version: 1.0\n");
    for (int i = 0; i < SavedPage.MOST_NESTED; i++) {
      deep.append("Content-Type: multipart/mixed; boundary=b").append(i).append("\n\n");
      deep.append("--b").append(i).append('\n');
    }
    deep.append("Content-Type: text/html\n\n").append(table("a.msi")).append('\n');
    for (int i = SavedPage.MOST_NESTED - 1; i >= 0; i--) {
      deep.append("--b").append(i).append("--\n");
    }

    Article article = read(deep.toString().getBytes(StandardCharsets.UTF_8));

    assertThat(Given.rows(article)).containsExactly("a.msi|||1||");
    assertThat(article.unreadRows()).isEmpty();
  }

  /** A part that nobody reads could list a file that nobody checks. */
  @ParameterizedTest
  @ValueSource(strings = {"Content-Type: text/html\n%s", "%sContent-Type: text/html\n"})
  void aHeaderOfSoManyLinesIsReadAndALongerOneRefused(String header) throws IOException {
    String page = part(table("a.msi") + "\n") + "--b\n";
    String longest = header.formatted("X-Of: a client\n".repeat(MimeHeader.MOST_LINES - 1));
    String body = "\n" + table("b.msi") + "\n";

    assertThat(Given.rows(read(message("", page + longest + body))))
        .containsExactly("a.msi|||1||", "b.msi|||1||");
    assertThatExceptionOfType(ArticleFormatException.class)
        .isThrownBy(() -> read(message("", page + "X-One: more\n" + longest + body)))
        .withMessageStartingWith(
            "a.mht, line 509: a header of a saved page that has more than 500 lines, which none"
                + " has: '");
  }

  @Test
  void aFieldOfSoManyCharactersIsReadAndALongerOneRefused() throws IOException {
    String page = part(table("a.msi") + "\n") + "--b\n";
    String type = "Content-Type: multipart/mixed; x=%s; boundary=c";
    String body = "\n\n--c\n\n<html>" + table("b.msi") + "\n--c--\n";
    String longest = type.formatted("y".repeat(MimeHeader.LONGEST_FIELD - type.length() + 2));

    assertThat(longest).hasSize(MimeHeader.LONGEST_FIELD);
    assertThat(Given.rows(read(message("", page + longest + body))))
        .containsExactly("a.msi|||1||", "b.msi|||1||");
    for (String longer :
        List.of(
            longest.replace("x=", "xx="),
            longest.replace("; b", ";\n  z=" + "z".repeat(20) + "; b"))) {
      assertThatExceptionOfType(ArticleFormatException.class)
          .isThrownBy(() -> read(message("", page + longer + "0" + body)))
          .withMessageMatching(
              "a.mht, line (9|10): a field of a saved page that is longer than 4,000 characters, which"
                  + " none is: '[^']*'");
    }
  }

  /** Such as the address of a picture that is its own content. */
  @Test
  void aFieldThatNobodyAsksForMayBeAsLongAsItLikes() throws IOException {
    byte[] file =
        new String(message("", part(table("a.msi") + "\n")), StandardCharsets.UTF_8)
            .replace(
                "Content-Type: text/html", "X: " + "y".repeat(99_999) + "\nContent-Type: text/html")
            .replace("MIME-Version", "Received: " + "z".repeat(99_999) + "\nMIME-Version")
            .getBytes(StandardCharsets.UTF_8);

    assertThat(Given.rows(read(file))).containsExactly("a.msi|||1||");
  }

  @Test
  void aPartThatBeginsWithNoHeaderIsRefused() {
    assertThatExceptionOfType(ArticleFormatException.class)
        .isThrownBy(
            () -> read(message("", part(table("a.msi") + "\n") + "--b\n" + table("b.msi") + "\n")))
        .withMessageStartingWith(
            "a.mht, line 9: a part of a saved page that begins with no header: '<table>");
  }

  @Test
  void aPartOfThirtyTwoMebibytesIsReadAndALargerOneRefused() throws IOException {
    byte[] bytes = new byte[(int) MimePart.LARGEST + 1];
    Arrays.fill(bytes, (byte) ' ');
    bytes[bytes.length - 2] = '\n';
    MimeLines lines = new MimeLines(bytes);
    MimeHeader plain = new MimeHeader(Map.of(), 0);

    assertThat(new MimePart(plain, 0, 1).text(lines, "a.mht").text()).hasSize(bytes.length - 1);
    assertThatExceptionOfType(ArticleFormatException.class)
        .isThrownBy(() -> new MimePart(plain, 0, 2).text(lines, "a.mht"))
        .withMessage("a.mht: a part of more than 32 MiB, which no page has");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%1$s--b\nContent-Type: application/vnd.ms-excel\n\n%2$s--b--\n",
        "%1$s--b\nContent-Type: application/octet-stream\n\n%2$s--b--\n"
      })
  void whatIsAttachedToThePageAndIsTextIsRead(String message) throws IOException {
    String attached = "File name,Size\nb.msi,2\n";

    Article article =
        read(
            ("MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n"
                    + message.formatted(part(HTML), attached))
                .getBytes(StandardCharsets.UTF_8));

    assertThat(Given.rows(article)).containsExactly("a.msi|||1,234||", "b.msi|||2||");
    assertThat(article.remarks())
        .extracting(ArticleRemark::kind)
        .doesNotContain(ArticleRemark.Kind.PART_NOT_READ);
  }

  @ParameterizedTest
  @CsvSource({
    "4, '%2$s%1$s--b--\n'",
    "11, '%1$s--b--\n%2$s'",
    "11, '%1$s--b--\n--b\nContent-Type: text/html\n\n%2$s--b--\n'",
    "13, '%1$s--b\nContent-Type: multipart/mixed; boundary=c\n\n%2$s--c--\n--b--\n'"
  })
  void whatStandsBetweenThePartsIsSaid(int line, String message) throws IOException {
    Article article =
        read(
            ("MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n"
                    + message.formatted(part(HTML), "File name,Size\nb.msi,2\n"))
                .getBytes(StandardCharsets.UTF_8));

    assertThat(Given.rows(article)).containsExactly("a.msi|||1,234||");
    assertThat(article.remarks())
        .filteredOn(remark -> remark.kind() == ArticleRemark.Kind.PART_NOT_READ)
        .extracting(remark -> remark.line() + ": " + remark.text())
        .containsExactly(
            line + ": What the saved page has with it as 'text outside of its parts' is not read.");
  }

  @ParameterizedTest
  @CsvSource({"'%s=\n%s\n', 9", "'%s=%s\n', 8", "'%s=\n\n%s\n', 9", "'%s=\n', 0", "'%s=\n--\n', 0"})
  void whatStandsBehindThePaddingOfBase64IsSaid(String lines, int line) throws IOException {
    String page = "<table><tr><td>File name<td>Size<tr><td>a.msi<td>1,234</table>";
    String letters = base64(page).replace("=", "");
    String part =
        "--b\nContent-Type: text/html\nContent-Transfer-Encoding: base64\n\n"
            + lines.formatted(letters, base64("File name,Size\nb.msi,2\n"));

    Article article = read(message("", part));

    assertThat(Given.rows(article)).containsExactly("a.msi|||1,234||");
    assertThat(article.remarks())
        .filteredOn(remark -> remark.kind() == ArticleRemark.Kind.PART_NOT_READ)
        .extracting(ArticleRemark::line)
        .isEqualTo(line == 0 ? List.of() : List.of(line));
  }

  @Test
  void theWordsForProgramsThatShowNoPagesAreNothingToSay() throws IOException {
    String words = "This is a multi-part message in MIME format.\n\n";

    assertThat(read(message("", words + part(HTML))).remarks())
        .extracting(ArticleRemark::kind)
        .doesNotContain(ArticleRemark.Kind.PART_NOT_READ);
  }

  @Test
  void whatComesWithThePageAndIsNoTextIsSaid() throws IOException {
    String pdf = "--b\nContent-Type: application/pdf\n\n%PDF-1.7\u0000\u0001\n";
    String coded =
        "--b\nContent-Type: text/plain\nContent-Transfer-Encoding: x-uuencode\n\nbegin 644 a\n";
    String picture = "--b\nContent-Type: image/png\n\n\u0089PNG\u0000\n";

    Article article = read(message("", part(HTML) + picture + pdf + coded));

    assertThat(article.remarks())
        .filteredOn(remark -> remark.kind() == ArticleRemark.Kind.PART_NOT_READ)
        .extracting(remark -> remark.line() + ": " + remark.text())
        .containsExactly(
            "17: What the saved page has with it as 'application/pdf' is not read.",
            "22: What the saved page has with it as 'text/plain in x-uuencode' is not read.");
  }

  @Test
  void aPartThatHasNoLineIsOnTheLastOne() throws IOException {
    Article article =
        read(
            """
            MIME-Version: 1.0
            Content-Type: multipart/related; boundary=b

            --b
            Content-Type: text/html
            Content-Transfer-Encoding: x-none
            """
                .getBytes(StandardCharsets.UTF_8));

    assertThat(article.remarks())
        .extracting(ArticleRemark::kind, ArticleRemark::line)
        .containsExactly(
            tuple(ArticleRemark.Kind.ROW_UNREAD, 7), tuple(ArticleRemark.Kind.PART_NOT_READ, 7));
  }

  /** A browser may write the address of the page, however long it is, above what tells of it. */
  @ParameterizedTest
  @ValueSource(ints = {-100_000, 0, 1, 5, 20, 40, 70})
  void aMessageMayBeToldByFieldsFarBehindItsBeginning(int before) throws IOException {
    String first = "From: <Saved by a browser>\nX: ";
    String file = multipart("quoted-printable", QUOTED);
    String address = "y".repeat(65_536 - first.length() - 1 - before);

    Article article =
        read(file.replaceFirst("\n", "\nX: " + address + "\n").getBytes(StandardCharsets.UTF_8));

    assertThat(Given.rows(article)).containsExactly("a.msi|||1,234||", "b.msi|||2||");
  }

  @Test
  void aPageIsReadThatGoesOnFarBehindItsBeginning() throws IOException {
    String body = "<!-- " + "x".repeat(70_000) + " -->" + table("a.m=73i") + "\n";

    assertThat(
            Given.rows(read(multipart("quoted-printable", body).getBytes(StandardCharsets.UTF_8))))
        .containsExactly("a.msi|||1||");
  }

  @Test
  void blankLinesMayStandAboveAMessage() throws IOException {
    String file = "\r\n\n" + multipart("quoted-printable", QUOTED);

    assertThat(Given.rows(read(file.getBytes(StandardCharsets.UTF_8))))
        .containsExactly("a.msi|||1,234||", "b.msi|||2||");
    assertThat(SavedPage.find("\n\n".getBytes(StandardCharsets.UTF_8), "a.txt")).isEmpty();
  }

  @Test
  void aMessageOfAMillionLinesIsReadAndALongerOneRefused() throws IOException {
    String header = "MIME-Version: 1.0\nContent-Type: text/html\n\n";
    String lines = "\n".repeat(ArticleText.MAXIMUM_LINES - 4);

    assertThat(SavedPage.find((header + lines).getBytes(StandardCharsets.UTF_8), "a.mht"))
        .isPresent();
    assertThatExceptionOfType(ArticleFormatException.class)
        .isThrownBy(
            () -> SavedPage.find((header + lines + "\n").getBytes(StandardCharsets.UTF_8), "a.mht"))
        .withMessage("a.mht: a saved page of more than a million lines, which no article is");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "Content-Type: text/html", "Content-Type: text/html\nContent-ID: <b>"})
  void aFileMayEndInTheHeaderOfAPart(String header) throws IOException {
    String file =
        "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n"
            + part(table("a.msi") + "\n")
            + "--b\n"
            + header;

    Article article = read(file.getBytes(StandardCharsets.UTF_8));

    assertThat(Given.rows(article)).containsExactly("a.msi|||1||");
    assertThat(article.unreadRows())
        .extracting(ArticleRemark::text)
        .containsExactly(
            "The page breaks off: what it opens it does not close; what it lists after that is not"
                + " read.");
  }

  @Test
  void partsNestedDeeperThanAHundredAreRefused() {
    StringBuilder deep = new StringBuilder("MIME-Version: 1.0\n");
    for (int i = 0; i <= SavedPage.MOST_NESTED; i++) {
      deep.append("Content-Type: multipart/mixed; boundary=b").append(i).append("\n\n");
      deep.append("--b").append(i).append('\n');
    }
    deep.append("Content-Type: text/html\n\n").append(table("a.msi")).append('\n');

    assertThatExceptionOfType(ArticleFormatException.class)
        .isThrownBy(() -> read(deep.toString().getBytes(StandardCharsets.UTF_8)))
        .withMessage("a.mht: a saved page of parts nested more than 100 deep, which none is");
  }

  @ParameterizedTest
  @CsvSource({"Q0, true", "Q9, true", "Q/:, false"})
  void ofWhatStandsBetweenThePartsNumbersAreSaid(String words, boolean said) throws IOException {
    Article article = read(message("", words + "\n" + part(table("a.msi") + "\n")));

    assertThat(article.remarks())
        .extracting(ArticleRemark::kind)
        .satisfies(
            kinds -> assertThat(kinds.contains(ArticleRemark.Kind.PART_NOT_READ)).isEqualTo(said));
  }

  @Test
  void aPartThatIsNotClosedEndsWithThatInWhichItStands() throws IOException {
    String inner =
        "--b\nContent-Type: multipart/alternative; boundary=c\n\n--c\n\nFile name,Size\nb.msi,2\n--c\n"
            + "Content-Type: text/html\n\n"
            + table("b.msi").replace("1", "2")
            + "\n";

    Article article =
        read(message("", part(table("a.msi") + "\n") + inner + part(table("c.msi") + "\n")));

    assertThat(Given.rows(article)).containsExactly("a.msi|||1||", "b.msi|||2||", "c.msi|||1||");
    assertThat(article.unreadRows())
        .extracting(ArticleRemark::text)
        .containsExactly(
            "The page breaks off: what it opens it does not close; what it lists after that is not"
                + " read.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--b\n\n%1$s--b\nContent-Type: text/html\n\n%2$s--b\nContent-Type: image/png\n\n\0\n--b--\n",
        "--b\n\nText\n--b\nContent-Type: text/html\n\n%2$s--b\nContent-Type: image/png\n\n\0\n--b--\n",
        "--b\nContent-Type: text/html\n\n%2$s--b\nContent-Type: image/png\n\n\0\n--b--\n",
        "--b\n\n%1$s--b\n\n%1$s--b\nContent-Type: text/html\n\n%2$s--b--\n"
      })
  void ofAlternativesTheLastThatCanBeReadIs(String parts) throws IOException {
    String mail =
        "MIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=b\n\n"
            + parts.formatted("File name,Size\nplain.msi,2\n", table("page.msi") + "\n");

    assertThat(Given.rows(read(mail.getBytes(StandardCharsets.UTF_8))))
        .containsExactly("page.msi|||1||");
  }

  @Test
  void thePageIsReadBeforeATextThatStandsAboveIt() throws IOException {
    String text = "--b\nContent-Type: text/plain\n\nFile name,Size\nb.msi,2\n";

    assertThat(Given.rows(read(message("", text + part(table("a.msi") + "\n")))))
        .containsExactly("a.msi|||1||", "b.msi|||2||");
  }

  @Test
  void aTextMayEndWithoutTheEndOfALine() throws IOException {
    String mail = "MIME-Version: 1.0\nContent-Type: text/plain\n\nFile name,Size\na.msi,1\nb.msi,2";

    Article article = read(mail.getBytes(StandardCharsets.UTF_8));

    assertThat(Given.rows(article)).containsExactly("a.msi|||1||", "b.msi|||2||");
    assertThat(article.rows()).extracting(ExpectedFile::line).containsExactly(5, 6);
  }

  private static String table(String name) {
    return "<table><tr><th>File name<th>Size<tr><td>" + name + "<td>1</table>";
  }

  private static String multipart(String encoding, String body) {
    return "From: <Saved by a browser>\nMIME-Version: 1.0\n"
        + "Content-Type: multipart/related; type=\"text/html\";\n\tboundary=\"b\"\n\n"
        + "--b\nContent-Type: text/html\nContent-Transfer-Encoding: "
        + (encoding + "\n\n" + body + "--b--\n");
  }

  private static String part(String html) {
    return "--b\nContent-Type: text/html\n\n" + html;
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] message(String parameters, String parts) {
    return ("MIME-Version: 1.0\nContent-Type: multipart/related; boundary=\"b\""
            + parameters
            + "\n\n"
            + parts
            + "--b--\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static Article read(byte[] file) throws IOException {
    return ArticleReader.read(new ByteArrayInputStream(file), "a.mht", Optional.empty());
  }
}
