package io.kbaudit.comparison;

import static io.kbaudit.comparison.Change.FIXED;
import static io.kbaudit.comparison.Change.NEW_DOUBT;
import static io.kbaudit.comparison.Change.NEW_FAILURE;
import static io.kbaudit.comparison.Change.NO_LONGER_CHECKED;
import static io.kbaudit.comparison.Change.NO_LONGER_TOLD;
import static io.kbaudit.comparison.Change.SETTLED;
import static io.kbaudit.comparison.Change.STILL_FAILING;
import static io.kbaudit.comparison.Change.STILL_IN_DOUBT;
import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.article.Article;
import io.kbaudit.article.ArticleRemark;
import io.kbaudit.article.ExpectedFile;
import io.kbaudit.audit.AuditPolicy;
import io.kbaudit.audit.AuditResult;
import io.kbaudit.audit.Cause;
import io.kbaudit.audit.Check;
import io.kbaudit.audit.DeploymentResult;
import io.kbaudit.audit.Given;
import io.kbaudit.audit.Outcome;
import io.kbaudit.audit.Tally;
import io.kbaudit.audit.UnlistedFiles;
import io.kbaudit.audit.Waiver;
import io.kbaudit.comparison.Comparison.Result;
import io.kbaudit.file.Digest;
import io.kbaudit.file.FileName;
import io.kbaudit.inventory.FileFilter;
import io.kbaudit.inventory.Inventory;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.record.ArticleRecord;
import io.kbaudit.record.AuditRecord;
import io.kbaudit.record.FileRecord;
import io.kbaudit.record.FolderRecord;
import io.kbaudit.record.Grounds;
import io.kbaudit.record.Provenance;
import io.kbaudit.report.Audits;
import io.kbaudit.report.Case;
import io.kbaudit.report.Places;
import io.kbaudit.report.json.JsonAuditReport;
import io.kbaudit.report.json.SavedAudit;
import io.kbaudit.signature.SignatureEvidence;
import io.kbaudit.waiver.Waivers;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ComparisonTest {
  private static final String LISTED = "2011-03-10T10:04Z";
  private static final String THEN = "2011-03-10T10:04:30Z";
  private static final Article ARTICLE =
      Given.article(Given.row("a.msi", 5, LISTED), Given.row("b.msi", 6, LISTED));
  private static final ObservedFile A = Given.file("a.msi", 5, THEN);
  private static final ObservedFile A_SHORT = Given.file("a.msi", 4, THEN);
  private static final ObservedFile A_LONG = Given.file("a.msi", 50, THEN);
  private static final ObservedFile A_UNREADABLE = Given.unreadable("a.msi", "permission denied");
  private static final ObservedFile B = Given.file("b.msi", 6, THEN);
  private static final ObservedFile OTHER = Given.file("other.tmp", 7, THEN);

  private static final AuditPolicy FORBIDDING =
      AuditPolicy.asPrinted().withUnlistedFiles(UnlistedFiles.FAIL);

  private static AuditRecord audit(ObservedFile... files) {
    return audit(ARTICLE, AuditPolicy.asPrinted(), files);
  }

  private static AuditRecord audit(AuditPolicy policy, ObservedFile... files) {
    return audit(ARTICLE, policy, files);
  }

  private static AuditRecord audit(Article article, AuditPolicy policy, ObservedFile... files) {
    return AuditRecord.of(Given.audit(article, Given.folder(files), policy));
  }

  private static AuditRecord unreached() {
    return AuditRecord.of(
        Given.audit(
            ARTICLE,
            Inventory.unreachable(audit(A, B).places().get(0).path(), false, "it is down")));
  }

  private static AuditRecord places(AuditResult... places) {
    return AuditRecord.of(DeploymentResult.of(Places.ARTICLE, Places.PROFILE, List.of(places)));
  }

  /** Returns an audit in which a waiver covers the size of a.msi. */
  private static AuditRecord waived(ObservedFile... files) {
    Waiver waiver =
        new Waiver(
            1,
            Optional.empty(),
            Optional.of(FileName.of("a.msi")),
            Optional.empty(),
            Set.of(Check.SIZE),
            Set.of(),
            Optional.of("known"),
            Optional.of("J. Doe"),
            Optional.empty(),
            Optional.empty(),
            Optional.of(LocalDate.of(2027, 3, 31)),
            false);
    return AuditRecord.of(
        new Waivers("waivers.yaml", List.of(waiver))
            .applyTo(
                Given.audit(ARTICLE, Given.folder(files), AuditPolicy.asPrinted()),
                LocalDate.of(2027, 1, 1)));
  }

  /** Returns each finding: "a.msi SIZE NEW_FAILURE". */
  private static List<String> findings(Comparison comparison) {
    List<String> findings = new ArrayList<>();
    Stream.concat(
            comparison.transitions().stream(),
            comparison.places().stream()
                .flatMap(place -> StreamSupport.stream(place.transitions().spliterator(), false)))
        .forEach(each -> findings.add(subject(each) + each.id() + " " + each.change()));
    return findings;
  }

  private static String subject(Transition transition) {
    String path =
        transition instanceof Transition.OfObstacle obstacle
            ? obstacle.path().map(each -> each + " ").orElse("")
            : "";
    return transition.row().map(row -> row.name() + " ").orElse(path);
  }

  private static List<String> files(Comparison comparison) {
    List<String> files = new ArrayList<>();
    for (PlaceComparison place : comparison.places()) {
      for (FileChange change : place.fileChanges()) {
        files.add(
            change.kind()
                + " "
                + change.path()
                + change.differences().stream()
                    .map(each -> " " + each.trait() + " " + each.before() + " -> " + each.after())
                    .reduce("", String::concat));
      }
    }
    return files;
  }

  private static List<String> reasons(Comparison comparison) {
    return Stream.concat(
            comparison.reasons().stream(),
            comparison.places().stream().flatMap(place -> place.reasons().stream()))
        .map(each -> each.kind() + " " + each.what() + ": " + each.before() + " -> " + each.after())
        .toList();
  }

  @ParameterizedTest
  @EnumSource(Case.class)
  void anAuditDoesNotDifferFromItself(Case given) throws IOException {
    AuditRecord audit = given.audit();

    Comparison comparison = Comparison.of(audit, audit);

    assertThat(comparison.result()).isEqualTo(Result.NO_DIFFERENCE);
    assertThat(reasons(comparison)).isEmpty();
    assertThat(files(comparison)).isEmpty();
    assertThat(findings(comparison)).allMatch(each -> each.contains(" STILL_"));
  }

  @ParameterizedTest
  @EnumSource(Case.class)
  void anAuditDoesNotDifferFromItselfWhereItWasSaved(Case given) throws IOException {
    AuditRecord audit = given.audit();
    byte[] json = Audits.written(new JsonAuditReport(), audit).getBytes(StandardCharsets.UTF_8);

    try (SavedAudit one = SavedAudit.copied(new ByteArrayInputStream(json), "one.json");
        SavedAudit other = SavedAudit.copied(new ByteArrayInputStream(json), "other.json")) {
      Comparison ofSaved = Comparison.of(one.audit(), other.audit());
      Comparison ofBoth = Comparison.of(audit, one.audit());

      assertThat(ofSaved.result()).isEqualTo(Result.NO_DIFFERENCE);
      assertThat(reasons(ofBoth)).isEmpty();
      assertThat(files(ofBoth)).isEmpty();
      assertThat(findings(ofBoth)).isEqualTo(findings(ofSaved));
    }
  }

  @Test
  void whatFailsAnewIsNewAndWhatPassesAgainIsFixed() {
    Comparison comparison =
        Comparison.of(audit(A_SHORT, B), audit(A, Given.file("b.msi", 7, THEN)));

    assertThat(findings(comparison)).containsExactly("a.msi SIZE FIXED", "b.msi SIZE NEW_FAILURE");
    assertThat(comparison.result()).isEqualTo(Result.NEW_FAILURES);
    assertThat(comparison.count(NEW_FAILURE)).isEqualTo(1);
    assertThat(comparison.count(FIXED)).isEqualTo(1);
  }

  @Test
  void whatIsFixedAloneIsNoNewFailure() {
    Comparison comparison = Comparison.of(audit(A_SHORT, B), audit(A, B));

    assertThat(findings(comparison)).containsExactly("a.msi SIZE FIXED");
    assertThat(comparison.result()).isEqualTo(Result.NO_NEW_FAILURE);
  }

  @Test
  void whatFailsForAnotherCauseOrByAnotherValueIsStillThereAndSaysSo() {
    Comparison otherCause = Comparison.of(audit(A_SHORT, B), audit(A_LONG, B));
    Comparison otherValue =
        Comparison.of(audit(A_SHORT, B), audit(Given.file("a.msi", 3, THEN), B));
    Comparison same = Comparison.of(audit(A_SHORT, B), audit(A_SHORT, B));

    for (Comparison each : List.of(otherCause, otherValue)) {
      assertThat(findings(each)).containsExactly("a.msi SIZE STILL_FAILING");
      assertThat(each.places().get(0).transitions()).allMatch(Transition::isOtherwise);
      assertThat(each.result()).isEqualTo(Result.NO_NEW_FAILURE);
    }
    Transition.OfCheck check =
        (Transition.OfCheck) otherCause.places().get(0).transitions().iterator().next();
    assertThat(check.causeBefore()).contains(Cause.SMALLER);
    assertThat(check.causeAfter()).contains(Cause.LARGER);
    assertThat(same.places().get(0).transitions()).noneMatch(Transition::isOtherwise);
    assertThat(same.result()).isEqualTo(Result.NO_DIFFERENCE);
  }

  @Test
  void aFileThatIsGoneIsOneNewFailureAndNotOneOfEachCheck() {
    Comparison comparison = Comparison.of(audit(A, B), audit(B));

    assertThat(findings(comparison)).containsExactly("a.msi PRESENCE NEW_FAILURE");
    assertThat(files(comparison)).containsExactly("GONE a.msi");
  }

  @ParameterizedTest
  @EnumSource(value = Check.class, mode = EnumSource.Mode.EXCLUDE, names = "PRESENCE")
  void aCheckThatIsNoLongerMadeOfAFileThatIsMissingBothTimesIsToldOfIfItNeedsNone(Check check) {
    Comparison comparison =
        Comparison.of(
            with(audit(B), check, new Outcome.Passed("found")),
            with(audit(B), check, new Outcome.NotApplicable("nothing to check")));

    assertThat(findings(comparison))
        .isEqualTo(
            check.isOfFile()
                ? List.of("a.msi PRESENCE STILL_FAILING")
                : List.of("a.msi PRESENCE STILL_FAILING", "a.msi " + check + " NO_LONGER_CHECKED"));
    assertThat(comparison.result())
        .isEqualTo(check.isOfFile() ? Result.NO_DIFFERENCE : Result.UNDECIDED);
  }

  @Test
  void aFailureOfAFileThatIsGoneIsNotFixed() {
    Comparison comparison = Comparison.of(audit(A_SHORT, B), audit(B));

    assertThat(findings(comparison))
        .containsExactly("a.msi PRESENCE NEW_FAILURE", "a.msi SIZE NO_LONGER_TOLD");
    assertThat(comparison.count(FIXED)).isZero();
  }

  @Test
  void aFailureOfAFileThatCannotBeReadNowIsNotFixed() {
    Comparison comparison = Comparison.of(audit(A_SHORT, B), audit(A_UNREADABLE, B));

    assertThat(findings(comparison)).contains("a.msi SIZE NO_LONGER_TOLD");
    assertThat(comparison.count(NEW_DOUBT)).isPositive();
    assertThat(comparison.count(FIXED)).isZero();
    assertThat(comparison.result()).isEqualTo(Result.UNDECIDED);
    assertThat(files(comparison))
        .containsExactly("CHANGED a.msi READABLE can be read -> cannot be read: permission denied");
  }

  @Test
  void whatPassedAndCannotBeToldNowIsInDoubtAndWhatCanBeIsSettled() {
    Comparison doubt = Comparison.of(audit(A, B), audit(A_UNREADABLE, B));
    Comparison settled = Comparison.of(audit(A_UNREADABLE, B), audit(A, B));
    Comparison still = Comparison.of(audit(A_UNREADABLE, B), audit(A_UNREADABLE, B));

    assertThat(findings(doubt)).contains("a.msi PRESENCE NEW_DOUBT");
    assertThat(doubt.result()).isEqualTo(Result.UNDECIDED);
    assertThat(findings(settled)).contains("a.msi PRESENCE SETTLED");
    assertThat(settled.result()).isEqualTo(Result.NO_NEW_FAILURE);
    assertThat(findings(still)).contains("a.msi PRESENCE STILL_IN_DOUBT");
    assertThat(still.result()).isEqualTo(Result.NO_DIFFERENCE);
  }

  @Test
  void whatCouldNotBeToldAndFailsNowIsANewFailure() {
    Comparison comparison = Comparison.of(audit(A_UNREADABLE, B), audit(A_SHORT, B));

    assertThat(findings(comparison)).contains("a.msi SIZE NEW_FAILURE");
    assertThat(comparison.result()).isEqualTo(Result.NEW_FAILURES);
  }

  /** All that can become of one check, whatever the file is. */
  @ParameterizedTest(name = "{0} to {1}: {2}")
  @CsvSource({
    "PASSED,         PASSED,         ''",
    "PASSED,         FAILED,         NEW_FAILURE",
    "PASSED,         UNDECIDED,      NEW_DOUBT",
    "PASSED,         NOT_APPLICABLE, NO_LONGER_CHECKED",
    "FAILED,         PASSED,         FIXED",
    "FAILED,         FAILED,         STILL_FAILING",
    "FAILED,         UNDECIDED,      NO_LONGER_TOLD",
    "FAILED,         NOT_APPLICABLE, NO_LONGER_TOLD",
    "UNDECIDED,      PASSED,         SETTLED",
    "UNDECIDED,      FAILED,         NEW_FAILURE",
    "UNDECIDED,      UNDECIDED,      STILL_IN_DOUBT",
    "UNDECIDED,      NOT_APPLICABLE, NO_LONGER_CHECKED",
    "NOT_APPLICABLE, PASSED,         ''",
    "NOT_APPLICABLE, FAILED,         NEW_FAILURE",
    "NOT_APPLICABLE, UNDECIDED,      NEW_DOUBT",
    "NOT_APPLICABLE, NOT_APPLICABLE, ''",
  })
  void ofOneCheckThisBecomes(String before, String after, String change) {
    Comparison comparison =
        Comparison.of(
            with(audit(A, B), Check.HASH, outcome(before)),
            with(audit(A, B), Check.HASH, outcome(after)));

    assertThat(findings(comparison))
        .isEqualTo(change.isEmpty() ? List.of() : List.of("a.msi HASH " + change));
    assertThat(comparison.result())
        .isEqualTo(
            switch (change) {
              case "NEW_FAILURE" -> Result.NEW_FAILURES;
              case "NEW_DOUBT", "NO_LONGER_TOLD", "NO_LONGER_CHECKED" -> Result.UNDECIDED;
              case "FIXED", "SETTLED" -> Result.NO_NEW_FAILURE;
              default -> Result.NO_DIFFERENCE;
            });
  }

  private static Outcome outcome(String id) {
    return Stream.of(
            new Outcome.Passed("found"),
            new Outcome.Failed("this", "that", Cause.OTHER_CONTENTS),
            new Outcome.Undecided("not known", Cause.UNPINNED),
            new Outcome.NotApplicable("nothing to check"))
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  /** Returns the audit with another outcome of a check of its first row. */
  private static AuditRecord with(AuditRecord audit, Check check, Outcome outcome) {
    FolderRecord place = audit.places().get(0);
    List<FileRecord> files = new ArrayList<>();
    place.files().forEach(files::add);
    FileRecord first = files.get(0);
    Map<Check, Outcome> outcomes = new EnumMap<>(first.outcomes());
    outcomes.put(check, outcome);
    files.set(
        0,
        new FileRecord(
            first.listed(), first.component(), first.observed(), outcomes, first.assurance()));
    return with(audit, files);
  }

  private static AuditRecord with(AuditRecord audit, List<FileRecord> files) {
    FolderRecord place = audit.places().get(0);
    return new AuditRecord(
        audit.toolVersion(),
        audit.article(),
        List.of(
            new FolderRecord(
                place.target(),
                place.policy(),
                files,
                Tally.of(files.stream().map(FileRecord::result)),
                place.unlisted(),
                place.gaps(),
                place.leftOut(),
                place.remarks())),
        false,
        List.of());
  }

  @Test
  void aFailureOfWhichTheCheckIsLeftOutNowIsNotFixed() {
    AuditPolicy withoutSize = AuditPolicy.asPrinted().withChecks(List.of(Check.PRESENCE));

    Comparison comparison = Comparison.of(audit(A_SHORT, B), audit(withoutSize, A_SHORT, B));

    assertThat(findings(comparison))
        .contains("a.msi SIZE NO_LONGER_TOLD", "b.msi SIZE NO_LONGER_CHECKED")
        .noneMatch(each -> each.endsWith("FIXED"));
    assertThat(comparison.result()).isEqualTo(Result.NOT_COMPARABLE);
    assertThat(comparison.incomparabilities()).containsExactly(Incomparability.POLICY_DIFFERS);
  }

  @Test
  void aFailureThatPassesUnderAnotherPolicyIsNotFixed() {
    ObservedFile later = Given.file("a.msi", 5, "2012-01-01T00:00:00Z");

    Comparison comparison = Comparison.of(audit(later, B), audit(AuditPolicy.orLater(), later, B));

    assertThat(findings(comparison)).containsExactly("a.msi DATE ASKED_OTHERWISE");
    assertThat(reasons(comparison)).containsExactly("POLICY_DIFFERS acceptance: exact -> or-later");
    assertThat(comparison.result()).isEqualTo(Result.NOT_COMPARABLE);
  }

  private static Digest digest(char digit) {
    return Digest.sha256(Character.toString(digit).repeat(64));
  }

  private static Grounds grounds(
      boolean thorough, char article, String standards, Grounds.Computer computer) {
    List<Optional<Digest>> all =
        standards
            .chars()
            .mapToObj(each -> Optional.of((char) each).filter(c -> c != '-').map(c -> digest(c)))
            .toList();
    return new Grounds(
        thorough,
        false,
        digest(article),
        all.get(0),
        all.get(1),
        new SignatureEvidence(all.get(2), all.get(3), all.get(4)),
        computer);
  }

  private static Grounds grounds(String standards) {
    return grounds(false, '0', standards, Grounds.Computer.UNKNOWN);
  }

  private static Grounds grounds(boolean registry, boolean programs, String database) {
    return grounds(
        false,
        '0',
        "-----",
        new Grounds.Computer(
            registry,
            programs,
            !database.isEmpty(),
            Optional.of(database).filter(name -> name.length() > 1)));
  }

  private static Stream<Arguments> whatAnAnswerRestsOn() {
    return Stream.of(
        Arguments.of(
            "packages: unpacked -> not unpacked",
            grounds(true, '0', "-----", Grounds.Computer.UNKNOWN),
            grounds("-----")),
        Arguments.of("demands of the profile: 1 -> 2", grounds("1----"), grounds("2----")),
        Arguments.of("demands of the profile: 1 -> none", grounds("1----"), grounds("-----")),
        Arguments.of("contents of the baseline: 1 -> 2", grounds("-1---"), grounds("-2---")),
        Arguments.of("added roots: none -> 1", grounds("-----"), grounds("--1--")),
        Arguments.of("added roots: 1 -> 2", grounds("--1--"), grounds("--2--")),
        Arguments.of("revoked certificates: 1 -> none", grounds("---1-"), grounds("-----")),
        Arguments.of("catalogs: none -> 1", grounds("-----"), grounds("----1")),
        Arguments.of(
            "registered products: given -> none",
            grounds(true, false, ""),
            grounds(false, false, "")),
        Arguments.of(
            "installed programs: given -> none", grounds(true, true, ""), grounds(true, false, "")),
        Arguments.of(
            "database: given -> none", grounds(false, false, "?"), grounds(false, false, "")),
        Arguments.of(
            "database: 'rm' -> 'other'",
            grounds(false, false, "RM"),
            grounds(false, false, "Other")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("whatAnAnswerRestsOn")
  void aFailureThatPassesByOtherEvidenceIsNotFixed(String reason, Grounds was, Grounds is) {
    Comparison comparison =
        Comparison.of(Audits.restingOn(audit(A_SHORT, B), was), Audits.restingOn(audit(A, B), is));

    assertThat(findings(comparison)).containsExactly("a.msi SIZE ASKED_OTHERWISE");
    assertThat(reasons(comparison))
        .singleElement()
        .satisfies(
            each ->
                assertThat(each.replaceAll("SHA-256 (.)\\1+", "$1"))
                    .isEqualTo("POLICY_DIFFERS " + reason));
    assertThat(comparison.result()).isEqualTo(Result.NOT_COMPARABLE);
  }

  @Test
  void theSameDatabaseIsOneHoweverItsNameIsSpelt() {
    Comparison comparison =
        Comparison.of(
            Audits.restingOn(audit(A, B), grounds(false, false, "RM")),
            Audits.restingOn(audit(A, B), grounds(false, false, "rm")));

    assertThat(comparison.result()).isEqualTo(Result.NO_DIFFERENCE);
  }

  @Test
  void aFailureThatPassesSinceTheArticleSaysSomethingElseIsNotFixed() {
    Comparison comparison =
        Comparison.of(
            Audits.restingOn(audit(A_SHORT, B), grounds("-----")),
            Audits.restingOn(audit(A, B), grounds(false, '1', "-----", Grounds.Computer.UNKNOWN)));

    assertThat(findings(comparison)).containsExactly("a.msi SIZE ASKED_OTHERWISE");
    assertThat(comparison.incomparabilities()).containsExactly(Incomparability.ARTICLE_DIFFERS);
  }

  @Test
  void ofAPlaceThatNobodyCouldLookAtItIsNotAskedHowThoroughlyThatWasDone() {
    AuditRecord thorough =
        Audits.restingOn(audit(A, B), grounds(true, '0', "--123", Grounds.Computer.UNKNOWN));
    AuditRecord unreached = Audits.restingOn(unreached(), grounds("-----"));

    assertThat(reasons(Comparison.of(thorough, unreached))).isEmpty();
    assertThat(reasons(Comparison.of(unreached, thorough))).isEmpty();
  }

  @Test
  void aNewFailureIsOneHoweverTheAuditsDiffer() {
    Comparison comparison = Comparison.of(audit(A, B), audit(AuditPolicy.orLater(), A_SHORT, B));

    assertThat(comparison.result()).isEqualTo(Result.NOT_COMPARABLE);
    assertThat(comparison.count(NEW_FAILURE)).isEqualTo(1);
  }

  @Test
  void aFailureOfARowThatIsNotAskedForNowIsNotFixed() {
    AuditRecord after = audit(Given.article(ARTICLE.rows().get(0)), AuditPolicy.asPrinted(), A);

    Comparison comparison = Comparison.of(audit(A, Given.file("b.msi", 7, THEN)), after);

    assertThat(findings(comparison)).containsExactly("b.msi SIZE NO_LONGER_TOLD");
    assertThat(reasons(comparison))
        .containsExactly(
            "ROWS_DIFFER rows asked for: 1 row in this audit alone: 2 b.msi -> no others");
    assertThat(comparison.result()).isEqualTo(Result.NOT_COMPARABLE);
  }

  @Test
  void aFailureOfARowThatWasNotAskedForBeforeIsNew() {
    AuditRecord before = audit(Given.article(ARTICLE.rows().get(0)), AuditPolicy.asPrinted(), A);

    Comparison comparison = Comparison.of(before, audit(A));

    assertThat(findings(comparison)).containsExactly("b.msi PRESENCE NEW_FAILURE");
    assertThat(comparison.result()).isEqualTo(Result.NOT_COMPARABLE);
  }

  @Test
  void aFailureThatPassesSinceItsRowListsSomethingElseIsNotFixed() {
    ExpectedFile short1 = Given.row("a.msi", 4, LISTED);

    Comparison comparison =
        Comparison.of(
            audit(Given.article(Given.row("a.msi", 5, LISTED)), AuditPolicy.asPrinted(), A_SHORT),
            audit(Given.article(short1), AuditPolicy.asPrinted(), A_SHORT));

    assertThat(findings(comparison)).containsExactly("a.msi SIZE ASKED_OTHERWISE");
    assertThat(comparison.incomparabilities()).containsExactly(Incomparability.ROWS_DIFFER);
  }

  @Test
  void ofAPlaceThatCannotBeReachedNowNothingIsFixedAndOneThingIsSaid() {
    Comparison comparison = Comparison.of(audit(A_SHORT, B), unreached());

    assertThat(findings(comparison))
        .containsExactly("UNREACHABLE NEW_DOUBT", "a.msi SIZE NO_LONGER_TOLD");
    assertThat(files(comparison)).isEmpty();
    assertThat(comparison.result()).isEqualTo(Result.UNDECIDED);
  }

  @Test
  void ofAPlaceThatCouldNotBeReachedBeforeWhatFailsIsNew() {
    Comparison comparison = Comparison.of(unreached(), audit(A_SHORT, B));

    assertThat(findings(comparison))
        .containsExactly("UNREACHABLE SETTLED", "a.msi SIZE NEW_FAILURE");
    assertThat(files(comparison)).isEmpty();
    assertThat(comparison.result()).isEqualTo(Result.NEW_FAILURES);
  }

  @Test
  void aPlaceThatIsNotAuditedNowIsNoLongerTold() throws IOException {
    AuditRecord before =
        places(Places.place("dns", "dns01"), Places.place("sharepoint", "collab01"));
    AuditRecord after = places(Places.place("sharepoint", "collab01"));

    Comparison comparison = Comparison.of(before, after);

    assertThat(findings(comparison))
        .containsExactly(
            "WindowsSharePointServicesWebService.msi PRESENCE STILL_FAILING",
            "Dnsclient.msi PRESENCE NO_LONGER_TOLD");
    assertThat(comparison.result()).isEqualTo(Result.NOT_COMPARABLE);
    assertThat(reasons(comparison))
        .containsExactly("LOCATIONS_DIFFER location: audited -> not audited");
  }

  @Test
  void placesArePairedByWhatTheyAreCalledAndNotByTheirOrder() throws IOException {
    Inventory one = Inventory.of("temp", List.of()).withLabel("COLLAB01");
    Inventory other = Inventory.of("temp", List.of()).withLabel("COLLAB02");
    AuditRecord before =
        places(
            Places.place("dns", "dns01", Places.DNS_CLIENT),
            Places.place("sharepoint", one),
            Places.place("sharepoint", other));
    AuditRecord after =
        places(
            Places.place("sharepoint", other),
            Places.place("sharepoint", one),
            Places.place("dns", "dns02", Places.DNS_CLIENT));

    Comparison comparison = Comparison.of(before, after);

    assertThat(comparison.result()).isEqualTo(Result.NO_DIFFERENCE);
    assertThat(comparison.places())
        .extracting(place -> place.before().flatMap(FolderRecord::label))
        .containsExactly(Optional.of("COLLAB02"), Optional.of("COLLAB01"), Optional.empty());
  }

  @Test
  void placesThatAreCalledAlikeAreNotGuessedAt() throws IOException {
    AuditRecord before =
        places(
            Places.place("sharepoint", "\\\\C1\\temp"),
            Places.place("sharepoint", "\\\\C2\\temp", Places.DNS_CLIENT));
    AuditRecord after =
        places(
            Places.place("sharepoint", "\\\\C2\\temp", Places.DNS_CLIENT),
            Places.place("sharepoint", "\\\\C1\\temp"));

    Comparison comparison = Comparison.of(before, after);

    assertThat(comparison.result()).isEqualTo(Result.NOT_COMPARABLE);
    assertThat(reasons(comparison))
        .hasSize(4)
        .allMatch(each -> each.contains("or another of 4 locations that are called alike"));
    assertThat(comparison.count(FIXED)).isZero();
  }

  @Test
  void anotherFolderIsNotTheSamePlaceMended() {
    AuditRecord before = audit(A_SHORT, B);
    AuditRecord after =
        AuditRecord.of(Given.audit(ARTICLE, Inventory.of("elsewhere", List.of(A, B))));

    Comparison comparison = Comparison.of(before, after);

    assertThat(findings(comparison)).containsExactly("a.msi SIZE ASKED_OTHERWISE");
    assertThat(comparison.incomparabilities()).containsExactly(Incomparability.LOCATIONS_DIFFER);
  }

  @Test
  void anotherToolAnotherArticleAndAnotherDepthAreEachSaid() {
    AuditRecord before = audit(A_SHORT, B);
    FolderRecord place = before.places().get(0);
    AuditRecord after =
        new AuditRecord(
            "9.9",
            new ArticleRecord(
                Optional.of("KB7654321"), Optional.empty(), "x.txt", before.article().gaps()),
            List.of(
                new FolderRecord(
                    new FolderRecord.Target(place.path(), true, Optional.empty()),
                    place.policy(),
                    audit(A, B).places().get(0).files(),
                    audit(A, B).tally(),
                    place.unlisted(),
                    place.gaps(),
                    place.leftOut(),
                    place.remarks())),
            false,
            List.of());

    Comparison comparison = Comparison.of(before, after);

    assertThat(comparison.incomparabilities())
        .containsExactly(
            Incomparability.TOOL_DIFFERS,
            Incomparability.ARTICLE_DIFFERS,
            Incomparability.DEPTH_DIFFERS);
    assertThat(findings(comparison)).containsExactly("a.msi SIZE ASKED_OTHERWISE");
  }

  @Test
  void aLineOfTheArticleThatIsNoLongerUnreadMakesItAnotherText() {
    AuditRecord before =
        Audits.remarked(new ArticleRemark(ArticleRemark.Kind.ROW_UNREAD, 12, "Not read."));

    Comparison comparison = Comparison.of(before, Audits.remarked());

    assertThat(findings(comparison)).containsExactly("ROW_UNREAD ASKED_OTHERWISE");
    assertThat(comparison.incomparabilities()).containsExactly(Incomparability.ARTICLE_DIFFERS);
  }

  @Test
  void anAuditThatWasMadeBeforeTheEarlierOneIsNoLaterOne() {
    AuditRecord spring = madeAt("2026-04-01T09:00:00Z", audit(A, B));
    AuditRecord autumn = madeAt("2026-10-01T09:00:00Z", audit(A_SHORT, B));

    Comparison reversed = Comparison.of(autumn, spring);

    assertThat(reversed.result()).isEqualTo(Comparison.Result.NOT_COMPARABLE);
    assertThat(reversed.incomparabilities()).containsExactly(Incomparability.ORDER_REVERSED);
    assertThat(findings(reversed)).containsExactly("a.msi SIZE ASKED_OTHERWISE");
    assertThat(Comparison.of(spring, autumn).result()).isEqualTo(Comparison.Result.NEW_FAILURES);
    assertThat(Comparison.of(spring, spring).result()).isEqualTo(Comparison.Result.NO_DIFFERENCE);
    assertThat(Comparison.of(autumn, audit(A, B)).result())
        .isEqualTo(Comparison.Result.NO_NEW_FAILURE);
  }

  private static AuditRecord madeAt(String time, AuditRecord audit) {
    return audit.madeAs(
        new Provenance(
            Instant.parse(time),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            "17",
            List.of(),
            Optional.empty(),
            Optional.empty()));
  }

  @Test
  void aForbiddenFileThatIsNewIsANewFailureAndOneThatIsGoneIsFixed() {
    Comparison appeared = Comparison.of(audit(FORBIDDING, A, B), audit(FORBIDDING, A, B, OTHER));
    Comparison gone = Comparison.of(audit(FORBIDDING, A, B, OTHER), audit(FORBIDDING, A, B));
    Comparison still =
        Comparison.of(audit(FORBIDDING, A, B, OTHER), audit(FORBIDDING, A, B, OTHER));

    assertThat(findings(appeared)).containsExactly("other.tmp UNLISTED NEW_FAILURE");
    assertThat(appeared.result()).isEqualTo(Result.NEW_FAILURES);
    assertThat(findings(gone)).containsExactly("other.tmp UNLISTED FIXED");
    assertThat(gone.result()).isEqualTo(Result.NO_NEW_FAILURE);
    assertThat(findings(still)).containsExactly("other.tmp UNLISTED STILL_FAILING");
    assertThat(still.result()).isEqualTo(Result.NO_DIFFERENCE);
  }

  @Test
  void aForbiddenFileThatIsAllowedOrNotLookedForNowIsNotFixed() {
    AuditRecord forbidden = audit(FORBIDDING, A, B, OTHER);

    Comparison allowed = Comparison.of(forbidden, audit(A, B, OTHER));
    Comparison ignored =
        Comparison.of(
            forbidden,
            audit(AuditPolicy.asPrinted().withUnlistedFiles(UnlistedFiles.IGNORE), A, B, OTHER));

    assertThat(findings(allowed)).containsExactly("other.tmp UNLISTED ASKED_OTHERWISE");
    assertThat(files(allowed)).isEmpty();
    assertThat(findings(ignored)).containsExactly("other.tmp UNLISTED NO_LONGER_TOLD");
    assertThat(files(ignored)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"'', other*", "*.msi, ''", "*.msi, OTHER.tmp"})
  void aForbiddenFileThatIsNotLookedAtNowIsNotFixed(String include, String exclude) {
    FileFilter some = new FileFilter(patterns(include), patterns(exclude));
    AuditRecord forbidden = audit(FORBIDDING, A, B, OTHER);

    Comparison narrowed = Comparison.of(forbidden, audit(FORBIDDING.withFiles(some), A, B, OTHER));

    assertThat(findings(narrowed)).containsExactly("other.tmp UNLISTED NO_LONGER_TOLD");
    assertThat(files(narrowed)).isEmpty();
    assertThat(narrowed.incomparabilities()).containsExactly(Incomparability.POLICY_DIFFERS);
    assertThat(narrowed.result()).isEqualTo(Result.NOT_COMPARABLE);
  }

  private static List<String> patterns(String pattern) {
    return pattern.isEmpty() ? List.of() : List.of(pattern);
  }

  @Test
  void aFileOfARowThatIsNotLookedAtNowIsNotGone() {
    FileFilter others = new FileFilter(List.of(), List.of("a.*"));

    Comparison comparison =
        Comparison.of(
            audit(A_SHORT, B), audit(AuditPolicy.asPrinted().withFiles(others), A_SHORT, B));

    assertThat(findings(comparison))
        .containsExactly("a.msi PRESENCE NEW_FAILURE", "a.msi SIZE NO_LONGER_TOLD");
    assertThat(files(comparison)).isEmpty();
  }

  @Test
  void theSamePatternsInAnotherOrderAreTheSameQuestion() {
    Comparison same =
        Comparison.of(
            audit(excluding("x.*", "*.tmp"), A, B), audit(excluding("*.tmp", "x.*", "x.*"), A, B));
    Comparison other =
        Comparison.of(audit(excluding("x.*", "*.tmp"), A, B), audit(excluding("x.*"), A, B));

    assertThat(same.result()).isEqualTo(Result.NO_DIFFERENCE);
    assertThat(reasons(other))
        .containsExactly(
            "POLICY_DIFFERS files looked at: all but '*.tmp' and 'x.*' -> all but 'x.*'");
  }

  private static AuditPolicy excluding(String... patterns) {
    return AuditPolicy.asPrinted().withFiles(new FileFilter(List.of(), List.of(patterns)));
  }

  @Test
  void aForbiddenFileInAFolderThatCannotBeListedNowIsNotFixed() {
    Comparison comparison =
        Comparison.of(
            below(List.of(A, B, Given.file("below/x.tmp", 7, THEN)), List.of()),
            below(List.of(A, B), List.of(new Inventory.Gap("below", "permission denied"))));

    assertThat(findings(comparison))
        .containsExactly("FOLDER_NOT_LISTED NEW_DOUBT", "below/x.tmp UNLISTED NO_LONGER_TOLD");
    assertThat(files(comparison)).isEmpty();
    assertThat(comparison.result()).isEqualTo(Result.UNDECIDED);
  }

  private static AuditRecord below(List<ObservedFile> files, List<Inventory.Gap> gaps) {
    return AuditRecord.of(
        Given.audit(
            ARTICLE, new Inventory("rollup", true, files, gaps, List.of(), List.of()), FORBIDDING));
  }

  @Test
  void aPlaceThatHadToBeAuditedAndIsNotIsANewDoubt() {
    Comparison missing = Comparison.of(Audits.notAudited("dns"), Audits.notAudited("dns", "mps"));
    Comparison same = Comparison.of(Audits.notAudited("dns"), Audits.notAudited("dns"));
    Comparison dropped = Comparison.of(Audits.notAudited("dns", "mps"), Audits.notAudited("mps"));

    assertThat(findings(missing))
        .contains("dns NOT_AUDITED STILL_IN_DOUBT", "mps NOT_AUDITED NEW_DOUBT");
    assertThat(same.result()).isEqualTo(Result.NO_DIFFERENCE);
    assertThat(findings(dropped)).contains("dns NOT_AUDITED ASKED_OTHERWISE");
    assertThat(dropped.result()).isEqualTo(Result.NOT_COMPARABLE);
  }

  @Test
  void aFileOfWhichNothingIsCheckedNowIsInDoubt() {
    AuditRecord nothing = Audits.nothingChecked();

    assertThat(findings(Comparison.of(nothing, nothing)))
        .containsExactly("a.msi NOTHING_CHECKED STILL_IN_DOUBT");
    assertThat(
            findings(
                Comparison.of(with(nothing, Check.SIZE, new Outcome.Passed("5 bytes")), nothing)))
        .containsExactly("a.msi SIZE NO_LONGER_CHECKED", "a.msi NOTHING_CHECKED NEW_DOUBT");
  }

  @Test
  void ofAFileThatDiffersItIsSaidInWhat() {
    ObservedFile hashed = Given.hashed(A, '1');
    ObservedFile other = Given.hashed(Given.file("A.msi", 6, "2011-03-10T10:04:31Z"), '2');

    assertThat(files(Comparison.of(audit(hashed, B), audit(other, B))))
        .containsExactly(
            "CHANGED A.msi PATH a.msi -> A.msi SIZE 5 bytes -> 6 bytes"
                + " MODIFIED 2011-03-10T10:04:30Z -> 2011-03-10T10:04:31Z DIGEST SHA-256 "
                + "1".repeat(64)
                + " -> SHA-256 "
                + "2".repeat(64));
    assertThat(files(Comparison.of(audit(hashed, B), audit(A, B)))).isEmpty();
  }

  @Test
  void whatAPackageSaysOfItselfNowIsSaidWhereNothingElseDiffers() {
    Article article = Given.article(Given.row("Alpha.msi", 5, LISTED));
    ObservedFile one = Given.file("Alpha.msi", 5, THEN, Given.packageFor("Intel;1033"));
    ObservedFile other = Given.file("Alpha.msi", 5, THEN, Given.packageFor("Intel;0"));

    Comparison comparison =
        Comparison.of(
            audit(article, AuditPolicy.asPrinted(), one),
            audit(article, AuditPolicy.asPrinted(), other));

    assertThat(files(comparison))
        .containsExactly(
            "CHANGED Alpha.msi EVIDENCE LANGUAGE: language 1033 -> LANGUAGE: language 0");
  }

  @Test
  void unlistedFilesThatAreNewGoneOrChangedAreSaid() {
    ObservedFile gone = Given.file("gone.txt", 1, THEN);
    ObservedFile changed = Given.file("other.tmp", 8, THEN);
    ObservedFile appeared = Given.file("appeared.txt", 1, THEN);

    Comparison comparison = Comparison.of(audit(A, B, gone, OTHER), audit(A, B, appeared, changed));

    assertThat(files(comparison))
        .containsExactly(
            "NEW appeared.txt", "GONE gone.txt", "CHANGED other.tmp SIZE 7 bytes -> 8 bytes");
    assertThat(comparison.count(FileChange.Kind.NEW)).isEqualTo(1);
    assertThat(comparison.result()).isEqualTo(Result.NO_NEW_FAILURE);
  }

  @Test
  void aFileThatARowHasTakenOrLetGoOfIsNeitherNewNorGone() {
    AuditRecord onlyA = audit(Given.article(ARTICLE.rows().get(0)), AuditPolicy.asPrinted(), A, B);

    assertThat(files(Comparison.of(onlyA, audit(A, B))))
        .containsExactly("CHANGED b.msi ROW unlisted -> row 2");
    assertThat(files(Comparison.of(audit(A, B), onlyA)))
        .containsExactly("CHANGED b.msi ROW row 2 -> unlisted");
  }

  @Test
  void filesInFoldersThatOneAuditDidNotLookIntoAreNeitherNewNorGone() {
    AuditRecord deep = below(List.of(A, B, Given.file("below/x.tmp", 7, THEN)), List.of());
    AuditRecord flat =
        AuditRecord.of(Given.audit(ARTICLE, Inventory.of("rollup", List.of(A, B)), FORBIDDING));

    assertThat(files(Comparison.of(deep, flat))).isEmpty();
    assertThat(files(Comparison.of(flat, deep))).isEmpty();
    assertThat(findings(Comparison.of(deep, flat)))
        .containsExactly("below/x.tmp UNLISTED NO_LONGER_TOLD");
  }

  @Test
  void rowsOutOfOrderAreNeverTakenForOthers() {
    List<FileRecord> reversed = new ArrayList<>();
    audit(A_SHORT, B).places().get(0).files().forEach(each -> reversed.add(0, each));

    Comparison comparison = Comparison.of(with(audit(A_SHORT, B), reversed), audit(A, B));

    assertThat(comparison.result()).isEqualTo(Result.NOT_COMPARABLE);
    assertThat(comparison.count(FIXED)).isZero();
  }

  @Test
  void changesThatLeaveSomethingOpenAreTold() {
    assertThat(Stream.of(Change.values()).filter(Change::leavesOpen))
        .containsExactly(NO_LONGER_TOLD, NEW_DOUBT, NO_LONGER_CHECKED);
    assertThat(Stream.of(Change.values()).filter(Change::isStill))
        .containsExactly(Change.STILL_WAIVED, STILL_FAILING, STILL_IN_DOUBT);
    assertThat(Stream.of(Change.values()).filter(Change::failsAnew))
        .containsExactly(NEW_FAILURE, Change.NO_LONGER_WAIVED);
    assertThat(Stream.of(Change.values()).filter(each -> each.remedy().isEmpty()))
        .containsExactly(FIXED, SETTLED);
  }

  @Test
  void whatAWaiverCoversNowIsNotFixed() {
    Comparison comparison = Comparison.of(audit(A_SHORT, B), waived(A_SHORT, B));

    assertThat(findings(comparison)).containsExactly("a.msi SIZE NEWLY_WAIVED");
    assertThat(comparison.result()).isEqualTo(Comparison.Result.NO_NEW_FAILURE);
  }

  @Test
  void whatNoWaiverCoversAnyMoreFailsAnew() {
    Comparison comparison = Comparison.of(waived(A_SHORT, B), audit(A_SHORT, B));

    assertThat(findings(comparison)).containsExactly("a.msi SIZE NO_LONGER_WAIVED");
    assertThat(comparison.result()).isEqualTo(Comparison.Result.NEW_FAILURES);
  }

  @Test
  void whatIsWaivedBothTimesIsNoDifference() {
    Comparison comparison = Comparison.of(waived(A_SHORT, B), waived(A_SHORT, B));

    assertThat(findings(comparison)).containsExactly("a.msi SIZE STILL_WAIVED");
    assertThat(comparison.result()).isEqualTo(Comparison.Result.NO_DIFFERENCE);
  }

  @Test
  void whatWasWaivedAndPassesIsFixed() {
    Comparison comparison = Comparison.of(waived(A_SHORT, B), waived(A, B));

    assertThat(findings(comparison)).containsExactly("a.msi SIZE FIXED");
  }
}
