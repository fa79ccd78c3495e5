package io.kbaudit.article.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.kbaudit.article.Article;
import io.kbaudit.article.ArticleFormatException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Texts made to cost time, memory or the stack. The build runs this in a heap of 64 MB. Where work
 * grew with the square of a text's length, these would take minutes or hours.
 */
class ArticleFuzzTest {
  private static final Duration LONG_ENOUGH = Duration.ofMinutes(1);

  /** Just shorter than the longest line that is read. */
  private static final int LONG = 500_000;

  @ParameterizedTest(name = "''{0}''")
  @ValueSource(
      strings = {
        " ", "\t", "\u00A0", ".", "-", "=", "+", "_", "1", "a", "\\", "(", "*", "[", "`", "|", ",",
        "\"", "<", ">", "&", ":", "#", "a.", "1,", "1.", "a ", "[](", "<b ", "\\|", "<!--", "&amp"
      })
  void noRunOfCharactersCostsMoreThanItsLength(String run) throws IOException {
    String line = run.repeat(LONG / run.length());
    String cell = run.repeat(398 / run.length()) + "!";

    assertThat(read(line).rows()).isEmpty();
    assertThat(read(line + "x|").rows()).isEmpty();
    assertThat(read("File name  Size\n" + line).rows()).isEmpty();
    assertThat(read("File name,Size\n" + line + "\n").rows()).isEmpty();
    assertThat(read(("| File name | Size |\n| a.msi | 1 |\n| " + cell + " | 2 |\n")))
        .satisfies(article -> assertThat(article.rows()).isNotEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"<!-- --> ", "<!---->", "<?xml ?>", "<!-- -->\n"})
  void whatMayPrecedeAPageCostsNeitherStackNorTime(String beginning) throws IOException {
    assertThat(read(beginning.repeat(2000 / beginning.length()) + "x").rows()).isEmpty();
    assertThat(read(beginning + " ".repeat(1900) + "x").rows()).isEmpty();
  }

  @Test
  void aRowOfAsManyWordsAsALineHoldsIsNoRow() throws IOException {
    String row = "a.msi 1,000 " + "x ".repeat(490) + "\n";

    assertThat(read("File name  Size  Description  Platform  Notes\n" + row.repeat(1000)).rows())
        .isEmpty();
  }

  @Test
  void aHeadingOfMoreColumnsThanAScreenIsWideIsNone() throws IOException {
    String heading = "File name" + "  x".repeat(300) + "  Size\n";

    assertThat(read(heading + "a.msi  1,000\n".repeat(1000)).rows()).isEmpty();
  }

  @Test
  void aDescriptionDoesNotGoOnForever() throws IOException {
    String more = " ".repeat(20) + "more of what it is for\n";

    Article article =
        read("File name  Size   Description\na.msi      1,000  Some\n" + more.repeat(100_000));

    assertThat(article.rows()).hasSize(1);
  }

  @Test
  void aRowBetweenBordersDoesNotGoOnForever() throws IOException {
    Article article =
        read(
            "| File name | Size |\n+---+\n| a.msi | 1 |\n+---+\n" + "| x y | z |\n".repeat(60_000));

    assertThat(article.rows()).extracting(row -> row.printed().name()).startsWith("a.msi");
  }

  @ParameterizedTest
  @ValueSource(strings = {"File name: a.msi\n", "| File name | a.msi |\n"})
  void filesOfWhichNothingIsSaidAreNoTable(String line) throws IOException {
    assertThat(read(line.repeat(60_000)).rows()).isEmpty();
  }

  @Test
  void tablesThatAreNeverClosedAreNone() throws IOException {
    assertThat(read("Text\n" + "<table>\n".repeat(100_000)).rows()).isEmpty();
  }

  @Test
  void tablesInTablesCostNoStack() throws IOException {
    assertThat(read(inTables(100)).rows()).hasSizeLessThanOrEqualTo(1);
    assertThatExceptionOfType(ArticleFormatException.class)
        .isThrownBy(() -> read(inTables(10_000)))
        .withMessageContaining("an element that stands in more than 512 others");
  }

  private static String inTables(int depth) {
    return "<table><tr><td>".repeat(depth)
        + "<table><tr><th>File name<th>Size<tr><td>a.msi<td>1</table>";
  }

  @ParameterizedTest
  @CsvSource({"1000, 99999, x", "2, 99999, 1000000"})
  void aCellOverManyRowsIsNotCopiedWithoutLimit(int columns, int rows, String text) {
    String cell = text.equals("x") ? text : "x".repeat(Integer.parseInt(text));
    String html =
        "<table><tr><td>File name<td colspan=%d rowspan=%d>%s".formatted(columns - 1, rows, cell)
            + "<tr><td>".repeat(20_000);

    assertThatExceptionOfType(ArticleFormatException.class)
        .isThrownBy(() -> read(html))
        .withMessage("a.txt: tables of more than 16 million characters, as no article has");
  }

  @ParameterizedTest
  @ValueSource(strings = {"|%s\n", "File name,Size%s\n"})
  void aLineOfManyCellsIsNoRow(String line) throws IOException {
    String cells = line.startsWith("|") ? " a |".repeat(LONG / 4) : ",a".repeat(LONG / 2);

    assertThat(read(line.formatted(cells)).rows()).isEmpty();
  }

  @Test
  void aTableOfThousandsOfColumnsIsRefused() {
    assertThatExceptionOfType(ArticleFormatException.class)
        .isThrownBy(() -> read("<table><tr>" + "<td>a".repeat(20_000)))
        .withMessage("a.txt: a table of more than 1,000 columns");
  }

  private static Article read(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return assertTimeoutPreemptively(
        LONG_ENOUGH,
        () -> ArticleReader.read(new ByteArrayInputStream(bytes), "a.txt", Optional.empty()));
  }
}
