package io.kbaudit.cli;

import io.kbaudit.audit.AuditRequest;
import io.kbaudit.audit.AuditResult;
import io.kbaudit.audit.DeploymentResult;
import io.kbaudit.audit.Verdict;
import io.kbaudit.baseline.Baseline;
import io.kbaudit.report.JsonAuditReport;
import io.kbaudit.report.JsonDeploymentReport;
import io.kbaudit.report.TextAuditReport;
import io.kbaudit.report.TextDeploymentReport;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code kbaudit verify}: the pass/fail audit of a folder, or of several places at once. */
final class VerifyCommand implements Command {
  @Override
  public CommandSpec spec() {
    return VerifyOptions.spec();
  }

  @Override
  public ExitCode run(ParseResult arguments, Console console)
      throws CannotAskException, IOException {
    Reports reports = Reports.of(arguments, console, List.of(ReportTarget.DEFAULT));
    Deployment deployment = Deployment.of(arguments, console);
    List<VerifyTarget> targets = VerifyTarget.in(arguments, deployment);
    boolean quiet = arguments.hasMatchedOption("--quiet");
    Evidence evidence = new Evidence(deployment);
    List<AuditResult> results = audit(targets, arguments, deployment, evidence, console);
    reports.refuseToOverwrite(evidence.files());
    Answer answer =
        VerifyTarget.areSeveral(arguments)
            ? Answer.of(
                DeploymentResult.of(
                    deployment.article(), deployment.profile().orElseThrow(), results))
            : Answer.of(results.get(0));
    if (!quiet && console.errIsTerminal() && reports.allGoToFiles()) {
      console.err().println(answer.summary());
    }
    reports.send(
        quiet ? (out, style) -> writeLine(answer.summary(), out) : answer.text(), answer.json());
    return ExitCode.of(answer.verdict());
  }

  /** Audits each target, and adds to {@code evidence} what the results rest on. */
  private static List<AuditResult> audit(
      List<VerifyTarget> targets,
      ParseResult arguments,
      Deployment deployment,
      Evidence evidence,
      Console console)
      throws CannotAskException {
    boolean quiet = arguments.hasMatchedOption("--quiet");
    Optional<Baseline> standard =
        Standard.of(
            arguments, deployment.article(), new FolderScan(console, false, quiet), evidence);
    FolderScan scan = new FolderScan(console, arguments.hasMatchedOption("--recursive"), quiet);
    List<AuditResult> results = new ArrayList<>();
    for (VerifyTarget target : targets) {
      AuditRequest asked =
          Selection.narrow(
              VerifyOptions.request(arguments, deployment, target.location()), arguments);
      boolean ownStandard = Standard.isTarget(arguments, target.folder(), targets.size() == 1);
      AuditRequest request =
          standard.filter(pinned -> !ownStandard).map(asked::withBaseline).orElse(asked);
      AuditResult result = scan.audit("TARGET", target.folder(), request);
      evidence.add(result);
      results.add(result);
    }
    return results;
  }

  /** What was found, in the forms in which it can be told. */
  private record Answer(
      Verdict verdict, String summary, ReportOutput.Text text, ReportOutput.Data json) {
    static Answer of(AuditResult result) {
      return new Answer(
          result.verdict(),
          TextAuditReport.summary(result),
          (out, style) -> new TextAuditReport(style).write(result, out),
          out -> new JsonAuditReport().write(result, out));
    }

    static Answer of(DeploymentResult result) {
      return new Answer(
          result.verdict(),
          TextDeploymentReport.summary(result),
          (out, style) -> new TextDeploymentReport(style).write(result, out),
          out -> new JsonDeploymentReport().write(result, out));
    }
  }

  private static void writeLine(String line, Writer out) throws IOException {
    out.write(line + "\n");
    out.flush();
  }
}
