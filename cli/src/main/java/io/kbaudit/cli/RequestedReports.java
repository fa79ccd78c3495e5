package io.kbaudit.cli;

import io.kbaudit.AuditReports;
import io.kbaudit.record.AuditRecord;
import io.kbaudit.report.AuditReport;
import io.kbaudit.report.text.TextAuditReport;
import io.kbaudit.report.text.TextAuditReport.Detail;
import io.kbaudit.report.text.TextStyle;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The reports on one audit that a command was asked for. */
final class RequestedReports {
  private final Reports reports;
  private final Console console;
  private final Detail detail;

  private RequestedReports(Reports reports, Console console, Detail detail) {
    this.reports = reports;
    this.console = console;
    this.detail = detail;
  }

  /** Adds the options that ask for them. */
  static CommandSpec addOptionsTo(CommandSpec spec) {
    return spec.addOption(Reports.option(AuditReports.names().toArray(String[]::new)))
        .addOption(OverwriteOption.spec())
        .addOption(Options.color())
        .addOption(
            OptionSpec.builder("-q", "--quiet")
                .description("As text, only the line that sums up; no progress.")
                .build())
        .addOption(
            OptionSpec.builder("-v", "--verbose")
                .description("As text, every check of every file, with its evidence.")
                .build());
  }

  /** Returns those that {@code arguments} ask for. */
  static RequestedReports of(ParseResult arguments, Console console) throws CannotAskException {
    boolean quiet = arguments.hasMatchedOption("--quiet");
    boolean verbose = arguments.hasMatchedOption("--verbose");
    if (quiet && verbose) {
      throw new CannotAskException("--quiet and --verbose exclude each other");
    }
    return new RequestedReports(
        Reports.of(arguments, console, List.of(ReportTarget.DEFAULT)),
        console,
        quiet ? Detail.SUMMARY : verbose ? Detail.EVERY_CHECK : Detail.USUAL);
  }

  /** Refuses those that would be written over something that they are about. */
  void refuseToOverwrite(List<Path> inputFiles) throws CannotAskException {
    reports.refuseToOverwrite(inputFiles);
  }

  /** Writes each. Who watches, and sees none of them, is told what they come to. */
  ExitCode send(AuditRecord audit) throws CannotAskException, IOException {
    if (detail != Detail.SUMMARY && console.errIsTerminal() && reports.allGoToFiles()) {
      console.say(TextAuditReport.summary(audit));
    }
    reports.send((format, style, out) -> report(format, style).write(audit, out));
    return ExitCode.of(audit.verdict());
  }

  private AuditReport report(String format, TextStyle style) {
    return format.equals(ReportTarget.TEXT)
        ? new TextAuditReport(style, detail)
        : AuditReports.named(format, OptionNames::find);
  }
}
