package io.kbaudit.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.kbaudit.fixtures.folder.WatchedFileSystem;
import io.kbaudit.fixtures.folder.WatchedFileSystem.Question;
import io.kbaudit.fixtures.folder.WatchedFileSystem.Watcher;
import io.kbaudit.fixtures.msi.MsiFixture;
import io.kbaudit.fixtures.pe.PeFixture;
import io.kbaudit.fixtures.signing.AuthenticodeSigning;
import io.kbaudit.fixtures.signing.TestAuthority;
import io.kbaudit.signature.SignatureVerifier;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * File systems of whatever make: archives, distant storage, and such as fail in ways of their own.
 */
class AnyFileSystemTest {
  private final Path folder;

  AnyFileSystemTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @BeforeEach
  void writeThreePackages() throws IOException {
    Path below = Files.createDirectory(folder.resolve("below"));
    MsiFixture.smallest().writeTo(folder.resolve("a.msi"));
    MsiFixture.smallest().writeTo(folder.resolve("b.msi"));
    MsiFixture.smallest().writeTo(below.resolve("c.msi"));
  }

  @AfterEach
  void leaveTheThreadUninterrupted() {
    boolean unused = Thread.interrupted();
  }

  @Test
  void anArchiveIsScannedAsTheFolderInIt(@TempDir Path elsewhere) throws IOException {
    Path zip = elsewhere.resolve("rollup.zip");
    try (FileSystem archive = FileSystems.newFileSystem(zip, Map.of("create", "true"))) {
      Files.createDirectory(archive.getPath("below"));
      for (String file : List.of("a.msi", "b.msi", "below/c.msi")) {
        Files.copy(folder.resolve(file), archive.getPath(file));
      }
    }

    try (FileSystem archive = FileSystems.newFileSystem(zip)) {
      Inventory inventory = readingAll().scan(archive.getPath("/"));

      assertThat(inventory.gaps()).isEmpty();
      assertThat(inventory.files()).extracting(ObservedFile::path).isEqualTo(paths());
      assertThat(contents(inventory)).isEqualTo(contents(readingAll().scan(folder)));
    }
  }

  @Test
  void whatHasNoFileChannelIsReadAllTheSame() throws IOException {
    Inventory inventory = readingAll().scan(WatchedFileSystem.over(folder, (question, file) -> {}));

    assertThat(inventory.files()).extracting(ObservedFile::path).isEqualTo(paths());
    assertThat(contents(inventory)).isEqualTo(contents(readingAll().scan(folder)));
  }

  @Test
  void aFileIsOpenedOnceWhateverIsWantedOfIt() throws Exception {
    MsiFixture.smallest()
        .signedBy(AuthenticodeSigning.by(TestAuthority.root("Root").signer("Contoso Ltd")))
        .writeTo(folder.resolve("a.msi"));
    PeFixture.library().writeTo(folder.resolve("d.dll"));
    List<String> opened = new ArrayList<>();
    Path watched =
        WatchedFileSystem.over(
            folder,
            (question, file) -> {
              if (question == Question.CHANNEL) {
                opened.add(file);
              }
            });

    readingAll().thoroughly().verifying(SignatureVerifier.ofJdk()).scan(watched);

    assertThat(opened).containsExactlyInAnyOrder("a.msi", "b.msi", "c.msi", "d.dll");
  }

  @Test
  void aPackageIsReadOnceForItsCabinetsAndItsDigests(@TempDir Path large) throws IOException {
    MsiFixture.sized(8 << 20).writeTo(large.resolve("a.msi"));

    int forCabinets = reads(large, FolderScanner.flat().readingContents());

    assertThat(reads(large, FolderScanner.flat().readingContents().hashing(size -> true)))
        .isLessThan(forCabinets + forCabinets / 10);
  }

  private static int reads(Path folder, FolderScanner scanner) throws IOException {
    AtomicInteger reads = new AtomicInteger();
    Path watched =
        WatchedFileSystem.over(
            folder,
            (question, file) -> {
              if (question == Question.READ) {
                reads.incrementAndGet();
              }
            });
    assertThat(scanner.scan(watched).gaps()).isEmpty();
    return reads.get();
  }

  @ParameterizedTest
  @EnumSource(names = "LISTING", mode = EnumSource.Mode.EXCLUDE)
  void whatIsThrownUncheckedAtAFileCostsThatFileAlone(Question failing) throws IOException {
    Path watched = WatchedFileSystem.over(folder, failingAt(failing, "b.msi"));

    Inventory inventory = readingAll().scan(watched);

    assertThat(inventory.files()).extracting(ObservedFile::path).isEqualTo(paths());
    assertThat(inventory.files())
        .filteredOn(ObservedFile.Unreadable.class::isInstance)
        .containsExactly(
            new ObservedFile.Unreadable(
                "b.msi", inventory.files().get(1).name(), "the token has expired"));
  }

  @Test
  void whatIsThrownUncheckedAtAPackageIsNoDamageOfIt() throws IOException {
    Path watched = WatchedFileSystem.over(folder, failingAt(Question.READ, "b.msi"));

    Inventory inventory = FolderScanner.flat().readingContents().scan(watched);

    assertThat(inventory.files().get(1))
        .isEqualTo(
            new ObservedFile.Unreadable(
                "b.msi", inventory.files().get(1).name(), "the token has expired"));
  }

  @Test
  void whatIsThrownUncheckedAtAFolderIsAGap() throws IOException {
    Path watched = WatchedFileSystem.over(folder, failingAt(Question.LISTING, "below"));

    Inventory inventory = readingAll().scan(watched);

    assertThat(inventory.files()).extracting(ObservedFile::path).containsExactly("a.msi", "b.msi");
    assertThat(inventory.gaps())
        .containsExactly(new Inventory.Gap("below", "the token has expired"));
  }

  @Test
  void aFolderThatIsLeftOutIsNotListed() throws IOException {
    Path watched = WatchedFileSystem.over(folder, failingAt(Question.LISTING, "below"));

    Inventory inventory =
        readingAll().only(new FileFilter(List.of(), List.of("below/**"))).scan(watched);

    assertThat(inventory.gaps()).isEmpty();
  }

  @Test
  void whatIsThrownUncheckedAtTheWholeFolderIsAFailureToReadIt() {
    Path watched =
        WatchedFileSystem.over(
            folder, failingAt(Question.LISTING, folder.getFileName().toString()));

    assertThatIOException()
        .isThrownBy(() -> readingAll().scan(watched))
        .withCause(new UnsupportedOperationException("the token has expired"));
  }

  @Test
  void anErrorEndsTheScan() {
    Path watched =
        WatchedFileSystem.over(
            folder,
            (question, file) -> {
              if (question == Question.READ) {
                throw new OutOfMemoryError("as if");
              }
            });

    assertThatExceptionOfType(OutOfMemoryError.class).isThrownBy(() -> readingAll().scan(watched));
  }

  @Test
  void aThreadInterruptedWhileItReadsAPackageReadsNoMore() {
    List<Question> afterwards = new ArrayList<>();
    Path watched =
        WatchedFileSystem.over(
            folder,
            (question, file) -> {
              if (Thread.currentThread().isInterrupted()) {
                afterwards.add(question);
              } else if (question == Question.READ) {
                Thread.currentThread().interrupt();
              }
            });

    assertThatExceptionOfType(InterruptedIOException.class)
        .isThrownBy(() -> FolderScanner.recursive().readingContents().scan(watched));
    assertThat(afterwards).isEmpty();
  }

  private static List<String> paths() {
    return List.of("a.msi", "b.msi", "below/c.msi");
  }

  private static FolderScanner readingAll() {
    return FolderScanner.recursive().readingContents().hashing(size -> true);
  }

  private static List<Object> contents(Inventory inventory) {
    List<Object> contents = new ArrayList<>();
    for (ObservedFile.Readable file : ObservedFile.Readable.among(inventory.files())) {
      contents.add(file.sha256().orElseThrow());
      contents.add(file.inspection().orElseThrow());
    }
    return contents;
  }

  private static Watcher failingAt(Question failing, String name) {
    return (question, file) -> {
      if (question == failing && file.equals(name)) {
        throw new UnsupportedOperationException("the token has expired");
      }
    };
  }
}
