package io.kbaudit.article.reader.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CellHeadingTest {
  @Test
  void headingsNameFilesAndSayWhatTheyAreHeldTo() {
    assertThat(CellHeading.of(List.of("File name", "Size"))).isPresent();
    assertThat(CellHeading.of(List.of("File name", "Not read"))).isPresent();
    assertThat(CellHeading.of(List.of("File name", "Platform"))).isEmpty();
    assertThat(CellHeading.of(List.of("Date", "Size"))).isEmpty();
    assertThat(CellHeading.of(List.of("File name"))).isEmpty();
  }

  @Test
  void headingsWithoutANameAreThoseOfTwoValuesOrMore() {
    assertThat(CellHeading.withoutName(List.of("Date", "Size"))).isPresent();
    assertThat(CellHeading.withoutName(List.of("Zorp", "Size"))).isEmpty();
  }

  @Test
  void aTableHasNoMoreThanAThousandColumns() {
    assertThat(CellHeading.withoutName(Collections.nCopies(1000, "Size"))).isPresent();
    assertThat(CellHeading.withoutName(Collections.nCopies(1001, "Size"))).isEmpty();
  }

  @Test
  void aRowSaysItselfWhatItsCellsAre() {
    CellHeading heading =
        CellHeading.ofRow(List.of("a.dll", "1234", "10-Mar-2011", "6.1.1.1")).orElseThrow();

    assertThat(heading.row(List.of("b.dll", "5", "11-Mar-2011", "6.1.1.2")))
        .isEqualTo(
            Map.of(
                Column.NAME, "b.dll",
                Column.SIZE, "5",
                Column.DATE, "11-Mar-2011",
                Column.VERSION, "6.1.1.2"));
  }

  @Test
  void aRowOfOneNameAndTwoValuesIsOne() {
    assertThat(CellHeading.ofRow(List.of("a.dll", "1234", "10-Mar-2011"))).isPresent();
    assertThat(CellHeading.ofRow(List.of("a.dll", "1234"))).isEmpty();
    assertThat(CellHeading.ofRow(List.of("a.dll", "1234", "x"))).isEmpty();
    assertThat(CellHeading.ofRow(List.of("a.dll", "b.dll", "1234", "10-Mar-2011"))).isEmpty();
    assertThat(CellHeading.ofRow(List.of("x", "1234", "10-Mar-2011"))).isEmpty();
    assertThat(CellHeading.ofRow(List.of("a.dll", "10-Mar-2011", "11-Mar-2011"))).isEmpty();
    assertThat(CellHeading.ofRow(List.of("a.dll", "10-Mar-2011", "10-Mar-2011 10:04", "1")))
        .isEmpty();
    assertThat(CellHeading.ofRow(cells(Column.values().length))).isPresent();
    assertThat(CellHeading.ofRow(cells(Column.values().length + 1))).isEmpty();
  }

  private static List<String> cells(int count) {
    List<String> cells = new java.util.ArrayList<>(Collections.nCopies(count, "x"));
    cells.set(0, "a.dll");
    cells.set(1, "1234");
    cells.set(2, "10-Mar-2011");
    return cells;
  }

  @Test
  void aColumnThatStandsTwiceIsMisunderstood() {
    assertThat(heading("File name", "File name", "Size").misunderstood()).hasValue("File name");
    assertThat(heading("File name", "Size", "Date (PST)").misunderstood()).hasValue("Date (PST)");
    assertThat(heading("File name", "Comments", "Notes", "Size").misunderstood()).isEmpty();
  }

  @Test
  void aValueThatIsSurelyOfAnotherColumnGoesThere() {
    CellHeading heading = heading("File name", "Size", "Date", "Version", "Comments");

    assertThat(heading.row(List.of("10-Mar-2011", "1", "a.dll", "6.1.1.1", "x")))
        .isEqualTo(
            Map.of(
                Column.NAME, "a.dll",
                Column.SIZE, "1",
                Column.DATE, "10-Mar-2011",
                Column.VERSION, "6.1.1.1",
                Column.OTHER, "x"));
    assertThat(heading.row(List.of("a.dll", "6.1.1.1", "10-Mar-2011", "1,234", "")))
        .containsEntry(Column.SIZE, "1,234")
        .containsEntry(Column.VERSION, "6.1.1.1");
  }

  @Test
  void whatTheColumnCanHoldStaysInIt() {
    assertThat(heading("File name", "Date").row(List.of("a.dll", "16.05.2002")))
        .containsEntry(Column.DATE, "16.05.2002");
    assertThat(heading("File name", "Size").row(List.of("a.dll", "1.234")))
        .containsEntry(Column.SIZE, "1.234");
    assertThat(heading("File name", "Version").row(List.of("a.dll", "1,234")))
        .containsEntry(Column.SIZE, "1,234");
  }

  @Test
  void ofOneColumnOfDaysATimeIsAPart() {
    assertThat(heading("File name", "Date", "Size").row(List.of("a.dll", "10:04", "1")))
        .containsEntry(Column.DATE, "10:04");
  }

  @Test
  void allTextsOfARowAreKept() {
    assertThat(
            heading("File name", "Size", "Comments", "Notes").row(List.of("a.dll", "1", "x", "y")))
        .containsEntry(Column.OTHER, "x y");
  }

  @Test
  void theNamesOfPackagesBesideThoseOfFilesAreSecondOnes() {
    assertThat(
            heading("File name", "Component", "Module", "Size")
                .row(List.of("a.dll", "b.dll", "c.dll", "1")))
        .containsEntry(Column.NAME, "a.dll")
        .containsEntry(Column.SECOND_NAME, "b.dll, c.dll");
  }

  @Test
  void aDigestAmongCommentsIsADigest() {
    String sha1 = "da39a3ee5e6b4b0d3255bfef95601890afd80709";

    assertThat(heading("File name", "Size", "Comments").row(List.of("a.dll", "1", sha1)))
        .containsEntry(Column.SHA1, sha1);
  }

  @Test
  void aNumberMayStandWhereAValueDoes() {
    CellHeading heading = heading("File name", "Size", "Comments");

    assertThat(heading.hasNumberAmong(List.of("x", "$1,024", ""))).isTrue();
    assertThat(heading.hasNumberAmong(List.of("x", "Pack 1", ""))).isFalse();
    assertThat(heading.hasNumberAmong(List.of("x", "$", ""))).isFalse();
    assertThat(heading.hasNumberAmong(List.of("x 1", "", "1"))).isFalse();
  }

  @Test
  void itIsKnownWhereAllHeadingsAre() {
    assertThat(heading("File name", "Size").isKnown()).isTrue();
    assertThat(heading("File name", "Size", "Zorp").isKnown()).isFalse();
    assertThat(heading("File name", "Size", "Zorp").columns()).isEqualTo(3);
    assertThat(heading("File name", "Size", "Zorp").unclear(List.of("a", "1", "z")))
        .containsExactly("z");
  }

  private static CellHeading heading(String... texts) {
    return CellHeading.of(List.of(texts)).orElseThrow();
  }
}
