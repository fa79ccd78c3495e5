package io.kbaudit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.article.reader.BundledArticles;
import io.kbaudit.fixtures.folder.Defect;
import io.kbaudit.fixtures.folder.RollupFolder;
import io.kbaudit.record.AuditRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One question that is asked by many threads at once, as a server does. */
class SharedAuditorTest {
  private static final int THREADS = 64;

  private static final List<RollupFolder> FOLDERS =
      List.of(
          RollupFolder.kb2492954(),
          RollupFolder.kb2492954().without("DNSClient.msi"),
          RollupFolder.kb2492954().with(Defect.truncated("DNSClient.msi")),
          RollupFolder.kb2492954().with(Defect.zeroed("DNSClient.msi")),
          RollupFolder.kb2492954().with(Defect.everythingShifted(Duration.ofDays(-1))),
          RollupFolder.kb2492954().with(Defect.extra("another.msi")));

  private final KbAudit question =
      KbAudit.of(BundledArticles.find(BundledArticles.KB2492954).orElseThrow())
          .recursively()
          .hashing()
          .within(Duration.ofMinutes(5));

  @TempDir private Path folder;

  @Test
  void itAnswersEachAsIfItWereAlone() throws Exception {
    List<String> alone = new ArrayList<>();
    for (int i = 0; i < FOLDERS.size(); i++) {
      FOLDERS.get(i).writeTo(folder(i));
      alone.add(reportOn(folder(i)));
    }
    CyclicBarrier start = new CyclicBarrier(THREADS);
    List<Future<String>> together = new ArrayList<>();
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      for (int i = 0; i < THREADS; i++) {
        Path asked = folder(i % FOLDERS.size());
        together.add(
            threads.submit(
                () -> {
                  start.await();
                  return reportOn(asked);
                }));
      }

      for (int i = 0; i < THREADS; i++) {
        assertThat(together.get(i).get()).isEqualTo(alone.get(i % FOLDERS.size()));
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(alone).doesNotHaveDuplicates();
  }

  private Path folder(int number) {
    return folder.resolve("f" + number);
  }

  private String reportOn(Path asked) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    AuditReports.named("json").write(AuditRecord.of(question.audit(asked)), out);
    return out.toString(UTF_8);
  }
}
