package io.kbaudit.article.reader.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.article.Article;
import io.kbaudit.article.ArticleRemark;
import io.kbaudit.article.reader.Given;
import io.kbaudit.article.reader.cell.Word;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows that are damaged so that no column takes them: they must not be passed over. */
@SuppressWarnings("StringConcatToTextBlock") // blanks and line ends are what is tested
class LostLinesTest {
  private static final String TABLE =
      """
         Date         Time   Version  Size   File name  Platform
         --------------------------------------------------------
         22-Oct-2009  06:19  6.1.1.1  1,000  Alpha.dll  x86
      @@@22-Oct-2009  06:48  6.1.1.1  2,000  Beta.dll   x86
         22-Oct-2009  05:06  6.1.1.1  3,000  Gamma.dll  x86

      STATUS
      """;

  private static String table(String beforeSecondRow) {
    return TABLE.replace("@@@", beforeSecondRow);
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "+", "_", "\"", "~", ">", "[", "/*", "\u2022", "\u200B"})
  void aMarkThatSticksToTheDateHidesNoRow(String mark) {
    Article article = Given.article(table("   ".substring(mark.length()) + mark));

    assertThat(article.rows().size() + article.unreadRows().size()).isEqualTo(3);
  }

  @Test
  void aTableWithoutMarksIsReadWhole() {
    assertThat(Given.article(table("   ")).rows()).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"March 10, 2011", "10 March 2011", "2011\u5e743\u670810\u65e5"})
  void aRowWithoutAnyMarkIsFoundByItsColumns(String date) {
    assertThat(Given.unreadOf("Also\n\nSETUP    EXE   " + date + "   1,024\n")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"10-Mar-2011", "10 March 2011", "March 10, 2011"})
  void aDayBelowANumberIsOfAFileWhoseNameIsUnknown(String date) {
    assertThat(Given.unreadOf("1,234\n" + date + "\n")).hasSize(1);
  }

  @Test
  void rowsWithoutTheirHeadingAreFoundByTheirNamesExtensionsAndDates() {
    assertThat(Given.unreadOf("LBP8II          DRV     38841   10/31/90        3:00a   3.00\n"))
        .hasSize(1);
    assertThat(Given.unreadOf("IBMGRX          DRV     11224   10/31/90        300a    3.00\n"))
        .hasSize(1);
  }

  @Test
  void aNameWithAVersionBetweenBarsIsARowThatLostItsHeading() {
    assertThat(Given.unreadOf("| Ems_rid.dll  | 5.5.2576.0 |\n")).hasSize(1);
  }

  private static final String GOOD_TABLE = "| File name | Size |\n|---|---|\n| a.dll | 1,234 |\n\n";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "- beta.dll (6.1.7601.17514, 2,234 bytes)",
        "* gamma.dll: 6.1.7601.17514",
        "\u2022 delta.dll - 2,345 bytes",
        "File: eps.dll, version 6.1.7601.17514, size 1,234 bytes",
        "File name: beta.dll, Size: 1,234 bytes, Date: 10-Mar-2011",
        "zeta.dll A1B2C3D4",
        "a1b2c3d4  eta.dll",
        "{\"FileName\": \"delta.dll\", \"Size\": 1234, \"Date\": \"2011-03-10\"},",
        "<file name=\"eps.dll\" size=\"3234\" date=\"2011-03-10\"/>",
        "\"eta.dll\" \"1,234\" \"10-Mar-2011\"",
        "xi.dll [1,234 bytes]",
        "omikron.dll (10-Mar-2011)",
        "gone.dll | 8.3.137.0 | 1 757 184 | 10-mars-2011 | x64",
        "theta.dll = DA-39-A3-EE-5E-6B-4B-0D-32-55-BF-EF-95-60-18-90-AF-D8-07-09",
        "`beta.dll` 2,234 bytes",
        "`beta.dll`: 6.1.7601.17514",
        "1. `beta.dll` 234 bytes",
        "1. beta.dll 234",
        "beta.dll 234",
        "* **beta.dll** 234 bytes",
        "<b>beta.dll</b> 6.1.7601.17514",
        "* beta.dll\n  * 6.1.7601.17514\n  * 234",
        "* beta.dll\n  * Version: 6.1.7601.17514\n  * Size: 234",
        "### beta.dll\n- Version 6.1.7601.17514\n- 234 bytes",
        "Zorp = beta.dll\nSize = 234",
        "Zorp ..... beta.dll\nSize ..... 234",
        "beta.dll   abc   def",
        "beta.dll (the library by which messages are sent) 6.1.7601.17514 2,234 bytes",
        "iota.dll  DA:39:A3:EE:5E:6B:4B:0D:32:55:BF:EF:95:60:18:90:AF:D8:07:09",
        "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU= gone.dll",
        "gone.dll: 1B2M2Y8AsgTpgAmY7PhCfg==",
        "### beta.dll\n\n- Description: A library\n- Version: 6.1.7600.20999",
        "beta.dll:\n  Version: 6.1.7600.20999\n  Size: 22,017",
        "For beta.dll:\n\nFile version     File size\n6.1.7600.20999   22,017",
        "\"name\": \"beta.dll\",\n\"size\": 22017,",
        "[{\"name\":\"beta.dll\",\"size\":22017}]",
        "[beta.dll]\nSize=22017",
        "<name>beta.dll</name>\n<size>22017</size>",
        "<tr><td>beta.dll</td><td>22,017</td></tr>",
        "\u30FBbeta.dll\uFF0822,017 \u30D0\u30A4\u30C8\uFF09",
        "beta.dll\uFF1A\u7248\u672C 6.1.7600.20999",
        "beta.dll \uFF12\uFF12\uFF0C\uFF10\uFF11\uFF17",
        "*beta.dll* 22,017",
        "_beta.dll_ _22,017_",
        "[b]beta.dll[/b]: [i]22,017[/i]",
        "beta.dll:: 22,017 bytes",
        "beta.dll\u201422,017 bytes",
        "beta.dll:22,017",
        "\u00ABbeta.dll\u00BB \u201C22,017\u201D",
        "* beta.dll, version 6.1",
        "beta.dll\u000022,017",
        "* beta.chm (22,017 bytes)",
        "The thumbprint of beta.dll is da39a3ee5e6b4b0d3255bfef95601890afd80709.",
        "The SHA-1 hash of a.dll is da39a3ee 5e6b4b0d 3255bfef 95601890 afd80709.",
        "SHA256 hash of gone.dll:\nCertUtil: -hashfile command FAILED: 0x80070002"
      })
  void whatListsAFileOutsideOfTablesIsSaid(String lines) {
    assertThat(Given.unreadOf(GOOD_TABLE + lines + "\n\nDone.\n"))
        .singleElement()
        .asString()
        .startsWith("5: ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Run setup.exe from the folder into which you extracted the files.",
        "This update replaces version 6.1.7601.17514 of alpha.dll in Windows 7.",
        "in the SMTPGATE.EXE 3.0.7 update.)",
        "SMTPGATE.EXE 3.0.7 update.)",
        "setup.exe:\n\nThis program installs version 5 of it.",
        "The thumbprint of the certificate is da39a3ee5e6b4b0d3255bfef95601890afd80709.",
        "For more information, see article 2492954 on 10-Mar-2011."
      })
  void aSentenceListsNoFile(String line) {
    assertThat(Given.unreadOf(GOOD_TABLE + line + "\n\nDone.\n")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "| Property | Value |\n|---|---|\n| File size | 22,017 |",
        "| Algorithm | Hash |\n|---|---|\n| MD5 | d41d8cd98f00b204e9800998ecf8427e |"
      })
  void aTableOfThePropertiesOfOneFileIsSaid(String table) {
    assertThat(Given.unreadOf(GOOD_TABLE + table + "\n\nDone.\n")).hasSize(1);
    assertThat(Given.unreadOf(GOOD_TABLE + "### beta.dll\n\n" + table + "\n\nDone.\n")).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "File name    Platform\nbeta.dll     x64",
        "File name    Platform\n---------------------\nbeta.dll     x64",
        "File name\nbeta.dll",
        "File name\n\n* beta.dll",
        "Zorp\tName\nx64\tbeta.dll",
        "Name,Zorp\nbeta.dll,foo",
        "Zorp;Name\nfoo;beta.dll"
      })
  void aTableOfNamesWithoutValuesIsSaidToBeOne(String lines) {
    assertThat(Given.article(GOOD_TABLE + lines + "\n\nDone.\n").remarks())
        .filteredOn(remark -> remark.kind() == ArticleRemark.Kind.NOTHING_LISTED)
        .singleElement()
        .satisfies(remark -> assertThat(remark.line()).isEqualTo(4 + lines.split("\n").length))
        .satisfies(remark -> assertThat(remark.text()).contains("beta.dll"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Files\n\nSee beta.dll for more.", "Names, of which beta.dll is one", "beta.dll"})
  void aNameInRunningTextIsInNoTableOfNames(String lines) {
    assertThat(Given.article(GOOD_TABLE + lines + "\n\nDone.\n").remarks())
        .noneMatch(remark -> remark.kind() == ArticleRemark.Kind.NOTHING_LISTED);
  }

  @Test
  void aCellMaySayMoreThanTheNameOfItsFile() {
    assertThat(
            Given.unreadOf(
                "| Zorp | Frob |\n|---|---|\n| a.dll (or b.dll for Windows NT) | 5.5.2232.19 |\n"))
        .hasSize(1);
  }

  @Test
  void aDigestBelowTheLineThatNamesItsFileIsSaid() {
    assertThat(
            Given.unreadOf(
                GOOD_TABLE
                    + "The thumbprint of alpha.dll is:\n"
                    + "da39a3ee5e6b4b0d3255bfef95601890afd80709\n\nDone.\n"))
        .containsExactly("6: a digest of a file that is not clear");
  }

  @ParameterizedTest
  @CsvSource({"It is signed., 1", "'', 1", "The thumbprint is:, 0", "The commit is:, 0"})
  void aDigestByItselfIsSaidUnlessItIsOfNoFile(String above, int unread) {
    assertThat(
            Given.unreadOf(
                GOOD_TABLE
                    + above
                    + "\n\n"
                    + "da39a3ee5e6b4b0d3255bfef95601890afd80709\n\nDone.\n"))
        .isEqualTo(Collections.nCopies(unread, "7: a digest of a file that is not clear"));
  }

  @Test
  void aNameBesideAnotherWordBelowRowsIsSaid() {
    assertThat(
            Given.unreadOf(
                "File name    Size\nalpha.dll    1,234\n\ngamma.dll    (new)\ndelta.dll    x64\n\nEnd.\n"))
        .hasSize(2);
  }

  /** Below headings, and by themselves; the name may be any word, and its extension unknown. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          | red | 10-Mar-2011 | 1,234 |       ; true  ; true
          | red | 10-Mar-2011 10:04 | 1234 |  ; true  ; true
          | red thing | 10-Mar-2011 | 1,234 | ; true  ; true
          | red thing | 10-Mar-2011 | 1234 |  ; true  ; false
          | red | a.zzz | 10-Mar-2011 | 123 | ; true  ; true
          | 10-Mar-2011 | 123 | red |         ; true  ; true
          | | 10-Mar-2011 | 123 |             ; true  ; false
          | red | 10-Mar-2011 |               ; false ; false
          | red | 1,234 |                     ; false ; false
          | a.zzz | 10-Mar-2011 |             ; true  ; true
          | a.zzz | 1,234 |                   ; true  ; true
          | a.zzz | 123 |                     ; true  ; false
          | a.zzz | 5.1 |                     ; true  ; false
          | a.zzz | n/a |                     ; true  ; true
          | a.zzz | 10:04 |                   ; false ; false
          | a.zzz | red |                     ; false ; false
          | a.dll | red |                     ; true  ; true
          | a.dll | |                         ; false ; false
          | a.dll |                           ; true  ; true
          | a.zzz |                           ; false ; false
          | Size | 22,017 |                   ; true  ; true
          """)
  void aRowBetweenBarsIsKnownByItsValuesOrItsName(
      String row, boolean byItself, boolean belowHeadings) {
    assertThat(Given.unreadOf("text\n\n" + row + "\n\nThe end.\n"))
        .isEqualTo(
            Collections.nCopies(
                byItself ? 1 : 0,
                "3: a row of a file table whose heading is missing or not understood"));
    assertThat(Given.unreadOf("| x | y |\n" + row + "\n\nThe end.\n"))
        .isEqualTo(
            Collections.nCopies(
                belowHeadings ? 1 : 0,
                "2: 1 row of a table whose headings are not understood, 'x', 'y', the first of"
                    + " them"));
  }

  @Test
  void blankLinesAndBordersStandBetweenRowsOfATableAndTextDoesNot() {
    String rows = "| red | 10-Mar-2011 | 1,234 |\n+---+\n\n| blue | 10-Mar-2011 | 1,234 |\n";

    assertThat(Given.unreadOf("| x | |\n" + rows))
        .containsExactly(
            "2: 2 rows of a table whose headings are not understood, 'x', the first of them");
    assertThat(Given.unreadOf("| x | |\ntext\n" + rows))
        .containsExactly(
            "3: a row of a file table whose heading is missing or not understood",
            "6: a row of a file table whose heading is missing or not understood");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      textBlock =
          """
          a.dll;1,234;red   # 1
          a.dll,5.1         # 1
          a.zzz;1,234;red   # 0
          a dll;1,234;red   # 0
          a.dll;red;blue    # 0
          """)
  void separatedValuesAreARowIfOneIsAKnownName(String line, int unread) {
    assertThat(Given.unreadOf("text\n" + line + "\ntext\n")).hasSize(unread);
  }

  /** Below rows, a name and another word are one more, if they stand apart as columns do. */
  @Test
  void theExtensionsOfATableAreThoseOfWhatStandsBelowIt() {
    String table = "File name  Size\nalpha.zzz  1,234\n\n";

    assertThat(Given.unreadOf(table + "gamma.zzz  red\ndelta.zzz  red\n\nThe end.\n")).hasSize(2);
    assertThat(Given.unreadOf(table + "gamma.yyy  red\n\nThe end.\n")).isEmpty();
    assertThat(Given.unreadOf(table + "gamma.zzz red\n\nThe end.\n")).isEmpty();
    assertThat(Given.unreadOf(table + "text\ngamma.zzz  red\n\nThe end.\n")).isEmpty();
  }

  @Test
  void aValueRightBelowTheLastRowIsSaidAndFurtherBelowIsText() {
    String table = "File name  Size\nalpha.zzz  1,234\n";

    assertThat(Given.unreadOf(table + "1,235 bytes\n\nThe end.\n"))
        .containsExactly("3: a value below a row, that no row has");
    assertThat(Given.unreadOf(table + "\n1,235 bytes\n\nThe end.\n")).isEmpty();
    assertThat(Given.unreadOf("1,235 bytes\n\n" + table + "\nThe end.\n")).isEmpty();
  }

  /** Among other lines of text, a name and a number may be part of a sentence. */
  @ParameterizedTest
  @CsvSource({
    "'a.dll 5.1', 1",
    "'text\n\na.dll 5.1\n\ntext', 1",
    "'text\na.dll 5.1\n\ntext', 0",
    "'text\n\na.dll 5.1\ntext', 0",
    "'text\n* a.dll 5.1\ntext', 1",
    "'text\na.dll 6.1.7600.20999\ntext', 1"
  })
  void aNameWithASmallNumberStandsAloneOrInAList(String lines, int unread) {
    assertThat(Given.unreadOf(lines + "\n")).hasSize(unread);
  }

  @Test
  void aLineThatAnnouncesADigestWhichDoesNotFollowIsSaid() {
    assertThat(Given.unreadOf("The SHA256 hash of a.dll:\n\ntext\n"))
        .containsExactly("1: a digest of a file that is not clear");
    assertThat(Given.unreadOf("The SHA256 hash of it:\n\ntext\n")).isEmpty();
    assertThat(Given.unreadOf("The name of a.dll:\n\ntext\n")).isEmpty();
    assertThat(Given.unreadOf("The SHA256 hash of a.dll\n\ntext\n")).isEmpty();
  }

  @Test
  void aTableThatListsNamesAloneIsSaid() {
    assertThat(Given.unreadOf(GOOD_TABLE + "| File name |\n|---|\n| gone.dll |\n\nDone.\n"))
        .containsExactly(
            "7: 1 row of a table whose headings are not understood, 'File name', the first of"
                + " them");
  }

  @Test
  void aTableWhoseSizesStandTwiceAndWhoseNamesAreElsewhereIsSaid() {
    assertThat(
            Given.unreadOf(
                "| Date | Version | Size | Size | File name |\n|---|---|---|---|---|\n"
                    + "| 16-Dec-2003 | 3.0.1200.291 | 140,560 | Gksvc.dll | X86 |\n"))
        .hasSize(1);
  }

  @Test
  void aRowLongerThanAnyScreenIsSaid() {
    String row = "beta.dll   2,234   10-Mar-2011   " + "word ".repeat(250);

    assertThat(Given.unreadOf("File name  Size   Date\na.dll   1,234   10-Mar-2011\n" + row + "\n"))
        .hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "File name,Date,File size\na.dll,10-Mar-2011,12\ngone.dll;12;10-Mar-2011;10:04;\n"
            + "b.dll,10-Mar-2011,12\n",
        "File name,Date,File size\na.dll,10-Mar-2011,12\n\ngone.dll 12 10-Mar-2011 10:04\n"
            + "b.dll,10-Mar-2011,12\n",
        "File name,Date,File size\na.dll,10-Mar-2011,12\ngone.dll\nb.dll,10-Mar-2011,12\n",
        "File name,File size\na.dll,12\nMy Setup.exe,-\nb.dll,12\n",
        "<table><tr><td>File name<td>Size<td>Date</tr><tr><td>a.dll<td>12<td>10-Mar-2011</tr>"
            + "<tr><td colspan=3>gone.dll 12 10-Mar-2011 10:04</tr>"
            + "<tr><td>b.dll<td>12<td>10-Mar-2011</tr></table>\n"
      })
  void aRowPartedOtherwiseIsNoTitleOfTheNext(String table) {
    Article article = Given.article(table);

    assertThat(article.rows())
        .extracting(row -> row.name().best().spelling())
        .containsExactly("a.dll", "b.dll");
    assertThat(article.unreadLines()).isEqualTo(1);
  }

  @Test
  void whatIsNoDigestAmongDigestsIsSaid() {
    String digest = "da39a3ee5e6b4b0d3255bfef95601890afd80709";

    assertThat(
            Given.unreadOf(
                digest
                    + "  a.dll\nabc123  gone.dll\n"
                    + digest.substring(2)
                    + "zz  b.dll\n"
                    + digest
                    + "\n"))
        .containsExactly(
            "2: a line among digests that is none with a name",
            "3: a line among digests that is none with a name",
            "4: a line among digests that is none with a name");
  }

  /** What is hashed is said beside the digest: a file, or at least by which algorithm. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          The commit is %s.                  | 0
          The file a.bin has %s              | 1
          Its SHA1 hash is %s, of all files. | 1
          """)
  void aDigestThatIsOfAFileIsNotLost(String line, int unread) {
    String digest = "a9993e364706816aba3e25717850c26c9cd0d89d";

    assertThat(
            Given.unreadOf(
                line.replace("%s", digest) + "\n\nFile name  Size\na.dll      1,024\n\nEnd.\n"))
        .hasSize(unread);
  }

  private static final String TOO_LONG =
      "a line that lists a file, and is longer than 1,000 characters";

  /** No layout reads them: each row would be a file that nobody checks. */
  @Test
  void rowsOfMoreThanAThousandCharactersAreSaid() {
    String wide = "beta.dll" + "%s10-Mar-2011  2,234\n";
    String heading = "File name" + "%sDate         Size\n";
    int blanks = Word.LONGEST_LINE - wide.length() + 3;
    String longest = " ".repeat(blanks);
    String longer = " ".repeat(blanks + 30);

    assertThat(
            Given.rowsOf(
                GOOD_TABLE + heading.formatted(longest.substring(1)) + wide.formatted(longest)))
        .hasSize(2);
    assertThat(Given.unreadOf(GOOD_TABLE + heading.formatted(longer) + wide.formatted(longer)))
        .containsExactly("6: " + TOO_LONG);
  }

  @Test
  void aNameOfMoreThanAThousandCharactersInAListOfDirIsSaid() {
    String listing =
        " Directory of C:\\x\n\n10.03.2011  10:04             1.234 beta.dll\n"
            + "10.03.2011  10:04             2.234 %s.dll\n";
    int most = Word.LONGEST_LINE - "10.03.2011  10:04             2.234 .dll".length();

    assertThat(Given.rowsOf(listing.formatted("n".repeat(most)))).hasSize(2);
    assertThat(Given.rowsOf(listing.formatted("n".repeat(most + 1)))).hasSize(1);
    assertThat(Given.unreadOf(listing.formatted("n".repeat(most + 1))))
        .containsExactly("4: " + TOO_LONG);
  }

  @Test
  void aDigestOfAPathOfMoreThanFourThousandCharactersIsSaid() {
    String list = "a".repeat(64) + "  beta.dll\n" + "b".repeat(64) + "  %sgamma.dll\n";
    String path = "folder/".repeat(DigestLines.LONGEST / 7);

    assertThat(Given.rowsOf(list.formatted(path.substring(200)))).hasSize(2);
    assertThat(Given.rowsOf(list.formatted(path))).hasSize(1);
    assertThat(Given.unreadOf(list.formatted(path))).containsExactly("2: " + TOO_LONG);
  }

  @Test
  void aParagraphOfAnyLengthThatSpeaksOfAFileListsNone() {
    String sentence =
        "The file beta.dll 6.1.7601 of 10-Mar-2011 replaces the one that came before. ";

    assertThat(Given.unreadOf(GOOD_TABLE + sentence.repeat(50) + "x".repeat(2_000) + "\n"))
        .isEmpty();
  }
}
