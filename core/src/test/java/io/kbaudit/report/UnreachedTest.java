package io.kbaudit.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.audit.Verdict;
import io.kbaudit.record.AuditRecord;
import io.kbaudit.report.csv.CsvAuditReport;
import io.kbaudit.report.finding.PlaceNames;
import io.kbaudit.report.html.HtmlAuditReport;
import io.kbaudit.report.json.JsonAuditReport;
import io.kbaudit.report.junit.JunitAuditReport;
import io.kbaudit.report.markdown.MarkdownAuditReport;
import io.kbaudit.report.monitoring.NagiosAuditReport;
import io.kbaudit.report.sarif.SarifAuditReport;
import io.kbaudit.report.text.TextAuditReport;
import io.kbaudit.report.text.TextAuditReport.Detail;
import io.kbaudit.report.text.TextStyle;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A place that nobody could look at, and one that nobody named, as every format tells it. */
class UnreachedTest {
  private static final String REASON = "the token of MPS01 has expired";

  /** Where the reason stands for a whole place, and how the two rows of the place are not told. */
  static Stream<Arguments> formatsThatTellItOnce() {
    return Stream.of(
        Arguments.of(text(Detail.USUAL), "not reached: " + REASON),
        Arguments.of(new HtmlAuditReport(), "<b>UNREACHABLE:</b> not reached: " + REASON),
        Arguments.of(new MarkdownAuditReport(), "not reached: " + REASON),
        Arguments.of(new JunitAuditReport(), "<error type=\"UNREACHABLE\" message=\"not reached: "),
        Arguments.of(new SarifAuditReport(), "\"ruleId\": \"UNREACHABLE\""),
        Arguments.of(new NagiosAuditReport(), "not reached: " + REASON + " UNREACHABLE"));
  }

  @ParameterizedTest
  @MethodSource("formatsThatTellItOnce")
  void whoReadsIsToldOnce(AuditReport format, String told) throws IOException {
    assertThat(count(told, Audits.written(format, Audits.unreachable(REASON)))).isEqualTo(1);
    assertThat(count(told, Audits.writtenOfSaved(format, Audits.unreachable(REASON)))).isEqualTo(1);
  }

  @Test
  void whoAsksForEveryCheckIsToldOfEach() throws IOException {
    String report = Audits.written(text(Detail.EVERY_CHECK), Audits.unreachable(REASON));

    assertThat(count("PRESENCE   undecided UNREACHABLE:", report)).isEqualTo(2);
  }

  @Test
  void programsHaveARowForEachFile() throws IOException {
    String csv = Audits.written(new CsvAuditReport(), Audits.unreachable(REASON));
    String json = Audits.written(new JsonAuditReport(), Audits.unreachable(REASON));

    assertThat(count(",PRESENCE,UNDECIDED,UNREACHABLE,", csv)).isEqualTo(2);
    assertThat(count(",UNREACHABLE,UNDECIDED,UNREACHABLE,,,not reached: " + REASON, csv))
        .isEqualTo(1);
    assertThat(count("\"cause\": \"UNREACHABLE\"", json)).isEqualTo(2);
    assertThat(count("\"unreachable\": \"" + REASON + "\"", json)).isEqualTo(1);
    assertThat(count("\"obstacles\": [\n    \"UNREACHABLE\"\n  ]", json)).isEqualTo(1);
  }

  @Test
  void theLastLineNamesThePlacesThatWereNotReached() throws IOException {
    assertThat(TextAuditReport.summary(Audits.severalUnreachable()))
        .isEqualTo(
            "INDETERMINATE: 4 locations, 24 expected, 1 passed, 0 failed, 23 undecided, 0 unlisted;"
                + " not reached: msi-share, sharepoint COLLAB01, sharepoint COLLAB02; not audited:"
                + " package, resource-manager, oab-utility (optional), installed, contents"
                + " (METADATA_ONLY)");
    assertThat(TextAuditReport.summary(Audits.unreachable(REASON)))
        .isEqualTo(
            "INDETERMINATE: 2 expected, 0 passed, 0 failed, 2 undecided, 0 unlisted, not reached");
  }

  @Test
  void quietlyTheLastLineIsAll() throws IOException {
    AuditRecord audit = Audits.severalUnreachable();

    assertThat(Audits.written(text(Detail.SUMMARY), audit))
        .isEqualTo(TextAuditReport.summary(audit) + "\n");
  }

  @Test
  void severalPlacesAreATableBeforeTheLastLine() throws IOException {
    assertThat(Audits.written(text(Detail.USUAL), Audits.severalUnreachable()))
        .contains(
            """

            Location    Label     Expected  Passed  Failed  Undecided
            dns                          1       1       0          0
            msi-share                   21       0       0         21  not reached
            sharepoint  COLLAB01         1       0       0          1  not reached
            sharepoint  COLLAB02         1       0       0          1  not reached

            INDETERMINATE:\
            """);
  }

  @Test
  void ofOnePlaceThereIsNoTable() throws IOException {
    assertThat(Audits.written(text(Detail.USUAL), Audits.notAudited("dns")))
        .doesNotContain("Expected  Passed");
  }

  @Test
  void serversWithoutLabelAreToldApartByTheirFolders() throws IOException {
    assertThat(Audits.written(text(Detail.USUAL), Case.SEVERAL.audit()))
        .contains(
            """
            Location    Folder    Expected  Passed  Failed  Undecided
            dns                          1       1       0          0
            sharepoint  collab01         1       0       1          0
            sharepoint  collab02         1       0       0          1
            """);
    assertThat(PlaceNames.of(Case.SEVERAL.audit()))
        .containsExactly("dns", "sharepoint, collab01", "sharepoint, collab02");
  }

  @Test
  void serversWithLabelsAreCalledByThem() throws IOException {
    assertThat(PlaceNames.of(Case.UNREACHED.audit()))
        .containsExactly("dns", "msi-share", "sharepoint, COLLAB01", "sharepoint, COLLAB02");
  }

  @ParameterizedTest
  @MethodSource("formatsForPeople")
  void aLabelIsShownWhereTheLocationIs(AuditReport format) throws IOException {
    assertThat(Audits.written(format, Case.UNREACHED.audit()))
        .containsPattern("sharepoint[, ]{1,2}COLLAB02|COLLAB02\"");
  }

  static Stream<AuditReport> formatsForPeople() {
    return Stream.of(
        text(Detail.USUAL),
        new HtmlAuditReport(),
        new MarkdownAuditReport(),
        new JunitAuditReport(),
        new SarifAuditReport(),
        new NagiosAuditReport(),
        new JsonAuditReport());
  }

  @Test
  void inATableOfValuesTheLabelIsAColumn() throws IOException {
    assertThat(Audits.written(new CsvAuditReport(), Case.UNREACHED.audit()).lines())
        .anyMatch(line -> line.endsWith(",COLLAB01,,,,"))
        .first()
        .asString()
        .contains(",signer,label,");
  }

  @Test
  void whatHadToBeAuditedIsAnErrorOfABuild() throws IOException {
    String report = Audits.written(new JunitAuditReport(), Audits.notAudited("dns", "share"));

    assertThat(report)
        .contains(
            "<testsuite name=\"not audited\" tests=\"2\" failures=\"0\" errors=\"2\""
                + " skipped=\"0\"");
    assertThat(count("<error type=\"NOT_AUDITED\"", report)).isEqualTo(2);
  }

  @Test
  void whatHadToBeAuditedIsAResultOfALog() throws IOException {
    assertThat(
            count(
                "\"ruleId\": \"NOT_AUDITED\"",
                Audits.written(new SarifAuditReport(), Audits.notAudited("dns", "share"))))
        .isEqualTo(2);
  }

  @ParameterizedTest
  @MethodSource("formatsForPeople")
  void whatHadToBeAuditedIsSaidByItsId(AuditReport format) throws IOException {
    AuditRecord audit = Audits.notAudited("dns");

    assertThat(audit.verdict()).isEqualTo(Verdict.INDETERMINATE);
    assertThat(Audits.written(format, audit)).contains("NOT_AUDITED", "dns");
  }

  private static TextAuditReport text(Detail detail) {
    return new TextAuditReport(TextStyle.plain(StandardCharsets.UTF_8), detail);
  }

  private static long count(String told, String report) {
    return Pattern.compile(Pattern.quote(told)).matcher(report).results().count();
  }
}
