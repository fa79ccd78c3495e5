package io.kbaudit.article.reader.table;

import static io.kbaudit.article.reader.Given.rowsOf;
import static io.kbaudit.article.reader.Given.unreadOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.kbaudit.article.Article;
import io.kbaudit.article.ArticleRemark;
import io.kbaudit.article.reader.Given;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("StringConcatToTextBlock") // line ends are what is tested
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

  private static List<String> groupsOf(String text) {
    return Given.article(text).rows().stream()
        .map(row -> row.variant().group().orElse(""))
        .toList();
  }

  @ParameterizedTest
  @CsvSource({"120, 120", "121, 0"})
  void aTitleAboveHeadingsIsNoLongerThanALine(int length, int group) {
    String title = "x, " + "y".repeat(length - 3);

    assertThat(groupsOf(title + "\nFile name,Size,Date\na.dll,1,11-Apr-2026\n"))
        .containsExactly(title.substring(0, group));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      textBlock =
          """
          one,two          ! File name,Size               ! ''
          one,two          ! File name,Size,Date          ! one, two
          one,two,three    ! File name,Size,Date,Time     ! one, two, three
          one,two,three,so ! File name,Size,Date,Time,MD5 ! ''
          Size             ! File name,Size,Date          ! ''
          """)
  void aTitleAboveHeadingsHasFewerCellsAndIsNoHeading(String title, String headings, String group) {
    assertThat(groupsOf(title + "\n" + headings + "\na.dll,1" + ",".repeat(5) + "\n"))
        .containsExactly(group);
  }

  @Test
  void theTitleOfATableIsNotItsGroupAsWell() {
    Article article = Given.article("Some text.\nDatabase Services\nFile name,Size\na.dll,2\n");

    assertThat(article.rows())
        .extracting(row -> row.variant().table() + "|" + row.variant().group().orElse(""))
        .containsExactly("Database Services|");
  }

  @ParameterizedTest
  @CsvSource({"120, 2, 0", "121, 1, 1"})
  void aTitleAmongRowsIsNoLongerThanALine(int length, int rows, int unread) {
    String text = "File name,Size\na.dll,1\n" + "x".repeat(length) + "\nb.dll,2\n";

    assertThat(rowsOf(text)).hasSize(rows);
    assertThat(unreadOf(text)).hasSize(unread);
  }

  @ParameterizedTest
  @CsvSource({"3, 2, 0", "4, 1, 1"})
  void soManyTitlesMayStandAboveARow(int titles, int rows, int unread) {
    String text = "File name,Size\na.dll,1\n" + "Some title\n".repeat(titles) + "b.dll,2\n";

    assertThat(rowsOf(text)).hasSize(rows);
    assertThat(unreadOf(text)).hasSize(unread);
  }

  @ParameterizedTest
  @ValueSource(strings = {"More", "More,", ",More", "Files for alpha.dll"})
  void aTitleAmongRowsStandsInOneCellAlone(String line) {
    String title = line.replace(",", "");

    assertThat(groupsOf("File name,Size\na.dll,1\n" + line + "\nb.dll,2\n"))
        .containsExactly("", title);
    assertThat(unreadOf("File name,Size\na.dll,1\n" + line + "\nb.dll,2\n")).isEmpty();
  }

  @Test
  void headingsWithoutRowsAreSaidToHaveNone() {
    assertThat(unreadOf("File name,Size\n")).containsExactly("1: a file table without rows");
  }

  @Test
  void whatAnExportedTableSaysToBeUnreadIsUnreadAgain() {
    String heading = "Table,File name,File size,Not read\n";

    assertThat(Given.article(heading + ",a.dll,1,\n,,,a line that is torn\n").unreadRows())
        .extracting(ArticleRemark::line, ArticleRemark::text)
        .containsExactly(tuple(3, "a line that is torn"));
    assertThat(unreadOf(heading + ",a.dll,1,\n,,,\n,b.dll,2,\n")).isEmpty();
  }

  @Test
  void theRowsBelowOneThatIsCutAreRead() {
    String text = "File name;Size;Language\na.dll\nb.dll;2;English\n";

    assertThat(rowsOf(text)).containsExactly("b.dll|||2||");
    assertThat(unreadOf(text)).containsExactly("2: a row of 1 cell in a table of 3 columns");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      textBlock =
          """
          b.dll           ! 3: a row of 1 cell in a table of 3 columns
          b.dll2,new of   ! 3: a row of 2 cells in a table of 3 columns
          www.contoso.org ! ''
          Yes,no          ! ''
          1,234           ! 3: a value below a row, that no row has
          """)
  void aLineOfOtherThanItsColumnsIsARowWhereItNamesAFile(String line, String unread) {
    assertThat(unreadOf("File name,Size,Date\na.dll,1,11-Apr-2026\n" + line + "\n"))
        .containsExactlyElementsOf(unread.isEmpty() ? List.of() : List.of(unread));
  }

  @Test
  void aValueBelowTheTableEndsIt() {
    assertThat(unreadOf("File name,File version,Size\na.dll,1.0,2\n234\nb.dll,\n"))
        .containsExactly(
            "3: a value below a row, that no row has",
            "4: a row of a file table whose heading is missing or not understood");
  }

  @Test
  void aTitleAboveFurtherHeadingsIsNoPartOfTheTableAboveIt() {
    assertThat(unreadOf("File name,Size\na.dll,1\nRelease\n1.0\nFile name,Size\nb.dll,2\n"))
        .isEmpty();
  }

  @Test
  void tabsThatAlignColumnsPartNoCells() {
    assertThat(rowsOf("File name\t\tZorp\tDate\na.dll\t\t\tfoo\t10-Mar-2011\n"))
        .containsExactly("a.dll|10-Mar-2011||||");
  }
}
