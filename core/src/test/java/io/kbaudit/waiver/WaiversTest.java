package io.kbaudit.waiver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.kbaudit.audit.AuditPolicy;
import io.kbaudit.audit.AuditResult;
import io.kbaudit.audit.Cause;
import io.kbaudit.audit.Check;
import io.kbaudit.audit.DeploymentResult;
import io.kbaudit.audit.FileAudit;
import io.kbaudit.audit.FileResult;
import io.kbaudit.audit.Given;
import io.kbaudit.audit.JudgedWaivers;
import io.kbaudit.audit.UnlistedFiles;
import io.kbaudit.audit.Verdict;
import io.kbaudit.audit.WaiverState;
import io.kbaudit.inventory.Inventory;
import io.kbaudit.report.Places;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A waiver covers what it names, on its days, and nothing else. */
class WaiversTest {
  private static final LocalDate DAY = LocalDate.parse("2026-11-30");

  /** One file is smaller and older than listed. */
  private static final AuditResult SMALLER_AND_OLDER =
      Given.audit(
          Given.article(Given.row("a.msi", 5, "2011-03-10T10:04Z")),
          Given.folder(Given.file("a.msi", 4, "2010-01-01T00:00:00Z")));

  /** One file cannot be read. */
  private static final AuditResult UNREADABLE =
      Given.audit(
          Given.article(Given.row("a.msi", 5, "2011-03-10T10:04Z")),
          Given.folder(Given.unreadable("a.msi", "denied")));

  @Test
  void whatItNamesIsWaivedAndStaysAFailure() throws IOException {
    AuditResult result =
        waivers("file: a.msi, check: [SIZE, DATE]").applyTo(SMALLER_AND_OLDER, DAY);

    FileAudit file = result.files().get(0);
    assertThat(result.verdict()).isEqualTo(Verdict.COMPLIANT);
    assertThat(result.tally().waived()).isEqualTo(1);
    assertThat(file.result()).isEqualTo(FileResult.WAIVED);
    assertThat(file.waived()).containsOnlyKeys(Check.SIZE, Check.DATE);
    assertThat(file.outcomes()).isEqualTo(SMALLER_AND_OLDER.files().get(0).outcomes());
    assertThat(uses(result)).isEqualTo(Map.of(WaiverState.APPLIED, 2));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "file: a.msi, check: SIZE",
        "file: a.msi, check: [SIZE, DATE], cause: SMALLER",
        "file: a.msi, check: [SIZE, DATE], cause: OLDER"
      })
  void whatItDoesNotNameFailsStill(String waiver) throws IOException {
    AuditResult result = waivers(waiver).applyTo(SMALLER_AND_OLDER, DAY);

    assertThat(result.verdict()).isEqualTo(Verdict.NON_COMPLIANT);
    assertThat(result.files().get(0).result()).isEqualTo(FileResult.FAIL);
    assertThat(uses(result)).isEqualTo(Map.of(WaiverState.APPLIED, 1));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "file: b.msi, check: [SIZE, DATE]",
        "file: a, check: [SIZE, DATE]",
        "file: a.msi, check: [HASH, VERSION]",
        "file: a.msi, check: [SIZE, DATE], cause: LARGER",
        "location: dns, file: a.msi, check: [SIZE, DATE]"
      })
  void whatNamesSomethingElseCoversNothing(String waiver) throws IOException {
    AuditResult result = waivers(waiver).applyTo(SMALLER_AND_OLDER, DAY);

    assertThat(result.verdict()).isEqualTo(Verdict.NON_COMPLIANT);
    assertThat(result.files().get(0).waived()).isEmpty();
    assertThat(uses(result)).isEqualTo(Map.of(WaiverState.UNMATCHED, 0));
  }

  @ParameterizedTest(name = "{0}, {1} to {2}: {3}")
  @CsvSource({
    "2026-11-30, 2026-11-30, 2026-11-30, APPLIED",
    "2026-11-30, 2026-11-01, 2026-11-30, APPLIED",
    "2026-11-30, 2026-11-30, 2027-03-31, APPLIED",
    "2026-12-01, 2026-11-01, 2026-11-30, EXPIRED",
    "2026-11-29, 2026-11-30, 2027-03-31, NOT_YET_VALID"
  })
  void itsFirstAndItsLastDayAreAmongItsDays(
      LocalDate day, String from, String expiry, WaiverState state) throws IOException {
    AuditResult result =
        read("- {file: a.msi, check: [SIZE, DATE], reason: r, approver: a, from: %s, expiry: %s}"
                .formatted(from, expiry))
            .applyTo(SMALLER_AND_OLDER, day);

    assertThat(uses(result)).containsOnlyKeys(state);
    assertThat(result.verdict() == Verdict.COMPLIANT).isEqualTo(state == WaiverState.APPLIED);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "{check: [SIZE, DATE], reason: r, approver: a, expiry: 2027-03-31}",
        "{file: a.msi, reason: r, approver: a, expiry: 2027-03-31}",
        "{file: a.msi, check: [SIZE, DATE], approver: a, expiry: 2027-03-31}",
        "{file: a.msi, check: [SIZE, DATE], reason: r, expiry: 2027-03-31}",
        "{file: a.msi, check: [SIZE, DATE], reason: r, approver: a}",
        "{file: a.msi, check: [SIZE, DATE], reason: ' ', approver: a, expiry: 2027-03-31}",
        "{file: a.msi, check: [SIZE, DATE], reason: r, approver: \"\\u200B\\u00A0\", expiry: 2027-03-31}",
        "{row: 1, check: [SIZE, DATE], reason: r, approver: a, expiry: 2027-03-31}",
        "{}"
      })
  void whatIsNotWholeCoversNothing(String waiver) throws IOException {
    AuditResult result = read("- " + waiver).applyTo(SMALLER_AND_OLDER, DAY);

    assertThat(result.verdict()).isEqualTo(Verdict.NON_COMPLIANT);
    assertThat(uses(result)).isEqualTo(Map.of(WaiverState.INCOMPLETE, 0));
  }

  @Test
  void whatIsUndecidedIsCoveredWhereThatIsSaidAlone() throws IOException {
    AuditResult failuresAlone = waivers("file: a.msi, check: PRESENCE").applyTo(UNREADABLE, DAY);
    AuditResult both =
        waivers("file: a.msi, check: PRESENCE, undecided: true").applyTo(UNREADABLE, DAY);

    assertThat(failuresAlone.verdict()).isEqualTo(Verdict.INDETERMINATE);
    assertThat(uses(failuresAlone)).isEqualTo(Map.of(WaiverState.UNMATCHED, 0));
    assertThat(both.verdict()).isEqualTo(Verdict.COMPLIANT);
  }

  @Test
  void namesAreComparedAsWindowsDoesInEveryLocale() throws IOException {
    Locale locale = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("tr-TR"));
    try {
      AuditResult result =
          waivers("file: A.MSI, check: [size, date]").applyTo(SMALLER_AND_OLDER, DAY);

      assertThat(result.verdict()).isEqualTo(Verdict.COMPLIANT);
    } finally {
      Locale.setDefault(locale);
    }
  }

  @Test
  void aFileIsKnownByTheNameUnderWhichItWasFoundToo() throws IOException {
    AuditResult renamed =
        Given.audit(
            Given.article(Given.row("a.msi", 5, "2011-03-10T10:04Z")),
            Given.folder(Given.file("copy of a.msi", 5, "2011-03-10T10:04:00Z")));

    AuditResult result = waivers("file: copy of a.msi, check: NAME").applyTo(renamed, DAY);

    assertThat(renamed.verdict()).isEqualTo(Verdict.NON_COMPLIANT);
    assertThat(result.verdict()).isEqualTo(Verdict.COMPLIANT);
  }

  /** As of one file for two kinds of processors, or of two whose names are cut alike. */
  @Test
  void ofSeveralRowsOfOneNameItCoversTheOneThatItNamesByItsRow() throws IOException {
    AuditResult twoRows =
        Given.audit(
            Given.article(
                Given.row("a.msi", 5, "2011-03-10T10:04Z"),
                Given.row("A.msi", 6, "2011-03-10T10:04Z")),
            Given.folder(Given.file("b.msi", 7, "2011-03-10T10:04:00Z")));

    AuditResult unsaid = waivers("file: a.msi, check: PRESENCE").applyTo(twoRows, DAY);
    AuditResult second = waivers("file: a.msi, row: 2, check: PRESENCE").applyTo(twoRows, DAY);
    AuditResult third = waivers("file: a.msi, row: 3, check: PRESENCE").applyTo(twoRows, DAY);

    assertThat(unsaid.files()).extracting(FileAudit::result).containsOnly(FileResult.FAIL);
    assertThat(uses(unsaid)).isEqualTo(Map.of(WaiverState.UNSPECIFIC, 0));
    assertThat(second.files())
        .extracting(FileAudit::result)
        .containsExactly(FileResult.FAIL, FileResult.WAIVED);
    assertThat(uses(second)).isEqualTo(Map.of(WaiverState.APPLIED, 1));
    assertThat(third.files()).extracting(FileAudit::result).containsOnly(FileResult.FAIL);
    assertThat(uses(third)).isEqualTo(Map.of(WaiverState.UNMATCHED, 0));
  }

  @Test
  void forbiddenFilesAreNoFindingsOfAnyCheck() throws IOException {
    AuditResult forbidden =
        Given.audit(
            Given.article(Given.row("a.msi", 5, "2011-03-10T10:04Z")),
            Given.folder(
                Given.file("a.msi", 5, "2011-03-10T10:04:00Z"),
                Given.file("b.tmp", 5, "2011-03-10T10:04:00Z")),
            AuditPolicy.asPrinted().withUnlistedFiles(UnlistedFiles.FAIL));

    AuditResult result =
        waivers("file: b.tmp, check: [PRESENCE, NAME, SIZE, DATE], undecided: true")
            .applyTo(forbidden, DAY);

    assertThat(result.verdict()).isEqualTo(Verdict.NON_COMPLIANT);
    assertThat(uses(result)).isEqualTo(Map.of(WaiverState.UNMATCHED, 0));
  }

  @Test
  void ofSeveralThatCoverAFindingTheFirstDoes() throws IOException {
    AuditResult result =
        waivers(
                "file: a.msi, check: SIZE",
                "file: a.msi, check: [SIZE, DATE]",
                "file: a.msi, check: DATE")
            .applyTo(SMALLER_AND_OLDER, DAY);

    assertThat(result.files().get(0).waived().values())
        .extracting(w -> w.line())
        .containsExactly(1, 2);
    assertThat(result.waivers().orElseThrow().uses())
        .extracting(JudgedWaivers.Use::state)
        .containsExactly(WaiverState.APPLIED, WaiverState.APPLIED, WaiverState.UNMATCHED);
  }

  @Test
  void ofSeveralServersItCoversTheOneThatItNamesByLocationOrLabel() throws IOException {
    DeploymentResult servers =
        DeploymentResult.of(
            Places.ARTICLE,
            Places.PROFILE,
            List.of(
                Places.place("dns", Inventory.of("dns01", List.of()).withLabel("DNS01")),
                Places.place("sharepoint", Inventory.of("c1", List.of()).withLabel("COLLAB01")),
                Places.place("sharepoint", Inventory.of("c2", List.of()).withLabel("COLLAB02"))));
    String file = "file: WindowsSharePointServicesWebService.msi, check: PRESENCE";

    assertThat(results(servers, "location: COLLAB02, " + file)).containsExactly(1, 1, 0);
    assertThat(results(servers, "location: sharepoint, " + file)).containsExactly(1, 0, 0);
    assertThat(results(servers, "location: dns, " + file)).containsExactly(1, 1, 1);
    assertThat(results(servers, "location: collab02, " + file)).containsExactly(1, 1, 1);
    assertThat(results(servers, file)).containsExactly(1, 1, 1);
  }

  @Test
  void aServerThatIsCalledAsALocationIsIsNotMeantByThatName() throws IOException {
    DeploymentResult servers =
        DeploymentResult.of(
            Places.ARTICLE,
            Places.PROFILE,
            List.of(
                Places.place("dns", Inventory.of("dns01", List.of()).withLabel("msi-share")),
                Places.place("sharepoint", Inventory.of("c1", List.of()).withLabel("dns"))));

    assertThat(results(servers, "location: msi-share, file: DNSClient.msi, check: PRESENCE"))
        .containsExactly(1, 1);
    assertThat(results(servers, "location: dns, file: DNSClient.msi, check: PRESENCE"))
        .containsExactly(0, 1);
  }

  /** Returns how many files of each place still fail. */
  private static List<Integer> results(DeploymentResult servers, String waiver) throws IOException {
    return waivers(waiver).applyTo(servers, DAY).places().stream()
        .map(place -> place.tally().failed())
        .toList();
  }

  @Test
  void ofWhatNobodyCouldLookAtNothingIsWaived() throws IOException {
    DeploymentResult servers =
        DeploymentResult.of(
            Places.ARTICLE,
            Places.PROFILE,
            List.of(Places.place("dns", Inventory.unreachable("dns01", false, "gone"))));

    DeploymentResult result =
        waivers("location: dns, file: DNSClient.msi, check: PRESENCE, undecided: true")
            .applyTo(servers, DAY);

    assertThat(result.verdict()).isEqualTo(Verdict.INDETERMINATE);
    assertThat(result.places().get(0).tally().undecided()).isEqualTo(1);
    assertThat(result.waivers().orElseThrow().count(WaiverState.UNMATCHED)).isEqualTo(1);
  }

  @Test
  void aRowCannotBeToldToBeWaivedByWhatDoesNotCoverIt() throws IOException {
    Waivers other = waivers("file: a.msi, check: SIZE, cause: LARGER");

    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                SMALLER_AND_OLDER
                    .files()
                    .get(0)
                    .withWaived(Map.of(Check.SIZE, other.waivers().get(0))))
        .withMessage("the waiver in line 1 does not cover SIZE");
    assertThat(other.waivers().get(0).causes()).containsExactly(Cause.LARGER);
  }

  private static Map<WaiverState, Integer> uses(AuditResult result) {
    JudgedWaivers.Use use = result.waivers().orElseThrow().uses().get(0);
    return Map.of(use.state(), use.findings());
  }

  private static Waivers waivers(String... waivers) throws IOException {
    StringBuilder yaml = new StringBuilder();
    for (String waiver : waivers) {
      yaml.append("- {").append(waiver).append(", reason: r, approver: a, expiry: 2027-03-31}\n");
    }
    return read(yaml.toString());
  }

  private static Waivers read(String yaml) throws IOException {
    return WaiverReader.read(
        new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)), "waivers.yaml");
  }
}
