package io.kbaudit.audit.check;

import static io.kbaudit.audit.AuditResultAssert.assertThatAudit;
import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.KbAudit;
import io.kbaudit.article.Article;
import io.kbaudit.article.ExpectedFile;
import io.kbaudit.article.ListedHashes;
import io.kbaudit.article.reader.BundledArticles;
import io.kbaudit.audit.Assurance;
import io.kbaudit.audit.AuditPolicy;
import io.kbaudit.audit.AuditRequest;
import io.kbaudit.audit.AuditResult;
import io.kbaudit.audit.Cause;
import io.kbaudit.audit.Check;
import io.kbaudit.audit.Findings;
import io.kbaudit.audit.Given;
import io.kbaudit.audit.Outcome;
import io.kbaudit.audit.Remark;
import io.kbaudit.deployment.BundledProfiles;
import io.kbaudit.deployment.Product;
import io.kbaudit.deployment.Profile;
import io.kbaudit.deployment.ProfileException;
import io.kbaudit.file.Digest;
import io.kbaudit.file.FileName;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.msi.MsiInspection;
import io.kbaudit.msi.MsiKind;
import io.kbaudit.script.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Packages of the listed size and date, under the listed name, that are another product's. */
class OtherProductTest {
  private static final Path FAULTS =
      Path.of(System.getProperty("kbaudit.corpus", "no-corpus")).resolveSibling("faults");

  private static final String TIME = "2011-03-10T10:04Z";
  private static final String FOREIGN = "InstallShield Software Corp.";

  private static final Article ARTICLE =
      Given.article(
          Given.row("DNSClient.msi", 1, TIME),
          Given.row("HostedEmail2007NS.msi", 2, TIME),
          Given.row("ManagedHelpers.msi", 3, TIME),
          Given.row("SharedOABUtility.msi", 4, TIME));

  private static final ObservedFile EMAIL =
      file("HostedEmail2007NS.msi", 2, "Hosted Email 2007 Namespace", "Contoso Ltd.");
  private static final ObservedFile HELPERS =
      file("ManagedHelpers.msi", 3, "Managed Helpers", "Contoso");
  private static final ObservedFile OAB =
      file("SharedOABUtility.msi", 4, "Shared OAB Utility", "Contoso, Inc.");

  @ParameterizedTest
  @CsvSource({
    "ISScript, InstallShield Software Corp.",
    "OpenVPN Client, OpenVPN Inc",
    "'', Simon Tatham",
    "PuTTY release 0.68, ''"
  })
  void areUndecidedAmongThoseOfTheRows(String productName, String manufacturer) {
    AuditResult result =
        Given.audit(
            ARTICLE,
            Given.folder(file("DNSClient.msi", 1, productName, manufacturer), EMAIL, HELPERS, OAB));

    assertThatAudit(result)
        .leavesUndecided("DNSClient.msi", Check.IDENTITY, Cause.OTHER_PRODUCT)
        .andNothingElse();
  }

  @Test
  void areNotToldOfTheVeryBytesOfWhichTheArticleListsADigest() {
    ExpectedFile listing =
        ARTICLE.rows().get(0).withHashes(ListedHashes.of(Digest.sha256("a".repeat(64))));
    Article article =
        Given.article(listing, ARTICLE.rows().get(1), ARTICLE.rows().get(2), ARTICLE.rows().get(3));
    ObservedFile foreign = file("DNSClient.msi", 1, "", "Simon Tatham");

    assertThatAudit(
            Given.audit(article, Given.folder(Given.hashed(foreign, 'a'), EMAIL, HELPERS, OAB)))
        .passes();
    assertThatAudit(
            Given.audit(ARTICLE, Given.folder(Given.hashed(foreign, 'a'), EMAIL, HELPERS, OAB)))
        .leavesUndecided("DNSClient.msi", Check.IDENTITY, Cause.OTHER_PRODUCT)
        .andNothingElse();
  }

  @Test
  void areUndecidedAloneWhereAProfileSaysWhatTheRowIsOf() throws ProfileException {
    Article article = Given.article(Given.row("DNSClient.msi", 1, TIME));
    Profile profile =
        new Profile(Optional.empty(), "ours.yaml", Map.of(), List.of(), Map.of(), Map.of());

    AuditResult result =
        Auditor.audit(
            AuditRequest.of(article, AuditPolicy.asPrinted()).withProfile(profile),
            Given.folder(file("DNSClient.msi", 1, "ISScript", FOREIGN)));

    assertThatAudit(result)
        .leavesUndecided("DNSClient.msi", Check.IDENTITY, Cause.OTHER_PRODUCT)
        .andNothingElse();
    assertThat(((Outcome.Undecided) Given.worded(result.files().get(0), Check.IDENTITY)).reason())
        .isEqualTo(
            "the package seems to be of another product, by its ProductName 'ISScript' and"
                + " Manufacturer 'InstallShield Software Corp.': nothing of that is this row's, the"
                + " article's, or another package's here; a profile that states its product would"
                + " vouch for it");
  }

  /** An article may be of any publisher, and one package has no others to be unlike. */
  @Test
  void areNotToldAloneWithoutAProfile() {
    Article article = Given.article(Given.row("DNSClient.msi", 1, TIME));

    AuditResult result =
        Given.audit(article, Given.folder(file("DNSClient.msi", 1, "ISScript", FOREIGN)));

    assertThatAudit(result).passes();
    assertThat(result.files().get(0).assurance()).contains(Assurance.METADATA);
  }

  @Test
  void areNotToldWhereAllAreOfOnePublisher() {
    AuditResult result =
        Given.audit(
            ARTICLE,
            Given.folder(
                file("DNSClient.msi", 1, "ISScript", FOREIGN),
                file("HostedEmail2007NS.msi", 2, "Engine", FOREIGN),
                file("ManagedHelpers.msi", 3, "Core", FOREIGN),
                file("SharedOABUtility.msi", 4, "Other", FOREIGN)));

    assertThatAudit(result).passes();
  }

  @Test
  void areUndecidedHoweverLongTheirManufacturersNameIs() {
    AuditResult result =
        Given.audit(
            ARTICLE,
            Given.folder(
                file("DNSClient.msi", 1, "ISScript", "Acme ".repeat(1_000_000)),
                EMAIL,
                HELPERS,
                OAB));

    assertThatAudit(result)
        .leavesUndecided("DNSClient.msi", Check.IDENTITY, Cause.OTHER_PRODUCT)
        .andNothingElse();
  }

  @Test
  void areUndecidedWhereHalfAreForeign() {
    AuditResult result =
        Given.audit(
            ARTICLE,
            Given.folder(
                file("DNSClient.msi", 1, "ISScript", FOREIGN),
                file("HostedEmail2007NS.msi", 2, "ISScript 7", FOREIGN),
                HELPERS,
                OAB));

    assertThatAudit(result)
        .leavesUndecided("DNSClient.msi", Check.IDENTITY, Cause.OTHER_PRODUCT)
        .leavesUndecided("HostedEmail2007NS.msi", Check.IDENTITY, Cause.OTHER_PRODUCT)
        .andNothingElse();
  }

  @ParameterizedTest
  @CsvSource({
    "MPS Engine, Contoso Corporation",
    "MPS Engine, Microsoft",
    "MPS Engine, Microsoft Corp.",
    "MPS Engine, \u041A\u043E\u0440\u043F\u043E\u0440\u0430\u0446\u0438\u044F"
        + " \u041C\u0430\u0439\u043A\u0440\u043E\u0441\u043E\u0444\u0442",
    "Hosting DNS Engine, Fabrikam",
    "Hosted Messaging 2007, Fabrikam",
    "'', Default Company Name",
    "'', ''"
  })
  void areNotThoseOfTheSamePublisherOrLikeName(String productName, String manufacturer) {
    AuditResult result =
        Given.audit(
            ARTICLE,
            Given.folder(file("DNSClient.msi", 1, productName, manufacturer), EMAIL, HELPERS, OAB));

    assertThatAudit(result).passes();
  }

  @Test
  void areNotThoseThatTheProfileStates() throws ProfileException {
    Profile profile =
        new Profile(
            Optional.empty(),
            "ours.yaml",
            Map.of(),
            List.of(),
            Map.of(),
            Map.of(
                FileName.of("DNSClient.msi"),
                new Product(Optional.of("ISScript"), Optional.empty())));

    AuditResult result =
        Auditor.audit(
            AuditRequest.of(ARTICLE, AuditPolicy.asPrinted()).withProfile(profile),
            Given.folder(file("DNSClient.msi", 1, "ISScript", FOREIGN), EMAIL, HELPERS, OAB));

    assertThatAudit(result).passes();
  }

  @Test
  void areSaidWhereOnlyTheirManufacturerIsAnother() {
    AuditResult result =
        Given.audit(
            ARTICLE,
            Given.folder(file("DNSClient.msi", 1, "DNS Client", "Fabrikam"), EMAIL, HELPERS, OAB));

    assertThatAudit(result).passes();
    assertThat(Given.worded(result.files().get(0), Check.IDENTITY))
        .isEqualTo(
            new Outcome.Passed(
                "its ProductName 'DNS Client' names this row; but its Manufacturer is 'Fabrikam'"));
    assertThat(result.remarks())
        .containsExactly(
            Remark.of(
                Remark.Kind.OTHER_MANUFACTURER,
                "The other packages here are of 'Contoso', and by their own word 'DNSClient.msi' is"
                    + " of 'Fabrikam'."));
  }

  /** Of another product, grown to the listed size. */
  @Test
  void areUndecidedWhateverTheirSizeAndDate(@TempDir Path folder) throws IOException {
    Path foreign = FAULTS.resolve("msi/foreign-right-size-DNSClient.msi");
    Programs.skipAloudIf(!Files.exists(foreign), "no faults at " + FAULTS);
    Path file = folder.resolve("DNSClient.msi");
    Files.copy(foreign, file, StandardCopyOption.REPLACE_EXISTING);
    Article article = BundledArticles.find(BundledArticles.KB2492954).orElseThrow();
    Profile profile = BundledProfiles.find(BundledArticles.KB2492954).orElseThrow();
    KbAudit question = KbAudit.of(article).at(profile, profile.location("dns").orElseThrow());

    for (String time : List.of("2011-03-10T10:04:30Z", "2012-03-10T10:04:30Z")) {
      Files.setLastModifiedTime(file, FileTime.from(Instant.parse(time)));

      assertThat(Given.worded(question.audit(folder).files().get(0), Check.IDENTITY).causeIfAny())
          .contains(Cause.OTHER_PRODUCT);
    }
  }

  private static ObservedFile file(
      String name, long size, String productName, String manufacturer) {
    MsiInspection inspection =
        Given.stating(
            Given.inspection(MsiKind.PACKAGE, "", "2011-03-10T10:03:30Z"),
            Map.of(
                "ProductName", productName,
                "Manufacturer", manufacturer,
                "ProductCode", "{" + name + "}"));
    return Given.file(name, size, "2011-03-10T10:04:30Z", inspection);
  }

  /** By initials, by part of a word, or by two words that any product may have. */
  @ParameterizedTest
  @CsvSource({
    "SharedOABUtility.msi, SOU Engine, true",
    "HostedEmail2007NS.msi, Mail Engine, true",
    "HostedEmail2007NS.msi, Ost Engine, false",
    "ManagedHelpers.msi, Managed System Helpers, true",
    "ManagedHelpers.msi, Managed Widgets, false"
  })
  void areNotThoseWhoseNameIsMadeOfTheRows(String row, String productName, boolean isLike) {
    List<ObservedFile> files =
        Stream.of(file("DNSClient.msi", 1, "DNS Client", "Contoso"), EMAIL, HELPERS, OAB)
            .map(
                each ->
                    each.path().equals(row)
                        ? file(
                            row,
                            ((ObservedFile.Readable) each).sizeBytes(),
                            productName,
                            "Fabrikam")
                        : each)
            .toList();

    AuditResult result = Given.audit(ARTICLE, Given.folder(files));

    assertThat(Findings.of(result))
        .isEqualTo(isLike ? List.of() : List.of(row + " IDENTITY ? OTHER_PRODUCT"));
  }

  /** Patches state no manufacturer, or not where packages do. */
  @Test
  void areNotPatchesThatDoNotSayWhoPublishes() {
    Article article =
        Given.article(
            Given.row("DNSClient.msp", 1, TIME),
            Given.row("HostedEmail2007NS.msi", 2, TIME),
            Given.row("ManagedHelpers.msi", 3, TIME),
            Given.row("SharedOABUtility.msi", 4, TIME));
    MsiInspection patch =
        Given.inspection(MsiKind.PATCH, "PuTTY release 0.68", "2011-03-10T10:03:30Z");

    AuditResult result =
        Given.audit(
            article,
            Given.folder(
                Given.file("DNSClient.msp", 1, "2011-03-10T10:04:30Z", patch),
                EMAIL,
                HELPERS,
                OAB));

    assertThatAudit(result).passes();
  }

  @Test
  void areUndecidedUnderANameThatTheArticleCuts() {
    Article article =
        Given.article(
            Given.cutRow("DNSCl", 1, TIME),
            Given.row("HostedEmail2007NS.msi", 2, TIME),
            Given.row("ManagedHelpers.msi", 3, TIME),
            Given.row("SharedOABUtility.msi", 4, TIME));

    AuditResult result =
        Given.audit(
            article,
            Given.folder(file("DNSClient.msi", 1, "ISScript", FOREIGN), EMAIL, HELPERS, OAB));

    assertThatAudit(result)
        .leavesUndecided("DNSCl", Check.IDENTITY, Cause.OTHER_PRODUCT)
        .andNothingElse();
  }
}
