package io.kbaudit.audit.check;

import static io.kbaudit.audit.check.Packages.auditCache;
import static io.kbaudit.audit.check.Packages.code;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.article.Article;
import io.kbaudit.audit.AuditResult;
import io.kbaudit.audit.Check;
import io.kbaudit.audit.Findings;
import io.kbaudit.audit.FurtherEvidence;
import io.kbaudit.audit.Given;
import io.kbaudit.audit.Outcome;
import io.kbaudit.audit.check.Packages.Stated;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.msi.MsiProblem;
import io.kbaudit.registry.InstalledProducts;
import io.kbaudit.registry.ProductOf;
import io.kbaudit.registry.RegisteredPatch;
import io.kbaudit.registry.RegistryPart;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

/** What is registered leads to its package in the cache, which must be there and be that. */
class PackageCacheTest {
  private static final String CACHED = "C:\\Windows\\Installer\\c597.msi";
  private static final Article ARTICLE =
      Given.article(
          Given.row("DNSClient.msi", Packages.SIZE, "2011-03-10T10:04Z"),
          Given.row("WebSites.msi", 700_000, "2011-03-10T11:04Z"));
  private static final Stated CLIENT = Stated.of("DNS Client", '1', 'A', "4.0.1220.0");
  private static final Stated SITES = Stated.of("Web Sites", '2', 'B', "4.0.1220.0");
  private static final ObservedFile OTHER_ROW =
      Given.file("df3.msi", 700_000, "2011-03-10T11:04:30Z", SITES.inspection());

  @Test
  void everyProductLeadsToItsPackage() {
    AuditResult result = audit(client("4.0.1220.0"), CLIENT.at("c597.msi"));

    assertThat(Findings.of(result)).isEmpty();
    assertThat(result.unlisted()).isEmpty();
  }

  @Test
  void capitalsOfTheRegisteredPathDoNotCount() {
    assertThat(Findings.of(audit(client("4.0.1220.0"), CLIENT.at("C597.MSI")))).isEmpty();
  }

  @Test
  void aCacheBelowTheFolderIsFoundByItsName() {
    assertThat(Findings.of(audit(client("4.0.1220.0"), CLIENT.at("Installer/c597.msi")))).isEmpty();
    assertThat(Findings.of(audit(client("4.0.1220.0"), CLIENT.at("elsewhere/c597.msi"))))
        .containsExactly("DNSClient.msi INSTALLED CACHED_PACKAGE_GONE");
  }

  @Test
  void theRegisteredPackageIsGoneThoughACopyIsThere() {
    AuditResult result = audit(client("4.0.1220.0"), CLIENT.at("copy.msi"));

    assertThat(Findings.of(result)).containsExactly("DNSClient.msi INSTALLED CACHED_PACKAGE_GONE");
    assertThat(((Outcome.Failed) installed(result)).observed().text())
        .isEqualTo(CACHED + ", is not in the cache");
  }

  @Test
  void theRegisteredPackageIsGoneAndNoFileIsTheRows() {
    AuditResult result = audit(client("4.0.1220.0"));

    assertThat(Findings.of(result)).containsExactly("DNSClient.msi PRESENCE CACHED_PACKAGE_GONE");
    assertThat(((Outcome.Failed) outcome(result, Check.PRESENCE)).observed().text())
        .isEqualTo(
            "'DNS Client' is registered (line 7 of s.reg), and its package, "
                + CACHED
                + ", is not in the cache");
  }

  @Test
  void theRegisteredPackageIsThatOfAnotherProduct() {
    Stated other = Stated.of("Game", '7', 'G', "1.0");

    assertThat(Findings.of(audit(client("4.0.1220.0"), other.laterAt("c597.msi"))))
        .containsExactly("DNSClient.msi PRESENCE OTHER_CACHED_PACKAGE");
    assertThat(
            Findings.of(
                audit(client("4.0.1220.0"), other.laterAt("c597.msi"), CLIENT.at("copy.msi"))))
        .containsExactly("DNSClient.msi INSTALLED OTHER_CACHED_PACKAGE");
  }

  /** Who leaves the check out is not told of the registry. */
  @Test
  void withoutARegistryNoRowIsSaidToBeGone() {
    assertThat(Findings.of(auditCache(ARTICLE, FurtherEvidence.NONE, OTHER_ROW)))
        .containsExactly("DNSClient.msi PRESENCE ? UNIDENTIFIED");
  }

  @Test
  void aNewPackageThatNothingLeadsToIsNotInstalledWhereAnOlderOneIs() {
    Stated old = Stated.of("DNS Client", '1', 'A', "4.0.1000.0").packageCode('8');

    assertThat(
            Findings.of(
                audit(client("4.0.1000.0"), old.laterAt("c597.msi"), CLIENT.at("orphan.msi"))))
        .containsExactly("DNSClient.msi INSTALLED OLDER_INSTALLED");
  }

  @Test
  void aNewBuildThatNothingLeadsToIsNotInstalledWhereAnEarlierBuildIs() {
    Stated earlier = CLIENT.packageCode('8').savedAt("2010-09-14T08:00:00Z");

    assertThat(
            Findings.of(
                audit(client("4.0.1220.0"), CLIENT.at("orphan.msi"), earlier.laterAt("c597.msi"))))
        .containsExactly("DNSClient.msi INSTALLED OTHER_CACHED_PACKAGE");
  }

  @Test
  void aLaterBuildOfTheSameVersionLeavesItOpen() {
    Stated later = CLIENT.packageCode('8').savedAt("2011-09-14T08:00:00Z");

    assertThat(
            Findings.of(
                audit(client("4.0.1220.0"), CLIENT.at("orphan.msi"), later.laterAt("c597.msi"))))
        .containsExactly("DNSClient.msi INSTALLED ? REGISTRATION_UNCLEAR");
  }

  @Test
  void twoCopiesOfOneBuildDoAsWellAsOne() {
    assertThat(
            Findings.of(
                audit(client("4.0.1220.0"), CLIENT.at("copy.msi"), CLIENT.laterAt("c597.msi"))))
        .isEmpty();
  }

  @Test
  void aPackageThatWasReplacedByALaterVersionMayBeLeftInTheCache() {
    Stated later = Stated.of("DNS Client", '5', 'A', "5.0.0");

    assertThat(
            Findings.of(
                audit(
                    ProductOf.named("DNS Client", code('5'))
                        .versions("5.0.0")
                        .upgradeCode(code('A'))
                        .cachedAs(CACHED),
                    CLIENT.at("left.msi"),
                    later.laterAt("c597.msi"))))
        .isEmpty();
  }

  @Test
  void anEarlierPackageInTheRegisteredOnesPlaceIsAnotherOne() {
    assertThat(Findings.of(audit(client("4.0.1230.0"), CLIENT.at("c597.msi"))))
        .containsExactly("DNSClient.msi INSTALLED OTHER_CACHED_PACKAGE");
  }

  /** A patch raises the version of the product, and leaves its package. */
  @Test
  void thePackageOfAPatchedProductHasALowerVersion() {
    assertThat(
            Findings.of(
                audit(
                    client("4.0.1230.0").patch(code('P'), "Update", RegisteredPatch.State.APPLIED),
                    CLIENT.at("c597.msi"))))
        .isEmpty();
  }

  @Test
  void aPackageOfAnotherCodeThanTheRegisteredOneIsAnotherOne() {
    assertThat(
            Findings.of(audit(client("4.0.1220.0").packageCode(code('9')), CLIENT.at("c597.msi"))))
        .containsExactly("DNSClient.msi INSTALLED OTHER_CACHED_PACKAGE");
  }

  @Test
  void aRegisteredPackageThatCannotBeReadLeavesItOpen() {
    assertThat(
            Findings.of(
                audit(
                    client("4.0.1220.0"),
                    CLIENT.at("copy.msi"),
                    Given.unreadable("c597.msi", "access denied"))))
        .containsExactly("DNSClient.msi INSTALLED ? UNREADABLE");
    assertThat(
            Findings.of(
                audit(
                    client("4.0.1220.0"),
                    CLIENT.at("copy.msi"),
                    Given.unreadFile("c597.msi", 5, Packages.TIME))))
        .containsExactly("DNSClient.msi INSTALLED ? NOT_READ");
  }

  @Test
  void aRegisteredPackageThatIsDamagedIsNone() {
    MsiProblem damage = new MsiProblem(MsiProblem.Kind.DAMAGED, "sector 3 is in two chains");

    assertThat(
            Findings.of(
                audit(
                    client("4.0.1220.0"),
                    CLIENT.at("copy.msi"),
                    CLIENT.problems(damage).laterAt("c597.msi"))))
        .containsExactly("DNSClient.msi INSTALLED OTHER_CACHED_PACKAGE");
  }

  @Test
  void damageOfTheRowsOwnPackageIsFoundOnce() {
    MsiProblem damage = new MsiProblem(MsiProblem.Kind.DAMAGED, "sector 3 is in two chains");

    assertThat(Findings.of(audit(client("4.0.1220.0"), CLIENT.problems(damage).at("c597.msi"))))
        .containsExactly("DNSClient.msi FORMAT DAMAGED");
  }

  /** Windows Installer before 5.0 takes the cabinets out of what it caches. */
  @Test
  void aRegisteredPackageWithoutItsCabinetIsThePackage() {
    MsiProblem stripped =
        new MsiProblem(MsiProblem.Kind.CABINET_MISSING, "there is no stream Data1.cab");

    assertThat(Findings.of(audit(client("4.0.1220.0"), CLIENT.problems(stripped).at("c597.msi"))))
        .isEmpty();
    assertThat(
            Findings.of(
                audit(
                    client("4.0.1220.0"),
                    CLIENT.at("copy.msi"),
                    CLIENT.problems(stripped).laterAt("c597.msi"))))
        .isEmpty();
  }

  @Test
  void aProductWithoutARegisteredPackageHasLostIt() {
    assertThat(
            Findings.of(
                audit(
                    ProductOf.named("DNS Client", code('1')).versions("4.0.1220.0"),
                    CLIENT.at("c597.msi"))))
        .containsExactly("DNSClient.msi INSTALLED CACHED_PACKAGE_GONE");
  }

  /** A list of programs does not say where the packages are. */
  @Test
  void anExportThatHasNoPackagesSaysNothingOfThem() {
    InstalledProducts list =
        ProductOf.export(
            EnumSet.of(RegistryPart.PROGRAM_LIST),
            ProductOf.named("DNS Client", code('1'))
                .versions("4.0.1220.0")
                .in(RegistryPart.PROGRAM_LIST),
            ProductOf.named("Web Sites", code('2'))
                .versions("4.0.1220.0")
                .in(RegistryPart.PROGRAM_LIST));

    assertThat(
            Findings.of(
                auditCache(
                    ARTICLE, FurtherEvidence.NONE.with(list), CLIENT.at("a.msi"), OTHER_ROW)))
        .isEmpty();
  }

  @Test
  void ofTwoPackagesThatMayBeMeantTheRegisteredOneIs() {
    Stated later = Stated.of("DNS Client", '5', 'A', "5.0.0").savedAt("2012-05-01T07:00:00Z");
    Stated left = Stated.of("DNS Client", '4', 'A', "4.5.0").savedAt("2012-05-01T07:00:00Z");
    ProductOf product =
        ProductOf.named("DNS Client", code('5'))
            .versions("5.0.0")
            .upgradeCode(code('A'))
            .cachedAs(CACHED);

    AuditResult result = audit(product, later.laterAt("c597.msi"), left.laterAt("left.msi"));

    assertThat(Findings.of(result)).isEmpty();
    assertThat(result.files().get(0).observed().orElseThrow().path()).isEqualTo("c597.msi");
    assertThat(
            Findings.of(
                auditCache(
                    ARTICLE,
                    FurtherEvidence.NONE,
                    later.laterAt("c597.msi"),
                    left.laterAt("left.msi"),
                    OTHER_ROW)))
        .containsExactly("DNSClient.msi PRESENCE ? AMBIGUOUS");
  }

  @Test
  void aPackageIsFoundByWhatIsRegisteredThoughItNamesItselfOtherwise() {
    Stated named = Stated.of("Setup", '1', 'A', "4.0.1220.0");

    AuditResult result = audit(client("4.0.1220.0"), named.laterAt("c597.msi"));

    assertThat(result.files().get(0).observed().orElseThrow().path()).isEqualTo("c597.msi");
    assertThat(installed(result)).isInstanceOf(Outcome.Passed.class);
  }

  private static ProductOf client(String version) {
    return ProductOf.named("DNS Client", code('1'))
        .versions(version)
        .upgradeCode(code('A'))
        .cachedAs(CACHED);
  }

  /** The package of the other row is there, and registered. */
  private static AuditResult audit(ProductOf client, ObservedFile... files) {
    ProductOf sites =
        ProductOf.named("Web Sites", code('2'))
            .versions("4.0.1220.0")
            .upgradeCode(code('B'))
            .cachedAs("D:\\Windows\\Installer\\df3.msi");
    ObservedFile[] all = new ObservedFile[files.length + 1];
    all[0] = OTHER_ROW;
    System.arraycopy(files, 0, all, 1, files.length);
    return auditCache(ARTICLE, FurtherEvidence.NONE.with(ProductOf.export(client, sites)), all);
  }

  private static Outcome installed(AuditResult result) {
    return outcome(result, Check.INSTALLED);
  }

  private static Outcome outcome(AuditResult result, Check check) {
    return requireNonNull(result.files().get(0).outcomes().get(check));
  }

  @Test
  void aPackageOfAnotherProductIsDescribed() {
    Stated other = Stated.of("Game", '7', 'G', "1.0");

    assertThat(observed(audit(client("4.0.1220.0"), other.laterAt("c597.msi"), CLIENT.at("x.msi"))))
        .isEqualTo(
            CACHED
                + ", is that of 'Game' 1.0, package code "
                + code('7')
                + ", product code "
                + code('7'));
  }

  @Test
  void anotherBuildOfTheProductIsDescribed() {
    assertThat(observed(audit(client("4.0.1230.0"), CLIENT.at("c597.msi"))))
        .isEqualTo(
            CACHED + ", is another build, 'DNS Client' 4.0.1220.0, package code " + code('1'));
  }

  @Test
  void aFileThatStatesNoProductCodeIsNoPackageOfTheProduct() {
    ObservedFile textOfAnOldInstaller =
        Given.file("c597.msi", 5, Packages.TIME, Given.packageNamed("DNS Client"));
    ObservedFile zeros =
        Given.file(
            "c597.msi",
            5,
            Packages.TIME,
            Given.packageWith(new MsiProblem(MsiProblem.Kind.NOT_OLE, "it begins with zeros")));

    assertThat(observed(audit(client("4.0.1220.0"), textOfAnOldInstaller, CLIENT.at("x.msi"))))
        .isEqualTo(CACHED + ", is a file that states no ProductCode");
    assertThat(observed(audit(client("4.0.1220.0"), zeros, CLIENT.at("x.msi"))))
        .isEqualTo(CACHED + ", is no sound package: it begins with zeros");
  }

  @Test
  void damageOfARegisteredPackageIsDescribed() {
    MsiProblem damage = new MsiProblem(MsiProblem.Kind.DAMAGED, "sector 3 is in two chains");

    assertThat(
            observed(
                audit(
                    client("4.0.1220.0"),
                    CLIENT.problems(damage).laterAt("c597.msi"),
                    CLIENT.at("x.msi"))))
        .isEqualTo(CACHED + ", is no sound package: sector 3 is in two chains");
  }

  @Test
  void whatIsOddAndNoDamageIsHeldAgainstNoRegisteredPackage() {
    MsiProblem odd = new MsiProblem(MsiProblem.Kind.UNUSED_SECTORS, "8 sectors are unused");

    assertThat(
            Findings.of(
                audit(
                    client("4.0.1220.0"),
                    CLIENT.problems(odd).laterAt("c597.msi"),
                    CLIENT.at("x.msi"))))
        .isEmpty();
  }

  private static String observed(AuditResult result) {
    return ((Outcome.Failed) installed(result)).observed().text();
  }
}
