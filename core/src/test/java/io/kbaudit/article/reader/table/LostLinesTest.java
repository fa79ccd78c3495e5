package io.kbaudit.article.reader.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.article.Article;
import io.kbaudit.article.reader.Given;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows that are damaged so that no column takes them: they must not be passed over. */
class LostLinesTest {
  private static final String TABLE =
      """
         Date         Time   Version  Size   File name  Platform
         --------------------------------------------------------
         22-Oct-2009  06:19  6.1.1.1  1,000  Alpha.dll  x86
      @@@22-Oct-2009  06:48  6.1.1.1  2,000  Beta.dll   x86
         22-Oct-2009  05:06  6.1.1.1  3,000  Gamma.dll  x86

      STATUS
      """;

  private static String table(String beforeSecondRow) {
    return TABLE.replace("@@@", beforeSecondRow);
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "+", "_", "\"", "~", ">", "[", "/*", "\u2022", "\u200B"})
  void aMarkThatSticksToTheDateHidesNoRow(String mark) {
    Article article = Given.article(table("   ".substring(mark.length()) + mark));

    assertThat(article.rows().size() + article.unreadRows().size()).isEqualTo(3);
  }

  @Test
  void aTableWithoutMarksIsReadWhole() {
    assertThat(Given.article(table("   ")).rows()).hasSize(3);
  }

  @Test
  void rowsWithoutTheirHeadingAreFoundByTheirNamesExtensionsAndDates() {
    assertThat(Given.unreadOf("LBP8II          DRV     38841   10/31/90        3:00a   3.00\n"))
        .hasSize(1);
    assertThat(Given.unreadOf("IBMGRX          DRV     11224   10/31/90        300a    3.00\n"))
        .hasSize(1);
  }

  @Test
  void aNameWithAVersionBetweenBarsIsARowThatLostItsHeading() {
    assertThat(Given.unreadOf("| Ems_rid.dll  | 5.5.2576.0 |\n")).hasSize(1);
  }
}
