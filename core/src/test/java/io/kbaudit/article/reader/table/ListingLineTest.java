package io.kbaudit.article.reader.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.article.reader.cell.FileExtensions;
import io.kbaudit.article.reader.cell.Word;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListingLineTest {
  private static final Predicate<String> NAME = FileExtensions::isKnownName;

  /**
   * Beside a name and a value of it stands one other word, and more behind a name and two values.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a.dll 10-Mar-2011                                       | true
          a.dll with 10-Mar-2011                                  | true
          a.dll with others 10-Mar-2011                           | false
          a.dll by which some work 10-Mar-2011 1,234 bytes        | true
          by which a.dll works 10-Mar-2011 1,234 bytes            | false
          a.dll A1B2C3D4                                          | true
          a.dll is here                                           | false
          a.zzz 10-Mar-2011                                       | false
          10-Mar-2011 1,234 bytes                                 | false
          a.dll 10-Mar-2011 here.                                 | false
          ''                                                      | false
          """)
  void aLineOfHardlyMoreThanANameAndValuesListsAFile(String line, boolean lists) {
    assertThat(ListingLine.listsFile(line)).isEqualTo(lists);
  }

  @Test
  void aSentenceOfMoreThanTwelveWordsListsNoFile() {
    String values = " 10-Mar-2011 1,234 bytes";

    assertThat(ListingLine.listsFile("a.dll" + " works".repeat(12) + values)).isTrue();
    assertThat(ListingLine.listsFile("a.dll" + " works".repeat(13) + values)).isFalse();
  }

  @Test
  void runningTextListsNoFile() {
    String row = "a.dll 10-Mar-2011";

    assertThat(ListingLine.listsFile(row + " ".repeat(SeenLine.LONGEST - row.length()))).isTrue();
    assertThat(ListingLine.listsFile(row + " ".repeat(SeenLine.LONGEST - row.length() + 1)))
        .isFalse();
    assertThat(ListingLine.listsFile("<a.dll> ()")).isFalse();
  }

  /** Where columns are kept, one value will do, and a name of whatever kind beside a sure value. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a.dll 5.1 234              | true
          a.dll x y z 5.1 234        | true
          a.dll w x y z 5.1 234      | false
          a.dll 234                  | false
          a.dll  234                 | true
          a.dll  234 x               | true
          a.dll  234 x y             | false
          a.dll  234 5.1 x y         | true
          a.zzz  10-Mar-2011         | true
          a.zzz 10-Mar-2011          | false
          a.zzz  234                 | false
          a.zzz  x y z 10-Mar-2011   | true
          a.zzz  w x y z 10-Mar-2011 | false
          a-dll  10-Mar-2011 234     | false
          a.dll                      | false
          """)
  void aRowWhoseBlanksAreGoneIsKnownByItsValues(String line, boolean row) {
    assertThat(ListingLine.isCollapsedRow(Word.in(line), NAME)).isEqualTo(row);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a.dll 234                  | true
          a.dll: size 234, date 1996 | true
          a.dll: size                | false
          a.dll                      | false
          a.dll 234 more             | false
          a.zzz 234                  | false
          234 a.dll                  | false
          a.dll version 5.1 size.    | false
          """)
  void aNameAndItsValuesHaveNoOtherWords(String line, boolean are) {
    assertThat(ListingLine.isNameAndValues(line, NAME)).isEqualTo(are);
  }

  @Test
  void runningTextIsNoNameWithValues() {
    String row = "a.dll 234";

    assertThat(ListingLine.isNameAndValues(row + " ".repeat(SeenLine.LONGEST - row.length()), NAME))
        .isTrue();
    assertThat(
            ListingLine.isNameAndValues(
                row + " ".repeat(SeenLine.LONGEST - row.length() + 1), NAME))
        .isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a.dll                 | false
          a.dll is here         | true
          for a.dll             | false
          for a.dll 10-Mar-2011 | true
          a.zzz is here         | false
          Windows XP            | false
          """)
  void aTitleMayBeANameAndIsNotAboutIt(String line, boolean about) {
    assertThat(ListingLine.isAboutFile(line)).isEqualTo(about);
  }

  @Test
  void runningTextIsAboutNoFile() {
    String line = "a.dll x";

    assertThat(ListingLine.isAboutFile(line + " ".repeat(SeenLine.LONGEST - line.length())))
        .isTrue();
    assertThat(ListingLine.isAboutFile(line + " ".repeat(SeenLine.LONGEST - line.length() + 1)))
        .isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a b  234   | true
          a b  5.1   | true
          a b  17:55 | false
          a b 234    | false
          234  a     | false
          a b c  234 | true
          a b c d  234 | false
          a  234 x   | true
          """)
  void aNumberStandsApartBehindTheWordsOfNames(String line, boolean stands) {
    assertThat(ListingLine.hasNumberApart(Word.in(line))).isEqualTo(stands);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a.dll 234   | true
          a.dll x 234 | true
          a.dll x     | false
          a.dll       | false
          a.zzz 234   | false
          234 a.dll   | false
          """)
  void aTornRowBeginsWithItsFile(String line, boolean begins) {
    assertThat(ListingLine.beginsWithFile(Word.in(line))).isEqualTo(begins);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a.dll  b  c | true
          a.dll  b c  | false
          a.dll b  c  | false
          a.dll b  c  d | false
          a.dll  b    | false
          a.zzz  b  c | false
          b  a.dll  c | false
          """)
  void columnsOfTextBehindANameAreARow(String line, boolean row) {
    assertThat(ListingLine.isRowOfText(Word.in(line), NAME)).isEqualTo(row);
  }

  /** By its values, whatever its name: two of a file, or those that nothing else has together. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a.zzz  10-Mar-2011  5.1         | true
          a.zzz 10-Mar-2011 5.1           | false
          a.zzz  10-Mar-2011              | false
          a.zzz  1234  5.1                | false
          a.zzz  17:55  5.1               | true
          SETUP EXE  10-Mar-2011  1,234   | true
          SETUP EXE  10-Mar-2011  234     | true
          SETUP EXE  10-Mar-2011  234 5.1 | true
          SETUP EXE  10-Mar-2011  234 17:55 | true
          SETUP EXE  10-Mar-2011  5.1     | false
          SETUP EXE  10-Mar-2011  17:55   | false
          SETUP EXE  1,234                | false
          SETUP  10-Mar-2011  1,234       | false
          a b c d  10-Mar-2011  1,234     | true
          a b c d e  10-Mar-2011  1,234   | false
          SETUP EXE 10-Mar-2011 234       | false
          """)
  void columnsWithValuesOfAFileAreARow(String line, boolean row) {
    assertThat(ListingLine.isTabularRow(Word.in(line))).isEqualTo(row);
  }

  @Test
  void nothingIsNoRow() {
    List<Word> nothing = List.of();

    assertThat(ListingLine.isCollapsedRow(nothing, NAME)).isFalse();
    assertThat(ListingLine.beginsWithFile(nothing)).isFalse();
    assertThat(ListingLine.isRowOfText(nothing, NAME)).isFalse();
    assertThat(ListingLine.isTabularRow(nothing)).isFalse();
    assertThat(ListingLine.hasNumberApart(nothing)).isFalse();
  }
}
