package io.kbaudit.report.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.audit.Given;
import io.kbaudit.record.AuditRecord;
import io.kbaudit.report.Audits;
import io.kbaudit.report.Case;
import io.kbaudit.report.Hostile;
import io.kbaudit.report.NotGreen;
import io.kbaudit.script.Programs;
import io.kbaudit.script.Run;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NagiosAuditReportTest {
  /** Of the Monitoring Plugins Development Guidelines, with ranges as they are used here. */
  private static final String VALUE =
      "'[a-z_]{1,19}'=[0-9]+(;[0-9]*(;[0-9]*(;[0-9]*(;[0-9]*)?)?)?)?";

  private static final String LINE =
      "KBAUDIT (OK|CRITICAL|UNKNOWN) - [^|\\n]+\\|" + VALUE + "( " + VALUE + ")*\n";

  @Test
  void itIsOneLineWithPerformanceDataBehindItsOnlyBar() throws IOException {
    List<AuditRecord> audits = new ArrayList<>(NotGreen.andEveryCase());
    audits.add(Hostile.audit());

    for (AuditRecord audit : audits) {
      assertThat(report(audit)).matches(LINE).hasSizeLessThan(1_000);
    }
  }

  @Test
  void theStateIsThatOfTheVerdict() throws IOException {
    for (AuditRecord audit : NotGreen.andEveryCase()) {
      String state =
          switch (audit.verdict()) {
            case COMPLIANT -> "OK";
            case NON_COMPLIANT -> "CRITICAL";
            case INDETERMINATE -> "UNKNOWN";
          };

      assertThat(report(audit)).startsWith("KBAUDIT " + state + " - ");
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatKeepsAPlaceFromBeingGreenIsNamed(NotGreen given) throws IOException {
    assertThat(report(given.audit())).contains(" " + given.obstacle().name() + "|");
    assertThat(report(given.besideAGreenPlace())).contains(" " + given.obstacle().name() + "|");
  }

  @Test
  void theThresholdsAloneNeverSayThatWhatIsNotGreenIs() throws IOException {
    for (AuditRecord audit : NotGreen.andEveryCase()) {
      List<String[]> exceeded =
          List.of(report(audit).strip().split("\\|", -1)[1].split(" ", -1)).stream()
              .map(value -> value.substring(value.indexOf('=') + 1).split(";", -1))
              .filter(value -> !value[0].equals("0") && (value[1] + value[2]).equals("0"))
              .toList();

      switch (audit.verdict()) {
        case COMPLIANT -> assertThat(exceeded).isEmpty();
        case NON_COMPLIANT -> assertThat(exceeded).anyMatch(value -> value[2].equals("0"));
        case INDETERMINATE ->
            assertThat(exceeded).isNotEmpty().allMatch(value -> value[1].equals("0"));
      }
    }
  }

  @Test
  void ofVeryManyFailuresTheRestIsCounted() throws IOException {
    List<ExpectedFile> rows = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      rows.add(Given.row("Package" + i + ".msi", i, "2011-03-10T10:04Z"));
    }

    String report = report(AuditRecord.of(Given.audit(Given.article(rows), Given.folder())));

    assertThat(report)
        .matches(LINE)
        .hasSizeBetween(800, 1_000)
        .contains("; Package0.msi PRESENCE MISSING, Package1.msi PRESENCE MISSING, ");
    int shown = report.split("PRESENCE MISSING", -1).length - 1;
    assertThat(report)
        .contains(", and " + String.format(Locale.ROOT, "%,d", 20_000 - shown) + " more|");
  }

  @Test
  void aQuestionThatCouldNotBeAskedIsUnknownInOneLineWithoutABar() {
    assertThat(NagiosAuditReport.unknown("the article 'a|b\n.txt' cannot be read"))
        .isEqualTo("KBAUDIT UNKNOWN - the article 'a<U+007C>b<U+000A>.txt' cannot be read");
    assertThat(NagiosAuditReport.unknown("|".repeat(1_000_000))).hasSizeLessThan(1_000);
  }

  @Test
  void perlsMonitoringPluginReadsTheSameValues(@TempDir Path folder)
      throws IOException, InterruptedException {
    Programs.skipAloudWithout("perl", "no performance data is read by another reader");
    String reader =
        """
        my $parsed = eval { require Monitoring::Plugin::Performance; 1 };
        if (!$parsed) { print "missing\\n"; exit }
        foreach my $value (Monitoring::Plugin::Performance->parse_perfstring($ARGV[0])) {
          print join(';', map { $_ // '' }
              $value->label, $value->value, $value->warning, $value->critical, $value->min,
              $value->max), "\\n";
        }
        """;
    String performance = report(Case.FAIL.audit()).strip().split("\\|", -1)[1];

    Run run = Run.of(List.of("perl", "-e", reader, performance), folder, Map.of());

    Programs.skipAloudIf(
        run.out().equals(List.of("missing")),
        "Monitoring::Plugin is not there: no performance data is read by another reader");
    assertThat(run.out())
        .containsExactly(
            "expected;13;;;0;",
            "passed;1;;;0;13",
            "failed;12;;0;0;13",
            "undecided;0;0;;0;13",
            "waived;0;;;0;13",
            "unlisted;1;;;0;",
            "forbidden;1;;0;0;",
            "folders_not_listed;0;0;;0;",
            "unreachable;0;0;;0;",
            "not_audited;0;0;;0;",
            "left_out;1;;;0;",
            "unread_rows;0;0;;0;",
            "unread_columns;0;0;;0;",
            "other_than_bundled;0;0;;0;1");
  }

  private static String report(AuditRecord audit) throws IOException {
    return Audits.written(new NagiosAuditReport(), audit);
  }
}
