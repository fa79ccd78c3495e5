package io.kbaudit;

import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.article.reader.BundledArticles;
import io.kbaudit.audit.AuditResult;
import io.kbaudit.msi.ChildJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders of far more files than the article lists, in a heap that could not hold them all. */
class HugeFolderTest {
  @TempDir private Path folder;

  /** Audits a folder, and prints what it comes to. */
  static final class Audit {
    private Audit() {}

    public static void main(String[] arguments) throws IOException {
      AuditResult result =
          KbAudit.of(BundledArticles.find(BundledArticles.KB2492954).orElseThrow())
              .recursively()
              .audit(Path.of(arguments[0]));
      System.out.println(result);
    }
  }

  @Test
  void isAuditedWithAFewBytesAFile() throws IOException, InterruptedException {
    audit(40_000, "-Xmx28m");
  }

  @Test
  @Tag("campaign")
  void ofAMillionFilesIsAudited() throws IOException, InterruptedException {
    audit(1_000_000, "-Xmx256m");
  }

  private void audit(int files, String heap) throws IOException, InterruptedException {
    writeEmptyFiles(files);
    long start = System.nanoTime();

    ChildJvm.Result result =
        ChildJvm.run(List.of("-XX:+UseSerialGC", heap), Audit.class, folder.toString());

    System.out.printf(
        Locale.ROOT,
        "a folder of %,d files with %s: %,d ms%n",
        files,
        heap,
        (System.nanoTime() - start) / 1_000_000);
    assertThat(result.err()).isEmpty();
    assertThat(result.out()).contains(" " + files + " unlisted,");
  }

  private void writeEmptyFiles(int files) throws IOException {
    Path in = folder;
    for (int i = 0; i < files; i++) {
      if (i % 10_000 == 0) {
        in = Files.createDirectory(folder.resolve("d" + i));
      }
      Files.createFile(in.resolve(String.format(Locale.ROOT, "file%07d.msi", i)));
    }
  }
}
