package io.kbaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.fixtures.folder.RollupFolder;
import io.kbaudit.fixtures.msi.MsiFixture;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.json.JSONObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is built: the launcher, its streams and its surroundings, and the zip. */
class LauncherIT {
  @TempDir Path folder;

  @Test
  void endsWithTheExitCodeOfTheVerdict() throws Exception {
    RollupFolder.kb2492954().writeTo(folder);

    Launched compliant = Installation.kbaudit("verify", "--quiet", folder);
    Files.delete(folder.resolve("DNSClient.msi"));
    Launched nonCompliant = Installation.kbaudit("verify", "--quiet", folder);
    Launched cannotAsk = Installation.kbaudit("verify", folder.resolve("nowhere"));

    assertThat(compliant)
        .isEqualTo(
            new Launched(
                0, "COMPLIANT: 22 expected, 22 passed, 0 failed, 0 undecided, 0 unlisted\n", ""));
    assertThat(nonCompliant)
        .isEqualTo(
            new Launched(
                1,
                "NON-COMPLIANT: 22 expected, 21 passed, 1 failed, 0 undecided, 0 unlisted\n",
                ""));
    assertThat(cannotAsk)
        .isEqualTo(
            new Launched(2, "", "kbaudit: no such folder: '" + folder.resolve("nowhere") + "'\n"));
  }

  @Test
  void cannotTellOfAFileItsUserMayNotRead() throws Exception {
    Skip.unless(
        Files.exists(Path.of("/usr/bin/setpriv")) && System.getProperty("user.name").equals("root"),
        "root with setpriv, to run as a user who may not read everything");
    RollupFolder.kb2492954().writeTo(folder);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.setPosixFilePermissions(
        folder.resolve("DNSClient.msi"), PosixFilePermissions.fromString("---------"));
    Path installed = copyOfInstallation();

    Launched launched =
        Launched.run(
            folder,
            Map.of(),
            List.of(
                "setpriv",
                "--reuid=65534",
                "--regid=65534",
                "--clear-groups",
                installed.resolve("bin/kbaudit").toString(),
                "verify",
                "--report",
                "json",
                "."));

    Run run = new Run(ExitCode.INDETERMINATE, launched.out(), launched.err());
    assertThat(launched.err()).isEmpty();
    assertThat(launched.exitCode()).isEqualTo(3);
    assertThat(run.findings()).containsExactly("Dnsclient.msi PRESENCE UNREADABLE");
    assertThat(launched.out()).contains("permission denied");
  }

  /** Where every user may read it. */
  private static Path copyOfInstallation() throws Exception {
    Path copy = Files.createTempDirectory("kbaudit-installed");
    Launched copied =
        Launched.run(
            copy,
            Map.of(),
            List.of("sh", "-c", "cp -r '" + Installation.HOME + "'/. . && chmod -R a+rX ."));
    assertThat(copied.exitCode()).isZero();
    return copy;
  }

  @Test
  void readsNamesOfEveryScriptInTheCLocaleAndPrintsAscii() throws Exception {
    Files.createFile(folder.resolve("\u00DCbersicht \u65E5\u672C.msi"));
    Map<String, String> cLocale = new HashMap<>(Map.of("LC_ALL", "C"));

    Launched text =
        Launched.run(
            folder, cLocale, List.of(Installation.KBAUDIT.toString(), "verify", folder.toString()));
    Launched json =
        Launched.run(
            folder,
            cLocale,
            List.of(Installation.KBAUDIT.toString(), "verify", "--report", "json", "."));

    assertThat(text.out()).contains("<U+00DC>bersicht <U+65E5><U+672C>.msi").isASCII();
    assertThat(new JSONObject(json.out()).getJSONArray("unlisted").getJSONObject(0).get("path"))
        .isEqualTo("\u00DCbersicht \u65E5\u672C.msi");
  }

  @Test
  void printsTheSameBytesInEveryLocaleAndZone() throws Exception {
    RollupFolder.kb2492954().without("DNSClient.msi").writeTo(folder);
    List<String> command =
        List.of(Installation.KBAUDIT.toString(), "verify", "--report", "json", ".");

    Launched here = Launched.run(folder, Map.of(), command);
    Launched inTurkey =
        Launched.run(
            folder,
            Map.of("TZ", "Asia/Kathmandu", "KBAUDIT_OPTS", "-Duser.language=tr -Duser.country=TR"),
            command);

    assertThat(here.exitCode()).isEqualTo(1);
    assertThat(inTurkey).isEqualTo(here);
  }

  @Test
  void startsThroughALinkAndFromAFolderWithBlanks() throws Exception {
    Path blanks = Files.createDirectory(folder.resolve("with blanks"));
    Path link = Files.createSymbolicLink(blanks.resolve("kb"), Installation.KBAUDIT);

    Launched launched = Launched.run(blanks, Map.of(), List.of(link.toString(), "--version"));

    assertThat(launched.err()).isEmpty();
    assertThat(launched.exitCode()).isZero();
    assertThat(launched.out()).startsWith("kbaudit ");
  }

  @Test
  void saysWhatIsMissingWhereThereIsNoJava() throws Exception {
    Launched launched =
        Launched.run(
            folder,
            Map.of("JAVA_HOME", folder.toString()),
            List.of(Installation.KBAUDIT.toString(), "--version"));

    assertThat(launched.exitCode()).isEqualTo(2);
    assertThat(launched.out()).isEmpty();
    assertThat(launched.err())
        .isEqualTo(
            "kbaudit: no java found (tried '"
                + folder
                + "/bin/java'); install Java 17 or later, or set JAVA_HOME\n");
  }

  /** Java ends with 1 then, as kbaudit does where a file fails. */
  @Test
  void aJavaThatCannotStartIsNoAnswer() throws Exception {
    Launched launched =
        Launched.run(
            folder,
            Map.of("KBAUDIT_OPTS", "-XX:NoSuchOption"),
            List.of(Installation.KBAUDIT.toString(), "--version"));

    assertThat(launched.exitCode()).isEqualTo(2);
    assertThat(launched.out()).isEmpty();
    assertThat(launched.err())
        .startsWith("Unrecognized VM option 'NoSuchOption'")
        .endsWith(
            "\nkbaudit: Java could not start, or broke off, with exit code 1; see what it said\n");
  }

  @Test
  void aJavaWithoutMemoryIsNoAnswerEither() throws Exception {
    Launched launched =
        Launched.run(
            folder,
            Map.of(),
            List.of("sh", "-c", "ulimit -v 300000; '" + Installation.KBAUDIT + "' --version"));

    assertThat(launched.exitCode()).isEqualTo(2);
    assertThat(launched.out()).isEmpty();
    assertThat(launched.err()).contains("kbaudit: Java could not start, or broke off");
  }

  @Test
  void saysThatTheWorkingFolderIsGone() throws Exception {
    Launched launched =
        Launched.run(
            folder,
            Map.of(),
            List.of(
                "sh",
                "-c",
                "mkdir gone; cd gone; rmdir ../gone; '" + Installation.KBAUDIT + "' --version"));

    assertThat(launched.exitCode()).isEqualTo(2);
    assertThat(launched.out()).isEmpty();
    assertThat(launched.err())
        .endsWith("kbaudit: the working folder is gone; change to one that is there\n");
  }

  @ParameterizedTest
  @CsvSource({"INT, 130", "TERM, 143", "HUP, 129"})
  void aSignalEndsItAndTheJavaThatItStarted(String signal, int exitCode) throws Exception {
    Signals.requireHeeded(signal);
    Process launcher =
        new ProcessBuilder(Installation.KBAUDIT.toString(), "report", "-")
            .redirectErrorStream(true)
            .start();
    while (launcher.descendants().count() == 0) {
      Thread.onSpinWait();
    }
    List<ProcessHandle> started = launcher.descendants().toList();
    launcher.getOutputStream().write('{'); // it is read once Java runs
    launcher.getOutputStream().flush();

    Signals.send(signal, launcher);

    assertThat(launcher.waitFor()).isEqualTo(exitCode);
    for (ProcessHandle each : started) {
      each.onExit().join();
    }
  }

  @Test
  void readsWhatStandardInputHolds() throws Exception {
    Launched launched =
        Launched.run(
            folder,
            Map.of(),
            List.of(
                "sh",
                "-c",
                "printf 'File name  Size\\nA.dll  5\\n' | '"
                    + Installation.KBAUDIT
                    + "' article show --report csv -"));

    assertThat(launched.exitCode()).isEqualTo(0);
    assertThat(launched.err()).isEmpty();
    assertThat(launched.out()).contains("A.dll");
  }

  @Test
  void saysThatStandardOutputIsFull() throws Exception {
    Skip.unless(Files.exists(Path.of("/dev/full")), "device that is always full");

    Launched launched =
        Launched.run(
            folder,
            Map.of(),
            List.of("sh", "-c", "'" + Installation.KBAUDIT + "' verify . > /dev/full"));

    assertThat(launched.exitCode()).isEqualTo(2);
    assertThat(launched.err())
        .isEqualTo("kbaudit: standard output cannot be written: No space left on device\n");
  }

  @Test
  void writesAReportIntoAPipeWithoutAName() throws Exception {
    Skip.unless(Files.exists(Path.of("/dev/stdout")), "device that stands for standard output");

    Launched launched =
        Launched.run(
            folder,
            Map.of(),
            List.of(
                "sh",
                "-c",
                "'" + Installation.KBAUDIT + "' verify --report json=/dev/stdout . | cat"));

    assertThat(launched.err()).isEmpty();
    assertThat(new JSONObject(launched.out()).getString("verdict")).isEqualTo("NON_COMPLIANT");
  }

  /** The library that reads compound files logs, and would say so on standard output. */
  @Test
  void printsTheInspectionAndNothingElse() throws Exception {
    MsiFixture.sized(8_192).writeTo(folder.resolve("sound.msi"));
    Files.writeString(folder.resolve("torn.msi"), "\u00D0\u00CF\u0011\u00E0");

    Launched text = Installation.kbaudit("inspect", folder);
    Launched json = Installation.kbaudit("inspect", folder, "--report", "json");

    assertThat(text.exitCode()).isEqualTo(1);
    assertThat(text.err()).isEmpty();
    assertThat(text.out())
        .startsWith("\u2713 SOUND  " + folder)
        .endsWith("\n2 files: 1 sound, 1 not sound\n");
    assertThat(json.exitCode()).isEqualTo(1);
    assertThat(json.err()).isEmpty();
    assertThat(json.out()).startsWith("{\n  \"schemaVersion\": 1,").endsWith("\n}\n");
    assertThat(new JSONObject(json.out()).getJSONArray("files")).hasSize(2);
  }

  @Test
  void startsWithoutStandardInput() throws Exception {
    Launched launched =
        Launched.run(
            folder, Map.of(), List.of("sh", "-c", "'" + Installation.KBAUDIT + "' explain <&-"));

    assertThat(launched.exitCode()).isZero();
    assertThat(launched.err()).isEmpty();
  }

  @Test
  void findsNoArticleOnAStandardInputThatIsClosed() throws Exception {
    Launched launched =
        Launched.run(
            folder,
            Map.of(),
            List.of("sh", "-c", "'" + Installation.KBAUDIT + "' verify --article - . <&-"));

    assertThat(launched.exitCode()).isEqualTo(2);
    assertThat(launched.err()).startsWith("kbaudit: standard input");
  }

  @Test
  void saysNothingToAReaderThatHasSeenEnough() throws Exception {
    Launched launched =
        Launched.run(
            folder, Map.of(), List.of("sh", "-c", "'" + Installation.KBAUDIT + "' explain | true"));

    assertThat(launched).isEqualTo(new Launched(0, "", ""));
  }

  @Test
  void theZipHoldsBothLaunchersAndAllJars() throws Exception {
    try (ZipFile zip =
        new ZipFile(Installation.CHECKOUT.resolve("cli/target/kbaudit.zip").toFile())) {
      assertThat(zip.stream().map(Object::toString))
          .contains("kbaudit/bin/kbaudit", "kbaudit/bin/kbaudit.cmd", "kbaudit/README.md")
          .anyMatch(name -> name.startsWith("kbaudit/lib/kbaudit-core-"))
          .contains("kbaudit/lib/kbaudit-cli.jar")
          .anyMatch(name -> name.startsWith("kbaudit/lib/picocli-"))
          .noneMatch(name -> name.contains("fixtures") || name.contains("junit"));
    }
    assertThat(Installation.KBAUDIT.resolveSibling("kbaudit.cmd")).content().contains("\r\n");
  }
}
