package io.kbaudit.article.reader;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.kbaudit.article.Article;
import io.kbaudit.article.ArticleFormatException;
import io.kbaudit.article.ListedSize;
import io.kbaudit.article.ListedTime;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that nobody wrote to be read. Those that must not cost memory are in ArticleFuzzTest. */
class HostileArticleTest {
  private static final Duration LONG_ENOUGH = Duration.ofMinutes(2);

  private static final String TABLE =
      "| File name | Date | File size |\n|---|\n| a.msi | 10-Mar-2011 | 1,234 |\n";

  @Test
  void aLineLongerThanAnyTablesIsRefused() {
    assertThatExceptionOfType(ArticleFormatException.class)
        .isThrownBy(() -> read(TABLE + "x".repeat(600_000)))
        .withMessageStartingWith("a.txt, line 4: a line longer than 512 KiB");
  }

  @Test
  @Tag("volume")
  void moreThanAMillionLinesAreRefused() {
    assertThatExceptionOfType(ArticleFormatException.class)
        .isThrownBy(() -> read("\n".repeat(1_000_001)))
        .withMessage("a.txt: more than a million lines, which no article has");
  }

  @Test
  @Tag("volume")
  void aHundredThousandRowsAreAllRead() throws IOException {
    Article article = read("| File name | Size |\n" + lines(n -> "| f" + n + ".msi | " + n + " |"));

    assertThat(article.rows()).hasSize(100_000);
    assertThat(article.unreadRows()).isEmpty();
  }

  @Test
  @Tag("volume")
  void everyNameMayHaveItsOwnExtension() throws IOException {
    Article article = read("| File name | Size |\n" + lines(n -> "| f.x" + n + " | " + n + " |"));

    assertThat(article.rows()).hasSize(100_000);
  }

  @Test
  void aPageFetchesNothing() throws IOException {
    try (ServerSocketChannel server = ServerSocketChannel.open()) {
      server
          .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
          .configureBlocking(false);
      String site = "http://127.0.0.1:" + server.socket().getLocalPort() + "/";

      Article article =
          read(
              """
              <!DOCTYPE html SYSTEM "%1$sdtd">
              <html><head><base href="%1$s"><link rel="stylesheet" href="%1$scss">
              <meta http-equiv="refresh" content="0;url=%1$s"><script src="%1$sjs"></script></head>
              <body background="%1$s"><img src="%1$spng"><iframe src="%1$s"></iframe>
              <object data="%1$s"></object><embed src="%1$s"><video src="%1$s"></video>
              <table><tr><th>File name<th>Size<tr><td>a.msi<td><img src="%1$s">1,234</table>
              """
                  .formatted(site));

      assertThat(article.rows()).hasSize(1);
      assertThat(server.accept()).isNull();
    }
  }

  @Test
  void scriptsStylesAndCommentsListNoFiles() throws IOException {
    String table = "<table><tr><th>File name<th>Size<tr><td>decoy.msi<td>1</table>";

    Article article =
        read(
            "<html><script>%1$s</script><style>%1$s</style><!-- %1$s --><template>%1$s</template>"
                    .formatted(table)
                + "<noscript>%1$s</noscript>".formatted(table)
                + table.replace("decoy", "a"));

    assertThat(article.rows()).extracting(row -> row.printed().name()).containsExactly("a.msi");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 100, 126})
  void aTableThatIsNestedAsDeepAsMayBeLosesNoRow(int depth) throws IOException {
    Article article =
        read(
            "<html><body>"
                + "<table><tr><td>".repeat(depth)
                + "<table><tr><th>File name</th><th>Size</th></tr>"
                + "<tr><td>a.msi</td><td>1</td></tr><tr><td>b.msi</td><td>2</td></tr></table>"
                + "</td></tr></table>".repeat(depth)
                + "</body></html>");

    assertThat(article.rows())
        .extracting(row -> row.printed().name())
        .containsExactly("a.msi", "b.msi");
  }

  /** What stands deeper is moved by the parser, as by browsers. */
  @Test
  void elementsNestedDeeperThanBrowsersBuildThemAreRefused() throws IOException {
    String page = "<html><body>\n%s<table><tr><th>File name<th>Size<tr><td>a.msi<td>1</table>";

    assertThat(read(page.formatted("<div>".repeat(506))).rows()).hasSize(1);
    assertThatExceptionOfType(ArticleFormatException.class)
        .isThrownBy(() -> read(page.formatted("<div>".repeat(507))))
        .withMessage(
            "a.txt, line 2: an element that stands in more than 512 others, which none of an"
                + " article does: '<th>'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<div>", "<pre>", "<b>", "<ul>", "<table><br>", "<font color=red>"})
  @Tag("volume")
  void aMegabyteOfTagsThatAreNotClosedCostsMoments(String tag) throws IOException {
    String page = "<html>" + tag.repeat(1_000_000 / tag.length());

    try {
      assertThat(read(page).rows()).isEmpty();
    } catch (ArticleFormatException refused) {
      assertThat(refused).hasMessageContaining("more than 512 others");
    }
  }

  /** Preformatted text in a cell has lines of its own. */
  @Test
  void aCellIsOneLine() throws IOException {
    Article article =
        read("<html><table><tr><th>File name<th>Size<tr><td><pre>a.msi\n(x86)</pre><td>1</table>");

    assertThat(article.rows())
        .extracting(row -> row.printed().name())
        .containsExactly("a.msi (x86)");
  }

  @Test
  void textBelowWhatIsNoRowContinuesNone() throws IOException {
    Article article = read("name Ver\n4:12 7 5\n     n");

    assertThat(article.rows()).isEmpty();
    assertThat(article.unreadRows()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u0301",
        "\u0130",
        "\u03A3",
        "\u03A3'",
        "\u0345\u0301",
        "\u0F72\u0F71",
        "\uFDFA",
        "\u00DF"
      })
  @Tag("volume")
  void halfAMegabyteOfLettersThatAreHardToCompareCostsMoments(String letters) throws IOException {
    String many = letters.repeat(250_000 / letters.length());

    Article article = read(TABLE + "| " + many + ".msi | " + many + " | 1 |\n" + many);

    assertThat(article.rows()).hasSizeLessThanOrEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<table><tr><th>File name<th>Size<tr><td>a.msi<td>1,234",
        "<table><th>File name</b><th>Size</i><tr><td><b>a.msi<td><i>1,234</table></table></td>",
        "<TABLE><TBODY><TR><TD><P>File name<TD>Size</TR><TR><TD><A HREF=x>a.msi<TD>1&#44;234",
        "<table><tr><td>File&nbsp;name<td>Size<tr><td>a&#46;msi<td>&nbsp;1,234&nbsp;</table>",
      })
  void aPageWhoseTagsDoNotMatchIsReadAsBrowsersDo(String html) throws IOException {
    Article article = read("<html><body>" + html);

    assertThat(article.rows())
        .extracting(row -> row.printed().name() + " " + row.printed().size())
        .containsExactly("a.msi 1,234");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\0",
        "\uFEFF",
        "\u2028",
        "\u2029",
        "\u0085",
        "\u200F",
        "\u202E",
        "\u200B",
        "\u00AD",
        "\u001B[2J",
        "\f",
        "\u000B",
        "\uFFFE",
        "\uD83D\uDE00"
      })
  void aCharacterThatIsNotSeenLosesNoRow(String hidden) throws IOException {
    Article article =
        read(
            TABLE
                + "| b%1$s.msi | 10-Mar-2011 | 1,234 |\n| c.msi | 10%1$s-Mar-2011 | 1,2%1$s34 |\n"
                    .formatted(hidden));

    assertThat(article.rows().size() + article.unreadRows().size()).isGreaterThanOrEqualTo(3);
    assertThat(article.rows().get(0).size()).hasValue(ListedSize.ofBytes(1_234));
    assertThat(article.rows().stream().skip(2)).allSatisfy(row -> assertThat(row.size()).isEmpty());
  }

  @Test
  void aLoneSurrogateIsReadAsWhateverItIsDecodedTo() throws IOException {
    byte[] text =
        ("\uFEFF" + TABLE.replace("a.msi", "a\uD800.msi")).getBytes(StandardCharsets.UTF_16LE);

    Article article = ArticleReader.read(new ByteArrayInputStream(text), "a.txt", Optional.empty());

    assertThat(article.rows()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "| FILE NAME | DATE | TIME | FILE SIZE |\n|---|\n| DISK.MSI | 10-APRIL-2011 | 1:04 P.M. | 1 KB |",
        "FILE NAME   DATE           TIME     FILE SIZE\n\nDISK.MSI    10-APRIL-2011  1:04 PM  1 KB",
        "FILE NAME,DATE,TIME,FILE SIZE\nDISK.MSI,10-APRIL-2011,1:04 PM,1 KB",
        "FILE NAME: DISK.MSI\nDATE: 10-APRIL-2011\nTIME: 1:04 PM\nFILE SIZE: 1 KB",
        "<TABLE><TR><TH>FILE NAME<TH>DATE<TH>TIME<TH>FILE SIZE"
            + "<TR><TD>DISK.MSI<TD>10-APRIL-2011<TD>1:04 PM<TD>1 KB</TABLE>",
      })
  void aTurkishComputerReadsWhatAllOthersRead(String text) throws IOException {
    Article elsewhere = read(text);
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("tr-TR"));
    try {
      assertThat(read(text)).isEqualTo(elsewhere);
    } finally {
      Locale.setDefault(before);
    }
    assertThat(elsewhere.rows()).hasSize(1);
    assertThat(elsewhere.rows().get(0).modified().map(ListedTime::toString))
        .hasValue("2011-04-10T13:04Z");
    assertThat(elsewhere.rows().get(0).size().map(ListedSize::toString)).hasValue("1 KB");
  }

  private static String lines(IntFunction<String> line) {
    return IntStream.range(0, 100_000).mapToObj(line).collect(joining("\n", "", "\n"));
  }

  private static Article read(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return assertTimeoutPreemptively(
        LONG_ENOUGH,
        () -> ArticleReader.read(new ByteArrayInputStream(bytes), "a.txt", Optional.empty()));
  }
}
