package io.kbaudit.audit.check;

import static io.kbaudit.audit.AuditResultAssert.assertThatAudit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.kbaudit.article.Article;
import io.kbaudit.article.ArticleRemark;
import io.kbaudit.article.ExpectedFile;
import io.kbaudit.article.ListedName;
import io.kbaudit.article.reader.BundledArticles;
import io.kbaudit.audit.Assurance;
import io.kbaudit.audit.AuditPolicy;
import io.kbaudit.audit.AuditRequest;
import io.kbaudit.audit.AuditResult;
import io.kbaudit.audit.Cause;
import io.kbaudit.audit.Check;
import io.kbaudit.audit.Evidence;
import io.kbaudit.audit.FileResult;
import io.kbaudit.audit.Given;
import io.kbaudit.audit.Outcome;
import io.kbaudit.audit.Remark;
import io.kbaudit.audit.Signatures;
import io.kbaudit.audit.UnlistedFiles;
import io.kbaudit.audit.Verdict;
import io.kbaudit.deployment.BundledProfiles;
import io.kbaudit.deployment.Location;
import io.kbaudit.deployment.Profile;
import io.kbaudit.deployment.ProfileException;
import io.kbaudit.file.FileName;
import io.kbaudit.inventory.Inventory;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.msi.MsiInspection;
import io.kbaudit.msi.MsiKind;
import io.kbaudit.msi.MsiProblem;
import io.kbaudit.signature.Grade;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AuditorTest {
  private static final Article ARTICLE =
      Given.article(
          Given.row("Alpha.msi", 100, "2011-03-10T10:04Z"),
          Given.row("Beta.msi", 200, "2011-03-10T10:05Z"));
  private static final ObservedFile ALPHA = Given.file("Alpha.msi", 100, "2011-03-10T10:04:37Z");
  private static final ObservedFile BETA = Given.file("Beta.msi", 200, "2011-03-10T10:05:37Z");

  @Test
  void theWholeRollupPasses() {
    Article article = BundledArticles.find(BundledArticles.KB2492954).orElseThrow();
    List<ObservedFile> files =
        article.rows().stream()
            .map(
                row ->
                    Given.file(
                        row.name().best().spelling(),
                        row.size().orElseThrow().exactBytes().orElseThrow(),
                        row.modified().orElseThrow().start().plusSeconds(37)))
            .toList();

    AuditResult result = Given.audit(article, Given.folder(files));

    assertThatAudit(result).passes();
    assertThat(result.files()).hasSize(22);
  }

  @Test
  void everyRowHasAnOutcomeForEveryCheck() {
    AuditResult result = Given.audit(ARTICLE, Given.folder(ALPHA));

    assertThat(result.files())
        .allSatisfy(file -> assertThat(file.outcomes()).containsOnlyKeys(Check.values()));
  }

  @Test
  void aFileThatDiffersInSizeAndDateHasTwoFindings() {
    Inventory folder = Given.folder(Given.file("Alpha.msi", 99, "2011-03-09T00:00:00Z"), BETA);

    AuditResult result = Given.audit(ARTICLE, folder);

    assertThatAudit(result)
        .fails("Alpha.msi", Check.SIZE, Cause.SMALLER)
        .fails("Alpha.msi", Check.DATE, Cause.OLDER)
        .andNothingElse();
  }

  @Test
  void anEmptyFolderMissesEveryFileAndIsSaidToBeEmpty() {
    AuditResult result = Given.audit(ARTICLE, Given.folder());

    assertThatAudit(result)
        .fails("Alpha.msi", Check.PRESENCE, Cause.MISSING)
        .fails("Beta.msi", Check.PRESENCE, Cause.MISSING)
        .andNothingElse();
    assertThat(result.remarks())
        .contains(new Remark("EMPTY_FOLDER", "There is no file in the folder."));
  }

  @Test
  void aMissingFileIsUndecidedWhereAFolderCouldNotBeListed() {
    Inventory folder =
        new Inventory(
            "rollup",
            true,
            List.of(ALPHA),
            List.of(new Inventory.Gap("locked", "permission denied")),
            List.of(),
            List.of());

    AuditResult result = Given.audit(ARTICLE, folder);

    assertThatAudit(result)
        .leavesUndecided("Beta.msi", Check.PRESENCE, Cause.UNREADABLE)
        .andNothingElse();
    assertThat(result.remarks())
        .contains(
            new Remark(
                "FOLDER_NOT_LISTED",
                "The folder 'locked' could not be listed (permission denied); what is in it was"
                    + " not audited."));
  }

  @Test
  void nothingIsSurelyCompliantWhereAFolderCouldNotBeListed() {
    Inventory folder =
        new Inventory(
            "rollup",
            true,
            List.of(ALPHA, BETA),
            List.of(new Inventory.Gap("locked", "permission denied")),
            List.of(),
            List.of());

    AuditResult result = Given.audit(ARTICLE, folder);

    assertThat(result.tally().count(FileResult.PASS)).isEqualTo(2);
    assertThat(result.verdict()).isEqualTo(Verdict.INDETERMINATE);
  }

  @Test
  void aFurtherCopyOfANameThatIsListedTwiceIsUnlisted() {
    ExpectedFile x86 = Given.row("Gamma.msi", 100, "2011-03-10T10:04Z");
    ExpectedFile x64 = Given.row("Gamma.msi", 200, "2011-03-10T10:04Z");
    ObservedFile torn = Given.file("z/Gamma.msi", 7, "2001-01-01T00:00:00Z");
    Inventory folder =
        Given.folder(
            Given.file("x/Gamma.msi", 100, "2011-03-10T10:04:30Z"),
            Given.file("y/Gamma.msi", 200, "2011-03-10T10:04:30Z"),
            torn);

    AuditResult result = Given.audit(Given.article(x86, x64), folder);

    assertThatAudit(result).passes();
    assertThat(result.unlisted()).containsExactly(torn);
  }

  @Test
  void aRowPrintedTwiceIsAsAmbiguousAsOnce() {
    ExpectedFile row = Given.row("Gamma.msi", 100, "2011-03-10T10:04Z");
    Inventory folder =
        Given.folder(
            Given.file("x/Gamma.msi", 100, "2011-03-10T10:04:30Z"),
            Given.file("z/Gamma.msi", 7, "2001-01-01T00:00:00Z"));

    AuditResult result = Given.audit(Given.article(row, row), folder);

    assertThat(result.verdict()).isEqualTo(Verdict.INDETERMINATE);
    assertThat(result.tally().count(FileResult.UNDECIDED)).isEqualTo(2);
  }

  @Test
  void aLinkThatLeadsBackIsRemarked() {
    Inventory folder =
        new Inventory(
            "rollup", true, List.of(ALPHA, BETA), List.of(), List.of(), List.of("below/back"));

    AuditResult result = Given.audit(ARTICLE, folder);

    assertThatAudit(result).passes();
    assertThat(result.remarks())
        .contains(
            new Remark(
                "LINK_LOOP", "The link 'below/back' leads to a folder that is audited anyway."));
  }

  @Test
  void aFolderShiftedAsAWholeIsSaidOnceWithTheOptionThatCorrectsIt() {
    Inventory folder =
        Given.folder(
            Given.file("Alpha.msi", 100, "2011-03-10T02:04:37Z"),
            Given.file("Beta.msi", 200, "2011-03-10T02:05:37Z"));

    AuditResult result = Given.audit(ARTICLE, folder);

    assertThatAudit(result)
        .fails("Alpha.msi", Check.DATE, Cause.WHOLE_ZONE_OFFSET)
        .fails("Beta.msi", Check.DATE, Cause.WHOLE_ZONE_OFFSET)
        .andNothingElse();
    assertThat(result.remarks())
        .filteredOn(remark -> remark.id().equals("WHOLE_ZONE_OFFSET"))
        .containsExactly(
            new Remark(
                "WHOLE_ZONE_OFFSET",
                "All 2 dates are 8 h older than listed. If the files carry local times of"
                    + " a zone at UTC-08:00, as files out of a ZIP or from FAT do, audit with"
                    + " the source zone -08:00."));
  }

  @Test
  void theOptionThatCorrectsAShiftedFolderDoes() {
    Inventory folder =
        Given.folder(
            Given.file("Alpha.msi", 100, "2011-03-10T02:04:37Z"),
            Given.file("Beta.msi", 200, "2011-03-10T02:05:37Z"));
    AuditPolicy policy = AuditPolicy.asPrinted().withSourceZone(ZoneId.of("-08:00"));

    AuditResult result = Given.audit(ARTICLE, folder, policy);

    assertThatAudit(result).passes();
  }

  @Test
  void oneShiftedFileAmongOthersIsNoShiftedFolder() {
    Inventory folder = Given.folder(Given.file("Alpha.msi", 100, "2011-03-10T11:04:37Z"), BETA);

    AuditResult result = Given.audit(ARTICLE, folder);

    assertThatAudit(result)
        .fails("Alpha.msi", Check.DATE, Cause.WHOLE_ZONE_OFFSET)
        .andNothingElse();
    assertThat(result.remarks()).noneMatch(remark -> remark.id().equals("WHOLE_ZONE_OFFSET"));
  }

  @Test
  void aWiderToleranceAccepts() {
    Inventory folder = Given.folder(Given.file("Alpha.msi", 100, "2011-03-10T10:14:00Z"), BETA);
    AuditPolicy policy = AuditPolicy.asPrinted().withTolerance(Duration.ofMinutes(9));

    AuditResult result = Given.audit(ARTICLE, folder, policy);

    assertThatAudit(result).passes();
  }

  @ParameterizedTest
  @EnumSource(UnlistedFiles.class)
  void thePolicyDecidesOnUnlistedFiles(UnlistedFiles decision) {
    ObservedFile readme = Given.file("readme.txt", 12, "2011-03-10T10:04:37Z");
    AuditPolicy policy = AuditPolicy.asPrinted().withUnlistedFiles(decision);

    AuditResult result = Given.audit(ARTICLE, Given.folder(ALPHA, BETA, readme), policy);

    assertThat(result.unlisted())
        .isEqualTo(decision == UnlistedFiles.IGNORE ? List.of() : List.of(readme));
    assertThat(result.verdict())
        .isEqualTo(decision == UnlistedFiles.FAIL ? Verdict.NON_COMPLIANT : Verdict.COMPLIANT);
    assertThat(result.tally().count(FileResult.PASS)).isEqualTo(2);
  }

  @Test
  void aFolderWithoutUnlistedFilesPassesThePolicyThatForbidsThem() {
    AuditPolicy policy = AuditPolicy.asPrinted().withUnlistedFiles(UnlistedFiles.FAIL);

    AuditResult result = Given.audit(ARTICLE, Given.folder(ALPHA, BETA), policy);

    assertThatAudit(result).passes();
  }

  @Test
  void aCheckThatThePolicyLeavesOutDoesNotApplyAndIsNotSilent() {
    Inventory folder = Given.folder(Given.file("Alpha.msi", 99, "2011-03-10T10:04:37Z"), BETA);
    AuditPolicy policy =
        AuditPolicy.asPrinted().withChecks(Set.of(Check.PRESENCE, Check.NAME, Check.DATE));

    AuditResult result = Given.audit(ARTICLE, folder, policy);

    assertThatAudit(result).passes();
    assertThat(result.files().get(0).outcomes())
        .containsEntry(Check.SIZE, new Outcome.NotApplicable("the policy leaves this check out"));
  }

  @ParameterizedTest
  @EnumSource(
      value = Check.class,
      names = "(?!PRESENCE|VERSION|HASH|PLATFORM|INSTALLED|DATABASE).*",
      mode = EnumSource.Mode.MATCH_ALL)
  void aMissingFileDoesNotPassWherePresenceIsNotChecked(Check only) {
    AuditPolicy policy = AuditPolicy.asPrinted().withChecks(Set.of(only));
    ObservedFile beta =
        Signatures.signed(
            Given.file("Beta.msi", 200, "2011-03-10T10:05:30Z", Given.packageNamed("Beta")),
            Signatures.of(Grade.TRUSTED));

    AuditResult result = Given.audit(ARTICLE, Given.folder(beta), policy);

    assertThat(result.files().get(0).result()).isEqualTo(FileResult.UNDECIDED);
    assertThat(result.files().get(1).result()).isEqualTo(FileResult.PASS);
    assertThat(result.verdict()).isEqualTo(Verdict.INDETERMINATE);
  }

  @Test
  void aPackageOfTheListedSizeAndDateThatWasSavedLongBeforePassesWithARemark() {
    Article article = Given.article(Given.row("Alpha.msi", 100, "2011-03-10T10:04Z"));
    ObservedFile old =
        Given.file(
            "Alpha.msi",
            100,
            "2011-03-10T10:04:30Z",
            Given.inspection(MsiKind.PACKAGE, "Alpha", "2010-09-14T08:11:58Z"));

    AuditResult result = Given.audit(article, Given.folder(old), AuditPolicy.orLater());

    assertThatAudit(result).passes();
    assertThat(result.remarks())
        .containsExactly(
            new Remark(
                "SAVED_LONG_BEFORE",
                "'Alpha.msi' was last saved more than 30 days before the listed time, though of the"
                    + " listed size: an older build may be of that size too."));
  }

  @Test
  void aLaterPackageOfTheListedSizeThatWasSavedLongBeforeIsUndecided() {
    AuditResult result = laterAndSavedAt("2011-02-08T10:03:59Z", Check.SIZE, Check.DATE);

    assertThatAudit(result)
        .leavesUndecided("Alpha.msi", Check.DATE, Cause.SAVED_LONG_BEFORE)
        .andNothingElse();
    assertThat(result.remarks()).extracting(Remark::id).doesNotContain("SAVED_LONG_BEFORE");
    assertThat(Given.worded(result.files().get(0), Check.DATE))
        .isEqualTo(
            new Outcome.Undecided(
                "2012-01-01 00:00:00 UTC, 296 d 13 h later than listed, but the package in it was"
                    + " saved 2011-02-08 10:03:59 UTC, long before: an older build may be of the"
                    + " listed size",
                Cause.SAVED_LONG_BEFORE));
  }

  @Test
  void aLaterPackageOfTheListedSizeThatWasSavedThirtyDaysBeforePasses() {
    AuditResult result = laterAndSavedAt("2011-02-08T10:04:00Z", Check.SIZE, Check.DATE);

    assertThatAudit(result).passes();
  }

  @Test
  void aLaterPackageThatWasSavedLongBeforeIsUndecidedWhereSizesAreLeftOut() {
    AuditResult result = laterAndSavedAt("2010-09-14T08:11:58Z", Check.DATE);

    assertThatAudit(result)
        .leavesUndecided("Alpha.msi", Check.DATE, Cause.SAVED_LONG_BEFORE)
        .andNothingElse();
  }

  @Test
  void aLaterPackageOfARowWithoutASizeThatWasSavedLongBeforeIsAnOldBuild() {
    ObservedFile old =
        Given.file(
            "Alpha.msi",
            100,
            "2012-01-01T00:00:00Z",
            Given.inspection(MsiKind.PACKAGE, "Alpha", "2010-09-14T08:11:58Z"));
    Article article =
        Given.article(
            Given.row(
                ListedName.whole(FileName.of("Alpha.msi")),
                Optional.empty(),
                Given.time("2011-03-10T10:04Z")));

    AuditResult result = Given.audit(article, Given.folder(old), AuditPolicy.orLater());

    assertThatAudit(result).fails("Alpha.msi", Check.DATE, Cause.SAVED_EARLIER).andNothingElse();
  }

  private static AuditResult laterAndSavedAt(String saved, Check... checks) {
    return Given.audit(
        Given.article(Given.row("Alpha.msi", 100, "2011-03-10T10:04Z")),
        Given.folder(
            Given.file(
                "Alpha.msi",
                100,
                "2012-01-01T00:00:00Z",
                Given.inspection(MsiKind.PACKAGE, "Alpha", saved))),
        AuditPolicy.orLater().withChecks(Set.of(checks)));
  }

  @Test
  void aLaterPackageOfAnotherSizeThatNamesNoRowIsUndecided() {
    Article article = Given.article(Given.row("Alpha.msi", 100, "2011-03-10T10:04Z"));
    ObservedFile stranger =
        Given.file(
            "Alpha.msi",
            999,
            "2012-01-01T00:00:00Z",
            Given.inspection(MsiKind.PACKAGE, "PuTTY release 0.68", "2011-12-31T00:00:00Z"));

    AuditResult result = Given.audit(article, Given.folder(stranger), AuditPolicy.orLater());

    assertThatAudit(result)
        .leavesUndecided("Alpha.msi", Check.SIZE, Cause.UNCORROBORATED)
        .andNothingElse();
  }

  @Test
  void aTornFileIsOfNoAssuranceButItsMetadataThoughItStatesItsName() {
    Article article = Given.article(Given.row("Alpha.msi", 100, "2011-03-10T10:04Z"));
    MsiInspection named = Given.packageNamed("Alpha");
    MsiInspection torn =
        new MsiInspection(
            named.kind(),
            List.of(new MsiProblem(MsiProblem.Kind.TRUNCATED, "the file ends early")),
            named.summary(),
            named.tables(),
            named.properties());
    ObservedFile file = Given.file("Alpha.msi", 100, "2011-03-10T10:04:30Z", torn);
    AuditPolicy policy = AuditPolicy.asPrinted().withChecks(Set.of(Check.IDENTITY));

    AuditResult result = Given.audit(article, Given.folder(file), policy);

    assertThat(result.files().get(0).assurance()).contains(Assurance.METADATA);
  }

  @Test
  void aPolicyThatChecksNothingIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AuditPolicy.asPrinted().withChecks(Set.of()))
        .withMessage("no check is left to do");
  }

  @Test
  void aFileOfWhichOnlyASizeIsAskedThatTheArticleDoesNotPrintDoesNotPass() {
    Article article =
        Given.article(
            Given.row(
                ListedName.whole(FileName.of("Alpha.msi")), Optional.empty(), Optional.empty()));
    AuditPolicy policy = AuditPolicy.asPrinted().withChecks(Set.of(Check.SIZE));

    AuditResult result = Given.audit(article, Given.folder(ALPHA), policy);

    assertThat(result.verdict()).isEqualTo(Verdict.INDETERMINATE);
  }

  @Test
  void whatTheArticleItselfAsksForIsTheDefault() {
    assertThat(AuditPolicy.of(ARTICLE)).isEqualTo(AuditPolicy.orLater());
  }

  @Test
  void orLaterALaterFilePassesWithARemark() {
    Inventory folder = Given.folder(Given.file("Alpha.msi", 100, "2012-01-01T00:00:00Z"), BETA);

    AuditResult result = Given.audit(ARTICLE, folder, AuditPolicy.orLater());

    assertThatAudit(result).passes();
    assertThat(Given.worded(result.files().get(0), Check.DATE))
        .isEqualTo(
            new Outcome.Passed(
                Evidence.of("2012-01-01 00:00:00 UTC, 296 d 13 h later than listed"),
                Optional.of(Cause.LATER)));
  }

  @Test
  void orLaterALaterFileOfAnotherSizeIsNeverGreen() {
    Inventory folder = Given.folder(Given.file("Alpha.msi", 60, "2012-01-01T00:00:00Z"), BETA);

    AuditResult result = Given.audit(ARTICLE, folder, AuditPolicy.orLater());

    assertThatAudit(result)
        .leavesUndecided("Alpha.msi", Check.SIZE, Cause.UNCORROBORATED)
        .andNothingElse();
  }

  @Test
  void whatTheReaderRemarkedIsPassedOn() {
    Article article =
        new Article(
            ARTICLE.id(),
            ARTICLE.title(),
            ARTICLE.source(),
            ARTICLE.statements(),
            ARTICLE.rows(),
            List.of(
                new ArticleRemark(ArticleRemark.Kind.ROW_UNREAD, 3, 5, "Not read."),
                new ArticleRemark(
                    ArticleRemark.Kind.TEXT_ENDS_WITH_TABLE, 12, "The text ends here.")));

    AuditResult result = Given.audit(article, Given.folder(ALPHA, BETA));

    assertThat(result.remarks())
        .contains(
            new Remark("ROW_UNREAD", "The article's line 3 and 4 more lines: Not read.", 5),
            new Remark("TEXT_ENDS_WITH_TABLE", "The article's line 12: The text ends here."));
  }

  @Test
  void aPlaceIsHeldToItsOwnRowsAndNamesTheirComponents() throws ProfileException {
    Article article = BundledArticles.find(BundledArticles.KB2492954).orElseThrow();
    Profile profile = BundledProfiles.find(BundledArticles.KB2492954).orElseThrow();
    Location dns = profile.location("dns").orElseThrow();
    AuditRequest request =
        new AuditRequest(article, Optional.of(profile), Optional.of(dns), AuditPolicy.asPrinted());

    AuditResult result =
        Auditor.audit(
            request, Given.folder(Given.file("dnsclient.msi", 679_936, "2011-03-10T10:04:00Z")));

    assertThatAudit(result).passes();
    assertThat(result.files()).hasSize(1);
    assertThat(result.files().get(0).component()).hasValue("DNS Client");
  }

  @Test
  void aPlaceThatHoldsWhatTheArticleDoesNotListCannotBeAudited() {
    Location dns =
        BundledProfiles.find(BundledArticles.KB2492954).orElseThrow().location("dns").orElseThrow();
    Profile profile = new Profile(Optional.empty(), "own.yaml", Map.of(), List.of(dns), Map.of());
    AuditRequest request =
        new AuditRequest(ARTICLE, Optional.of(profile), Optional.of(dns), AuditPolicy.asPrinted());

    assertThatExceptionOfType(ProfileException.class)
        .isThrownBy(() -> Auditor.audit(request, Given.folder(ALPHA)));
  }

  @Test
  void everyResultNamesTheEvidenceBehindIt() {
    AuditResult result = Given.audit(ARTICLE, Given.folder(ALPHA));

    assertThat(result.files().get(0).assurance()).hasValue(Assurance.METADATA);
    assertThat(result.files().get(1).assurance()).isEmpty();
  }

  @Test
  void aMissingFileSaysWhatWasLookedFor() {
    AuditResult result = Given.audit(ARTICLE, Given.folder(ALPHA));

    ExpectedFile beta = result.files().get(1).expected();

    assertThat(beta.name().best()).hasToString("Beta.msi");
    assertThat(Given.worded(result.files().get(1), Check.PRESENCE))
        .isEqualTo(
            new Outcome.Failed(
                "a file named 'Beta.msi'",
                "no file of this name, and no unlisted one of this size and date",
                Cause.MISSING));
  }

  @Test
  void itIsNotSaidThatNoFileHasASizeAndDateWhichAListedFileHas() {
    Inventory folder = Given.folder(Given.file("Alpha.msi", 200, "2011-03-10T10:05:37Z"));

    AuditResult result = Given.audit(ARTICLE, folder);

    assertThat(result.files().get(1).outcomes().get(Check.PRESENCE))
        .isInstanceOfSatisfying(
            Outcome.Failed.class,
            failed ->
                assertThat(failed.observed().text()).doesNotContain("none of this size and date"));
  }
}
