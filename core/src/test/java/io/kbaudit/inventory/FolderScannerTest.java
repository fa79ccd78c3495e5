package io.kbaudit.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.abort;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.kbaudit.file.Digest;
import io.kbaudit.fixtures.msi.MsiFixture;
import io.kbaudit.msi.MsiInspection;
import io.kbaudit.msi.MsiProblem;
import io.kbaudit.msi.SummaryInformation;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class FolderScannerTest {
  /** To the microsecond, which every file system in use here keeps. */
  private static final Instant MODIFIED = Instant.parse("2011-03-10T10:04:37.123456Z");

  private final Path folder;

  FolderScannerTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void aFileIsKnownByPathNameSizeAndTime() throws IOException {
    file(folder.resolve("Alpha.msi"), 5);

    Inventory inventory = FolderScanner.flat().scan(folder);

    assertThat(inventory.files()).containsExactly(readable("Alpha.msi", 5));
    assertThat(inventory.gaps()).isEmpty();
    assertThat(inventory.linkLoops()).isEmpty();
    assertThat(inventory.folder()).isEqualTo(folder.toString());
    assertThat(inventory.recursive()).isFalse();
  }

  @Test
  void anEmptyFolderGivesAnEmptyInventory() throws IOException {
    Inventory inventory = FolderScanner.recursive().scan(folder);

    assertThat(inventory.files()).isEmpty();
    assertThat(inventory.gaps()).isEmpty();
  }

  @Test
  void aFlatScanLeavesTheFoldersBelow() throws IOException {
    file(folder.resolve("a.msi"), 1);
    file(Files.createDirectory(folder.resolve("below.msi")).resolve("b.msi"), 2);

    Inventory inventory = FolderScanner.flat().scan(folder);

    assertThat(inventory.files()).containsExactly(readable("a.msi", 1));
  }

  @Test
  void aRecursiveScanTakesAllBelowInTheOrderOfPaths() throws IOException {
    file(folder.resolve("z.msi"), 1);
    file(Files.createDirectories(folder.resolve("m/n")).resolve("b.msi"), 2);
    file(folder.resolve("m/a.msi"), 3);
    Files.createDirectory(folder.resolve("empty"));

    Inventory inventory = FolderScanner.recursive().scan(folder);

    assertThat(inventory.files())
        .containsExactly(readable("m/a.msi", 3), readable("m/n/b.msi", 2), readable("z.msi", 1));
    assertThat(inventory.recursive()).isTrue();
  }

  @Test
  void theOrderOfCreationDoesNotShow() throws IOException {
    List<String> names = List.of("c.msi", "a.msi", "B.msi", "ä.msi");
    Path reversed = Files.createDirectory(folder.resolve("reversed"));
    Path straight = Files.createDirectory(folder.resolve("straight"));
    for (int i = 0; i < names.size(); i++) {
      file(straight.resolve(names.get(i)), 1);
      file(reversed.resolve(names.get(names.size() - 1 - i)), 1);
    }

    List<ObservedFile> one = FolderScanner.flat().scan(straight).files();
    List<ObservedFile> other = FolderScanner.flat().scan(reversed).files();

    assertThat(other).hasSize(4).containsExactlyElementsOf(one);
  }

  @Test
  void aRelativeFolderIsScannedWhereTheProgramRuns() throws IOException {
    try (FileSystem unix =
        Jimfs.newFileSystem(Configuration.unix().toBuilder().setWorkingDirectory("/w").build())) {
      file(unix.getPath("/w/a.msi"), 1);
      file(Files.createDirectory(unix.getPath("/w/below")).resolve("b.msi"), 2);

      Inventory here = FolderScanner.recursive().scan(unix.getPath("."));
      Inventory below = FolderScanner.recursive().scan(unix.getPath("below"));
      Inventory unnamed = FolderScanner.recursive().scan(unix.getPath(""));

      assertThat(here.files()).containsExactly(readable("a.msi", 1), readable("below/b.msi", 2));
      assertThat(here.folder()).isEqualTo(".");
      assertThat(below.files()).containsExactly(readable("b.msi", 2));
      assertThat(unnamed.files()).isEqualTo(here.files());
    }
  }

  @Test
  void theFolderOfTheBuildItselfIsScannedByADot() throws IOException {
    Inventory inventory = FolderScanner.flat().scan(Path.of("."));

    assertThat(inventory.files()).extracting(ObservedFile::path).contains("pom.xml");
  }

  @Test
  void aTimeBeyondEveryCalendarIsTheLastThereIs() throws IOException {
    try (FileSystem unix = Jimfs.newFileSystem(Configuration.unix())) {
      Path file = Files.createFile(unix.getPath("a.msi"));
      Files.setLastModifiedTime(file, FileTime.from(Long.MAX_VALUE, TimeUnit.SECONDS));

      Inventory inventory = FolderScanner.flat().scan(unix.getPath("."));

      assertThat(inventory.files())
          .containsExactly(
              ObservedFile.Readable.of("a.msi", 0, LocalDateTime.MAX.toInstant(ZoneOffset.UTC)));
    }
  }

  @Test
  void onWindowsPathsAreGivenWithSlashes() throws IOException {
    try (FileSystem windows = Jimfs.newFileSystem(Configuration.windows())) {
      Path share = Files.createDirectories(windows.getPath("C:\\MSIShare"));
      file(share.resolve("DNSClient.msi"), 1);
      file(Files.createDirectories(share.resolve("old\\2010")).resolve("dnsclient.msi"), 2);

      Inventory inventory = FolderScanner.recursive().scan(share);

      assertThat(inventory.folder()).isEqualTo("C:\\MSIShare");
      assertThat(inventory.files())
          .containsExactly(readable("DNSClient.msi", 1), readable("old/2010/dnsclient.msi", 2));
    }
  }

  @Test
  void onWindowsADriveIsScannedFromItsRoot() throws IOException {
    try (FileSystem windows = Jimfs.newFileSystem(Configuration.windows())) {
      file(windows.getPath("C:\\a.msi"), 1);

      Inventory inventory = FolderScanner.flat().scan(windows.getPath("C:\\"));

      assertThat(inventory.files()).containsExactly(readable("a.msi", 1));
    }
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there are no pipes among files there")
  void aPipeCannotBeReadAndDoesNotHoldUpTheScan() throws Exception {
    Path pipe = folder.resolve("pipe.msi");
    int made = new ProcessBuilder("mkfifo", pipe.toString()).inheritIO().start().waitFor();
    skipAloudIf(made != 0, "mkfifo makes no pipe here");

    Inventory inventory = FolderScanner.flat().scan(folder);

    assertThat(inventory.files())
        .containsExactly(unreadable("pipe.msi", "it is not a regular file"));
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "permissions are POSIX ones here")
  void aFileWithoutPermissionCannotBeRead() throws IOException {
    Path file = file(folder.resolve("secret.msi"), 1);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
    skipAloudIf(Files.isReadable(file), "this account, root perhaps, may read everything");

    Inventory inventory = FolderScanner.flat().scan(folder);

    assertThat(inventory.files()).containsExactly(unreadable("secret.msi", "permission denied"));
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "permissions are POSIX ones here")
  void aFolderWithoutPermissionIsAGap() throws IOException {
    Path locked = Files.createDirectory(folder.resolve("locked"));
    file(folder.resolve("a.msi"), 1);
    Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("---------"));
    try {
      skipAloudIf(Files.isReadable(locked), "this account, root perhaps, may read everything");

      Inventory inventory = FolderScanner.recursive().scan(folder);

      assertThat(inventory.files()).containsExactly(readable("a.msi", 1));
      assertThat(inventory.gaps())
          .containsExactly(new Inventory.Gap("locked", "permission denied"));
    } finally {
      Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("rwx------"));
    }
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "permissions are POSIX ones here")
  void aFolderThatMayNotBeListedHasNoInventory() throws IOException {
    Path locked = Files.createDirectory(folder.resolve("locked"));
    Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("---------"));
    try {
      skipAloudIf(Files.isReadable(locked), "this account, root perhaps, may read everything");

      assertThatExceptionOfType(AccessDeniedException.class)
          .isThrownBy(() -> FolderScanner.flat().scan(locked));
    } finally {
      Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("rwx------"));
    }
  }

  @Test
  void aMissingFolderIsSaidToBeMissing() {
    Path missing = folder.resolve("missing");

    assertThatExceptionOfType(NoSuchFileException.class)
        .isThrownBy(() -> FolderScanner.flat().scan(missing))
        .withMessage(missing.toString());
  }

  @Test
  void aFileIsNoFolder() throws IOException {
    Path file = file(folder.resolve("a.msi"), 1);

    assertThatExceptionOfType(NotDirectoryException.class)
        .isThrownBy(() -> FolderScanner.flat().scan(file))
        .withMessage(file.toString());
  }

  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "other systems refuse such names")
  void aFileOfAnyNameIsPartOfTheInventory() throws IOException {
    file(folder.resolve("..."), 1);
    file(folder.resolve("a\nb\u001B[31m\u202E.msi"), 2);
    file(folder.resolve("back\\slash.msi"), 3);

    Inventory inventory = FolderScanner.flat().scan(folder);

    assertThat(inventory.files())
        .extracting(ObservedFile::path)
        .containsExactly("...", "a\nb\u001B[31m\u202E.msi", "back\\slash.msi");
  }

  /** The bytes 254 and 255 are in no text of UTF-8, nor of ASCII. */
  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "names are texts elsewhere")
  void filesWhoseNamesReadAlikeAreOneThatCannotBeRead() throws Exception {
    String twoFiles = ": > \"$(printf 'a\\376.msi')\"; : > \"$(printf 'a\\377.msi')\"";
    int made =
        new ProcessBuilder("sh", "-c", twoFiles).directory(folder.toFile()).start().waitFor();
    skipAloudIf(made != 0, "there are no such names on this file system");

    Inventory inventory = FolderScanner.flat().scan(folder);

    assertThat(inventory.files())
        .containsExactly(
            unreadable(
                "a\uFFFD.msi",
                "the names of 2 files read so, since they are no text in the encoding of file"
                    + " names here"));
  }

  @Test
  void theListenerHearsOfEveryFile() throws IOException {
    file(folder.resolve("a.msi"), 1);
    file(folder.resolve("b.msi"), 1);
    file(Files.createDirectory(folder.resolve("below")).resolve("c.msi"), 1);
    List<String> heard = new ArrayList<>();

    FolderScanner.recursive().reportingTo(noting(heard)).scan(folder);

    assertThat(heard).containsExactly("listed 1", "listed 2", "listed 3");
  }

  @Test
  void theListenerHearsHowMuchOfWhatIsToBeReadWasRead() throws IOException {
    file(folder.resolve("a.bin"), 100_000);
    file(folder.resolve("b.bin"), 5);
    file(folder.resolve("c.bin"), 100_000);
    List<String> heard = new ArrayList<>();

    FolderScanner.flat().hashing(size -> size == 100_000).reportingTo(noting(heard)).scan(folder);

    assertThat(heard.subList(0, 3)).containsExactly("listed 1", "listed 2", "listed 3");
    assertThat(heard.subList(3, heard.size()))
        .allMatch(line -> line.matches("read [0-9]+ of 200000"))
        .contains("read 100000 of 200000")
        .endsWith("read 200000 of 200000");
  }

  private static ScanListener noting(List<String> heard) {
    return new ScanListener() {
      @Override
      public void listed(long files) {
        heard.add("listed " + files);
      }

      @Override
      public void read(long bytes, long total) {
        heard.add("read " + bytes + " of " + total);
      }
    };
  }

  @Test
  void readsTheFilesThatAreNamedAsPackagesAndNoOthers() throws IOException {
    for (String name : List.of("a.msi", "B.MSI", "c.msp", "d.exe", "msi")) {
      MsiFixture.smallest().property("ProductName", name).writeTo(folder.resolve(name));
    }

    Inventory inventory = FolderScanner.flat().readingContents().scan(folder);

    assertThat(ObservedFile.Readable.among(inventory.files()))
        .extracting(file -> file.inspection().flatMap(read -> read.property("ProductName")))
        .containsExactly(
            Optional.of("B.MSI"),
            Optional.of("a.msi"),
            Optional.of("c.msp"),
            Optional.empty(),
            Optional.empty());
  }

  @Test
  void readsNoFileUnlessItIsAskedTo() throws IOException {
    MsiFixture.smallest().writeTo(folder.resolve("a.msi"));

    Inventory inventory = FolderScanner.flat().scan(folder);

    assertThat(ObservedFile.Readable.among(inventory.files()).get(0).inspection()).isEmpty();
  }

  @Test
  void whatIsWrongWithAPackageIsPartOfTheInventory() throws IOException {
    file(folder.resolve("zeros.msi"), 1000);

    Inventory inventory = FolderScanner.flat().readingContents().scan(folder);

    MsiInspection inspection =
        ObservedFile.Readable.among(inventory.files()).get(0).inspection().orElseThrow();
    assertThat(inspection.problems())
        .containsExactly(
            new MsiProblem(
                MsiProblem.Kind.NOT_OLE, "it is no OLE compound file: it begins with zeros"));
  }

  @Test
  void readsContentsOnAFileSystemOfWindows() throws IOException {
    try (FileSystem windows = Jimfs.newFileSystem(Configuration.windows())) {
      Path share = Files.createDirectory(windows.getPath("C:\\MSIShare"));
      Files.write(share.resolve("a.msi"), MsiFixture.smallest().subject("DNS Client").toBytes());

      Inventory inventory = FolderScanner.flat().readingContents().scan(share);

      MsiInspection inspection =
          ObservedFile.Readable.among(inventory.files()).get(0).inspection().orElseThrow();
      assertThat(inspection.sound()).isTrue();
      assertThat(inspection.summary().flatMap(SummaryInformation::subject)).contains("DNS Client");
    }
  }

  /** The digest of "abc" is that of FIPS 180-2, appendix B.1. */
  @Test
  void filesOfTheSizesAskedForAreHashedAndNoOthers() throws IOException {
    Files.writeString(folder.resolve("a.bin"), "abc");
    Files.writeString(folder.resolve("b.bin"), "abcd");

    Inventory inventory = FolderScanner.flat().hashing(size -> size == 3).scan(folder);

    assertThat(ObservedFile.Readable.among(inventory.files()))
        .extracting(ObservedFile.Readable::path, ObservedFile.Readable::sha256)
        .containsExactly(
            tuple(
                "a.bin",
                Optional.of(
                    Digest.sha256(
                        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"))),
            tuple("b.bin", Optional.empty()));
  }

  @Test
  void aFileOfWhichThereIsNotAsMuchAsItsFileSystemSaysCannotBeRead() throws IOException {
    FileHash hash = new FileHash(4, Set.of(Digest.Algorithm.MD5), read -> {});
    hash.hear(new byte[] {1, 2, 3}, 0, 3);

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(hash::finish)
        .withMessage("its file system says that it has 4 bytes, and gives 3");
  }

  /** Says on the console too what a report of tests hides. */
  private static void skipAloudIf(boolean impossible, String reason) {
    if (impossible) {
      System.out.println("SKIPPED: " + reason);
      abort(reason);
    }
  }

  private static Path file(Path path, int size) throws IOException {
    Files.write(path, new byte[size]);
    return Files.setLastModifiedTime(path, FileTime.from(MODIFIED));
  }

  private static ObservedFile readable(String path, long size) {
    return ObservedFile.Readable.of(path, size, MODIFIED);
  }

  private static ObservedFile unreadable(String path, String reason) {
    return new ObservedFile.Unreadable(path, ObservedFile.nameAt(path).orElseThrow(), reason);
  }
}
