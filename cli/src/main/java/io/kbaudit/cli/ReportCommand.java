package io.kbaudit.cli;

import static java.util.Objects.requireNonNull;

import io.kbaudit.report.json.SavedAudit;
import io.kbaudit.report.json.SavedAuditException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code kbaudit report}: other reports on an audit that was saved as JSON. */
final class ReportCommand implements Command {
  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create().name("report");
    spec.usageMessage()
        .description(
            "Reports on an audit that 'verify --report json=FILE' saved; nothing is audited anew.")
        .footer(
            "",
            "Exit codes are those of the audit: 0 compliant, 1 non-compliant, 3 something could not",
            "be checked; 2 the saved audit cannot be read.",
            "",
            "Examples:",
            "  kbaudit report audit.json",
            "  kbaudit report audit.json --report html=audit.html --report junit=audit.xml");
    spec.addPositional(
        PositionalParamSpec.builder()
            .index("0")
            .arity("1")
            .required(true)
            .paramLabel("AUDIT")
            .type(String.class)
            .description("The JSON report of an audit. - is standard input.")
            .build());
    return RequestedReports.addOptionsTo(spec).addOption(Options.debug()).addOption(Options.help());
  }

  @Override
  public ExitCode run(ParseResult arguments, Console console)
      throws CannotAskException, IOException {
    RequestedReports reports = RequestedReports.of(arguments, console);
    String name = arguments.matchedPositionalValue(0, "");
    if (!name.equals(Articles.STANDARD_INPUT)) {
      reports.refuseToOverwrite(List.of(Paths.parse(name)));
    }
    try (SavedAudit saved = open(name, console)) {
      return reports.send(saved.audit());
    } catch (UncheckedIOException e) {
      throw cannotBeRead(name, requireNonNull(e.getCause()));
    }
  }

  private static SavedAudit open(String name, Console console) throws CannotAskException {
    try {
      if (name.equals(Articles.STANDARD_INPUT)) {
        return SavedAudit.copied(console.in(), "standard input");
      }
      Path file = Paths.parse(name);
      if (Files.isDirectory(file)) {
        throw new CannotAskException("'" + name + "' is a folder, not a saved audit");
      }
      return SavedAudit.open(file);
    } catch (IOException e) {
      throw cannotBeRead(name, e);
    }
  }

  private static CannotAskException cannotBeRead(String name, IOException e) {
    return e instanceof SavedAuditException
        ? new CannotAskException(Paths.reason(e), e)
        : new CannotAskException(
            "the saved audit '" + name + "' cannot be read: " + Paths.reason(e), e);
  }
}
