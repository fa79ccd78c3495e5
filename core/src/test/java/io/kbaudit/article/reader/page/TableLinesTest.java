package io.kbaudit.article.reader.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kbaudit.article.ArticleFormatException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tables of markup, as lines with bars. */
class TableLinesTest {
  private final List<Line> lines = new ArrayList<>();
  private final TableLines table = new TableLines(lines);

  @Test
  void aCellOverSeveralRowsStandsInEach() {
    row(1, () -> table.cell("10:04", 3, 1), () -> cells("a.dll"));
    row(2, () -> cells("b.dll"));
    row(3, () -> cells("c.dll"));
    row(4, () -> cells("10:05", "d.dll"));

    assertThat(texts())
        .containsExactly(
            "| 10:04 | a.dll |", "| 10:04 | b.dll |", "| 10:04 | c.dll |", "| 10:05 | d.dll |");
  }

  @Test
  void soDoesTheLastCellOfARow() {
    row(1, () -> cells("a.dll"), () -> table.cell("10:04", 2, 1));
    row(2, () -> cells("b.dll"));
    row(3, () -> cells("c.dll"));

    assertThat(texts()).containsExactly("| a.dll | 10:04 |", "| b.dll | 10:04 |", "| c.dll |");
  }

  @Test
  void aCellOverSeveralColumnsStandsInTheFirst() {
    row(1, () -> table.cell("Windows", 1, 3), () -> cells("1"));
    row(2, () -> cells("a", "b", "c", "2"));

    assertThat(texts()).containsExactly("| Windows |  |  | 1 |", "| a | b | c | 2 |");
  }

  @Test
  void aRowWithoutCellsIsNone() {
    row(1);
    row(2, () -> cells("a.dll"));

    assertThat(lines).containsExactly(new Line(2, "| a.dll |"));
  }

  @Test
  void whatIsInACellIsNotTakenForMarkup() {
    row(1, () -> cells(" a|b\n*c* ", "<b>&[`\\"));

    assertThat(texts())
        .containsExactly(
            "| a&#124;b &#42;c&#42; | &lt;b&gt;&amp;&#91;&#96;&#92; |".replace("&gt;", ">"));
  }

  @Test
  void aTableStandsApartFromTheTextAroundIt() {
    table.text(1, "Files");
    table.begin(2);
    row(2, () -> cells("a.dll"));
    table.end(3);
    table.begin(4);
    row(4, () -> cells("b.dll"));
    table.end(5);

    assertThat(lines)
        .containsExactly(
            new Line(1, "Files"),
            new Line(2, ""),
            new Line(2, "| a.dll |"),
            new Line(3, ""),
            new Line(4, "| b.dll |"),
            new Line(5, ""));
  }

  @Test
  void aTableTakesNoCellsFromTheOneAbove() {
    table.begin(1);
    row(1, () -> table.cell("10:04", 9, 1));
    table.end(2);
    table.begin(3);
    row(3, () -> cells("a.dll"));

    assertThat(texts()).endsWith("| a.dll |");
  }

  @Test
  void aCaptionIsALineOfItsOwn() {
    table.caption(7, "Windows 7");

    assertThat(lines).containsExactly(new Line(7, "Windows 7"), new Line(7, ""));
  }

  @Test
  void aThousandColumnsAreReadAndNoMore() {
    row(1, () -> table.cell("a", 1, 999), () -> cells("b"));

    assertThatCode(() -> table.requireNone("a.html")).doesNotThrowAnyException();
    assertThat(lines).hasSize(1);

    row(2, () -> table.cell("a", 1, 1000), () -> cells("b"));

    assertThat(lines).hasSize(1);
    assertThatExceptionOfType(ArticleFormatException.class)
        .isThrownBy(() -> table.requireNone("a.html"))
        .withMessage("a.html: a table of more than 1,000 columns");
  }

  @Test
  void manyRowsOfALongCellAreRefused() {
    String megabyte = "x".repeat(1 << 20);
    row(1, () -> table.cell(megabyte, 20, 1));
    for (int number = 2; number <= 20; number++) {
      row(number);
    }

    assertThat(table.problem())
        .contains("tables of more than 16 million characters, as no article has");
    assertThat(lines).hasSize(15);
  }

  @Test
  void aRowThatIsEndedIsNotShownAgain() {
    row(1, () -> cells("a.dll"));
    table.endRow();
    row(2, () -> cells("b.dll"));

    assertThat(texts()).containsExactly("| a.dll |", "| b.dll |");
  }

  @Test
  void sixteenMillionCharactersAreReadAndNoMore() {
    row(1, () -> cells("x".repeat(TableLines.MAXIMUM_CHARACTERS - " | ".length())));

    assertThat(table.problem()).isEmpty();
    assertThat(lines).hasSize(1);

    row(2, () -> cells(""));

    assertThat(table.problem())
        .contains("tables of more than 16 million characters, as no article has");
    assertThat(lines).hasSize(1);
  }

  private void row(int number, Runnable... cells) {
    table.beginRow(number);
    for (Runnable each : cells) {
      each.run();
    }
    table.endRow();
  }

  private void cells(String... texts) {
    for (String text : texts) {
      table.cell(text, 1, 1);
    }
  }

  private List<String> texts() {
    return lines.stream().map(Line::text).toList();
  }
}
