package io.kbaudit.cli;

import static io.kbaudit.cli.Run.kbaudit;
import static io.kbaudit.cli.Run.reading;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.json.JSONObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArticleCommandTest {
  private static final String ARTICLE =
      """
      DOCUMENT:Q123456  01-JAN-2001  [winnt]
      TITLE   :A Fix

      Windows NT 4.0
      --------------

      The English version of this fix should have the following file attributes or
      later (times in UTC). Run Setup.exe, which copies Foo.dll.

         Date         Time   Size     File name   Platform
         -------------------------------------------------
         27-Mar-2002  18:53  338,944  Foo.dll     x86
         27-Mar-2002  18:53  105 KB   Foo.dll     Alpha
         27-Mar-2002  18:54  4,096    Bar.exe

      STATUS
      """;

  private static final String UNREAD_ROW = "   27-Mar-2002  18:54  4,096 bytes\n";

  @TempDir private Path folder;

  @Test
  void showsTheTableUnderItsHeading() {
    Run run = reading(ARTICLE, "article", "show", "-");

    assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(run.out())
        .contains("Article    Q123456, A Fix\nSource     standard input\n")
        .contains(
            """
            Windows NT 4.0
            Row  Line  File name  Date (UTC)        Size           Platform
            1    12    Foo.dll    2002-03-27 18:53  338,944 bytes  x86
            2    13    Foo.dll    2002-03-27 18:53  105 KB         Alpha
            3    14    Bar.exe    2002-03-27 18:54  4,096 bytes    -
            """);
  }

  @Test
  void showsAsJsonWhatTellsRowsApart() {
    JSONObject row =
        reading(ARTICLE, "article", "show", "--report", "json", "-")
            .json()
            .getJSONArray("rows")
            .getJSONObject(1);

    assertThat(row.getString("platform")).isEqualTo("Alpha");
    assertThat(row.getString("table")).isEqualTo("Windows NT 4.0");
    assertThat(row.isNull("language")).isTrue();
    assertThat(row.isNull("alternativeTo")).isTrue();
  }

  @Test
  void showsAsATableThatItReadsBack() {
    Run run = reading(ARTICLE, "article", "show", "--report", "csv", "-");
    String csv = run.out();

    assertThat(run.err())
        .isEqualTo(
            "kbaudit: the table does not hold what the article says beside it: that later files"
                + " will do ('verify --accept or-later'), its language English, its id (give the"
                + " table's file a name such as Q123456.csv)\n");
    assertThat(csv)
        .isEqualTo(
            """
            File name,Date (UTC),Time (UTC),File size,Platform,Table\r
            Foo.dll,2002-03-27,18:53,338944,x86,Windows NT 4.0\r
            Foo.dll,2002-03-27,18:53,105 KB,Alpha,Windows NT 4.0\r
            Bar.exe,2002-03-27,18:54,4096,,Windows NT 4.0\r
            """);
    assertThat(reading(csv, "article", "show", "--report", "csv", "-").out()).isEqualTo(csv);
  }

  @Test
  void anArticleWithoutRowsSaysNothingOfThem() {
    Run run = reading("Only prose.\n", "article", "check", "-");

    assertThat(run.out()).contains("NO_FILE_TABLE").doesNotContain("It says");
  }

  @Test
  void whatHasNoRowsCannotBeAuditedBy() {
    Run run = reading("Only prose.\n", "article", "check", "-q", "-");

    assertThat(run.exitCode()).isEqualTo(ExitCode.CANNOT_ASK);
    assertThat(run.out()).isEqualTo("0 rows read, 0 left unread, 1 remark; nothing to audit by\n");
    assertThat(run.err())
        .startsWith("kbaudit: nothing can be audited by it: standard input: no file table found");
  }

  @Test
  void whereNoValueCanBeReadNothingCanBeAuditedBy() {
    String article =
        """
        | File name | Date | Size |
        |---|---|---|
        | a.txt | 31-Feb-2002 | many |

        The end.
        """;

    Run run = reading(article, "article", "check", "-");

    assertThat(run.exitCode()).isEqualTo(ExitCode.CANNOT_ASK);
    assertThat(run.out()).contains("UNREADABLE_CELL", "31-Feb-2002");
    assertThat(run.err())
        .isEqualTo(
            "kbaudit: nothing can be audited by it: standard input: none of its rows lists a size,"
                + " date, version or digest that can be read\n");
  }

  @Test
  void theQuietCheckIsOneLine() {
    String text = ARTICLE.replace("\nSTATUS", UNREAD_ROW + "\nSTATUS");

    Run unread = reading(text, "article", "check", "--quiet", "-");
    Run read = reading(ARTICLE, "article", "check", "-q", "-");

    assertThat(unread.exitCode()).isEqualTo(ExitCode.NON_COMPLIANT);
    assertThat(unread.out()).matches("3 rows read, 1 left unread, \\d+ remarks\n");
    assertThat(read).isEqualTo(new Run(ExitCode.OK, "3 rows read, 0 left unread, 3 remarks\n", ""));
  }

  @Test
  void readsAmbiguousDatesAsItIsTold() {
    String article = ARTICLE.replace("27-Mar-2002", "03/04/2002 ");

    assertThat(reading(article, "article", "show", "-").out()).contains("DATES_AMBIGUOUS");
    assertThat(reading(article, "article", "show", "--dates", "month-first", "-").out())
        .contains("2002-03-04 18:53")
        .contains("DATES_ASSUMED")
        .doesNotContain("DATES_AMBIGUOUS");
    assertThat(reading(article, "article", "check", "--dates=day-first", "-").out())
        .contains("'03/04/2002' is read as 2002-04-03, the day first, as was asked");
    assertThat(reading(article, "article", "show", "--dates", "us", "-").err())
        .contains("'us'")
        .contains("month-first, day-first");
  }

  @Test
  void auditsByAmbiguousDatesAsItIsTold() throws Exception {
    Path article =
        Files.writeString(
            folder.resolve("fix.md"),
            "| File name | Date | Size |\n|---|---|---|\n| a.txt | 03/04/2002 | 3 |\n\nThe end.\n");
    Path files = Files.createDirectory(folder.resolve("files"));
    Path file = Files.writeString(files.resolve("a.txt"), "abc");
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2002-03-04T10:04:00Z")));

    assertThat(kbaudit("verify", "--article", article, files).exitCode())
        .isEqualTo(ExitCode.INDETERMINATE);
    assertThat(kbaudit("verify", "--article", article, "--dates=month-first", files).exitCode())
        .isEqualTo(ExitCode.OK);
    assertThat(kbaudit("verify", "--article", article, "--dates=day-first", files).exitCode())
        .isEqualTo(ExitCode.NON_COMPLIANT);
  }

  @Test
  void writesTheTableToAFileAndNeverOverTheArticle() throws Exception {
    Path article = Files.writeString(folder.resolve("fix.txt"), ARTICLE);
    Path table = folder.resolve("fix.csv");

    assertThat(kbaudit("article", "show", article, "--report", "csv=" + table).exitCode())
        .isEqualTo(ExitCode.OK);
    assertThat(table).content().startsWith("File name,Date (UTC)");
    assertThat(kbaudit("article", "show", article, "--report", "csv=" + article).exitCode())
        .isEqualTo(ExitCode.CANNOT_ASK);
    assertThat(article).hasContent(ARTICLE);
  }

  @Test
  void aCheckIsNoTable() {
    Run run = kbaudit("article", "check", "--report", "csv", "KB2492954");

    assertThat(run.exitCode()).isEqualTo(ExitCode.CANNOT_ASK);
    assertThat(run.err()).contains("'csv'").contains("text, json");
  }

  @Test
  void checksWhatIsOddAndFindsNothingUnread() {
    Run run = reading(ARTICLE, "article", "check", "-");

    assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(run.out())
        .contains("NOT_NAMED_IN_TEXT")
        .contains("The text names other files of the table, and not 'Bar.exe'.")
        .contains("NAMED_NOT_LISTED")
        .contains("The text names 'Setup.exe', which is in no file table.")
        .contains("One name is listed in several rows, told apart by platform: 'Foo.dll'.")
        .endsWith("3 rows read, 0 left unread, 3 remarks\n");
  }

  @Test
  void aRowLeftUnreadIsFoundWithItsLine() {
    String text = ARTICLE.replace("\nSTATUS", UNREAD_ROW + "\nSTATUS");

    Run run = reading(text, "article", "check", "-");

    assertThat(run.exitCode()).isEqualTo(ExitCode.NON_COMPLIANT);
    assertThat(run.out())
        .contains("ROW_UNREAD")
        .contains("line 15    Not read, a row without a file name:")
        .contains("3 rows read, 1 left unread");
  }

  @Test
  void anArticleWithoutATableIsShownAsOneAndAuditsNothing() {
    String text = "# Client update\nFile information is available in the KB1_FileList.txt file.\n";

    Run shown = reading(text, "article", "show", "-");

    assertThat(shown.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(shown.out())
        .contains("NO_FILE_TABLE")
        .contains("The files are said to be listed in 'KB1_FileList.txt'.")
        .endsWith("\n0 rows\n");
    assertThat(reading(text, "verify", "--article", "-", folder).err())
        .isEqualTo(
            "kbaudit: standard input: no file table found. The files are said to be listed in"
                + " 'KB1_FileList.txt'.\n");
  }

  @Test
  void auditsByAnArticleOnStandardInput() throws Exception {
    Files.write(folder.resolve("foo.dll"), new byte[10]);

    Run run = reading(ARTICLE, "verify", "-q", "--article", "-", "--platform", "x86", folder);

    assertThat(run.exitCode()).isEqualTo(ExitCode.NON_COMPLIANT);
    assertThat(run.out()).startsWith("NON-COMPLIANT: 2 expected");
  }

  @Test
  void nothingOnStandardInputIsNoArticle() {
    Run run = reading("", "verify", "--article", "-", folder);

    assertThat(run.exitCode()).isEqualTo(ExitCode.CANNOT_ASK);
    assertThat(run.err()).startsWith("kbaudit: standard input: no file table found");
  }
}
