package io.kbaudit.article.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.kbaudit.article.Article;
import io.kbaudit.article.ArticleFormatException;
import io.kbaudit.article.ArticleId;
import io.kbaudit.article.ArticleRemark;
import io.kbaudit.article.ExpectedFile;
import io.kbaudit.article.ListedName;
import io.kbaudit.article.ListedSize;
import io.kbaudit.article.ListedTime;
import io.kbaudit.article.PrintedRow;
import io.kbaudit.article.Statements;
import io.kbaudit.article.Variant;
import io.kbaudit.file.FileName;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import org.apache.commons.io.input.BoundedInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleReaderTest {
  private static final String TABLE =
      """
      | File name | Date | Time | File size |
      |---|
      | Alpha.msi | 10-Mar-2011 | 10:04 | 679,936 |
      | Beta.msi | 13-Jan-2011 | 22:14 | 378,880 |
      """;

  @Test
  void aPipeTableIsReadRowByRow() throws IOException {
    Article article =
        read(
            """
            The times are in UTC.
            Files of the update
            | File name | Date | Time | File size |
            |---|
            | Alpha.msi | 10-Mar-2011 | 10:04 | 679,936 |
            | Beta.msi | 13-Jan-2011 | 22:14 | 378,880 |
            The end.
            """);

    assertThat(article.rows())
        .containsExactly(
            ExpectedFile.of(
                    1,
                    5,
                    ListedName.whole(FileName.of("Alpha.msi")),
                    new PrintedRow("Alpha.msi", "10-Mar-2011", "10:04", "679,936", "", ""))
                .variant(Variant.of("Files of the update"))
                .size(Optional.of(ListedSize.ofBytes(679_936)))
                .modified(
                    Optional.of(
                        ListedTime.ofMinute(LocalDate.of(2011, 3, 10), LocalTime.of(10, 4))))
                .build(),
            ExpectedFile.of(
                    2,
                    6,
                    ListedName.whole(FileName.of("Beta.msi")),
                    new PrintedRow("Beta.msi", "13-Jan-2011", "22:14", "378,880", "", ""))
                .variant(Variant.of("Files of the update"))
                .size(Optional.of(ListedSize.ofBytes(378_880)))
                .modified(
                    Optional.of(
                        ListedTime.ofMinute(LocalDate.of(2011, 1, 13), LocalTime.of(22, 14))))
                .build());
    assertThat(article.remarks()).isEmpty();
  }

  @Test
  void theColumnsMayStandInAnyOrderWithOthersBetween() throws IOException {
    Article article =
        read(
            """
            | SIZE (bytes) | SP requirement | File  version | Name | Platform | Date (UTC) |
            | ---: | :---: | --- | --- | --- | --- |
            | 1,234 | None | 6.1.7600.20555 | Alpha.msi | x64 | 2011-03-10 |
            """);

    ExpectedFile row = article.rows().get(0);

    assertThat(row.name().best()).hasToString("Alpha.msi");
    assertThat(row.size()).hasValue(ListedSize.ofBytes(1_234));
    assertThat(row.modified()).hasValue(ListedTime.ofDay(LocalDate.of(2011, 3, 10)));
    assertThat(row.version()).hasValue("6.1.7600.20555");
    assertThat(row.variant().platform()).hasValue("x64");
  }

  @Test
  void tablesOfOtherKindsArePassedOver() throws IOException {
    Article article =
        read(
            """
            | Release | Date | Download size |
            |---|---|---|
            | Rollup 5 | 10-Mar-2010 | 1,234 |

            | File name | Date | Time | File size |
            |---|
            | Alpha.msi | 10-Mar-2011 | 10:04 | 679,936 |
            What the names mean:
            | Name | Meaning |
            |---|---|
            | Decoy.msi | 42 |
            """);

    assertThat(article.rows())
        .extracting(row -> row.name().best().spelling())
        .containsExactly("Alpha.msi");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "| Name | Version |\n|---|---|\n| SQL Server | 13.0.5698 |\n",
        "| Name | Date |\n|---|---|\n| Release 1 | 10-Mar-2011 |\n",
        "| File name | SHA256 hash |\n|---|---|\n"
      })
  void aTableThatNamesNoFileIsOfAnotherKind(String table) throws IOException {
    Article article = read(table + "\n" + TABLE);

    assertThat(article.rows()).hasSize(2);
    assertThat(article.unreadRows()).isEmpty();
  }

  @Test
  void aTableOfAnotherKindBelowABlankLineIsNoPartOfTheFileTable() throws IOException {
    Article article =
        read(
            """
            | File name | Date | Time | File size |
            |---|
            | Alpha.msi | 10-Mar-2011 | 10:04 | 679,936 |

            | Release | Published | Hour | Downloads |
            |---|---|---|---|
            | Rollup 5 | 10-Mar-2010 | 10:04 | 1,234 |
            """);

    assertThat(article.rows())
        .extracting(row -> row.name().best().spelling())
        .containsExactly("Alpha.msi");
  }

  @Test
  void rowsCountOnThroughAllTables() throws IOException {
    Article article =
        read(
            """
            # For x86
            | File name | File size |
            | Alpha.msi | 1 |
            # For x64
            | File name | File size |
            | Alpha.msi | 2 |
            | Beta.msi | 3 |
            """);

    assertThat(article.rows()).extracting(ExpectedFile::row).containsExactly(1, 2, 3);
    assertThat(article.rows()).extracting(ExpectedFile::line).containsExactly(3, 6, 7);
    assertThat(article.rows())
        .extracting(row -> row.variant().table())
        .containsExactly("For x86", "For x64", "For x64");
  }

  @Test
  void aHeadingPrintedAgainIsNoRow() throws IOException {
    Article article =
        read(
            """
            | File name | File size |
            | Alpha.msi | 1 |
            | File name | File size |
            |---|
            | Beta.msi | 2 |
            """);

    assertThat(article.rows())
        .extracting(row -> row.name().best().spelling())
        .containsExactly("Alpha.msi", "Beta.msi");
  }

  @Test
  void blankLinesAndBlankRowsInsideATableEndNothing() throws IOException {
    Article article =
        read(
            """
            | File name | File size |

            |---|---|

            | Alpha.msi | 1 |
            |  |  |
            | --- | --- |

            | Beta.msi | 2 |
            """);

    assertThat(article.rows())
        .extracting(row -> row.name().best().spelling())
        .containsExactly("Alpha.msi", "Beta.msi");
  }

  @Test
  void dashesBetweenRowsLoseNoRow() throws IOException {
    Article article =
        read(
            """
            | File name | Date | File size |
            |---|
            | Alpha.msi | 10-Mar-2011 | 1 |
            | Beta.msi | 16-2 | a lot |
            |---|---|---|
            | Gamma.msi | 10-Mar-2011 | 3 |
            """);

    assertThat(article.rows())
        .extracting(row -> row.name().best().spelling())
        .containsExactly("Alpha.msi", "Beta.msi", "Gamma.msi");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "| Package | Day | Hour | Bulk |\n|---|---|---|---|\n| b.msi | 10-Mar-2011 | 10:00 | 2,000 |",
        "b.msi | 10-Mar-2011 | 10:00 | 2,000 |",
        "For x64:\n| b.msi | 10-Mar-2011 | 10:00 | 2.000 |",
        "For x64:\n| b.msi | someday | 10:00 | some |\n| c.msi | 10-Mar-2011 | 10:00 | 2,000 |",
      })
  void aFileBelowTheTableThatIsNotPartOfItIsLeftUnread(String rest) throws IOException {
    String table = "| File name | Date | Time | File size |\n| a.msi | 10-Mar-2011 | 10:00 | 1 |\n";

    assertThat(read(table + rest).unreadRows()).isNotEmpty();
  }

  @Test
  void aGroupTitleInsideATableIsNoFileAndLosesNone() throws IOException {
    Article article =
        read(
            """
            | File name | Date | Time | File size |
            |---|---|---|---|
            | a.msi | 10-Mar-2011 | 10:00 | 1 |

            | x64-based versions | | | |
            | \u00A0b.msi | 10-Mar-2011 | 10:00 | 2 |
            """);

    assertThat(article.rows())
        .extracting(row -> row.name().best().spelling())
        .containsExactly("a.msi", "b.msi");
  }

  @Test
  void boldHeadingsAndKnownUnitsAreUnderstood() throws IOException {
    Article article =
        read(
            """
            | **File name** | **Date** | Time (GMT) | File size (bytes) |
            |---|---|---|---|
            | a.msi | 10-Mar-2011 | 10:00 | 9,999 |
            """);

    assertThat(article.rows().get(0).size()).hasValue(ListedSize.ofBytes(9_999));
    assertThat(article.rows().get(0).modified().orElseThrow()).hasToString("2011-03-10T10:00Z");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "| File name | Date | Size | Time (PST) |",
        "| File name | Date | Size (sectors) | Version |",
        "| File name | Size | File name | Size |"
      })
  void aHeadingThatSaysMoreThanIsUnderstoodIsLeftUnread(String heading) throws IOException {
    leavesUnread(
        heading + "\n|---|\n| a.msi | 1 | 2 | 3 |\n",
        3,
        "Not read, a row under a heading that cannot be read: '| a.msi | 1 | 2 | 3 |'");
  }

  @Test
  void anEscapedBarIsPartOfItsCell() throws IOException {
    Article article =
        read(
            """
            | File name | Platform | File size |
            | Alpha.msi | x86 \\| x64 | 1 |
            """);

    assertThat(article.rows().get(0).variant().platform()).hasValue("x86 | x64");
  }

  @ParameterizedTest(name = "''{0}''")
  @ValueSource(strings = {"", "-", "none", "None", "N/A", "n/a", "Not applicable", "\u00A0"})
  void aCellThatSaysNothingIsAbsentWithoutRemark(String cell) throws IOException {
    Article article =
        read(
            "In UTC.\n| File name | Version | Date | Time | File size | SHA1 |\n"
                + "| Alpha.msi | %1$s | %1$s | %1$s | %1$s | %2$s |\nThe end."
                    .formatted(cell, "0".repeat(40)));

    ExpectedFile row = article.rows().get(0);

    assertThat(row.version()).isEmpty();
    assertThat(row.modified()).isEmpty();
    assertThat(row.size()).isEmpty();
    assertThat(article.remarks()).isEmpty();
  }

  @Test
  void aCellThatCannotBeReadIsAbsentWithARemark() throws IOException {
    Article article =
        read(
            """
            In UTC.
            | File name | Date | Time | File size |
            | Alpha.msi | 16-2 | 10:04 | 314,8 |
            | Beta.msi | 10-Mar-2011 | late | 2 |
            | Gamma.msi | | 10:04 | 3 |
            The end.
            """);

    assertThat(article.rows()).allSatisfy(row -> assertThat(row.modified()).isEmpty());
    assertThat(article.rows().get(0).size()).isEmpty();
    assertThat(article.remarks())
        .containsExactlyInAnyOrder(
            unreadable(3, "The size '314,8' cannot be read and is left out."),
            unreadable(3, "The date '16-2' cannot be read and is left out."),
            unreadable(4, "The time 'late' cannot be read and is left out."),
            unreadable(5, "The time without a date '10:04' cannot be read and is left out."));
  }

  @Test
  void datesOfBothOrdersInOneTableAreReadAsFarAsTheyAreSureAndRemarkedOn() throws IOException {
    Article article =
        read(
            """
            In UTC.
            | File name | Date | File size |
            | Alpha.msi | 12/13/99 | 1 |
            | Beta.msi | 28/08/01 | 2 |
            | Gamma.msi | 01/02/01 | 3 |
            The end.
            """);

    assertThat(article.rows())
        .extracting(row -> row.modified().map(ListedTime::toString).orElse("absent"))
        .containsExactly("1999-12-13", "2001-08-28", "absent");
    assertThat(article.remarks())
        .extracting(ArticleRemark::kind, ArticleRemark::text)
        .containsExactly(
            tuple(
                ArticleRemark.Kind.DATES_CONTRADICTORY,
                "'12/13/99' has the month first, and '28/08/01' in the same table the day."),
            tuple(
                ArticleRemark.Kind.DATES_AMBIGUOUS,
                "'01/02/01' is 2001-01-02 or 2001-02-01, and the table does not tell which; it is"
                    + " left out."));
  }

  @Test
  void itIsRemarkedThatTimesHaveNoZoneAndThatNothingFollowsTheTable() throws IOException {
    Article article =
        read(
            """
            | File name | Date | Time | File size |
            | Alpha.msi | 10-Mar-2011 | 10:04 | 1 |

            """);

    assertThat(article.remarks())
        .extracting(ArticleRemark::kind, ArticleRemark::line)
        .containsExactly(
            tuple(ArticleRemark.Kind.TIMES_WITHOUT_ZONE, 1),
            tuple(ArticleRemark.Kind.TEXT_ENDS_WITH_TABLE, 2));
  }

  @Test
  void theProseSaysWhatHoldsForAllRows() throws IOException {
    Article article =
        read(
            """
            # An update for Something
            The German version of this hotfix has the file
            attributes (or later file attributes) that are listed in the following table.
            The dates and times for these files are listed in Coordinated Universal
            Time (UTC).
            %s"""
                .formatted(TABLE));

    assertThat(article.title()).hasValue("An update for Something");
    assertThat(article.statements()).isEqualTo(new Statements(true, true, Optional.of("German")));
  }

  @Test
  void whatTheProseDoesNotSayIsNotSaid() throws IOException {
    Article article = read("Dates are local. File attributes follow, not later.\n" + TABLE);

    assertThat(article.title()).isEmpty();
    assertThat(article.statements()).isEqualTo(new Statements(false, false, Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Only prose here.\n\n| Name | Meaning |\n|---|---|\n| a | b |\n"})
  void aTextWithoutAFileTableHasNoRowsAndSaysSo(String text) throws IOException {
    Article article = read(text);

    assertThat(article.rows()).isEmpty();
    assertThat(article.remarks())
        .containsExactly(
            new ArticleRemark(
                ArticleRemark.Kind.NO_FILE_TABLE,
                1,
                "The text has no file table: no line with headings such as | File name | Date | Time |"
                    + " File size |, and rows below."));
  }

  @ParameterizedTest(name = "{1} has {0}")
  @CsvSource({
    "3 cells, '| Beta.msi | 1 | 2 |'",
    "1 cell, '| Beta.msi |'",
    "4 cells, '| Beta.msi | 2 | | 3 |'"
  })
  void aRowWithAnotherNumberOfCellsIsLeftUnread(String cells, String row) throws IOException {
    leavesUnread(
        "| File name | File size |\n|---|---|\n| Alpha.msi | 1 |\n" + row + "\n",
        4,
        "Not read, a row of " + cells + " in a table of 2 columns: '" + row + "'");
  }

  @Test
  void aRowCutInTheMiddleOfItsLastCellIsLeftUnread() throws IOException {
    leavesUnread(
        "| File name | File size |\n|---|---|\n| Alpha.msi | 1,234 |\n| Beta.msi | 378,8",
        4,
        "Not read, a row that is cut off: '| Beta.msi | 378,8'");
  }

  @Test
  void aRowCutBeforeItsLastCellIsLeftUnread() throws IOException {
    leavesUnread(
        "| File name | Date | File size |\n| Alpha.msi | 10-Mar-2011 | 1 |\n| Beta.msi | 10-Ma",
        3,
        "Not read, a row of 2 cells in a table of 3 columns: '| Beta.msi | 10-Ma'");
  }

  @Test
  void aRowWithoutANameIsLeftUnread() throws IOException {
    leavesUnread(
        "| File name | Date | File size |\n| | 10-Mar-2011 | 1 |\n",
        2,
        "Not read, a row without a file name: '| | 10-Mar-2011 | 1 |'");
  }

  @Test
  void aHeadingWithoutRowsIsLeftUnread() throws IOException {
    leavesUnread(
        TABLE + "\nMore:\n| File name | File size |\n|---|---|\n\nThe end.\n",
        7,
        "Not read, a file table without rows: '| File name | File size |'");
  }

  @Test
  void aRowThatHasLostItsHeadingIsLeftUnread() throws IOException {
    leavesUnread(
        TABLE + "Collapse this table\n| Gamma.msi | 10-Mar-2011 | 10:04 | 1 |\n",
        6,
        "Not read, a row of a file table whose heading is missing or not understood:"
            + " '| Gamma.msi | 10-Mar-2011 | 10:04 | 1 |'");
  }

  @Test
  void aRowThatHasLostItsHeadingButNotTheDashesBelowItIsLeftUnread() throws IOException {
    leavesUnread(
        TABLE + "Collapse this table\n|---|\n| Gamma.msi | 10-Mar-2011 | 10:04 | 1 |\n",
        7,
        "Not read, a row of a file table whose heading is missing or not understood:"
            + " '| Gamma.msi | 10-Mar-2011 | 10:04 | 1 |'");
  }

  @Test
  void whatAMessageShowsOfATextIsPrintable() throws IOException {
    leavesUnread(
        "| File name | File size |\n| Al\u001B[31mpha.msi |\n",
        2,
        "Not read, a row of 1 cell in a table of 2 columns: '| Al<U+001B>[31mpha.msi |'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\r\n", "\r", "\n"})
  void linesMayEndAsOnAnySystem(String end) throws IOException {
    Article article = read(TABLE.replace("\n", end));

    assertThat(article.rows()).extracting(ExpectedFile::line).containsExactly(3, 4);
    assertThat(article.rows().get(1).size()).hasValue(ListedSize.ofBytes(378_880));
  }

  @ParameterizedTest
  @ValueSource(strings = {"windows-1252", "UTF-8"})
  void aTextWithoutAMarkIsReadAsUtf8OrElseAsWindows1252(String charset) throws IOException {
    byte[] bytes = tableListing("Caf\u00E9.msi").getBytes(Charset.forName(charset));

    Article article = read(bytes);

    assertThat(article.rows().get(0).name().best()).hasToString("Caf\u00E9.msi");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
  void aByteOrderMarkDecidesTheEncodingAndIsNoPartOfTheText(String charset) throws IOException {
    byte[] bytes = ("\uFEFF" + tableListing("\u65E5\u672C.msi")).getBytes(Charset.forName(charset));

    Article article = read(bytes);

    assertThat(article.rows().get(0).name().best()).hasToString("\u65E5\u672C.msi");
    assertThat(article.rows().get(0).line()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2_000, 100_000})
  void aParagraphOfAnyLengthSaysWhereElseFilesAreListed(int charactersBefore) throws IOException {
    String words = "Words. ".repeat(charactersBefore / 7);

    Article article = read(TABLE + "\n" + words + "The list of files is in 5001330.csv.\n");

    assertThat(article.remarks())
        .extracting(ArticleRemark::text)
        .contains("The files are said to be listed in '5001330.csv'.");
  }

  @Test
  @Tag("volume")
  void moreThanSixtyFourMebibytesAreRefusedUnread() throws IOException {
    EndlessBlanks endless = new EndlessBlanks();

    assertThatExceptionOfType(ArticleFormatException.class)
        .isThrownBy(() -> ArticleReader.read(endless, "a.txt", Optional.empty()))
        .withMessage("a.txt: larger than 64 MiB, which no article is");
    assertThat(endless.count).isLessThan(65L << 20);
  }

  @Test
  @Tag("volume")
  void exactlySixtyFourMebibytesAreRead() throws IOException {
    byte[] table = TABLE.getBytes(StandardCharsets.US_ASCII);
    InputStream blanks =
        BoundedInputStream.builder()
            .setInputStream(new EndlessBlanks())
            .setMaxCount((64L << 20) - table.length)
            .get();
    InputStream text = new SequenceInputStream(new ByteArrayInputStream(table), blanks);

    Article article = ArticleReader.read(text, "a.txt", Optional.empty());

    assertThat(article.rows()).hasSize(2);
  }

  @Test
  void anArticleInAFileHasTheIdWithWhichTheFilesNameBegins(@TempDir Path folder)
      throws IOException {
    Path file = Files.writeString(folder.resolve("KB1234567-old.txt"), TABLE);

    Article article = ArticleReader.read(file);

    assertThat(article.id()).hasValue(new ArticleId("KB1234567"));
    assertThat(article.source()).isEqualTo("KB1234567-old.txt");
    assertThat(article.label()).isEqualTo("KB1234567");
  }

  @Test
  void anArticleInAFileOfAnotherNameIsCalledByThatName(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("notes.txt"), TABLE);

    Article article = ArticleReader.read(file);

    assertThat(article.id()).isEmpty();
    assertThat(article.label()).isEqualTo("notes.txt");
  }

  @Test
  void aMissingFileIsSaidToBeMissing(@TempDir Path folder) {
    assertThatExceptionOfType(NoSuchFileException.class)
        .isThrownBy(() -> ArticleReader.read(folder.resolve("KB1234567.txt")));
  }

  private static String tableListing(String name) {
    return "| File name | File size |\n| " + name + " | 1 |\n";
  }

  private static Article read(String text) throws IOException {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Article read(byte[] bytes) throws IOException {
    return ArticleReader.read(new ByteArrayInputStream(bytes), "a.txt", Optional.empty());
  }

  private static void leavesUnread(String text, int line, String message) throws IOException {
    assertThat(read(text).unreadRows())
        .containsExactly(new ArticleRemark(ArticleRemark.Kind.ROW_UNREAD, line, message));
  }

  private static ArticleRemark unreadable(int line, String text) {
    return new ArticleRemark(ArticleRemark.Kind.UNREADABLE_CELL, line, text);
  }

  /** A stream without end, of blank lines. */
  private static final class EndlessBlanks extends InputStream {
    private long count;

    @Override
    public int read() {
      count++;
      return count % 100 == 0 ? '\n' : ' ';
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
      for (int i = offset; i < offset + length; i++) {
        bytes[i] = (byte) read();
      }
      return length;
    }
  }

  @Test
  void namesMayHaveBlanksPathsAndNotesInATableWithoutSizes() {
    assertThat(
            Given.rowsOf(
                """
                | File name | Version | Date |
                |---|---|---|
                | C:\\Program Files\\Foo\\beta.dll | 1.0.0.1 | 10-Mar-2011 |
                """))
        .hasSize(1);
    assertThat(
            Given.rowsOf("| File name | Version |\n|---|---|\n| gamma.dll (x86) | 6.1.7601.1 |\n"))
        .hasSize(1);
    assertThat(Given.rowsOf("| File name | Version |\n|---|---|\n| My Setup.exe | 6.1.7601.1 |\n"))
        .hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a.dll/b.dll", "a.dll / b.dll", "a.dll, b.dll", "a.dll; b.dll", "a.dll b.dll"})
  void aRowOfSeveralFilesIsUnread(String names) {
    assertThat(Given.unreadOf("| File name | Size |\n|---|---|\n| " + names + " | 1,234 |\n"))
        .hasSize(1);
  }

  @Test
  void aPackageBesideAFileIsNotPassedOver() {
    assertThat(
            Given.unreadOf(
                """
                | Package | SHA-1 hash | File name | Size |
                |---|---|---|---|
                | w-x64.msu | da39a3ee5e6b4b0d3255bfef95601890afd80709 | a.dll | 0 |
                """))
        .hasSize(1);
  }

  @Test
  void aRaisedNumberIsNoDigitOfTheSize() {
    Article article =
        Given.article(
            "<table><tr><th>File name</th><th>Size</th></tr>"
                + "<tr><td>a.dll</td><td>12345<sup>1</sup></td></tr>"
                + "<tr><td>b.dll</td><td>12345\u00B9</td></tr></table>");

    assertThat(article.rows()).hasSize(2).allMatch(row -> row.size().isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "da39a3ee 5e6b4b0d 3255bfef 95601890 afd80709",
        "SHA1: da39a3ee5e6b4b0d3255bfef95601890afd80709",
        "DA:39:A3:EE:5E:6B:4B:0D:32:55:BF:EF:95:60:18:90:AF:D8:07:09",
        "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",
        "6.1.7601.17514 (win7sp1_rtm.101119-1850)",
        "v6.1.7601.17514",
        "Thursday, March 10, 2011",
        "Thu, 10 Mar 2011 10:04:00 GMT",
        "4AE0F5B9",
        "0x4ae0f5b9",
        "{780B530E-03AD-47AF-A128-DA08DB495253}",
        "780b530e-03ad-47af-a128-da08db495253",
        "other.dll"
      })
  void aColumnOfValuesInFormsNobodyForesawIsUnread(String cell) {
    assertThat(
            Given.article(
                    "| File name | Size | Zorp |\n|---|---|---|\n| a.dll | 1 | " + cell + " |\n")
                .unreadColumns())
        .isEqualTo(1);
  }

  @Test
  void oneDigestAmongWordsMakesAColumnOfValues() {
    assertThat(
            Given.article(
                    """
                    | File name | Size | Zorp |
                    |---|---|---|
                    | a.dll | 1 | see below |
                    | b.dll | 1 | to follow |
                    | c.dll | 1 | da39a3ee5e6b4b0d3255bfef95601890afd80709 |
                    """)
                .unreadColumns())
        .isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "| File name | Size | CRC |\n|---|---|---|\n| a.dll | 1 | deadbeef |\n",
        "File name  CRC32     Size\n-------------------------\na.dll      DEADBEEF  1\n",
        "File name: a.dll\nSize: 1\nCRC32: DEADBEEF\n",
        "File name,a.dll\nSize,1\nPackage code,{780B530E-03AD-47AF-A128-DA08DB495253}\n"
      })
  void whatTellsAFileFromOthersAndCannotBeComparedKeepsItFromPassing(String text) {
    Article article = Given.article(text);

    assertThat(article.rows()).hasSize(1);
    assertThat(article.gaps().areNone() && article.rows().get(0).hashes().unread().isEmpty())
        .isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "->",
      quoteCharacter = '"',
      value = {
        "| File name | Size | Zorp |@|---|---|---|@| a.dll | 1 | foo |@ -> 'Zorp', such as 'foo'",
        "File name  Zorp  Size@----------------------@a.dll      foo   1@ -> 'Zorp', such as 'foo'",
        "File name: a.dll@Size: 1@Zorp: foo@ -> 'Zorp', such as 'foo'",
        "File name,a.dll@Size,1@Zorp,foo@File name,b.dll@Size,2@Zorp,foo@ -> 'Zorp', such as 'foo'",
        "| File name | File version | Product version |@|---|---|---|@| a.dll | 6.1.1.1 | 7.0.0.1 |@"
            + " -> 'Product version', such as '7.0.0.1'",
        "File name  File version  Build@---------@a.dll      6.1.1.1       5.0.0.1@"
            + " -> 'Build', such as '5.0.0.1'"
      })
  void aColumnThatIsNotComparedIsSaidOnce(String text, String named) {
    Article article = Given.article(text.strip().replace("@", "\n") + "\nDone.\n");

    assertThat(article.gaps().areNone()).isTrue();
    assertThat(article.remarks())
        .filteredOn(remark -> remark.kind() == ArticleRemark.Kind.COLUMN_NOT_COMPARED)
        .extracting(ArticleRemark::text)
        .containsExactly("No file is held to what stands under " + named + ".");
  }

  @Test
  void anEmptyColumnIsNothingToSpeakOf() {
    assertThat(
            Given.article("| File name | Size | Zorp |\n|---|---|---|\n| a.dll | 1 | |\nDone.\n")
                .remarks())
        .extracting(ArticleRemark::kind)
        .doesNotContain(ArticleRemark.Kind.COLUMN_NOT_COMPARED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The times are listed in Coordinated Universal Time (UTC). | true",
        "The times are in UTC. | true",
        "The times are in UTC+0. | true",
        "The times are in UTC-8. | false",
        "The times are in UTC+8 (Beijing). | false",
        "The times are in Coordinated Universal Time (UTC) +09:00. | false",
        "The times are not in Coordinated Universal Time. | false",
        "All are in a time that is eight hours behind Coordinated Universal Time (UTC). | false"
      })
  void aTimeZoneBesideUtcIsNotUtc(String sentence, boolean utc) {
    assertThat(
            Given.article(
                    sentence + "\n\n| File name | Date |\n|---|---|\n| a.dll | 10-Mar-2011 |\n")
                .statements()
                .timesAreUtc())
        .isEqualTo(utc);
  }

  @Test
  void localTimesAreNotTakenForUtc() {
    Article article =
        Given.article(
            "| File name | Date | Local time |\n|---|---|---|\n| a.dll | 10-Mar-2011 | 10:04 |\n");

    assertThat(article.unreadColumns()).isEqualTo(1);
    assertThat(article.rows().get(0).printed().time()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        | File name | Date | Modified | Size |
        |---|---|---|---|
        | a.dll | 10-Mar-2011 | 11-Mar-2011 | 1 |
        """,
        """
        File name,Modified,Date,Size
        a.dll,10-Mar-2011,11-Mar-2011,1
        """,
        """
        File name  Date         Modified     Size
        -----------------------------------------
        a.dll      10-Mar-2011  11-Mar-2011  1
        """,
        """
        File name  Size  Date              Modified
        --------------------------------------------------
        a.dll      1     2011-03-10 10:04  2011-03-11 10:04
        """,
        """
        File name  Size  Modified            Zorp
        ----------------------------------------------------
        a.dll      1     3/13/2011 10:04 AM  3/14/2011 10:04 AM
        """,
        """
        File name: a.dll
        Date: 10-Mar-2011
        Modified: 11-Mar-2011
        Size: 1
        """
      })
  void ofTwoDaysOfAFileNoneIsPassedOver(String text) {
    Article article = Given.article(text);

    assertThat(article.rows()).extracting(row -> row.name().best().spelling()).contains("a.dll");
    assertThat(article.unreadColumns() + article.unreadLines()).isPositive();
  }

  @Test
  void theOrderOfDaysIsThatOfTheLanguageInWhichMostHeadingsAre() {
    assertThat(
            Given.article(
                    "| N\u00E1zev souboru | Velikost | Datum |\n|---|---|---|\n| a.dll | 1 | 10.3.2011 |\n")
                .rows()
                .get(0)
                .modified()
                .orElseThrow()
                .toString())
        .startsWith("2011-03-10");
  }

  @ParameterizedTest
  @ValueSource(strings = {"CRC32", "Contents (SHA-1)", "RIPEMD-160 of the file"})
  void aColumnThatNamesADigestHoldsDigests(String heading) {
    Article article =
        Given.article(
            "| File name | Size | " + heading + " |\n|---|---|---|\n| a.dll | 1 | DEADBEEF |\n");

    assertThat(article.rows().get(0).hashes().unread()).contains("DEADBEEF");
  }
}
