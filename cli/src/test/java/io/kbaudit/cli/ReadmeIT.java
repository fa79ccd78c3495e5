package io.kbaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.database.DatabaseQuery;
import io.kbaudit.fixtures.folder.Kb2492954;
import io.kbaudit.fixtures.folder.RollupFolder;
import io.kbaudit.msi.MsiFile;
import io.kbaudit.script.Programs;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** README keeps its word: its commands are run, and its example is compiled and run. */
class ReadmeIT {
  /** What a command that writes a file of evidence says of it; others say nothing. */
  private static final String WROTE = "(?:wrote '[^\n]*': [^\n]*, SHA-256 [0-9a-f]{64}\n)?";

  private static final Map<String, String> UTF_8_TERMINAL = Map.of("LC_ALL", "C.UTF-8");

  private final String readme = read(Installation.CHECKOUT.resolve("README.md"));

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Returns the contents of all fenced blocks of this language. */
  private List<String> blocks(String language) {
    return Pattern.compile("```" + language + "\\n(.*?)```", Pattern.DOTALL)
        .matcher(readme)
        .results()
        .map(block -> block.group(1))
        .toList();
  }

  @Test
  void auditsTheSamplePackageAsTheFirstCommandDoes() throws Exception {
    String first = blocks("sh").get(0).strip();
    String audit = first.substring(first.indexOf("&&") + 2).strip();

    Launched launched =
        Launched.run(Installation.CHECKOUT, UTF_8_TERMINAL, List.of("sh", "-c", audit));

    assertThat(launched.exitCode()).isZero();
    assertThat(launched.err()).isEmpty();
    String lastLine = launched.out().strip().lines().reduce((a, b) -> b).orElseThrow();
    assertThat(readme).contains("It ends with `" + lastLine + "`, and exit code 0.");
  }

  /** A line of three dots stands for lines left out. */
  @Test
  void printsWhatReadmeShows() throws Exception {
    List<String> shown = blocks("console");
    assertThat(shown).isNotEmpty();

    for (String block : shown) {
      String command = block.lines().findFirst().orElseThrow().substring("$ ".length());
      Launched launched =
          Launched.run(Installation.CHECKOUT, UTF_8_TERMINAL, List.of("sh", "-c", command));

      String all = "$ " + command + "\n" + launched.out();
      List<String> parts = List.of(block.split("(?m)^\\.\\.\\.\\n", -1));
      assertThat(all)
          .startsWith(parts.get(0))
          .containsSubsequence(parts)
          .endsWith(parts.get(parts.size() - 1));
      assertThat(launched.err()).matches(WROTE);
      boolean ready = parts.get(parts.size() - 1).startsWith("READY: ");
      assertThat(launched.exitCode()).isEqualTo(ready ? 0 : 1);
    }
  }

  /** The commands after an installation, on folders of these names, each one sound. */
  @Test
  void verifiesADeploymentAsItShows(@TempDir Path servers) throws Exception {
    String block = blocks("cmd").get(0);
    String own = servers + "/";
    RollupFolder.kb2492954().writeTo(servers.resolve("temp/QFERollupPackage"));
    for (String place : List.of("MSIShare", "DNS01/temp", "COLLAB01/temp", "COLLAB02/temp")) {
      RollupFolder.kb2492954().writeTo(servers.resolve(place));
    }
    for (String line : block.lines().toList()) {
      String here =
          line.replace("C:\\", own)
              .replace("=\\\\", "=" + own)
              .replace('\\', '/')
              .replace("rollup.json", own + "rollup.json")
              .replace("json=audit.json", "json=" + own + "audit.json");
      String[] arguments = here.substring("kbaudit ".length()).split(" ", -1);
      Run run = Run.kbaudit((Object[]) arguments);
      assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
      assertThat(run.out()).isEmpty();
      assertThat(run.err()).matches(WROTE);
    }
    assertThat(Files.readString(servers.resolve("audit.json")))
        .contains("\"verdict\": \"COMPLIANT\"", "\"assurance\": \"PINNED\"");
  }

  @Test
  void showsAProfileThatFits(@TempDir Path folder) throws Exception {
    Path profile = Files.writeString(folder.resolve("readme.yaml"), blocks("yaml").get(0));

    Run run = Run.kbaudit("profile", "check", profile);

    assertThat(run)
        .isEqualTo(
            new Run(
                ExitCode.OK,
                "readme.yaml: 1 location, 22 of 22 rows of KB2492954 have a location\n",
                ""));
  }

  @Test
  void showsWaiversOfWhatTheSampleLacks(@TempDir Path folder) throws Exception {
    Path waivers = Files.writeString(folder.resolve("waivers.yaml"), blocks("yaml").get(1));
    Path sample = Installation.CHECKOUT.resolve("test-fixtures/target/sample/msi-share");

    Run run =
        Run.kbaudit(
            "verify",
            "--quiet",
            "--location",
            "msi-share",
            sample,
            "--waivers",
            waivers,
            "--as-of",
            "2026-11-30");

    assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(readme.replace('\n', ' ')).contains("`" + run.out().strip() + "`");
  }

  /** The keys made, the audit signed and verified, and the same without kbaudit. */
  @Test
  void signsAnAuditAsItShows(@TempDir Path folder) throws Exception {
    Programs.skipAloudWithout("openssl", "what README says of it was not run");
    RollupFolder.kb2492954().writeTo(folder.resolve("MSIShare"));
    String blocks =
        blocks("sh").stream()
            .filter(block -> block.contains("auditor.pub.pem"))
            .collect(Collectors.joining())
            .replaceAll("(?m)^kbaudit", Installation.KBAUDIT.toString())
            .replace("/srv/", "");

    Launched launched = Launched.run(folder, UTF_8_TERMINAL, List.of("sh", "-e", "-c", blocks));

    assertThat(launched)
        .isEqualTo(
            new Launched(
                0,
                "Signature Verified Successfully\n",
                "'signed.json' is signed by the key in 'auditor.pub.pem', and unchanged since\n"));
    assertThat(Files.readString(folder.resolve("audit.json")))
        .contains("\"verdict\": \"COMPLIANT\"", "\"provenance\": {");
  }

  @Test
  void showsTheQueryOfDatabases() {
    assertThat(blocks("sql")).containsExactly(DatabaseQuery.TEXT);
  }

  @Test
  void isWhatCiRuns() {
    String ci = read(Installation.CHECKOUT.resolve(".ci/run"));

    assertThat(readme).contains("All tests run with `mvn verify`");
    assertThat(ci.lines()).contains("mvn verify", blocks("sh").get(0).strip());
  }

  @Test
  void auditsAFolderAsItsFirstExampleDoes(@TempDir Path folder, @TempDir Path classes)
      throws Exception {
    RollupFolder.kb2492954().without("DNSProvider.msi").writeTo(folder);

    List<String> printed = runExample(0, "AuditFolder", classes, folder).lines().toList();

    assertThat(printed).hasSize(2).startsWith("NON_COMPLIANT");
    assertThat(printed.get(1)).startsWith("Dnsprovider.msi: {PRESENCE=Failed[");
  }

  @Test
  void auditsAnInventoryAsItsSecondExampleDoes(@TempDir Path classes) throws Exception {
    assertThat(runExample(1, "AuditInventory", classes)).isEqualTo("COMPLIANT\n");
  }

  @Test
  void inspectsAPackageAsItsThirdExampleDoes(@TempDir Path folder, @TempDir Path classes)
      throws Exception {
    Path file = folder.resolve("DNSClient.msi");
    Kb2492954.file("DNSClient.msi").toFixture().writeTo(file);

    String printed = runExample(2, "InspectPackage", classes, file);

    try (MsiFile msi = MsiFile.open(file)) {
      assertThat(printed)
          .isEqualTo(
              msi.summary().subject().orElseThrow()
                  + ", "
                  + msi.summary().packageCode()
                  + "\n"
                  + msi.properties().get("ProductVersion")
                  + "\n");
    }
  }

  /** Compiles the n-th example, runs it, and returns what it prints. */
  private String runExample(int n, String name, Path classes, Path... arguments) throws Exception {
    Path source = Files.writeString(classes.resolve(name + ".java"), blocks("java").get(n));
    String classPath;
    try (Stream<Path> jars = Files.list(Installation.HOME.resolve("lib"))) {
      classPath = jars.map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }
    ByteArrayOutputStream problems = new ByteArrayOutputStream();
    int compiled =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                problems,
                "-d",
                classes.toString(),
                "-cp",
                classPath,
                source.toString());
    assertThat(problems.toString(StandardCharsets.UTF_8)).isEmpty();
    assertThat(compiled).isZero();
    List<String> command =
        new ArrayList<>(List.of("java", "-cp", classPath + File.pathSeparator + classes, name));
    Stream.of(arguments).map(Path::toString).forEach(command::add);

    Launched launched = Launched.run(classes, Map.of(), command);

    assertThat(launched.err()).isEmpty();
    assertThat(launched.exitCode()).isZero();
    return launched.out();
  }

  @Test
  void namesEveryPackageThatExists() throws Exception {
    Path packages = Installation.CHECKOUT.resolve("core/src/main/java/io/kbaudit");
    List<String> names;
    try (Stream<Path> files = Files.walk(packages)) {
      names =
          files
              .filter(file -> file.endsWith("package-info.java"))
              .map(file -> packages.relativize(file.getParent()).toString().replace('/', '.'))
              .filter(name -> !name.isEmpty())
              .toList();
    }

    List<String> inReadme =
        readme
            .lines()
            .filter(line -> line.startsWith("| `"))
            .map(line -> line.substring(0, line.indexOf(" | ", 2)))
            .filter(cell -> cell.matches("\\| `[a-z.]+`(, `[a-z.]+`)*"))
            .flatMap(cell -> Pattern.compile("`([a-z.]+)`").matcher(cell).results())
            .map((MatchResult match) -> match.group(1))
            .toList();

    assertThat(inReadme).containsExactlyInAnyOrderElementsOf(names);
  }
}
