package io.kbaudit.cli;

import io.kbaudit.report.text.TextStyle;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code kbaudit config}: what options are given where nobody types them, and who says so. */
final class ConfigCommand implements Command {
  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create().name("config");
    spec.usageMessage()
        .description(
            "Shows which options have a value though they are not typed, and who says so; then the"
                + " environment variables that may.")
        .footer(
            "",
            "An option that is not typed has the value of its variable, KBAUDIT_ACCEPT for --accept"
                + " or KBAUDIT_SOURCE_ZONE for --source-zone; else that of the file that --config"
                + " or KBAUDIT_CONFIG names; else its own default. Options without a value are true"
                + " or false.",
            "",
            "The file is YAML: the names of options without their dashes, each with its value, or a"
                + " list where the option is repeatable; those below the name of a command are for"
                + " that command, and go before the others. Paths are relative to where kbaudit is"
                + " run.",
            "",
            "  accept: or-later",
            "  verify: {article: [KB976398.md, KB974455.md], quiet: true}",
            "",
            "Examples:",
            "  kbaudit config",
            "  kbaudit config verify --config ours.yaml");
    return spec.addPositional(
            PositionalParamSpec.builder()
                .index("0..*")
                .arity("0..*")
                .paramLabel("COMMAND")
                .completionCandidates(() -> Usage.names(spec.root()).iterator())
                .type(List.class)
                .auxiliaryTypes(String.class)
                .description("Only what is in force for this command.")
                .build())
        .addOption(Defaults.option())
        .addOption(Options.debug())
        .addOption(Options.help());
  }

  @Override
  public boolean tellsOfOthers() {
    return true;
  }

  @Override
  public ExitCode run(ParseResult arguments, Console console)
      throws CannotAskException, IOException {
    CommandSpec asked =
        HelpCommand.find(arguments.matchedPositionalValue(0, List.of()), arguments.commandSpec());
    String file = arguments.matchedOptionValue(Defaults.CONFIG, null);
    Defaults defaults =
        Defaults.of(
            asked.root(),
            file == null ? new String[0] : new String[] {Defaults.CONFIG, file},
            console);
    List<OptionDefault> shown =
        asked.subcommands().isEmpty() ? defaults.inForce(asked) : all(defaults, asked);
    TextStyle style = console.style(ColorChoice.NEVER);
    Writer out = console.textWriter();
    for (OptionDefault each : shown) {
      out.write(style.safe(line(each, defaults)) + "\n");
    }
    if (shown.isEmpty()) {
      out.write("No option has a value that is not typed.\n");
    }
    Set<String> variables =
        Defaults.optionsOf(asked).stream()
            .map(OptionDefault::variable)
            .collect(Collectors.toCollection(TreeSet::new));
    variables.add(OptionDefault.variable(Defaults.CONFIG));
    out.write("\n");
    for (String line :
        Wrapped.lines("Variables: " + String.join(", ", variables), console.helpColumns(), 2)) {
      out.write(line + "\n");
    }
    out.flush();
    return ExitCode.OK;
  }

  private static List<OptionDefault> all(Defaults defaults, CommandSpec asked) {
    List<OptionDefault> all = new ArrayList<>();
    for (String option : Defaults.optionsOf(asked)) {
      defaults.ofVariable(option).ifPresent(all::add);
    }
    List<String> words =
        asked.parent() == null ? List.of() : List.of(Usage.words(asked).split(" ", -1));
    defaults.settings().stream()
        .filter(
            each ->
                each.command().isEmpty()
                    || words.isEmpty()
                    || each.command().subList(0, 1).equals(words))
        .filter(each -> Defaults.optionsOf(asked).contains(each.option()))
        .forEach(all::add);
    return all;
  }

  private static String line(OptionDefault shown, Defaults defaults) {
    Optional<OptionDefault> first = defaults.ofVariable(shown.option());
    String command = String.join(" ", shown.command());
    return (command.isEmpty() ? "" : command + " ")
        + shown.option()
        + " "
        + String.join(", ", shown.values())
        + "  ("
        + shown.origin()
        + first
            .filter(other -> !other.equals(shown))
            .map(other -> "; " + other.origin() + " goes before it")
            .orElse("")
        + ")";
  }
}
