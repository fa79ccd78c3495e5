package io.kbaudit.article.reader.page;

import static io.kbaudit.article.reader.Given.rowsOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.article.Article;
import io.kbaudit.article.ExpectedFile;
import io.kbaudit.article.reader.Given;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  private static String page(String content) {
    return "<!DOCTYPE html><html><head><title>An update</title></head><body>"
        + content
        + "</body></html>";
  }
}
