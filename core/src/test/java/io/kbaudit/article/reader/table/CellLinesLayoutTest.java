package io.kbaudit.article.reader.table;

import static io.kbaudit.article.reader.Given.rowsOf;
import static io.kbaudit.article.reader.Given.unreadOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.kbaudit.article.Article;
import io.kbaudit.article.ArticleRemark;
import io.kbaudit.article.ExpectedFile;
import io.kbaudit.article.reader.Given;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellLinesLayoutTest {
  private static final String HEADING =
      "File name\nFile version\nFile size\nDate\nTime\nPlatform\n";

  private static final String FIRST = "a.dll\n6.1.7601.22908\n805,376\n18-Dec-2014\n02:40\nx64\n";
  private static final String FIRST_ROW = "a.dll|18-Dec-2014|02:40|805,376|6.1.7601.22908|x64";

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void eachCellMayStandOnALineWithOrWithoutBlankOnesBetween(int lineEnds) {
    String second = "b.mum\nNot applicable\n2,345\n18-Dec-2014\n09:11\nNot applicable\n";
    String text = (HEADING + FIRST + second).replace("\n", "\n".repeat(lineEnds));

    Article article = Given.article("Intro\n\n" + text + "\n\nReferences\n\nMore text.\n");

    assertThat(Given.rows(article))
        .containsExactly(FIRST_ROW, "b.mum|18-Dec-2014|09:11|2,345|Not applicable|Not applicable");
    assertThat(article.rows())
        .extracting(ExpectedFile::line)
        .containsExactly(3 + 6 * lineEnds, 3 + 12 * lineEnds);
    assertThat(article.unreadRows()).isEmpty();
  }

  @Test
  void namesNeedNotComeFirst() {
    assertThat(
            rowsOf(
                """
                Date
                Time
                Size
                File name
                18-Dec-2014
                02:40
                1,234
                a.dll
                19-Dec-2014
                02:41
                2
                b.dll
                """))
        .containsExactly("a.dll|18-Dec-2014|02:40|1,234||", "b.dll|19-Dec-2014|02:41|2||");
  }

  @Test
  void anUnknownHeadingIsAColumnToo() {
    assertThat(rowsOf("File name\nRemark of ours\nFile size\na.dll\nnew\n1,234\nb.dll\nold\n2\n"))
        .containsExactly("a.dll|||1,234||", "b.dll|||2||");
  }

  @Test
  void aBlankLineInARowIsABlankCell() {
    assertThat(rowsOf(HEADING + "c.dll\n\n2,345\n18-Dec-2014\n09:11\nx86\n" + FIRST))
        .containsExactly("c.dll|18-Dec-2014|09:11|2,345||x86", FIRST_ROW);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\n\n"})
  void aRowThatLacksCellsIsReadWhereTheyFitInOneWay(String lineEnd) {
    String text =
        HEADING + "c.dll\n2,345\n18-Dec-2014\n09:11\nx86\n" + FIRST + "d.dll\n7\n18-Dec-2014\n";

    assertThat(
            rowsOf((text.replace("\n7\n", "\n7,000\n") + "\nReferences\n").replace("\n", lineEnd)))
        .containsExactly(
            "c.dll|18-Dec-2014|09:11|2,345||x86", FIRST_ROW, "d.dll|18-Dec-2014||7,000||");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\n\n"})
  void aRowThatLacksCellsIsUnreadWhereTheyFitInMoreWays(String lineEnd) {
    String text = HEADING + "c.dll\n2345\n18-Dec-2014\n09:11\nx86\n" + FIRST;

    assertThat(rowsOf(text.replace("\n", lineEnd))).containsExactly(FIRST_ROW);
    assertThat(unreadOf(text.replace("\n", lineEnd)))
        .containsExactly((6 * lineEnd.length() + 1) + ": a row of 5 lines in a table of 6 columns");
  }

  @Test
  void aRowOfMoreOrOtherCellsIsUnreadAndNotShifted() {
    String more = "c.dll\n1.0\n2,345\n3,456\n18-Dec-2014\n09:11\nx86\n";
    String other = "d.dll\n2,345\n1.0\n18-Dec-2014\n09:11\nx86\n";

    assertThat(rowsOf(HEADING + more + other + FIRST)).containsExactly(FIRST_ROW);
    assertThat(unreadOf(HEADING + more + other + FIRST))
        .containsExactly(
            "7: a row of 7 lines in a table of 6 columns",
            "14: a row whose cells, each on its line, do not fit the columns");
  }

  @Test
  void whereNamesComeLastTheRowsBehindAnUnreadOneAreRead() {
    String heading = "Date\nSize\nFile name\n";

    assertThat(
            rowsOf(heading + "18-Dec-2014\n1\na.dll\n18-Dec-2014\nb.dll\n18-Dec-2014\n3\nc.dll\n"))
        .containsExactly("a.dll|18-Dec-2014||1||", "c.dll|18-Dec-2014||3||");
    assertThat(
            unreadOf(
                heading + "18-Dec-2014\n1\na.dll\n18-Dec-2014\nb.dll\n18-Dec-2014\n3\nc.dll\n"))
        .containsExactly("7: a row of 2 lines in a table of 3 columns");
  }

  @Test
  void aNameThatIsWrappedIsUnread() {
    assertThat(unreadOf("File name\nFile size\nSome.Long.Name\nEnd.dll\n1,234\nb.dll\n2\n"))
        .containsExactly("3: a row of 1 line in a table of 2 columns");
  }

  @Test
  void aTitleAmongRowsIsTheGroupOfThoseBelow() {
    Article article = Given.article(HEADING + FIRST + "\nAdditional files\n\n" + FIRST);

    assertThat(article.rows())
        .extracting(row -> row.variant().group().orElse(""))
        .containsExactly("", "Additional files");
  }

  @Test
  void headingsThatComeAgainBeginATable() {
    Article article =
        Given.article(
            "## x86\n\n" + HEADING + FIRST + "\n## x64\n\nFile name\nFile size\nb.dll\n1,234\n");

    assertThat(Given.rows(article)).containsExactly(FIRST_ROW, "b.dll|||1,234||");
    assertThat(article.rows())
        .extracting(row -> row.variant().table())
        .containsExactly("x86", "x64");
  }

  @Test
  void aZoneThatIsNotUnderstoodLeavesTheRowsUnread() {
    assertThat(unreadOf("File name\nTime (PST)\nFile size\na.dll\n10:04\n1,234\n"))
        .containsExactly("4: a row under a heading that cannot be read");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Name of it\nWhat it weighs\nDay\n", "Some text.\n\n", ""})
  void valuesUnderNoHeadingThatIsUnderstoodAreSaidToBeUnread(String heading) {
    String text = heading + "a.dll\n1,234\n18-Dec-2014\nb.dll\n2\n18-Dec-2014\n";
    int first = heading.split("\n", -1).length;

    assertThat(unreadOf(text))
        .containsExactly(
            first + ": a row of a file table whose heading is missing or not understood",
            (first + 3) + ": a row of a file table whose heading is missing or not understood");
  }

  @Test
  void runningTextAndListsOfNamesAreNoTable() {
    for (String text :
        List.of(
            "Size\nmatters.\n\na.dll\nb.dll\n",
            "File name\n\nThe name of a file.\n\nFile size\n\nIts size.\n\na.dll\n",
            "Files\na.dll\nb.dll\n\nVersion\n1.0\n")) {
      assertThat(Given.article(text).rows()).isEmpty();
      assertThat(unreadOf(text)).isEmpty();
    }
  }

  @Test
  void namesMayComeLastInLinesWithBlankOnesBetween() {
    String text = "Date\nSize\nFile name\n18-Dec-2014\n1\na.dll\n19-Dec-2014\n2\nb.dll\n";

    assertThat(rowsOf(text.replace("\n", "\n\n")))
        .containsExactly("a.dll|18-Dec-2014||1||", "b.dll|19-Dec-2014||2||");
  }

  @Test
  void aBlankCellKeepsItsPlaceWhereWhatIsLeftWouldFitInMoreWays() {
    assertThat(rowsOf("File name\nLanguage\nFile size\na.dll\n\n1\nb.dll\n\n2\n"))
        .containsExactly("a.dll|||1||", "b.dll|||2||");
  }

  @Test
  void aBlankCellKeepsItsPlaceBeforeANameThatComesLast() {
    assertThat(rowsOf("Date\nLanguage\nFile name\n18-Dec-2014\n\na.dll\n19-Dec-2014\n\nb.dll\n"))
        .containsExactly("a.dll|18-Dec-2014||||", "b.dll|19-Dec-2014||||");
  }

  @Test
  void aRowWithABlankCellIsUnreadWhereItsEndIsNotClear() {
    assertThat(unreadOf("File name\nLanguage\nFile size\na.dll\n\n1\n2\nb.dll\nEnglish\n3\n"))
        .startsWith("4: a row of 1 line in a table of 3 columns");
  }

  @Test
  void aNameWithNothingBelowItIsUnread() {
    assertThat(unreadOf("File name\nFile size\na.dll\n1\n\nb.dll\n"))
        .containsExactly("6: a row of 1 line in a table of 2 columns");
  }

  @Test
  void aRowThatLacksCellsIsUnreadWhereALineIsLeftOver() {
    String text = "File name\nFile version\nFile size\nb.mum\n2,345\nnew\n";

    assertThat(rowsOf(text)).isEmpty();
    assertThat(unreadOf(text)).containsExactly("4: a row of 2 lines in a table of 3 columns");
  }

  @Test
  void aRowWhoseTextMayStandInTwoColumnsIsUnread() {
    String text = "File name\nFile size\nLanguage\nService branch\nc.dll\n2,345\nEnglish\n";

    assertThat(rowsOf(text.replace("\n", "\n\n"))).isEmpty();
    assertThat(unreadOf(text.replace("\n", "\n\n")))
        .containsExactly("9: a row of 2 lines in a table of 4 columns");
  }

  @Test
  void anUnreadRowAtTheEndIsOneFindingWithAllItsLines() {
    assertThat(unreadOf("Date\nSize\nFile name\n18-Dec-2014\n1\na.dll\n18-Dec-2014\nb.dll\n"))
        .containsExactly("7: a row of 2 lines in a table of 3 columns");
  }

  @Test
  void aPlatformThatNoColumnHoldsIsNoNameOfTheNextRow() {
    String text = "File name\nFile size\na.dll\nx64\n1\n";

    assertThat(rowsOf(text)).isEmpty();
    assertThat(unreadOf(text)).containsExactly("3: a row of 3 lines in a table of 2 columns");
  }

  @ParameterizedTest
  @CsvSource({"3, b.dll|||2||", "4, ''"})
  void soManyTitlesMayStandAboveARow(int titles, String row) {
    String text = "File name\nFile size\na.dll\n1\n\n" + "Title of some\n".repeat(titles);

    assertThat(rowsOf(text + "\nb.dll\n2\n"))
        .containsExactlyElementsOf(
            row.isEmpty() ? List.of("a.dll|||1||") : List.of("a.dll|||1||", row));
    assertThat(unreadOf(text + "\nb.dll\n2\n")).hasSize(row.isEmpty() ? 1 : 0);
  }

  @ParameterizedTest
  @CsvSource({"120, 0", "121, 1"})
  void aTitleIsNoLongerThanALine(int length, int unread) {
    String text = "File name\nFile size\na.dll\n1\n\n" + "x".repeat(length) + "\n\nb.dll\n2\n";

    assertThat(rowsOf(text)).hasSize(2 - unread);
    assertThat(unreadOf(text)).hasSize(unread);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      textBlock =
          """
          Date         ! 16-2
          Date         ! 18-Dec-2014 02:40
          Modified     ! 18-Dec-2014 02:40
          Modified     ! 18-Dec-2014
          File version ! 6.1
          File version ! 512
          File version ! 5.1.2600.1106 built by: us
          Language     ! English
          Language     ! 1033
          Language     ! 2.0
          Remark of us ! new
          """)
  void aCellMayHoldWhatItsHeadingPromises(String heading, String cell) {
    String text = "File name\n" + heading + "\nFile size\na.dll\n" + cell + "\n1,234\n";

    assertThat(rowsOf(text)).singleElement().asString().startsWith("a.dll|").contains("|1,234|");
    assertThat(unreadOf(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      textBlock =
          """
          Date         ! 10:04
          Date         ! soon
          Modified     ! 10:04
          Modified     ! soon
          File version ! built by: us 5.1
          File version ! 5x
          File version ! 10:04
          Language     ! 10:04
          Language     ! #1
          """)
  void aCellOfAnotherKindMakesNoRow(String heading, String cell) {
    String text = "File name\n" + heading + "\nFile size\na.dll\n" + cell + "\n1,234\n";

    assertThat(rowsOf(text)).noneMatch(row -> row.startsWith("a.dll|"));
    assertThat(unreadOf(text)).first().asString().startsWith("4: a row ");
  }

  @ParameterizedTest
  @CsvSource({"80, 1", "81, 0"})
  void aTextInAColumnIsShort(int length, int rows) {
    String text = "File name\nLanguage\nFile size\na.dll\n" + "x".repeat(length) + "\n1,234\n";

    assertThat(rowsOf(text)).hasSize(rows);
    assertThat(unreadOf(text)).hasSize(1 - rows);
  }

  @ParameterizedTest
  @ValueSource(strings = {"my file a.dll", "HOSTS"})
  void aNameMayHaveBlanksOrNoExtension(String name) {
    assertThat(rowsOf("Date\nSize\nFile name\n18-Dec-2014\n1\n" + name + "\n"))
        .containsExactly(name + "|18-Dec-2014||1||");
  }

  @ParameterizedTest
  @ValueSource(strings = {"two words", "#HOSTS", "n/a"})
  void whatIsNoNameMakesNoRow(String cell) {
    String text = "Date\nSize\nFile name\n18-Dec-2014\n1\na.dll\n19-Dec-2014\n2\n";

    assertThat(rowsOf(text + cell + "\n")).containsExactly("a.dll|18-Dec-2014||1||");
    assertThat(unreadOf(text + cell + "\n"))
        .containsExactly("7: a row of a file table whose heading is missing or not understood");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "File name\n",
        "File name\nFile size\n",
        "File name\nFile size\na.dll\n",
        "a.dll\n1\n",
        "File name\nFile size\na.dll\nb.dll\n1\n2\nx\n",
        "Date\nFile name\n\n\n\n\n"
      })
  @Tag("volume")
  void noTextCostsMoreThanItsLength(String part) {
    assertTimeoutPreemptively(Duration.ofSeconds(60), () -> Given.article(part.repeat(5_000)));
  }

  /** Those of a row, as of every run, in the order of the columns. */
  @Test
  void theCellsOfARowThatSaysNothingAreSaidInTheirOrder() {
    assertThat(Given.article("File name\nLanguage\nFile size\na.dll\n5\n").remarks())
        .extracting(ArticleRemark::text)
        .anyMatch(text -> text.contains("'a.dll 5'"));
  }

  /** Headings have no end of their own where the first value is a text as they are. */
  @Test
  void theFirstValueMayBeAText() {
    String text =
        """
        Product
        File name
        File size
        SQL Server
        a.dll
        1,024
        Windows
        b.dll
        1,025

        The end.
        """;

    assertThat(Given.rowsOf(text)).containsExactly("a.dll|||1,024||", "b.dll|||1,025||");
    assertThat(Given.article(text).rows())
        .extracting(row -> row.variant().group())
        .containsExactly(Optional.of("SQL Server"), Optional.of("Windows"));
  }

  @Test
  void theLastHeadingMayBeOneThatIsNotUnderstood() {
    assertThat(
            Given.rowsOf(
                """
                File name
                File size
                Zorp
                a.dll
                1,024
                10-Mar-2011

                The end.
                """))
        .containsExactly("a.dll|10-Mar-2011||1,024||");
  }
}
