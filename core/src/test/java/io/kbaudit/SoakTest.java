package io.kbaudit;

import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.article.Article;
import io.kbaudit.article.reader.BundledArticles;
import io.kbaudit.audit.Verdict;
import io.kbaudit.fixtures.folder.Defect;
import io.kbaudit.fixtures.folder.Kb2492954;
import io.kbaudit.fixtures.folder.RollupFile;
import io.kbaudit.fixtures.folder.RollupFolder;
import io.kbaudit.record.AuditRecord;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One JVM that audits folders which change, for a long time: {@code -Dsoak.minutes=60}, or five.
 * What it holds is looked at sixty times.
 */
@Tag("campaign")
class SoakTest {
  private static final Article ARTICLE =
      BundledArticles.find(BundledArticles.KB2492954).orElseThrow();

  private static final List<RollupFile> FILES = Kb2492954.files();

  private static final int LOOKS = 60;

  /** Of classes that are still to be loaded, and what they keep. */
  private static final long NOISE_BYTES = 2 << 20;

  private static final KbAudit QUESTION =
      KbAudit.of(ARTICLE).hashing().within(Duration.ofMinutes(5));

  private final Duration time = Duration.ofMinutes(Integer.getInteger("soak.minutes", 5));
  private final long start = System.nanoTime();
  private final AtomicLong audits = new AtomicLong();
  private final AtomicLong exchanges = new AtomicLong();

  @TempDir private Path folder;

  /** Held for each turn of some work; by who looks, when nobody is at any. */
  private final ReadWriteLock turns = new ReentrantReadWriteLock(true);

  /** One turn of some work. */
  private interface Turn {
    void take() throws IOException;
  }

  /** What the JVM holds between turns. */
  private record Held(long heapBytes, long handles, int threads) {
    static Held now() throws IOException {
      MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
      memory.gc();
      try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
        return new Held(
            memory.getHeapMemoryUsage().getUsed(),
            open.count(),
            ManagementFactory.getThreadMXBean().getThreadCount());
      }
    }
  }

  @Test
  void noVerdictIsWrongAndNothingIsKept() throws Exception {
    ExecutorService threads = Executors.newCachedThreadPool();
    List<Held> held = new ArrayList<>();
    RollupFolder.kb2492954()
        .with(Defect.zeroed(FILES.get(0).name()))
        .writeTo(folder.resolve("exchanging"));
    try {
      List<Future<?>> work = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        int number = i;
        work.add(threads.submit(() -> auditWhatIsChangedBetween(number)));
      }
      work.add(threads.submit(this::exchangeBadForBad));
      work.add(threads.submit(this::auditWhatIsExchanged));
      for (int i = 1; i <= LOOKS; i++) {
        waitUntil(time.multipliedBy(i).dividedBy(LOOKS));
        turns.writeLock().lock();
        try {
          held.add(Held.now());
        } finally {
          turns.writeLock().unlock();
        }
      }
      for (Future<?> each : work) {
        each.get();
      }
    } finally {
      threads.shutdownNow();
    }

    Held early = most(held.subList(LOOKS / 10, LOOKS / 2));
    Held late = most(held.subList(LOOKS / 2, LOOKS));
    System.out.printf(
        Locale.ROOT,
        "%d minutes: %,d audits, %,d exchanges; %s, then %s%n",
        time.toMinutes(),
        audits.get(),
        exchanges.get(),
        early,
        late);
    assertThat(late.heapBytes()).isLessThan(early.heapBytes() + NOISE_BYTES);
    assertThat(late.handles()).isLessThanOrEqualTo(early.handles() + 2);
    assertThat(late.threads()).isLessThanOrEqualTo(early.threads() + 2);
  }

  private static Held most(List<Held> held) {
    return new Held(
        held.stream().mapToLong(Held::heapBytes).max().orElseThrow(),
        held.stream().mapToLong(Held::handles).max().orElseThrow(),
        held.stream().mapToInt(Held::threads).max().orElseThrow());
  }

  /** Takes turns as long as there is time. */
  private Void repeat(Turn turn) throws IOException {
    while (System.nanoTime() - start < time.toNanos()) {
      turns.readLock().lock();
      try {
        turn.take();
      } finally {
        turns.readLock().unlock();
      }
    }
    return null;
  }

  private void waitUntil(Duration since) throws InterruptedException {
    long left = since.toNanos() - (System.nanoTime() - start);
    if (left > 0) {
      Thread.sleep(Duration.ofNanos(left).toMillis());
    }
  }

  /** A folder of which it is known, at each audit, which packages are not as listed. */
  private Void auditWhatIsChangedBetween(int number) throws IOException {
    Random random = new Random(number);
    Path changing = folder.resolve("changing" + number);
    RollupFolder.kb2492954().writeTo(changing);
    BitSet bad = new BitSet();
    return repeat(
        () -> {
          int file =
              bad.isEmpty() || random.nextInt(3) == 0
                  ? random.nextInt(FILES.size())
                  : bad.nextSetBit(0);
          RollupFile listed = FILES.get(file);
          if (bad.get(file)) {
            listed.toFixture().writeTo(changing.resolve(listed.name()));
          } else {
            defect(listed.name(), random).applyTo(changing);
          }
          bad.flip(file);

          Verdict verdict = audit(changing, random);

          assertThat(verdict == Verdict.COMPLIANT)
              .as("%s, not as listed: %s", verdict, bad)
              .isEqualTo(bad.isEmpty());
        });
  }

  private static Defect defect(String name, Random random) {
    return switch (random.nextInt(5)) {
      case 0 -> Defect.missing(name);
      case 1 -> Defect.truncated(name);
      case 2 -> Defect.zeroed(name);
      case 3 -> Defect.longerByASector(name);
      default -> Defect.shifted(name, Duration.ofDays(-1));
    };
  }

  private Verdict audit(Path asked, Random random) throws IOException {
    AuditRecord audit = AuditRecord.of(QUESTION.audit(asked));
    String report = AuditReports.names().get(random.nextInt(AuditReports.names().size()));
    AuditReports.named(report).write(audit, OutputStream.nullOutputStream());
    audits.incrementAndGet();
    return audit.verdict();
  }

  /** One has the listed date, the other the listed bytes; a mixture of both would pass. */
  private Void exchangeBadForBad() throws IOException {
    RollupFile listed = FILES.get(0);
    Path stage = Files.createDirectory(folder.resolve("stage"));
    return repeat(
        () -> {
          Path bad = stage.resolve(listed.name());
          listed.toFixture().writeTo(bad);
          Defect defect =
              exchanges.getAndIncrement() % 2 == 0
                  ? Defect.shifted(listed.name(), Duration.ofDays(-1))
                  : Defect.zeroed(listed.name());
          defect.applyTo(stage);
          Files.move(
              bad,
              folder.resolve("exchanging").resolve(listed.name()),
              StandardCopyOption.REPLACE_EXISTING);
        });
  }

  private Void auditWhatIsExchanged() throws IOException {
    Random random = new Random(0);
    Path exchanging = folder.resolve("exchanging");
    return repeat(() -> assertThat(audit(exchanging, random)).isNotEqualTo(Verdict.COMPLIANT));
  }
}
