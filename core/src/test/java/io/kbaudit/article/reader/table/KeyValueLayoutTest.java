package io.kbaudit.article.reader.table;

import static io.kbaudit.article.reader.Given.rowsOf;
import static io.kbaudit.article.reader.Given.unreadOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.article.Article;
import io.kbaudit.article.ArticleRemark;
import io.kbaudit.article.reader.Given;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyValueLayoutTest {
  @Test
  void eachNameBetweenBarsBeginsAFile() {
    assertThat(
            rowsOf(
                """
                | File name|a.mum|
                |---|---|
                | File version|Not applicable|
                | File size|1,674|
                | Date (UTC)|13-Mar-2010|
                ||
                | File name|b.mum|
                | File size|2,674|
                """))
        .containsExactly("a.mum|13-Mar-2010||1,674|Not applicable|", "b.mum|||2,674||");
  }

  @Test
  void labelsMayStandBeforeColonsInBoldOrNot() {
    assertThat(rowsOf("**File name:** a.msi\n- Size: 1,674\n\nFile name: b.msi\nSize: 2\n"))
        .containsExactly("a.msi|||1,674||", "b.msi|||2||");
  }

  @Test
  void aNameMayHaveBlanksInTheFirstRecordToo() {
    assertThat(rowsOf("File name: An update.msi\nSize: 1\n\nFile name: a b.msi\nSize: 2\n"))
        .containsExactly("An update.msi|||1||", "a b.msi|||2||");
    assertThat(rowsOf("| File name|An update.msi|\n|---|---|\n| File size|1|\n"))
        .containsExactly("An update.msi|||1||");
  }

  @Test
  void theUnitOfASizeMayStandInItsLabel() {
    assertThat(Given.article("File name: a.msi\nSize (KB): 105\n").rows())
        .extracting(row -> row.size().orElseThrow().toString())
        .containsExactly("105 KB");
  }

  @Test
  void aFileOfWhichNothingIsSaidIsRemarkedOnAmongOthers() {
    Article article =
        Given.article("File name: a.msi\nFile name: b.msi\nSize: 1\nFile name: c.msi\nThe end.");

    assertThat(Given.rows(article)).containsExactly("b.msi|||1||");
    assertThat(article.remarks())
        .filteredOn(remark -> remark.kind() == ArticleRemark.Kind.NOTHING_LISTED)
        .extracting(ArticleRemark::line)
        .containsExactly(1, 4);
  }

  @Test
  void aSecondSizeOfOneFileIsLeftUnread() {
    assertThat(unreadOf("File name: a.msi\nSize: 1\nSize: 2\n"))
        .containsExactly("3: a second value of a file, or the first of one without a name");
  }

  /** What is no label's may still be a value of the file; and words end no record. */
  @ParameterizedTest
  @CsvSource({
    "'It was made on 10-Mar-2011', '3: a line among those of a file that is not understood'",
    "'It was made of 1,234 parts\na\nb\nc', '3: a line among those of a file that is not understood'",
    "'a\na\na', ''"
  })
  void linesAmongPropertiesAreReadForValues(String lines, String problem) {
    String text = "File name: a.msi\nSize: 1,674\n" + lines + "\nVersion: 5.1\n\nThe end.\n";

    assertThat(rowsOf(text)).containsExactly("a.msi|||1,674|5.1|");
    assertThat(unreadOf(text)).isEqualTo(problem.isEmpty() ? List.of() : List.of(problem));
  }

  /** Five lines without a label are too many to be part of a record, and so is a blank one. */
  @ParameterizedTest
  @ValueSource(strings = {"a\na\na\na\na", "It was made of air\n", "\nIt was made of air"})
  void linesThatEndARecordLeaveItWithoutWhatFollows(String lines) {
    String text = "File name: a.msi\nSize: 1,674\n" + lines + "\nVersion: 5.1\n\nThe end.\n";

    assertThat(rowsOf(text)).containsExactly("a.msi|||1,674||");
  }

  @Test
  void aNameInRunningTextIsNoTable() {
    assertThat(rowsOf("File name: a.msi\nIt is large.\nSize: 1\n")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Size, in bytes: 582,657",
        "Size of the file when it is installed: 22,017",
        "\u25AA File size: 22,017",
        "Size = 22,017"
      })
  void aLineAmongPropertiesThatIsNotUnderstoodEndsNoRecord(String line) {
    String text = "File name: a.msi\nFile version: 6.1.7600.1\n" + line + "\nDate: 10-Mar-2011\n";

    assertThat(rowsOf(text)).containsExactly("a.msi|10-Mar-2011|||6.1.7600.1|");
    assertThat(Given.unreadOf(text)).hasSize(1);
  }

  @Test
  void wordsAmongPropertiesEndNoRecordEither() {
    assertThat(rowsOf("File name: a.msi\nSize: 1\nNote that it is new.\nDate: 10-Mar-2011\n"))
        .containsExactly("a.msi|10-Mar-2011||1||");
  }

  @Test
  void whatIsCalledTheNameOfAFileIsOneWhateverItLooksLike() {
    assertThat(rowsOf("File name: Setup (64-bit)\nSize: 1\n"))
        .containsExactly("Setup (64-bit)|||1||");
    assertThat(rowsOf("Name: Setup (64-bit)\nSize: 1\n")).isEmpty();
  }

  @Test
  void labelsMayHaveLettersOfAnyLanguage() {
    assertThat(rowsOf("Dateiname: a.msi\nGr\u00F6\u00DFe: 1.234\n"))
        .containsExactly("a.msi|||1.234||");
    assertThat(
            rowsOf(
                "\u0418\u043C\u044F \u0444\u0430\u0439\u043B\u0430: a.msi\n\u0420\u0430\u0437\u043C\u0435\u0440: 1234\n"))
        .containsExactly("a.msi|||1234||");
  }

  @Test
  void aLabelThatIsNotUnderstoodEndsNoRecord() {
    String record = "Name : a.msi\nZorp : 10/13/2011 10:04:05\nSize : 1,234\n";

    assertThat(rowsOf(record)).containsExactly("a.msi|||1,234||");
    assertThat(unreadOf(record)).containsExactly("2: a value whose label is not understood");
  }
}
