package io.kbaudit.article.reader.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.article.reader.Given;
import io.kbaudit.article.reader.cell.Column;
import io.kbaudit.article.reader.cell.HeadingFacts;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What layouts collect of one table. */
class FileTableTest {
  private static final Map<Column, String> ROW = Map.of(Column.NAME, "a.dll", Column.SIZE, "1,024");

  /** What is below it may be a file of which nobody has told yet. */
  @Test
  void aTableReachesAsFarAsWhatItTook() {
    List<Consumer<FileTable.Builder>> takingLine9 =
        List.of(
            table -> table.add(9, ROW),
            table -> table.addUnread(9, "a row that is cut"),
            table -> table.addFolder(9, "12-29-96"),
            table -> table.addWithoutRows(9),
            table -> table.beginGroup(9, "x64"),
            table -> table.or(9),
            table -> table.through(9),
            table -> table.extend(9, Column.NAME, "more"),
            table -> table.complete(9, Map.of(Column.DATE, "12-29-96")));

    for (Consumer<FileTable.Builder> each : takingLine9) {
      FileTable.Builder table = table();
      table.add(5, ROW);
      each.accept(table);
      table.through(6);

      assertThat(table.build().firstLine()).isEqualTo(4);
      assertThat(table.build().lastLine()).isEqualTo(9);
    }
  }

  @Test
  void aCellGoesOnInTheRowAddedLast() {
    FileTable.Builder table = table();
    table.add(5, ROW);
    table.add(6, ROW);
    table.extend(7, Column.NAME, "more");
    table.extend(7, Column.DATE, "12-29-96");

    assertThat(table.build().rows())
        .extracting(row -> row.cell(Column.NAME))
        .containsExactly("a.dll", "a.dll more");
    assertThat(table.build().rows().get(1).cell(Column.DATE)).isEqualTo("12-29-96");
  }

  @Test
  void onlyTheNextRowIsAnAlternativeAndNoFirstOne() {
    FileTable.Builder table = table();
    table.or(4);
    table.add(5, ROW);
    table.or(6);
    table.add(7, ROW);
    table.add(8, ROW);

    assertThat(table.build().rows())
        .extracting(FileTable.Row::orPrevious)
        .containsExactly(false, true, false);
  }

  @Test
  void valuesMayStandBelowANameAlone() {
    FileTable.Builder table = table();
    assertThat(table.endsWithNameAbove(5)).isFalse();

    table.add(5, Map.of(Column.NAME, "a.dll"));
    assertThat(table.endsWithNameAbove(6)).isTrue();
    assertThat(table.endsWithNameAbove(7)).isFalse();

    table.add(6, ROW);
    assertThat(table.endsWithNameAbove(7)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "| File name | Version |\n|---|---|\n| Setup | 13.0.5698 |\n",
        "| Name | MD5 |\n|---|---|\n| Setup | d41d8cd98f00b204e9800998ecf8427e |\n"
      })
  void aTableThatSaysThatItIsOfFilesIsOneWhateverTheyAreCalled(String text) {
    assertThat(Given.article(text).rows())
        .singleElement()
        .extracting(row -> row.name().best().spelling())
        .isEqualTo("Setup");
  }

  @Test
  void aTableOfNothingButUnreadLinesIsOne() {
    FileTable.Builder table = table();
    assertThat(table.isEmpty()).isTrue();

    table.addUnread(5, "a row that is cut");
    assertThat(table.isEmpty()).isFalse();
  }

  private static FileTable.Builder table() {
    return new FileTable.Builder(4, HeadingFacts.NOTHING);
  }
}
