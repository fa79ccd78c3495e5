package io.kbaudit.cli;

import io.kbaudit.report.Term;
import io.kbaudit.report.text.Explanations;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code kbaudit explain}: what a finding means, and what to do. */
final class ExplainCommand implements Command {
  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create().name("explain");
    spec.usageMessage()
        .description("Explains any word in capitals that a report prints; without one, all.");
    return spec.addPositional(
            PositionalParamSpec.builder()
                .index("0..*")
                .arity("0..*")
                .paramLabel("WORD")
                .completionCandidates(() -> Term.all().stream().map(Term::id).distinct().iterator())
                .type(List.class)
                .auxiliaryTypes(String.class)
                .description("As reports print it: SIZE, SWAPPED, INDETERMINATE.")
                .build())
        .addOption(Options.color())
        .addOption(Options.debug())
        .addOption(Options.help());
  }

  @Override
  public ExitCode run(ParseResult arguments, Console console)
      throws CannotAskException, IOException {
    ColorChoice color = arguments.matchedOptionValue("--color", ColorChoice.AUTO);
    Explanations explanations = new Explanations(console.helpStyle(color));
    List<String> ids = arguments.matchedPositionalValue(0, List.of());
    if (ids.isEmpty()) {
      explanations.writeAll(console.textWriter());
    }
    for (String id : ids) {
      if (!explanations.write(id, console.textWriter())) {
        throw new CannotAskException(unknown(id));
      }
    }
    return ExitCode.OK;
  }

  private static String unknown(String id) {
    String nearest =
        Suggestion.of(id.replace('-', '_'), Term.all().stream().map(Term::id).toList());
    return "nothing is called '"
        + id
        + "'"
        + (nearest.isEmpty() ? "; 'kbaudit explain' lists what is" : nearest);
  }
}
