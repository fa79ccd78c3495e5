package io.kbaudit.article.reader.page;

import static io.kbaudit.article.reader.Given.rowsOf;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("StringConcatToTextBlock") // lines are repeated or left out
class ReStructuredTextTest {
  private static final String BORDER = "=========  =====\n";
  private static final String HEADING = BORDER + "File name  Size\n" + BORDER;

  @Test
  void aListStandsApartFromTheTextAroundIt() {
    assertThat(
            ShownLines.of(
                """
                Files
                .. list-table::

                   * - File name
                     - Size
                   * - a.msi
                     - 679,936
                       bytes
                All in UTC.
                """))
        .isEqualTo(
            """
            1: Files

            4: | File name | Size |
            6: | a.msi | 679,936 bytes |

            9: All in UTC.
            """);
  }

  @Test
  void aRowLessIndentedThanTheOthersIsInNoCellOfThem() {
    assertThat(
            ShownLines.of(
                """
                .. list-table::

                     * - File name
                       - Size
                     * - a.msi
                       - 1
                   * - b.msi
                     - 2
                """))
        .isEqualTo(
            """
            3: | File name | Size |
            5: | a.msi | 1 |

            7: * - b.msi

            8: - 2

            """);
  }

  @Test
  void aFirstRowWithoutAFirstCellIsOnItsOwnLine() {
    assertThat(ShownLines.of(HEADING + "           1,234\na.msi      5\n" + BORDER))
        .isEqualTo("2: | File name | Size |\n4: |  | 1,234 |\n5: | a.msi | 5 |\n\n");
  }

  @Test
  void valuesBehindTheFirstAreNoOptions() {
    assertThat(
            ShownLines.of(
                """
                .. csv-table::
                   :widths: 1, 2

                   File name, Size
                   :new: a.msi, 1
                """))
        .isEqualTo("4: | File name | Size |\n5: | :new: a.msi | 1 |\n\n");
  }

  @Test
  void aLineWhoseQuotationMarksDoNotMatchIsOneCell() {
    assertThat(ShownLines.of(".. csv-table::\n\n   File name, Size\n   \"a.msi, 1\n   b.msi, 2\n"))
        .isEqualTo("3: | File name | Size |\n4: | \"a.msi, 1 |\n5: | b.msi | 2 |\n\n");
  }

  @Test
  void aCellMayBeALinkOrBeginWithOne() {
    assertThat(
            rowsOf(
                ".. csv-table::\n\n   File name, Size\n   `a.msi <https://example.com/a>`_, 1\n"))
        .containsExactly("a.msi|||1||");
  }

  @Test
  void aSimpleTableStandsApartFromTheTextAroundIt() {
    assertThat(ShownLines.of("Files\n" + HEADING + "a.msi      1\n" + BORDER + "All in UTC.\n"))
        .isEqualTo(
            """
            1: Files

            3: | File name | Size |
            5: | a.msi | 1 |

            7: All in UTC.
            """);
  }

  @Test
  void aRowOfASimpleTableGoesOnWhereItsFirstCellIsBlank() {
    assertThat(
            ShownLines.of(
                HEADING + "a.msi      1,234\n           bytes\n\nb.msi      2\n" + BORDER))
        .isEqualTo(
            """
            2: | File name | Size |
            4: | a.msi | 1,234 bytes |
            7: | b.msi | 2 |

            """);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=========  =====\n=========  =====\na.msi      1\n=========  =====\n",
        "=========  =====\nFile name  Size\n=========  =====\na.msi      1\n",
        "=========  =====\nFile name  Size\n=========  =====\nabcdefg.msi\n=========  =====\n",
        "=========  =====\nFile name  Size\n=========  =====\nabcdefgh.msi 1\n=========  =====\n",
        "=========  =====\nFile name  Size\n=========  =====\n\ta.msi     1\n=========  =====\n"
      })
  void linesThatDoNotKeepToTheColumnsAreNoSimpleTable(String text) {
    assertThat(ShownLines.of(text).replaceAll("(?m)^[0-9]+: ", "")).isEqualTo(text);
  }

  @Test
  void headingsOfASimpleTableMayTakeNineLines() {
    String lines = "File name  Size\n" + "           x\n".repeat(8);
    String rows = BORDER + "a.msi      1\n" + BORDER;

    assertThat(ShownLines.of(BORDER + lines + rows))
        .startsWith("2: | File name | Size x x x x x x x x |\n12: | a.msi | 1 |\n");
    assertThat(ShownLines.of(BORDER + lines + "           x\n" + rows)).startsWith("1: =====");
  }

  @Test
  void aBorderOfTwoThousandCharactersIsOne() {
    String border = "=========  " + "=".repeat(1989);

    for (String more : new String[] {"", "="}) {
      String line = border + more + "\n";
      assertThat(ShownLines.of(line + "File name  Size\n" + line + "a.msi      1\n" + line))
          .startsWith(more.isEmpty() ? "2: | File name | Size |\n4: | a.msi" : "1: =====");
    }
  }

  @Test
  void aLineOfASimpleTableMayHaveFourThousandCharacters() {
    String row = "a.msi      " + "x".repeat(3989);

    assertThat(ShownLines.of(HEADING + row + "\n" + BORDER)).startsWith("2: | File name | Size |");
    assertThat(ShownLines.of(HEADING + row + "x\n" + BORDER)).startsWith("1: =====");
  }
}
