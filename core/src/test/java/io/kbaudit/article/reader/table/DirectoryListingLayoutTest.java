package io.kbaudit.article.reader.table;

import static io.kbaudit.article.reader.Given.rowsOf;
import static io.kbaudit.article.reader.Given.unreadOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.kbaudit.article.Article;
import io.kbaudit.article.ArticleRemark;
import io.kbaudit.article.ExpectedFile;
import io.kbaudit.article.reader.Given;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("StringConcatToTextBlock") // blanks and line ends are what is tested
class DirectoryListingLayoutTest {
  private static final String DIR =
      """
       Volume in drive C has no label.
       Volume Serial Number is 1234-ABCD

       Directory of C:\\temp\\Rollup

      03/10/2011  10:04 AM    <DIR>          .
      03/25/2011  10:04 AM    <DIR>          sub
      03/10/2011  10:04 AM           679,936 DNSClient.msi
      03/10/2011  01:05 PM             1,234 An update.msi
                     2 File(s)        681,170 bytes

       Directory of C:\\temp\\Rollup\\sub

      03/10/2011  10:04 AM           679,936 DNSClient.msi
                     1 File(s)        679,936 bytes

           Total Files Listed:
                     3 File(s)      1,361,106 bytes
                     5 Dir(s)  12,345,678,912 bytes free

      These are all files.
      """;

  /** Of a listing, a name goes to the end of its line; of other values, it is one word. */
  private static final String LISTED = " Directory of C:\\files\n\n03/25/2011  10:04  1 a.msi\n";

  private static final String LAST = "03/25/2011  10:04  2 b.dll  x86\n";

  @Test
  void filesAreRowsUnderTheirFolderAndFoldersTellTheOrderOfDates() {
    Article article = Given.article(DIR);

    assertThat(Given.rows(article))
        .containsExactly(
            "DNSClient.msi|03/10/2011|10:04 AM|679,936||",
            "An update.msi|03/10/2011|01:05 PM|1,234||",
            "DNSClient.msi|03/10/2011|10:04 AM|679,936||");
    assertThat(article.rows())
        .extracting(row -> row.modified().orElseThrow().toString())
        .containsExactly("2011-03-10T10:04Z", "2011-03-10T13:05Z", "2011-03-10T10:04Z");
    assertThat(article.rows())
        .extracting(row -> row.variant().group().orElse(""))
        .containsExactly("C:\\temp\\Rollup", "C:\\temp\\Rollup", "C:\\temp\\Rollup\\sub");
    assertThat(article.rows()).extracting(ExpectedFile::line).containsExactly(8, 9, 14);
    assertThat(article.remarks())
        .extracting(ArticleRemark::kind)
        .containsExactly(ArticleRemark.Kind.TIMES_WITHOUT_ZONE);
  }

  @Test
  void datesThatMayMeanTwoDaysAreLeftOut() {
    Article article = Given.article("03/10/2011  10:04           679,936 DNSClient.msi\n");

    assertThat(article.rows()).extracting(ExpectedFile::modified).containsExactly(Optional.empty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "25.03.2011  10:04           679.936 a.msi|2011-03-25T10:04Z",
        "25.03.11  10:04             679.936 a.msi|2011-03-25T10:04Z",
        "25/03/2011  10:04           679\u00A0936 a.msi|2011-03-25T10:04Z",
        "25/03/2011  10:04           679\u202F936 a.msi|2011-03-25T10:04Z",
        "25-03-2011  10:04           679.936 a.msi|2011-03-25T10:04Z",
        "2011-03-25  10:04           679 936 a.msi|2011-03-25T10:04Z",
        "2011. 03. 25.  10:04        679 936 a.msi|2011-03-25T10:04Z",
        "2011/03/25  下午 10:04      679,936 a.msi|2011-03-25T22:04Z",
        "2011-03-25  오전 10:04      679,936 a.msi|2011-03-25T10:04Z",
        "25.03.2011  10.04           679.936 a.msi|2011-03-25T10:04Z",
        "25/03/2011  10:04 p.m.      679,936 a.msi|2011-03-25T22:04Z",
        "03/25/2011  10:04p          679936 a.msi|2011-03-25T22:04Z",
        "03/25/2011  10:04 PM        (679,936) a.msi|2011-03-25T22:04Z",
        "-a----  25.03.2011  10:04  679936 a.msi|2011-03-25T10:04Z",
        "-rw-r--r-- 1 me us 679936 2011-03-25 10:04 a.msi|2011-03-25T10:04Z",
        "-rw-r--r-- 1 me us 679936 2011-03-25 10:04:12.000000000 +0000 a.msi|2011-03-25T10:04Z"
      })
  void everyCountryHasItsForm(String line, String time) {
    List<ExpectedFile> rows = Given.article(line + "\n").rows();

    assertThat(rows).hasSize(1);
    assertThat(rows.get(0).name().best().spelling()).isEqualTo("a.msi");
    assertThat(rows.get(0).size().orElseThrow().toString()).isEqualTo("679,936 bytes");
    assertThat(rows.get(0).modified().orElseThrow().toString()).isEqualTo(time);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " Directory of C:\\a b",
        " Verzeichnis von C:\\a b",
        " R\u00E9pertoire de C:\\a b",
        " C:\\a b \u306E\u30C7\u30A3\u30EC\u30AF\u30C8\u30EA",
        " C:\\a b \u7684\u76EE\u5F55",
        "    Directory: C:\\a b",
        "   Verzeichnis: C:\\a b",
        "    Directory: Microsoft.PowerShell.Core\\FileSystem::C:\\a b"
      })
  void aFolderIsKnownByItsPath(String line) {
    Article article = Given.article(line + "\n\n25.03.2011  10:04           1.234 a.msi\n");

    assertThat(article.rows())
        .extracting(row -> row.variant().group().orElse("").replaceFirst(".*::", ""))
        .containsExactly("C:\\a b");
  }

  @Test
  void ownersAndShortNamesAreNoPartOfNames() {
    assertThat(
            rowsOf(
                """
                 Directory of C:\\temp

                03/25/2011  10:04 AM           679,936 BUILTIN\\Administrators A client.msi
                03/25/2011  10:04 AM           679,936 DOM\\john               b.msi
                03/25/2011  10:04 AM           679,936 A-LONG-DOMAIN\\administrator c.msi
                03/25/2011  10:04 AM           679,936 ...                    d.msi
                """))
        .extracting(row -> row.substring(0, row.indexOf('|')))
        .containsExactly("A client.msi", "b.msi", "c.msi", "d.msi");
    assertThat(
            rowsOf(
                " C:\\temp\n03/25/2011  10:04 AM           679,936 DNSCLI~1.MSI DNSClient.msi\n"))
        .containsExactly("DNSClient.msi|03/25/2011|10:04 AM|679,936||");
  }

  @Test
  void whatGetChildItemListsIsRead() {
    Article article =
        Given.article(
            """
                Directory: C:\\temp

            Mode                 LastWriteTime         Length Name
            ----                 -------------         ------ ----
            d-----         3/25/2011  10:04 AM                sub
            -a----         3/10/2011  10:04 AM         679936 DNSClient.msi
            -a----         3/10/2011  10:04 AM           1234 DNSCli...
            """);

    assertThat(Given.rows(article)).containsExactly("DNSClient.msi|3/10/2011|10:04 AM|679936||");
    assertThat(article.rows().get(0).modified().orElseThrow().toString())
        .isEqualTo("2011-03-10T10:04Z");
    assertThat(article.unreadRows()).extracting(ArticleRemark::line).containsExactly(7);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "03/25/2011  10:04 AM    <SYMLINK>      a.msi [b.msi]"
            + "|1: a link, whose file's size is not listed",
        "-rw-r--r-- 1 me us 1234 Mar 25 10:04 a.msi|1: a file whose date lacks its year",
        "-rw-r--r-- 1 me us 1234 2011-03-25 10:04:00 +0100 a.msi"
            + "|1: a time in another zone than UTC",
        "03/25/2011  10:04 AM   <DIR>   x~03/25/2011   1,234   a.msi"
            + "|2: a line among listed files that is not understood"
      })
  void whatCannotBeARowIsSaid(String lines, String unread) {
    assertThat(unreadOf(lines.replace("~", "\n") + "\n")).containsExactly(unread);
  }

  @Test
  void whatMoreStandsBehindASizeUnderNoFolderIsNoPartOfAName() {
    String rows = "03/25/2011  10:04  1,234  a.dll\n03/25/2011  10:04  1,234  b.dll  x86\n";

    assertThat(rowsOf(rows))
        .containsExactly("a.dll|03/25/2011|10:04|1,234||", "b.dll|03/25/2011|10:04|1,234||x86");
  }

  @Test
  void foldersAloneAreNoRows() {
    assertThat(rowsOf("03/25/2011  10:04 AM    <DIR>          .\n")).isEmpty();
  }

  private static List<String> namesOf(String text) {
    return Given.article(text).rows().stream().map(row -> row.printed().name()).toList();
  }

  @Test
  void aListingWithoutItsFolderIsKnownByItsHeadings() {
    Article article =
        Given.article(
            """
            Mode                 LastWriteTime         Length Name
            ----                 -------------         ------ ----
            -a----         3/25/2011  10:04 AM         679936 An update.msi
            """);

    assertThat(Given.rows(article)).containsExactly("An update.msi|3/25/2011|10:04 AM|679936||");
    assertThat(article.unreadColumns()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"1000, b.dll  x86", "1001, b.dll"})
  void headingsAreNoLongerThanALineOfAListing(int length, String name) {
    String heading = "Mode" + " ".repeat(length - 29) + "LastWriteTime Length Name\n\n";

    assertThat(namesOf(heading + LAST)).containsExactly(name);
  }

  @Test
  void aRuleAloneMakesNoListing() {
    assertThat(rowsOf("----------  -----  --------\n" + LAST))
        .containsExactly("b.dll|03/25/2011|10:04|2||x86");
  }

  @ParameterizedTest
  @CsvSource({"4, C:\\files", "5, ''"})
  void soManyLinesMayPartAFolderFromItsFirstFile(int blank, String group) {
    String text = " Directory of C:\\files\n" + "\n".repeat(blank) + "03/25/2011  10:04  1 a.msi\n";

    assertThat(Given.article(text).rows())
        .extracting(row -> row.variant().group().orElse(""))
        .containsExactly(group);
  }

  @Test
  void whatStandsBelowTheTotalOfAFolderIsNotInIt() {
    String text =
        " Directory of C:\\empty\n     0 File(s)     0 bytes\n\n03/25/2011  10:04  1 a.msi\n";

    assertThat(Given.article(text).rows())
        .extracting(row -> row.variant().group())
        .containsExactly(Optional.empty());
  }

  /** Outside of a listing it may be any line; inside of none is it passed over. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "@",
        "@03/25/2011  10:04 AM               936 a.msi\n",
        " Directory of C:\\files\n\n03/25/2011  10:04 AM  936 a.msi\nSome text.\n@",
        " Directory of C:\\empty\n     0 File(s)     0 bytes\n\n@"
      })
  void aFileWithoutAnExtensionIsSaidWhereNothingTellsThatItIsOne(String text) {
    String line = "03/25/2011  10:04 AM             1,936 HOSTS";

    assertThat(Given.article(text.replace("@", line + "\n")).remarks())
        .filteredOn(remark -> remark.kind() == ArticleRemark.Kind.ROW_UNREAD)
        .singleElement()
        .satisfies(remark -> assertThat(remark.text()).contains("HOSTS"));
  }

  @Test
  void anOwnerMayHaveNoDomain() {
    assertThat(rowsOf("03/25/2011  10:04 AM           679,936 \\Everyone              a.msi\n"))
        .isEmpty();
    assertThat(
            namesOf(
                " Directory of C:\\files\n"
                    + "03/25/2011  10:04 AM           679,936 \\Everyone              a.msi\n"))
        .containsExactly("a.msi");
  }

  @Test
  void aTotalIsPartOfItsListing() {
    assertThat(unreadOf(LISTED + "     1 File(s)     1 bytes\n6.1.7601.22908\n"))
        .containsExactly("5: a value below a row, that no row has");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "     1 File(s)     1 bytes\n",
        "\n     Total Files Listed:\n     1 File(s)     1 bytes\n",
        "total 1\n"
      })
  void aListingGoesOnBelowItsTotals(String totals) {
    assertThat(namesOf(LISTED + totals + LAST)).containsExactly("a.msi", "b.dll  x86");
  }

  @Test
  void aListingEndsWhereTextBegins() {
    assertThat(namesOf(LISTED + "Some text.\n" + LAST)).containsExactly("a.msi", "b.dll");
  }

  @ParameterizedTest
  @CsvSource({"120, b.dll  x86", "121, b.dll"})
  void theTitleOfTotalsIsShort(int length, String name) {
    String totals = "x".repeat(length) + "\n     1 File(s)     1 bytes\n";

    assertThat(namesOf(LISTED + totals + LAST)).containsExactly("a.msi", name);
  }

  @ParameterizedTest
  @CsvSource({"1000, b.dll  x86", "1001, b.dll"})
  void aTotalIsNoLongerThanALineOfAListing(int length, String name) {
    String total = " ".repeat(length - 11) + "1 File(s) 1\n";

    assertThat(namesOf(LISTED + total + LAST)).containsExactly("a.msi", name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " C:\\a\n",
        "25.03.2011  10:04  1.234 a.msi\n x:\n",
        "-rw-r--r-- 1 a a 1 a a a a\n",
        " Directory of C:\\                                                           x\n"
      })
  @Tag("volume")
  void noTextCostsMoreThanItsLength(String part) {
    assertTimeoutPreemptively(Duration.ofSeconds(60), () -> Given.article(part.repeat(5_000)));
  }
}
