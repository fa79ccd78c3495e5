package io.kbaudit.article.reader.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.article.Article;
import io.kbaudit.article.ArticleRemark;
import io.kbaudit.article.reader.Given;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that stand in a table of files, and of which no layout makes a cell. */
@SuppressWarnings("StringConcatToTextBlock") // blanks are what is tested
class LostValuesTest {
  private static final String SHA_1 = "da39a3ee5e6b4b0d3255bfef95601890afd80709";

  private static final String FIXED =
      """
      File name  Size   Date         Description
      a.dll      1,234  10-Mar-2011  first
      @@@
      c.dll      3,234  12-Mar-2011  third

      Done.
      """;

  private static final String PIPED =
      """
      | File name | Size | Notes |
      |---|---|---|
      | a.dll | 1,234 | first |
      @@@
      | c.dll | 3,234 | third |

      Done.
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "b.dll (version 6.1.7600.20999) | 2,234 | -",
        "b.dll (22,017) | 2,234 | -",
        "b.dll (13-Mar-2011) | 2,234 | -",
        "b.dll | 2,234 | SHA-1: " + SHA_1,
        "SHA1: " + SHA_1 + " | | ",
        "Size 22,017 | | ",
        "Version 6.1.7600.20999, 22,017 bytes | | "
      })
  void betweenBarsAValueThatNoColumnTakesIsUnread(String cells) {
    assertThat(Given.unreadOf(PIPED.replace("@@@", "| " + cells + " |")))
        .singleElement()
        .asString()
        .startsWith("4: ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "b.dll      2,234  11-Mar-2011  " + SHA_1,
        "b.dll      2,234  11-Mar-2011  x86 SHA-1: " + SHA_1,
        "           Size: 22,017",
        "                  14-Mar-2011",
        "    " + SHA_1
      })
  void byWidthsAValueThatNoColumnTakesIsUnread(String row) {
    assertThat(Given.unreadOf(FIXED.replace("@@@", row))).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "b.dll      see there           x86",
        "b.dll (new)",
        "b.dll      \"      \"            \"",
        "+ b.dll",
        "hosts      824"
      })
  void aRowThatFitsNoColumnsIsNoTitle(String row) {
    assertThat(Given.unreadOf(FIXED.replace("@@@", row)))
        .singleElement()
        .asString()
        .startsWith("3: ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "b.dll      2,234  11-Mar-2011  x86 22,017 | '22,017'",
        "b.dll      2,234  11-Mar-2011  14-Mar-2011 | '14-Mar-2011'"
      },
      quoteCharacter = '"')
  void aValueInATextIsSaid(String row, String value) {
    Article article = Given.article(FIXED.replace("@@@", row));

    assertThat(article.unreadRows()).isEmpty();
    assertThat(article.remarks())
        .filteredOn(remark -> remark.kind() == ArticleRemark.Kind.COLUMN_NOT_COMPARED)
        .singleElement()
        .satisfies(
            remark ->
                assertThat(remark.text())
                    .startsWith("No file is held to " + value + ", which stands in a text: "));
  }

  @Test
  void whatEachRowIsHeldToIsNotSaidAgain() {
    assertThat(Given.unreadOf(FIXED.replace("@@@", "b.dll      2,234  11-Mar-2011  second")))
        .isEmpty();
    assertThat(Given.unreadOf(PIPED.replace("@@@", "| b.dll | 2,234 | as of 2011 |"))).isEmpty();
    assertThat(
            Given.unreadOf(
                "| File name | Old version | Version |\n|---|---|---|\n"
                    + "| a.dll | 6.1.7600.1 | 6.1.7600.2 |\n"))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Size: 22,017",
        "(x64: 22,017 bytes)",
        "    Version 6.1.7600.20999",
        "    " + SHA_1,
        "Size \u2192 22,017",
        "14-Mar-2011"
      })
  void aValueBelowTheLastRowIsUnread(String line) {
    assertThat(
            Given.unreadOf(
                "File name  Size   Date\na.dll  1,234  10-Mar-2011\n" + line + "\nDone.\n"))
        .hasSize(1);
  }

  @Test
  void aTotalIsNoValueOfAFile() {
    assertThat(
            Given.unreadOf(
                "File name  Size   Date\na.dll  1,234  10-Mar-2011\n   1 file(s)  1,234 bytes\n\nDone.\n"))
        .isEmpty();
  }

  @Test
  void theDateOfAFolderIsNotSaidAndOtherDatesAre() {
    String table =
        """
        File name   Date         Size     Description
        tools       02/13/2009   <DIR>
        a.dll       02/14/2009   1,024    first
        """;

    assertThat(Given.article(table + "tools2      02/13/2009   <DIR>\n\nDone.\n").remarks())
        .extracting(ArticleRemark::kind)
        .containsExactly(ArticleRemark.Kind.TIMES_WITHOUT_ZONE);
    assertThat(Given.article(table.replace("first", "of 02/15/2009") + "\nDone.\n").remarks())
        .extracting(ArticleRemark::text)
        .anyMatch(text -> text.startsWith("No file is held to '02/15/2009', which stands in a "));
  }

  @Test
  void anEmptyCellUnderAHeadingThatIsNotUnderstoodHoldsNoValue() {
    assertThat(
            Given.article(
                    """
                    | File name | Size | Where | Description |
                    |---|---|---|---|
                    | a.msi | 5,000 | | of 10-Mar-2011 |
                    | b.msi | 6,000 | here | text |

                    Done.
                    """)
                .remarks())
        .extracting(ArticleRemark::text)
        .anyMatch(text -> text.startsWith("No file is held to '10-Mar-2011', which stands in a "));
  }

  @Test
  void aValueInTheLastRowIsSaid() {
    assertThat(Given.unreadOf("| File name | Size |\n|---|---|\n| b.dll (22,017) | 2,234 |\n"))
        .containsExactly("3: a value that no row has, 22,017");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "5", "10"})
  void aValueThatBeginsAsAShorterOneIsSaid(String size) {
    assertThat(
            Given.article(
                    "| File name | Size | Description |\n|---|---|---|\n| a.msi | "
                        + size
                        + " | of 10-Mar-2011 |\n")
                .remarks())
        .extracting(ArticleRemark::kind)
        .contains(ArticleRemark.Kind.COLUMN_NOT_COMPARED);
  }
}
