package io.kbaudit.article.reader.table;

import static io.kbaudit.article.reader.Given.rowsOf;
import static io.kbaudit.article.reader.Given.unreadOf;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileHashLayoutTest {
  private static final String HEADING = "Algorithm Hash Path\n--------- ---- ----\n";
  private static final String DIGEST = "0123456789ABCDEF".repeat(4);

  @ParameterizedTest
  @CsvSource({
    "Algorithm Hash Path, SHA256 @ C:\\a b\\c d.msi",
    "Hash Path, @ C:\\a b\\c d.msi",
    "Path Hash, C:\\a b\\c d.msi @",
    "Algorithm Path Hash, SHA256 C:\\a b\\c d.msi @"
  })
  void thePathIsWhatStandsBesideTheOtherColumns(String heading, String row) {
    String dashes = heading.replaceAll("[A-Za-z]", "-");

    assertThat(rowsOf(heading + "\n" + dashes + "\n\n" + row.replace("@", DIGEST) + "\n"))
        .containsExactly("C:\\a b\\c d.msi|||||");
  }

  @ParameterizedTest
  @CsvSource({
    "SHA256 @ C:\\a\\b.m..., a row that is cut to the width of a window",
    "SHA256 0123456789ABCDEF... C:\\a\\b.msi, a row that is cut to the width of a window",
    "'SHA256 @ C:\\a\\b\n                                      .msi', a row that goes on in the next line",
    "SHA256 @, a row without a file name"
  })
  void aRowThatIsNotWholeIsUnread(String row, String problem) {
    String rows = "SHA256 " + DIGEST + " C:\\a.msi\n" + row.replace("@", DIGEST) + "\n\nThe end.\n";

    assertThat(rowsOf(HEADING + rows)).containsExactly("C:\\a.msi|||||");
    assertThat(unreadOf(HEADING + rows)).containsExactly("4: " + problem);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Path Hash Algorithm", "Path Algorithm Hash"})
  void aRowWhosePathIsMissingInFrontIsUnread(String heading) {
    String row = heading.endsWith("Hash") ? "SHA256 " + DIGEST : DIGEST + " SHA256";

    assertThat(unreadOf(heading + "\n---- ---- ----\n" + row + "\n"))
        .containsExactly("3: a row without a file name");
  }

  @Test
  void aTableWithoutRowsIsSaidToHaveNone() {
    assertThat(unreadOf(HEADING)).containsExactly("1: a file table without rows");
    assertThat(unreadOf(HEADING + "\nThe end.\n")).containsExactly("1: a file table without rows");
  }

  @Test
  void blankLinesEndNoTableAndTextDoes() {
    String row = "SHA256 " + DIGEST + " C:\\a.msi\n";

    assertThat(rowsOf(HEADING + "\n\n" + row + "\n" + row.replace("a.msi", "b.msi"))).hasSize(2);
    assertThat(unreadOf(HEADING + "text\n" + row))
        .containsExactly("1: a file table without rows", "4: a digest of a file that is not clear");
  }

  /** Two columns of one kind, or one that nobody knows, are another table's. */
  @ParameterizedTest
  @ValueSource(strings = {"Algorithm Hash Hash Path", "Algorithm Hash Length Path", "Hash Length"})
  void anotherHeadingIsNone(String heading) {
    String dashes = heading.replaceAll("[A-Za-z]", "-");
    String row = "SHA256 " + DIGEST + " C:\\a.msi\n";

    assertThat(rowsOf(heading + "\n" + dashes + "\n" + row)).isEmpty();
    assertThat(unreadOf(heading + "\n" + dashes + "\n" + row)).hasSize(1);
  }

  @Test
  void withoutDashesBelowItAHeadingIsNone() {
    assertThat(unreadOf("Algorithm Hash Path\n-")).isEmpty();
    assertThat(unreadOf("Algorithm Hash Path")).isEmpty();
  }
}
