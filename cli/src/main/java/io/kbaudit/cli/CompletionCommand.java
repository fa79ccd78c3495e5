package io.kbaudit.cli;

import java.io.IOException;
import java.io.Writer;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code kbaudit completion}: the script by which a shell completes what is typed. */
final class CompletionCommand implements Command {
  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create().name("completion");
    spec.usageMessage()
        .description(
            "Prints a script by which a shell completes commands, options and their values.")
        .footer(
            "",
            "Examples:",
            "  source <(kbaudit completion bash)",
            "  source <(kbaudit completion zsh)",
            "  kbaudit completion fish | source",
            "  kbaudit completion powershell | Out-String | Invoke-Expression");
    return spec.addPositional(
            PositionalParamSpec.builder()
                .index("0")
                .arity("1")
                .required(true)
                .paramLabel("SHELL")
                .type(CompletionShell.class)
                .converters(
                    Conversion.by(
                        text ->
                            Options.choose(CompletionShell.values(), CompletionShell::id, text)))
                .completionCandidates(
                    Stream.of(CompletionShell.values()).map(CompletionShell::id).toList())
                .description("bash, zsh, fish or powershell.")
                .build())
        .addOption(Options.debug())
        .addOption(Options.help());
  }

  @Override
  public boolean tellsOfOthers() {
    return true;
  }

  @Override
  public ExitCode run(ParseResult arguments, Console console) throws IOException {
    CompletionShell shell = arguments.matchedPositionalValue(0, CompletionShell.BASH);
    Writer out = console.utf8Writer();
    out.write(shell.script(arguments.commandSpec().root()));
    out.flush();
    return ExitCode.OK;
  }
}
