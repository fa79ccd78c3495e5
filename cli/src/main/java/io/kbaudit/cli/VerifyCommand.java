package io.kbaudit.cli;

import io.kbaudit.audit.AuditRequest;
import io.kbaudit.audit.AuditResult;
import io.kbaudit.audit.DeploymentResult;
import io.kbaudit.baseline.Baseline;
import io.kbaudit.record.AuditRecord;
import java.io.IOException;
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
    RequestedReports reports = RequestedReports.of(arguments, console);
    NamedDeployment deployment = NamedDeployment.of(arguments, console);
    List<VerifyTarget> targets = VerifyTarget.in(arguments, deployment);
    InputFiles inputs = new InputFiles(deployment);
    List<AuditResult> results = audit(targets, arguments, deployment, inputs, console);
    reports.refuseToOverwrite(inputs.files());
    AuditRecord answer =
        VerifyTarget.areSeveral(arguments)
            ? AuditRecord.of(
                DeploymentResult.of(
                    deployment.article(), deployment.profile().orElseThrow(), results))
            : AuditRecord.of(results.get(0));
    return reports.send(answer);
  }

  /** Audits each target, and adds to {@code inputs} what the results rest on. */
  private static List<AuditResult> audit(
      List<VerifyTarget> targets,
      ParseResult arguments,
      NamedDeployment deployment,
      InputFiles inputs,
      Console console)
      throws CannotAskException {
    boolean quiet = arguments.hasMatchedOption("--quiet");
    Optional<Baseline> baseline =
        BaselineOptions.of(
            arguments, deployment.article(), new FolderScan(console, false, quiet), inputs);
    FolderScan scan = new FolderScan(console, arguments.hasMatchedOption("--recursive"), quiet);
    List<AuditResult> results = new ArrayList<>();
    for (VerifyTarget target : targets) {
      AuditRequest asked =
          Selection.narrow(
              VerifyOptions.request(arguments, deployment, target.location()), arguments);
      boolean itself = BaselineOptions.isTarget(arguments, target.folder(), targets.size() == 1);
      AuditRequest request =
          baseline.filter(pinned -> !itself).map(asked::withBaseline).orElse(asked);
      AuditResult result = scan.audit("TARGET", target.folder(), request);
      inputs.add(result);
      results.add(result);
    }
    return results;
  }
}
