package io.kbaudit.article.reader.table;

import static io.kbaudit.article.reader.Given.rowsOf;
import static io.kbaudit.article.reader.Given.unreadOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.article.Article;
import io.kbaudit.article.ArticleRemark;
import io.kbaudit.article.reader.Given;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvLayoutTest {
  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t"})
  void anySeparatorIsToldByTheHeading(String separator) {
    assertThat(
            rowsOf(
                "File name,File version,Date,Size\na.dll,10.0.1.2,11-Apr-2026,805376\n"
                    .replace(",", separator)))
        .containsExactly("a.dll|11-Apr-2026||805376|10.0.1.2|");
  }

  @ParameterizedTest
  @ValueSource(strings = {"HOSTS,22,016,13-Mar-2010", "HOSTS,824", "16,HOSTS"})
  void aRowOfOtherThanItsColumnsIsUnreadWhateverItsName(String row) {
    String text = "File name,Size,Date\na.dll,1,22-Oct-2009\n" + row + "\n";

    assertThat(unreadOf(text)).singleElement().asString().startsWith("3: a row of ");
    assertThat(unreadOf(text + "b.dll,2,22-Oct-2009\n")).hasSize(1);
  }

  /** Neither is surely meant, and no heading says which. */
  @Test
  void aRowWithoutHeadingsOfTwoDaysIsUnread() {
    assertThat(unreadOf("\"a.msi\",\"1,024\",\"3/13/2011\",\"3/13/2011 10:04 AM\"\n")).hasSize(1);
  }

  @Test
  void aNumberThatCannotBeReadMakesARowOfTwoCells() {
    Article article =
        Given.article(
            """
            File name,Size,Date,Time
            a.msi,1,10-Mar-2011,10:04
            b m,"$1,024",,
            c.msi,3,10-Mar-2011,10:04
            """);

    assertThat(Given.rows(article)).hasSize(3);
    assertThat(article.remarks())
        .filteredOn(remark -> remark.line() == 3)
        .extracting(ArticleRemark::text)
        .containsExactly("The size '$1,024' cannot be read and is left out.");
  }

  @Test
  void aTitleAboveRowsIsTheirGroup() {
    Article article =
        Given.article("File name,Size\na.dll,1\n\nWindows 11 arm64\nadditional\nb.dll,2\n");

    assertThat(article.rows())
        .extracting(row -> row.variant().group().orElse(""))
        .containsExactly("", "additional");
  }

  @Test
  void aTableOfAnotherLayoutBelowIsReadAsWell() {
    assertThat(
            rowsOf(
                """
                File name,Size
                a.dll,1
                More, in another way:

                | File name | Size |
                |---|---|
                | b.dll | 2 |
                """))
        .containsExactly("a.dll|||1||", "b.dll|||2||");
  }

  @Test
  void proseBelowIsNoPartOfTheTable() {
    Article article =
        Given.article(
            "File name,Size\na.dll,1\nThe times are listed in Coordinated Universal Time.\n");

    assertThat(article.statements().timesAreUtc()).isTrue();
    assertThat(article.rows()).hasSize(1);
  }

  @Test
  void aSizeThatIsNotQuotedIsLeftUnread() {
    assertThat(unreadOf("File name,Size\na.dll,1\nb.dll,805,376\n"))
        .containsExactly("3: a row of 3 cells in a table of 2 columns");
  }

  @Test
  void quotationMarksThatDoNotMatchLeaveTheirRowUnread() {
    String text = "File name,Size\n\"a.dll,1\nb.dll,2\n";

    assertThat(unreadOf(text)).containsExactly("2: a row whose quotation marks do not match");
    assertThat(rowsOf(text)).containsExactly("b.dll|||2||");
  }

  @Test
  void aZoneThatIsNotUnderstoodLeavesTheRowsUnread() {
    assertThat(unreadOf("File name,Date,Time (PST)\na.dll,11-Apr-2026,10:04\n"))
        .containsExactly("2: a row under a heading that cannot be read");
  }

  @Test
  void aRowInOtherQuotationMarksIsNotPassedOver() {
    String text =
        """
        File name,File version,Date,Time,File size
        Alpha.dll,6.1,22-Oct-2009,06:19,"1,000"
        'Beta.dll','6.1','22-Oct-2009','06:48','2000'
        """;

    assertThat(Given.rowsOf(text))
        .containsExactly(
            "Alpha.dll|22-Oct-2009|06:19|1,000|6.1|",
            "'Beta.dll'|'22-Oct-2009'|'06:48'|'2000'|'6.1'|");
  }

  @Test
  void aRowWithoutANameIsLeftUnread() {
    assertThat(unreadOf("File name,Date,Size\na.dll,11-Apr-2026,1\n,11-Apr-2026,2\n"))
        .containsExactly("3: a row without a file name");
  }

  @Test
  void runningTextWithCommasIsNoTable() {
    assertThat(rowsOf("In 2011, a.dll, 1,234 and more, were shipped.\n")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        Analysis Services
        File name,File size,Platform
        a.dll,1,x64

        Database Services
        File name,File size,Platform
        a.dll,2,x64
        """,
        """
        "Analysis Services",,,,
        File name,File size,Platform,,
        a.dll,1,x64,,
        ,,,,
        Database Services,,,,
        File name,File size,Platform,,
        a.dll,2,x64
        """,
        """
        "Analysis Services"
        "File name","File size","Platform"
        "a.dll","1","x64",,
        "Database Services"
        "File name","File size","Platform"
        "a.dll","2","x64",
        """
      })
  void aTitleAboveHeadingsThatComeAgainTellsItsSectionApart(String text) {
    Article article = Given.article(text);

    assertThat(Given.rows(article)).containsExactly("a.dll|||1||x64", "a.dll|||2||x64");
    assertThat(article.rows())
        .extracting(row -> row.variant().table() + row.variant().group().orElse(""))
        .containsExactly("Analysis Services", "Database Services");
    assertThat(article.unreadRows()).isEmpty();
  }

  @Test
  void aSentenceAboveHeadingsIsNoTitle() {
    assertThat(Given.article("All of it is here.\nFile name,Size\na.dll,1\n").rows())
        .extracting(row -> row.variant().group())
        .containsExactly(Optional.empty());
  }

  @Test
  void aRowThatIsShorterThanItsHeadingsStaysUnread() {
    assertThat(unreadOf("File name,Size,Date,,\na.dll,1,11-Apr-2026\nb.dll,2\n"))
        .containsExactly("3: a row of 2 cells in a table of 5 columns");
  }
}
