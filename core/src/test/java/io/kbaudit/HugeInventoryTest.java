package io.kbaudit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.article.Article;
import io.kbaudit.article.ExpectedFile;
import io.kbaudit.article.reader.BundledArticles;
import io.kbaudit.audit.AuditResult;
import io.kbaudit.inventory.Inventory;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.inventory.saved.InventoryWriter;
import io.kbaudit.msi.ChildJvm;
import io.kbaudit.report.json.JsonAuditReport;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Inventories of far more files than the article lists, in a heap that could not hold them all. */
class HugeInventoryTest {
  private static final Article ARTICLE =
      BundledArticles.find(BundledArticles.KB2492954).orElseThrow();

  private static final Instant LATER = Instant.parse("2014-07-01T00:00:00.1234567Z");

  @TempDir private Path folder;

  /** Audits an inventory, prints what it comes to, and writes it down. */
  static final class Audit {
    private Audit() {}

    public static void main(String[] arguments) throws IOException {
      Path file = Path.of(arguments[0]);
      PrintStream console = System.out;
      AuditResult result =
          KbAudit.of(ARTICLE).recursively().audit(new Target.Saved(file, Optional.empty()));
      console.println(result);
      try (OutputStream out = Files.newOutputStream(Path.of(file + ".report"))) {
        new JsonAuditReport().write(result, out);
      }
    }
  }

  @Test
  void isAuditedAsKbauditWroteIt() throws IOException, InterruptedException {
    audit(200_000, writtenByKbaudit(200_000), "-Xmx64m");
  }

  @Test
  void isAuditedAsPowerShellWritesIt() throws IOException, InterruptedException {
    audit(200_000, writtenByPowerShell(200_000), "-Xmx64m");
  }

  @Test
  @Tag("campaign")
  void ofAMillionFilesEitherIsAudited() throws IOException, InterruptedException {
    audit(1_000_000, writtenByKbaudit(1_000_000), "-Xmx256m");
    audit(1_000_000, writtenByPowerShell(1_000_000), "-Xmx256m");
  }

  private static void audit(int others, Path file, String heap)
      throws IOException, InterruptedException {
    long start = System.nanoTime();

    ChildJvm.Result result = ChildJvm.run(List.of(heap), Audit.class, file.toString());

    System.out.printf(
        Locale.ROOT,
        "%s of %,d files with %s: %,d ms%n",
        file.getFileName(),
        others,
        heap,
        (System.nanoTime() - start) / 1_000_000);
    assertThat(result.err()).isEmpty();
    assertThat(result.out())
        .startsWith(
            "AuditResult[temp: INDETERMINATE, Tally[passed=0, failed=0, undecided=22, waived=0], "
                + others
                + " unlisted,");
    assertThat(Path.of(file + ".report")).isNotEmptyFile();
  }

  private Path writtenByKbaudit(int others) throws IOException {
    Path file = folder.resolve("SRV1.json");
    try (BufferedWriter out = Files.newBufferedWriter(file, UTF_8)) {
      InventoryWriter.write(Inventory.of("temp", files(others)), out);
    }
    return file;
  }

  private Path writtenByPowerShell(int others) throws IOException {
    Path file = folder.resolve("SRV1.csv");
    try (BufferedWriter out = Files.newBufferedWriter(file, UTF_8)) {
      out.write("\"FullName\",\"Length\",\"LastWriteTimeUtc\",\"Version\",\"Hash\"\r\n");
      for (ObservedFile.Readable each : files(others)) {
        out.write(
            String.format(
                Locale.ROOT,
                "\"C:\\temp\\%s\",\"%d\",\"%s\",\"6.1.7600.16385\",\"%064X\"\r\n",
                each.path().replace('/', '\\'),
                each.sizeBytes(),
                each.modified(),
                each.sizeBytes()));
      }
    }
    return file;
  }

  /** The article's own, and others in folders below. */
  private static List<ObservedFile.Readable> files(int others) {
    List<ObservedFile.Readable> files = new ArrayList<>(others);
    for (ExpectedFile row : ARTICLE.rows()) {
      Instant modified =
          row.modified()
              .orElseThrow()
              .day()
              .atTime(row.modified().orElseThrow().minute().orElse(LocalTime.NOON))
              .toInstant(ZoneOffset.UTC);
      files.add(
          ObservedFile.Readable.of(
              row.name().best().spelling(),
              row.size().orElseThrow().exactBytes().orElseThrow(),
              modified));
    }
    for (int i = 0; i < others; i++) {
      String path = String.format(Locale.ROOT, "d%04d/file%07d.bin", i / 256, i);
      files.add(ObservedFile.Readable.of(path, 10_000_000L + i, LATER.plusSeconds(i)));
    }
    return files;
  }
}
