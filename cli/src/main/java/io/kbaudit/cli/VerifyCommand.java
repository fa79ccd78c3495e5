package io.kbaudit.cli;

import io.kbaudit.KbAudit;
import io.kbaudit.LocatedFolder;
import io.kbaudit.audit.AuditResult;
import io.kbaudit.audit.DeploymentResult;
import io.kbaudit.deployment.Profile;
import io.kbaudit.record.AuditRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
    KbAudit question = VerifyOptions.question(arguments, deployment);
    Folders folders = new Folders(console, arguments);
    InputFiles inputs = new InputFiles(deployment);
    for (String file : SignatureOptions.files(arguments)) {
      inputs.add(file);
    }
    AuditRecord answer =
        VerifyTarget.areSeveral(arguments)
            ? several(targets, question, deployment, folders, inputs)
            : one(targets.get(0), question, deployment, folders, inputs);
    reports.refuseToOverwrite(inputs.files());
    return reports.send(answer);
  }

  /** Answers about one folder, and adds to {@code inputs} what the answer rests on. */
  private static AuditRecord one(
      VerifyTarget target,
      KbAudit question,
      NamedDeployment deployment,
      Folders folders,
      InputFiles inputs)
      throws CannotAskException {
    Path folder = Folders.path("TARGET", target.folder());
    KbAudit held =
        BaselineOptions.hold(target.ask(question, deployment), deployment, folders, inputs);
    AuditResult result =
        folders.ask(List.of(target.folder()), progress -> held.reportingTo(progress).audit(folder));
    inputs.add(result);
    return AuditRecord.of(result);
  }

  /** Answers about several places, and adds to {@code inputs} what the answer rests on. */
  private static AuditRecord several(
      List<VerifyTarget> targets,
      KbAudit question,
      NamedDeployment deployment,
      Folders folders,
      InputFiles inputs)
      throws CannotAskException {
    Profile profile = deployment.profile().orElseThrow();
    List<String> names = targets.stream().map(VerifyTarget::folder).toList();
    List<LocatedFolder> located = new ArrayList<>();
    for (VerifyTarget target : targets) {
      located.add(target.located());
    }
    folders.ask(names, progress -> LocatedFolder.requireDistinct(located));
    KbAudit held = BaselineOptions.hold(question, deployment, folders, inputs);
    DeploymentResult result =
        folders.ask(names, progress -> held.reportingTo(progress).audit(profile, located));
    for (AuditResult each : result.places()) {
      inputs.add(each);
    }
    return AuditRecord.of(result);
  }
}
