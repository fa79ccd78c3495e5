package io.kbaudit.article.reader.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JiraWikiTest {
  @Test
  void aTableStandsApartFromTheTextAroundIt() {
    assertThat(ShownLines.of("Files\n||File name||Size||\n|a.msi|1|\nAll in UTC.\n"))
        .isEqualTo(
            """
            1: Files

            2: | File name | Size |
            3: | a.msi | 1 |

            4: All in UTC.
            """);
  }

  @Test
  void theLastRowOfATableThatBreaksOffKeepsItsLastCell() {
    assertThat(ShownLines.of("||File name||Size||\n|a.msi|1|\n|b.msi|2"))
        .isEqualTo("1: | File name | Size |\n2: | a.msi | 1 |\n3: | b.msi | 2 |\n\n");
  }
}
