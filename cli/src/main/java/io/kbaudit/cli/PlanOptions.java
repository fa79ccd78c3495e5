package io.kbaudit.cli;

import io.kbaudit.PlanReports;
import io.kbaudit.script.Shell;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What {@code kbaudit plan} takes. */
final class PlanOptions {
  private PlanOptions() {}

  /** Returns the command's options, with their help. */
  static CommandSpec spec() {
    CommandSpec spec = CommandSpec.create().name("plan");
    spec.usageMessage()
        .description(
            "Says what copying a package to a share would change there: what is copied, what is"
                + " replaced and must be backed up, what is kept, also because it is later. It only"
                + " reads; a script is printed, and never run.")
        .footer(
            "",
            "COPY: nothing stands there. REPLACE: something else stands there; it is backed up.",
            "KEEP: it is there already. KEEP_NEWER: a later version stands there. BLOCKED: the",
            "package's file does not verify. UNDECIDED: what stands there cannot be judged.",
            "",
            "Exit codes: 0 nothing stands in the way, 1 a file is blocked, 2 the question could"
                + " not",
            "be asked, 3 a file could not be judged, or the two folders were perhaps exchanged.",
            "",
            "Examples:",
            "  kbaudit plan --package C:\\temp\\QFERollupPackage --share C:\\MSIShare",
            "  kbaudit plan --package rollup --share share --report text --report html=plan.html",
            "  kbaudit plan --package rollup --share share --script powershell=install.ps1");
    spec.addOption(folder("--package", "The folder with the extracted package."))
        .addOption(folder("--share", "The folder to which its files are to be copied."));
    NamedDeployment.addOptionsTo(spec)
        .addOption(
            Options.valued("--location", "NAME", String.class)
                .completionCandidates(NamedDeployment.BUNDLED_LOCATIONS)
                .description(
                    "Which of the profile's locations the share is. Default: its first for files"
                        + " under their listed names after the installation; without a profile, all"
                        + " rows.")
                .build());
    Selection.addOptionsTo(spec);
    return SignatureOptions.addOptionsTo(ReachOptions.addOptionsTo(VerifyOptions.addTimesTo(spec)))
        .addOption(UnsoundOption.of("Copy"))
        .addOption(
            Options.valued("--script", "SHELL[=FILE]", ScriptTarget.class)
                .converters(Conversion.by(ScriptTarget::parse))
                .completionCandidates(Stream.of(Shell.values()).map(Shell::id).toList())
                .description(
                    "Print the commands that do it, for powershell, cmd or sh: to standard output,"
                        + " in place of the report, or to a new file.")
                .build())
        .addOption(Reports.option(PlanReports.names().toArray(String[]::new)))
        .addOption(OverwriteOption.spec())
        .addOption(Options.color())
        .addOption(
            OptionSpec.builder("-q", "--quiet")
                .description("As text, only the line that sums up; no progress.")
                .build())
        .addOption(Options.debug())
        .addOption(Options.help());
  }

  private static OptionSpec folder(String name, String description) {
    return Options.valued(name, "FOLDER", String.class)
        .required(true)
        .description(description)
        .build();
  }
}
