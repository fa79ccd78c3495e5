package io.kbaudit.article.reader.page;

import static io.kbaudit.article.reader.Given.rowsOf;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("StringConcatToTextBlock") // a table of one line is one line here
class BbCodeTest {
  private static final String HEADING = "[tr][td]File name[/td][td]Size[/td][/tr]\n";

  @Test
  void aTableStandsApartFromTheTextAroundIt() {
    assertThat(
            ShownLines.of(
                "Files\n[table]" + HEADING + "[tr][td]a.msi[/td][td]1[/td][/tr][/table]\nBelow\n"))
        .isEqualTo(
            """
            1: Files

            2: | File name | Size |
            3: | a.msi | 1 |

            4: Below
            """);
  }

  @Test
  void soDoesItOnTheLineOfTheText() {
    assertThat(ShownLines.of("Before [table]" + HEADING.strip() + "[/table] behind\n"))
        .isEqualTo("1: Before\n\n1: | File name | Size |\n\n1: behind\n");
  }

  @Test
  void aTableThatBeginsTheTextHasNothingAboveIt() {
    assertThat(ShownLines.of("[table]" + HEADING + "[/table]\n"))
        .isEqualTo("1: | File name | Size |\n\n");
  }

  @Test
  void theFirstRowMayBeginFourLinesBelow() {
    String rows = HEADING + "[tr][td]a.msi[/td][td]1[/td][/tr][/table]\n";

    assertThat(rowsOf("[table]\n\n" + rows)).containsExactly("a.msi|||1||");
    assertThat(rowsOf("[table]\n\n\n\n" + rows)).containsExactly("a.msi|||1||");
    assertThat(ShownLines.of("[table]\n\n\n\n\n" + rows)).startsWith("1: [table]\n\n\n\n\n6: [tr]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[table]\n", "[table]\n\n", "See [table]\nText\n"})
  void aTagWithoutRowsIsText(String text) {
    assertThat(ShownLines.of(text)).startsWith("1: " + text.lines().findFirst().orElseThrow());
  }

  @Test
  void whatATableInACellHoldsIsTextOfThatCell() {
    assertThat(
            ShownLines.of(
                "[table]"
                    + HEADING
                    + "[tr][td]a.msi[/td][td]1 [table][tr][td]KB[/td][/tr][/table][/td][/tr][/table]"))
        .isEqualTo("1: | File name | Size |\n2: | a.msi | 1 KB |\n\n");
  }

  @Test
  void cellsAndRowsNeedNotBeClosed() {
    assertThat(
            rowsOf(
                "[table][tr][td]File name[td]Size\n[tr][td]a.msi[td]1\n[tr][td]b.msi[td]2[/table]"))
        .containsExactly("a.msi|||1||", "b.msi|||2||");
  }

  @Test
  void cellsOfNoRowAreOne() {
    assertThat(
            ShownLines.of(
                "[table]\n[td]File name[/td][td]Size[/td]\n[tr][td]a.msi[/td][td]1[/td][/table]"))
        .isEqualTo("2: | File name | Size |\n3: | a.msi | 1 |\n\n");
  }

  @Test
  void aRowThatIsCutBehindItsCellsIsRead() {
    assertThat(rowsOf("[table]" + HEADING + "[tr][td]a.msi[/td][td]1[/td]"))
        .containsExactly("a.msi|||1||");
  }

  @Test
  void aTitleBelowTheHeadingsHoldsNothingOfTheCellsBeforeIt() {
    assertThat(ShownLines.of("[table]" + HEADING + "[caption]For x64[/caption][/table]"))
        .isEqualTo("1: | File name | Size |\n2: For x64\n\n");
  }
}
