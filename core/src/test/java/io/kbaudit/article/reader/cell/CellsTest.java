package io.kbaudit.article.reader.cell;

import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.article.Article;
import io.kbaudit.article.ArticleRemark;
import io.kbaudit.article.ListedSize;
import io.kbaudit.article.reader.Given;
import io.kbaudit.text.PrintedDate;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellsTest {
  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "10-Mar-2011, 2011-03-10",
    "1-jan-2000, 2000-01-01",
    "20-June-2015, 2015-06-20",
    "08-Sept-2009, 2009-09-08",
    "21-Aug-20, 2020-08-21",
    "21-Aug-79, 2079-08-21",
    "21-Aug-80, 1980-08-21",
    "29-Feb-2012, 2012-02-29",
    "2011-03-10, 2011-03-10",
    "Mar-27-2002, 2002-03-27",
    "Aug-1-2001, 2001-08-01",
    "'March 27, 2002', 2002-03-27",
    "10 March 2011, 2011-03-10",
    "04/23/2002, 2002-04-23",
    "28/08/01, 2001-08-28",
    "10-14-98, 1998-10-14",
    "3/3/2000, 2000-03-03",
    "2011-3-10, 2011-03-10",
    "2005/6/11, 2005-06-11",
    "2005/06/11, 2005-06-11",
    "10-Mär-2011, 2011-03-10",
    "23. Aug. 2004, 2004-08-23",
    "18-okt-2004, 2004-10-18",
    "27-апр-2005, 2005-04-27",
    "18-Out-2007, 2007-10-18",
    "26-ago-2005, 2005-08-26",
    "23 de agosto de 2004, 2004-08-23",
    "5 июня 2006 г., 2006-06-05",
    "2005 年 6 月 11 日, 2005-06-11",
    "2005年6月11日, 2005-06-11",
    "28.06.2002, 2002-06-28",
  })
  void aDateIsReadWhereOnlyOneDayCanBeMeant(String cell, LocalDate day) {
    assertThat(PrintedDate.find(cell).flatMap(PrintedDate::sureDay)).hasValue(day);
  }

  @ParameterizedTest(name = "''{0}''")
  @ValueSource(
      strings = {
        "16-2", "6/12/200", "02/03/2002", "01-05-95", "29-Feb-2011", "31-Apr-2011", "0-Mar-2011",
        "10-Xyz-2011", "10-Mar-201", "10-Mar-20111", "2011-13-01", "28.06.02", "Gen 1.35", ""
      })
  void aDateThatIsNotSureIsAbsent(String cell) {
    assertThat(PrintedDate.find(cell).flatMap(PrintedDate::sureDay)).isEmpty();
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "10:04, 10:04",
    "9:57, 09:57",
    "00:00, 00:00",
    "23:59, 23:59",
    "7:11:57, 07:11",
    "05:48 PM, 17:48",
    "08:55AM, 08:55",
    "04:39p, 16:39",
    "12:00am, 00:00",
    "12:21 p.m., 12:21",
    "01.56, 01:56",
    "08h57, 08:57",
    "12:40 UTC, 12:40",
    "12:40Z, 12:40",
    "05:12:11.250, 05:12",
    "午後 2:30, 14:30",
    "午前 12:05, 00:05",
  })
  void aTimeIsReadToTheMinute(String cell, LocalTime minute) {
    assertThat(Cells.time(cell)).hasValue(minute);
  }

  @ParameterizedTest(name = "''{0}''")
  @ValueSource(
      strings = {
        "24:00",
        "10:60",
        "10:4",
        "1004",
        "13:48 PM",
        "0:30a",
        "10:04 x",
        "10:04 PST",
        "12:40+02:00",
        "10:",
        ""
      })
  void aTimeThatIsNotSureIsAbsent(String cell) {
    assertThat(Cells.time(cell)).isEmpty();
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "'679,936', '679,936 bytes'",
    "679936, '679,936 bytes'",
    "0, 0 bytes",
    "'5,668 bytes', '5,668 bytes'",
    "'1,498,112', '1,498,112 bytes'",
    "105 KB, 105 KB",
    "105kb, 105 KB",
    "2.5 MB, 2.5 MB",
    "104.448, '104,448 bytes'",
    "1.805.376, '1,805,376 bytes'",
    "1 234, '1,234 bytes'",
    "292 112, '292,112 bytes'",
    "1 134 352, '1,134,352 bytes'",
    "1'234'567, '1,234,567 bytes'",
    "'3,45 MB', 3.45 MB",
    "'1,024.5 KB', 1024.5 KB",
    "'1.024,5 KB', 1024.5 KB",
    "1.2 GB, 1.2 GB",
    "512 KiB, 512 KB",
    "'1.2 MB (1,234,567 bytes)', '1,234,567 bytes'",
    "'1,234,567 bytes (1.2 MB)', '1,234,567 bytes'",
  })
  void aSizeIsReadWithItsUnit(String cell, String size) {
    assertThat(Cells.size(cell, ListedSize.Unit.BYTES, false).map(ListedSize::toString))
        .hasValue(size);
  }

  @ParameterizedTest(name = "''{0}''")
  @ValueSource(
      strings = {
        "314,8",
        "3148,800",
        ",314",
        "1.5",
        "1.5 bytes",
        "-5",
        "5 TB",
        "805.376.5",
        "1,234.567.890",
        "1 234,567",
        "12,34 567",
        "1.2 MB (9,234,567 bytes)",
        "9999999999999999999",
        "9,999,999,999,999,999,999",
        "10:04",
        "6.1.7600.20555",
        "\u0661\u0662",
        ""
      })
  void aSizeThatIsNotSureIsAbsent(String cell) {
    assertThat(Cells.size(cell, ListedSize.Unit.BYTES, false)).isEmpty();
  }

  @Test
  void aDotBeforeThreeDigitsOfALargerUnitIsWhatTheLanguageSays() {
    assertThat(Cells.size("1.234 KB", ListedSize.Unit.BYTES, false).map(ListedSize::toString))
        .hasValue("1.234 KB");
    assertThat(Cells.size("1.234 KB", ListedSize.Unit.BYTES, true).map(ListedSize::toString))
        .hasValue("1234 KB");
    assertThat(Cells.size("1,234 KB", ListedSize.Unit.BYTES, true).map(ListedSize::toString))
        .hasValue("1.234 KB");
  }

  @Test
  void whatMayBeAVersionIsASizeInItsColumnAlone() {
    assertThat(Shape.of("104.448")).isEqualTo(Shape.VERSION);
    assertThat(Shape.of("104 448")).isEqualTo(Shape.SIZE);
  }

  @Test
  void blanksOfEveryKindAreStripped() {
    assertThat(Cells.strip("\u00A0 \t679,936\u2003\u00A0")).isEqualTo("679,936");
  }

  @Test
  void aTurkishDefaultLocaleChangesNoCell() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("tr-TR"));
    try {
      assertThat(PrintedDate.find("10-APRIL-2011").flatMap(PrintedDate::sureDay))
          .hasValue(LocalDate.of(2011, 4, 10));
      assertThat(Cells.size("105 kilo", ListedSize.Unit.BYTES, false)).isEmpty();
      assertThat(ColumnHeading.of("FILE SIZE").column()).isEqualTo(Column.SIZE);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void aSizeOfEighteenDigitsIsReadAndOneOfMoreNot() {
    String most = "9".repeat(18);

    assertThat(Cells.size(most, ListedSize.Unit.BYTES, false))
        .hasValue(ListedSize.ofBytes(Long.parseLong(most)));
    assertThat(Cells.size(most + "9", ListedSize.Unit.BYTES, false)).isEmpty();
    assertThat(
            Given.article("| File name | File size |\n|---|---|\n| a.msi | " + most + "9 |\n")
                .remarks())
        .extracting(ArticleRemark::text)
        .contains("The size '9999999999999999999' cannot be read and is left out.");
  }

  @Test
  void aZoneBehindATimeIsUtcOrLeavesItUnread() {
    Article article =
        Given.article(
            """
            | File name | Date | Time |
            |---|---|---|
            | a.dll | 10-Mar-2011 | 10:04 (UTC) |
            | b.dll | 10-Mar-2011 (GMT) | 10:04 |
            | c.dll | 10-Mar-2011 | 10:04 (PST) |
            | d.dll | 10-Mar-2011 (local) | 10:04 |

            The end.
            """);

    assertThat(article.rows())
        .extracting(row -> row.modified().map(Object::toString).orElse(""))
        .containsExactly("2011-03-10T10:04Z", "2011-03-10T10:04Z", "", "");
    assertThat(article.remarks())
        .filteredOn(remark -> remark.kind() == ArticleRemark.Kind.UNREADABLE_CELL)
        .extracting(ArticleRemark::text)
        .containsExactly(
            "The time '10:04 (PST)' cannot be read and is left out.",
            "The date '10-Mar-2011 (local)' cannot be read and is left out.");
  }

  /** A mark before three digits may part thousands, and not a fraction. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1,234.567 KB | 1234.567 KB",
        "1,234.56 KB  | 1234.56 KB",
        "1.234,56 KB  | 1234.56 KB",
        "1.234,567 KB | ''"
      })
  void aFractionOfThreeDigitsStandsBehindThePointOfItsLanguage(String cell, String size) {
    assertThat(Cells.size(cell, ListedSize.Unit.BYTES, false).map(ListedSize::toString).orElse(""))
        .isEqualTo(size);
  }
}
