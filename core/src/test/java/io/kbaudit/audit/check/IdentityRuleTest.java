package io.kbaudit.audit.check;

import static io.kbaudit.audit.AuditResultAssert.assertThatAudit;
import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.article.Article;
import io.kbaudit.audit.Assurance;
import io.kbaudit.audit.AuditPolicy;
import io.kbaudit.audit.AuditResult;
import io.kbaudit.audit.Cause;
import io.kbaudit.audit.Check;
import io.kbaudit.audit.Given;
import io.kbaudit.audit.Outcome;
import io.kbaudit.baseline.Baseline;
import io.kbaudit.inventory.Inventory;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.msi.MsiInspection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Packages that say what they are, or do not, under the names of these rows. */
class IdentityRuleTest {
  private static final String TIME = "2011-03-10T10:05Z";
  private static final String RESOURCE_MANAGER = "Exchange2007ResourceManagerWS.msi";
  private static final String SHAREPOINT = "Managedsharepoint2007ws.msi";
  private static final String SHAREPOINT_NS = "Managedsharepoint2007ns.msi";
  private static final String OAB = "Exchange2007OABResourceManagerWS.msi";
  private static final Article ARTICLE =
      Given.article(
          Given.row(RESOURCE_MANAGER, 469_504, TIME),
          Given.row(SHAREPOINT, 469_504, TIME),
          Given.row(SHAREPOINT_NS, 272_384, TIME),
          Given.row(OAB, 447_488, TIME));

  private static ObservedFile file(String name, long size, String productName) {
    return Given.file(name, size, "2011-03-10T10:05:30Z", Given.packageNamed(productName));
  }

  /** The folder as it should be, but for what the second package says. */
  private static Inventory folderWhereSharePointSays(String productName) {
    return Given.folder(
        file(RESOURCE_MANAGER, 469_504, "Exchange 2007 Resource Manager Web Services"),
        file(SHAREPOINT, 469_504, productName),
        file(SHAREPOINT_NS, 272_384, "Managed SharePoint 2007 Namespace"),
        file(OAB, 447_488, "Exchange 2007 OAB Resource Manager Web Services"));
  }

  private static Outcome identityOf(String name, AuditResult result) {
    return result.files().stream()
        .filter(file -> file.expected().name().best().spelling().equals(name))
        .map(file -> file.outcomes().get(Check.IDENTITY))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void findsTwoPackagesOfEqualSizeAndDateThatWereExchanged() {
    AuditResult result =
        Given.audit(
            ARTICLE,
            Given.folder(
                file(RESOURCE_MANAGER, 469_504, "Managed SharePoint 2007 Web Services"),
                file(SHAREPOINT, 469_504, "Exchange 2007 Resource Manager Web Services"),
                file(SHAREPOINT_NS, 272_384, "Managed SharePoint 2007 Namespace"),
                file(OAB, 447_488, "Exchange 2007 OAB Resource Manager Web Services")));

    assertThatAudit(result)
        .fails(RESOURCE_MANAGER, Check.IDENTITY, Cause.OTHER_PACKAGE)
        .fails(SHAREPOINT, Check.IDENTITY, Cause.OTHER_PACKAGE)
        .andNothingElse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Managed SharePoint 2007 Web Services",
        "ManagedSharePoint2007WS",
        "Microsoft Managed SharePoint 2007 Web Services 4.0 (x64)",
        "Managed SharePoint 2007 Web Services for Hosted Messaging",
        "managedsharepoint2007ws.msi"
      })
  void passesAPackageThatSaysItsOwnName(String productName) {
    AuditResult result = Given.audit(ARTICLE, folderWhereSharePointSays(productName));

    assertThatAudit(result).passes();
    assertThat(identityOf(SHAREPOINT, result))
        .isEqualTo(new Outcome.Passed("its ProductName '" + productName + "' names this row"));
    assertThat(result.files().get(1).assurance()).contains(Assurance.IDENTITY);
    assertThat(result.remarks()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Exchange 2007 Resource Manager Web Services",
        "Microsoft Exchange 2007 Resource Manager WS Setup",
        "Exchange 2007 OAB Resource Manager Web Services 14.1",
        "Managed SharePoint 2007 Namespace"
      })
  void failsAPackageThatSaysAnotherRowsNameAlone(String productName) {
    AuditResult result = Given.audit(ARTICLE, folderWhereSharePointSays(productName));

    assertThatAudit(result).fails(SHAREPOINT, Check.IDENTITY, Cause.OTHER_PACKAGE).andNothingElse();
    assertThat(((Outcome.Failed) identityOf(SHAREPOINT, result)).observed().text())
        .startsWith("its ProductName '" + productName + "' names row ");
  }

  @ParameterizedTest
  @CsvSource({
    "Default Company Name, names no row",
    "SharePoint Management, names no row",
    "Exchange 2007, names no row",
    "Exchange 2007 Resource Manager Web Services Console, fits row 1 in part",
    "'', the package states no name",
    "' - ', the package states no name",
  })
  void holdsNothingAgainstAPackageThatDoesNotSay(String productName, String reason) {
    AuditResult result = Given.audit(ARTICLE, folderWhereSharePointSays(productName));

    assertThatAudit(result).passes();
    assertThat(identityOf(SHAREPOINT, result)).isInstanceOf(Outcome.NotApplicable.class);
    assertThat(((Outcome.NotApplicable) identityOf(SHAREPOINT, result)).reason()).contains(reason);
    assertThat(result.files().get(1).assurance()).contains(Assurance.METADATA);
  }

  @Test
  void tellsTheMoreSpecificOfTwoNamesThatAreInEachOther() {
    Article article =
        Given.article(
            Given.row("Exchange2007Provider.msi", 1, TIME),
            Given.row("Exchange2007MobilityProvider.msi", 2, TIME));

    AuditResult result =
        Given.audit(
            article,
            Given.folder(
                file("Exchange2007Provider.msi", 1, "Exchange 2007 Mobility Provider"),
                file("Exchange2007MobilityProvider.msi", 2, "Exchange 2007 Provider")));

    assertThatAudit(result)
        .fails("Exchange2007Provider.msi", Check.IDENTITY, Cause.OTHER_PACKAGE)
        .fails("Exchange2007MobilityProvider.msi", Check.IDENTITY, Cause.OTHER_PACKAGE)
        .andNothingElse();
  }

  @Test
  void aNameThatDifferentProductsShareSaysNothing() {
    AuditResult result =
        Given.audit(
            ARTICLE,
            Given.folder(
                product(RESOURCE_MANAGER, 469_504, "Exchange 2007 Resource Manager WS", "{1}"),
                product(SHAREPOINT, 469_504, "Exchange 2007 Resource Manager WS", "{2}"),
                product(SHAREPOINT_NS, 272_384, "Exchange 2007 Resource Manager WS", "{3}"),
                product(OAB, 447_488, "Exchange 2007 Resource Manager WS", "{4}")));

    assertThatAudit(result).passes();
    assertThat(identityOf(SHAREPOINT, result))
        .isEqualTo(
            new Outcome.NotApplicable(
                "other packages here state the same name as this one, ProductName 'Exchange 2007"
                    + " Resource Manager WS'"));
  }

  @Test
  void aPackageCopiedOverAnotherIsFoundThoughBothNowSayTheSame() {
    AuditResult result =
        Given.audit(
            ARTICLE,
            Given.folder(
                product(RESOURCE_MANAGER, 469_504, "Exchange 2007 Resource Manager WS", "{1}"),
                product(SHAREPOINT, 469_504, "Exchange 2007 Resource Manager WS", "{1}"),
                product(SHAREPOINT_NS, 272_384, "Managed SharePoint 2007 NS", "{3}"),
                product(OAB, 447_488, "Exchange 2007 OAB Resource Manager WS", "{4}")));

    assertThatAudit(result).fails(SHAREPOINT, Check.IDENTITY, Cause.OTHER_PACKAGE).andNothingElse();
  }

  @Test
  void wordsThatMostPackagesHereHaveTellNothing() {
    String family = " for Contoso Hosting";

    AuditResult result =
        Given.audit(
            ARTICLE,
            Given.folder(
                file(RESOURCE_MANAGER, 469_504, "Managed SharePoint 2007 WS" + family),
                file(SHAREPOINT, 469_504, "Exchange 2007 Resource Manager WS" + family),
                file(SHAREPOINT_NS, 272_384, "Managed SharePoint 2007 NS" + family),
                file(OAB, 447_488, "Exchange 2007 OAB Resource Manager WS" + family)));

    assertThatAudit(result)
        .fails(RESOURCE_MANAGER, Check.IDENTITY, Cause.OTHER_PACKAGE)
        .fails(SHAREPOINT, Check.IDENTITY, Cause.OTHER_PACKAGE)
        .andNothingElse();
  }

  @Test
  void aRowThatStandsTwiceNamesBoth() {
    Article article =
        Given.article(
            Given.row("Client.msi", 1, TIME), Given.row("Client.msi", 2, "2011-03-11T10:05Z"));

    AuditResult result =
        Given.audit(
            article,
            Given.folder(
                file("Client.msi", 1, "Client"),
                Given.file(
                    "x/Client.msi", 2, "2011-03-11T10:05:30Z", Given.packageNamed("Client"))));

    assertThatAudit(result).passes();
  }

  @Test
  void aTextTooLongForANameIsNone() {
    AuditResult result =
        Given.audit(
            ARTICLE,
            folderWhereSharePointSays("Exchange 2007 Resource Manager WS" + " x".repeat(500_000)));

    assertThatAudit(result).passes();
    assertThat(identityOf(SHAREPOINT, result))
        .isEqualTo(new Outcome.NotApplicable("the package states no name"));
  }

  @Test
  void aRowWhoseNameIsTooLongForAFileIsNamedByNothing() {
    String endless = "a ".repeat(1_000_000);
    Article article = Given.article(Given.row(endless + "b.msi", 1, TIME));

    AuditResult result =
        Given.audit(article, Given.folder(file(endless + "b.msi", 1, "a ".repeat(100))));

    assertThatAudit(result).passes();
    assertThat(result.files().get(0).assurance()).contains(Assurance.METADATA);
  }

  @Test
  void aFileThatWasListedAndNotReadIsUndecided() {
    Article article = Given.article(Given.row("Alpha.msi", 1, TIME));
    AuditPolicy policy = AuditPolicy.asPrinted().withChecks(List.of(Check.IDENTITY));

    AuditResult result =
        Given.audit(
            article,
            Given.folder(Given.unreadFile("Alpha.msi", 1, "2011-03-10T10:05:30Z")),
            policy);

    assertThatAudit(result)
        .leavesUndecided("Alpha.msi", Check.IDENTITY, Cause.NOT_READ)
        .andNothingElse();
  }

  /** Rows that numbers, platforms or one word more tell apart, and packages that word less. */
  @ParameterizedTest(name = "{0} and {1} hold against nobody ''{2}''")
  @CsvSource({
    "client.msi, clientx64.msi, Microsoft Client (x64)",
    "Provider2003.msi, Provider2007.msi, Provider",
    "App.msi, App2.msi, App 2.0",
    "App64.msi, App.msi, App",
    "ExchangeTools.msi, Exchange.msi, Microsoft Exchange 2007",
    "AppSrv.msi, AppServices.msi, App Services",
    "Setup.msi, Client.msi, Adobe Reader Setup",
    "Client.msi, Setup.msi, Adobe Client Tools",
  })
  void isSilentWhereTwoRowsFitOrAWordIsCommon(String first, String second, String productName) {
    Article article = Given.article(Given.row(first, 1, TIME), Given.row(second, 2, TIME));

    AuditResult result =
        Given.audit(article, Given.folder(file(first, 1, productName), file(second, 2, "")));

    assertThatAudit(result).passes();
    assertThat(identityOf(first, result)).isInstanceOf(Outcome.NotApplicable.class);
  }

  @Test
  void takesNoSubjectForTheIdentityOfAPackageThatNamesNoProduct() {
    Article article = Given.article(Given.row("Alpha.msi", 1, TIME));
    MsiInspection bare = Given.withSubject(Given.packageNamed(""), "Alpha");

    AuditResult result =
        Given.audit(
            article, Given.folder(Given.file("Alpha.msi", 1, "2011-03-10T10:05:30Z", bare)));

    assertThatAudit(result).passes();
    assertThat(identityOf("Alpha.msi", result))
        .isEqualTo(
            new Outcome.NotApplicable(
                "the package's properties name no product, its Subject 'Alpha' alone does"));
    assertThat(result.files().get(0).assurance()).contains(Assurance.METADATA);
  }

  @Test
  void takesASubjectForTheIdentityOfAPackageThatHasAProductCode() {
    Article article = Given.article(Given.row("Alpha.msi", 1, TIME));
    MsiInspection coded =
        Given.stating(
            Given.withSubject(Given.packageNamed(""), "Alpha"),
            Map.of("ProductCode", "{6F9B5694-F0F1-437C-919B-0D2DAF2D9DEA}"));

    AuditResult result =
        Given.audit(
            article, Given.folder(Given.file("Alpha.msi", 1, "2011-03-10T10:05:30Z", coded)));

    assertThat(identityOf("Alpha.msi", result))
        .isEqualTo(new Outcome.Passed("its Subject 'Alpha' names this row"));
  }

  @Test
  void failsAPackageOfNoProductWhoseSubjectNamesAnotherRow() {
    Article article =
        Given.article(Given.row("Alpha.msi", 1, TIME), Given.row("Beta.msi", 2, TIME));
    MsiInspection bare = Given.withSubject(Given.packageNamed(""), "Alpha");

    AuditResult result =
        Given.audit(
            article,
            Given.folder(
                file("Alpha.msi", 1, "Alpha"),
                Given.file("Beta.msi", 2, "2011-03-10T10:05:30Z", bare)));

    assertThatAudit(result).fails("Beta.msi", Check.IDENTITY, Cause.OTHER_PACKAGE).andNothingElse();
  }

  @Test
  void isSilentWhereItsTwoNamesAreOfTwoRows() {
    MsiInspection named = Given.packageNamed("Alpha");
    Article article =
        Given.article(Given.row("Alpha.msi", 1, TIME), Given.row("Beta.msi", 2, TIME));
    ObservedFile leftover =
        Given.file("Beta.msi", 2, "2011-03-10T10:05:30Z", Given.withSubject(named, "Beta"));

    AuditResult result =
        Given.audit(article, Given.folder(file("Alpha.msi", 1, "Alpha"), leftover));

    assertThatAudit(result).passes();
    assertThat(identityOf("Beta.msi", result))
        .isEqualTo(
            new Outcome.NotApplicable(
                "the package states both Subject 'Beta' and ProductName 'Alpha', which names row"
                    + " 1"));
  }

  @Test
  void onePackageUnderTwoNamesIsUndecidedWhereItDoesNotSayWhoseItIs() {
    MsiInspection silent = Given.withCode(Given.packageNamed("Default Company Name"));
    Article article =
        Given.article(Given.row("Alpha.msi", 1, TIME), Given.row("Beta.msi", 1, TIME));

    AuditResult result =
        Given.audit(
            article,
            Given.folder(
                Given.file("Alpha.msi", 1, "2011-03-10T10:05:30Z", silent),
                Given.file("Beta.msi", 1, "2011-03-10T10:05:30Z", silent)));

    assertThatAudit(result)
        .leavesUndecided("Alpha.msi", Check.IDENTITY, Cause.SAME_PACKAGE)
        .leavesUndecided("Beta.msi", Check.IDENTITY, Cause.SAME_PACKAGE)
        .andNothingElse();
  }

  @Test
  void aCutNameThatTheArticleDoesNotCompleteIsNobodysOwn() {
    Article article = Given.article(Given.cutRow("Exchange2007oab", 1, TIME));

    AuditResult result =
        Given.audit(
            article, Given.folder(file("Exchange2007OABNS.msi", 1, "Exchange 2007 OAB NS")));

    assertThatAudit(result).passes();
    assertThat(result.files().get(0).assurance()).contains(Assurance.METADATA);
  }

  private static ObservedFile product(String name, long size, String productName, String code) {
    MsiInspection named = Given.packageNamed(productName);
    return Given.file(
        name,
        size,
        "2011-03-10T10:05:30Z",
        new MsiInspection(
            named.kind(),
            named.problems(),
            named.summary(),
            named.tables(),
            Map.of("ProductName", productName, "ProductCode", code)));
  }

  @Test
  void aProgramIsNotAskedForAProductButForItsOriginalFilename() {
    Article article = Given.article(Given.row("Setup.exe", 1, TIME));

    AuditResult result =
        Given.audit(article, Given.folder(Given.file("Setup.exe", 1, "2011-03-10T10:05:30Z")));

    assertThatAudit(result).passes();
    assertThat(result.files().get(0).outcomes().get(Check.IDENTITY))
        .isEqualTo(new Outcome.NotApplicable("the file states no OriginalFilename"));
    assertThat(result.files().get(0).observed())
        .map(ObservedFile.Readable.class::cast)
        .map(ObservedFile.Readable::inspection)
        .contains(Optional.empty());
  }

  @Test
  void takesTheNameThatTellsOfTwoThatItStates() {
    Article article =
        Given.article(Given.row("Alpha.msi", 1, TIME), Given.row("Beta.msi", 2, TIME));
    MsiInspection other = Given.withSubject(Given.packageNamed("Contoso Hosting"), "Alpha");

    AuditResult result =
        Given.audit(
            article,
            Given.folder(
                file("Alpha.msi", 1, "Alpha"),
                Given.file("Beta.msi", 2, "2011-03-10T10:05:30Z", other)));

    assertThatAudit(result).fails("Beta.msi", Check.IDENTITY, Cause.OTHER_PACKAGE).andNothingElse();
  }

  @Test
  void isSilentWhereItsNameFitsTwoRowsAlike() {
    Article article =
        Given.article(Given.row("AlphaMsi.msi", 1, TIME), Given.row("AlphaMsp.msi", 2, TIME));

    AuditResult result =
        Given.audit(article, Given.folder(file("AlphaMsi.msi", 1, "Alpha Msi Msp")));

    assertThat(identityOf("AlphaMsi.msi", result))
        .isEqualTo(
            new Outcome.NotApplicable(
                "the package states ProductName 'Alpha Msi Msp', which fits row 2 too"));
  }

  /** A short name among other words is there by chance. */
  @ParameterizedTest
  @CsvSource({"Provider.msi, true", "Gateway.msi, false"})
  void passesByANameAmongOtherWordsOnlyIfItIsLong(String row, boolean passes) {
    String product = "Fabrikam " + row.substring(0, row.indexOf('.')) + " Suite";

    AuditResult result =
        Given.audit(Given.article(Given.row(row, 1, TIME)), Given.folder(file(row, 1, product)));

    assertThat(identityOf(row, result) instanceof Outcome.Passed).isEqualTo(passes);
  }

  /** Of half of the packages, where no row has the word; else of nine in ten; of three at least. */
  @ParameterizedTest(name = "{1} of {0}, in a row''s name: {2}")
  @CsvSource({
    "20, 10, false, true",
    "20, 9, false, false",
    "9, 5, false, true",
    "9, 4, false, false",
    "4, 3, false, true",
    "4, 2, false, false",
    "20, 18, true, true",
    "20, 17, true, false",
    "4, 3, true, false"
  })
  void passesOverAWordThatManyPackagesHave(
      int packages, int withTheWord, boolean isInARow, boolean passesOver) {
    Article article =
        Given.article(
            Given.row("Zeta.msi", 1, TIME),
            Given.row(isInARow ? "ContosoHost.msi" : "Host.msi", 2, TIME));
    List<ObservedFile> files = new ArrayList<>();
    files.add(file("Zeta.msi", 1, "Zeta Contoso"));
    for (int i = 1; i < packages; i++) {
      String name = "item" + (char) ('a' + i);
      files.add(file(name + ".msi", 9, i < withTheWord ? name + " Contoso" : name));
    }

    AuditResult result = Given.audit(article, Given.folder(files));

    assertThat(identityOf("Zeta.msi", result) instanceof Outcome.Passed).isEqualTo(passesOver);
  }

  @Test
  void packagesOfOneCodeThatSayOtherThingsAreNotTheSame() {
    MsiInspection first = Given.withCode(Given.packageNamed("Default Company Name"));
    MsiInspection second =
        Given.stating(
            first, Map.of("ProductName", "Default Company Name", "ProductVersion", "2.0"));
    Article article =
        Given.article(Given.row("Alpha.msi", 1, TIME), Given.row("Beta.msi", 1, TIME));

    AuditResult result =
        Given.audit(
            article,
            Given.folder(
                Given.file("Alpha.msi", 1, "2011-03-10T10:05:30Z", first),
                Given.file("Beta.msi", 1, "2011-03-10T10:05:30Z", second)));

    assertThatAudit(result).passes();
    assertThat(identityOf("Alpha.msi", result)).isInstanceOf(Outcome.NotApplicable.class);
  }

  @Test
  void aPinnedPackageCodeVouchesForAPackageOfAProductAlone() {
    Article article = Given.article(Given.row("Alpha.msi", 1, TIME));
    MsiInspection ofNone = Given.withCode(Given.packageNamed(""));
    MsiInspection ofOne = Given.withCode(Given.packageNamed("Default Company Name"));
    Optional<String> code = ofNone.summary().orElseThrow().packageCode();
    Baseline baseline = new Baseline("ours", List.of(Given.pinned(article, 1, 'a', 1, code)));

    assertThat(identityOf("Alpha.msi", Given.audit(article, pinned(ofOne), baseline)))
        .isEqualTo(
            new Outcome.Passed("its package code is the one that was verified for this row"));
    assertThat(identityOf("Alpha.msi", Given.audit(article, pinned(ofNone), baseline)))
        .isInstanceOf(Outcome.NotApplicable.class);
  }

  private static Inventory pinned(MsiInspection inspection) {
    return Given.folder(
        Given.hashed(Given.file("Alpha.msi", 1, "2011-03-10T10:05:30Z", inspection), 'a'));
  }
}
