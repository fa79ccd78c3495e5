package io.kbaudit.cli;

import io.kbaudit.PlanReports;
import io.kbaudit.audit.AuditPolicy;
import io.kbaudit.audit.AuditRequest;
import io.kbaudit.deployment.Acceptance;
import io.kbaudit.deployment.FileNaming;
import io.kbaudit.deployment.Location;
import io.kbaudit.deployment.Phase;
import io.kbaudit.deployment.ProfileException;
import io.kbaudit.file.Digest;
import io.kbaudit.inventory.FolderScanner;
import io.kbaudit.inventory.Inventory;
import io.kbaudit.inventory.ScanListener;
import io.kbaudit.plan.Action;
import io.kbaudit.plan.Plan;
import io.kbaudit.plan.PlanRequest;
import io.kbaudit.plan.Planner;
import io.kbaudit.report.EarlierReport;
import io.kbaudit.report.Wording;
import io.kbaudit.report.text.TextPlanReport;
import io.kbaudit.script.CopyScript;
import io.kbaudit.script.Shell;
import io.kbaudit.script.UnquotableException;
import io.kbaudit.signature.SignatureVerifier;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code kbaudit plan}: what copying a package to a share would change. */
final class PlanCommand implements Command {
  @Override
  public CommandSpec spec() {
    return PlanOptions.spec();
  }

  @Override
  public ExitCode run(ParseResult arguments, Console console)
      throws CannotAskException, IOException {
    Optional<ScriptTarget> script =
        Optional.ofNullable(arguments.matchedOptionValue("--script", null));
    boolean scriptIsPrinted = script.filter(asked -> asked.file().isEmpty()).isPresent();
    Reports reports =
        Reports.of(
            EarlierReport.Kind.PLAN,
            arguments,
            console,
            scriptIsPrinted ? List.of() : List.of(ReportTarget.DEFAULT));
    if (scriptIsPrinted && !reports.allGoToFiles()) {
      throw new CannotAskException(
          "the script goes to standard output; give the report a file, --report text=FILE, or the"
              + " script: --script "
              + script.get().shell().id()
              + "=FILE");
    }
    NamedDeployment deployment = NamedDeployment.of(arguments, console);
    PlanRequest request = Selection.narrow(request(arguments, deployment), arguments);
    String rollup = arguments.matchedOptionValue("--package", "");
    String share = arguments.matchedOptionValue("--share", "");
    SignatureVerifier verifier = SignatureOptions.verifier(arguments);
    boolean quiet = arguments.hasMatchedOption("--quiet");
    Folders folders = new Folders(console, arguments);
    Path packageFolder = Folders.path("--package", rollup);
    Inventory ofPackage =
        folders.ask(
            List.of(rollup),
            progress ->
                request
                    .preparingForPackage(scanner(arguments, progress), verifier)
                    .scan(packageFolder));
    Path shareFolder = Folders.path("--share", share);
    Inventory ofShare =
        folders.ask(
            List.of(share),
            progress ->
                request
                    .preparingForShare(scanner(arguments, progress), ofPackage, verifier)
                    .scan(shareFolder));
    refuseShareInPackage(rollup, share);
    Plan plan = plan(request, ofPackage, ofShare);
    InputFiles inputs = new InputFiles(deployment);
    inputs.addAll(ofPackage);
    inputs.addAll(ofShare);
    SignatureOptions.addTo(inputs, arguments);
    reports.refuseToOverwrite(inputs.files());
    if (script.flatMap(ScriptTarget::file).isPresent()) {
      reports.refuseToBe("the script's file", script.get().file().get());
    }
    if (script.isPresent()) {
      CopyScript commands =
          plan.script(
              absolute(rollup),
              absolute(share),
              verification(plan, SignatureOptions.again(arguments)));
      write(script.get(), commands, arguments, console);
    }
    warnOfLittleRoom(plan, share, console);
    Map<String, String> damage = new LinkedHashMap<>();
    plan.unsoundFiles().forEach(file -> damage.put(file.target(), file.damage().orElseThrow()));
    UnsoundOption.complain(console, damage, ", and accepted so");
    reports.send(
        (out, style) -> writeText(plan, quiet, new TextPlanReport(style), out),
        (format, out) -> PlanReports.write(format, plan, OptionNames::find, out));
    if (!quiet && console.errIsTerminal() && reports.allGoToFiles()) {
      console.say(TextPlanReport.summary(plan));
    }
    return ExitCode.of(plan.readiness());
  }

  private static FolderScanner scanner(ParseResult arguments, ScanListener progress) {
    return ReachOptions.apply(FolderScanner.flat(), arguments).reportingTo(progress);
  }

  private static PlanRequest request(ParseResult arguments, NamedDeployment deployment)
      throws CannotAskException {
    AuditPolicy policy =
        SignatureOptions.judge(
            VerifyOptions.timesOf(arguments, AuditPolicy.of(deployment.article())), arguments);
    String name = arguments.matchedOptionValue("--location", null);
    Optional<Location> place =
        name == null
            ? deployment.profile().flatMap(PlanRequest::usualShare)
            : Optional.of(deployment.location(name));
    if (place.filter(at -> at.naming() == FileNaming.RANDOM).isPresent()) {
      throw new CannotAskException(
          "nothing is copied to '" + name + "', where files have random names");
    }
    if (place.filter(at -> at.phase() == Phase.PRE_INSTALL).isPresent()) {
      throw new CannotAskException(
          "'" + name + "' is where the package is before the installation, and no share");
    }
    return new PlanRequest(deployment.article(), deployment.profile(), place, policy)
        .withUnsoundFiles(UnsoundOption.in(arguments));
  }

  /** Copying into the package would change what it is verified against. */
  private static void refuseShareInPackage(String rollup, String share) throws CannotAskException {
    try {
      Path realPackage = Paths.parse(rollup).toRealPath();
      Path realShare = Paths.parse(share).toRealPath();
      if (realShare.equals(realPackage)) {
        throw new CannotAskException(
            "the share '" + share + "' is the package folder '" + rollup + "' itself");
      }
      if (realShare.startsWith(realPackage)) {
        throw new CannotAskException(
            "the share '" + share + "' is inside the package folder '" + rollup + "'");
      }
    } catch (IOException e) {
      throw new CannotAskException(
          "the folders '"
              + rollup
              + "' and '"
              + share
              + "' cannot be told apart: "
              + Paths.reason(e),
          e);
    }
  }

  private static Plan plan(PlanRequest request, Inventory ofPackage, Inventory ofShare)
      throws CannotAskException {
    try {
      return Planner.plan(request, ofPackage, ofShare);
    } catch (ProfileException e) {
      throw new CannotAskException(Paths.reason(e), e);
    }
  }

  /** Writes the script whole, or not at all. */
  private static void write(
      ScriptTarget target, CopyScript script, ParseResult arguments, Console console)
      throws CannotAskException, IOException {
    String text = text(target.shell(), script);
    if (target.file().isPresent()) {
      Digest sha256 = ReportFile.writeNew(target.file().get(), out -> out.write(text));
      String contents = Wording.counted(script.steps().size(), "file") + " to copy";
      new WrittenFile(target.file().get(), contents, sha256).say(arguments, console);
    } else {
      Writer out = console.utf8Writer();
      out.write(text);
      out.flush();
    }
  }

  /** Returns the command without folders and words, which each shell would quote in its own way. */
  private static String verification(Plan plan, String signatures) {
    AuditRequest asked = plan.share().request();
    return "kbaudit verify"
        + asked.location().map(place -> " --location " + place.name()).orElse("")
        + asked.selection().group().map(text -> " --group TEXT").orElse("")
        + asked.selection().platform().map(text -> " --platform NAME").orElse("")
        + asked.selection().language().map(text -> " --language NAME").orElse("")
        + (plan.count(Action.KEEP_NEWER) > 0
            ? " --accept " + Acceptance.LATER_THAN_BASELINE.id()
            : "")
        + signatures
        + " --reference PACKAGE SHARE";
  }

  private static String text(Shell shell, CopyScript script)
      throws CannotAskException, IOException {
    StringWriter text = new StringWriter();
    try {
      shell.write(script, text);
    } catch (UnquotableException e) {
      throw new CannotAskException(String.valueOf(e.getMessage()), e);
    }
    return text.toString();
  }

  /** The script may be run from another folder, and must do its work in those that were read. */
  private static String absolute(String folder) throws CannotAskException {
    try {
      return Paths.parse(folder).toRealPath().toString();
    } catch (IOException e) {
      throw new CannotAskException(
          "where '" + folder + "' really is cannot be told: " + Paths.reason(e), e);
    }
  }

  private static void warnOfLittleRoom(Plan plan, String share, Console console)
      throws CannotAskException {
    try {
      long free = Files.getFileStore(Paths.parse(share)).getUsableSpace();
      if (free < plan.bytesNeeded()) {
        console.complain(
            "the share '"
                + share
                + "' has room for "
                + free
                + " bytes, and the plan needs "
                + plan.bytesNeeded());
      }
    } catch (IOException e) {
      console.complain("how much room '" + share + "' has is not known: " + Paths.reason(e));
    }
  }

  private static void writeText(Plan plan, boolean quiet, TextPlanReport report, Writer out)
      throws IOException {
    if (quiet) {
      out.write(TextPlanReport.summary(plan) + "\n");
      out.flush();
    } else {
      report.write(plan, out);
    }
  }
}
