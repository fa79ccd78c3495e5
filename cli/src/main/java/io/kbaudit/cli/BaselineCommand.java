package io.kbaudit.cli;

import io.kbaudit.AuditReports;
import io.kbaudit.KbAudit;
import io.kbaudit.audit.AuditResult;
import io.kbaudit.audit.FileAudit;
import io.kbaudit.audit.UnsoundFiles;
import io.kbaudit.audit.Verdict;
import io.kbaudit.baseline.Baseline;
import io.kbaudit.baseline.JsonBaseline;
import io.kbaudit.deployment.Location;
import io.kbaudit.file.Digest;
import io.kbaudit.record.AuditRecord;
import io.kbaudit.report.Wording;
import io.kbaudit.report.text.TextAuditReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
            "Verifies a folder, and writes down its files' contents (SHA-256), sizes, times,"
                + " package and product codes: what 'kbaudit verify --baseline' holds files to.")
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
            .description("The folder to verify and to write down.")
            .build());
    NamedDeployment.addOptionsTo(spec)
        .addOption(
            Options.valued("--location", "NAME", String.class)
                .completionCandidates(NamedDeployment.BUNDLED_LOCATIONS)
                .description("Verify and write down the rows of one location. Default: all rows.")
                .build());
    Selection.addOptionsTo(spec);
    return ReachOptions.addOptionsTo(VerifyOptions.addPolicyTo(spec))
        .addOption(UnsoundOption.of("Write down"))
        .addOption(
            OptionSpec.builder("-o", "--output")
                .arity("1")
                .paramLabel("FILE")
                .type(String.class)
                .description(
                    "Where to write, never over an existing file. Default: standard output.")
                .build())
        .addOption(WrittenFile.quiet())
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
    UnsoundFiles unsound = UnsoundOption.in(arguments);
    AuditResult accepted = result.acceptingUnsound();
    AuditResult judged = unsound == UnsoundFiles.ACCEPT ? accepted : result;
    if (judged.verdict() != Verdict.COMPLIANT) {
      console.complain(
          "nothing is written, since '"
              + folder
              + "' does not verify: "
              + TextAuditReport.summary(judged));
      UnsoundOption.complain(console, damage(result), "");
      if (accepted.verdict() == Verdict.COMPLIANT) {
        console.complain("but for that it verifies; " + UnsoundOption.NAME + " writes it down so");
      }
      return ExitCode.of(judged.verdict());
    }
    write(result.baseline(folder, unsound), result, arguments, console);
    UnsoundOption.complain(console, damage(result), ", and is written down so");
    return ExitCode.OK;
  }

  /** Returns what is damaged, by file. */
  private static Map<String, String> damage(AuditResult result) {
    Map<String, String> damage = new LinkedHashMap<>();
    for (FileAudit file : result.unsound()) {
      damage.put(file.observed().orElseThrow().path(), file.damage().orElseThrow());
    }
    return damage;
  }

  private static void write(
      Baseline baseline, AuditResult result, ParseResult arguments, Console console)
      throws CannotAskException, IOException {
    String file = arguments.matchedOptionValue("--output", ReportTarget.STANDARD_OUTPUT);
    if (file.equals(ReportTarget.STANDARD_OUTPUT)) {
      JsonBaseline.write(baseline, result.request().article(), console.utf8Writer());
    } else {
      Digest sha256 =
          ReportFile.writeNew(
              file, out -> JsonBaseline.write(baseline, result.request().article(), out));
      new WrittenFile(file, contents(baseline, result), sha256).say(arguments, console);
    }
  }

  private static String contents(Baseline baseline, AuditResult result) {
    List<String> notAudited = AuditReports.notAudited(AuditRecord.of(result));
    return Wording.counted(baseline.files().size(), "file")
        + (notAudited.isEmpty() ? "" : ", not audited: " + String.join(", ", notAudited));
  }
}
