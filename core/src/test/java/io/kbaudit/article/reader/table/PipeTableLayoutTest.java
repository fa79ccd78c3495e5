package io.kbaudit.article.reader.table;

import static io.kbaudit.article.reader.Given.rowsOf;
import static io.kbaudit.article.reader.Given.unreadOf;
import static org.assertj.core.api.Assertions.assertThat;

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
}
