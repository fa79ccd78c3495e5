package io.kbaudit.article.reader.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MediaWikiTest {
  @Test
  void aTableStandsApartFromTheTextAroundIt() {
    assertThat(
            ShownLines.of(
                """
                Files
                {|
                ! File name !! Size
                |-
                | a.msi || 1
                |}
                All in UTC.
                """))
        .isEqualTo(
            """
            1: Files

            3: | File name | Size |
            5: | a.msi | 1 |

            7: All in UTC.
            """);
  }

  @Test
  void aCellGoesOnUntilALineBeginsAnother() {
    assertThat(ShownLines.of("{|\n! File name !! Size\n|-\n| a.msi || 679,936\nbytes\n|}\n"))
        .isEqualTo("2: | File name | Size |\n4: | a.msi | 679,936 bytes |\n\n");
  }

  @Test
  void whatATableInACellHoldsIsTextOfThatCell() {
    assertThat(
            ShownLines.of(
                """
                {|
                ! File name !! Size
                |-
                | a.msi || 1
                {|
                b.msi
                |}
                |-
                | c.msi || 2
                |}
                """))
        .isEqualTo(
            """
            2: | File name | Size |
            4: | a.msi | 1 b.msi |
            9: | c.msi | 2 |

            """);
  }

  @Test
  void aTitleBelowTheHeadingsStandsBelowThem() {
    assertThat(ShownLines.of("{|\n! File name !! Size\n|+ For x64\n|-\n| a.msi || 1\n|}\n"))
        .isEqualTo("2: | File name | Size |\n3: For x64\n\n5: | a.msi | 1 |\n\n");
  }

  @Test
  void aCellMayBeginWithALinkOrAnEqualsSign() {
    assertThat(ShownLines.of("{|\n!File name!!Size\n|-\n|[[a.msi]]||=1|2\n|}\n"))
        .isEqualTo("2: | File name | Size |\n4: | a.msi | =1&#124;2 |\n\n");
  }
}
