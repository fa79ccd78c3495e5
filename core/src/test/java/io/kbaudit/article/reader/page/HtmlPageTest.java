package io.kbaudit.article.reader.page;

import static io.kbaudit.article.reader.Given.rowsOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kbaudit.article.Article;
import io.kbaudit.article.ArticleFormatException;
import io.kbaudit.article.ExpectedFile;
import io.kbaudit.article.reader.Given;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("StringConcatToTextBlock") // a page of one line is one line here
class HtmlPageTest {
  private static final String HEADING =
      "<table><tr><th>File name</th><th>Date</th><th>Size</th></tr>\n";

  @Test
  void aCellOverSeveralRowsStandsInEach() {
    assertThat(
            rowsOf(
                page(
                    HEADING
                        + "<tr><td>a.msi<td rowspan=2>10-Mar-2011<td>1<tr><td>b.msi<td>2</table>")))
        .containsExactly("a.msi|10-Mar-2011||1||", "b.msi|10-Mar-2011||2||");
  }

  @Test
  void aTextIsOnTheLineOfItsFirstLetter() {
    assertThat(
            ShownLines.of(
                "<html><body>\n\n<p>\n\nFirst &amp; last</p>\r\n\r\n<b></b>\n <i>\n Second</i>\n"
                    + "<div><b> </b>\n\nThird\n</div>"))
        .isEqualTo("5: First & last\n\n9: Second\n12: Third\n\n");
  }

  @Test
  void aCellOverAllColumnsIsTheGroupOfTheRowsBelowIt() {
    Article article =
        Given.article(
            page(HEADING + "<tr><td colspan=3>For x64<tr><td>a.msi<td>10-Mar-2011<td>1</table>"));

    assertThat(article.rows())
        .extracting(row -> row.variant().group().orElse(""))
        .containsExactly("For x64");
  }

  @Test
  void whatLooksLikeMarkdownInACellIsText() {
    assertThat(rowsOf(page(HEADING + "<tr><td>a[1]`~|*.msi<td>10-Mar-2011<td>1,234</table>")))
        .containsExactly("a[1]`~|*.msi|10-Mar-2011||1,234||");
  }

  @Test
  void aTableInACellOfTheLayoutIsReadAlone() {
    assertThat(
            rowsOf(
                page(
                    "<table><tr><td>Menu<td>"
                        + HEADING
                        + "<tr><td>a.msi<td>10-Mar-2011<td>1</table></table>")))
        .containsExactly("a.msi|10-Mar-2011||1||");
  }

  @Test
  void whatAFieldShowsIsRead() {
    String row =
        "<tr><td><input value='a.msi'><td><INPUT type=text value=10-Mar-2011><td>%s</table>";

    assertThat(rowsOf(page(HEADING + row.formatted("1<input type=hidden value=2>"))))
        .containsExactly("a.msi|10-Mar-2011||1||");
    assertThat(rowsOf(page("<p>\n<input value='b.msi 1.2.3.4 123 13-Mar-2010'></p>")))
        .containsExactly("b.msi|13-Mar-2010||123|1.2.3.4|");
  }

  @Test
  void elementsThatNoBlankPartsHideNoValueBehindAName() {
    assertThat(Given.unreadOf(page("<li><span>a.dll</span><span>22,017</span></li>"))).hasSize(1);
    assertThat(rowsOf(page(HEADING + "<tr><td>a<b>1</b>.msi<td>10-Mar-2011<td>1</table>")))
        .containsExactly("a1.msi|10-Mar-2011||1||");
  }

  @Test
  void aPageInAFrameIsReadWhereTheFrameStands() {
    String frame =
        "<p>\n</p><iframe srcdoc='%s<tr><td>a.msi<td>10-Mar-2011<td>1</table>'>none</iframe>";

    Article article = Given.article(page(frame.formatted(HEADING.replace("<", "&lt;"))));

    assertThat(Given.rows(article)).containsExactly("a.msi|10-Mar-2011||1||");
    assertThat(article.rows()).extracting(ExpectedFile::line).containsExactly(2);
  }

  @Test
  void aRowIsOnTheLineOnWhichItBeginsInTheSource() {
    Article article =
        Given.article(page("\n\n" + HEADING + "<tr>\n<td>a.msi\n<td>10-Mar-2011<td>1\n</table>"));

    assertThat(article.rows()).extracting(ExpectedFile::line).containsExactly(4);
  }

  @Test
  void aSentenceBelowPreformattedTextIsNoPartOfItsTable() {
    Article article =
        Given.article(
            page("<pre>Platform  File name  Size\nx86       a.dll      1,024</pre>All in UTC."));

    assertThat(Given.rows(article)).containsExactly("a.dll|||1,024||x86");
    assertThat(article.statements().timesAreUtc()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "<!-- saved from -->", "<?xml version=\"1.0\"?>\n", "\uFEFF", " \r\n"})
  void aPageIsToldByItsBeginning(String before) {
    String html = HEADING + "<tr><td>a.msi<td>10-Mar-2011<td>1</table>";

    assertThat(rowsOf(before + "<html><body>" + html)).hasSize(1);
  }

  @Test
  void aTableOfHtmlInATextIsReadWhereItStands() {
    assertThat(
            rowsOf(
                "| File name | Size |\n| a.msi | 1 |\n\nText\n"
                    + HEADING
                    + "<tr><td>b.msi<td>10-Mar-2011<td>2</table>\n\nFile name,Size\nc.msi,3\n"))
        .containsExactly("a.msi|||1||", "b.msi|10-Mar-2011||2||", "c.msi|||3||");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<tr><th>Package<th>Download size<th>Link<tr><td>a.msi<td>12 MB<td>Get it",
        "<tr><th>Term<th>Meaning<tr><td>GDR<td>general distribution",
        "<tr><th>Component<th>Version<tr><td>Exchange<td>6.5"
      })
  void tablesOfOtherKindsListNoFiles(String rows) {
    assertThat(rowsOf(page("<table>" + rows + "</table>"))).isEmpty();
  }

  @Test
  void aTableStandsApartFromTheTextAroundIt() {
    assertThat(
            ShownLines.of(
                """
                <html><body>Files
                <table><caption>For x64</caption>
                <tr><th>File name</th><th>Size</th></tr>
                <tr><td>a.msi</td><td>1</td></tr></table>All in UTC.
                <b>Read</b> this.</body></html>
                """))
        .isEqualTo(
            """
            1: Files

            2: For x64

            3: | File name | Size |
            4: | a.msi | 1 |

            4: All in UTC. Read this.

            """);
  }

  @Test
  void whatIsSetAsABlockIsALineOfItsOwn() {
    assertThat(
            ShownLines.of(
                """
                <html><body>Upd<b>ate</b><h2>Files</h2>
                <div> One <br
                >Two</div>Three
                <iframe srcdoc="Four"></iframe>Five
                <p>Six<b>
                seven</b> <i>eight</i></p>
                </body></html>
                """))
        .isEqualTo(
            """
            1: Update
            1: # Files

            2: One
            3: Two

            3: Three
            4: Four

            4: Five
            5: Six seven eight

            """);
  }

  @Test
  void preformattedTextKeepsItsBlanksAndStandsApart() {
    assertThat(
            ShownLines.of("<html><body> Files<pre>   Name\n a\n\n  b</pre>\n Below</body></html>"))
        .isEqualTo("1: Files\n1:    Name\n2:  a\n\n4:   b\n\n5: Below\n\n");
  }

  @Test
  void whatTheCellsOfALayoutHoldStandsOnLinesOfItsOwn() {
    assertThat(
            ShownLines.of(
                "<html><body><table><tr><td>Menu\n<td>Links\n<td>"
                    + HEADING
                    + "<tr><td>a.msi<td>10-Mar-2011<td>1</table>\n<td>Below</table></body></html>"))
        .isEqualTo(
            """
            1: Menu

            2: Links

            3: | File name | Date | Size |
            4: | a.msi | 10-Mar-2011 | 1 |

            5: Below

            """);
  }

  @Test
  void aPageWithoutATitleHasNone() throws IOException {
    assertThat(ShownLines.read("<html><title></title><body>Text</body></html>").title()).isEmpty();
    assertThat(ShownLines.read("<html><body>Text</body></html>").title()).isEmpty();
    assertThat(ShownLines.read(page("Text")).title()).hasValue("An update");
  }

  @Test
  void aTableOfMoreThanAThousandColumnsIsRefused() {
    assertThatExceptionOfType(ArticleFormatException.class)
        .isThrownBy(() -> ShownLines.read(page("<table><tr><td colspan=1000>a.msi<td>1</table>")))
        .withMessage("a.txt: a table of more than 1,000 columns");
  }

  @Test
  void aTagOfATableThatNothingClosesIsText() {
    String text = "Files\n<table> begins a table,\n<tr> a row.\n\nMore\n";

    assertThat(ShownLines.of(text))
        .isEqualTo("1: Files\n2: <table> begins a table,\n3: <tr> a row.\n\n5: More\n");
    assertThat(ShownLines.of("Above\n<table><tr><td>One</td></tr></table>\n<table> begins one.\n"))
        .isEqualTo("1: Above\n2: | One |\n\n3: <table> begins one.\n");
  }

  /** What is not closed ends above text of no cell. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<tr>\n<td>a.msi</td>\n</tr>",
        "<tr>\n<td>\na.msi\n</td>\n</tr>",
        "<tr>\n\n<td>\n\na.msi\n\n</td>\n</tr>",
        "<tr\nclass=x\nid=y>\n<td>a.msi</td>\n</tr>",
        "<tr\nclass=x\n>\n<td>a.msi\n</tr>\n<tr\n>",
        "<tr><td>\n<table><tr><td>a.msi</td></tr></table>\n</td></tr>\n<tr>"
      })
  void aTableOfATextThatIsNotClosedEndsAboveTheTextBelowIt(String rows) {
    String text =
        "Files\n<table>\n" + rows + "\nText\nMore\n<table><tr><td>One</td></tr></table>\nLast\n";
    int below = 3 + (int) rows.lines().count();

    assertThat(ShownLines.of(text))
        .startsWith("1: Files\n")
        .contains(": | a.msi |\n")
        .endsWith(
            "%d: Text\n%d: More\n%d: | One |\n\n%d: Last\n"
                .formatted(below, below + 1, below + 2, below + 3));
  }

  @Test
  void aTableOfATextThatIsNotClosedHasAllItsRows() {
    assertThat(
            ShownLines.of(
                """
                Files
                <table>
                <tr>
                <td>a.msi</td>
                </tr>

                <tr><td>b.msi</td></tr>
                Text
                <table>
                More
                <table><tr><td>One</td></tr></table>
                """))
        .isEqualTo(
            """
            1: Files
            3: | a.msi |
            7: | b.msi |

            8: Text
            10: More
            11: | One |

            """);
  }

  @Test
  void aTableOfATextThatIsNotClosedEndsAboveOneOfMarkdown() {
    assertThat(
            ShownLines.of(
                """
                Files
                <table>
                <tr><td>a.msi
                | File name |
                | --- |
                | b.msi |
                <table><tr><td>One</td></tr></table>
                """))
        .isEqualTo(
            """
            1: Files
            3: | a.msi |

            4: | File name |
            5: | --- |
            6: | b.msi |
            7: | One |

            """);
  }

  @Test
  void textBehindATableInACellIsOfThatCell() {
    assertThat(
            ShownLines.of(
                """
                Files
                <table>
                <tr><td><table><tr><td>a.msi</td></tr></table>
                outer
                </td></tr>
                Text
                <table><tr><td>One</td></tr></table>
                """))
        .isEqualTo(
            """
            1: Files
            3: | a.msi |

            4: outer

            6: Text
            7: | One |

            """);
  }

  @Test
  void aTableThatIsNotClosedEndsWithTheFirstInItThatIs() {
    assertThat(
            ShownLines.of(
                """
                Files
                <table>
                <tr>
                <td>
                <table><tr><td>a.msi</td></tr>
                </table>
                Text
                More
                """))
        .isEqualTo(
            """
            1: Files
            5: | a.msi |

            7: Text
            8: More
            """);
  }

  private static String page(String content) {
    return "<!DOCTYPE html><html><head><title>An update</title></head><body>"
        + content
        + "</body></html>";
  }
}
