package io.kbaudit.benchmark;

import io.kbaudit.AuditReports;
import io.kbaudit.record.AuditRecord;
import io.kbaudit.report.AuditReport;
import io.kbaudit.report.json.SavedAudit;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Writing reports on an audit of ten thousand rows, and reading it back. */
@State(Scope.Benchmark)
public class ReportBenchmark {
  private static final int ROWS = 10_000;

  private final Path saved = MadeFiles.in("reports").resolve("audit.json");

  private AuditRecord audit;

  @Setup
  public void save() throws IOException {
    ManyFiles files = new ManyFiles(ROWS);
    audit = AuditRecord.of(files.audit(files.article(), files.folder(0)));
    try (OutputStream out = Files.newOutputStream(saved)) {
      AuditReports.named("json").write(audit, out);
    }
  }

  /** Any of the formats. */
  @State(Scope.Benchmark)
  public static class Format {
    @Param({"text", "json", "junit", "sarif", "csv", "html", "prometheus", "nagios", "markdown"})
    public String name;

    private AuditReport report;

    @Setup
    public void find() {
      report = AuditReports.named(name);
    }
  }

  @Benchmark
  public void writesTenThousandRows(Format format) throws IOException {
    format.report.write(audit, OutputStream.nullOutputStream());
  }

  @Benchmark
  public AuditRecord readsASavedAuditOfTenThousandRows() throws IOException {
    try (SavedAudit read = SavedAudit.open(saved)) {
      return read.audit();
    }
  }
}
