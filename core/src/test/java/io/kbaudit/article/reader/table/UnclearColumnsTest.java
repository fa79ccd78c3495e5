package io.kbaudit.article.reader.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.article.Article;
import io.kbaudit.article.ArticleRemark;
import io.kbaudit.article.ArticleRemark.Kind;
import io.kbaudit.article.reader.Given;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands under a heading that nobody knows, by what its cells look like. */
class UnclearColumnsTest {
  @Test
  void aTimeIsOneOfTheDayBesideIt() {
    String dated =
        """
        | File name | Size | Date | Zorp |
        |---|---|---|---|
        | a.dll | 1 | 10-Mar-2011 | 10:04 |

        The end.
        """;

    assertThat(Given.rowsOf(dated)).containsExactly("a.dll|10-Mar-2011|10:04|1||");
    assertThat(Given.rowsOf(dated.replace("| Date |", "| Frob |")))
        .containsExactly("a.dll|10-Mar-2011|10:04|1||");
  }

  @Test
  void aTimeWithoutADayIsUnread() {
    Article article =
        Given.article(
            """
            | File name | Size | Zorp |
            |---|---|---|
            | a.dll | 1,024 | 10:04 |

            The end.
            """);

    assertThat(Given.rows(article)).containsExactly("a.dll|||1,024||");
    assertThat(article.unreadColumns()).isEqualTo(1);
  }

  @Test
  void numbersAreSizesIfOneIsSurelyASize() {
    assertThat(Given.rows(dated("1,024", "5"))).containsExactly(row("1,024|"), row("5|"));
    assertThat(Given.rows(dated("5.1.2.3", "5"))).containsExactly(row("|"), row("|"));
    assertThat(dated("5.1.2.3", "5").unreadColumns()).isEqualTo(1);
  }

  @Test
  void aFractionWithAUnitIsASize() {
    assertThat(Given.rows(dated("5.5 MB", "1.25 KB")))
        .containsExactly(row("5.5 MB|"), row("1.25 KB|"));
  }

  /** Fewer values than that stand among words that say something else. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "5.1.2.3 (x)  | none of it   | none of it   |              | COLUMN_NOT_COMPARED",
        "5.1.2.3 (x)  | none of it   |              |              | COLUMN_UNREAD",
        "5.1.2.3 (x)  | 5.1.2.4 (x)  | none of it   | none of it   | COLUMN_UNREAD",
        "5.1 (x)      | none of it   |              |              | COLUMN_NOT_COMPARED",
        "v5.1.2       | v5.1.3       |              |              | COLUMN_UNREAD",
        "x.dll        | y.dll        |              |              | COLUMN_UNREAD",
        "file.dll     | FILE.DLL     |              |              | COLUMN_NOT_COMPARED"
      })
  void aColumnHasValuesIfHalfOfItsCellsHave(
      String first, String second, String third, String fourth, Kind kind) {
    String[] cells =
        Stream.of(first, second, third, fourth).filter(cell -> cell != null).toArray(String[]::new);

    assertThat(dated(cells).remarks())
        .extracting(ArticleRemark::kind)
        .containsExactlyInAnyOrder(Kind.TIMES_WITHOUT_ZONE, kind);
  }

  private static String row(String sizeAndVersion) {
    return "file.dll|10-Mar-2011||" + sizeAndVersion + "|";
  }

  private static Article dated(String... cells) {
    return Given.article(
        "| File name | Date | Zorp |\n|---|---|---|\n"
            + Stream.of(cells)
                .map(cell -> "| file.dll | 10-Mar-2011 | " + cell + " |\n")
                .collect(Collectors.joining())
            + "\nThe end.\n");
  }
}
