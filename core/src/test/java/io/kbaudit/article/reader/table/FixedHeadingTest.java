package io.kbaudit.article.reader.table;

import static io.kbaudit.article.reader.Given.rowsOf;
import static io.kbaudit.article.reader.Given.unreadOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("StringConcatToTextBlock") // blanks and line ends are what is tested
class FixedHeadingTest {
  private static final String UNDER_NO_HEADING =
      "2: a row of a file table whose heading is missing or not understood";

  @ParameterizedTest
  @CsvSource({"38, 1", "39, 0"})
  void soManyColumnsFitOnAScreen(int others, int rows) {
    String text = "File name  Size" + "  Note".repeat(others) + "\na.dll      1,234\n";

    assertThat(rowsOf(text)).hasSize(rows);
    assertThat(unreadOf(text)).hasSize(1 - rows);
  }

  @Test
  void fourFilesMayStandOnALine() {
    String text = "Name   Size   ".repeat(4) + "\na.dll  1,234  b.dll  1  c.dll  2  d.dll  3,456\n";

    assertThat(rowsOf(text))
        .containsExactly("a.dll|||1,234||", "b.dll|||1||", "c.dll|||2||", "d.dll|||3,456||");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Name   Size   Name   Size   Name   Size   Name   Size   Name   Size",
        "Name   Size   Name   Date",
        "Name   Size   Size"
      })
  void headingsThatAreNotOfFourFilesOrFewerAlikeAreNone(String headings) {
    String text = headings + "\na.dll  1,234  b.dll  10-Apr-2001\n";

    assertThat(rowsOf(text)).isEmpty();
    assertThat(unreadOf(text)).containsExactly(UNDER_NO_HEADING);
  }

  @Test
  void headingsThatSayNothingOfAFileMayStandTwice() {
    assertThat(
            rowsOf("File name  Size   Description  Comments\na.dll      1,234  new          old\n"))
        .containsExactly("a.dll|||1,234||");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      textBlock =
          """
          Date         Size   File name                                        ! 2
          Date         Size   File name                                        ! 3
          Date         Size   File name    Date         Size   File name       ! 3
          Date         Size   File name    Date         Size   File name       ! 1
          """)
  void aLineMayListOtherThanAsManyFilesAsTheHeadingsAreFor(String headings, int files) {
    String line = "10-Apr-2001  1,234  a.dll  11-Apr-2001  1,235  b.dll  12-Apr-2001  1,236  c.dll";
    String row = line.substring(0, line.indexOf(".dll", 28 * (files - 1)) + 4);

    assertThat(rowsOf(headings + "\n" + row + "\n"))
        .containsExactlyElementsOf(
            List.of(
                    "a.dll|10-Apr-2001||1,234||",
                    "b.dll|11-Apr-2001||1,235||",
                    "c.dll|12-Apr-2001||1,236||")
                .subList(0, files));
  }

  @Test
  void aLineThatNamesMoreFilesThanItDatesIsUnread() {
    String text =
        "Date         Size   File name\n"
            + "10-Apr-2001  1,234  a.dll  11-Apr-2001  1,235  b.dll  c.dll\n";

    assertThat(rowsOf(text)).isEmpty();
    assertThat(unreadOf(text)).containsExactly("2: a row whose words do not fit the columns");
  }
}
