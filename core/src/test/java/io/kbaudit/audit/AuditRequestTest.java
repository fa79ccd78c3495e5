package io.kbaudit.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.kbaudit.article.Article;
import io.kbaudit.article.ArticleId;
import io.kbaudit.article.ExpectedFile;
import io.kbaudit.article.ListedHashes;
import io.kbaudit.article.RowSelection;
import io.kbaudit.article.Variant;
import io.kbaudit.baseline.Baseline;
import io.kbaudit.deployment.Acceptance;
import io.kbaudit.deployment.Location;
import io.kbaudit.deployment.Phase;
import io.kbaudit.deployment.Profile;
import io.kbaudit.file.Digest;
import io.kbaudit.file.Digest.Algorithm;
import io.kbaudit.file.FileName;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is asked, and what has to be known of files to answer it. */
class AuditRequestTest {
  private static final Digest SHA1 =
      new Digest(Algorithm.SHA1, "a9993e364706816aba3e25717850c26c9cd0d89d");

  private static final ExpectedFile ALPHA = Given.row("Alpha.msi", 100, "2011-03-10T10:04Z");

  private static final ExpectedFile BETA = Given.row("Beta.msi", 200, "2011-03-10T10:04Z");

  private static final Article ARTICLE = Given.article(ALPHA, BETA);

  private static final Baseline BASELINE =
      new Baseline("ours.json", List.of(Given.pinned(ARTICLE, 1, 'a', 150)));

  private static final AuditRequest REQUEST = AuditRequest.of(ARTICLE, AuditPolicy.asPrinted());

  @Test
  void aBaselineOfAnotherArticleIsRefused() {
    Article other = Given.article(BETA);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> AuditRequest.of(other, AuditPolicy.asPrinted()).withBaseline(BASELINE))
        .withMessageStartingWith("ours.json: ");
  }

  @Test
  void aProfileOfAnotherArticleIsRefused() {
    Profile other =
        new Profile(
            Optional.of(new ArticleId("KB7654321")),
            "ours.yaml",
            Map.of(),
            List.of(),
            Map.of(),
            Map.of());

    assertThatIllegalArgumentException()
        .isThrownBy(() -> REQUEST.withProfile(other))
        .withMessage("a profile of KB7654321, and the article is KB1234567");
  }

  @Test
  void nothingIsSelectedWhereNoRowBelongsAtTheLocation() {
    assertThat(REQUEST.selectsNothing()).isFalse();
    assertThat(REQUEST.withLocation(place("Alpha.msi")).selectsNothing()).isFalse();
    assertThat(REQUEST.withLocation(place("Gamma.msi")).selectsNothing()).isTrue();
  }

  @Test
  void rowsAreThoseThatBelongAtTheLocationAndAreSelected() throws Exception {
    Article article =
        Given.article(
            ALPHA.withVariant(ALPHA.variant().onPlatform("x64")),
            BETA.withVariant(BETA.variant().onPlatform("x86")));
    AuditRequest request =
        AuditRequest.of(article, AuditPolicy.asPrinted())
            .withSelection(
                new RowSelection(Optional.empty(), Optional.of("x64"), Optional.empty()));

    assertThat(names(request.withLocation(place("Alpha.msi", "Beta.msi"))))
        .containsExactly("Alpha.msi");
    assertThat(names(request.withLocation(place("Alpha.msi")))).containsExactly("Alpha.msi");
    assertThat(names(request.withLocation(place("Beta.msi")))).isEmpty();
    assertThat(names(REQUEST.withLocation(place("Beta.msi")))).containsExactly("Beta.msi");
  }

  /** What else its section lists tells what a row is for, wherever that belongs. */
  @Test
  void whatARowIsForIsToldByAllRowsOfTheArticle() throws Exception {
    Variant section = Variant.of("For all supported x64-based versions");
    Article article =
        Given.article(
            ALPHA.withVariant(section.onPlatform("x86")),
            BETA.withVariant(section.onPlatform("x64")),
            Given.row("Gamma.msi", 300, "").withVariant(section.onPlatform("IA-64")));
    AuditRequest request =
        AuditRequest.of(article, AuditPolicy.asPrinted())
            .withSelection(
                new RowSelection(Optional.empty(), Optional.of("x64"), Optional.empty()));

    assertThat(names(request)).containsExactly("Beta.msi");
    assertThat(names(request.withLocation(place("Alpha.msi", "Beta.msi"))))
        .containsExactly("Beta.msi");
  }

  /** To hash a large folder takes long, and is of no use where nothing is compared. */
  @Test
  void onlyFilesOfASizeThatHasADigestAreHashed() {
    AuditRequest listed =
        AuditRequest.of(
            Given.article(ALPHA.withHashes(ListedHashes.of(SHA1)), BETA), AuditPolicy.asPrinted());

    assertThat(hashed(REQUEST, 100)).isEmpty();
    assertThat(hashed(listed, 100)).containsExactly(Algorithm.SHA1);
    assertThat(hashed(listed, 200)).isEmpty();
    assertThat(hashed(REQUEST.withBaseline(BASELINE), 150)).containsExactly(Algorithm.SHA256);
    assertThat(hashed(REQUEST.withBaseline(BASELINE), 100)).isEmpty();
    assertThat(
            listed.needs(size -> size == 100).digests().apply(100).stream()
                .map(Algorithm::name)
                .sorted())
        .containsExactly("SHA1", "SHA256");
  }

  @Test
  void contentsAreCheckedOnlyWhereSomethingPinsThem() {
    AuditRequest unreadable =
        AuditRequest.of(
            Given.article(ALPHA.withHashes(ListedHashes.unread("ba78"))), AuditPolicy.asPrinted());

    assertThat(REQUEST.checks()).doesNotContain(Check.HASH).contains(Check.SIZE);
    assertThat(REQUEST.withBaseline(BASELINE).checks()).contains(Check.HASH);
    assertThat(unreadable.checks()).contains(Check.HASH);
    assertThat(hashed(unreadable, 100)).isEmpty();
    assertThat(
            REQUEST
                .withBaseline(BASELINE)
                .withPolicy(AuditPolicy.asPrinted().withChecks(EnumSet.of(Check.SIZE)))
                .checks())
        .containsExactly(Check.SIZE);
  }

  @Test
  void whatIsAskedIsToldInOneLine() {
    assertThat(REQUEST).asString().startsWith("AuditRequest[KB1234567").doesNotContain("baseline");
    assertThat(REQUEST.withLocation(place("Alpha.msi")).withBaseline(BASELINE))
        .asString()
        .contains(", here, ")
        .endsWith(", baseline ours.json]");
  }

  private static Set<Algorithm> hashed(AuditRequest request, long size) {
    return request.needs(other -> false).digests().apply(size);
  }

  private static List<String> names(AuditRequest request) throws Exception {
    return request.rows().stream().map(row -> row.name().best().spelling()).toList();
  }

  private static Location place(String... files) {
    return Location.of(
            "here",
            "a server",
            Phase.POST_INSTALL,
            Acceptance.EXACT,
            Stream.of(files).map(FileName::of).collect(Collectors.toSet()))
        .build();
  }
}
