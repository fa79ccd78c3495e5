package io.kbaudit.audit.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.article.Article;
import io.kbaudit.article.ExpectedFile;
import io.kbaudit.audit.AuditPolicy;
import io.kbaudit.audit.AuditRequest;
import io.kbaudit.audit.Executables;
import io.kbaudit.audit.Given;
import io.kbaudit.baseline.Baseline;
import io.kbaudit.inventory.ObservedFile;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How one file differs from one row, and in how many ways. */
class DifferencesTest {
  private static final String LISTED = "2011-03-10T10:04Z";

  private static final String ON_TIME = "2011-03-10T10:04:30Z";

  private static final ExpectedFile ROW = Given.row("a.msi", 100, LISTED);

  @ParameterizedTest
  @CsvSource({"99, LESS", "100, EQUAL", "101, MORE"})
  void aSizeIsLessOrMoreThanListed(long size, Differences.Order order) {
    assertThat(between(ROW, file(size, ON_TIME)).size()).isEqualTo(order);
  }

  @ParameterizedTest
  @CsvSource({
    "2011-03-10T10:03:30Z, LESS",
    "2011-03-10T10:04:30Z, EQUAL",
    "2011-03-10T10:05:30Z, MORE"
  })
  void aTimeIsLessOrMoreThanListed(String time, Differences.Order order) {
    assertThat(between(ROW, file(100, time)).time()).isEqualTo(order);
  }

  @Test
  void whatIsNotListedIsEqual() {
    ExpectedFile bare = Given.row(ROW.name(), Optional.empty(), Optional.empty());

    assertThat(between(bare, file(100, ON_TIME)).none()).isTrue();
  }

  @Test
  void aTimeThatIsOffByAZonesOffsetSaysSo() {
    assertThat(between(ROW, file(100, "2011-03-10T12:04:30Z")).zoneOffset())
        .contains(Duration.ofHours(2));
    assertThat(between(ROW, file(100, "2011-03-10T12:07:30Z")).zoneOffset()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "6.1.7601.17514, 6.1.7601.17514, 0",
    "6.1.7601.17513, 6.1.7601.17513, 1",
    "6.1.7601.17515, 6.1.7601.17515, 1",
    "6.1.7601.17513, 6.1.7601.17514, 1",
  })
  void anotherVersionIsADifference(String fileVersion, String productVersion, int count) {
    ExpectedFile row =
        Given.row("a.dll", 100, LISTED).toBuilder().version(Optional.of("6.1.7601.17514")).build();
    ObservedFile.Readable library =
        ((ObservedFile.Readable) Given.unreadFile("a.dll", 100, ON_TIME))
            .withExecutable(Executables.version(fileVersion, productVersion, Map.of()));

    assertThat(between(row, library).count()).isEqualTo(count);
  }

  @Test
  void eachDifferenceCountsOnce() {
    ExpectedFile row = ROW.withVariant(ROW.variant().onPlatform("x64"));
    Article article = Given.article(row);
    Baseline baseline = new Baseline("ours", List.of(Given.pinned(article, 1, 'a', 100)));
    AuditRequest request = AuditRequest.of(article, AuditPolicy.asPrinted()).withBaseline(baseline);
    ObservedFile sound = packageFor("x64;1033", 100, ON_TIME);
    ObservedFile forOther = packageFor("Intel;1033", 100, ON_TIME);

    assertThat(count(request, Given.hashed(sound, 'a'))).isZero();
    assertThat(count(request, Given.hashed(sound, 'b'))).isEqualTo(1);
    assertThat(count(request, Given.hashed(forOther, 'a'))).isEqualTo(1);
    assertThat(count(request, Given.hashed(forOther, 'b'))).isEqualTo(2);
    assertThat(count(request, packageFor("Intel;1033", 101, "2011-03-11T10:04:30Z"))).isEqualTo(4);
  }

  private static int count(AuditRequest request, ObservedFile file) {
    ExpectedFile row = request.article().rows().get(0);
    return RowComparison.of(request).differences(row, (ObservedFile.Readable) file).count();
  }

  private static Differences between(ExpectedFile row, ObservedFile.Readable file) {
    AuditRequest request = AuditRequest.of(Given.article(row), AuditPolicy.asPrinted());
    return RowComparison.of(request).differences(row, file);
  }

  private static ObservedFile.Readable file(long size, String time) {
    return (ObservedFile.Readable) Given.file("a.msi", size, time);
  }

  private static ObservedFile packageFor(String template, long size, String time) {
    return Given.file("a.msi", size, time, Given.packageFor(template));
  }
}
