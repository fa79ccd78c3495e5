package io.kbaudit.report.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.kbaudit.AuditReports;
import io.kbaudit.audit.Tally;
import io.kbaudit.audit.Verdict;
import io.kbaudit.fuzz.Complaint;
import io.kbaudit.fuzz.ForeignFile;
import io.kbaudit.fuzz.JsonTokens;
import io.kbaudit.fuzz.Shown;
import io.kbaudit.record.AuditRecord;
import io.kbaudit.record.FileRecord;
import io.kbaudit.record.FolderRecord;
import io.kbaudit.report.AuditReport;
import io.kbaudit.report.Audits;
import io.kbaudit.report.Case;
import io.kbaudit.report.Written;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Saved audits of any text; an accepted one is reported in every format, and saved as it was. */
class SavedAuditFuzzTest {
  static Stream<byte[]> seeds() throws IOException {
    return Stream.of(
            json(Case.PASS.audit()),
            json(Case.NARROWED.audit()),
            json(Case.WAIVED.audit()),
            json(Case.UNDECIDED.audit()),
            json(Case.SEVERAL.audit()),
            json(Audits.rowUnread()),
            json(Audits.folderNotListed()),
            json(Audits.forbiddenFile()))
        .map(ForeignFile::utf8);
  }

  @MethodSource("seeds")
  @JsonTokens
  @DictionaryEntries({
    "\"schemaVersion\": ",
    "\"verdict\": ",
    "\"files\": ",
    "\"checks\": ",
    "\"row\": ",
    "\"result\": ",
    "\"PASS\"",
    "\"FAIL\"",
    "\"UNDECIDED\"",
    "\"WAIVED\"",
    "\"COMPLIANT\"",
    "\"NON_COMPLIANT\"",
    "\"INDETERMINATE\"",
    "\"evidence\": ",
    "\"cause\": ",
    "\"reason\": ",
    "\"remarks\": ",
    "\"waivers\": ",
    "\"locations\": "
  })
  @FuzzTest
  void isReadOrRefused(byte[] bytes) throws IOException {
    try (SavedAudit saved = SavedAudit.open(ForeignFile.of("a.json", bytes))) {
      assertReported(saved.audit());
    } catch (SavedAuditException refused) {
      Complaint.assertClear(refused, SavedAuditException.class);
    }
  }

  private static void assertReported(AuditRecord audit) throws IOException {
    for (FolderRecord place : audit.places()) {
      assertThat(results(place)).isEqualTo(place.tally());
    }
    for (String name : AuditReports.names()) {
      AuditReport report = AuditReports.named(name);
      Shown.assertPrintable(Written.by(out -> report.print(audit, out)));
    }
    Verdict verdict = audit.verdict();
    String json = json(audit);
    try (SavedAudit again = SavedAudit.open(ForeignFile.of("b.json", ForeignFile.utf8(json)))) {
      assertThat(again.audit().verdict()).isEqualTo(verdict);
      assertThat(json(again.audit())).isEqualTo(json);
    }
  }

  private static Tally results(FolderRecord place) {
    List<FileRecord> files = new ArrayList<>();
    place.files().forEach(files::add);
    return Tally.of(files.stream().map(FileRecord::result));
  }

  private static String json(AuditRecord audit) throws IOException {
    return Written.by(out -> new JsonAuditReport().print(audit, out));
  }
}
