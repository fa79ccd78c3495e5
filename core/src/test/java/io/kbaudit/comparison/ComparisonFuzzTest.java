package io.kbaudit.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.kbaudit.ComparisonReports;
import io.kbaudit.fuzz.ForeignFile;
import io.kbaudit.fuzz.JsonTokens;
import io.kbaudit.fuzz.Shown;
import io.kbaudit.record.AuditRecord;
import io.kbaudit.report.Case;
import io.kbaudit.report.ComparisonReport;
import io.kbaudit.report.Written;
import io.kbaudit.report.json.JsonAuditReport;
import io.kbaudit.report.json.SavedAudit;
import io.kbaudit.report.json.SavedAuditException;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Saved audits of any text that are accepted, each beside a sound one and beside itself. */
class ComparisonFuzzTest {
  private static final AuditRecord SOUND = audit(Case.WAIVED);

  static Stream<byte[]> seeds() {
    return Stream.of(Case.PASS, Case.WAIVED, Case.UNDECIDED)
        .map(each -> ForeignFile.utf8(json(audit(each))));
  }

  @MethodSource("seeds")
  @JsonTokens
  @DictionaryEntries({
    "\"verdict\": ",
    "\"files\": ",
    "\"row\": ",
    "\"result\": ",
    "\"PASS\"",
    "\"FAIL\"",
    "\"UNDECIDED\"",
    "\"WAIVED\"",
    "\"evidence\": ",
    "\"cause\": ",
    "\"path\": ",
    "\"policy\": ",
    "\"locations\": "
  })
  @FuzzTest
  void isComparedOrRefused(byte[] bytes) throws IOException {
    try (SavedAudit saved = SavedAudit.open(ForeignFile.of("a.json", bytes))) {
      assertReported(Comparison.of(SOUND, saved.audit()));
      assertReported(Comparison.of(saved.audit(), SOUND));
      Comparison same = Comparison.of(saved.audit(), saved.audit());
      assertReported(same);
      assertThat(same.transitions()).isEmpty();
    } catch (SavedAuditException refused) {
      assertThat(refused).hasMessageContaining("a.json");
    }
  }

  private static void assertReported(Comparison comparison) throws IOException {
    assertThat(comparison.result()).isNotNull();
    for (String name : ComparisonReports.names()) {
      ComparisonReport report = ComparisonReports.named(name);
      Shown.assertPrintable(Written.by(out -> report.print(comparison, out)));
    }
  }

  private static AuditRecord audit(Case given) {
    try {
      return given.audit();
    } catch (IOException e) {
      throw new AssertionError("in memory", e);
    }
  }

  private static String json(AuditRecord audit) {
    try {
      return Written.by(out -> new JsonAuditReport().print(audit, out));
    } catch (IOException e) {
      throw new AssertionError("in memory", e);
    }
  }
}
