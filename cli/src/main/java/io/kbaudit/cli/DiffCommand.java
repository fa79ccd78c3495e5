package io.kbaudit.cli;

import static java.util.Objects.requireNonNull;

import io.kbaudit.ComparisonReports;
import io.kbaudit.attestation.VerifyingKey;
import io.kbaudit.comparison.Comparison;
import io.kbaudit.report.EarlierReport;
import io.kbaudit.report.json.SavedAudit;
import io.kbaudit.report.json.SavedAuditException;
import io.kbaudit.report.text.TextComparisonReport;
import io.kbaudit.report.text.TextStyle;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code kbaudit diff}: what differs between two audits that were saved as JSON. */
final class DiffCommand implements Command {
  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create().name("diff");
    spec.usageMessage()
        .description(
            "Compares two audits that 'verify --report json=FILE' saved: failures that are new,"
                + " fixed or still there, what can no longer be told, and files that changed, are"
                + " gone or are new. If something else was asked, that is said first, and what was"
                + " not asked alike does not count as fixed.")
        .footer(
            "",
            "Locations are known by location, label and folder, and rows by number, name, heading,",
            "platform and language. 'kbaudit explain NEW_DOUBT' tells what such a word means.",
            "",
            "Exit codes: 0 nothing fails that did not before, 1 something does, 2 a saved audit",
            "cannot be read, 3 the audits are not comparable, or nothing is seen to fail anew, but",
            "something that was told before can no longer be told.",
            "",
            "Examples:",
            "  kbaudit diff before.json after.json",
            "  kbaudit diff before.json after.json --quiet --report html=diff.html --report text",
            "  kbaudit verify --report json C:\\MSIShare | kbaudit diff before.json -");
    return spec.addPositional(
            SavedAuditFile.parameter(
                0, "BEFORE", "The JSON report of the earlier audit. - is standard input."))
        .addPositional(
            SavedAuditFile.parameter(
                1, "AFTER", "The JSON report of the later audit. - is standard input."))
        .addOption(Reports.option(ComparisonReports.names().toArray(String[]::new)))
        .addOption(OverwriteOption.spec())
        .addOption(SigningOptions.verifyKey())
        .addOption(Options.color())
        .addOption(
            OptionSpec.builder("-q", "--quiet")
                .description("As text, only the line that sums up.")
                .build())
        .addOption(Options.debug())
        .addOption(Options.help());
  }

  @Override
  public ExitCode run(ParseResult arguments, Console console)
      throws CannotAskException, IOException {
    boolean quiet = arguments.hasMatchedOption("--quiet");
    Reports reports =
        Reports.of(
            EarlierReport.Kind.COMPARISON, arguments, console, List.of(ReportTarget.DEFAULT));
    SavedAuditFile before = new SavedAuditFile(arguments.matchedPositionalValue(0, ""));
    SavedAuditFile after = new SavedAuditFile(arguments.matchedPositionalValue(1, ""));
    if (before.isStandardInput() && after.isStandardInput()) {
      throw new CannotAskException("only one of the two audits can be standard input");
    }
    List<Path> files = new ArrayList<>(before.files());
    files.addAll(after.files());
    files.addAll(SigningOptions.files(arguments));
    reports.refuseToOverwrite(files);
    Optional<VerifyingKey> key = SigningOptions.verifyingKey(arguments);
    try (SavedAudit earlier = before.open(key, console);
        SavedAudit later = after.open(key, console)) {
      Comparison comparison = Comparison.of(earlier.audit(), later.audit());
      reports.send((format, style, out) -> write(comparison, format, quiet, style, out));
      if (!quiet && console.errIsTerminal() && reports.allGoToFiles()) {
        console.say(TextComparisonReport.summary(comparison));
      }
      return ExitCode.of(comparison.result());
    } catch (UncheckedIOException e) {
      throw cannotBeRead(requireNonNull(e.getCause()));
    }
  }

  private static CannotAskException cannotBeRead(IOException e) {
    return new CannotAskException(
        (e instanceof SavedAuditException ? "" : "a saved audit cannot be read: ")
            + Paths.reason(e),
        e);
  }

  private static void write(
      Comparison comparison, String format, boolean quiet, TextStyle style, OutputStream out)
      throws IOException {
    if (!format.equals(ReportTarget.TEXT)) {
      ComparisonReports.named(format).write(comparison, out);
    } else if (!quiet) {
      new TextComparisonReport(style).write(comparison, out);
    } else {
      Writer line = Console.writer(out, style.charset());
      line.write(style.safe(TextComparisonReport.summary(comparison)) + "\n");
      line.flush();
    }
  }
}
