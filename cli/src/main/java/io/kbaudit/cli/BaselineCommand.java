package io.kbaudit.cli;

import io.kbaudit.KbAudit;
import io.kbaudit.audit.AuditResult;
import io.kbaudit.audit.Verdict;
import io.kbaudit.baseline.Baseline;
import io.kbaudit.baseline.JsonBaseline;
import io.kbaudit.deployment.Location;
import io.kbaudit.report.text.TextAuditReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code kbaudit baseline}: verifies a folder, and writes down what is in it. */
final class BaselineCommand implements Command {
  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create().name("baseline");
    spec.usageMessage()
        .description(
            "Verifies a folder, and writes down its files' contents (SHA-256), sizes, times, package"
                + " and product codes: what 'kbaudit verify --baseline' holds files to.")
        .footer(
            "",
            "Nothing is written unless every file passes, exactly as listed if --location and",
            "--accept say nothing else; 'kbaudit verify --accept exact' says why one does not.",
            "",
            "Exit codes: 0 written, 1 a file fails, 2 the question could not be asked or the file",
            "could not be written, 3 something could not be checked.",
            "",
            "Example:",
            "  kbaudit baseline --location package C:\\temp\\QFERollupPackage -o rollup.json");
    spec.addPositional(
        PositionalParamSpec.builder()
            .index("0")
            .arity("1")
            .required(true)
            .paramLabel("FOLDER")
            .type(String.class)
            .description("The folder that is to be the standard.")
            .build());
    NamedDeployment.addOptionsTo(spec)
        .addOption(
            Options.valued("--location", "NAME", String.class)
                .description("Verify and write down the rows of one location. Default: all rows.")
                .build());
    Selection.addOptionsTo(spec);
    return VerifyOptions.addPolicyTo(spec)
        .addOption(
            OptionSpec.builder("-o", "--output")
                .arity("1")
                .paramLabel("FILE")
                .type(String.class)
                .description(
                    "Where to write, never over an existing file. Default: standard output.")
                .build())
        .addOption(Options.debug())
        .addOption(Options.help());
  }

  @Override
  public ExitCode run(ParseResult arguments, Console console)
      throws CannotAskException, IOException {
    NamedDeployment deployment = NamedDeployment.of(arguments, console);
    String locationName = arguments.matchedOptionValue("--location", null);
    Optional<Location> location =
        locationName == null ? Optional.empty() : Optional.of(deployment.location(locationName));
    String folder = arguments.matchedPositionalValue(0, "");
    Path path = Folders.path("FOLDER", folder);
    KbAudit asked = VerifyOptions.question(arguments, deployment);
    KbAudit question =
        location.isPresent() ? asked.at(deployment.profile().orElseThrow(), location.get()) : asked;
    AuditResult result =
        new Folders(console, arguments)
            .ask(
                List.of(folder), progress -> question.reportingTo(progress).auditForBaseline(path));
    if (result.verdict() != Verdict.COMPLIANT) {
      console.complain(
          "nothing is written, since '"
              + folder
              + "' does not verify: "
              + TextAuditReport.summary(result));
      return ExitCode.of(result.verdict());
    }
    write(result.baseline(folder), result, arguments, console);
    return ExitCode.OK;
  }

  private static void write(
      Baseline baseline, AuditResult result, ParseResult arguments, Console console)
      throws CannotAskException, IOException {
    String file = arguments.matchedOptionValue("--output", ReportTarget.STANDARD_OUTPUT);
    if (file.equals(ReportTarget.STANDARD_OUTPUT)) {
      JsonBaseline.write(baseline, result.request().article(), console.utf8Writer());
    } else {
      ReportFile.writeNew(
          file, out -> JsonBaseline.write(baseline, result.request().article(), out));
    }
  }
}
