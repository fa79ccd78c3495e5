package io.kbaudit.article.reader.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.article.reader.cell.Column;
import io.kbaudit.article.reader.cell.Word;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  /** What cannot be read is said with its column; what is not even like a value, as left over. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          17:5x  2.0.92.1  1,391 | TIME=17:5x, SIZE=1,391, VERSION=2.0.92.1
          17:55  2.0.92.1  1,39x | TIME=17:55, SIZE=1,39x, VERSION=2.0.92.1
          17:55  2.0.x.1   1,391 | TIME=17:55, SIZE=1,391, VERSION=2.0.x.1
          17:55  a.b.c     1,391 | TIME=17:55, SIZE=1,391, VERSION=a.b.c
          17:55  n/a       1,391 | TIME=17:55, SIZE=1,391, VERSION=n/a
          17:55  -         1,391 | TIME=17:55, SIZE=1,391, VERSION=-
          17:55  Gen 1.35  1,391 | TIME=17:55, SIZE=1,391, VERSION=Gen 1.35
          17.55  2.0.92.1  1.391 | TIME=17.55, SIZE=1.391, VERSION=2.0.92.1
          17:55  Gen  1.35 1,391 | TIME=17:55, SIZE=1,391, VERSION=1.35 left Gen
          17:55  1 1.35    1,391 | TIME=17:55, SIZE=1,391, VERSION=1.35 left 1
          17:55  2x        1,391 | TIME=17:55, SIZE=1,391 left 2x
          17:55  .5x       1,391 | TIME=17:55, SIZE=1,391 left .5x
          """)
  void aValueThatCannotBeReadStaysInItsColumn(String values, String expected) {
    assertThat(told(align("10-Apr-2001  " + values + "  a.exe")))
        .isEqualTo("NAME=a.exe, DATE=10-Apr-2001, " + expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1x-Apr-2001 | NAME=a.exe, DATE=1x-Apr-2001, TIME=17:55
          1x/4/2001   | NAME=a.exe, DATE=1x/4/2001, TIME=17:55
          10.04.2001  | NAME=a.exe, DATE=10.04.2001, TIME=17:55
          x-Apr-2001  | NAME=a.exe, TIME=17:55 left x-Apr-2001
          x/4/2001    | NAME=a.exe, TIME=17:55 left x/4/2001
          1xx         | NAME=a.exe, TIME=17:55 left 1xx
          """)
  void aDateBeginsWithADigit(String date, String expected) {
    assertThat(told(align(date + "  17:55  a.exe"))).isEqualTo(expected);
  }

  /** Eight characters, a blank, and the extension: in its own column, or in capitals. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          SETUP    EXE   | NAME=SETUP.EXE, SIZE=1,608
          setup    exe   | NAME=setup.exe, SIZE=1,608
          SETUP EXE      | NAME=SETUP.EXE, SIZE=1,608
          12345678 EXE   | NAME=12345678.EXE, SIZE=1,608
          setup exe      | NAME=setup, SIZE=1,608 left exe
          SETUP  EXE     | NAME=SETUP, SIZE=1,608 left EXE
          SETUPLONG EXE  | NAME=SETUPLONG, SIZE=1,608 left EXE
          SETUP EXEC     | NAME=SETUP, SIZE=1,608 left EXEC
          12345678 123   | SIZE=1,608 left 12345678, 123
          """)
  void aNameAndItsExtensionStandAsMsDosListsThem(String name, String expected) {
    assertThat(told(alignBelow("File name  Size", name + "  1,608"))).isEqualTo(expected);
  }

  /** Where no sizes are listed, two words are no name with its extension. */
  @Test
  void aNameIsNotPutTogetherInATableWithoutSizes() {
    assertThat(told(alignBelow("File name  Version", "SETUP    EXE  1.2.3.4")))
        .isEqualTo("NAME=SETUP, VERSION=1.2.3.4 left EXE");
  }

  /** A comment says nothing of a file, and names none. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          needs a restart | NAME=a.exe, SIZE=1,391, OTHER=needs a restart
          needs b.exe     | NAME=a.exe, SIZE=1,391, OTHER=needs left b.exe
          since 17:55     | NAME=a.exe, TIME=17:55, SIZE=1,391, OTHER=since
          """)
  void aCommentMayStandBehindARow(String comment, String expected) {
    assertThat(told(alignBelow("File name  Size", "a.exe 1,391 " + comment))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          SHA1 | da39a3ee5e6b | NAME=a.exe, SIZE=1,391, SHA1=da39a3ee5e6b
          SHA1 | da39a3-5e6b  | NAME=a.exe, SIZE=1,391 left da39a3-5e6b
          Ext  | MS_          | NAME=a.exe, EXTENSION=MS_, SIZE=1,391
          Ext  | M*S          | NAME=a.exe, SIZE=1,391 left M*S
          """)
  void aColumnTakesWhatMayBePartOfItsValue(String column, String text, String expected) {
    assertThat(told(alignBelow("File name  " + column + "  Size", "a.exe  " + text + "  1,391")))
        .isEqualTo(expected);
  }

  @Test
  void theValueOfAnEmptyColumnIsNoTextOfTheOneBesideIt() {
    assertThat(
            told(alignBelow("File name  Description  Date  Size", "a.exe  12-29-96 of x86  1,391")))
        .isEqualTo("NAME=a.exe, DATE=12-29-96, SIZE=1,391, OTHER=of x86");
  }

  @Test
  void aFolderStandsInTheColumnOfSizes() {
    assertThat(told(alignBelow("File name  Size", "a  <DIR>"))).isEqualTo("NAME=a, SIZE=<DIR>");
  }

  /** Returns the cells of the only file on a line, and what is left. */
  private static String told(RowAligner.Aligned aligned) {
    String cells =
        aligned.files().get(0).entrySet().stream()
            .map(Map.Entry::toString)
            .collect(Collectors.joining(", "));
    List<String> left = aligned.rest().stream().map(Word::text).toList();
    return left.isEmpty() ? cells : cells + " left " + String.join(", ", left);
  }

  private static Map<Column, String> aligned(String line) {
    RowAligner.Aligned aligned = align(line);
    assertThat(aligned.rest()).isEmpty();
    return aligned.files().get(0);
  }

  private static RowAligner.Aligned align(String line) {
    return alignBelow(HEADING, line);
  }

  private static RowAligner.Aligned alignBelow(String heading, String line) {
    return new RowAligner(FixedHeading.of(Word.in(heading)).orElseThrow().slots())
        .align(Word.in(line));
  }
}
