package io.kbaudit.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kbaudit.fixtures.folder.WatchedFileSystem;
import io.kbaudit.fixtures.msi.MsiFixture;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Folders of so many files that several threads look at them. */
@Timeout(120)
class HelpedScanTest {
  private static final int FILES = 1_500;

  private final Path folder;

  HelpedScanTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @BeforeEach
  void writeManyFiles() throws IOException {
    byte[] sound = MsiFixture.smallest().toBytes();
    Path below = Files.createDirectory(folder.resolve("below"));
    for (int i = 0; i < FILES; i++) {
      Path in = i % 3 == 0 ? below : folder;
      switch (i % 5) {
        case 0 -> Files.write(in.resolve(i + ".msi"), sound);
        case 1 -> Files.write(in.resolve(i + ".msi"), new byte[0]);
        case 2 -> Files.write(in.resolve(i + ".exe"), new byte[i % 2]);
        case 3 -> Files.write(in.resolve(i + ".txt"), new byte[i]);
        default -> Files.createSymbolicLink(in.resolve(i + ".msi"), Path.of("nowhere"));
      }
    }
  }

  @AfterEach
  void leaveTheThreadUninterrupted() {
    boolean unused = Thread.interrupted();
  }

  @Test
  void severalThreadsFindWhatOneDoes() throws IOException {
    FolderScanner scanner = readingAll();

    Inventory byOne = scanner.scan(folder, 0);

    assertThat(byOne.files()).hasSize(FILES);
    assertThat(scanner.scan(folder, 1)).isEqualTo(byOne);
    assertThat(scanner.scan(folder, 7)).isEqualTo(byOne);
    assertThat(scanner.scan(folder)).isEqualTo(byOne);
  }

  @Test
  void anotherFileSystemIsAskedByTheThreadThatScansAlone() throws IOException {
    Set<Thread> asking = ConcurrentHashMap.newKeySet();
    Path watched =
        WatchedFileSystem.over(folder, (question, file) -> asking.add(Thread.currentThread()));

    Inventory inventory = readingAll().scan(watched);

    assertThat(asking).containsExactly(Thread.currentThread());
    assertThat(inventory.files()).isEqualTo(readingAll().scan(folder).files());
  }

  @Test
  void theListenerHearsEveryFileAndGrowingNumbersFromTheThreadThatScans() throws IOException {
    List<Long> listed = new ArrayList<>();
    List<Long> read = new ArrayList<>();
    Set<Long> totals = ConcurrentHashMap.newKeySet();
    Set<Thread> telling = ConcurrentHashMap.newKeySet();

    readingAll()
        .reportingTo(
            new ScanListener() {
              @Override
              public void listed(long files) {
                telling.add(Thread.currentThread());
                listed.add(files);
              }

              @Override
              public void read(long bytes, long total) {
                telling.add(Thread.currentThread());
                read.add(bytes);
                totals.add(total);
              }
            })
        .scan(folder, 3);

    assertThat(telling).containsExactly(Thread.currentThread());
    assertThat(listed).hasSize(FILES).isSorted().doesNotHaveDuplicates();
    assertThat(totals).hasSize(1);
    assertThat(read).isSorted().last().isEqualTo(totals.iterator().next());
  }

  @Test
  void whatIsThrownAtAFileCostsThatFileAlone() throws IOException {
    Path watched =
        WatchedFileSystem.over(
            folder,
            (question, file) -> {
              if (file.equals("1000.msi")) {
                throw new UnsupportedOperationException("the token has expired");
              }
            });

    Inventory inventory = readingAll().scan(watched, 3);

    assertThat(inventory.files())
        .filteredOn(
            each ->
                each instanceof ObservedFile.Unreadable unreadable
                    && unreadable.reason().equals("the token has expired"))
        .extracting(each -> each.name().spelling())
        .containsExactly("1000.msi");
  }

  @Test
  void anErrorEndsTheScan() {
    Path watched =
        WatchedFileSystem.over(
            folder,
            (question, file) -> {
              if (file.equals("1000.msi") && question == WatchedFileSystem.Question.READ) {
                throw new OutOfMemoryError("as if");
              }
            });

    assertThatExceptionOfType(OutOfMemoryError.class)
        .isThrownBy(() -> readingAll().scan(watched, 3))
        .withMessage("as if");
  }

  @Test
  void aScanThatIsStoppedWhileSeveralReadReadsNoMore() {
    List<Long> read = new ArrayList<>();

    assertThatExceptionOfType(InterruptedIOException.class)
        .isThrownBy(
            () ->
                readingAll()
                    .stoppedBy(() -> !read.isEmpty())
                    .reportingTo(noting(read))
                    .scan(folder, 3))
        .withMessage("the scan was stopped");
    assertThat(read).hasSizeLessThan(FILES / 5);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void aThreadInterruptedWhileOthersHelpStaysInterrupted() {
    List<Long> read = new ArrayList<>();
    ScanListener interrupting =
        new ScanListener() {
          @Override
          public void listed(long files) {}

          @Override
          public void read(long bytes, long total) {
            read.add(bytes);
            Thread.currentThread().interrupt();
          }
        };

    assertThatExceptionOfType(InterruptedIOException.class)
        .isThrownBy(() -> readingAll().reportingTo(interrupting).scan(folder, 3))
        .withMessage("the scan was interrupted");
    assertThat(Thread.currentThread().isInterrupted()).isTrue();
    assertThat(new HashSet<>(read)).hasSize(1);
  }

  private static ScanListener noting(List<Long> read) {
    return new ScanListener() {
      @Override
      public void listed(long files) {}

      @Override
      public void read(long bytes, long total) {
        read.add(bytes);
      }
    };
  }

  private static FolderScanner readingAll() {
    return FolderScanner.recursive().readingContents().hashing(size -> size % 2 == 0);
  }
}
