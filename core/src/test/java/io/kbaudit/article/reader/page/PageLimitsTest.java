package io.kbaudit.article.reader.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kbaudit.article.ArticleFormatException;
import io.kbaudit.article.reader.Given;
import io.kbaudit.article.reader.cell.CellHeading;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How much of an article is read, to the last character; of more nothing is. */
class PageLimitsTest {
  @Test
  void aMillionLinesAreRead() throws IOException {
    String lines = "x\n".repeat(ArticleText.MAXIMUM_LINES);

    assertThat(text(lines).size()).isEqualTo(ArticleText.MAXIMUM_LINES);
    assertRefused(lines + "x", "a.txt: more than a million lines, which no article has");
  }

  @Test
  void aLineOf512KibibytesIsRead() throws IOException {
    String line = "x".repeat(ArticleText.LONGEST_LINE);

    assertThat(text("\n" + line).line(2)).isEqualTo(line);
    assertThatExceptionOfType(ArticleFormatException.class)
        .isThrownBy(() -> text("\n" + line + "x"))
        .withMessageStartingWith(
            "a.txt, line 2: a line longer than 512 KiB, which no article has: 'xxx")
        .withMessageEndingWith("... (524,289 characters)'");
  }

  @Test
  void aPageOfSixteenMillionCharactersIsRead() throws IOException {
    String page = "<html><p>first%s<p>last";
    String blanks = " ".repeat(HtmlParser.MAXIMUM_CHARACTERS - page.length() + 2);

    assertThat(text(page.formatted(blanks)).lines()).extracting(Line::text).contains("last");
    assertRefused(
        page.formatted(blanks + " "),
        "a.txt: a page of more than 16 million characters, which no article is");
  }

  @Test
  void aPageOfHalfAMillionTagsIsRead() throws IOException {
    String page = "<html><pre>" + "< \n".repeat(HtmlParser.MAXIMUM_TAGS - 3) + "</pre>";

    assertThat(text(page + "last").lines()).extracting(Line::text).contains("last");
    assertRefused(
        page + "<i>last", "a.txt: a page of more than 500,000 tags, which no article has");
  }

  @Test
  void framesAreReadEightDeep() throws IOException {
    assertThat(text("<html>\n" + framed("last", ShownAttributes.DEEPEST_FRAMES)).lines())
        .extracting(Line::text)
        .contains("last");
    assertRefused(
        "<html>\n" + framed("last", ShownAttributes.DEEPEST_FRAMES + 1),
        "a.txt, line 2: frames in each other more than 8 deep, which no article has: '<iframe>'");
  }

  @Test
  void theTagsOfAllFramesTogetherAreCounted() throws IOException {
    String half = framed("<br>".repeat(HtmlParser.MAXIMUM_TAGS / 2) + "last", 1);

    assertThat(text("<html>" + half + half).lines()).extracting(Line::text).contains("last");
    assertRefused(
        "<html>" + half + half + framed("<br>last", 1),
        "a.txt: a page of more than 500,000 tags, which no article has");
  }

  private static String framed(String html, int times) {
    String framed = html;
    for (int i = 0; i < times; i++) {
      framed =
          "<iframe srcdoc=\""
              + framed.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;")
              + "\"></iframe>";
    }
    return framed;
  }

  @Test
  void tablesOfSixteenMillionCharactersAreRead() {
    List<Line> lines = new ArrayList<>();
    TableLines tables = new TableLines(lines);
    String cell = "x".repeat(1 << 20);
    tables.begin(1);
    for (int i = 0; i < TableLines.MAXIMUM_CHARACTERS >> 20; i++) {
      tables.beginRow(i + 1);
      tables.cell(cell.substring(3), 1, 1);
      tables.endRow();
    }

    assertThat(tables.problem()).isEmpty();
    assertThat(lines).hasSize(16);
    tables.beginRow(17);
    tables.cell("", 1, 1);
    tables.endRow();
    assertThat(tables.problem())
        .hasValue("tables of more than 16 million characters, as no article has");
    assertThat(lines).hasSize(16);
  }

  @Test
  void aTableOfAThousandColumnsIsRead() {
    String heading = "<html><table><tr><th>File name<th>Size";
    String row = "<tr><td>a.msi<td>1";
    int others = CellHeading.MOST_COLUMNS - 2;

    assertThat(
            Given.rowsOf(
                heading + "<th>Notes".repeat(others) + row + "<td>x".repeat(others) + "</table>"))
        .containsExactly("a.msi|||1||");
    assertRefused(
        heading + "<th>Notes".repeat(others + 1) + "</table>",
        "a.txt: a table of more than 1,000 columns");
  }

  /** Such lines cost an article nothing else: its other tables are read. */
  @ParameterizedTest
  @ValueSource(strings = {"|", ",", "\t"})
  void ofLinesOfMoreCellsWhatListsAFileIsSaid(String separator) {
    String cells = (separator + "x").repeat(CellHeading.MOST_COLUMNS - 2);
    String around = separator.equals("|") ? "|" : "";
    String table =
        "%1$sFile name%2$sSize%3$s%1$s\n%1$sa.msi%2$s12%3$s%1$s\n"
            .formatted(around, separator, cells);
    String wider = table.replace("12", "12" + separator + "y").replace("Size", "Size" + separator);

    assertThat(Given.rowsOf(table)).containsExactly("a.msi|||12||");
    assertThat(Given.rowsOf(wider)).isEmpty();
    assertThat(Given.article(wider).unreadRows()).isNotEmpty();
  }

  private static ArticleText text(String text) throws IOException {
    return ArticleText.read(
        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "a.txt");
  }

  private static void assertRefused(String text, String message) {
    assertThatExceptionOfType(ArticleFormatException.class)
        .isThrownBy(() -> text(text))
        .withMessage(message);
  }
}
