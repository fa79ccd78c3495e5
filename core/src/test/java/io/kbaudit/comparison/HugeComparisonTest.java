package io.kbaudit.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.ComparisonReports;
import io.kbaudit.inventory.FileList;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.msi.ChildJvm;
import io.kbaudit.record.AuditRecord;
import io.kbaudit.record.FolderRecord;
import io.kbaudit.report.Audits;
import io.kbaudit.report.text.TextComparisonReport;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Audits that differ in everything, in a heap that could not hold their findings. */
class HugeComparisonTest {
  private static final int ROWS = 100_000;
  private static final int UNLISTED = 100_000;

  /** Compares two audits, reports in every format, and prints what it comes to. */
  static final class Compare {
    private Compare() {}

    public static void main(String[] arguments) throws IOException {
      PrintStream console = System.out;
      Comparison comparison =
          Comparison.of(Audits.rowUnread(), withUnlisted(Audits.ofManyFailing(ROWS, row -> {})));
      for (String format : ComparisonReports.names()) {
        ComparisonReports.named(format).write(comparison, OutputStream.nullOutputStream());
      }
      console.println(TextComparisonReport.summary(comparison));
    }

    private static AuditRecord withUnlisted(AuditRecord audit) {
      FolderRecord place = audit.places().get(0);
      FileList.Builder files = new FileList.Builder();
      for (int i = 0; i < UNLISTED; i++) {
        files.add(ObservedFile.Readable.of("f" + (UNLISTED + i) + ".tmp", i, Instant.EPOCH));
      }
      return new AuditRecord(
          audit.toolVersion(),
          audit.article(),
          List.of(
              new FolderRecord(
                  place.target(),
                  place.policy(),
                  place.files(),
                  place.tally(),
                  files.build(),
                  place.gaps(),
                  place.leftOut(),
                  place.remarks())),
          false,
          List.of());
    }
  }

  @Test
  void areComparedAllTheSame() throws Exception {
    ChildJvm.Result result = ChildJvm.run(List.of("-Xmx64m"), Compare.class);

    assertThat(result.err()).isEmpty();
    assertThat(result.out())
        .startsWith("NOT COMPARABLE: other rows; 100,000 new, 0 fixed, 0 still there")
        .endsWith(" 0 gone, 100,000 new; not audited: contents (METADATA_ONLY)\n");
  }
}
