package io.kbaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.fixtures.folder.RollupFolder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Options that are not typed: from variables of the environment, and from a file of settings. */
class DefaultsTest {
  private static final String QUIET_PASS =
      "COMPLIANT: 22 expected, 22 passed, 0 failed, 0 undecided, 0 unlisted\n";

  @TempDir Path folder;

  private Path rollup;

  @BeforeEach
  void makeRollup() throws Exception {
    rollup = folder.resolve("rollup");
    RollupFolder.kb2492954().writeTo(rollup);
  }

  private static Run with(Map<String, String> environment, Object... args) {
    return Run.on(StandardCharsets.UTF_8, false, environment, args);
  }

  private Path config(String yaml) throws Exception {
    return Files.writeString(folder.resolve("ours.yaml"), yaml);
  }

  private static void assertRefused(Run run, String sentence) {
    assertThat(run).isEqualTo(new Run(ExitCode.CANNOT_ASK, "", "kbaudit: " + sentence + "\n"));
  }

  @Test
  void anOptionIsTakenFromItsVariable() {
    Map<String, String> environment =
        Map.of(
            "KBAUDIT_QUIET", "true", "KBAUDIT_SOURCE_ZONE", "+00:00", "KBAUDIT_VERBOSE", "false");

    assertThat(with(environment, "verify", rollup)).isEqualTo(new Run(ExitCode.OK, QUIET_PASS, ""));
  }

  @Test
  void anOptionIsTakenFromTheFileThatIsNamed() throws Exception {
    Path config =
        config(
            "quiet: true\noverwrite: true\nreport: [text, json="
                + folder.resolve("a.json")
                + "]\n");

    assertThat(with(Map.of(), "verify", "--config", config, rollup).out()).isEqualTo(QUIET_PASS);
    assertThat(folder.resolve("a.json")).isNotEmptyFile();
    assertThat(with(Map.of("KBAUDIT_CONFIG", config.toString()), "verify", rollup).out())
        .isEqualTo(QUIET_PASS);
  }

  @Test
  void theCommandLineGoesBeforeTheEnvironmentAndThatBeforeTheFile() throws Exception {
    Path config = config("verify: {only: SIZE}\nonly: NAME\n");
    Map<String, String> environment = Map.of("KBAUDIT_ONLY", "DATE");

    assertThat(checks(with(Map.of(), "verify", "--config=" + config, rollup, "--report", "json")))
        .isEqualTo("SIZE");
    assertThat(checks(with(environment, "verify", "--config", config, rollup, "--report=json")))
        .isEqualTo("DATE");
    assertThat(
            checks(
                with(
                    environment,
                    "verify",
                    "--config",
                    config,
                    rollup,
                    "--report=json",
                    "--only",
                    "FORMAT")))
        .isEqualTo("FORMAT");
  }

  /** Returns the checks that were done, or at least asked for. */
  private static String checks(Run run) {
    return run.json().getJSONObject("policy").getJSONArray("checks").join(",").replace("\"", "");
  }

  @ParameterizedTest
  @CsvSource({"-q", "-qv", "--quiet"})
  void anOptionThatIsTypedInShortIsTyped(String typed) {
    Run run = with(Map.of("KBAUDIT_QUIET", "perhaps"), "plan", typed);

    assertThat(run.err()).doesNotContain("perhaps");
  }

  @Test
  void whatADefaultBreaksNamesItsOrigin() throws Exception {
    Path config = config("# ours\nreference: " + rollup + "\naccept: maybe\n");

    assertRefused(
        with(Map.of(), "verify", "--config", config, rollup),
        "Invalid value for option '--accept': 'maybe' is not one of exact, or-later,"
            + " later-than-baseline (see 'kbaudit verify --help'); --accept is from ours.yaml, line"
            + " 3");
    assertRefused(
        with(
            Map.of("KBAUDIT_REFERENCE", rollup.toString()),
            "verify",
            "--baseline",
            "b.json",
            rollup),
        "--reference and --baseline exclude each other; name one; --reference is from"
            + " KBAUDIT_REFERENCE");
    assertRefused(
        with(Map.of("KBAUDIT_ARTICLE", "no.txt"), "verify", rollup),
        "no such article file: 'no.txt'; --article is from KBAUDIT_ARTICLE");
    assertRefused(
        with(Map.of("KBAUDIT_QUIET", "yes"), "verify", rollup),
        "KBAUDIT_QUIET: --quiet is true or false, and not 'yes'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "acept: exact        | ours.yaml, line 1: unknown option 'acept', did you mean 'accept'?",
        "a: 1                | ours.yaml, line 1: unknown option 'a'",
        "verfy: {quiet: true} | ours.yaml, line 1: unknown command 'verfy', did you mean 'verify'?",
        "schema: {quiet: true} | ours.yaml, line 1: unknown option 'quiet'",
        "config: x.yaml      | ours.yaml, line 1: unknown option 'config'",
        "accept:             | ours.yaml, line 1: 'accept' is left empty",
      })
  void whatTheFileMayNotSaySaysItsLine(String yaml, String sentence) throws Exception {
    assertRefused(with(Map.of(), "verify", "--config", config(yaml), rollup), sentence);
  }

  @Test
  void aFileThatIsNotThereIsRefusedButNotByHelp() {
    Map<String, String> environment = Map.of("KBAUDIT_CONFIG", "no.yaml");

    assertRefused(with(environment, "verify", rollup), "--config: no such file: 'no.yaml'");
    assertThat(with(environment, "help", "verify").exitCode()).isEqualTo(ExitCode.OK);
    assertThat(with(environment, "verify", "--help").exitCode()).isEqualTo(ExitCode.OK);
    assertThat(with(environment, "--version").exitCode()).isEqualTo(ExitCode.OK);
  }

  @Test
  void aVariableThatIsNearlyKnownIsRefused() {
    assertRefused(
        with(Map.of("KBAUDIT_UNLSTED", "fail"), "verify", rollup),
        "the environment variable KBAUDIT_UNLSTED is none of kbaudit's, did you mean"
            + " 'KBAUDIT_UNLISTED'?");
  }

  @Test
  void aVariableThatIsNotKnownIsSaidAndThoseOfTheLauncherAreNot() {
    Run run =
        with(
            Map.of(
                "KBAUDIT_MIRROR", "https://example.org",
                "KBAUDIT_OPTS", "-Xmx1g",
                "KBAUDIT_HOME", "C:\\kbaudit",
                "KBAUDIT_JAVA", "java.exe"),
            "verify",
            "--quiet",
            rollup);

    assertThat(run)
        .isEqualTo(
            new Run(
                ExitCode.OK,
                QUIET_PASS,
                "kbaudit: the environment variable KBAUDIT_MIRROR is none of kbaudit's, and"
                    + " ignored\n"));
  }

  @Test
  void onWindowsTheCaseOfAVariableDoesNotMatterAndAnEmptyOneIsNone() {
    assertThat(with(Map.of("OS", "Windows_NT", "Kbaudit_Quiet", "true"), "verify", rollup).out())
        .isEqualTo(QUIET_PASS);
    assertThat(with(Map.of("KBAUDIT_ACCEPT", ""), "verify", "--quiet", rollup).err()).isEmpty();
  }

  @Test
  void configShowsWhatIsInForceAndWhoSaysSo() throws Exception {
    Path config = config("accept: or-later\nverify: {quiet: true, article: [a.txt, b.txt]}\n");
    Map<String, String> environment =
        Map.of("KBAUDIT_CONFIG", config.toString(), "KBAUDIT_ACCEPT", "exact");

    assertThat(with(environment, "config").out())
        .startsWith(
            """
            --accept exact  (KBAUDIT_ACCEPT)
            --accept or-later  (ours.yaml, line 1; KBAUDIT_ACCEPT goes before it)
            verify --quiet true  (ours.yaml, line 2)
            verify --article a.txt, b.txt  (ours.yaml, line 2)

            Variables: KBAUDIT_ACCEPT, KBAUDIT_ACCEPT_UNSOUND,\
            """);
    assertThat(with(environment, "config", "verify").out())
        .startsWith(
            """
            verify --article a.txt, b.txt  (ours.yaml, line 2)
            --accept exact  (KBAUDIT_ACCEPT)
            verify --quiet true  (ours.yaml, line 2)

            Variables: KBAUDIT_ACCEPT, KBAUDIT_ARTICLE,\
            """);
    assertThat(with(environment, "config", "article", "check").out())
        .startsWith("No option has a value that is not typed.\n\nVariables: KBAUDIT_COLOR,");
  }

  @Test
  void configShowsTheFileThatItIsGiven() throws Exception {
    Run run = with(Map.of(), "config", "baseline", "--config", config("output: b.json\n"));

    assertThat(run.out()).startsWith("--output b.json  (ours.yaml, line 1)\n");
    assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
  }

  @Test
  void aPluginByDefaultHasItsExitCodes() {
    Console console =
        new Console(
            java.io.InputStream.nullInputStream(),
            java.io.OutputStream.nullOutputStream(),
            new java.io.PrintStream(
                java.io.OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
            StandardCharsets.UTF_8,
            false,
            false,
            Map.of("KBAUDIT_REPORT", "nagios"));

    int code = new Kbaudit(console).runProcess("verify", folder.resolve("nowhere").toString());

    assertThat(code).isEqualTo(3);
  }
}
