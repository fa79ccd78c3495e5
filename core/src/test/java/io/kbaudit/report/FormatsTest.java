package io.kbaudit.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.audit.Given;
import io.kbaudit.record.AuditRecord;
import io.kbaudit.report.csv.CsvAuditReport;
import io.kbaudit.report.html.HtmlAuditReport;
import io.kbaudit.report.json.JsonAuditReport;
import io.kbaudit.report.json.SavedAudit;
import io.kbaudit.report.markdown.MarkdownAuditReport;
import io.kbaudit.report.monitoring.NagiosAuditReport;
import io.kbaudit.report.monitoring.PrometheusAuditReport;
import io.kbaudit.text.Printable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What formats that are not for screens have in common; {@link Golden} keeps them. */
class FormatsTest {
  private enum Format {
    CSV(new CsvAuditReport(), ".csv"),
    PROMETHEUS(new PrometheusAuditReport(), ".prom"),
    NAGIOS(new NagiosAuditReport(), ".nagios.txt"),
    MARKDOWN(new MarkdownAuditReport(), ".md"),
    HTML(new HtmlAuditReport(), ".html");

    @SuppressWarnings("ImmutableEnumChecker") // reports have no state
    private final AuditReport report;

    private final String ending;

    Format(AuditReport report, String ending) {
      this.report = report;
      this.ending = ending;
    }

    String of(AuditRecord audit) throws IOException {
      return written(report, audit);
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

    Golden.assertMatches(fileName(format, given), report, StandardCharsets.UTF_8);
  }

  private static String fileName(Format format, Case given) throws IOException {
    return format == Format.NAGIOS
        ? given.fileNameOfPlugin(format.ending)
        : given.fileName(format.ending);
  }

  @ParameterizedTest
  @MethodSource("everyFormatOfEveryCase")
  void itIsTheSameUnderAnyLocaleAndTimeZone(Format format, Case given) throws IOException {
    String here = format.of(given.audit());
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    Locale.setDefault(Locale.forLanguageTag("tr-TR-u-nu-arab"));
    TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
    try {
      assertThat(format.of(given.audit())).isEqualTo(here);
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  @ParameterizedTest
  @EnumSource
  void itIsTheSameOfASavedAudit(Format format) throws IOException {
    for (AuditRecord audit : NotGreen.andEveryCase()) {
      byte[] json = written(new JsonAuditReport(), audit).getBytes(StandardCharsets.UTF_8);

      try (SavedAudit saved = SavedAudit.copied(new ByteArrayInputStream(json), "audit.json")) {
        assertThat(format.of(saved.audit())).isEqualTo(format.of(audit));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void nothingInItMovesAScreen(Format format) throws IOException {
    String report = format.of(Hostile.audit()).replace("\r\n", "\n");

    assertThat(report.codePoints().filter(c -> c != '\n')).allMatch(Printable::isPrintable);
  }

  @ParameterizedTest
  @EnumSource
  void aNameOfAMillionCharactersIsCutAndCounted(Format format) throws IOException {
    String name = "=|`\\<\n".repeat(200_000); // in full, a CSV would have it forty times
    AuditRecord audit =
        AuditRecord.of(
            Given.audit(
                Given.article(Given.row(name, 5, "2011-03-10T10:04Z")),
                Given.folder(Given.file(name, 4, "2011-03-10T10:04:30Z"))));

    assertThat(format.of(audit).length()).isLessThan(2_000_000);
  }

  private static String written(AuditReport report, AuditRecord audit) throws IOException {
    StringWriter out = new StringWriter();
    report.write(audit, out);
    return out.toString();
  }
}
