package io.kbaudit.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.AuditReports;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EarlierReportTest {
  @TempDir private Path temp;

  private static Stream<Arguments> everyReport() {
    return AuditReports.names().stream()
        .flatMap(format -> Stream.of(Case.values()).map(audit -> Arguments.of(format, audit)));
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("everyReport")
  void aReportIsOneOfItsFormatAndOfNoOther(String format, Case audit) throws Exception {
    Path file = temp.resolve("report");
    try (OutputStream out = Files.newOutputStream(file)) {
      AuditReports.named(format).write(audit.audit(), out);
    }

    for (String other : AuditReports.names()) {
      assertThat(EarlierReport.isOne(file, EarlierReport.Kind.AUDIT, other))
          .as(other)
          .isEqualTo(other.equals(format));
    }
  }

  /** Else a plan would take the place of an audit that somebody kept. */
  @ParameterizedTest
  @ValueSource(strings = {"json", "html"})
  void aReportOfAnotherKindIsNone(String format) throws Exception {
    Path file = temp.resolve("report");
    try (OutputStream out = Files.newOutputStream(file)) {
      AuditReports.named(format).write(Case.WAIVED.audit(), out);
    }

    for (EarlierReport.Kind kind : EarlierReport.Kind.values()) {
      assertThat(EarlierReport.isOne(file, kind, format))
          .as(kind.name())
          .isEqualTo(kind == EarlierReport.Kind.AUDIT);
    }
  }

  @Test
  void nothingIsLostWithAnEmptyFile() throws Exception {
    Path file = Files.createFile(temp.resolve("empty"));

    assertThat(EarlierReport.isOne(file, EarlierReport.Kind.AUDIT, "json")).isTrue();
    assertThat(EarlierReport.isOne(file, EarlierReport.Kind.AUDIT, "html")).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          text,       'Dear all, this is no report.'
          text,       'COMPLIANTLY yours'
          html,       '<!DOCTYPE html><title>COMPLIANT</title>'
          markdown,   '# Notes'
          csv,        'path,size'
          junit,      '<?xml version="1.0"?><testsuites name="ours">'
          sarif,      '{"version": "2.1.0", "runs": []}'
          prometheus, '# HELP node_load1 1m load average.'
          nagios,     'DISK OK - free'
          json,       '{"schemaVersion": 1}'
          json,       '{"files": []}'
          json,       '{'
          json,       'no JSON at all'
          yaml,       'COMPLIANT'
          """)
  void nothingElseIsOne(String format, String text) throws Exception {
    Path file = Files.writeString(temp.resolve("file"), text, UTF_8);

    assertThat(EarlierReport.isOne(file, EarlierReport.Kind.AUDIT, format)).isFalse();
  }
}
