package io.kbaudit.benchmark;

import io.kbaudit.fixtures.folder.Kb2492954;
import io.kbaudit.fixtures.msi.ColumnFlag;
import io.kbaudit.fixtures.msi.MsiFixture;
import io.kbaudit.fixtures.msi.TableFixture;
import io.kbaudit.msi.MsiFile;
import io.kbaudit.msi.MsiInspection;
import io.kbaudit.msi.SummaryInformation;
import io.kbaudit.msi.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** Reading packages. */
@State(Scope.Benchmark)
public class PackageBenchmark {
  private static final int MANY_ROWS = 5_000;

  private final Path small = MadeFiles.in("packages").resolve("DNSClient.msi");
  private final Path large = MadeFiles.in("packages").resolve("Large.msi");

  /** Writes a package of the rollup, and one with a table of many rows. */
  @Setup
  public void write() throws IOException {
    MsiFixture listed = Kb2492954.file("DNSClient.msi").toFixture();
    listed.writeTo(small);
    TableFixture table =
        TableFixture.named("Custom").text("Key", 72, ColumnFlag.KEY).text("Value", 0);
    for (int i = 0; i < MANY_ROWS; i++) {
      table = table.row("key " + i, "value " + i);
    }
    listed.resized(8 * 1024 * 1024).table(table).writeTo(large);
  }

  @Benchmark
  public SummaryInformation readsTheSummary() throws IOException {
    try (MsiFile msi = MsiFile.open(small)) {
      return msi.summary();
    }
  }

  @Benchmark
  public void readsAllTables(Blackhole rows) throws IOException {
    try (MsiFile msi = MsiFile.open(small)) {
      for (Table table : tables(msi)) {
        rows.consume(table.rows());
      }
    }
  }

  @Benchmark
  public void readsAllTablesOfManyRows(Blackhole rows) throws IOException {
    try (MsiFile msi = MsiFile.open(large)) {
      for (Table table : tables(msi)) {
        rows.consume(table.rows());
      }
    }
  }

  private static List<Table> tables(MsiFile msi) throws IOException {
    List<Table> tables = new ArrayList<>();
    for (String name : msi.tableNames()) {
      tables.add(msi.table(name).orElseThrow());
    }
    return tables;
  }

  @Benchmark
  public MsiInspection inspectsTheWhole() throws IOException {
    return MsiInspection.of(small);
  }
}
