package io.kbaudit.article.reader.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

@SuppressWarnings("StringConcatToTextBlock") // lines are added to others
class OpenMarkdownTest {
  @Test
  void aTableStandsApartFromTheTextAroundIt() {
    assertThat(
            ShownLines.of(
                """
                Files
                File name | Size
                --- | ---
                a.msi | 1
                All in UTC.
                """))
        .isEqualTo(
            """
            1: Files

            2: | File name | Size |
            3: | --- | --- |
            4: | a.msi | 1 |

            5: All in UTC.
            """);
  }

  @Test
  void aTableThatEndsTheTextIsRead() {
    assertThat(ShownLines.of("File name | Size\n--- | ---\na.msi | 1"))
        .isEqualTo("1: | File name | Size |\n2: | --- | --- |\n3: | a.msi | 1 |\n\n");
  }

  @Test
  void aTableThatHasItsBarsStaysAsItIs() {
    String table = "Files\n| File name | Size |\n|---|---|\n| a.msi | 1 |\nAll in UTC.\n";

    assertThat(ShownLines.of(table))
        .isEqualTo(
            """
            1: Files
            2: | File name | Size |
            3: |---|---|
            4: | a.msi | 1 |
            5: All in UTC.
            """);
  }

  @Test
  void aBarAtTheEndIsThereAlreadyUnlessItIsEscaped() {
    assertThat(ShownLines.of("File name | Size |\n--- | --- |\na.msi | 1 |\nb\\|.msi | 2\\|\n"))
        .isEqualTo(
            """
            1: | File name | Size |
            2: | --- | --- |
            3: | a.msi | 1 |
            4: | b\\|.msi | 2\\| |

            """);
  }

  @Test
  void dashesMayBeAThousandCharactersLongerThanTheHeadings() {
    String headings = "File name | Size\n";
    String dashes = "--- | " + "-".repeat(headings.length() - 1 + 999 - "--- | ".length());

    assertThat(ShownLines.of(headings + dashes + "\na.msi | 1\n")).startsWith("1: | File name");
    assertThat(ShownLines.of(headings + dashes + "-\na.msi | 1\n")).startsWith("1: File name");
  }
}
