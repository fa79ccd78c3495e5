package io.kbaudit.article.reader;

import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.article.Article;
import io.kbaudit.article.ArticleRemark;
import io.kbaudit.article.ListedTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateOrderTest {
  @ParameterizedTest(name = "below {0}, 02/03/2002 is {1}")
  @CsvSource({"12/13/2001, 2002-02-03", "13/12/2001, 2002-03-02"})
  void oneDateThatCanBeReadInOneOrderOnlyDecidesForAll(String other, String day) {
    assertThat(table("02/03/2002", other).rows().get(0).modified())
        .map(ListedTime::toString)
        .hasValue(day);
  }

  @Test
  void whereNoDateTellsTheyAreLeftOutWithOneRemark() {
    Article article = table("02/03/2002", "04/05/2002", "06/06/2002");

    assertThat(article.rows())
        .extracting(row -> row.modified().map(ListedTime::toString))
        .containsExactly(Optional.empty(), Optional.empty(), Optional.of("2002-06-06"));
    assertThat(article.remarks())
        .filteredOn(remark -> remark.kind() == ArticleRemark.Kind.DATES_AMBIGUOUS)
        .extracting(ArticleRemark::text)
        .containsExactly(
            "'02/03/2002' is 2002-02-03 or 2002-03-02, and the table does not tell which; 2 such"
                + " dates are left out.");
  }

  @Test
  void datesThatContradictEachOtherDecideNothing() {
    assertThat(table("12/13/2001", "13/12/2001", "02/03/2002").rows())
        .extracting(row -> row.modified().map(ListedTime::toString).orElse("absent"))
        .containsExactly("2001-12-13", "2001-12-13", "absent");
  }

  @Test
  void oneTableDecidesNothingForAnother() {
    Article article =
        Given.article(
            """
            | File name | Date |
            | a.msi | 12/13/2001 |

            Text.

            | File name | Date |
            | b.msi | 02/03/2002 |
            """);

    assertThat(article.rows().get(1).modified()).isEmpty();
  }

  private static Article table(String... dates) {
    StringBuilder text = new StringBuilder("| File name | Date |\n|---|---|\n");
    for (int i = 0; i < dates.length; i++) {
      text.append("| f" + i + ".msi | " + dates[i] + " |\n");
    }
    return Given.article(text.toString());
  }
}
