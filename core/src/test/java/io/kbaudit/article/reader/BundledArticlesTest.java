package io.kbaudit.article.reader;

import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.article.Article;
import io.kbaudit.article.ArticleId;
import io.kbaudit.article.ExpectedFile;
import io.kbaudit.article.ListedSize;
import io.kbaudit.article.Statements;
import io.kbaudit.article.reader.cell.Column;
import io.kbaudit.article.reader.cell.HeadingFacts;
import io.kbaudit.article.reader.table.FileTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BundledArticlesTest {
  @Test
  void theReferenceArticleListsTwentyTwoFiles() {
    Article article = BundledArticles.find(BundledArticles.KB2492954).orElseThrow();

    assertThat(article.id()).hasValue(BundledArticles.KB2492954);
    assertThat(article.source()).isEqualTo("bundled");
    assertThat(article.statements()).isEqualTo(new Statements(true, true, Optional.of("English")));
    assertThat(article.remarks()).isEmpty();
    assertThat(article.rows()).hasSize(22);
    assertThat(article.rows()).allMatch(row -> row.name().isKnown());
    assertThat(article.rows())
        .extracting(ExpectedFile::row)
        .isSorted()
        .doesNotHaveDuplicates()
        .startsWith(1);
  }

  @Test
  void cutNamesOfOneBeginningAreToldApartByTheirOrder() {
    Article article = BundledArticles.find(BundledArticles.KB2492954).orElseThrow();

    ExpectedFile fourth = article.rows().get(3);
    ExpectedFile fifth = article.rows().get(4);

    assertThat(fourth.printed().name()).isEqualTo("Exchange2007oabresourcemana");
    assertThat(fourth.name().best()).hasToString("Exchange2007OABResourceManagerNS.msi");
    assertThat(fourth.size()).hasValue(ListedSize.ofBytes(251_392));
    assertThat(fourth.modified()).hasToString("Optional[2011-03-10T09:52Z]");
    assertThat(fifth.printed().name()).isEqualTo("Exchange2007oabresourcemana");
    assertThat(fifth.name().best()).hasToString("Exchange2007OABResourceManagerWS.msi");
    assertThat(fifth.size()).hasValue(ListedSize.ofBytes(447_488));
    assertThat(fifth.modified()).hasToString("Optional[2011-03-10T10:05Z]");
  }

  @Test
  void sevenNamesAreCut() {
    Article article = BundledArticles.find(BundledArticles.KB2492954).orElseThrow();

    assertThat(article.rows())
        .filteredOn(row -> row.name().cut())
        .extracting(row -> row.name().best().spelling())
        .containsExactly(
            "Exchange2007MobilityProvider.msi",
            "Exchange2007OABResourceManagerNS.msi",
            "Exchange2007OABResourceManagerWS.msi",
            "Exchange2007ResourceManagerNS.msi",
            "Exchange2007ResourceManagerWS.msi",
            "UnifiedMessaging2007Provider.msi",
            "WindowsSharePointServicesWebService.msi");
  }

  @Test
  void itsCellsMeanWhatTheReaderOfAnyArticleMakesOfThem() {
    Article article = BundledArticles.find(BundledArticles.KB2492954).orElseThrow();

    RowReader reader = new RowReader(line -> line);
    List<ExpectedFile> read = new ArrayList<>();
    for (ExpectedFile row : article.rows()) {
      FileTable.Builder single = new FileTable.Builder(row.line(), HeadingFacts.NOTHING);
      single.add(
          row.line(),
          Map.of(
              Column.NAME, row.printed().name(),
              Column.DATE, row.printed().date(),
              Column.TIME, row.printed().time(),
              Column.SIZE, row.printed().size()));
      ExpectedFile alone =
          reader.read(single.build(), row.variant().table(), Optional.empty()).get(0);
      read.add(row.name().cut() ? alone.completedBy(row.name().best()) : alone);
    }

    assertThat(article.rows()).isEqualTo(read);
    assertThat(reader.remarks()).isEmpty();
  }

  @Test
  void everyIdThatIsSaidToBeBundledIs() {
    assertThat(BundledArticles.ids())
        .isNotEmpty()
        .allSatisfy(id -> assertThat(BundledArticles.find(id)).isPresent());
  }

  @Test
  void anArticleThatIsNotBundledIsAbsent() {
    assertThat(BundledArticles.find(new ArticleId("KB976398"))).isEmpty();
  }
}
