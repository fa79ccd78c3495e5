package io.kbaudit.report.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;

import io.kbaudit.audit.Verdict;
import io.kbaudit.record.AuditRecord;
import io.kbaudit.record.FileRecord;
import io.kbaudit.record.FolderRecord;
import io.kbaudit.report.Audits;
import io.kbaudit.report.Case;
import io.kbaudit.report.Hostile;
import io.kbaudit.report.NotGreen;
import io.kbaudit.script.Programs;
import io.kbaudit.script.Run;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrometheusAuditReportTest {
  private static final String PLACE =
      "article=\"KB1234567\",location=\"\",folder=\"rollup\",place=\"1\"";

  @Test
  void prometheusTakesItWithoutAWord(@TempDir Path folder)
      throws IOException, InterruptedException {
    Programs.skipAloudWithout("promtool", "no gauges are checked by Prometheus itself");
    List<AuditRecord> audits = new ArrayList<>(NotGreen.andEveryCase());
    audits.add(Hostile.audit());
    for (AuditRecord audit : audits) {
      Files.writeString(folder.resolve("kbaudit.prom"), report(audit));

      Run run =
          Run.of(List.of("sh", "-c", "promtool check metrics < kbaudit.prom"), folder, Map.of());

      assertThat(run).isEqualTo(new Run(0, List.of(), List.of()));
    }
  }

  @Test
  void aPlaceIsCompliantWhereItsVerdictSaysSoAndNowhereElse() throws IOException {
    for (AuditRecord audit : NotGreen.andEveryCase()) {
      List<Integer> verdicts =
          new ArrayList<>(
              audit.places().stream()
                  .map(place -> place.verdict() == Verdict.COMPLIANT ? 1 : 0)
                  .toList());
      audit.notAudited().forEach(place -> verdicts.add(0));

      assertThat(valuesOf("kbaudit_compliant", report(audit))).isEqualTo(verdicts);
    }
  }

  @Test
  void exactlyOneVerdictIsSet() throws IOException {
    assertThat(series(report(NotGreen.ROW_UNREAD.audit())))
        .contains(
            entry("kbaudit_verdict{" + PLACE + ",verdict=\"COMPLIANT\"}", 0),
            entry("kbaudit_verdict{" + PLACE + ",verdict=\"NON_COMPLIANT\"}", 0),
            entry("kbaudit_verdict{" + PLACE + ",verdict=\"INDETERMINATE\"}", 1));
  }

  @ParameterizedTest
  @CsvSource({
    "UNLISTED, kbaudit_forbidden_files, ''",
    "UNLISTED, kbaudit_unlisted_files, ''",
    "FOLDER_NOT_LISTED, kbaudit_folders_not_listed, ''",
    "UNREACHABLE, kbaudit_unreachable, ''",
    "ROW_UNREAD, kbaudit_unread_rows, ''",
    "COLUMN_UNREAD, kbaudit_unread_columns, ''",
    "OTHER_THAN_BUNDLED, kbaudit_other_than_bundled, ''",
    "NOTHING_CHECKED, kbaudit_files, ',result=\"UNDECIDED\"'",
  })
  void whatKeepsAPlaceFromBeingGreenIsCounted(NotGreen given, String gauge, String label)
      throws IOException {
    assertThat(series(report(given.audit()))).containsEntry(gauge + "{" + PLACE + label + "}", 1);
  }

  @Test
  void noSeriesVanishesWhenWhatItCountsDoes() throws IOException {
    assertThat(series(report(Case.FAIL.audit())))
        .hasSameSizeAs(series(report(Case.PASS.audit())))
        .containsOnlyKeys(series(report(Case.PASS.audit())).keySet());
    assertThat(series(report(Case.FAIL.audit())))
        .contains(
            entry("kbaudit_findings{" + PLACE + ",cause=\"SMALLER\"}", 1),
            entry("kbaudit_checks{" + PLACE + ",check=\"PRESENCE\",outcome=\"FAILED\"}", 1));
    assertThat(series(report(Case.PASS.audit())))
        .contains(
            entry("kbaudit_findings{" + PLACE + ",cause=\"SMALLER\"}", 0),
            entry("kbaudit_checks{" + PLACE + ",check=\"PRESENCE\",outcome=\"FAILED\"}", 0));
  }

  @Test
  void whatIsWaivedIsCountedAndIsNoFinding() throws IOException {
    assertThat(series(report(Case.WAIVED.audit())))
        .contains(
            entry("kbaudit_compliant{" + PLACE + "}", 1),
            entry("kbaudit_waived{" + PLACE + "}", 4),
            entry("kbaudit_files{" + PLACE + ",result=\"WAIVED\"}", 3),
            entry("kbaudit_checks{" + PLACE + ",check=\"PRESENCE\",outcome=\"WAIVED\"}", 2),
            entry("kbaudit_checks{" + PLACE + ",check=\"PRESENCE\",outcome=\"FAILED\"}", 0),
            entry("kbaudit_findings{" + PLACE + ",cause=\"MISSING\"}", 0),
            entry("kbaudit_waivers{" + PLACE + ",state=\"APPLIED\"}", 3),
            entry("kbaudit_waivers{" + PLACE + ",state=\"EXPIRED\"}", 1),
            // 2027-04-01T00:00Z
            entry("kbaudit_waiver_next_expiry_timestamp_seconds{" + PLACE + "}", 1_806_537_600));
  }

  @Test
  void whatWasLeftOutOfTheQuestionIsSet() throws IOException {
    assertThat(series(report(Case.NARROWED.audit())))
        .contains(
            entry("kbaudit_not_audited{" + PLACE + ",what=\"DATE\"}", 1),
            entry("kbaudit_not_audited{" + PLACE + ",what=\"SIZE\"}", 0),
            entry("kbaudit_not_audited{" + PLACE + ",what=\"unlisted files\"}", 1));
  }

  @Test
  void twoPlacesOfOneNameAreTwoSeries() throws IOException {
    AuditRecord one = Case.PASS.audit();
    FolderRecord place = one.places().get(0);
    AuditRecord two =
        new AuditRecord(one.toolVersion(), one.article(), List.of(place, place), true, List.of());

    assertThat(valuesOf("kbaudit_compliant", report(two))).containsExactly(1, 1);
  }

  @Test
  void placesThatNobodyLookedAtAreCounted() throws IOException {
    assertThat(series(report(Case.SEVERAL.audit())))
        .contains(
            entry("kbaudit_unaudited_places{article=\"KB2492954\",optional=\"false\"}", 4),
            entry("kbaudit_unaudited_places{article=\"KB2492954\",optional=\"true\"}", 1));
  }

  @Test
  void placesThatHadToBeAuditedAreNotCompliant() throws IOException {
    assertThat(series(report(NotGreen.NOT_AUDITED.audit())))
        .contains(
            entry("kbaudit_not_audited_places{article=\"KB1234567\"}", 1),
            entry(
                "kbaudit_compliant{article=\"KB1234567\",location=\"dns\",folder=\"\",place=\"2\"}",
                0));
    assertThat(series(report(Case.SEVERAL.audit())))
        .contains(entry("kbaudit_not_audited_places{article=\"KB2492954\"}", 0));
  }

  @Test
  void aServerIsKnownByItsLabelWhereItHasOne() throws IOException {
    String server =
        "article=\"KB2492954\",location=\"sharepoint\",folder=\"collab02/temp\",place=\"4\",label=\"COLLAB02\"";

    assertThat(series(report(Case.UNREACHED.audit())))
        .contains(
            entry("kbaudit_unreachable{" + server + "}", 1),
            entry("kbaudit_compliant{" + server + "}", 0),
            entry(
                "kbaudit_unreachable{article=\"KB2492954\",location=\"dns\",folder=\"dns01\",place=\"1\"}",
                0));
  }

  @Test
  void ofAnAuditThatCannotBeReadToItsEndNothingIsWritten() throws IOException {
    AuditRecord whole = Case.PASS.audit();
    FolderRecord place = whole.places().get(0);
    Iterable<FileRecord> broken =
        () -> {
          throw new UncheckedIOException(new IOException("gone"));
        };
    FolderRecord halfRead =
        new FolderRecord(
            place.target(),
            place.policy(),
            broken,
            place.tally(),
            place.unlisted(),
            place.gaps(),
            place.leftOut(),
            place.remarks());
    AuditRecord audit =
        new AuditRecord(
            whole.toolVersion(), whole.article(), List.of(place, halfRead), true, List.of());
    StringWriter out = new StringWriter();

    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(() -> new PrometheusAuditReport().print(audit, out));
    assertThat(out.toString()).isEmpty();
  }

  private static List<Integer> valuesOf(String gauge, String report) {
    return series(report).entrySet().stream()
        .filter(series -> series.getKey().startsWith(gauge + "{"))
        .map(Map.Entry::getValue)
        .toList();
  }

  /** Refuses a series that is there twice, and a gauge whose series are not in one place. */
  private static Map<String, Integer> series(String report) {
    Map<String, Integer> series = new LinkedHashMap<>();
    String gauge = "";
    for (String line : report.lines().toList()) {
      if (line.startsWith("# TYPE ")) {
        gauge = line.split(" ", -1)[2];
      } else if (!line.startsWith("#")) {
        int blank = line.lastIndexOf(' ');
        String name = line.substring(0, blank);
        assertThat(name).startsWith(gauge + "{");
        assertThat(series.put(name, Integer.valueOf(line.substring(blank + 1)))).isNull();
      }
    }
    return series;
  }

  private static String report(AuditRecord audit) throws IOException {
    return Audits.written(new PrometheusAuditReport(), audit);
  }
}
