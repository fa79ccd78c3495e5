package io.kbaudit.audit.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.article.Article;
import io.kbaudit.article.ExpectedFile;
import io.kbaudit.audit.AuditPolicy;
import io.kbaudit.audit.AuditRequest;
import io.kbaudit.audit.Given;
import io.kbaudit.inventory.ObservedFile;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Files by size and date, however many others there are. */
class ContentIndexTest {
  private static final Article ARTICLE =
      Given.article(
          Given.row("a.msi", 100, "2011-03-10T10:04Z"),
          Given.row("b.msi", 200, "2011-03-10T10:04Z"),
          Given.row("c.msi", 300, "2011-03-10T10:06Z"));

  @Test
  void aRowFindsTheFilesOfItsSizeAndMinuteByTimeAndPath() {
    List<ObservedFile> files =
        List.of(
            file("b", 100, "2011-03-10T10:04:30Z"),
            file("early", 100, "2011-03-10T10:03:30Z"),
            file("late", 100, "2011-03-10T10:05:30Z"),
            file("a", 100, "2011-03-10T10:04:30Z"),
            file("first", 100, "2011-03-10T10:04:10Z"),
            file("larger", 200, "2011-03-10T10:04:30Z"),
            file("largest", 300, "2011-03-10T10:06:30Z"));

    assertThat(paths(files, 1, AuditPolicy.asPrinted())).containsExactly("first", "a", "b");
    assertThat(paths(files, 2, AuditPolicy.asPrinted())).containsExactly("larger");
    assertThat(paths(files, 3, AuditPolicy.asPrinted())).containsExactly("largest");
  }

  @Test
  void largerFilesOfEarlierDatesHideNone() {
    Article article =
        Given.article(
            Given.row("a.msi", 100, "2011-03-10T10:04Z"),
            Given.row("b.msi", 200, "2011-03-10T09:04Z"),
            Given.row("c.msi", 300, "2011-03-10T08:04Z"));
    List<ObservedFile> files =
        List.of(
            file("a", 100, "2011-03-10T10:04:30Z"),
            file("b", 200, "2011-03-10T09:04:30Z"),
            file("c", 300, "2011-03-10T08:04:30Z"));

    assertThat(paths(article, files, 1, AuditPolicy.asPrinted())).containsExactly("a");
    assertThat(paths(article, files, 2, AuditPolicy.asPrinted())).containsExactly("b");
    assertThat(paths(article, files, 3, AuditPolicy.asPrinted())).containsExactly("c");
  }

  @Test
  void aRowThatSaysTooLittleFindsNone() {
    ExpectedFile undated = Given.row("a.msi", 100, "");
    ExpectedFile unsized =
        Given.row(undated.name(), Optional.empty(), Given.time("2011-03-10T10:04Z"));
    Article article = Given.article(undated, unsized);
    List<ObservedFile> files = List.of(file("a", 100, "2011-03-10T10:04:30Z"));

    assertThat(paths(article, files, 1, AuditPolicy.asPrinted())).isEmpty();
    assertThat(paths(article, files, 2, AuditPolicy.asPrinted())).isEmpty();
  }

  /** In the night of 6 November 2011 clocks in New York showed 1:30 twice. */
  @Test
  void aFileThatMayBeOfTwoTimesIsFoundOnceByEach() {
    Article article =
        Given.article(
            Given.row("a.msi", 100, "2011-11-06T05:30Z"),
            Given.row("b.msi", 100, "2011-11-06T06:30Z"),
            Given.row("c.msi", 100, "2011-11-06"));
    List<ObservedFile> files = List.of(file("a", 100, "2011-11-06T01:30:30Z"));
    AuditPolicy policy = AuditPolicy.asPrinted().withSourceZone(ZoneId.of("America/New_York"));

    assertThat(paths(article, files, 1, policy)).containsExactly("a");
    assertThat(paths(article, files, 2, policy)).containsExactly("a");
    assertThat(paths(article, files, 3, policy)).containsExactly("a");
  }

  private static List<String> paths(List<ObservedFile> files, int row, AuditPolicy policy) {
    return paths(ARTICLE, files, row, policy);
  }

  private static List<String> paths(
      Article article, List<ObservedFile> files, int row, AuditPolicy policy) {
    RowComparison comparison = RowComparison.of(AuditRequest.of(article, policy));
    return ContentIndex.of(Given.folder(files).files(), article.rows(), comparison)
        .filesLike(article.rows().get(row - 1))
        .map(ObservedFile.Readable::path)
        .toList();
  }

  private static ObservedFile file(String path, long size, String time) {
    return Given.unreadFile(path, size, time);
  }
}
