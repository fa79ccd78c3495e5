package io.kbaudit.article.reader.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.article.ArticleRemark;
import io.kbaudit.article.reader.Given;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What heads a list of names, of which nothing else is said. */
class HeadedNamesTest {
  private static final String NAME = "\nalpha.dll,here\n\nThe end.\n";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "File",
        "Component,Where",
        "Where;File name",
        "a, b, c, d, e, f, g, h, i, j, k, file"
      })
  void aNameBelowAHeadingOfNamesIsSaid(String heading) {
    assertThat(Given.article(heading + NAME).remarks())
        .filteredOn(remark -> remark.kind() == ArticleRemark.Kind.NOTHING_LISTED)
        .extracting(ArticleRemark::text)
        .containsExactly(
            "'alpha.dll,here' names a file with neither date nor size nor version; it is no row.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Files to be removed",
        "Component",
        "Region,Where",
        "a, b, c, d, e, f, g, h, i, j, k, l, file",
        "File, which is the first word of a line that says of what stands below it that it is in no"
            + " table, and that is far too long for headings"
      })
  void aNameBelowOtherWordsIsText(String line) {
    assertThat(Given.article(line + NAME).remarks())
        .extracting(ArticleRemark::kind)
        .containsExactly(ArticleRemark.Kind.NO_FILE_TABLE);
  }
}
