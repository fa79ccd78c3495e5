package io.kbaudit.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import io.kbaudit.file.Digest;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a folder may hold besides files of some kilobytes with short names: all of it is told. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class OddFilesTest {
  private static final String NO_FILE = "it is not a regular file";

  private final Path folder;

  OddFilesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  /** Whoever opens a socket or a device gets an error, or waits. */
  @Test
  void aSocketIsNotOpened() throws IOException {
    Path socket = folder.resolve("a.msi");
    try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(UnixDomainSocketAddress.of(socket));

      assertThat(scanned()).containsExactly(unreadable("a.msi", NO_FILE));
    }
  }

  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "elsewhere devices have other numbers, or none")
  void aDeviceIsNotOpened() throws Exception {
    int made = run("mknod", "a.msi", "c", "1", "5"); // as /dev/zero, which never ends
    skipAloudIf(made != 0, "this account, which is not root, makes no devices");

    assertThat(scanned()).containsExactly(unreadable("a.msi", NO_FILE));
  }

  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "links need a privilege elsewhere")
  void aLinkToADeviceIsLeft() throws IOException {
    Files.createSymbolicLink(folder.resolve("a.msi"), Path.of("/dev/zero"));

    assertThat(scanned()).containsExactly(unreadable("a.msi", NO_FILE));
    assertThat(FolderScanner.flat().followingLinks().readingContents().scan(folder).files())
        .containsExactly(unreadable("a.msi", NO_FILE));
  }

  /** As long as ext4, XFS, NTFS and APFS take them, in bytes or in characters. */
  @ParameterizedTest
  @ValueSource(ints = {254, 255})
  void theLongestNamesAreNamesAsOthers(int length) throws IOException {
    String name = "a".repeat(length - 4) + ".msi";
    Files.write(folder.resolve(name), new byte[3]);

    assertThat(FolderScanner.flat().scan(folder).files())
        .extracting(ObservedFile::path)
        .containsExactly(name);
    assertThat(scanned()).hasOnlyElementsOfType(ObservedFile.Readable.class);
  }

  /** No path in Linux has more than 4,095 bytes, and folders may lie deeper all the same. */
  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "such folders are made by moving here")
  void whereNoPathReachesIsAGap() throws Exception {
    Path top = makeFolders(folder.resolve("top"));
    Files.createFile(deepest(top).resolve("reached.dat"));
    for (int i = 0; i < 2; i++) {
      Path under = makeFolders(folder.resolve("more" + i));
      Files.createFile(deepest(under).resolve("out-of-reach.dat"));
      Files.move(top, deepest(under).resolve("top"));
      Files.move(under, top);
    }
    try {
      Inventory inventory = FolderScanner.recursive().scan(folder);

      assertThat(inventory.gaps())
          .singleElement()
          .satisfies(
              gap -> {
                assertThat(gap.path().length()).isGreaterThan(3_800);
                assertThat(gap.reason()).isEqualTo("File name too long");
              });
    } finally {
      run("rm", "-r", "-f", "top"); // no path of Java's reaches all of it
    }
  }

  private static Path makeFolders(Path top) throws IOException {
    Files.createDirectories(deepest(top));
    return top;
  }

  private static Path deepest(Path top) {
    Path deepest = top;
    for (int i = 0; i < 10; i++) {
      deepest = deepest.resolve("d".repeat(180));
    }
    return deepest;
  }

  /** Before 1970, before a FILETIME can be, and after all of us. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "1969-12-31T23:59:59Z",
        "1901-12-14T00:00:00Z",
        "2038-01-19T03:14:08Z",
        "2242-03-16T12:56:32Z"
      })
  void aTimeBeforeOrAfterAllOthersIsATime(String time) throws IOException {
    Path file = Files.write(folder.resolve("a.msi"), new byte[1]);
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse(time)));
    skipAloudIf(
        !Files.getLastModifiedTime(file).toInstant().equals(Instant.parse(time)),
        "this file system keeps no such time");

    assertThat(FolderScanner.flat().scan(folder).files())
        .containsExactly(ObservedFile.Readable.of("a.msi", 1, Instant.parse(time)));
  }

  @Test
  void oneFileUnderTwoNamesIsReadUnderBoth() throws IOException {
    Path file = Files.write(folder.resolve("a.dat"), new byte[3]);
    try {
      Files.createLink(folder.resolve("b.dat"), file);
    } catch (FileSystemException | UnsupportedOperationException e) {
      skipAloudIf(true, "this file system has no hard links");
    }

    List<ObservedFile.Readable> both =
        ObservedFile.Readable.among(
            FolderScanner.flat().hashing(size -> true).scan(folder).files());

    assertThat(both).extracting(ObservedFile::path).containsExactly("a.dat", "b.dat");
    assertThat(both.get(0).digests().by(Digest.Algorithm.SHA256))
        .isPresent()
        .isEqualTo(both.get(1).digests().by(Digest.Algorithm.SHA256));
  }

  private List<ObservedFile> scanned() throws IOException {
    return FolderScanner.flat().readingContents().hashing(size -> true).scan(folder).files();
  }

  private static ObservedFile unreadable(String path, String reason) {
    return new ObservedFile.Unreadable(path, ObservedFile.nameAt(path).orElseThrow(), reason);
  }

  private int run(String... command) throws Exception {
    return new ProcessBuilder(command).directory(folder.toFile()).start().waitFor();
  }

  /** Says on the console too what a report of tests hides. */
  private static void skipAloudIf(boolean impossible, String reason) {
    if (impossible) {
      System.out.println("SKIPPED: " + reason);
      abort(reason);
    }
  }
}
