package io.kbaudit.article.reader.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Cells of columns that articles join or part. */
class WholeCellsTest {
  @Test
  void aDateWithATimeIsTwoCells() {
    Map<Column, String> parted =
        Map.of(Column.NAME, "a.dll", Column.DATE, "2011-03-10", Column.TIME, "10:04");

    assertThat(WholeCells.of(Map.of(Column.NAME, "a.dll", Column.MODIFIED, "2011-03-10 10:04")))
        .isEqualTo(parted);
    assertThat(WholeCells.of(Map.of(Column.NAME, "a.dll", Column.DATE, "2011-03-10 10:04")))
        .isEqualTo(parted);
  }

  @Test
  void aDayAloneIsADate() {
    assertThat(WholeCells.of(Map.of(Column.MODIFIED, "2011-03-10")))
        .isEqualTo(Map.of(Column.DATE, "2011-03-10"));
    assertThat(WholeCells.of(Map.of(Column.DATE, "2011-03-10")))
        .isEqualTo(Map.of(Column.DATE, "2011-03-10"));
  }

  /** Which of two times is meant nobody knows: both stay where they are, to be said. */
  @Test
  void aSecondTimeIsNotTakenFromTheDate() {
    assertThat(WholeCells.of(Map.of(Column.DATE, "2011-03-10 10:04", Column.TIME, "11:05")))
        .isEqualTo(Map.of(Column.DATE, "2011-03-10 10:04", Column.TIME, "11:05"));
  }

  @Test
  void anExtensionIsPartOfTheName() {
    assertThat(WholeCells.of(Map.of(Column.NAME, "SETUP", Column.EXTENSION, "EXE")))
        .isEqualTo(Map.of(Column.NAME, "SETUP.EXE"));
    assertThat(WholeCells.of(Map.of(Column.NAME, "README", Column.EXTENSION, "-")))
        .isEqualTo(Map.of(Column.NAME, "README"));
    assertThat(WholeCells.of(Map.of(Column.EXTENSION, "EXE"))).isEmpty();
  }

  @Test
  void aFolderOfABranchSaysWhichBranchItIs() {
    assertThat(WholeCells.of(Map.of(Column.FOLDER, "RTMGDR")))
        .isEqualTo(Map.of(Column.FOLDER, "RTMGDR", Column.BRANCH, "RTMGDR"));
    assertThat(WholeCells.of(Map.of(Column.OTHER, "SP3QFE")))
        .isEqualTo(Map.of(Column.OTHER, "SP3QFE", Column.BRANCH, "SP3QFE"));
    assertThat(WholeCells.of(Map.of(Column.FOLDER, "RTMGDR", Column.BRANCH, "SP1QFE")))
        .containsEntry(Column.BRANCH, "SP1QFE");
    assertThat(WholeCells.of(Map.of(Column.FOLDER, "System32")))
        .isEqualTo(Map.of(Column.FOLDER, "System32"));
  }
}
