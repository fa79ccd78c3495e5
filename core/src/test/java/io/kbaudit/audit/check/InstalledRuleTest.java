package io.kbaudit.audit.check;

import static io.kbaudit.audit.check.Packages.TIME;
import static io.kbaudit.audit.check.Packages.audit;
import static io.kbaudit.audit.check.Packages.code;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.article.Article;
import io.kbaudit.audit.AuditResult;
import io.kbaudit.audit.Cause;
import io.kbaudit.audit.Check;
import io.kbaudit.audit.Findings;
import io.kbaudit.audit.FurtherEvidence;
import io.kbaudit.audit.Given;
import io.kbaudit.audit.Outcome;
import io.kbaudit.audit.Remark;
import io.kbaudit.audit.check.Packages.Stated;
import io.kbaudit.deployment.FileNaming;
import io.kbaudit.deployment.Phase;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.registry.InstalledProducts;
import io.kbaudit.registry.ProductOf;
import io.kbaudit.registry.RegisteredPatch;
import io.kbaudit.registry.RegistryPart;
import io.kbaudit.registry.RegistryRemark;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A copied file is not an installed product: what is registered says which it is. */
class InstalledRuleTest {
  private static final String LISTED_TIME = "2011-03-10T10:04Z";
  private static final Article ONE =
      Given.article(Given.row("DNSClient.msi", Packages.SIZE, LISTED_TIME));
  private static final Article TWO =
      Given.article(
          Given.row("DNSClient.msi", Packages.SIZE, LISTED_TIME),
          Given.row("DNSProvider.msi", Packages.SIZE, LISTED_TIME));
  private static final Stated CLIENT = Stated.of("DNS Client", '1', 'A', "4.0.1220.0");
  private static final ObservedFile FILE = CLIENT.at("DNSClient.msi");

  @Test
  void aProductOfTheVeryCodeAndVersionIsInstalled() {
    Outcome outcome =
        installed(
            ProductOf.export(
                client("4.0.1220.0")
                    .packageCode(code('1'))
                    .cachedAs("C:\\Windows\\Installer\\a.msi")));

    assertThat(outcome)
        .isEqualTo(
            new Outcome.Passed(
                "registered as 'DNS Client' 4.0.1220.0 "
                    + code('1')
                    + "; cached as C:\\Windows\\Installer\\a.msi; line 7 of s.reg"));
  }

  @Test
  void patchesOfTheProductAreShown() {
    ProductOf product = client("4.0.1220.0");
    for (int i = 1; i <= 7; i++) {
      product.patch(code('P'), "Update " + i, RegisteredPatch.State.APPLIED);
    }

    assertThat(((Outcome.Passed) installed(ProductOf.export(product))).evidence().text())
        .contains("; patch 'Update 1' " + code('P') + ", applied; ")
        .contains("'Update 5'")
        .doesNotContain("'Update 6'")
        .contains("; and 2 more; line 7 of s.reg");
  }

  @Test
  void upToFivePatchesAreEachNamed() {
    ProductOf product = client("4.0.1220.0");
    for (int i = 1; i <= 5; i++) {
      product.patch(code('P'), "Update " + i, RegisteredPatch.State.APPLIED);
    }

    assertThat(((Outcome.Passed) installed(ProductOf.export(product))).evidence().text())
        .endsWith("; patch 'Update 5' " + code('P') + ", applied; line 7 of s.reg");
  }

  @Test
  void withoutAnExportTheCheckDoesNotApply() {
    assertThat(outcome(audit(ONE, FurtherEvidence.NONE, FILE)))
        .isEqualTo(new Outcome.NotApplicable("what is registered as installed was not given"));
  }

  @Test
  void beforeInstallationTheCheckDoesNotApply() {
    AuditResult result =
        audit(
            ONE,
            FurtherEvidence.NONE.with(ProductOf.export()),
            Phase.PRE_INSTALL,
            FileNaming.AS_LISTED,
            List.of(FILE));

    assertThat(outcome(result))
        .isEqualTo(new Outcome.NotApplicable("nothing of this location is installed yet"));
  }

  @Test
  void whatIsNoPackageIsNotLookedFor() {
    Article article =
        Given.article(
            Given.row("a.dll", Packages.SIZE, LISTED_TIME),
            Given.row("a.msp", Packages.SIZE, LISTED_TIME));

    AuditResult result =
        audit(
            article,
            FurtherEvidence.NONE.with(ProductOf.export()),
            Given.file("a.dll", Packages.SIZE, TIME),
            Given.file("a.msp", Packages.SIZE, TIME));

    assertThat(result.files())
        .extracting(file -> file.outcomes().get(Check.INSTALLED))
        .containsExactly(
            new Outcome.NotApplicable(
                "it is no package of Windows Installer, which registers nothing of it"),
            new Outcome.NotApplicable(
                "it is a patch, and products are looked for, of which packages are"));
  }

  @Test
  void aFileThatWasListedAloneStaysOpen() {
    AuditResult result =
        audit(
            ONE,
            FurtherEvidence.NONE.with(ProductOf.export(client("4.0.1220.0"))),
            Given.unreadFile("DNSClient.msi", Packages.SIZE, TIME));

    assertThat(outcome(result))
        .isEqualTo(
            new Outcome.Undecided("'DNSClient.msi' was listed, and not read", Cause.NOT_READ));
  }

  @Test
  void aPackageWithoutProductCodeOrVersionStaysOpen() {
    assertThat(
            installed(
                ProductOf.export(),
                new Stated(
                    "DNS Client",
                    "",
                    code('A'),
                    "1.0",
                    code('1'),
                    "2011-03-10T10:04:00Z",
                    "Intel;1033",
                    List.of(),
                    List.of())))
        .isEqualTo(
            new Outcome.Undecided("the package does not state its ProductCode", Cause.NOT_STATED));
    assertThat(installed(ProductOf.export(), Stated.of("DNS Client", '1', 'A', "one")))
        .isEqualTo(
            new Outcome.Undecided(
                "the package does not state its ProductVersion", Cause.NOT_STATED));
  }

  @Test
  void aProductThatIsNotRegisteredIsNotInstalled() {
    AuditResult result = auditWith(ProductOf.export());

    assertThat(Findings.of(result)).containsExactly("DNSClient.msi INSTALLED NOT_INSTALLED");
    assertThat(Given.worded(outcome(result)))
        .isEqualTo(
            new Outcome.Failed(
                "the product " + code('1') + " registered as installed",
                "no product of this code or this upgrade code in s.reg",
                Cause.NOT_INSTALLED));
  }

  @Test
  void aProductThatIsOfferedAloneIsNotInstalled() {
    AuditResult result =
        auditWith(
            ProductOf.export(
                EnumSet.of(RegistryPart.USER_DATA, RegistryPart.CLASSES),
                client("4.0.1220.0").in(RegistryPart.CLASSES)));

    assertThat(Findings.of(result)).containsExactly("DNSClient.msi INSTALLED NOT_INSTALLED");
    assertThat(((Outcome.Failed) outcome(result)).observed().text())
        .isEqualTo("offered for installation, and not installed (line 7 of s.reg)");
  }

  /** What is offered says nothing of what is installed, where that was not exported. */
  @Test
  void anExportOfWhatIsOfferedAloneLeavesItOpen() {
    assertThat(
            Findings.of(
                auditWith(
                    ProductOf.export(
                        EnumSet.of(RegistryPart.CLASSES),
                        client("4.0.1220.0").in(RegistryPart.CLASSES)))))
        .containsExactly("DNSClient.msi INSTALLED ? REGISTRATION_UNCLEAR");
  }

  @Test
  void aLowerVersionOfTheProductIsOlder() {
    AuditResult result = auditWith(ProductOf.export(client("4.0.1219.0")));

    assertThat(Findings.of(result)).containsExactly("DNSClient.msi INSTALLED OLDER_INSTALLED");
    assertThat(Given.worded(outcome(result)))
        .isEqualTo(
            new Outcome.Failed(
                "version 4.0.1220.0 or later",
                "registered as 'DNS Client' 4.0.1219.0 "
                    + code('1')
                    + "; without a cached package; line 7 of s.reg",
                Cause.OLDER_INSTALLED));
  }

  @Test
  void versionsAreComparedAsNumbers() {
    assertThat(cause(installed(ProductOf.export(client("4.0.999")))))
        .contains(Cause.OLDER_INSTALLED);
    assertThat(cause(installed(ProductOf.export(client("4.0.10000")))))
        .contains(Cause.LATER_INSTALLED);
    assertThat(cause(installed(ProductOf.export(client("4.0.1220"))))).isEmpty();
  }

  @Test
  void aLaterVersionOfTheSameUpgradeCodeWillDo() {
    AuditResult result =
        auditWith(
            ProductOf.export(
                ProductOf.named("DNS Client", code('2')).versions("5.0").upgradeCode(code('A'))));

    assertThat(Findings.of(result)).isEmpty();
    assertThat(cause(outcome(result))).contains(Cause.LATER_INSTALLED);
  }

  @Test
  void anEarlierVersionOfTheSameUpgradeCodeIsOlder() {
    assertThat(
            Findings.of(
                auditWith(
                    ProductOf.export(
                        ProductOf.named("DNS Client", code('2'))
                            .versions("3.0")
                            .upgradeCode(code('A'))))))
        .containsExactly("DNSClient.msi INSTALLED OLDER_INSTALLED");
  }

  @Test
  void theProductItselfCountsBesideAnEarlierOneThatWasLeft() {
    assertThat(
            Findings.of(
                auditWith(
                    ProductOf.export(
                        ProductOf.named("DNS Client", code('2'))
                            .versions("3.0")
                            .upgradeCode(code('A')),
                        client("4.0.1220.0")))))
        .isEmpty();
  }

  @Test
  void aLaterOneCountsBesideTheProductAtALowerVersion() {
    assertThat(
            Findings.of(
                auditWith(
                    ProductOf.export(
                        client("4.0.1000"),
                        ProductOf.named("DNS Client", code('2'))
                            .versions("5.0")
                            .upgradeCode(code('A'))))))
        .isEmpty();
  }

  /** As of another language or processor. */
  @Test
  void anotherProductOfTheUpgradeCodeAtTheSameVersionLeavesItOpen() {
    assertThat(
            Findings.of(
                auditWith(
                    ProductOf.export(
                        ProductOf.named("DNS Client", code('2'))
                            .versions("4.0.1220")
                            .upgradeCode(code('A'))))))
        .containsExactly("DNSClient.msi INSTALLED ? REGISTRATION_UNCLEAR");
  }

  @Test
  void aLaterVersionOf32BitsLeavesAPackageOf64BitsOpen() {
    InstalledProducts registry =
        ProductOf.export(
            ProductOf.named("DNS Client", code('2'))
                .versions("5.0")
                .upgradeCode(code('A'))
                .in(RegistryPart.USER_DATA, RegistryPart.UNINSTALL_32));

    assertThat(cause(installed(registry, CLIENT.template("x64;1033"))))
        .contains(Cause.REGISTRATION_UNCLEAR);
    assertThat(cause(installed(registry, CLIENT))).contains(Cause.LATER_INSTALLED);
  }

  @Test
  void theProductOfAnotherRowIsNoLaterVersionThoughTheyShareAnUpgradeCode() {
    Stated provider = Stated.of("DNS Provider", '2', 'A', "5.0");

    AuditResult result =
        audit(
            TWO,
            FurtherEvidence.NONE.with(
                ProductOf.export(
                    ProductOf.named("DNS Provider", code('2'))
                        .versions("5.0")
                        .upgradeCode(code('A')))),
            FILE,
            provider.at("DNSProvider.msi"));

    assertThat(Findings.of(result)).containsExactly("DNSClient.msi INSTALLED NOT_INSTALLED");
  }

  @Test
  void aThirdProductOfASharedUpgradeCodeIsALaterVersionByItsNameAlone() {
    Stated provider = Stated.of("DNS Provider", '2', 'A', "4.0.1220.0");
    ProductOf laterProvider =
        ProductOf.named("DNS Provider", code('3')).versions("5.0").upgradeCode(code('A'));

    AuditResult result =
        audit(
            TWO,
            FurtherEvidence.NONE.with(ProductOf.export(laterProvider)),
            FILE,
            provider.at("DNSProvider.msi"));

    assertThat(Findings.of(result))
        .containsExactly("DNSClient.msi INSTALLED ? REGISTRATION_UNCLEAR");
  }

  @Test
  void versionsThatContradictEachOtherLeaveItOpenWhereOneIsLower() {
    assertThat(cause(installed(ProductOf.export(client("4.0.1220", "4.0.1000")))))
        .contains(Cause.REGISTRATION_UNCLEAR);
    assertThat(cause(installed(ProductOf.export(client("4.0.1000", "4.0.1001")))))
        .contains(Cause.OLDER_INSTALLED);
    assertThat(cause(installed(ProductOf.export(client("4.0.1220", "4.0.1221")))))
        .contains(Cause.LATER_INSTALLED);
    assertThat(cause(installed(ProductOf.export(client("unknown", "4.0.1220"))))).isEmpty();
  }

  @Test
  void aProductWithoutVersionStaysOpen() {
    assertThat(installed(ProductOf.export(client())))
        .isEqualTo(
            new Outcome.Undecided(
                "it is registered at no version (line 7 of s.reg)", Cause.REGISTRATION_UNCLEAR));
  }

  @Test
  void anotherPackageOfTheSameVersionStaysOpen() {
    assertThat(
            Findings.of(auditWith(ProductOf.export(client("4.0.1220.0").packageCode(code('9'))))))
        .containsExactly("DNSClient.msi INSTALLED ? REGISTRATION_UNCLEAR");
  }

  @Test
  void whatIsLeftInTheListOfProgramsAloneStaysOpen() {
    assertThat(
            Findings.of(
                auditWith(
                    ProductOf.export(
                        EnumSet.of(RegistryPart.USER_DATA, RegistryPart.UNINSTALL_32),
                        client("4.0.1220.0").in(RegistryPart.UNINSTALL_32)))))
        .containsExactly("DNSClient.msi INSTALLED ? REGISTRATION_UNCLEAR");
  }

  @Test
  void aProductOfOneUserIsInstalledAndSaysSo() {
    Outcome outcome = installed(ProductOf.export(client("4.0.1220.0").user("S-1-5-21-1-2-3-1001")));

    assertThat(((Outcome.Passed) outcome).evidence().text())
        .contains("not for all users")
        .doesNotContain("S-1-5-21");
  }

  @Test
  void anExportOfOneListOfProgramsTellsOfItsOwnProcessorAlone() {
    Set<RegistryPart> first = EnumSet.of(RegistryPart.UNINSTALL);
    Set<RegistryPart> second = EnumSet.of(RegistryPart.UNINSTALL_32);
    Stated ofX64 = CLIENT.template("x64;1033");

    assertThat(cause(installed(ProductOf.export(second), CLIENT))).contains(Cause.NOT_INSTALLED);
    assertThat(cause(installed(ProductOf.export(first), ofX64))).contains(Cause.NOT_INSTALLED);
    assertThat(cause(installed(ProductOf.export(first), CLIENT)))
        .contains(Cause.REGISTRATION_UNCLEAR);
    assertThat(cause(installed(ProductOf.export(second), ofX64)))
        .contains(Cause.REGISTRATION_UNCLEAR);
    assertThat(cause(installed(ProductOf.export(EnumSet.of(RegistryPart.PROGRAM_LIST)), CLIENT)))
        .contains(Cause.NOT_INSTALLED);
  }

  @Test
  void someKeysOfAPartSayWhatIsThereAndNotWhatIsNot() {
    Set<RegistryPart> none = EnumSet.noneOf(RegistryPart.class);

    assertThat(Findings.of(auditWith(ProductOf.export(none, client("4.0.1220.0"))))).isEmpty();
    assertThat(Findings.of(auditWith(ProductOf.export(none))))
        .containsExactly("DNSClient.msi INSTALLED ? REGISTRATION_UNCLEAR");
    assertThat(
            Findings.of(
                auditWith(
                    ProductOf.export(
                        none,
                        ProductOf.named("DNS Client", code('2'))
                            .versions("3.0")
                            .upgradeCode(code('A'))))))
        .containsExactly("DNSClient.msi INSTALLED ? REGISTRATION_UNCLEAR");
  }

  /** A list of programs has no upgrade codes. */
  @Test
  void aLaterProductOfTheNameMayBeALaterVersion() {
    Set<RegistryPart> list = EnumSet.of(RegistryPart.PROGRAM_LIST);

    assertThat(
            cause(
                installed(
                    ProductOf.export(
                        list,
                        ProductOf.named("dns client ", code('2'))
                            .versions("5.0")
                            .in(RegistryPart.PROGRAM_LIST)))))
        .contains(Cause.REGISTRATION_UNCLEAR);
    assertThat(
            cause(
                installed(
                    ProductOf.export(
                        list,
                        ProductOf.named("DNS Client", code('2'))
                            .versions("3.0")
                            .in(RegistryPart.PROGRAM_LIST)))))
        .contains(Cause.NOT_INSTALLED);
  }

  @Test
  void codesAreComparedAlikeInEveryLocale() {
    Locale usual = Locale.getDefault();
    Locale.setDefault(new Locale("tr", "TR"));
    try {
      Stated small =
          new Stated(
              "x",
              "{abcdefab-0000-0000-0000-00000000000f}",
              code('A').toLowerCase(Locale.ROOT),
              "1.0",
              code('1'),
              "2011-03-10T10:04:00Z",
              "Intel;1033",
              List.of(),
              List.of());

      assertThat(
              cause(
                  installed(
                      ProductOf.export(
                          ProductOf.named("i", "{ABCDEFAB-0000-0000-0000-00000000000F}")
                              .versions("1.0")),
                      small)))
          .isEmpty();
    } finally {
      Locale.setDefault(usual);
    }
  }

  @Test
  void remarksOnTheExportAreShownAndAreFew() {
    List<RegistryRemark> remarks = new ArrayList<>();
    for (int i = 1; i <= 21; i++) {
      remarks.add(new RegistryRemark(i, "'x' is no packed code"));
    }
    InstalledProducts registry =
        new InstalledProducts("s.reg", EnumSet.of(RegistryPart.USER_DATA), List.of(), remarks);

    assertThat(auditWith(registry).remarks())
        .filteredOn(remark -> remark.id().equals(Remark.Kind.REGISTRY_REMARK.name()))
        .hasSize(6)
        .startsWith(
            Remark.of(Remark.Kind.REGISTRY_REMARK, "Line 1 of s.reg: 'x' is no packed code."))
        .endsWith(
            Remark.of(Remark.Kind.REGISTRY_REMARK, "16 more remarks on s.reg, from line 6 on."));
  }

  private static ProductOf client(String... versions) {
    return ProductOf.named("DNS Client", code('1')).versions(versions).upgradeCode(code('A'));
  }

  private static AuditResult auditWith(InstalledProducts registry) {
    return audit(ONE, FurtherEvidence.NONE.with(registry), FILE);
  }

  private static Outcome installed(InstalledProducts registry) {
    return installed(registry, CLIENT);
  }

  private static Outcome installed(InstalledProducts registry, Stated stated) {
    return outcome(audit(ONE, FurtherEvidence.NONE.with(registry), stated.at("DNSClient.msi")));
  }

  private static Outcome outcome(AuditResult result) {
    return requireNonNull(result.files().get(0).outcomes().get(Check.INSTALLED));
  }

  private static Optional<Cause> cause(Outcome outcome) {
    if (outcome instanceof Outcome.Failed failed) {
      return Optional.of(failed.cause());
    }
    return outcome instanceof Outcome.Undecided open
        ? Optional.of(open.cause())
        : ((Outcome.Passed) outcome).cause();
  }
}
