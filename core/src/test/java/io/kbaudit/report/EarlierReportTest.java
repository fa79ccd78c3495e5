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
      assertThat(EarlierReport.isOne(file, other)).as(other).isEqualTo(other.equals(format));
    }
  }

  @Test
  void nothingIsLostWithAnEmptyFile() throws Exception {
    Path file = Files.createFile(temp.resolve("empty"));

    assertThat(EarlierReport.isOne(file, "json")).isTrue();
    assertThat(EarlierReport.isOne(file, "html")).isTrue();
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

    assertThat(EarlierReport.isOne(file, format)).isFalse();
  }
}
