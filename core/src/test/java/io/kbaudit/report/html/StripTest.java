package io.kbaudit.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The picture of one check. */
class StripTest {
  @Test
  void ofFewFilesEachIsDrawnByItself() {
    Strip strip = new Strip(4);
    strip.add("a.msi", Mark.PASSED);
    strip.add("b.msi", Mark.PASSED);
    strip.add("c.msi", Mark.FAILED);
    strip.add("d.msi", Mark.NOT_APPLICABLE);

    assertThat(strip.cells())
        .containsExactly(
            new Strip.Cell(Mark.PASSED, "0%", "25%", "a.msi"),
            new Strip.Cell(Mark.PASSED, "25%", "25%", "b.msi"),
            new Strip.Cell(Mark.FAILED, "50%", "25%", "c.msi"),
            new Strip.Cell(Mark.NOT_APPLICABLE, "75%", "25%", "d.msi"));
  }

  @Test
  void ofManyThoseThatAreAlikeAreDrawnTogether() {
    Strip strip = new Strip(100);
    for (int i = 0; i < 100; i++) {
      strip.add("a.msi", i == 60 ? Mark.FAILED : Mark.PASSED);
    }

    assertThat(strip.cells())
        .containsExactly(
            new Strip.Cell(Mark.PASSED, "0%", "60%", ""),
            new Strip.Cell(Mark.FAILED, "60%", "1%", ""),
            new Strip.Cell(Mark.PASSED, "61%", "39%", ""));
  }

  @Test
  void ofVeryManyNoFailureIsLostAmongThoseThatPass() {
    Strip strip = new Strip(10_000);
    for (int i = 0; i < 10_000; i++) {
      strip.add("a.msi", i == 9_999 ? Mark.FAILED : Mark.PASSED);
    }

    assertThat(strip.cells())
        .extracting(Strip.Cell::mark)
        .containsExactly(Mark.PASSED, Mark.FAILED);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1      | 1 file in the order of the article, from left to right.
          150    | 150 files in the order of the article, from left to right.
          151    | 151 files in the order of the article, from left to right; a column stands for 2 files, and shows the worst of them.
          10_000 | 10,000 files in the order of the article, from left to right; a column stands for 67 files, and shows the worst of them.
          """)
  void itSaysWhatAColumnStandsFor(String files, String caption) {
    assertThat(Strip.caption(Integer.parseInt(files.replace("_", "")))).isEqualTo(caption);
  }
}
