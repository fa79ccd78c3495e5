package io.kbaudit.article.reader.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

@SuppressWarnings("StringConcatToTextBlock") // lines are added to others
class TextileTest {
  @Test
  void aTableStandsApartFromTheTextAroundIt() {
    assertThat(
            ShownLines.of(
                """
                Files
                |_. File name |_. Size |
                | a.msi | 1 |
                All in UTC.
                """))
        .isEqualTo(
            """
            1: Files

            2: | File name | Size |
            3: | a.msi | 1 |

            4: All in UTC.
            """);
  }

  @Test
  void aRowNeedsNoBarAtItsEnd() {
    assertThat(ShownLines.of("|_. File name |_. Size |\n| a.msi | 1\n"))
        .isEqualTo("1: | File name | Size |\n2: | a.msi | 1 |\n\n");
  }

  @Test
  void marksInACellOfAThousandCharactersAreNoneOfItsText() {
    String table = "|_. File name |_. Note |\n| a.msi | *%s* |\n";
    String text = "x".repeat(998);

    assertThat(ShownLines.of(table.formatted(text))).contains("2: | a.msi | " + text + " |");
    assertThat(ShownLines.of(table.formatted(text + "x")))
        .contains("2: | a.msi | &#42;" + text + "x&#42; |");
  }

  @Test
  void headingsOfFourThousandCharactersAreRead() {
    String headings = "|_. File name |_. " + "x".repeat(4000 - "|_. File name |_.  |".length());

    assertThat(ShownLines.of(headings + " |\n| a.msi | 1 |\n")).startsWith("1: | File name | x");
    assertThat(ShownLines.of(headings + "x |\n| a.msi | 1 |\n")).startsWith("1: |_. File name");
  }
}
