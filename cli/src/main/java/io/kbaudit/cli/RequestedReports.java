package io.kbaudit.cli;

import io.kbaudit.AuditReports;
import io.kbaudit.attestation.SignedAuditReport;
import io.kbaudit.record.AuditRecord;
import io.kbaudit.report.AuditReport;
import io.kbaudit.report.EarlierReport;
import io.kbaudit.report.text.TextAuditReport;
import io.kbaudit.report.text.TextAuditReport.Detail;
import io.kbaudit.report.text.TextStyle;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The reports on one audit that a command was asked for. */
final class RequestedReports {
  private final Reports reports;
  private final Console console;
  private final Detail detail;
  private final Optional<AuditReport> signed;
  private final List<Path> keys;
  private final Optional<EarlierAudit> earlier;

  private RequestedReports(
      Reports reports,
      Console console,
      Detail detail,
      Optional<AuditReport> signed,
      List<Path> keys,
      Optional<EarlierAudit> earlier) {
    this.reports = reports;
    this.console = console;
    this.detail = detail;
    this.signed = signed;
    this.keys = keys;
    this.earlier = earlier;
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
                .build())
        .addOption(EarlierAudit.option())
        .addOption(SigningOptions.sign())
        .addOption(SigningOptions.verifyKey());
  }

  /** Returns those that {@code arguments} ask for. */
  static RequestedReports of(ParseResult arguments, Console console)
      throws CannotAskException, IOException {
    boolean quiet = arguments.hasMatchedOption("--quiet");
    boolean verbose = arguments.hasMatchedOption("--verbose");
    if (quiet && verbose) {
      throw new CannotAskException("--quiet and --verbose exclude each other");
    }
    Reports reports =
        Reports.of(EarlierReport.Kind.AUDIT, arguments, console, List.of(ReportTarget.DEFAULT));
    Optional<AuditReport> signed = SigningOptions.signingKey(arguments).map(SignedAuditReport::new);
    if (signed.isPresent() && !reports.include(ReportTarget.JSON)) {
      throw new CannotAskException(
          SigningOptions.SIGN + " signs the JSON report; ask for one: --report json=FILE");
    }
    return new RequestedReports(
        reports,
        console,
        quiet ? Detail.SUMMARY : verbose ? Detail.EVERY_CHECK : Detail.USUAL,
        signed,
        SigningOptions.files(arguments),
        EarlierAudit.of(arguments, reports, console));
  }

  /** Refuses those that would be written over something that they are about. */
  void refuseToOverwrite(List<Path> inputFiles) throws CannotAskException {
    List<Path> files = new ArrayList<>(inputFiles);
    files.addAll(keys);
    if (earlier.isPresent()) {
      files.addAll(earlier.get().files());
    }
    reports.refuseToOverwrite(files);
  }

  /** Writes each. Who watches, and sees none of them, is told what they come to. */
  ExitCode send(AuditRecord audit) throws CannotAskException, IOException {
    EarlierAudit.use(
        earlier,
        before ->
            reports.send((format, style, out) -> report(format, style, before).write(audit, out)));
    if (detail != Detail.SUMMARY && console.errIsTerminal() && reports.allGoToFiles()) {
      console.say(TextAuditReport.summary(audit));
    }
    return ExitCode.of(audit.verdict());
  }

  private AuditReport report(String format, TextStyle style, Optional<AuditRecord> before) {
    if (format.equals(ReportTarget.TEXT)) {
      return new TextAuditReport(style, detail, before);
    }
    return signed
        .filter(report -> report.name().equals(format))
        .orElseGet(() -> AuditReports.named(format, OptionNames::find, before));
  }
}
