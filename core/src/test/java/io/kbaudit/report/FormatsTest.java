package io.kbaudit.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.audit.Given;
import io.kbaudit.record.AuditRecord;
import io.kbaudit.report.csv.CsvAuditReport;
import io.kbaudit.report.html.HtmlAuditReport;
import io.kbaudit.report.junit.JunitAuditReport;
import io.kbaudit.report.markdown.MarkdownAuditReport;
import io.kbaudit.report.monitoring.NagiosAuditReport;
import io.kbaudit.report.monitoring.PrometheusAuditReport;
import io.kbaudit.report.sarif.SarifAuditReport;
import io.kbaudit.text.Printable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;

/** What formats that are not for screens have in common; {@link Golden} keeps them. */
class FormatsTest {
  private enum Format {
    CSV(new CsvAuditReport(), ".csv"),
    PROMETHEUS(new PrometheusAuditReport(), ".prom"),
    NAGIOS(new NagiosAuditReport(), ".nagios.txt"),
    MARKDOWN(new MarkdownAuditReport(), ".md"),
    HTML(new HtmlAuditReport(CommandLine::find), ".html"),
    JUNIT(new JunitAuditReport(), ".junit.xml"),
    SARIF(new SarifAuditReport(), ".sarif");

    @SuppressWarnings("ImmutableEnumChecker") // reports have no state
    private final AuditReport report;

    private final String ending;

    Format(AuditReport report, String ending) {
      this.report = report;
      this.ending = ending;
    }

    String of(AuditRecord audit) throws IOException {
      return Audits.written(report, audit);
    }
  }

  private static Stream<Arguments> everyFormatOfEveryCase() {
    return Stream.of(Format.values())
        .flatMap(format -> Stream.of(Case.values()).map(given -> Arguments.of(format, given)));
  }

  @ParameterizedTest
  @MethodSource("everyFormatOfEveryCase")
  void itIsAsItsGoldenFile(Format format, Case given) throws IOException {
    String report = format.of(given.audit());

    Golden.assertMatches(format.report.getClass(), fileName(format, given), report);
  }

  private static String fileName(Format format, Case given) throws IOException {
    return format == Format.NAGIOS
        ? given.fileNameOfPlugin(format.ending)
        : given.fileName(format.ending);
  }

  @ParameterizedTest
  @EnumSource
  void itIsTheSameElsewhereAndOfASavedAudit(Format format) throws IOException {
    List<AuditRecord> audits = new ArrayList<>(NotGreen.andEveryCase());
    Audits.all().map(Named::getPayload).forEach(audits::add);

    for (AuditRecord audit : audits) {
      String here = format.of(audit);

      assertThat(Written.elsewhere(() -> format.of(audit))).isEqualTo(here);
      assertThat(Audits.writtenOfSaved(format.report, audit)).isEqualTo(here);
    }
  }

  @ParameterizedTest
  @EnumSource
  void nothingInItMovesAScreen(Format format) throws IOException {
    String report = format.of(Hostile.audit()).replace("\r\n", "\n");

    assertThat(report.codePoints().filter(c -> c != '\n')).allMatch(Printable::isPrintable);
  }

  /** The other two hold programs to names in full. */
  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"JUNIT", "SARIF"})
  void aNameOfAMillionCharactersIsCutAndCounted(Format format) throws IOException {
    String name = "=|`\\<\n".repeat(200_000); // in full, a CSV would have it forty times
    AuditRecord audit =
        AuditRecord.of(
            Given.audit(
                Given.article(Given.row(name, 5, "2011-03-10T10:04Z")),
                Given.folder(Given.file(name, 4, "2011-03-10T10:04:30Z"))));

    assertThat(format.of(audit).length()).isLessThan(2_000_000);
  }
}
