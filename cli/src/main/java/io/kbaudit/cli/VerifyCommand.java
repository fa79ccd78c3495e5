package io.kbaudit.cli;

import io.kbaudit.KbAudit;
import io.kbaudit.LocatedTarget;
import io.kbaudit.audit.AuditResult;
import io.kbaudit.audit.DeploymentResult;
import io.kbaudit.deployment.Profile;
import io.kbaudit.record.AuditRecord;
import java.io.IOException;
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
    if (arguments.hasMatchedOption(SigningOptions.VERIFY_KEY)
        && !arguments.hasMatchedOption(EarlierAudit.SINCE)) {
      throw new CannotAskException(
          SigningOptions.VERIFY_KEY
              + " is about a saved audit that is read; name one with "
              + EarlierAudit.SINCE);
    }
    RequestedReports reports = RequestedReports.of(arguments, console);
    ProvenanceOptions provenance = ProvenanceOptions.of(arguments, console);
    NamedDeployment deployment = NamedDeployment.of(arguments, provenance.console());
    InputFiles inputs = new InputFiles(deployment, provenance.digests());
    List<LocatedTarget> places =
        NamedPlaces.areIn(arguments) ? NamedPlaces.in(arguments, deployment, inputs) : List.of();
    Optional<VerifyTarget> target =
        places.isEmpty() ? Optional.of(VerifyTarget.in(arguments, deployment)) : Optional.empty();
    KbAudit question =
        WaiverOptions.applyTo(
            VerifyOptions.question(arguments, deployment), arguments, inputs, console);
    Folders folders = new Folders(console, arguments);
    EvidenceOptions evidence = new EvidenceOptions(arguments, inputs);
    InventoryOptions.refuseWhatIsNotSaid(
        arguments,
        target.isPresent()
            ? List.of(target.get().target())
            : places.stream().map(LocatedTarget::target).toList());
    SignatureOptions.addTo(inputs, arguments);
    AuditRecord answer =
        target.isPresent()
            ? one(
                target.get(),
                question.knowing(evidence.ofOne(target.get().location(), deployment.profile())),
                deployment,
                folders,
                inputs)
            : several(
                evidence.of(places, deployment.requireProfile()),
                question,
                deployment,
                folders,
                inputs);
    reports.refuseToOverwrite(inputs.files());
    return reports.send(provenance.addTo(answer));
  }

  /** Answers about one folder, and adds to {@code inputs} what the answer rests on. */
  private static AuditRecord one(
      VerifyTarget target,
      KbAudit question,
      NamedDeployment deployment,
      Folders folders,
      InputFiles inputs)
      throws CannotAskException {
    KbAudit held =
        BaselineOptions.hold(target.ask(question, deployment), deployment, folders, inputs);
    AuditResult result =
        folders.ask(
            List.of(target.name()), progress -> held.reportingTo(progress).audit(target.target()));
    inputs.add(target.target(), result);
    return AuditRecord.of(result);
  }

  /** Answers about several places, and adds to {@code inputs} what the answer rests on. */
  private static AuditRecord several(
      List<LocatedTarget> places,
      KbAudit question,
      NamedDeployment deployment,
      Folders folders,
      InputFiles inputs)
      throws CannotAskException {
    Profile profile = deployment.profile().orElseThrow();
    List<String> names = places.stream().map(place -> place.target().name()).toList();
    folders.ask(names, progress -> LocatedTarget.requireDistinct(places));
    KbAudit held = BaselineOptions.hold(question, deployment, folders, inputs);
    DeploymentResult result =
        folders.ask(names, progress -> held.reportingTo(progress).audit(profile, places));
    for (int i = 0; i < places.size(); i++) {
      inputs.add(places.get(i).target(), result.places().get(i));
    }
    return AuditRecord.of(result);
  }
}
