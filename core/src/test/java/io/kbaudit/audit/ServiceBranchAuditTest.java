package io.kbaudit.audit;

import static io.kbaudit.audit.AuditResultAssert.assertThatAudit;
import static io.kbaudit.audit.Given.articleAsNumbered;
import static io.kbaudit.audit.Given.audit;
import static io.kbaudit.audit.Given.file;
import static io.kbaudit.audit.Given.folder;
import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.article.Article;
import io.kbaudit.article.ExpectedFile;
import io.kbaudit.article.ListedName;
import io.kbaudit.article.ListedSize;
import io.kbaudit.article.PrintedRow;
import io.kbaudit.article.Variant;
import io.kbaudit.file.FileName;
import io.kbaudit.inventory.Inventory;
import io.kbaudit.inventory.ObservedFile;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Versions that number their service branches apart, as seen in public: what other tools took for
 * later, or for too old, by the number alone.
 */
class ServiceBranchAuditTest {
  private static final String LATER = "2014-01-01T00:00:00Z";

  private static final Article WINDOWS_7 = twoBranches("6.1.7601.18000", "6.1.7601.22200");

  /** SQL Server numbers its branches in the third part; the cumulative updates are as QFE. */
  private static final Article SQL_SERVER = twoBranches("13.0.5108.50", "13.0.5698.0");

  @ParameterizedTest(name = "{0} is held to row {1}")
  @CsvSource({
    "6.1.7601.18000, 1",
    "6.1.7601.18200, 1",
    "6.1.7601.17900, 1",
    "6.1.7601.22200, 2",
    "6.1.7601.22900, 2",
    "6.1.7601.21000, 2"
  })
  void aFileIsHeldToTheRowOfItsOwnBranch(String version, int row) {
    assertThat(laterAudit(WINDOWS_7, version).files())
        .singleElement()
        .satisfies(file -> assertThat(file.expected().row()).isEqualTo(row));
  }

  @Test
  void aHigherBuildOfItsOwnBranchSupersedes() {
    assertThatAudit(laterAudit(WINDOWS_7, "6.1.7601.18200")).passes();
    assertThatAudit(laterAudit(WINDOWS_7, "6.1.7601.22900")).passes();
  }

  /** Above the row of GDR by its number, and without what the row of LDR has. */
  @Test
  void anOlderBuildOfTheLimitedBranchIsNotLaterThanTheGeneralOne() {
    assertThatAudit(laterAudit(WINDOWS_7, "6.1.7601.21000"))
        .fails("a.dll", Check.SIZE, Cause.LARGER)
        .fails("a.dll", Check.VERSION, Cause.OLDER_VERSION)
        .andNothingElse();
  }

  /** dokan-dev/dokany#306: the number of an older update of LDR is above that of a newer of GDR. */
  @Test
  void aBuildOfTheLimitedBranchIsNotLaterThanAnArticleOfTheGeneralOneAlone() {
    Article general = articleAsNumbered(row(1, "6.1.7601.18000", "SP1 GDR"));

    assertThatAudit(laterAudit(general, "6.1.7601.21000"))
        .leavesUndecided("a.dll", Check.SIZE, Cause.UNCORROBORATED)
        .leavesUndecided("a.dll", Check.VERSION, Cause.OTHER_BRANCH)
        .andNothingElse();
  }

  @Test
  void aRowThatPrintsNoBranchIsOfTheBranchThatItsVersionTells() {
    Article unmarked =
        articleAsNumbered(
            row(1, "6.1.7601.18000", "").withVariant(Variant.of("For all versions of Windows 7")));

    assertThatAudit(laterAudit(unmarked, "6.1.7601.21000"))
        .leavesUndecided("a.dll", Check.SIZE, Cause.UNCORROBORATED)
        .leavesUndecided("a.dll", Check.VERSION, Cause.OTHER_BRANCH)
        .andNothingElse();
  }

  /** wazuh/wazuh#37735: builds of GDR never reach the numbers of cumulative updates. */
  @Test
  void theGeneralRowDecidesForAFileOfTheGeneralBranch() {
    assertThatAudit(exactAudit(SQL_SERVER, "13.0.5108.50")).passes();
    assertThatAudit(laterAudit(SQL_SERVER, "13.0.5050.0"))
        .fails("a.dll", Check.SIZE, Cause.LARGER)
        .fails("a.dll", Check.VERSION, Cause.OLDER_VERSION)
        .andNothingElse();
  }

  /**
   * Neither row tells of which branch it is: the lower one does not pass it, nor the higher fail.
   */
  @Test
  void aFileBetweenTheBranchesIsUndecided() {
    assertThatAudit(laterAudit(SQL_SERVER, "13.0.5400.0"))
        .leavesUndecided("a.dll", Check.SIZE, Cause.UNCORROBORATED)
        .leavesUndecided("a.dll", Check.VERSION, Cause.OTHER_BRANCH)
        .andNothingElse();
  }

  @Test
  void aFileBelowBothRowsFails() {
    assertThatAudit(laterAudit(SQL_SERVER, "13.0.5000.0"))
        .fails("a.dll", Check.SIZE, Cause.LARGER)
        .fails("a.dll", Check.VERSION, Cause.OLDER_VERSION)
        .andNothingElse();
  }

  /** From 24xxx on, Windows 7 has one branch that is of both. */
  @Test
  void aBuildOfBothBranchesIsLaterThanEither() {
    assertThatAudit(laterAudit(WINDOWS_7, "6.1.7601.24545")).passes();
    assertThatAudit(
            laterAudit(articleAsNumbered(row(1, "6.1.7601.18000", "GDR")), "6.1.7601.24545"))
        .passes();
  }

  /** Numbers that show nothing cannot show that a file is of the row's own branch. */
  @Test
  void whereTheArticleListsOneBranchAloneAHigherNumberMayBeOfTheOther() {
    Article limited = articleAsNumbered(row(1, "2.0.50727.5653", "QFE"));

    assertThatAudit(laterAudit(limited, "2.0.50727.8000"))
        .leavesUndecided("a.dll", Check.SIZE, Cause.UNCORROBORATED)
        .leavesUndecided("a.dll", Check.VERSION, Cause.OTHER_BRANCH)
        .andNothingElse();
  }

  @Test
  void whatIsAboveTheRowsOfBothBranchesIsLaterThanItsOwn() {
    assertThatAudit(laterAudit(twoBranches("5.1.2600.3462", "5.1.2600.3462"), "5.1.2600.3520"))
        .passes();
  }

  @Test
  void aHigherCumulativeUpdateSupersedesTheListedOne() {
    assertThatAudit(laterAudit(SQL_SERVER, "13.0.5830.85")).passes();
  }

  /** greenbone/openvas-scanner#338: an equal version flagged as "less than". */
  @Test
  void anEqualVersionPassesUnderEachPolicy() {
    assertThatAudit(exactAudit(WINDOWS_7, "6.1.7601.18000")).passes();
    assertThatAudit(exactAudit(WINDOWS_7, "6.1.7601.22200")).passes();
  }

  /** CISecurity/OVALRepo#1348: versions compared as padded strings. */
  @Test
  void versionsAreComparedAsNumbersAndNotAsPaddedStrings() {
    Article article = articleAsNumbered(row(1, "7.01.1056", ""));

    assertThatAudit(laterAudit(article, "7.1.10.68"))
        .fails("a.dll", Check.SIZE, Cause.LARGER)
        .fails("a.dll", Check.VERSION, Cause.OLDER_VERSION)
        .andNothingElse();
  }

  /** 5512 is what service pack 3 began with: it need not have what was fixed for service pack 2. */
  @Test
  void aServicePackIsNotLaterThanAFixForTheOneBeforeIt() {
    Article forServicePack2 = articleAsNumbered(row(1, "5.1.2600.3462", ""));

    assertThatAudit(laterAudit(forServicePack2, "5.1.2600.5512"))
        .leavesUndecided("a.dll", Check.SIZE, Cause.UNCORROBORATED)
        .leavesUndecided("a.dll", Check.VERSION, Cause.OTHER_BRANCH)
        .andNothingElse();
    assertThatAudit(laterAudit(forServicePack2, "5.1.2600.3520")).passes();
  }

  /** Of Windows XP both branches have the same numbers, and size and date must tell. */
  @Test
  void whereBranchesShareTheirNumbersSizeAndDateTell() {
    Article article = twoBranches("5.1.2600.3462", "5.1.2600.3462");

    assertThatAudit(audit(article, folder(dll("5.1.2600.3462", 200, "2011-03-11T10:04:00Z"))))
        .passes();
  }

  private static Article twoBranches(String general, String limited) {
    return articleAsNumbered(
        row(1, general, "GDR"),
        ExpectedFile.of(2, 2, name(), printed(limited))
            .variant(onBranch("QFE"))
            .size(Optional.of(ListedSize.ofBytes(200)))
            .modified(Given.time("2011-03-11T10:04Z"))
            .version(Optional.of(limited))
            .build()
            .insteadOf(1));
  }

  private static ExpectedFile row(int number, String version, String branch) {
    return ExpectedFile.of(number, number, name(), printed(version))
        .variant(branch.isEmpty() ? Variant.of("") : onBranch(branch))
        .size(Optional.of(ListedSize.ofBytes(100)))
        .modified(Given.time("2011-03-10T10:04Z"))
        .version(Optional.of(version))
        .build();
  }

  private static Variant onBranch(String branch) {
    return new Variant(
        "",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(branch));
  }

  private static ListedName name() {
    return ListedName.whole(FileName.of("a.dll"));
  }

  private static PrintedRow printed(String version) {
    return new PrintedRow("a.dll", "", "", "", version, "");
  }

  private static AuditResult laterAudit(Article article, String version) {
    return audit(article, folder(dll(version, 300, LATER)), AuditPolicy.orLater());
  }

  /** The file is of the size and date of the row that lists its version. */
  private static AuditResult exactAudit(Article article, String version) {
    boolean isFirst = article.rows().get(0).version().equals(Optional.of(version));
    Inventory folder =
        folder(
            dll(
                version,
                isFirst ? 100 : 200,
                isFirst ? "2011-03-10T10:04:00Z" : "2011-03-11T10:04:00Z"));
    return audit(article, folder);
  }

  private static ObservedFile dll(String version, long size, String modified) {
    return ((ObservedFile.Readable) file("a.dll", size, modified))
        .withExecutable(Executables.version(version, version, Map.of("OriginalFilename", "a.dll")));
  }
}
