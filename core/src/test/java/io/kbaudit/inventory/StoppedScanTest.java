package io.kbaudit.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kbaudit.fixtures.msi.MsiFixture;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoppedScanTest {
  private final Path folder;
  private final List<String> heard = new ArrayList<>();

  StoppedScanTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @AfterEach
  void leaveTheThreadUninterrupted() {
    boolean unused = Thread.interrupted();
  }

  @Test
  void anInterruptedThreadScansNothing() throws IOException {
    Files.write(folder.resolve("a.bin"), new byte[1]);
    Thread.currentThread().interrupt();

    assertThatExceptionOfType(InterruptedIOException.class)
        .isThrownBy(() -> FolderScanner.flat().reportingTo(noting("never")).scan(folder))
        .withMessage("the scan was interrupted");
    assertThat(heard).isEmpty();
  }

  @Test
  void aThreadInterruptedWhileItListsListsNoMore() throws IOException {
    writeThreeFiles();

    assertThatExceptionOfType(InterruptedIOException.class)
        .isThrownBy(() -> FolderScanner.flat().reportingTo(noting("listed 2")).scan(folder));
    assertThat(heard).containsExactly("listed 1", "listed 2");
  }

  @Test
  void aThreadInterruptedWhileItHashesReadsNoMore() throws IOException {
    writeThreeFiles();

    assertThatExceptionOfType(InterruptedIOException.class)
        .isThrownBy(() -> hashingAll().reportingTo(noting("read 65536 of 300000")).scan(folder));
    assertThat(heard).last().isEqualTo("read 65536 of 300000");
  }

  @Test
  void aThreadInterruptedBetweenPackagesOpensNoMore() throws IOException {
    for (String name : List.of("a.msi", "b.msi", "c.msi")) {
      MsiFixture.smallest().writeTo(folder.resolve(name));
    }
    long size = Files.size(folder.resolve("a.msi"));
    String afterTheFirst = "read " + size + " of " + 3 * size;

    assertThatExceptionOfType(InterruptedIOException.class)
        .isThrownBy(
            () ->
                FolderScanner.flat()
                    .readingContents()
                    .reportingTo(noting(afterTheFirst))
                    .scan(folder));
    assertThat(heard).last().isEqualTo(afterTheFirst);
  }

  @Test
  void theThreadStaysInterrupted() throws IOException {
    Thread.currentThread().interrupt();

    assertThatExceptionOfType(InterruptedIOException.class)
        .isThrownBy(() -> FolderScanner.flat().scan(folder));
    assertThat(Thread.currentThread().isInterrupted()).isTrue();
  }

  @Test
  void aScanThatIsStoppedWhileItListsListsNoMore() throws IOException {
    writeThreeFiles();

    assertThatExceptionOfType(InterruptedIOException.class)
        .isThrownBy(
            () ->
                FolderScanner.flat()
                    .stoppedBy(() -> heard.contains("listed 2"))
                    .reportingTo(noting("never"))
                    .scan(folder))
        .withMessage("the scan was stopped");
    assertThat(heard).containsExactly("listed 1", "listed 2");
  }

  @Test
  void aScanThatIsStoppedWhileItHashesReadsNoMore() throws IOException {
    writeThreeFiles();

    assertThatExceptionOfType(InterruptedIOException.class)
        .isThrownBy(
            () ->
                hashingAll()
                    .stoppedBy(() -> heard.contains("read 165536 of 300000"))
                    .reportingTo(noting("never"))
                    .scan(folder));
    assertThat(heard).last().isEqualTo("read 165536 of 300000");
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void aScanThatIsStoppedWhileItReadsAPackageReadsNoMore() throws IOException {
    MsiFixture.smallest().writeTo(folder.resolve("a.msi"));
    AtomicInteger asked = new AtomicInteger();
    FolderScanner.flat().stoppedBy(() -> asked.incrementAndGet() == 0).scan(folder);
    int beforeAnythingIsRead = asked.getAndSet(0);

    assertThatExceptionOfType(InterruptedIOException.class)
        .isThrownBy(
            () ->
                FolderScanner.flat()
                    .readingContents()
                    .stoppedBy(() -> asked.incrementAndGet() > beforeAnythingIsRead + 2)
                    .scan(folder))
        .withMessage("the scan was stopped");
  }

  /** As Thread::interrupted answers, which forgets that it was asked. */
  @Test
  void aStopThatIsSaidOnceEndsAScanWhereverItFalls() throws IOException {
    MsiFixture.smallest().writeTo(folder.resolve("a.msi"));
    AtomicInteger asked = new AtomicInteger();
    FolderScanner packages = FolderScanner.flat().readingContents();
    packages.stoppedBy(() -> asked.incrementAndGet() == 0).scan(folder);
    int questions = asked.get();

    assertThat(questions).isGreaterThan(10);
    for (int last = 1; last <= questions; last++) {
      AtomicInteger left = new AtomicInteger(last);
      assertThatExceptionOfType(InterruptedIOException.class)
          .as("stopped at question %s of %s", last, questions)
          .isThrownBy(() -> packages.stoppedBy(() -> left.decrementAndGet() == 0).scan(folder));
    }
  }

  @Test
  void aScanAsksBeforeEachFileAndEachPartOfOne() throws IOException {
    writeThreeFiles();
    AtomicInteger asked = new AtomicInteger();
    BooleanSupplier counting =
        () -> {
          asked.incrementAndGet();
          return false;
        };

    hashingAll().stoppedBy(counting).scan(folder);

    int listings = 3;
    int parts = 3 * 2; // of 64 KiB in 100,000 bytes
    assertThat(asked).hasValueGreaterThanOrEqualTo(listings + parts);
  }

  private void writeThreeFiles() throws IOException {
    for (String name : List.of("a.bin", "b.bin", "c.bin")) {
      Files.write(folder.resolve(name), new byte[100_000]);
    }
  }

  private static FolderScanner hashingAll() {
    return FolderScanner.flat().hashing(size -> true);
  }

  /** Notes all that is heard, and interrupts the thread on hearing {@code signal}. */
  private ScanListener noting(String signal) {
    return new ScanListener() {
      @Override
      public void listed(long files) {
        note("listed " + files);
      }

      @Override
      public void read(long bytes, long total) {
        note("read " + bytes + " of " + total);
      }

      private void note(String event) {
        heard.add(event);
        if (event.equals(signal)) {
          Thread.currentThread().interrupt();
        }
      }
    };
  }
}
