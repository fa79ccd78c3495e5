package io.kbaudit.article.reader.page;

import static io.kbaudit.article.reader.Given.rowsOf;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("StringConcatToTextBlock") // lines are added to others
class AsciiDocTest {
  @Test
  void aTableStandsApartFromTheTextAroundIt() {
    String text =
        """
        Files
        |===
        |File name |Size

        |a.msi
        |1
        |===
        All in UTC.
        """;

    assertThat(ShownLines.of(text))
        .isEqualTo(
            """
            1: Files

            3: | File name | Size |
            5: | a.msi | 1 |

            8: All in UTC.
            """);
  }

  @Test
  void aTableOfACellHasOtherBars() {
    assertThat(rowsOf("!===\n!File name !Size\n!a.msi !1\n!===\n")).containsExactly("a.msi|||1||");
  }

  @Test
  void anEscapedBarBeginsNoCell() {
    assertThat(ShownLines.of("|===\n|File name |Size\n|a\\|b.msi |1\n|===\n"))
        .isEqualTo("2: | File name | Size |\n3: | a&#124;b.msi | 1 |\n\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[cols=\"3*\"]", "[cols=\"3*\"]\n.File information"})
  void theTitleOfATableMayStandBelowItsAttributes(String above) {
    assertThat(
            rowsOf(
                above + "\n|===\n|File name |Date\n|Size\n|a.msi |10-Mar-2011\n|679,936\n|===\n"))
        .containsExactly("a.msi|10-Mar-2011||679,936||");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\nText"})
  void attributesThatStandApartAreNotItsOwn(String between) {
    assertThat(rowsOf("[cols=\"3*\"]" + between + "\n\n|===\n|File name |Size\n|a.msi |1\n|===\n"))
        .containsExactly("a.msi|||1||");
  }

  @Test
  void aCellMayBeWrittenOnceForSeveral() {
    String text =
        """
        |===
        |File name 2*|Size
        |a.msi |1
        |2
        |b.msi 2*|3
        |===
        """;

    assertThat(ShownLines.of(text))
        .isEqualTo(
            """
            2: | File name | Size | Size |
            3: | a.msi | 1 | 2 |
            5: | b.msi | 3 | 3 |

            """);
  }

  @Test
  void headingsOfALineEachMayBeWrittenOnceForSeveral() {
    assertThat(ShownLines.of("|===\n|File name\n2*|Size\n\n|a.msi\n|1\n|2\n\n|b.msi\n2*|3\n|===\n"))
        .isEqualTo(
            """
            2: | File name | Size | Size |
            5: | a.msi | 1 | 2 |
            9: | b.msi | 3 | 3 |

            """);
  }

  @Test
  void theLastRowOfATableThatBreaksOffIsShownAsFarAsItGoes() {
    assertThat(ShownLines.of("|===\n|File name |Size\n|a.msi |1\n|b.msi\n"))
        .isEqualTo("2: | File name | Size |\n3: | a.msi | 1 |\n4: | b.msi |\n\n");
  }

  @Test
  void rowsBelowACellOverSeveralTakeNoCellOfTheNext() {
    assertThat(
            rowsOf(
                """
                |===
                |File name |Date |Time |Size
                |a.msi .2+|10-Mar-2011 .2+|10:04 |1
                |b.msi
                |2
                |c.msi |11-Mar-2011
                |10:05 |3
                |===
                """))
        .containsExactly(
            "a.msi|10-Mar-2011|10:04|1||",
            "b.msi|10-Mar-2011|10:04|2||",
            "c.msi|11-Mar-2011|10:05|3||");
  }
}
