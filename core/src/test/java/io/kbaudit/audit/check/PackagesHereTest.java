package io.kbaudit.audit.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.article.Article;
import io.kbaudit.article.ExpectedFile;
import io.kbaudit.audit.AuditPolicy;
import io.kbaudit.audit.AuditRequest;
import io.kbaudit.audit.Given;
import io.kbaudit.audit.match.FileMatcher;
import io.kbaudit.audit.match.Identities;
import io.kbaudit.audit.match.Matching;
import io.kbaudit.audit.match.RowComparison;
import io.kbaudit.audit.match.UnselectedFiles;
import io.kbaudit.deployment.FileNaming;
import io.kbaudit.inventory.Inventory;
import io.kbaudit.inventory.ObservedFile;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An upgrade code tells no product from another where several have it. */
class PackagesHereTest {
  private static final String CODE = "{780B530E-03AD-47AF-A128-DA08DB495253}";

  private static final String OTHER_CODE = "{2BA00471-0328-3743-93BD-FA813353A783}";

  private static final Article ARTICLE =
      Given.article(Given.row("a.msi", 100, ""), Given.row("b.msi", 100, ""));

  private static final ExpectedFile ROW = ARTICLE.rows().get(0);

  private static final ExpectedFile OTHER_ROW = ARTICLE.rows().get(1);

  @Test
  void packagesOfTwoNamesShareTheirUpgradeCode() {
    PackagesHere packages =
        new PackagesHere(
            Given.folder(named("a.msi", "Alpha"), named("b.msi", "Beta")), new Matching());

    assertThat(packages.isShared(CODE)).isTrue();
    assertThat(packages.isShared(" {780b530e-03ad-47af-a128-da08db495253}")).isTrue();
    assertThat(packages.isShared(OTHER_CODE)).isFalse();
  }

  @Test
  void packagesOfOneNameDoNot() {
    PackagesHere packages =
        new PackagesHere(
            Given.folder(named("a.msi", "Alpha"), named("b.msi", "ALPHA ")), new Matching());

    assertThat(packages.isShared(CODE)).isFalse();
  }

  @Test
  void packagesOfTwoRowsShareTheirUpgradeCodeThoughTheyHaveNoName() {
    ObservedFile first = of("a.msi", Map.of("UpgradeCode", CODE));
    ObservedFile second = of("b.msi", Map.of("UpgradeCode", CODE));

    assertThat(new PackagesHere(Given.folder(), matching(first)).isShared(CODE)).isFalse();
    assertThat(new PackagesHere(Given.folder(), matching(first, second)).isShared(CODE)).isTrue();
  }

  @Test
  void aProductIsOfAnotherRowIfOnlyThatRowsPackageIsOfIt() {
    PackagesHere packages =
        new PackagesHere(Given.folder(), matching(of("a.msi", Map.of("ProductCode", CODE))));

    assertThat(packages.isOfOtherRow(OTHER_ROW, Optional.of(CODE))).isTrue();
    assertThat(packages.isOfOtherRow(ROW, Optional.of(CODE))).isFalse();
    assertThat(packages.isOfOtherRow(OTHER_ROW, Optional.of(OTHER_CODE))).isFalse();
    assertThat(packages.isOfOtherRow(OTHER_ROW, Optional.empty())).isFalse();
  }

  /** Returns which of these files were found for the rows, by their names. */
  private static Matching matching(ObservedFile... files) {
    AuditRequest request = AuditRequest.of(ARTICLE, AuditPolicy.asPrinted());
    Inventory folder = Given.folder(files);
    RowComparison comparison = RowComparison.of(request);
    return new FileMatcher(
            comparison,
            Identities.of(request, folder),
            UnselectedFiles.in(folder, request, ARTICLE.rows(), comparison),
            true,
            (row, found) -> false)
        .match(ARTICLE.rows(), folder, FileNaming.AS_LISTED);
  }

  private static ObservedFile named(String file, String product) {
    return of(file, Map.of("UpgradeCode", CODE, "ProductName", product));
  }

  private static ObservedFile of(String file, Map<String, String> properties) {
    return Given.file(
        file, 100, "2011-03-10T10:04:30Z", Given.stating(Given.packageNamed(""), properties));
  }
}
