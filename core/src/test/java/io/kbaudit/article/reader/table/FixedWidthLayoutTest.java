package io.kbaudit.article.reader.table;

import static io.kbaudit.article.reader.Given.rowsOf;
import static io.kbaudit.article.reader.Given.unreadOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.article.Article;
import io.kbaudit.article.ArticleRemark;
import io.kbaudit.article.reader.Given;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("StringConcatToTextBlock") // blanks and line ends are what is tested
class FixedWidthLayoutTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Time            |noon",
        "SHA256          |3q2+796tvu/erb7v3q2+796tvu/erb7v3q2+796tvu8=",
        "MD5             |ab:ab:ab",
      })
  void aLastValueThatCannotBeReadIsNoComment(String column) {
    String[] parts = column.split("\\|", -1);
    String text =
        ("File name      Date          File size   " + parts[0] + "\n")
            + ("a.dll          22-Oct-2009   582,656     " + parts[1] + "\n\nEnd.\n");

    assertThat(Given.article(text).remarks())
        .extracting(ArticleRemark::kind)
        .containsAnyOf(
            ArticleRemark.Kind.UNREADABLE_CELL,
            ArticleRemark.Kind.ROW_UNREAD,
            ArticleRemark.Kind.COLUMN_UNREAD);
  }

  @Test
  void aLastVersionThatIsNoneIsNoComment() {
    Article article =
        Given.article(
            """
            File name      Date          File size   Version
            a.dll          22-Oct-2009   582,656     (see note 2)

            End.
            """);

    assertThat(article.rows())
        .singleElement()
        .satisfies(row -> assertThat(row.version()).contains("(see note 2)"));
  }

  @Test
  void aBlankVersionLeavesTheOtherCellsInTheirColumns() {
    assertThat(
            rowsOf(
                """
                   Date         Time   Version    Size       File name     Platform
                   ----------------------------------------------------------------
                   10-Apr-2001  17:55  2.0.92.1   1,925,391  Ccmcore.exe   Alpha
                   05-Feb-2001  20:51             762,688    Preinst.exe
                """))
        .containsExactly(
            "Ccmcore.exe|10-Apr-2001|17:55|1,925,391|2.0.92.1|Alpha",
            "Preinst.exe|05-Feb-2001|20:51|762,688||");
  }

  @Test
  void collapsedBlanksLeaveTheOrderOfColumns() {
    assertThat(
            rowsOf(
                """
                Date Time Version Size File name
                10-Apr-2001 17:55 2.0.92.1 1,925,391 Ccmcore.exe
                05-Feb-2001 20:51 762,688 Preinst.exe
                """))
        .containsExactly(
            "Ccmcore.exe|10-Apr-2001|17:55|1,925,391|2.0.92.1|",
            "Preinst.exe|05-Feb-2001|20:51|762,688||");
  }

  @Test
  void aDescriptionGoesOnBelowItself() {
    assertThat(
            rowsOf(
                """
                File name   Size    Platform
                a.dll       1,024   Windows NT 4.0
                                    Terminal Server
                b.dll       2,048   x86
                """))
        .containsExactly("a.dll|||1,024||Windows NT 4.0 Terminal Server", "b.dll|||2,048||x86");
  }

  @Test
  void aSentenceRightBelowTheTableIsNoPartOfIt() {
    Article article =
        Given.article(
            "Platform  File name  Size\nx86       a.dll      1,024\nThe times are in UTC.\n");

    assertThat(Given.rows(article)).containsExactly("a.dll|||1,024||x86");
    assertThat(article.statements().timesAreUtc()).isTrue();
  }

  @Test
  void aLongNameMayStandAboveItsValues() {
    assertThat(
            rowsOf(
                """
                File name                Version     Size     Date
                --------------------------------------------------
                Microsoft.VisualStudio.Tailored.Services.dll
                                         12.0.1.0    287,520  19-Nov-2014
                Short.dll                12.0.1.0    287,521  19-Nov-2014
                """))
        .containsExactly(
            "Microsoft.VisualStudio.Tailored.Services.dll|19-Nov-2014||287,520|12.0.1.0|",
            "Short.dll|19-Nov-2014||287,521|12.0.1.0|");
  }

  @Test
  void aTableOfProductsAndTheirVersionsListsNoFiles() {
    Article article =
        Given.article(
            """
            Name          Version   Language
            --------------------------------
            SQL Server    7.0       English
            Windows NT    4.0       German
            """);

    assertThat(article.rows()).isEmpty();
    assertThat(article.unreadRows()).isEmpty();
  }

  @Test
  void aSentenceThatBeginsAsARowIsNone() {
    assertThat(
            rowsOf(
                """
                File Name      Version
                ----------------------
                External.exe   3.5.23

                External.exe 3.5.22 is replaced by this later version.
                """))
        .containsExactly("External.exe||||3.5.23|");
  }

  @Test
  void aShortLineAboveRowsIsTheirGroup() {
    Article article =
        Given.article(
            "File name  Size\n\nAlpha files\na.dll  1,024\n\nIntel files\na.dll  2,048\n");

    assertThat(article.rows())
        .extracting(row -> row.variant().group().orElse(""))
        .containsExactly("Alpha files", "Intel files");
  }

  @Test
  void aRowBelowOrIsAnAlternativeToTheOneAbove() {
    Article article =
        Given.article(
            "File name  Size\na.dll      1,024\n  -or-\na.dll      2,048\nb.dll      1\n");

    assertThat(article.rows())
        .extracting(row -> row.alternativeTo().orElse(0))
        .containsExactly(0, 1, 0);
  }

  @Test
  void twoFilesOnALineAreTwoRows() {
    assertThat(
            rowsOf(
                """
                File name     Size   Date        File name     Size   Date
                a.wmf        1,608  12-29-96     b.wmf          970  12-29-96
                c.wmf        2,608  12-29-96
                """))
        .containsExactly(
            "a.wmf|12-29-96||1,608||", "b.wmf|12-29-96||970||", "c.wmf|12-29-96||2,608||");
  }

  /** Each of the two columns is what its cells are, whatever stands beside it. */
  @Test
  void ofTwoFilesOnALineEachHasWhatStandsUnderHeadingsThatAreNotUnderstood() {
    String heading = "File name    Weight   Date         ";
    String text = heading + heading + "\na.dll        1,234    10-Mar-2011";

    assertThat(rowsOf(text + "\n")).containsExactly("a.dll|10-Mar-2011||1,234||");
    assertThat(rowsOf(text + "  b.dll        1,235    11-Mar-2011\n"))
        .containsExactly("a.dll|10-Mar-2011||1,234||", "b.dll|11-Mar-2011||1,235||");
  }

  @Test
  void aNameMayStandInTwoColumnsAsMsDosListsIt() {
    assertThat(rowsOf("File name     Size   Date\nSETUP    EXE  1,608  12-29-96\n"))
        .containsExactly("SETUP.EXE|12-29-96||1,608||");
  }

  @Test
  void anExtensionMayHaveAColumnOfItsOwn() {
    assertThat(rowsOf("Name     Ext  Size   Date\nSETUP    EXE  1,608  12-29-96\n"))
        .containsExactly("SETUP.EXE|12-29-96||1,608||");
  }

  @Test
  void foldersAndTotalsAreNoRows() {
    String text =
        """
        Date      Time    Size    File name
        12-29-96  10:04a  <DIR>   .
        12-29-96  10:04a  <DIR>   SYSTEM
        12-29-96  10:04a  1,608   a.exe
            1 file(s)      1,608 bytes
        """;

    assertThat(rowsOf(text)).containsExactly("a.exe|12-29-96|10:04a|1,608||");
    assertThat(unreadOf(text)).isEmpty();
  }

  @Test
  void aHeadingThatNamesTheColumnsInAnotherOrderIsFoundOut() {
    assertThat(
            rowsOf(
                "Date         Size       Time   File name\n12-Apr-2001  17:55      1,391  a.exe\n"))
        .containsExactly("a.exe|12-Apr-2001|17:55|1,391||");
  }

  @Test
  void aMisprintedRowIsUnreadAndLosesNoneBelowIt() {
    String text =
        """
        File name     Size   Date        File name     Size   Date
        RAND     WMF  1,974  12-29-96    RDISLAND WMF  2,102  12-29-96
        READ         WMF  1,974  12-29-96    REAL WMF  2,102  12-29-96
        RULERS   WMF    608  12-29-96    RUPEE    WMF    970  12-29-96
        """;

    assertThat(unreadOf(text)).containsExactly("3: a row whose words do not fit the columns");
    assertThat(rowsOf(text)).hasSize(4).last().isEqualTo("RUPEE.WMF|12-29-96||970||");
  }

  @Test
  void unitsInTheHeadingHoldForAllSizes() {
    assertThat(Given.article("File name  Size (KB)\na.dll      105\n").rows())
        .extracting(row -> row.size().orElseThrow().toString())
        .containsExactly("105 KB");
  }

  @Test
  void aZoneThatIsNotUnderstoodLeavesTheRowUnread() {
    String text =
        "File name  Date       Time (PST)  Size\na.dll      29-Dec-96  10:04       1,608\n";

    assertThat(rowsOf(text)).isEmpty();
    assertThat(unreadOf(text)).hasSize(1);
  }

  @Test
  void runningTextAboutFilesIsNoTable() {
    assertThat(rowsOf("The file name and size of the files\nmay differ from 1,024 to 2,048.\n"))
        .isEmpty();
  }

  @Test
  void aFileMayBeCalledAsTotalsAre() {
    assertThat(rowsOf("File name    Size\na.dll   1,234\ntotal.dll   2,234\nb.dll   3,234\n"))
        .containsExactly("a.dll|||1,234||", "total.dll|||2,234||", "b.dll|||3,234||");
  }

  @Test
  void aSecondFileOnALineIsNoCommentOnTheFirst() {
    assertThat(
            unreadOf(
                "File name    Size\na.dll    1234\nb.dll    2234    c.dll    5234\nd.dll    1    e.dll\n"))
        .containsExactly(
            "3: a row whose words do not fit the columns",
            "4: a row whose words do not fit the columns");
  }

  @Test
  void aRowWithASentenceBehindItIsNoTitle() {
    assertThat(
            unreadOf(
                "File name    Size\na.dll    1234\nb.dll    2234   only on systems with SP1 installed\nc.dll  3\n"))
        .containsExactly("3: a row whose words do not fit the columns");
  }

  @Test
  void aColumnWithoutAHeadingIsWhatItsCellsAre() {
    assertThat(
            rowsOf("File name    Date         Size\na.dll    10-Mar-2011  1,234      6.1.7601.1\n"))
        .containsExactly("a.dll|10-Mar-2011||1,234|6.1.7601.1|");
  }

  @Test
  void theOnlyValueMayStandBelowALongName() {
    assertThat(
            rowsOf(
                "File name                 Size\nAveryverylongnamethatwraps.dll\n                          2,234\n"))
        .containsExactly("Averyverylongnamethatwraps.dll|||2,234||");
  }

  @Test
  void eachOfSeveralColumnsThatAreNotUnderstoodIsWhatItsCellsAre() {
    Article article =
        Given.article(
            "File name    Weight   Fingerprint                               Date\n"
                + "a.dll        1,234    0000000000000000000000000000000000000009  10-Mar-2011\n");

    assertThat(Given.rows(article)).containsExactly("a.dll|10-Mar-2011||1,234||");
    assertThat(article.rows().get(0).hashes().hasDigest()).isTrue();
  }

  @Test
  void aDigestThatGoesOnInTheNextLineIsUnreadable() {
    Article article =
        Given.article(
            "File name    Size       SHA1\na.dll        1,234      da39a3ee5e6b4b0d3255\n"
                + "                        bfef95601890afd80709\n");

    assertThat(article.rows().get(0).hashes().unread()).isPresent();
  }

  @Test
  void columnsMayBePartedByWideBlanks() {
    assertThat(rowsOf("File name    Size\na.dll    1,234\nb.dll\u30002,234\nc.dll\u20033,234\n"))
        .containsExactly("a.dll|||1,234||", "b.dll|||2,234||", "c.dll|||3,234||");
  }

  @Test
  void marksThatNobodySeesHideNoRow() {
    assertThat(
            unreadOf(
                "File name    Size\na.dll    1,234\n\u202Bb.dll\u202C    1,234\nc.dll    1,234\n"))
        .containsExactly("3: a row whose words do not fit the columns");
  }

  @Test
  void theNewOfTwoVersionsCounts() {
    assertThat(rowsOf("File name   Current version  New version\na.dll       1.2.3.4    1.2.3.5\n"))
        .containsExactly("a.dll||||1.2.3.5|");
  }

  @Test
  void ofTwoColumnsThatAreCalledAlikeNeitherCounts() {
    String table = "File name   Size    Size    Date\nb.dll       1,234   1,235   10-Mar-2011\n";

    assertThat(rowsOf(table)).containsExactly("b.dll|10-Mar-2011||||");
    assertThat(Given.article(table).unreadColumns()).isEqualTo(2);
  }

  @Test
  void aSizeWhoseThousandsBlanksPartIsNoNameWithAnExtension() {
    assertThat(
            unreadOf(
                "Date Time Version Size File name Platform\n"
                    + "2004-03-09 02:33 5.1.3102.1360 5 185 536 Gdiplus.dll IA-64\n"))
        .hasSize(1);
  }

  @Test
  void headingsMayStandAboveEachOtherOnTwoLines() {
    Article article =
        Given.article(
            """
                       Date          Size
            Filename   (UTC)         (KB)
            ------------------------------
            a.dll      22-Oct-2009   1024
            b.dll      23-Oct-2009   2048

            The end.
            """);

    assertThat(Given.rows(article))
        .containsExactly("a.dll|22-Oct-2009||1024||", "b.dll|23-Oct-2009||2048||");
    assertThat(sizes(article)).containsExactly("1024 KB", "2048 KB");
    assertThat(article.remarks()).isEmpty();
  }

  @Test
  void aHeadingAboveTheLineOfTheOthersMayStandAlone() {
    Article article =
        Given.article(
            """
                       Date
            Filename   (UTC)
            a.dll      22-Oct-2009

            The end.
            """);

    assertThat(Given.rows(article)).containsExactly("a.dll|22-Oct-2009||||");
    assertThat(article.remarks()).isEmpty();
  }

  @Test
  void aHeadingBelowTheLineOfTheOthersMayStandAlone() {
    Article article =
        Given.article(
            """
                       Date          Size (KB)
            Filename
            a.dll      22-Oct-2009   1024

            The end.
            """);

    assertThat(Given.rows(article)).containsExactly("a.dll|22-Oct-2009||1024||");
    assertThat(sizes(article)).containsExactly("1024 KB");
  }

  @Test
  void headingsMayBeginWithOneThatIsNotUnderstood() {
    assertThat(
            sizes(
                Given.article(
                    """
                    Rank  File name   Size (KB)
                    1     a.dll       1024
                    2     b.dll       2048
                    """)))
        .containsExactly("1024 KB", "2048 KB");
  }

  @Test
  void headingsMayBePartedBySingleBlanks() {
    assertThat(
            sizes(
                Given.article(
                    """
                    File name Date Size (KB)
                    a.dll 22-Oct-2009 1024
                    b.dll 23-Oct-2009 2048
                    """)))
        .containsExactly("1024 KB", "2048 KB");
  }

  @Test
  void aTotalEndsNoTable() {
    assertThat(
            sizes(
                Given.article(
                    """
                    File name   Date          Size (KB)
                    a.dll       22-Oct-2009   1024
                    1 file(s)   1024 KB
                    b.dll       22-Oct-2009   2048
                    """)))
        .containsExactly("1024 KB", "2048 KB");
  }

  @Test
  void aSentenceEndsTheTable() {
    assertThat(
            sizes(
                Given.article(
                    """
                    File name   Date          Size (KB)
                    a.dll       22-Oct-2009   1024
                    Install all of these files, and restart the computer.
                    The other files have not been changed.
                    b.dll       22-Oct-2009   2,048

                    The end.
                    """)))
        .containsExactly("1024 KB", "2,048 bytes");
  }

  @Test
  void aHeadingAboveDashesWithoutRowsIsSaid() {
    assertThat(
            unreadOf(
                """
                File name   Date          Size
                ------------------------------

                The end.
                """))
        .containsExactly("1: a file table without rows");
  }

  @Test
  void theDateOfAFolderTellsInWhichOrderDatesArePrinted() {
    assertThat(
            Given.article(
                    """
                    File name   Date         Size
                    a.dll       02/03/2009   1,024
                    tools       02/13/2009   <DIR>
                    """)
                .rows())
        .extracting(row -> row.modified().orElseThrow().toString())
        .containsExactly("2009-02-03");
  }

  @Test
  void aRowWithoutANameIsUnread() {
    String text =
        """
        File name   Date          Size
        a.dll       22-Oct-2009   1,024
                    23-Oct-2009   2,048
        """;

    assertThat(rowsOf(text)).containsExactly("a.dll|22-Oct-2009||1,024||");
    assertThat(unreadOf(text)).containsExactly("3: a row without a file name");
  }

  @Test
  void asManyAsFourFilesMayStandOnALineBelowTheHeadingsOfOne() {
    assertThat(
            sizes(
                Given.article(
                    """
                    File name Date Size (KB)
                    a.dll 22-Oct-2009 1 b.dll 23-Oct-2009 2 c.dll 24-Oct-2009 3 d.dll 25-Oct-2009 4
                    """)))
        .containsExactly("1 KB", "2 KB", "3 KB", "4 KB");
  }

  @Test
  void theRestOfADescriptionHeadsNoRows() {
    assertThat(
            Given.article(
                    """
                    File name   Size    Platform
                    a.dll       1,024   Windows NT 4.0
                                        Terminal Server
                    b.dll       2,048   x86
                    """)
                .rows())
        .extracting(row -> row.variant().group())
        .containsExactly(Optional.empty(), Optional.empty());
  }

  @Test
  void aDescriptionBehindAVersionGoesOnBelowTheHeadingOfBoth() {
    assertThat(
            Given.article(
                    """
                    File name   Size    Version and description
                    a.dll       1,024   5.0.1.2 A library
                                        for tests
                    b.dll       2,048   5.0.1.2 Another
                    """)
                .rows())
        .extracting(row -> row.variant().group())
        .containsExactly(Optional.empty(), Optional.empty());
  }

  @Test
  void theHeadingOfAGroupMayBeUnderlined() {
    assertThat(
            Given.article(
                    """
                    File name   Size    Date

                    Windows 2000
                    ------------
                    a.dll       1,024   22-Oct-2009

                    Windows 98
                    ----------
                    b.dll       2,048   22-Oct-2009
                    """)
                .rows())
        .extracting(row -> row.variant().group())
        .containsExactly(Optional.of("Windows 2000"), Optional.of("Windows 98"));
  }

  /** A description goes on below itself, or a little to the left of that. */
  @ParameterizedTest
  @CsvSource({"2, Windows NT 4.0 Terminal Server", "3, Windows NT 4.0"})
  void aDescriptionGoesOnNoFurtherToTheLeftThanTwoColumns(int left, String platform) {
    String text =
        "File name   Size    Platform\n"
            + "a.dll       1,024   Windows NT 4.0\n"
            + " ".repeat(20 - left)
            + "Terminal Server\n"
            + "b.dll       2,048   x86\n";

    assertThat(rowsOf(text)).containsExactly("a.dll|||1,024||" + platform, "b.dll|||2,048||x86");
  }

  @Test
  void theOnlyValueOfASecondFileOnALineIsSaidToBelongToNoRow() {
    assertThat(
            unreadOf(
                """
                File name   Size    File name   Size
                a.dll       1,024   b.dll       2,048
                c.dll       1,024               4,096
                """))
        .containsExactly("3: a value that no row has, 4,096");
  }

  private static List<String> sizes(Article article) {
    return article.rows().stream().map(row -> row.size().orElseThrow().toString()).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        """
                   Date          Size
        File name  (UTC)         (KB)
        ---------------------------------
        a.dll      22-Oct-2009   1024
        """,
        """
        File name    Date          Size in KB
        a.dll        22-Oct-2009   1024
        """
      })
  void theUnitThatStandsInTheHeadingIsThatOfTheSizes(String table) {
    assertThat(Given.article(table).rows())
        .extracting(row -> row.size().orElseThrow().toString())
        .containsExactly("1024 KB");
  }
}
