package io.kbaudit.article.reader;

import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.article.Article;
import io.kbaudit.article.ArticleRemark;
import io.kbaudit.article.ListedTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AmbiguousDatesTest {
  private static final String TABLE =
      """
      The dates are in UTC.

      | File name | Date | Time | Size |
      |---|---|---|---|
      | a.msi | 2/12/99 | 05:48 PM | 1 |
      | b.msi | 3/12/99 | | 2 |
      | c.msi | 12/12/99 | 10:04 | 3 |
      | d.msi | 2/12/99 | 25:61 | 4 |

      The end.
      """;

  @Test
  void areReadAsSomebodySaysThatTheyAreMeant() {
    assertThat(dates(AmbiguousDates.MONTH_FIRST.readIn(Given.article(TABLE))))
        .containsExactly("1999-02-12T17:48Z", "1999-03-12", "1999-12-12T10:04Z", "");
    assertThat(dates(AmbiguousDates.DAY_FIRST.readIn(Given.article(TABLE))))
        .containsExactly("1999-12-02T17:48Z", "1999-12-03", "1999-12-12T10:04Z", "");
  }

  @Test
  void areSaidToBeReadOnSomebodysWord() {
    Article article = AmbiguousDates.MONTH_FIRST.readIn(Given.article(TABLE));

    assertThat(article.remarks())
        .containsExactly(
            new ArticleRemark(
                ArticleRemark.Kind.DATES_ASSUMED,
                5,
                "'2/12/99' is read as 1999-02-12, the month first, as was asked, and so are the"
                    + " dates of 1 more row."),
            new ArticleRemark(
                ArticleRemark.Kind.UNREADABLE_CELL,
                8,
                "The time '25:61' cannot be read and is left out."));
  }

  @Test
  void areNoneWhereTheTableTells() {
    Article article = Given.article(TABLE.replace("12/12/99", "13/12/99"));

    assertThat(AmbiguousDates.MONTH_FIRST.readIn(article)).isSameAs(article);
    assertThat(dates(article).get(0)).isEqualTo("1999-12-02T17:48Z");
  }

  @Test
  void leaveAllElseOfTheArticleAsItIs() {
    Article article = Given.article(TABLE);
    Article dated = AmbiguousDates.DAY_FIRST.readIn(article);

    assertThat(dated)
        .usingRecursiveComparison()
        .ignoringFields("remarks", "rows")
        .isEqualTo(article);
    assertThat(dated.rows())
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("modified")
        .isEqualTo(article.rows());
  }

  @Test
  void leaveWhatElseIsSaidOfTheArticle() {
    Article article = Given.article(TABLE.replace("| 3 |", "| 3x |"));

    assertThat(AmbiguousDates.DAY_FIRST.readIn(article).remarks())
        .contains(
            new ArticleRemark(
                ArticleRemark.Kind.UNREADABLE_CELL,
                7,
                "The size '3x' cannot be read and is left out."));
  }

  private static List<String> dates(Article article) {
    return article.rows().stream()
        .map(row -> row.modified().map(ListedTime::toString))
        .map(Optional::stream)
        .map(date -> date.findFirst().orElse(""))
        .toList();
  }
}
