package io.kbaudit.article.reader.table;

import static io.kbaudit.article.reader.Given.rowsOf;
import static io.kbaudit.article.reader.Given.unreadOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.article.Article;
import io.kbaudit.article.reader.Given;
import org.junit.jupiter.api.Test;

@SuppressWarnings("StringConcatToTextBlock") // line ends are what is tested
class GridLayoutTest {
  private static final String BORDER = "+-----------------------------+\n";
  private static final String HEADING = BORDER + "| File name | Date | Size |\n" + BORDER;

  @Test
  void eachLineBetweenBordersIsARow() {
    assertThat(
            rowsOf(
                HEADING
                    + "| a.exe | 4/29/98 | 194,966 bytes |\n"
                    + BORDER
                    + "| b.exe | 4/30/98 | 4,966 bytes |\n"
                    + BORDER))
        .containsExactly("a.exe|4/29/98||194,966 bytes||", "b.exe|4/30/98||4,966 bytes||");
  }

  @Test
  void withoutBordersBetweenThemEachLineIsARow() {
    assertThat(rowsOf(HEADING + "| a.exe | 4/29/98 | 1 |\n| b.exe | 4/30/98 | 2 |\n" + BORDER))
        .containsExactly("a.exe|4/29/98||1||", "b.exe|4/30/98||2||");
  }

  @Test
  void aNameThatIsWrappedGoesOnWithoutABlank() {
    assertThat(
            rowsOf(
                HEADING
                    + "| VeryLongNa | 4/29/98 | 1 |\n| me.exe | | |\n"
                    + BORDER
                    + "| b.exe | 4/30/98 | 2 |\n"
                    + BORDER))
        .containsExactly("VeryLongName.exe|4/29/98||1||", "b.exe|4/30/98||2||");
  }

  @Test
  void twoFilesBetweenTwoBordersStayTwo() {
    assertThat(
            rowsOf(
                HEADING
                    + "| a.exe | 4/29/98 | 1 |\n| b.exe | 4/29/98 | 2 |\n"
                    + BORDER
                    + "| c.exe | 4/30/98 | 3 |\n"
                    + BORDER))
        .containsExactly("a.exe|4/29/98||1||", "b.exe|4/29/98||2||", "c.exe|4/30/98||3||");
  }

  @Test
  void aTitleInsideIsTheGroupOfTheRowsBelowIt() {
    Article article =
        Given.article(
            HEADING + "| For Alpha | | |\n" + BORDER + "| a.exe | 4/29/98 | 1 |\n" + BORDER);

    assertThat(article.rows())
        .extracting(row -> row.variant().group().orElse(""))
        .containsExactly("For Alpha");
  }

  @Test
  void aBlankLineInsideLosesNoRow() {
    assertThat(
            rowsOf(
                "| File name | Version |\n+---+\n| a.exe | 1.2.3.4 |\n\n+---+\n| b.exe | 1.2.3.5 |\n+---+\n"))
        .containsExactly("a.exe||||1.2.3.4|", "b.exe||||1.2.3.5|");
  }

  @Test
  void aTableOfAnotherKindBelowABlankLineIsNoPartOfIt() {
    assertThat(
            rowsOf(
                HEADING
                    + "| a.exe | 4/29/98 | 1 |\n"
                    + BORDER
                    + "\n"
                    + BORDER
                    + "| Term | Meaning | Example |\n"
                    + BORDER
                    + "| GDR | general | none |\n"
                    + BORDER))
        .containsExactly("a.exe|4/29/98||1||");
  }

  @Test
  void aRowOfTooFewCellsIsLeftUnread() {
    assertThat(
            unreadOf(
                HEADING
                    + "| a.exe | 4/29/98 | 1 |\n"
                    + BORDER
                    + "| b.exe | 4/30/98 2 |\n"
                    + BORDER))
        .containsExactly("6: a row of 2 cells in a table of 3 columns");
  }

  @Test
  void aHeadingWithoutRowsIsLeftUnread() {
    assertThat(unreadOf(HEADING)).containsExactly("2: a file table without rows");
  }

  @Test
  void eachBlockBelowAHeadingThatIsNotUnderstoodIsUnread() {
    assertThat(
            unreadOf(
                "| File name | Date | Time (PST) |\n+---+\n| a.exe | 4/29/98 | 10:04 |\n+---+\n"
                    + "| b.exe | 4/29/98 | 10:04 |\n+---+\n"))
        .containsExactly(
            "3: a row under a heading that cannot be read",
            "5: a row under a heading that cannot be read");
  }

  @Test
  void aHeadingWhoseZoneIsNotUnderstoodLeavesItsRowsUnread() {
    assertThat(
            unreadOf(
                "| File name | Date | Time (PST) |\n+---+\n| a.exe | 4/29/98 | 10:04 |\n+---+\n"))
        .hasSize(1);
  }

  @Test
  void aWrappedRowOfMoreCellsThanColumnsIsSaid() {
    assertThat(
            Given.unreadOf(
                """
                | File name | Size  |
                +-----------+-------+
                | alpha.dll | 1,234 | beta.dll |
                |           |       |
                +-----------+-------+
                | gamma.dll | 5,678 |
                +-----------+-------+
                """))
        .containsExactly("3: a row of 3 cells in a table of 2 columns");
  }

  @Test
  void twoWholeNamesBetweenBordersAreTwoFiles() {
    assertThat(
            rowsOf(
                """
                | File name | Size  |
                +-----------+-------+
                | alpha.dll | 1,234 |
                | beta.dll  |       |
                +-----------+-------+
                | gamma.dll | 5,678 |
                +-----------+-------+
                """))
        .containsExactly("alpha.dll|||1,234||", "gamma.dll|||5,678||");
  }
}
