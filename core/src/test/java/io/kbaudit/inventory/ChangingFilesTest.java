package io.kbaudit.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.file.FileName;
import io.kbaudit.fixtures.folder.WatchedFileSystem;
import io.kbaudit.fixtures.folder.WatchedFileSystem.Question;
import io.kbaudit.fixtures.msi.MsiFixture;
import io.kbaudit.inventory.ObservedFile.Unreadable.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is known of a file that is not the same while it is audited is that, and nothing else. */
class ChangingFilesTest {
  private static final FileTime MODIFIED = FileTime.from(Instant.parse("2011-03-10T10:04:00Z"));

  private static final String WHILE_READ = "it changed while it was read";
  private static final String SINCE_LISTED = "it changed after it was listed";

  /** Longer than one reading of it, so that something can happen in between. */
  private static final int SIZE = 512 * 400;

  private final Path folder;
  private final Path file;
  private final Path other;

  ChangingFilesTest(@TempDir Path folder, @TempDir Path elsewhere) {
    this.folder = folder;
    this.file = folder.resolve("a.msi");
    this.other = elsewhere.resolve("b.msi");
  }

  /** Something that happens to the file. */
  private interface Event {
    void happen() throws IOException;
  }

  @BeforeEach
  void writeAFileAndAnotherOfThatSizeAndTime() throws IOException {
    MsiFixture.sized(SIZE).writeTo(file);
    Files.setLastModifiedTime(file, MODIFIED);
    Files.write(other, new byte[(int) Files.size(file)]);
    Files.setLastModifiedTime(other, MODIFIED);
  }

  @Test
  void aFileThatStaysAsItIsIsRead() throws IOException {
    assertThat(scanWhile(Question.READ, () -> {})).isInstanceOf(ObservedFile.Readable.class);
  }

  @ParameterizedTest
  @EnumSource(names = {"CHANNEL", "READ"})
  void aFileThatIsExchangedForOneOfItsSizeAndTime(Question when) throws IOException {
    ObservedFile seen =
        scanWhile(when, () -> Files.move(other, file, StandardCopyOption.REPLACE_EXISTING));

    assertThat(seen).isEqualTo(changed(WHILE_READ));
  }

  @Test
  void aFileThatGrowsBeforeItIsOpened() throws IOException {
    ObservedFile seen =
        scanWhile(
            Question.CHANNEL, () -> Files.write(file, new byte[1], StandardOpenOption.APPEND));

    assertThat(seen).isEqualTo(changed(WHILE_READ));
  }

  @Test
  void aFileThatGrowsAfterItWasListed() throws IOException {
    assertThat(scanOnceListed(() -> Files.write(file, new byte[1], StandardOpenOption.APPEND)))
        .isEqualTo(changed(SINCE_LISTED));
  }

  @Test
  void aFileThatIsTouchedAfterItWasListed() throws IOException {
    assertThat(scanOnceListed(() -> Files.setLastModifiedTime(file, FileTime.fromMillis(0))))
        .isEqualTo(changed(SINCE_LISTED));
  }

  @Test
  void aFileThatIsTakenAwayAfterItWasListed() throws IOException {
    assertThat(scanOnceListed(() -> Files.delete(file)))
        .isEqualTo(changed("it was taken away after it was listed"));
  }

  @Test
  void aFileThatIsCutWhileItIsRead() throws IOException {
    assertThat(scanWhile(Question.READ, () -> Files.write(file, new byte[] {1, 2, 3})))
        .isEqualTo(changed(WHILE_READ));
  }

  /** The time of the last change of anything cannot be set back as that of the contents can. */
  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "no such time is told there")
  void aFileThatIsRewrittenAndSetBackWhileItIsHashed() throws IOException {
    assertThat(
            scanOfMachineWhileItIsRead(
                () -> {
                  Files.write(file, new byte[(int) Files.size(file)]);
                  Files.setLastModifiedTime(file, MODIFIED);
                }))
        .isEqualTo(changed(WHILE_READ));
  }

  /** What was opened, and what was told of the path before and after, are then of two files. */
  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "an open file is not moved there")
  void aFileThatIsExchangedAndPutBackWhileItIsHashed() throws IOException {
    assertThat(
            scanOfMachineWhileItIsRead(
                () -> {
                  Path aside = other.resolveSibling("aside.msi");
                  Files.move(file, aside);
                  Files.move(other, file);
                  Files.move(file, other);
                  Files.move(aside, file);
                }))
        .isEqualTo(changed(WHILE_READ));
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there are no pipes among files there")
  void aPipeInThePlaceOfAFileIsNotOpened() throws IOException {
    assertThat(
            scanOnceListed(
                () -> {
                  Files.delete(file);
                  makePipe(file);
                }))
        .isEqualTo(unread(Kind.NOT_READABLE, "it is not a regular file"));
  }

  /** A folder is listed before any file in it is opened, and so is the one below. */
  @Test
  void aFileThatIsTakenAwayWhileItsFolderIsListed() throws IOException {
    AtomicBoolean happened = new AtomicBoolean();
    Path watched =
        WatchedFileSystem.over(
            folder,
            (question, name) -> {
              if (question == Question.ATTRIBUTES
                  && name.equals("a.msi")
                  && happened.compareAndSet(false, true)) {
                Files.delete(file);
              }
            });

    Inventory inventory = FolderScanner.recursive().scan(watched);

    String reason = "it was taken away while the folder was listed";
    assertThat(inventory.files()).containsExactly(changed(reason));
    assertThat(inventory.gaps()).containsExactly(new Inventory.Gap("a.msi", reason));
  }

  private ObservedFile scanWhile(Question when, Event event) throws IOException {
    AtomicBoolean happened = new AtomicBoolean();
    Path watched =
        WatchedFileSystem.over(
            folder,
            (question, name) -> {
              if (question == when && happened.compareAndSet(false, true)) {
                event.happen();
              }
            });
    ObservedFile seen = only(scanner().scan(watched));
    assertThat(happened).isTrue();
    return seen;
  }

  private ObservedFile scanOnceListed(Event event) throws IOException {
    return only(
        scanner()
            .reportingTo(
                new ScanListener() {
                  @Override
                  public void listed(long files) {
                    carryOut(event);
                  }

                  @Override
                  public void read(long bytes, long total) {}
                })
            .scan(folder));
  }

  private ObservedFile scanOfMachineWhileItIsRead(Event event) throws IOException {
    AtomicBoolean happened = new AtomicBoolean();
    return only(
        scanner()
            .reportingTo(
                new ScanListener() {
                  @Override
                  public void listed(long files) {}

                  @Override
                  public void read(long bytes, long total) {
                    if (bytes < total && happened.compareAndSet(false, true)) {
                      carryOut(event);
                    }
                  }
                })
            .scan(folder));
  }

  private static void carryOut(Event event) {
    try {
      event.happen();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void makePipe(Path path) throws IOException {
    try {
      assertThat(new ProcessBuilder("mkfifo", path.toString()).start().waitFor()).isZero();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    assertThat(Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)).isFalse();
  }

  private static FolderScanner scanner() {
    return FolderScanner.flat().readingContents().hashing(size -> true);
  }

  private static ObservedFile only(Inventory inventory) {
    assertThat(inventory.files()).hasSize(1);
    return inventory.files().get(0);
  }

  private static ObservedFile changed(String reason) {
    return unread(Kind.CHANGED, reason);
  }

  private static ObservedFile unread(Kind kind, String reason) {
    return new ObservedFile.Unreadable("a.msi", FileName.ofStored("a.msi"), kind, reason);
  }
}
