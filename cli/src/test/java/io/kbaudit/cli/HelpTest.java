package io.kbaudit.cli;

import static io.kbaudit.cli.Run.kbaudit;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Model.CommandSpec;

/** How help is asked for, and how it is laid out. */
class HelpTest {
  private static Run on(int columns, Object... args) {
    Map<String, String> terminal =
        Map.of("COLUMNS", String.valueOf(columns), "NO_COLOR", "1", "TERM", "xterm");
    return Run.on(StandardCharsets.UTF_8, true, terminal, args);
  }

  private static Stream<String> commands() {
    return Usage.all(new Kbaudit(Console.ofProcess()).spec()).stream()
        .map(CommandSpec::qualifiedName)
        .map(name -> name.replaceFirst("kbaudit ?", ""));
  }

  private static Object[] words(String before, String command, String after) {
    return Stream.of(before, command, after)
        .flatMap(part -> Stream.of(part.split(" ", -1)))
        .filter(word -> !word.isEmpty())
        .toArray();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void helpIsAskedForInEveryUsualWay(String command) {
    Run asked = kbaudit(words("", command, "--help"));

    assertThat(asked.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(asked.err()).isEmpty();
    assertThat(asked.out())
        .startsWith(("Usage: kbaudit " + command).strip() + " ")
        .contains("[OPTIONS]");
    for (String before : List.of("help", "--help", "-h", "/?", "-?")) {
      assertThat(kbaudit(words(before, command, ""))).as(before).isEqualTo(asked);
    }
    for (String after : List.of("-h", "/?", "-?")) {
      assertThat(kbaudit(words("", command, after))).as(after).isEqualTo(asked);
    }
  }

  @Test
  void anOptionOfTheCommandIsNoneOfItsHelp() {
    assertThat(kbaudit("--help", "verify", "--only", "SIZE")).isEqualTo(kbaudit("help", "verify"));
  }

  @ParameterizedTest
  @ValueSource(ints = {60, 61, 72, 80, 97, 120})
  void noLineOfHelpIsWiderThanTheTerminal(int columns) {
    commands()
        .forEach(
            command ->
                assertThat(on(columns, words("help", command, "")).out().lines())
                    .as(command)
                    .allMatch(line -> line.length() <= columns));
  }

  @Test
  void whereThereIsNoTerminalHelpFitsEightyColumns() {
    commands()
        .forEach(
            command ->
                assertThat(kbaudit(words("help", command, "")).out())
                    .isEqualTo(on(80, words("help", command, "")).out()));
  }

  @ParameterizedTest
  @ValueSource(ints = {60, 80, 120})
  void atEveryWidthHelpSaysTheSame(int columns) {
    commands()
        .forEach(
            command ->
                assertThat(joined(on(columns, words("help", command, ""))))
                    .as(command)
                    .isEqualTo(joined(on(1000, words("help", command, "")))));
  }

  private static String joined(Run run) {
    return run.out().strip().replaceAll("\\s+", " ");
  }

  @ParameterizedTest
  @ValueSource(ints = {60, 80, 120})
  void noLineOfAnExplanationIsWiderThanTheTerminalButForTheQuery(int columns) {
    String wide =
        on(columns, "explain")
            .out()
            .lines()
            .filter(line -> line.length() > columns)
            .collect(Collectors.joining("\n"));
    Stream<String> lines =
        io.kbaudit.report.Term.all().stream()
            .flatMap(term -> on(columns, "explain", term.id()).out().lines())
            .filter(line -> !line.startsWith("    "));

    assertThat(wide).isEmpty();
    assertThat(lines).allMatch(line -> line.length() <= columns);
    assertThat(kbaudit("explain").out()).isEqualTo(on(80, "explain").out());
  }

  @Test
  void anExampleIsBrokenBeforeAnOptionAndStillOneCommand() {
    assertThat(on(60, "help", "report").out())
        .endsWith(
            """

            Examples:
              kbaudit report audit.json
              kbaudit report audit.json --report html=audit.html
                  --report junit=audit.xml
              kbaudit report signed.json --verify-key auditor.pub.pem
                  --report json=audit.json
            """);
  }

  @Test
  void optionsAreBesideWhatTheyMean() {
    assertThat(kbaudit("help", "explain").out())
        .isEqualTo(
            """
            Usage: kbaudit explain [OPTIONS] [WORD...]

            Explains any word in capitals that a report prints; without one, all.

            Parameters:
              [WORD...]  As reports print it: SIZE, SWAPPED, INDETERMINATE.

            Options:
                  --color=WHEN   Colour text: auto (on a terminal, unless NO_COLOR is set),
                                 always, never.
                  --config=FILE  Take options that are not typed from this file of settings,
                                 in YAML; 'kbaudit help config' tells more.
                  --debug        On an error, print the stack trace too.
              -h, --help         Show this help and exit.
            """);
  }

  @Test
  void headingsAreBoldOnATerminalThatTakesColour() {
    Run run =
        Run.on(
            StandardCharsets.UTF_8, true, Map.of("COLUMNS", "80", "TERM", "xterm"), "help", "plan");

    assertThat(run.out()).contains("\u001B[1mOptions:\u001B[0m\n");
    assertThat(kbaudit("help", "plan").out()).doesNotContain("\u001B");
  }
}
