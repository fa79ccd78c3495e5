package io.kbaudit.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.kbaudit.fixtures.folder.WatchedFileSystem;
import io.kbaudit.fixtures.folder.WatchedFileSystem.Question;
import io.kbaudit.fixtures.msi.MsiFixture;
import io.kbaudit.inventory.ObservedFile.Unreadable.Kind;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a file system does not answer is not known, and is waited for no longer than it may be. */
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StallingFileSystemTest {
  private static final Duration SHORT = Duration.ofMillis(200);

  private static final String NO_ANSWER = "its file system gave no answer within 200 ms";

  private final Path folder;

  /** Nobody gets an answer before this, and whoever waits cannot be interrupted. */
  private final CountDownLatch released = new CountDownLatch(1);

  StallingFileSystemTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @BeforeEach
  void writeThreePackages() throws IOException {
    for (String name : List.of("a.msi", "b.msi", "c.msi")) {
      MsiFixture.smallest().writeTo(folder.resolve(name));
    }
    MsiFixture.smallest().writeTo(Files.createDirectory(folder.resolve("below")).resolve("d.msi"));
  }

  @AfterEach
  void letEverybodyGo() {
    released.countDown();
  }

  @ParameterizedTest
  @EnumSource(names = {"ATTRIBUTES", "CHANNEL", "READ"})
  void aFileThatStallsCostsThatFileAlone(Question stalling) throws IOException {
    Inventory inventory = scanner().scan(stallingAt(stalling, "b.msi"));

    assertThat(inventory.files())
        .extracting(ObservedFile::path)
        .containsExactly("a.msi", "b.msi", "below/d.msi", "c.msi");
    assertThat(ObservedFile.Readable.among(inventory.files())).hasSize(3);
    assertThat(inventory.files().get(1))
        .isEqualTo(
            new ObservedFile.Unreadable(
                "b.msi", inventory.files().get(1).name(), Kind.TIMED_OUT, NO_ANSWER));
  }

  @Test
  void whatDoesNotSayWhatItIsMayBeAFolder() throws IOException {
    Inventory inventory = scanner().scan(stallingAt(Question.ATTRIBUTES, "below"));

    assertThat(inventory.gaps()).containsExactly(new Inventory.Gap("below", NO_ANSWER));
  }

  @Test
  void aFolderBelowThatStallsIsAGap() throws IOException {
    Inventory inventory = scanner().scan(stallingAt(Question.LISTING, "below"));

    assertThat(inventory.gaps()).containsExactly(new Inventory.Gap("below", NO_ANSWER));
    assertThat(ObservedFile.Readable.among(inventory.files())).hasSize(3);
  }

  @ParameterizedTest
  @EnumSource(names = {"ATTRIBUTES", "LISTING"})
  void aFolderThatStallsAsAWholeIsNotScanned(Question stalling) {
    Path stalled = stallingAt(stalling, String.valueOf(folder.getFileName()));

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> scanner().scan(stalled))
        .withMessage(NO_ANSWER);
  }

  @Test
  void oneFileThatStallsIsNotKnown() throws IOException {
    Path file = stallingAt(Question.READ, "b.msi").resolve("b.msi");

    assertThat(scanner().scanFile(file))
        .isEqualTo(
            new ObservedFile.Unreadable(
                "b.msi", ObservedFile.nameAt("b.msi").orElseThrow(), Kind.TIMED_OUT, NO_ANSWER));
  }

  @Test
  void afterSomeFilesThatStallNoMoreAreAsked() throws IOException {
    for (int i = 0; i < 2 * Attendants.MOST_LEFT_BEHIND; i++) {
      MsiFixture.smallest().writeTo(folder.resolve("below").resolve(i + ".msi"));
    }
    AtomicInteger opened = new AtomicInteger();
    Path stalled =
        WatchedFileSystem.over(
            folder.resolve("below"),
            (question, name) -> {
              if (question == Question.CHANNEL) {
                opened.incrementAndGet();
                waitForever();
              }
            });

    Inventory inventory = scanner().within(Duration.ofMillis(20)).scan(stalled);

    assertThat(opened).hasValue(Attendants.MOST_LEFT_BEHIND);
    assertThat(inventory.files())
        .hasSize(2 * Attendants.MOST_LEFT_BEHIND + 1)
        .allSatisfy(
            file -> assertThat(((ObservedFile.Unreadable) file).kind()).isEqualTo(Kind.TIMED_OUT));
    assertThat(((ObservedFile.Unreadable) inventory.files().get(32)).reason())
        .isEqualTo("its file system was not asked, since it owes 16 answers that are overdue");
  }

  @Test
  void aScanThatIsStoppedWaitsForNobody() {
    Path stalled = stallingAt(Question.READ, "b.msi");
    AtomicInteger asked = new AtomicInteger();

    assertThatExceptionOfType(InterruptedIOException.class)
        .isThrownBy(
            () ->
                scanner()
                    .within(Duration.ofHours(1))
                    .stoppedBy(() -> asked.incrementAndGet() > 20)
                    .scan(stalled));
  }

  @Test
  void aThreadThatIsInterruptedWaitsForNobody() throws InterruptedException {
    Path stalled = stallingAt(Question.READ, "b.msi");
    AtomicInteger ended = new AtomicInteger();
    Thread scanning =
        new Thread(
            () -> {
              try {
                scanner().within(Duration.ofHours(1)).scan(stalled);
              } catch (IOException e) {
                ended.incrementAndGet();
              }
            });
    scanning.start();

    scanning.interrupt();
    scanning.join();

    assertThat(ended).hasValue(1);
  }

  @Test
  void whatIsAnsweredInTimeIsTheSameAsWithoutALimit() throws IOException {
    FolderScanner scanner = FolderScanner.recursive().readingContents().hashing(size -> true);

    assertThat(scanner.within(Duration.ofHours(1)).scan(folder)).isEqualTo(scanner.scan(folder));
  }

  @Test
  void aFileMayTakeASecondMoreForEachMebibyte() {
    ReadingTime time = new ReadingTime(Duration.ofSeconds(60));

    assertThat(time.allowedFor((1 << 20) - 1)).isEqualTo(Duration.ofSeconds(60));
    assertThat(time.allowedFor(3 << 20)).isEqualTo(Duration.ofSeconds(63));
    assertThat(time.allowedFor(Long.MAX_VALUE)).isPositive();
  }

  @Test
  void noTimeAtAllIsNone() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> scanner().within(Duration.ZERO))
        .withMessage("no time at all");
  }

  private static FolderScanner scanner() {
    return FolderScanner.recursive().readingContents().hashing(size -> true).within(SHORT);
  }

  private Path stallingAt(Question stalling, String stalled) {
    return WatchedFileSystem.over(
        folder,
        (question, name) -> {
          if (question == stalling && name.equals(stalled)) {
            waitForever();
          }
        });
  }

  private void waitForever() {
    boolean interrupted = false;
    while (true) {
      try {
        released.await();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
