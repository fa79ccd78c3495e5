package io.kbaudit.article.reader.table;

import static io.kbaudit.article.reader.Given.rowsOf;
import static io.kbaudit.article.reader.Given.unreadOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.article.ArticleRemark;
import io.kbaudit.article.reader.Given;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@SuppressWarnings("StringConcatToTextBlock") // line ends are what is tested
class PipeTableLayoutTest {
  private static final String HEADING = "| File name | Date | Size |\n|---|---|---|\n";
  private static final String ROW = "| a.msi | 10-Mar-2011 | 1 |\n";

  @ParameterizedTest
  @CsvSource(
      delimiter = '@',
      textBlock =
          """
          | b.msi | 10-Mar-2011 | 1 | | |  @ ''
          | b.msi | 10-Mar-2011 | 1 | | x | @ 4: a row of 5 cells in a table of 3 columns
          b.msi | 10-Mar-2011 | 1 |        @ 4: a row that does not begin with a bar
          | b.msi | 10-Mar-2011            @ 4: a row of 2 cells in a table of 3 columns
          | b.msi | 10-Mar-2011 | 1        @ 4: a row that is cut off
          | | 10-Mar-2011 | 1 |            @ 4: a row without a file name
          """)
  void aRowHasACellForEachColumn(String row, String problem) {
    String text = HEADING + ROW + row + "\n";

    assertThat(rowsOf(text)).hasSize(problem.isEmpty() ? 2 : 1);
    assertThat(String.join(", ", unreadOf(text))).isEqualTo(problem);
  }

  @Test
  void aBlankRowIsNoneUnlessTheTextEndsWithinIt() {
    assertThat(unreadOf(HEADING + ROW + "| | | |\n" + ROW)).isEmpty();
    assertThat(unreadOf(HEADING + ROW + "| |\n\nThe end.\n")).isEmpty();
    assertThat(unreadOf(HEADING + ROW + "| |\n"))
        .containsExactly("4: a row of 1 cell in a table of 3 columns");
  }

  /** Below a blank line, other rows of as many cells are of another table. */
  @Test
  void aTableGoesOnBelowABlankLineWithRowsThatListFiles() {
    String other = ROW.replace("a.msi", "b.msi");

    assertThat(rowsOf(HEADING + ROW + "\n" + other)).hasSize(2);
    assertThat(unreadOf(HEADING + ROW + "\n| red | round | big |\n\nThe end.\n")).isEmpty();
    assertThat(unreadOf(HEADING + ROW + "\n| b.msi | 10-Mar-2011 |\n\n" + other))
        .containsExactly("5: a row of 2 cells in a table of 3 columns");
  }

  @Test
  void headingsMayBeWrapped() {
    assertThat(
            rowsOf(
                "| File | | File |\n| name | Date | size |\n|---|---|---|\n"
                    + ROW
                    + ROW.replace("a.msi", "b.msi")))
        .containsExactly("a.msi|10-Mar-2011||1||", "b.msi|10-Mar-2011||1||");
  }

  @Test
  void aHeadingWithoutRowsIsSaid() {
    assertThat(unreadOf(HEADING + "\nThe end.\n")).containsExactly("1: a file table without rows");
  }

  @Test
  void headingsMayStandInTwoRowsOfWhichNeitherIsOneItself() {
    String headings = "| Name | Last | Number |\n| of file | written | of bytes |\n|---|---|---|\n";

    assertThat(rowsOf(headings + ROW)).containsExactly("a.msi|10-Mar-2011||1||");
    assertThat(unreadOf(headings)).containsExactly("2: a file table without rows");
  }

  /** Where no heading says which column has the names, a name in the first row does. */
  @Test
  void namesMayStandUnderAHeadingThatIsNotUnderstood() {
    String headings = "| Size | Date | Where |\n";
    String row = "| 1,024 | 10-Mar-2011 | a.msi |\n";

    assertThat(rowsOf(headings + "|---|---|---|\n" + row + row.replace("a.msi", "b.msi")))
        .containsExactly("a.msi|10-Mar-2011||1,024||", "b.msi|10-Mar-2011||1,024||");
    assertThat(rowsOf(headings + row)).containsExactly("a.msi|10-Mar-2011||1,024||");
    assertThat(rowsOf(headings + "|---|---|---|\n" + row.replace("a.msi", "here") + row)).isEmpty();
    assertThat(rowsOf(headings + "|---|---|---|\n" + row.replace("\n", " more |\n"))).isEmpty();
    assertThat(rowsOf(headings.replace("Where", "Platform") + "|---|---|---|\n" + row)).isEmpty();
  }

  @Test
  void headingsWithoutRowsAreOfNoFilesIfNoneIsOfNames() {
    assertThat(unreadOf("| Size | Date | Where |\n|---|---|---|\n")).isEmpty();
  }

  @Test
  void anotherTableBelowABlankLineHasNoRowsOfTheFirst() {
    assertThat(rowsOf(HEADING + ROW + "\n| red | round | big |\n\nThe end.\n"))
        .containsExactly("a.msi|10-Mar-2011||1||");
  }

  @Test
  void aRowOfWhichNoValueCanBeReadIsOneOfTheTableRightAboveIt() {
    assertThat(rowsOf(HEADING + ROW + "| red | round | big |\n"))
        .containsExactly("a.msi|10-Mar-2011||1||", "red|round||big||");
  }

  @Test
  void aBlankRowOfAllColumnsAtTheEndOfTheTextIsNone() {
    assertThat(unreadOf(HEADING + ROW + "| | | |\n")).isEmpty();
  }

  /** Dashes part rows: below the last ones may have stood another. */
  @Test
  void aTextThatEndsWithDashesBelowARowEndsWithTheTable() {
    assertThat(Given.article(HEADING + ROW + "|---|---|---|\n").remarks())
        .extracting(ArticleRemark::kind)
        .contains(ArticleRemark.Kind.TEXT_ENDS_WITH_TABLE);
  }

  @Test
  void aFileThatIsListedDownwardsBelowTheTableIsNoRowOfIt() {
    String text = HEADING + ROW + "| File name | b.mum |\n|---|---|\n| File size | 1,674 |\n";

    assertThat(rowsOf(text)).containsExactly("a.msi|10-Mar-2011||1||", "b.mum|||1,674||");
    assertThat(unreadOf(text)).isEmpty();
  }

  @Test
  void aLabelAndItsValueAmongRowsIsAShortRow() {
    assertThat(unreadOf(HEADING + ROW + "| File size | 1,674 |\n" + ROW))
        .containsExactly("4: a row of 2 cells in a table of 3 columns");
  }

  @ParameterizedTest
  @CsvSource({
    "readme.txt 1.2.3.5 2, true",
    "readme.txt 1.2.3, true",
    "setup.ini 10-Mar-2011, true",
    "ASP.NET 4.0.30319, false",
    "Node.js 12, false"
  })
  void aFileOfDataWithItsValuesIsNoTitle(String cell, boolean unread) {
    assertThat(
            Given.unreadOf(
                "| File name | Version | Size |\n|---|---|---|\n| "
                    + cell
                    + " | | |\n| alpha.dll | 1.2.3.4 | 1,234 |\n"))
        .hasSize(unread ? 1 : 0);
  }
}
