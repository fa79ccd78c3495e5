package io.kbaudit.audit.check;

import static io.kbaudit.audit.AuditResultAssert.assertThatAudit;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.article.Article;
import io.kbaudit.article.ExpectedFile;
import io.kbaudit.article.ListedName;
import io.kbaudit.audit.Assurance;
import io.kbaudit.audit.AuditPolicy;
import io.kbaudit.audit.AuditRequest;
import io.kbaudit.audit.AuditResult;
import io.kbaudit.audit.Cause;
import io.kbaudit.audit.Check;
import io.kbaudit.audit.Findings;
import io.kbaudit.audit.Given;
import io.kbaudit.audit.Outcome;
import io.kbaudit.baseline.Baseline;
import io.kbaudit.baseline.BaselineFile;
import io.kbaudit.deployment.Acceptance;
import io.kbaudit.deployment.Product;
import io.kbaudit.deployment.Profile;
import io.kbaudit.deployment.ProfileException;
import io.kbaudit.file.Digest;
import io.kbaudit.file.FileName;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.msi.MsiInspection;
import io.kbaudit.msi.MsiKind;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Packages of another size and a later date, sound and saved since: whose are they? */
class LaterPackageTest {
  private static final String TIME = "2011-03-10T10:04Z";
  private static final String CODE = "{780B530E-03AD-47AF-A128-DA08DB495253}";
  private static final String OTHER_CODE = "{2BA00471-0328-3743-93BD-FA813353A783}";
  private static final Article ARTICLE =
      Given.article(Given.row("DNSClient.msi", 100, TIME), Given.row("Helpers.msi", 200, TIME));

  @Test
  void passesIfItSaysTheRowsName() throws ProfileException {
    AuditResult result = audit(client(Map.of("ProductName", "DNS Client")), byNothing());

    assertThatAudit(result).passes();
    assertThat(outcome(result, Check.SIZE).causeIfAny()).contains(Cause.SUPERSEDED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", " - ", "Naming Agent"})
  void isUndecidedIfItNamesNoRow(String productName) throws ProfileException {
    AuditResult result =
        audit(client(Map.of("ProductName", productName, "UpgradeCode", CODE)), byNothing());

    assertThatAudit(result)
        .leavesUndecided("DNSClient.msi", Check.SIZE, Cause.UNCORROBORATED)
        .andNothingElse();
    assertThat(((Outcome.Undecided) outcome(result, Check.SIZE)).reason())
        .contains("that does not say that it is this row's: the package states ")
        .endsWith(
            "; a profile that states its product would vouch for it, or a baseline that has its"
                + " UpgradeCode or ProductName");
  }

  @Test
  void isUndecidedByItsSubjectAlone() throws ProfileException {
    MsiInspection bare =
        Given.withSubject(
            Given.inspection(MsiKind.PACKAGE, "", "2012-01-01T00:00:00Z"), "DNS Client");

    AuditResult result = audit(bare, byNothing());

    assertThatAudit(result)
        .leavesUndecided("DNSClient.msi", Check.SIZE, Cause.UNCORROBORATED)
        .andNothingElse();
  }

  @ParameterizedTest
  @CsvSource({
    "Naming Agent, ''",
    "'naming  agent ', ''",
    "'', " + CODE,
    "Something Else, " + CODE,
    "Naming Agent, " + OTHER_CODE
  })
  void passesIfTheProfileStatesItsNameOrItsUpgradeCode(String name, String code)
      throws ProfileException {
    AuditResult result =
        audit(client(Map.of("ProductName", "Naming Agent", "UpgradeCode", CODE)), by(name, code));

    assertThatAudit(result).passes();
    assertThat(outcome(result, Check.SIZE).causeIfAny()).contains(Cause.SUPERSEDED);
    assertThat(result.files().get(0).assurance()).contains(Assurance.IDENTITY);
  }

  @ParameterizedTest
  @CsvSource({"Naming Agent, ''", "'', " + CODE, "Naming Agent, " + CODE})
  void failsIfItContradictsTheProfile(String name, String code) throws ProfileException {
    AuditResult result =
        audit(
            client(Map.of("ProductName", "DNS Client", "UpgradeCode", OTHER_CODE)), by(name, code));

    assertThatAudit(result)
        .leavesUndecided("DNSClient.msi", Check.SIZE, Cause.UNCORROBORATED)
        .fails("DNSClient.msi", Check.IDENTITY, Cause.OTHER_PRODUCT)
        .andNothingElse();
  }

  @Test
  void isComparedWithTheProfileAlikeInEveryLocale() throws ProfileException {
    Locale usual = Locale.getDefault();
    Locale.setDefault(new Locale("tr", "TR"));
    try {
      AuditResult result =
          audit(client(Map.of("ProductName", "NAMING SHIM")), by("naming shim", ""));

      assertThatAudit(result).passes();
    } finally {
      Locale.setDefault(usual);
    }
  }

  @Test
  void passesIfTheBaselineHasItsUpgradeCode() throws ProfileException {
    AuditResult result =
        audit(
            client(Map.of("ProductName", "Naming Agent 2", "UpgradeCode", CODE)),
            against(CODE, "Naming Agent", OTHER_CODE, "Something"));

    assertThatAudit(result).passes();
  }

  @Test
  void isUndecidedIfTheBaselineHasItsMarksOfSeveralFiles() throws ProfileException {
    AuditResult result =
        audit(
            client(Map.of("ProductName", "Hosting", "UpgradeCode", CODE)),
            against(CODE, "Hosting", CODE, "Hosting"));

    assertThatAudit(result)
        .leavesUndecided("DNSClient.msi", Check.SIZE, Cause.UNCORROBORATED)
        .andNothingElse();
  }

  @Test
  void isUndecidedIfTheBaselineHasOtherMarks() throws ProfileException {
    AuditResult result =
        audit(
            client(Map.of("ProductName", "DNS Client", "UpgradeCode", OTHER_CODE)),
            against(CODE, "Naming Agent", "", ""));

    assertThatAudit(result)
        .leavesUndecided("DNSClient.msi", Check.SIZE, Cause.UNCORROBORATED)
        .andNothingElse();
  }

  private static MsiInspection client(Map<String, String> properties) {
    return Given.stating(Given.inspection(MsiKind.PACKAGE, "", "2012-01-01T00:00:00Z"), properties);
  }

  private static AuditRequest byNothing() {
    return AuditRequest.of(ARTICLE, AuditPolicy.orLater());
  }

  private static AuditRequest by(String name, String code) {
    Product product =
        new Product(
            Optional.of(name).filter(text -> !text.isEmpty()),
            Optional.of(code).filter(text -> !text.isEmpty()));
    return byNothing()
        .withProfile(
            new Profile(
                Optional.empty(),
                "ours.yaml",
                Map.of(),
                List.of(),
                Map.of(),
                Map.of(FileName.of("DNSClient.msi"), product)));
  }

  private static AuditRequest against(
      String code, String name, String helpersCode, String helpersName) {
    return byNothing()
        .withPolicy(AuditPolicy.orLater().withAcceptance(Acceptance.LATER_THAN_BASELINE))
        .withBaseline(
            new Baseline(
                "the reference",
                List.of(
                    pinned(1, "DNSClient.msi", 'a', code, name),
                    pinned(2, "Helpers.msi", 'b', helpersCode, helpersName))));
  }

  private static BaselineFile pinned(
      int row, String file, char digit, String upgradeCode, String productName) {
    return new BaselineFile(
        row,
        FileName.of(file),
        FileName.of(file),
        100L * row,
        Instant.parse("2011-03-10T10:04:30Z"),
        Digest.sha256(Character.toString(digit).repeat(64)),
        new BaselineFile.Codes(
            Optional.empty(),
            Optional.empty(),
            Optional.of(upgradeCode).filter(text -> !text.isEmpty()),
            Optional.of(productName).filter(text -> !text.isEmpty()),
            Optional.empty()));
  }

  private static AuditResult audit(MsiInspection client, AuditRequest request)
      throws ProfileException {
    ObservedFile later = Given.file("DNSClient.msi", 999, "2012-01-02T00:00:00Z", client);
    ObservedFile helpers =
        Given.hashed(Given.file("Helpers.msi", 200, "2011-03-10T10:04:30Z"), 'b');
    return Auditor.audit(request, Given.folder(later, helpers));
  }

  private static Outcome outcome(AuditResult result, Check check) {
    return requireNonNull(result.files().get(0).outcomes().get(check));
  }

  @Test
  void saysWhatItIsIfItContradictsTheProfile() throws ProfileException {
    AuditResult result =
        audit(
            client(Map.of("ProductName", "DNS Client", "UpgradeCode", OTHER_CODE)),
            by("Naming Agent", CODE));

    assertThat(((Outcome.Undecided) outcome(result, Check.SIZE)).reason())
        .endsWith(
            ", but of another product than ours.yaml states: ProductName 'DNS Client' and"
                + " UpgradeCode '"
                + OTHER_CODE
                + "'");
  }

  /** A name says nothing against a code, nor a code against a name. */
  @Test
  void isNotContradictedByWhatItDoesNotState() throws ProfileException {
    for (AuditResult result :
        List.of(
            audit(client(Map.of("UpgradeCode", OTHER_CODE)), by("Naming Agent", "")),
            audit(client(Map.of("ProductName", "Something Else")), by("", CODE)))) {
      assertThatAudit(result)
          .leavesUndecided("DNSClient.msi", Check.SIZE, Cause.UNCORROBORATED)
          .andNothingElse();
      assertThat(((Outcome.Undecided) outcome(result, Check.SIZE)).reason())
          .contains("that does not say that it is this row's");
    }
  }

  /** The mark that it shares with others vouches for nothing, and is right all the same. */
  @Test
  void isNotContradictedIfOneOfItsMarksIsRight() throws ProfileException {
    for (Map<String, String> properties :
        List.of(
            Map.of("ProductName", "Hosting", "UpgradeCode", OTHER_CODE),
            Map.of("ProductName", "Naming Agent", "UpgradeCode", CODE))) {
      AuditResult result = audit(client(properties), against(CODE, "Hosting", CODE, "Hosting"));

      assertThat(((Outcome.Undecided) outcome(result, Check.SIZE)).reason())
          .contains("that does not say that it is this row's");
    }
  }

  @Test
  void saysWhoseItIs() throws ProfileException {
    MsiInspection client = client(Map.of("ProductName", "DNS Client", "Manufacturer", "Contoso"));

    AuditResult result = audit(client, byNothing());

    assertThat(((Outcome.Passed) outcome(result, Check.SIZE)).evidence().text())
        .endsWith(
            "; a sound package, saved 2012-01-01 00:00:00 UTC, and its ProductName 'DNS Client'"
                + " names this row; its Manufacturer is 'Contoso'");
  }

  /** Nothing is later than listed if nothing is in it. */
  @Test
  void failsIfItIsEmpty() {
    Article article = Given.article(Given.row("read.me", 100, TIME));

    AuditResult empty =
        Given.audit(
            article,
            Given.folder(Given.file("read.me", 0, "2012-01-02T00:00:00Z")),
            AuditPolicy.orLater());
    AuditResult tiny =
        Given.audit(
            article,
            Given.folder(Given.file("read.me", 1, "2012-01-02T00:00:00Z")),
            AuditPolicy.orLater());

    assertThatAudit(empty).fails("read.me", Check.SIZE, Cause.SMALLER).andNothingElse();
    assertThatAudit(tiny)
        .leavesUndecided("read.me", Check.SIZE, Cause.UNCORROBORATED)
        .andNothingElse();
  }

  /** A package is saved, then perhaps signed and copied about, before the time that is listed. */
  @ParameterizedTest
  @CsvSource({"2011-03-10T09:00:00Z, ? UNCORROBORATED", "2011-03-08T09:00:00Z, SAVED_EARLIER"})
  void isJudgedByWhenItWasSavedWhereNoSizeIsListed(String savedAt, String cause) {
    ExpectedFile row =
        Given.row(
            ListedName.whole(FileName.of("DNSClient.msi")), Optional.empty(), Given.time(TIME));
    MsiInspection client = Given.inspection(MsiKind.PACKAGE, "DNS Client", savedAt);

    AuditResult result =
        Given.audit(
            Given.article(row),
            Given.folder(Given.file("DNSClient.msi", 100, "2012-01-02T00:00:00Z", client)),
            AuditPolicy.orLater());

    assertThat(Findings.of(result)).containsExactly("DNSClient.msi DATE " + cause);
  }
}
