package io.kbaudit.msi;

import static io.kbaudit.fixtures.msi.ColumnFlag.KEY;
import static io.kbaudit.fixtures.msi.ColumnFlag.NULLABLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import io.kbaudit.fixtures.msi.MsiFixture;
import io.kbaudit.fixtures.msi.TableFixture;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a package installs and where is put together from four tables, as far as they go. */
class InstalledFilesTest {
  private static final Path CORPUS =
      Path.of(System.getProperty("kbaudit.corpus", "no-corpus")).resolve("msi/files");

  private static final TableFixture COMPONENT =
      TableFixture.named("Component")
          .text("Component", 72, KEY)
          .text("ComponentId", 38, NULLABLE)
          .text("Directory_", 72);

  private static final TableFixture DIRECTORY =
      TableFixture.named("Directory")
          .text("Directory", 72, KEY)
          .text("Directory_Parent", 72, NULLABLE)
          .text("DefaultDir", 255)
          .row("TARGETDIR", null, "SourceDir");

  private static final TableFixture HASH =
      TableFixture.named("MsiFileHash")
          .text("File_", 72, KEY)
          .integer16("Options")
          .integer32("HashPart1", NULLABLE)
          .integer32("HashPart2", NULLABLE)
          .integer32("HashPart3", NULLABLE)
          .integer32("HashPart4", NULLABLE);

  private final Path file;

  InstalledFilesTest(@TempDir Path folder) {
    this.file = folder.resolve("a.msi");
  }

  @Test
  void theLongNameOfEachFolderIsJoinedBelowTheSystemFolder() throws IOException {
    InstalledFile found =
        only(
            "App",
            DIRECTORY
                .row("ProgramFilesFolder", "TARGETDIR", ".:PFiles")
                .row("Vendor", "ProgramFilesFolder", "VEND~1|Vendor Inc:src")
                .row("Same", "Vendor", ".")
                .row("App", "Same", "App"));

    assertThat(found.folder()).hasValue("[ProgramFilesFolder]Vendor Inc\\App");
    assertThat(found.path()).isEqualTo("[ProgramFilesFolder]Vendor Inc\\App\\payload.txt");
    assertThat(found.problems()).isEmpty();
  }

  @Test
  void whatIsBelowNoSystemFolderIsBelowTheRoot() throws IOException {
    assertThat(only("Own", DIRECTORY.row("Own", "TARGETDIR", "own")).folder())
        .hasValue("[TARGETDIR]own");
    assertThat(only("TARGETDIR", DIRECTORY).folder()).hasValue("[TARGETDIR]");
    assertThat(only("Loop", DIRECTORY.row("Loop", "Loop", "SourceDir")).folder())
        .as("a root may be its own parent")
        .hasValue("[Loop]");
    assertThat(only("SystemFolder.0AF1", DIRECTORY).folder())
        .as("of a merge module")
        .hasValue("[SystemFolder.0AF1]");
  }

  @Test
  void aFolderThatCannotBeFoundIsSaidAndTheFileShown() throws IOException {
    InstalledFile inItself = only("A", DIRECTORY.row("A", "B", "a").row("B", "A", "b"));
    InstalledFile orphan = only("A", DIRECTORY.row("A", "Gone", "a"));
    InstalledFile nameless = only("A", DIRECTORY.row("A", "TARGETDIR", "SHORT|"));

    assertThat(inItself.folder()).isEmpty();
    assertThat(inItself.problems())
        .containsExactly("the directory 'A' leads to 'A', which is in itself");
    assertThat(orphan.problems()).containsExactly("there is no directory 'Gone', in which 'A' is");
    assertThat(nameless.problems()).containsExactly("the directory 'A' has no name");
    assertThat(orphan.row().name()).isEqualTo("payload.txt");
  }

  @Test
  void aChainOfFoldersWithoutEndIsGivenUp() throws IOException {
    TableFixture table = DIRECTORY.rows(chainOf(50_000));

    assertThat(only("d50000", table).problems())
        .containsExactly("the directory 'd50000' is deeper than Windows has paths");
  }

  @Test
  void aChainOfSoManyFoldersIsFollowedToItsEnd() throws IOException {
    int deepest = Directories.DEEPEST;
    TableFixture table = DIRECTORY.rows(chainOf(deepest + 1));

    assertThat(only("d" + deepest, table).folder())
        .hasValue("[TARGETDIR]n" + "\\n".repeat(deepest - 1));
    assertThat(only("d" + (deepest + 1), table).problems())
        .containsExactly("the directory 'd" + (deepest + 1) + "' is deeper than Windows has paths");
  }

  @Test
  void aPathAsLongAsWindowsHasAnyIsFollowedToItsEnd() throws IOException {
    String name = "n".repeat(255);
    TableFixture table = DIRECTORY;
    for (int i = 1; i <= 128; i++) {
      table =
          table.row(
              "d" + i, i == 1 ? "TARGETDIR" : "d" + (i - 1), i == 128 ? name.substring(1) : name);
    }
    TableFixture longer = table.row("more", "d127", name);

    assertThat(only("d128", longer).folder().orElseThrow())
        .hasSize("[TARGETDIR]".length() + Directories.LONGEST_PATH - 1);
    assertThat(only("more", longer).problems())
        .containsExactly("the directory 'more' is deeper than Windows has paths");
  }

  @Test
  void theHashIsTheMd5OfTheContents() throws Exception {
    byte[] md5 =
        MessageDigest.getInstance("MD5").digest("payload".getBytes(StandardCharsets.UTF_8));
    var parts = ByteBuffer.wrap(md5).order(ByteOrder.LITTLE_ENDIAN);

    InstalledFiles files =
        read(
            MsiFixture.smallest()
                .table(
                    HASH.row(
                            "payload.txt",
                            0,
                            parts.getInt(),
                            parts.getInt(),
                            parts.getInt(),
                            parts.getInt())
                        .row("gone.txt", 0, 1, 2, 3, 4)));

    assertThat(files.files().orElseThrow().get(0).md5()).hasValue(HexFormat.of().formatHex(md5));
    assertThat(files.problems())
        .contains("MsiFileHash has the hashes of 1 files that File does not list");
  }

  @Test
  void aHashInPartsIsNone() throws IOException {
    InstalledFiles files =
        read(MsiFixture.smallest().table(HASH.row("payload.txt", 0, 1, 2, null, 4)));

    assertThat(files.files().orElseThrow())
        .singleElement()
        .satisfies(
            each -> assertThat(each.md5()).isEmpty(),
            each -> assertThat(each.problems()).containsExactly("its hash lacks HashPart3"));
  }

  @Test
  void noFileTableIsNotAnEmptyOne() throws IOException {
    InstalledFiles none = read(MsiFixture.smallest().withoutTable("File"));
    InstalledFiles empty = read(MsiFixture.smallest().withoutRow("File", "payload.txt"));

    assertThat(none)
        .isEqualTo(new InstalledFiles(Optional.empty(), List.of("there is no File table")));
    assertThat(empty.files().orElseThrow()).isEmpty();
  }

  @Test
  void aMissingColumnIsSaidOnceAndTheOthersAreShown() throws IOException {
    InstalledFiles files =
        read(
            MsiFixture.smallest()
                .table(
                    TableFixture.named("File")
                        .text("File", 72, KEY)
                        .text("FileName", 255)
                        .text("FileSize", 10)
                        .row("a", "A~1.TXT|a long name.txt", "12")));

    assertThat(files.problems())
        .contains(
            "table File has no column of texts Version",
            "table File has no column of numbers FileSize");
    assertThat(files.files().orElseThrow())
        .singleElement()
        .satisfies(
            each -> assertThat(each.row().name()).isEqualTo("a long name.txt"),
            each -> assertThat(each.row().shortName()).hasValue("A~1.TXT"),
            each -> assertThat(each.row().sizeBytes()).isEmpty());
  }

  @Test
  void aHundredThousandFilesAreReadOneByOne() throws IOException {
    List<List<? extends @Nullable Object>> rows = new ArrayList<>();
    for (int i = 0; i < 100_000; i++) {
      rows.add(Arrays.asList("f" + i, "C", "n" + i, i));
    }
    TableFixture many =
        TableFixture.named("File")
            .text("File", 72, KEY)
            .text("Component_", 72)
            .text("FileName", 255)
            .integer32("FileSize")
            .rows(rows);

    InstalledFiles files =
        read(
            MsiFixture.smallest()
                .longStringReferences()
                .table(COMPONENT.row("C", null, "TARGETDIR"))
                .table(DIRECTORY)
                .table(many));

    assertThat(files.files().orElseThrow()).hasSize(100_000);
    assertThat(files.files().orElseThrow())
        .allSatisfy(each -> assertThat(each.folder()).hasValue("[TARGETDIR]"));
  }

  /** The digests of files that msiextract of msitools unpacked are those of the table. */
  @Test
  void aRealPackageInstallsWhatMsitoolsUnpacks(@TempDir Path unpacked) throws Exception {
    Path putty = CORPUS.resolve("lessmsi__putty-0.68-installer.msi");
    skipUnless(Files.exists(putty), "no corpus at " + CORPUS);
    skipUnless(msiextract(putty, unpacked), "no msiextract of msitools");
    Map<String, String> expected = new HashMap<>();
    try (Stream<Path> files = Files.walk(unpacked)) {
      for (Path each : files.filter(Files::isRegularFile).toList()) {
        expected.put(unpacked.relativize(each).toString(), md5(each) + " " + Files.size(each));
      }
    }

    Map<String, String> found = new HashMap<>();
    int hashed = 0;
    try (MsiFile msi = MsiFile.open(putty)) {
      for (InstalledFile each : InstalledFiles.of(msi).files().orElseThrow()) {
        String path =
            each.path().replace("[ProgramFilesFolder]", "Program Files/").replace('\\', '/');
        String actual = expected.getOrDefault(path, "not there");
        hashed += each.md5().isPresent() ? 1 : 0;
        String digest = each.md5().orElse(actual.split(" ", 2)[0]);
        found.put(path, digest + " " + each.row().sizeBytes().orElseThrow());
      }
    }

    assertThat(found).isEqualTo(expected);
    assertThat(hashed).isPositive();
  }

  private static boolean msiextract(Path msi, Path into) throws Exception {
    try {
      return new ProcessBuilder("msiextract", "-C", into.toString(), msi.toString())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static String md5(Path path) throws Exception {
    byte[] digest = MessageDigest.getInstance("MD5").digest(Files.readAllBytes(path));
    return HexFormat.of().formatHex(digest);
  }

  private static void skipUnless(boolean condition, String missing) {
    if (!condition) {
      System.out.println("SKIPPED: " + missing);
      abort(missing);
    }
  }

  private static List<List<String>> chainOf(int count) {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      rows.add(List.of("d" + i, i == 1 ? "TARGETDIR" : "d" + (i - 1), "n"));
    }
    return rows;
  }

  /** Returns the one file of a package, whose component is in this directory. */
  private InstalledFile only(String directory, TableFixture directories) throws IOException {
    InstalledFiles files =
        read(
            MsiFixture.smallest()
                .table(COMPONENT.row("Payload", null, directory))
                .table(directories));
    assertThat(files.problems()).isEmpty();
    assertThat(files.files().orElseThrow()).hasSize(1);
    return files.files().orElseThrow().get(0);
  }

  private InstalledFiles read(MsiFixture fixture) throws IOException {
    fixture.writeTo(file);
    try (MsiFile msi = MsiFile.open(file)) {
      return InstalledFiles.of(msi);
    }
  }
}
