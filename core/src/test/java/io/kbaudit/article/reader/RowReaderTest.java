package io.kbaudit.article.reader;

import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.article.Article;
import io.kbaudit.article.ArticleRemark;
import io.kbaudit.article.ArticleRemark.Kind;
import io.kbaudit.article.ListedName;
import io.kbaudit.file.FileName;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What becomes of the cells of a row, and what is said of those that cannot be read. */
class RowReaderTest {
  private static final String HEADING = "| File name | Date | Size |\n|---|---|---|\n";

  @Test
  void aNoteBehindANameTellsTheProcessorOrElseTheGroup() {
    Article article =
        Given.article(
            """
            | File name | Size | Platform |
            |---|---|---|
            | a.dll (x86) | 1 | |
            | a.dll (debug build) | 2 | |
            | a.dll (x86) | 3 | x64 |

            The end.
            """);

    assertThat(article.rows())
        .extracting(row -> row.name().best().spelling())
        .containsExactly("a.dll", "a.dll", "a.dll");
    assertThat(article.rows())
        .extracting(row -> row.variant().platform())
        .containsExactly(Optional.of("(x86)"), Optional.empty(), Optional.of("x64"));
    assertThat(article.rows())
        .extracting(row -> row.variant().group())
        .containsExactly(Optional.empty(), Optional.of("(debug build)"), Optional.of("(x86)"));
  }

  @Test
  void aNoteBehindANameIsOfTheGroupAboveItAsWell() {
    Article article =
        Given.article(
            """
            | File name | Size |
            |---|---|
            | Windows 7 | |
            | a.dll (debug build) | 2 |

            The end.
            """);

    assertThat(article.rows())
        .extracting(row -> row.variant().group())
        .containsExactly(Optional.of("Windows 7, (debug build)"));
  }

  @Test
  void aRowOfSeveralFilesIsUnreadWithTheirNames() {
    Article article =
        Given.article(
            HEADING
                + "| a.dll/vip.386 | 10-Mar-2011 | 1 |\n"
                + "| a.dll, b.dll | 10-Mar-2011 | 1 |\n\nThe end.\n");

    assertThat(article.rows()).isEmpty();
    assertThat(texts(article, Kind.ROW_UNREAD))
        .containsExactly(
            "Not read, a row of several files: 'a.dll/vip.386'",
            "Not read, a row of several files: 'a.dll, b.dll'");
  }

  @Test
  void aFolderIsNoFile() {
    Article article = Given.article(HEADING + "| C:\\Windows\\ | 10-Mar-2011 | 1 |\n\nThe end.\n");

    assertThat(article.rows()).isEmpty();
    assertThat(texts(article, Kind.ROW_UNREAD))
        .containsExactly("A row without a file name is not read: 'C:\\Windows\\ 10-Mar-2011 1'");
  }

  @Test
  void aNameThatWindowsReservesIsReadAndSaid() {
    Article article = Given.article(HEADING + "| con.dll | 10-Mar-2011 | 1 |\n\nThe end.\n");

    assertThat(Given.rows(article)).containsExactly("con.dll|10-Mar-2011||1||");
    assertThat(texts(article, Kind.NAME_NOT_OF_WINDOWS))
        .containsExactly(
            "Windows finds no file called 'con.dll', or another one: Windows reserves it for a"
                + " device.");
  }

  @Test
  void aFileOfWhichNothingCanBeComparedIsUnreadWhereSomethingStandsBesideIt() {
    Article article =
        Given.article(
            """
            | File name | Size | Where |
            |---|---|---|
            | a.dll | 1 | |
            | b.dll | | text |
            | c.dll | | |

            The end.
            """);

    assertThat(Given.rows(article)).containsExactly("a.dll|||1||");
    assertThat(texts(article, Kind.ROW_UNREAD))
        .containsExactly(
            "Not read, a file of which the table gives no date, size, version or digest:"
                + " 'b.dll text'");
    assertThat(texts(article, Kind.NOTHING_LISTED))
        .containsExactly("'c.dll' is named with neither date nor size nor version, and is no row.");
  }

  @Test
  void theFilesOfEachTableHaveTheLanguageThatStandsAboveIt() {
    String sentence = "The %s version of this fix should have the following file attributes:\n\n";
    String table = HEADING + "| a.dll | 10-Mar-2011 | 1 |\n\n";

    assertThat(
            Given.article(
                    sentence.formatted("English") + table + sentence.formatted("German") + table)
                .rows())
        .extracting(row -> row.variant().language())
        .containsExactly(Optional.of("English"), Optional.of("German"));
  }

  /** As kbaudit writes the rows of an article. */
  @Test
  void anExportedRowHasTheNameAsItWasPrintedAndTheRowForWhichItStands() {
    Article article =
        Given.article(
            """
            | File name | Printed name | Size | Alternative to row |
            |---|---|---|---|
            | abcdefgh.dll | abcdefg | 1 | |
            | b.dll | b.dll | 2 | 1 |
            | c.dll | | 3 | 3 |

            The end.
            """);

    assertThat(article.rows())
        .extracting(row -> row.name())
        .containsExactly(
            ListedName.cut(name("abcdefg")).completedBy(name("abcdefgh.dll")),
            ListedName.cut(name("b.dll")),
            ListedName.whole(name("c.dll")));
    assertThat(article.rows())
        .extracting(row -> row.alternativeTo())
        .containsExactly(OptionalInt.empty(), OptionalInt.of(1), OptionalInt.empty());
  }

  @Test
  void datesThatMayBeReadInTwoWaysAreReadAsInTheLanguageOfTheHeadings() {
    Article article =
        Given.article(
            """
            | Nom du fichier | Date | Taille |
            |---|---|---|
            | a.dll | 02/03/2009 | 1 |
            | b.dll | 04/03/2009 | 1 |
            | c.dll | 05/03/2009 | 1 |

            Fin.
            """);

    assertThat(article.rows())
        .extracting(row -> row.modified().orElseThrow().toString())
        .containsExactly("2009-03-02", "2009-03-04", "2009-03-05");
    assertThat(texts(article, Kind.DATES_BY_LANGUAGE))
        .containsExactly(
            "'02/03/2009' is read as 2009-03-02, the day first, as dates are in French, the"
                + " language of the headings; so are 2 more dates.");
  }

  @Test
  void theOnlyDateThatMayBeReadInTwoWaysIsSaidToBeReadAsInTheLanguageOfTheHeadings() {
    Article article =
        Given.article(
            """
            | Dateiname | Datum | Größe |
            |---|---|---|
            | a.dll | 02/03/2009 | 1 |

            Ende.
            """);

    assertThat(texts(article, Kind.DATES_BY_LANGUAGE))
        .containsExactly(
            "'02/03/2009' is read as 2009-03-02, the day first, as dates are in German, the"
                + " language of the headings.");
  }

  @Test
  void oneDateOfEachOrderIsShownWhereTheyContradictEachOther() {
    Article article =
        Given.article(
            HEADING
                + "| a.dll | 03/02/2009 | 1 |\n"
                + "| b.dll | 13/02/2009 | 1 |\n"
                + "| c.dll | 02/14/2009 | 1 |\n\nThe end.\n");

    assertThat(texts(article, Kind.DATES_CONTRADICTORY))
        .containsExactly(
            "'02/14/2009' has the month first, and '13/02/2009' in the same table the day.");
  }

  private static FileName name(String text) {
    return FileName.find(text).orElseThrow();
  }

  private static List<String> texts(Article article, Kind kind) {
    return article.remarks().stream()
        .filter(remark -> remark.kind() == kind)
        .map(ArticleRemark::text)
        .toList();
  }
}
