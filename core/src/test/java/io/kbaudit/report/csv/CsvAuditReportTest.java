package io.kbaudit.report.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.kbaudit.article.ExpectedFile;
import io.kbaudit.audit.Cause;
import io.kbaudit.audit.Check;
import io.kbaudit.audit.Given;
import io.kbaudit.audit.Outcome;
import io.kbaudit.audit.Verdict;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.record.AuditRecord;
import io.kbaudit.record.FileRecord;
import io.kbaudit.record.FolderRecord;
import io.kbaudit.report.Audits;
import io.kbaudit.report.Case;
import io.kbaudit.report.Hostile;
import io.kbaudit.report.NotGreen;
import io.kbaudit.report.finding.Finding;
import io.kbaudit.script.Programs;
import io.kbaudit.script.Run;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Comma-separated values, read back by a reader that is not ours. */
class CsvAuditReportTest {
  private static final List<String> ABOUT_CHECKS =
      Stream.of(Check.values()).map(Check::name).toList();

  @Test
  void everyCheckOfEveryFileComesBackInARow() throws IOException {
    for (AuditRecord audit : NotGreen.andEveryCase()) {
      List<List<String>> read =
          rows(report(audit)).stream()
              .filter(row -> ABOUT_CHECKS.contains(row.getField("check")))
              .map(CsvAuditReportTest::asRead)
              .toList();

      assertThat(read).isEqualTo(asRecorded(audit));
    }
  }

  private static List<String> asRead(NamedCsvRecord row) {
    return Stream.of(
            "folder",
            "row",
            "line",
            "name",
            "path",
            "result",
            "check",
            "outcome",
            "cause",
            "expected",
            "observed",
            "evidence")
        .map(row::getField)
        .toList();
  }

  private static List<List<String>> asRecorded(AuditRecord audit) {
    List<List<String>> rows = new ArrayList<>();
    for (FolderRecord place : audit.places()) {
      for (FileRecord file : place.files()) {
        file.outcomes()
            .forEach((check, outcome) -> rows.add(recorded(place, file, check, outcome)));
      }
    }
    return rows;
  }

  private static List<String> recorded(
      FolderRecord place, FileRecord file, Check check, Outcome outcome) {
    boolean failed = outcome instanceof Outcome.Failed;
    return Stream.of(
            place.path(),
            Integer.toString(file.listed().row()),
            Integer.toString(file.listed().line()),
            file.listed().name().spelling(),
            file.observed().map(ObservedFile::path).orElse(""),
            file.result().name(),
            check.name(),
            file.waived().containsKey(check) ? "WAIVED" : outcome.id(),
            outcome.causeIfAny().map(Cause::name).orElse(""),
            failed ? ((Outcome.Failed) outcome).expected().text() : "",
            failed ? ((Outcome.Failed) outcome).observed().text() : "",
            failed ? "" : Finding.evidence(outcome))
        .map(SpreadsheetCell::of)
        .toList();
  }

  @Test
  void theVerdictIsThatOfTheOutcomes() throws IOException {
    for (AuditRecord audit : NotGreen.andEveryCase()) {
      List<String> outcomes =
          rows(report(audit)).stream().map(row -> row.getField("outcome")).toList();

      Verdict told =
          outcomes.contains("FAILED")
              ? Verdict.NON_COMPLIANT
              : outcomes.contains("UNDECIDED") ? Verdict.INDETERMINATE : Verdict.COMPLIANT;
      assertThat(told).isEqualTo(audit.verdict());
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatIsNoCheckOfAFileSaysWhyAPlaceIsNotGreen(NotGreen given) throws IOException {
    List<NamedCsvRecord> told =
        rows(report(given.audit())).stream()
            .filter(row -> row.getField("outcome").matches("FAILED|UNDECIDED"))
            .filter(row -> !row.getField("check").equals("PRESENCE"))
            .toList();

    assertThat(told).hasSize(1);
    assertThat(told.get(0).getField("cause")).isEqualTo(given.obstacle().name());
    assertThat(told.get(0).getField("meaning")).isNotEmpty();
    assertThat(told.get(0).getField("remedy")).isNotEmpty();
  }

  @Test
  void whatNobodyLookedAtIsARowThatIsNotPassed() throws IOException {
    assertThat(rows(report(Case.SEVERAL.audit())))
        .filteredOn(row -> row.getField("check").equals("UNAUDITED"))
        .extracting(row -> row.getField("location"), row -> row.getField("outcome"))
        .contains(tuple("msi-share", "NOT_APPLICABLE"));
  }

  @ParameterizedTest
  @ValueSource(chars = {',', ';'})
  void noCellIsAFormulaWhicheverCharacterPartsThem(char separator) throws IOException {
    String report = report(Hostile.audit());

    CsvReader.builder()
        .fieldSeparator(separator)
        .ofCsvRecord(report)
        .forEach(
            row ->
                assertThat(row.getFields())
                    .noneMatch(cell -> cell.matches("(?s)[ \"]*[=+\\-@\uFF1D\t\r].*")));
  }

  @Test
  void everyRowIsOneLineOfUtf8WithAllColumns() throws IOException {
    String report = report(Hostile.audit());
    String encoded = new String(report.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);

    List<NamedCsvRecord> rows = rows(encoded);

    assertThat(encoded).isEqualTo(report).doesNotContain("\uFEFF");
    assertThat(rows).hasSize((int) report.lines().count() - 1);
    assertThat(report.replace("\r\n", "")).doesNotContain("\r").doesNotContain("\n");
  }

  @Test
  void pythonReadsTheSameCells(@TempDir Path folder) throws IOException, InterruptedException {
    Programs.skipAloudWithout("python3", "no comma-separated values are read by its csv module");
    String report = report(Hostile.audit());
    Files.writeString(folder.resolve("audit.csv"), report);
    String reader =
        """
        import csv
        with open('audit.csv', encoding='utf-8', newline='') as file:
            for row in csv.reader(file, strict=True):
                print('\\t'.join(row))
        """;

    Run run = Run.of(List.of("python3", "-c", reader), folder, Map.of("PYTHONUTF8", "1"));

    assertThat(run.err()).isEmpty();
    assertThat(run.out().stream().skip(1).toList())
        .isEqualTo(rows(report).stream().map(row -> String.join("\t", row.getFields())).toList());
  }

  @Test
  void ofTwentyThousandFilesEachHasItsRows() throws IOException {
    List<ExpectedFile> rows = new ArrayList<>();
    List<ObservedFile> files = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      rows.add(Given.row("Package" + i + ".msi", i, "2011-03-10T10:04Z"));
      files.add(Given.file("Package" + i + ".msi", i, "2011-03-10T10:04:37Z"));
    }

    String report = report(AuditRecord.of(Given.audit(Given.article(rows), Given.folder(files))));

    assertThat(rows(report))
        .filteredOn(row -> row.getField("check").equals("SIZE"))
        .hasSize(20_000)
        .allMatch(row -> row.getField("outcome").equals("PASSED"));
  }

  /** Refuses rows of fewer or more cells than there are columns, and anything after a quote. */
  private static List<NamedCsvRecord> rows(String report) {
    return CsvReader.builder()
        .ignoreDifferentFieldCount(false)
        .acceptCharsAfterQuotes(false)
        .skipEmptyLines(false)
        .ofNamedCsvRecord(report)
        .stream()
        .toList();
  }

  private static String report(AuditRecord audit) throws IOException {
    return Audits.written(new CsvAuditReport(), audit);
  }
}
