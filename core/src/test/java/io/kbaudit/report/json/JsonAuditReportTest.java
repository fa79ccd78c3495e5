package io.kbaudit.report.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.kbaudit.audit.Given;
import io.kbaudit.inventory.Inventory;
import io.kbaudit.record.AuditRecord;
import io.kbaudit.report.Audits;
import io.kbaudit.report.Case;
import io.kbaudit.report.Golden;
import io.kbaudit.report.Schemas;
import io.kbaudit.report.Written;
import io.kbaudit.text.Printable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** JSON reports, held to golden files; {@link Golden} says how to write them anew. */
class JsonAuditReportTest {
  @ParameterizedTest
  @EnumSource(Case.class)
  void itIsAsItsGoldenFile(Case given) throws IOException {
    String report = report(given.audit());

    Golden.assertMatches(JsonAuditReport.class, given.fileName(".json"), report);
  }

  @ParameterizedTest
  @EnumSource(Case.class)
  void itIsTheSameUnderAnyLocaleAndTimeZone(Case given) throws IOException {
    String here = report(given.audit());

    assertThat(Written.elsewhere(() -> report(given.audit()))).isEqualTo(here);
  }

  @Test
  void halfASurrogatePairSurvivesTheEncoding() throws IOException {
    AuditRecord result =
        AuditRecord.of(
            Given.audit(
                Given.article(Given.row("half\uD83D.msi", 1, "2011-03-10T10:04Z")),
                Given.folder(Given.file("half\uD83D.msi", 1, "2011-03-10T10:04:37Z"))));

    byte[] encoded = report(result).getBytes(StandardCharsets.UTF_8);

    assertThat(valuesOf("path", new String(encoded, StandardCharsets.UTF_8)))
        .contains("half\uD83D.msi");
  }

  @Test
  void namesComeBackAsTheyAre() throws IOException {
    String report = report(Case.HOSTILE.audit());

    assertThat(valuesOf("path", report))
        .contains(
            "caf\u00E9 \u65E5\u672C \uD83D\uDE00.msi",
            "esc\u001B[2J.msi",
            "line\nPASS  forged.msi",
            "half\uD83D.msi");
    assertThat(valuesOf("name", report)).contains("setup\u202Eism.exe");
  }

  @Test
  void nothingInItMovesAScreen() throws IOException {
    String report = report(Case.HOSTILE.audit());

    assertThat(report.codePoints().filter(c -> c != '\n')).allMatch(Printable::isPrintable);
  }

  @ParameterizedTest(name = "{0} is reported as {1}")
  @CsvSource({
    "rollup, rollup",
    "below/rollup, below/rollup",
    "../rollup, ../rollup",
    "'', .",
    "., .",
    "/srv/share/rollup, rollup",
    "/srv/share/rollup/, rollup",
    "/, /",
    "C:\\MSIShare, MSIShare",
    "C:\\temp\\QFERollupPackage, QFERollupPackage",
    "C:rollup, rollup",
    "\\\\server\\share\\rollup, rollup",
    "below\\rollup, below/rollup",
  })
  void ofAnAbsoluteFolderOnlyTheLastElementIsTold(String folder, String reported)
      throws IOException {
    AuditRecord result =
        AuditRecord.of(
            Given.audit(
                Given.article(Given.row("a.msi", 1, "2011-03-10T10:04Z")),
                Inventory.of(folder, List.of())));

    assertThat(valuesOf("path", report(result))).containsExactly(reported);
  }

  /** Reads with a parser, so that what it returns is what a user's tools see. */
  private static List<String> valuesOf(String field, String report) throws IOException {
    List<String> values = new ArrayList<>();
    try (JsonParser json = new JsonFactory().createParser(report)) {
      for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
        if (token == JsonToken.VALUE_STRING && field.equals(json.currentName())) {
          values.add(json.getText());
        }
      }
    }
    return values;
  }

  private static String report(AuditRecord result) throws IOException {
    return Schemas.valid("audit", Audits.written(new JsonAuditReport(), result));
  }
}
