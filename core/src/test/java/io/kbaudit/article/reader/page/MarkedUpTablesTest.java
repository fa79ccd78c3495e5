package io.kbaudit.article.reader.page;

import static io.kbaudit.article.reader.Given.rowsOf;
import static io.kbaudit.article.reader.Given.unreadOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.kbaudit.article.Article;
import io.kbaudit.article.ArticleFormatException;
import io.kbaudit.article.ExpectedFile;
import io.kbaudit.article.reader.Given;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("StringConcatToTextBlock") // a table of one line is one line here
class MarkedUpTablesTest {
  private static final String FIRST = "a.msi|10-Mar-2011|10:04|679,936||";
  private static final String SECOND = "b.msi|10-Mar-2011|10:05|1,234||";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[table][tr][th]File name[/th][th]Date[/th][th]Time[/th][th]Size[/th][/tr][tr][td][b]a.msi[/b]"
            + "[/td][td]10-Mar-2011[/td][td]10:04[/td][td]679,936[/td][/tr][tr][td]b.msi[/td][td]"
            + "10-Mar-2011[/td][td]10:05[/td][td]1,234[/td][/tr][/table]",
        """
        [TABLE="width: 500"]
        [TR]
        [TD]File name[/TD]
        [TD]Date[/TD][TD]Time[/TD][TD]Size[/TD]
        [/TR]
        [TR]
        [TD]a.msi[/TD]
        [TD="rowspan: 2"][color=#ff0000]10-Mar-2011[/color][/TD]
        [TD]10:04[/TD][TD]679,936[/TD]
        [/TR]
        [TR]
        [TD]b.msi[/TD][TD]10:05[/TD][TD]1,234[/TD]
        [/TR]
        [/TABLE]
        """
      })
  void theTablesOfForums(String text) {
    assertThat(rowsOf("Before " + text + " behind")).containsExactly(FIRST, SECOND);
  }

  @Test
  void textBesideATableOfAForumStaysAndATableThatIsCutKeepsItsRows() {
    String rows =
        "[table][tr][td]File name[/td][td]Size[/td][/tr]\n[tr][td]a.msi[/td][td]1[/td][/tr]";

    assertThat(Given.article(rows + "[/table] All times are in UTC.").statements().timesAreUtc())
        .isTrue();
    assertThat(Given.article("All times are in UTC. " + rows).statements().timesAreUtc()).isTrue();
    assertThat(rowsOf(rows + "\n\nText\n")).containsExactly("a.msi|||1||");
    assertThat(rowsOf("[table 1] lists\n\nFile name,Size\na.msi,1\n"))
        .containsExactly("a.msi|||1||");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        {| class="wikitable sortable"
        |+ class="x" | File information
        |-
        ! File name !! style="width: 10em" | Date !! Time !! Size
        |-
        | '''[[a.msi]]''' || rowspan="2" | 10-Mar-2011 || 10:04 || align=right | 679,936
        |-
        | [[File:b|b.msi]] || 10:05 || {{nowrap|1,234}}
        |}
        """,
        """
        {|
        ! File name
        ! Date
        ! Time
        ! Size
        |-
        | a.msi
        | 10-Mar-2011
        | 10:04
        | 679,936
        |-
        | b.msi
        | 10-Mar-2011
        | 10:05
        | 1,234
        """
      })
  void theTablesOfMediaWiki(String text) {
    assertThat(rowsOf(text)).containsExactly(FIRST, SECOND);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        .File information
        [cols="3,2*,1",options="header"]
        |===
        |File name |Date |Time |Size

        |a.msi
        |10-Mar-2011
        |10:04
        |679,936

        |*b.msi*
        |10-Mar-2011 |10:05 |`1,234`
        |===
        """,
        """
        [%header]
        |===
        | File name | Date | Time | Size
        | a.msi .2+| 10-Mar-2011 | 10:04 | 679,936
        | b.msi | 10:05 | 1,234
        |===
        """,
        """
        [%autowidth]
        |===
        |File name
        |Date
        |Time
        |Size

        |a.msi
        |10-Mar-2011
        |10:04
        |679,936

        |b.msi
        |10-Mar-2011
        |10:05
        |1,234
        """,
        """
        [format="csv",options="header"]
        |===
        File name,Date,Time,Size
        a.msi,10-Mar-2011,10:04,"679,936"
        b.msi,10-Mar-2011,10:05,"1,234"
        |===
        """,
        """
        ,===
        File name,Date,Time,Size
        a.msi,10-Mar-2011,10:04,"679,936"
        b.msi,10-Mar-2011,10:05,"1,234"
        ,===
        """
      })
  void theTablesOfAsciiDoc(String text) {
    assertThat(rowsOf(text)).containsExactly(FIRST, SECOND);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        +-----------+-------------+-------+---------+
        | File name | Date        | Time  | Size    |
        +===========+=============+=======+=========+
        | a.msi     | 10-Mar-2011 | 10:04 | 679,936 |
        +-----------+-------------+-------+---------+
        | b.msi     | 10-Mar-2011 | 10:05 | 1,234   |
        +-----------+-------------+-------+---------+
        """,
        """
        =========  ===========  =====  =======
        File name  Date         Time   Size
        =========  ===========  =====  =======
        ``a.msi``  10-Mar-2011  10:04  679,936
        b.msi      10-Mar-2011  10:05  1,234
        =========  ===========  =====  =======
        """,
        """
        .. list-table:: File information
           :header-rows: 1
           :widths: 25 25 25 25

           * - File name
             - Date
             - Time
             - Size
           * - ``a.msi``
             - 10-Mar-2011
             - 10:04
             - 679,936
           * - b.msi
             - 10-Mar-2011
             - 10:05
             - 1,234
        """,
        """
        .. csv-table:: File information
           :header: "File name", "Date", "Time", "Size"

           "a.msi", "10-Mar-2011", "10:04", "679,936"
           b.msi, 10-Mar-2011, 10:05, "1,234"
        """,
        """
        .. csv-table::
           :delim: ;

           File name; Date; Time; Size
           a.msi; 10-Mar-2011; 10:04; 679,936
           b.msi; 10-Mar-2011; 10:05; 1,234
        """
      })
  void theTablesOfReStructuredText(String text) {
    assertThat(rowsOf(text + "\nIn short, this is all.\n")).containsExactly(FIRST, SECOND);
  }

  /** Wikis show it somewhere; a file in it is read, or said to be unread, as elsewhere. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "[table][tr][td]File name[/td][td]Size[/td][/tr]\n"
            + "[tr][td]a.msi[/td][td]1[/td][/tr]\n@\n[tr][td]c.msi[/td][td]1[/td][/tr][/table]",
        "[table][tr][td]File name[/td][td]Size[/td][/tr]\n"
            + "[tr][td]a.msi[/td][td]1[/td][/tr]\n[tr][td]c.msi[/td][td]1[/td][/tr] @",
        "{|\n@\n|-\n! File name !! Size\n|-\n| a.msi || 1\n|-\n| c.msi || 1\n|}",
        "{|\n! File name !! Size\n|-\n| a.msi || 1\n|-\n@\n| c.msi || 1\n|}",
        "{|\n! File name !! Size\n|-\n| a.msi || 1\n|-\n| c.msi || 1\n|} @",
        "[cols=\"2*\"]\n|===\n@\n|File name |Size\n|a.msi |1\n|c.msi |1\n|===",
        ".. list-table::\n   @\n\n   * - File name\n     - Size\n   * - a.msi\n     - 1\n"
            + "   * - c.msi\n     - 1"
      })
  void whatStandsInATableAndInNoCellIsNotLost(String table) {
    String text = table.replace("@", "b.msi 1.2.3.4 123 13-Mar-2010");
    long line = text.lines().takeWhile(each -> !each.contains("b.msi")).count() + 1;

    assertThat(Given.article(text + "\n\nThe end.\n").rows())
        .filteredOn(row -> row.printed().name().equals("b.msi"))
        .singleElement()
        .satisfies(row -> assertThat(row.line()).isEqualTo((int) line));
    assertThat(rowsOf(text + "\n\nThe end.\n"))
        .containsExactly("a.msi|||1||", "c.msi|||1||", "b.msi|13-Mar-2010||123|1.2.3.4|");
  }

  /** Of a table that is cut, what is below its last cell is the article's. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "|===\n|File name |Size |Notes\n|a.msi |1 |x\n",
        "{|\n! File name !! Size !! Notes\n|-\n| a.msi || 1 || x\n"
      })
  void aTableThatIsNotClosedSwallowsNoOther(String table) {
    assertThat(rowsOf(table + "\nText\n\nFile name,Size\nb.msi,2\n\nThe end.\n"))
        .containsExactly("a.msi|||1||", "b.msi|||2||");
  }

  @Test
  void theLastCellOfATableThatIsCutHoldsItsText() {
    assertThat(
            rowsOf(
                "[table][tr][td]File name[/td][td]Size[/td][/tr]\n[tr][td]a.msi[/td][td]1,234\n"))
        .containsExactly("a.msi|||1,234||");
  }

  @Test
  void aTableInACellTearsNoRow() {
    assertThat(
            rowsOf(
                "[table][tr][td]File name[/td][td]Size[/td][/tr]\n[tr][td]a.msi[/td]"
                    + "[td]1[table][tr][td]KB[/td][/tr][/table][/td][/tr][/table]\n"))
        .containsExactly("a.msi|||1 KB||");
  }

  @Test
  void aQuotationMarkMayPartValuesAndThenQuotesNone() {
    assertThat(
            rowsOf(
                """
                .. csv-table::
                   :delim: "

                   File name " Date        " Size
                   a.msi     " 10-Mar-2011 " 679,936
                """))
        .containsExactly("a.msi|10-Mar-2011||679,936||");
  }

  @Test
  void aBlankCellOfASimpleTableStaysBlank() {
    assertThat(
            rowsOf(
                """
                =========  =======  =========  ===========
                File name  Size     Version    Date
                =========  =======  =========  ===========
                a.msi      679,936             10-Mar-2011
                b.msi               1.2.3.4    10-Mar-2011
                =========  =======  =========  ===========
                """))
        .containsExactly("a.msi|10-Mar-2011||679,936||", "b.msi|10-Mar-2011|||1.2.3.4|");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        ||File name||Date||Time||Size||
        |*a.msi*|10-Mar-2011|10:04|679,936|
        |[b.msi|https://example.com/b]|10-Mar-2011|{{10:05}}|{color:red}1,234{color}|
        """,
        """
        || File name || Date || Time || Size ||
        | a.msi | 10-Mar-2011 | 10:04
        \\\\ | 679,936 |
        | b.msi | 10-Mar-2011 | 10:05 | 1,234 |
        """
      })
  void theTablesOfJira(String text) {
    assertThat(rowsOf(text)).containsExactly(FIRST, SECOND);
  }

  @Test
  void anEmptyCellOfJiraIsNoHeading() {
    assertThat(rowsOf("||File name||Version||Size||\n|a.msi||1,234|\n|b.msi| |2|\n"))
        .containsExactly("a.msi|||1,234||", "b.msi|||2||");
  }

  @Test
  void theTablesOfTextile() {
    assertThat(
            rowsOf(
                """
                |_. File name |_. Date |_. Time |_(x). Size |
                | *a.msi* |/2. 10-Mar-2011 | 10:04 |>. 679,936 |
                (odd). | b.msi | 10:05 | 1,234 |
                """))
        .containsExactly(FIRST, SECOND);
  }

  @Test
  void theTablesOfOrgMode() {
    assertThat(
            rowsOf(
                """
                #+CAPTION: File information
                |-----------+-------------+-------+---------|
                | File name | Date        | Time  | Size    |
                |-----------+-------------+-------+---------|
                | a.msi     | 10-Mar-2011 | 10:04 | 679,936 |
                | b.msi     | 10-Mar-2011 | 10:05 | 1,234   |
                |-----------+-------------+-------+---------|
                """))
        .containsExactly(FIRST, SECOND);
  }

  @Test
  void eachRowIsOnTheLineOnWhichItBegins() {
    Article article =
        Given.article(
            """
            {|
            ! File name
            ! Size
            |-
            | a.msi
            | 1
            |}
            [table][tr][td]File name[/td][td]Size[/td][/tr]
            [tr]
            [td]b.msi[/td][td]1[/td][/tr][/table]
            |===
            |File name |Size

            |c.msi
            |1
            |===
            """);

    assertThat(article.rows()).extracting(ExpectedFile::line).containsExactly(5, 9, 14);
  }

  @Test
  void theTitleOfATableIsItsHeading() {
    List<String> texts =
        List.of(
            "{|\n|+ For x64\n|-\n! File name !! Size\n|-\n| a.msi || 1\n|}\n",
            ".. list-table:: For x64\n\n   * - File name\n     - Size\n   * - a.msi\n     - 1\n",
            "[table][caption]For x64[/caption][tr][td]File name[/td][td]Size[/td][/tr][tr][td]a.msi"
                + "[/td][td]1[/td][/tr][/table]");

    for (String text : texts) {
      assertThat(Given.article(text).rows())
          .extracting(row -> row.variant().table())
          .containsExactly("For x64");
    }
  }

  @Test
  void aRowOfOtherCellsIsUnreadAndNotShifted() {
    assertThat(unreadOf("{|\n! File name !! Version !! Size\n|-\n| a.msi || 1,234\n|}\n"))
        .containsExactly("4: a row of 2 cells in a table of 3 columns");
    assertThat(unreadOf("||File name||Version||Size||\n|a.msi|1,234|\n"))
        .containsExactly("2: a row of 2 cells in a table of 3 columns");
  }

  @Test
  void theSourceOfATableMayBeShownInAPage() {
    String source = "||File name||Size||\n|a.msi|1|\n";

    assertThat(rowsOf("<html><body><pre>" + source + "</pre></body></html>"))
        .containsExactly("a.msi|||1||");
    assertThat(rowsOf("<html><body><textarea>" + source + "</textarea></body></html>"))
        .containsExactly("a.msi|||1||");
  }

  @Test
  void aTableOfHtmlMayBeShownAsItsSource() {
    String source = "<table><tr><th>File name<th>Size</tr>\n<tr><td>a.msi<td>1</tr></table>";
    String escaped = source.replace("<", "&lt;").replace(">", "&gt;");

    for (String page :
        List.of(
            "<pre>\n" + escaped + "</pre>",
            "<pre><code>" + escaped + "</code></pre>",
            "<textarea rows=2>" + source + "</textarea>",
            "<textarea>\n" + escaped + "\n</textarea>")) {
      Article article = Given.article("<html><body><p>x</p>\n" + page + "</body></html>");
      assertThat(Given.rows(article)).containsExactly("a.msi|||1||");
      assertThat(article.rows().get(0).line())
          .isEqualTo(page.startsWith("<pre>\n") || page.contains("area>\n") ? 4 : 3);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[table][tr][td]",
        "{|\n| a\n",
        "|===\n|a\n",
        "== ==\na b\n",
        "== ==\n",
        ".. list-table::\n   * - a\n",
        "||a||b||\n|",
        "|_. a |\n|x\n",
        "[table]\n\n\n",
        "&lt;table&gt;"
      })
  @Tag("volume")
  void noTextCostsMoreThanItsLength(String part) {
    assertTimeoutPreemptively(
        Duration.ofSeconds(60),
        () -> {
          try {
            Given.article("<pre>".repeat(part.startsWith("&") ? 1 : 0) + part.repeat(5_000));
          } catch (RuntimeException tooLarge) {
            assertThat(tooLarge).hasCauseInstanceOf(ArticleFormatException.class);
          }
        });
  }

  @Test
  void cellsOverMoreColumnsThanTablesHaveAreRefused() {
    assertThatExceptionOfType(RuntimeException.class)
        .isThrownBy(() -> Given.article("|===\n999+|File name 999+|b |c\n|===\n"))
        .havingCause()
        .isInstanceOf(ArticleFormatException.class)
        .withMessage("a.txt: a table of more than 1,000 columns");
  }

  @Test
  void aTurkishComputerReadsThemToo() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("tr-TR"));
    try {
      assertThat(
              rowsOf(
                  "[TABLE][TR][TD]FILE NAME[/TD][TD]SIZE[/TD][/TR][TR][TD]A.MSI[/TD][TD]1[/TD][/TR][/TABLE]"))
          .containsExactly("A.MSI|||1||");
    } finally {
      Locale.setDefault(before);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "File name | Date | Time | Size\n--- | --- | --- | ---\n"
            + "a.msi | 10-Mar-2011 | 10:04 | 679,936\nb.msi | 10-Mar-2011 | 10:05 | 1,234\n",
        "> File name | Date | Time | Size |\n> :-- | --: | --- | --- |\n"
            + "> a.msi | 10-Mar-2011 | 10:04 | 679,936 |\n> b.msi | 10-Mar-2011 | 10:05 | 1,234 |\n"
      })
  void aTableOfMarkdownNeedsNoBarsAtItsEnds(String table) {
    assertThat(rowsOf("Text before\n\n" + table + "\nText\n")).containsExactly(FIRST, SECOND);
  }

  @Test
  void aTableOfHtmlThatIsNotClosedTakesNoTableOfMarkdownWithIt() {
    String open =
        "Text\n\n<table class=\"dataTable\">\n<caption>\nSwitches\n</caption>\n<tr>\n<th>\nSwitch\n"
            + "</th>\n<td\n class=\"x\">\n**/help**\nShows it\n\n</td>\n</tr>\n";
    String table = "| File name | Size |\n|---|---|\n| a.msi | 679,936 |\n";
    String closed = "<table><tr><td>One</td></tr></table>\n";

    assertThat(rowsOf(open + "\nFile information\n\n" + table + "\n" + closed))
        .containsExactly("a.msi|||679,936||");
    assertThat(rowsOf("Text\n\n<table>\n<tr><td>One<td>\n\n" + table + "\n" + closed))
        .containsExactly("a.msi|||679,936||");
    assertThat(
            rowsOf(
                "Text\n\n<table>\n<tr><td><table><tr><td>inner</td></tr></table></td></tr>\n"
                    + "<tr>\n<td>outer\n</td></tr></table>\n\n"
                    + table))
        .containsExactly("a.msi|||679,936||");
  }
}
