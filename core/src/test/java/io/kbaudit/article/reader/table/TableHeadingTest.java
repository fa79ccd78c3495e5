package io.kbaudit.article.reader.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.article.reader.page.ArticleText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a table begins, each text has a line of {@code File name Size}. */
class TableHeadingTest {
  private static final String TABLE = "File name  Size";

  private static String above(String textAbove) throws IOException {
    ArticleText text = text(textAbove + TABLE + "\n");
    return TableHeading.above(text, text.size());
  }

  private static ArticleText text(String text) throws IOException {
    return ArticleText.read(
        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "a.txt");
  }

  @ParameterizedTest
  @CsvSource({
    "'For all versions\n\n', For all versions",
    "'For all versions:\n\n', For all versions",
    "'## For all versions ##\n\n', For all versions",
    "'##\n\n', ''",
    "'# A title\nof text.\n', A title",
    "'Windows XP\n----------\n', Windows XP",
    "'Windows XP:\n==========\nSome text, and\nmore text.\n\n', Windows XP",
    "'* Windows XP\n\n', Windows XP",
    "'Windows XP\n\n```\n', Windows XP",
    "'', ''",
    "'\n\n', ''"
  })
  void aTitleIsKnownByItsMarksOrByStandingAlone(String lines, String title) throws IOException {
    assertThat(above(lines)).isEqualTo(title);
  }

  /** What is underlined may be the headings of a table's columns, or a sentence. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "File name  Date  Size\n------\nSome text\nand more.\n\n",
        "It is here.\n------\nSome text\nand more.\n\n",
        "------\nSome text\nand more.\n\n"
      })
  void anUnderlineMakesNoTitleOfAnythingElse(String lines) throws IOException {
    assertThat(above(lines)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A sentence by itself.",
        "words before a list,",
        "words;",
        "words |",
        "(in brackets)",
        "----",
        "Collapse this table",
        "Keywords: kbfix",
        "Last Modified: 10-MAR-2011",
        "KB2492954",
        "Q161501 is it",
        "HKEY_LOCAL_MACHINE",
        "NOTE this",
        "http://example.com/a",
        "These are the following files:",
        "With these attributes:"
      })
  void noOtherLineIsATitle(String line) throws IOException {
    assertThat(above(line + "\n\n")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"The following", "These attributes", "All about them:"})
  void onlyWithAColonIsATableAnnounced(String line) throws IOException {
    assertThat(above(line + "\n\n")).isEqualTo(line.replace(":", ""));
  }

  @Test
  void aTitleHasAHundredAndTwentyCharactersAtMost() throws IOException {
    String longest = "T" + "i".repeat(TableHeading.LONGEST - 1);

    assertThat(above(longest + "\n\n")).isEqualTo(longest);
    assertThat(above(longest + "i\n\n")).isEmpty();
  }

  /** What stands alone heads the table only if hardly a line with text is between them. */
  @Test
  void fiveLinesOfTextMayStandBetweenATitleAndItsTable() throws IOException {
    String line = "and some more text.\n";

    assertThat(above("\nThe title\n\n" + line.repeat(5))).isEqualTo("The title");
    assertThat(above("text\n\nThe title\n\n" + line.repeat(6))).isEmpty();
    assertThat(above("# The title\n\n" + line.repeat(399 - 2))).isEqualTo("The title");
    assertThat(above("# The title\n\n" + line.repeat(401))).isEmpty();
  }

  /** Without blank lines, a title stands behind the end of a sentence. */
  @ParameterizedTest
  @CsvSource({
    "'text.\nThe title\nMore text, and\nmore of it.\n', The title",
    "'text:\nThe title\nMore text, and\nmore of it.\n', The title",
    "'| a | b |\nThe title\nMore text, and\nmore of it.\n', The title",
    "'text\nThe title\nMore text, and\nmore of it.\n', ''",
    "'text.\nthe title\nMore text, and\nmore of it.\n', ''",
    "'text.\nThe title)\nMore text, and\nmore of it.\n', ''",
    "'text.\nThe title\nmore text, and\nmore of it.\n', ''",
    "'\nThe title\nMore text, and\nmore of it.\n', ''",
    "'text.\nThis title has more than the forty characters\nMore text, and\nmore of it.\n', ''",
    "'text.\nThis title has exactly forty characters.\nMore text, and\nmore of it.\n', ''",
    "'text.\nThis title has exactly forty characters!\nMore text, and\nmore of it.\n', ''",
    "'text.\nThis title has exactly forty characters1\nMore text, and\nmore of it.\n', This title has exactly forty characters1",
    "'text.\nThis title has forty and one characters: 1\n| a | b |\nmore of it.\n', This title has forty and one characters: 1"
  })
  void aTitleAmongTextBeginsAThought(String lines, String title) throws IOException {
    assertThat(above(lines)).isEqualTo(title);
  }

  private static String languageAbove(String textAbove) throws IOException {
    ArticleText text = text(textAbove + TABLE + "\n");
    return TableHeading.languageAbove(text, text.size()).map(Object::toString).orElse("");
  }

  @ParameterizedTest
  @CsvSource({
    "'The German version of this fix has these files:\n', true",
    "'The German version of this fix has these files:\n\n\n', true",
    "'The German version\nof this fix has these files:\n', true",
    "'The German version of this fix:\na\na\na\na\na\n', true",
    "'The German version of this fix:\na\na\na\na\na\na\n', false",
    "'The German version of this fix:\n\nThese files:\n', false",
    "'These files:\n', false",
    "'', false"
  })
  void theParagraphAboveATableNamesTheLanguage(String lines, boolean named) throws IOException {
    assertThat(languageAbove(lines)).matches(language -> named == language.contains("German"));
  }

  @Test
  void runningTextNamesNoLanguage() throws IOException {
    String line = "The German version of this fix:";

    assertThat(languageAbove(line + "x".repeat(1000 - line.length() - 1) + "\n")).isNotEmpty();
    assertThat(languageAbove(line + "x".repeat(1000 - line.length()) + "\n")).isEmpty();
  }
}
