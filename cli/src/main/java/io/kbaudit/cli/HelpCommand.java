package io.kbaudit.cli;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code kbaudit help}: what a command does, and what it takes. */
final class HelpCommand implements Command {
  static final String NAME = "help";

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create().name(NAME);
    spec.usageMessage()
        .description("Shows what a command does and takes; without one, which commands there are.")
        .footer("", "Examples:", "  kbaudit help verify", "  kbaudit help article show");
    return spec.addPositional(
            PositionalParamSpec.builder()
                .index("0..*")
                .arity("0..*")
                .paramLabel("COMMAND")
                .completionCandidates(() -> Usage.names(spec.root()).iterator())
                .type(List.class)
                .auxiliaryTypes(String.class)
                .description("The command, or the command and the one below it.")
                .build())
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
    print(find(arguments.matchedPositionalValue(0, List.of()), arguments.commandSpec()), console);
    return ExitCode.OK;
  }

  /** Returns the command of these words, beside that of {@code spec}; the root for none. */
  static CommandSpec find(List<String> words, CommandSpec spec) throws CannotAskException {
    CommandSpec found = spec.root();
    for (String word : words) {
      CommandLine below = found.subcommands().get(word);
      if (below == null) {
        throw unknown(word, found);
      }
      found = below.getCommandSpec();
    }
    return found;
  }

  /** Returns that there is no such command below {@code spec}. */
  static CannotAskException unknown(String word, CommandSpec spec) {
    return new CannotAskException(
        "unknown command '"
            + word
            + "'"
            + Suggestion.of(word, Usage.names(spec))
            + " (see '"
            + spec.qualifiedName()
            + " --help')");
  }

  /** Writes the help of {@code spec} to standard output. */
  static void print(CommandSpec spec, Console console) throws IOException {
    Writer out = console.textWriter();
    out.write(HelpPage.of(spec, console.helpColumns(), console.style(ColorChoice.AUTO).colored()));
    out.flush();
  }
}
