package io.kbaudit.article.reader.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.article.reader.cell.Column;
import io.kbaudit.article.reader.cell.Word;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RowAlignerTest {
  private static final String HEADING = "Date  Time  Version  Size  File name  Platform";

  @Test
  void eachColumnTakesTheWordThatLooksLikeIt() {
    assertThat(aligned("10-Apr-2001 17:55 2.0.92.1 1,391 a.exe Alpha and Intel"))
        .isEqualTo(
            Map.of(
                Column.DATE, "10-Apr-2001",
                Column.TIME, "17:55",
                Column.VERSION, "2.0.92.1",
                Column.SIZE, "1,391",
                Column.NAME, "a.exe",
                Column.PLATFORM, "Alpha and Intel"));
  }

  @Test
  void aNumberIsRatherASizeThanAVersion() {
    assertThat(aligned("10-Apr-2001 17:55 1391 a.exe"))
        .isEqualTo(
            Map.of(
                Column.DATE, "10-Apr-2001",
                Column.TIME, "17:55",
                Column.SIZE, "1391",
                Column.NAME, "a.exe"));
  }

  @Test
  void aDateThatCannotBeReadStaysInItsColumn() {
    assertThat(aligned("6/12/200 17:55 2.0.92.1 1,391 a.exe"))
        .containsEntry(Column.DATE, "6/12/200");
  }

  @Test
  void wordsThatNoColumnTakesAreLeft() {
    assertThat(align("17:55 17:56  17:57  17:58").rest()).isNotEmpty();
  }

  @Test
  void nothingOfAnEmptyLineIsTaken() {
    assertThat(aligned("")).isEmpty();
  }

  private static Map<Column, String> aligned(String line) {
    RowAligner.Aligned aligned = align(line);
    assertThat(aligned.rest()).isEmpty();
    return aligned.files().get(0);
  }

  private static RowAligner.Aligned align(String line) {
    FixedHeading heading = FixedHeading.of(Word.in(HEADING)).orElseThrow();
    return new RowAligner(heading.slots()).align(Word.in(line));
  }
}
