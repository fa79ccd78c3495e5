package io.kbaudit.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.fixtures.folder.RollupFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Folders that not every process may read, or reads alike: most runs are processes. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "permissions and names are other ones elsewhere")
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class OddFoldersTest {
  /** To root, too, permissions apply without these two capabilities. */
  private static final List<String> WITHOUT_PRIVILEGE =
      List.of("setpriv", "--bounding-set=-dac_override,-dac_read_search");

  private final Path folder;

  OddFoldersTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private record Ended(int exitCode, String out, String err) {}

  @BeforeEach
  void extractTheRollup() throws IOException {
    RollupFolder.kb2492954().writeTo(folder);
  }

  @Test
  void aFileWithoutPermissionIsUndecidedAndNoOther() throws Exception {
    forbid(folder.resolve("DNSClient.msi"));

    Ended run = kbauditWithoutPrivilege(folder.resolve("DNSClient.msi"));

    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains("permission denied")
        .endsWith("INDETERMINATE: 22 expected, 21 passed, 0 failed, 1 undecided, 0 unlisted\n");
    assertThat(run.exitCode()).isEqualTo(3);
  }

  @Test
  void aFolderBelowWithoutPermissionKeepsFromCompliant() throws Exception {
    Path below = Files.createDirectory(folder.resolve("below"));
    forbid(below);
    try {
      Ended run = kbauditWithoutPrivilege(below, "--recursive");

      assertThat(run.err()).isEmpty();
      assertThat(run.out())
          .contains("FOLDER_NOT_LISTED: The folder 'below' could not be listed (permission denied)")
          .endsWith(
              "INDETERMINATE: 22 expected, 22 passed, 0 failed, 0 undecided, 0 unlisted,"
                  + " 1 folder not listed\n");
      assertThat(run.exitCode()).isEqualTo(3);
    } finally {
      Files.setPosixFilePermissions(below, PosixFilePermissions.fromString("rwx------"));
    }
  }

  @Test
  void aFolderThatMayNotBeListedGivesNoAnswer() throws Exception {
    forbid(folder);
    try {
      Ended run = kbauditWithoutPrivilege(folder);

      assertThat(run.out()).isEmpty();
      assertThat(run.err())
          .isEqualTo("kbaudit: the folder '" + folder + "' cannot be listed: permission denied\n");
      assertThat(run.exitCode()).isEqualTo(2);
    } finally {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }
  }

  /** Both rows list the same size and minute: what the file says of itself tells. */
  @Test
  void oneFileUnderTwoListedNamesIsOnlyOneOfThem() throws IOException {
    Files.delete(folder.resolve("Exchange2007ResourceManagerWS.msi"));
    Files.createLink(
        folder.resolve("Exchange2007ResourceManagerWS.msi"),
        folder.resolve("ManagedSharePoint2007WS.msi"));

    Run run = Run.kbaudit("verify", folder);

    assertThat(run.out())
        .contains("FAIL  Exchange2007ResourceManagerWS.msi  IDENTITY OTHER_PACKAGE")
        .endsWith("NON-COMPLIANT: 22 expected, 21 passed, 1 failed, 0 undecided, 0 unlisted\n");
    assertThat(run.exitCode()).isEqualTo(ExitCode.NON_COMPLIANT);
  }

  /** In the locale C, Java has no path for a name of other letters than ASCII. */
  @Test
  void whereNamesAreOfAsciiAloneAnotherNameIsToldAsFarAsItCanBe() throws Exception {
    Files.move(folder.resolve("DNSClient.msi"), folder.resolve("caf\u00E9.msi"));

    Ended run = kbaudit(List.of("env", "LC_ALL=C"), "--report", "json=" + folder + "/audit.json");

    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(folder.resolve("audit.json"))
        .content(UTF_8)
        .contains("\"RENAMED\"", "caf\uFFFD\uFFFD.msi");
  }

  private static void forbid(Path path) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("---------"));
  }

  private Ended kbauditWithoutPrivilege(Path forbidden, String... options) throws Exception {
    if (!Files.isReadable(forbidden)) {
      return kbaudit(List.of(), options);
    }
    List<String> probe = new ArrayList<>(WITHOUT_PRIVILEGE);
    probe.add("true");
    Skip.unless(succeeds(probe), "setpriv that gives up a privilege");
    return kbaudit(WITHOUT_PRIVILEGE, options);
  }

  private static boolean succeeds(List<String> command) throws InterruptedException {
    try {
      return new ProcessBuilder(command).start().waitFor() == 0;
    } catch (IOException e) {
      return false; // there is no such program
    }
  }

  private Ended kbaudit(List<String> before, String... options) throws Exception {
    List<String> command = new ArrayList<>(before);
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "verify",
            folder.toString()));
    command.addAll(List.of(options));
    Path out = Files.createTempFile("kbaudit", ".out");
    Path err = Files.createTempFile("kbaudit", ".err");
    try {
      int exitCode =
          new ProcessBuilder(command)
              .redirectOutput(out.toFile())
              .redirectError(err.toFile())
              .start()
              .waitFor();
      return new Ended(exitCode, Files.readString(out, UTF_8), Files.readString(err, UTF_8));
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }
}
