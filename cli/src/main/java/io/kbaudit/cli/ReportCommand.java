package io.kbaudit.cli;

import static java.util.Objects.requireNonNull;

import io.kbaudit.report.json.SavedAudit;
import java.io.IOException;
import java.io.UncheckedIOException;
import picocli.CommandLine.Model.CommandSpec;
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
            "Exit codes are those of the audit: 0 compliant, 1 non-compliant, 3 something could"
                + " not",
            "be checked; 2 the saved audit cannot be read, or its signature does not verify.",
            "",
            "Examples:",
            "  kbaudit report audit.json",
            "  kbaudit report audit.json --report html=audit.html --report junit=audit.xml",
            "  kbaudit report signed.json --verify-key auditor.pub.pem --report json=audit.json");
    spec.addPositional(
        SavedAuditFile.parameter(0, "AUDIT", "The JSON report of an audit. - is standard input."));
    return RequestedReports.addOptionsTo(spec).addOption(Options.debug()).addOption(Options.help());
  }

  @Override
  public ExitCode run(ParseResult arguments, Console console)
      throws CannotAskException, IOException {
    RequestedReports reports = RequestedReports.of(arguments, console);
    SavedAuditFile file = new SavedAuditFile(arguments.matchedPositionalValue(0, ""));
    reports.refuseToOverwrite(file.files());
    try (SavedAudit saved = file.open(SigningOptions.verifyingKey(arguments), console)) {
      if (arguments.hasMatchedOption(SigningOptions.VERIFY_KEY)
          && !arguments.hasMatchedOption("--quiet")) {
        console.say(
            "'"
                + file.name()
                + "' is signed by the key in '"
                + arguments.matchedOptionValue(SigningOptions.VERIFY_KEY, "")
                + "', and unchanged since");
      }
      return reports.send(saved.audit());
    } catch (UncheckedIOException e) {
      throw file.cannotBeRead(requireNonNull(e.getCause()));
    }
  }
}
