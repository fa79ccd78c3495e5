package io.kbaudit.cli;

import io.kbaudit.inventory.FolderScanner;
import io.kbaudit.report.InspectionPart;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** What {@code kbaudit inspect} takes. */
final class InspectOptions {
  private InspectOptions() {}

  /** Returns the command's options and parameters, with their help. */
  static CommandSpec spec() {
    CommandSpec spec = CommandSpec.create().name("inspect");
    spec.usageMessage()
        .description(
            "Shows what Windows Installer files, programs, libraries and drivers say about"
                + " themselves, and whether they are sound: whole, and free of contradiction."
                + " Cabinets are held to their checksums, and unpacked with --thorough. Signatures"
                + " are verified.")
        .footer(
            "",
            "A file is inspected whatever its name. Of a folder, those files that are named as"
                + " Windows",
            "Installer files (.msi, .msp, .msm, .mst), programs (.exe, .scr), libraries (.dll,"
                + " .ocx, .cpl,",
            ".drv and others) and drivers (.sys).",
            "",
            "--table writes cells as they are stored: UTF-8, CRLF, quotes doubled (RFC 4180). A"
                + " cell",
            "that begins with = + - or @ is not disarmed; a spreadsheet may run it as a formula.",
            "",
            "Exit codes: 0 all are sound, 1 one is not, a signature is broken, or not all of a"
                + " transform can",
            "be applied, 2 no such file or folder, a file that cannot be read, or bad usage.",
            "",
            "Examples:",
            "  kbaudit inspect DNSClient.msi",
            "  kbaudit inspect --recursive --report json=packages.json C:\\MSIShare",
            "  kbaudit inspect --properties DNSClient.msi | grep Version",
            "  kbaudit inspect --recursive --report csv=versions.csv C:\\Windows\\System32",
            "  kbaudit inspect --transform german.mst DNSClient.msi",
            "  kbaudit inspect --files --report csv=installed.csv C:\\MSIShare",
            "  kbaudit inspect --table File DNSClient.msi > files.csv");
    spec.addPositional(
            PositionalParamSpec.builder()
                .index("0..*")
                .arity("1..*")
                .required(true)
                .paramLabel("FILE")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .description("Files, or folders with files, to inspect.")
                .build())
        .addOption(
            OptionSpec.builder("--recursive").description("Inspect the folders below too.").build())
        .addOption(
            OptionSpec.builder(ReachOptions.FOLLOW_LINKS)
                .description(
                    "Inspect what is where links lead out of a folder, too. Default: they cannot be"
                        + " read.")
                .build())
        .addOption(Options.thorough())
        .addOption(
            OptionSpec.builder("--summary")
                .description("Show the summary information; of programs version and machine.")
                .build())
        .addOption(
            OptionSpec.builder("--properties")
                .description("Show all properties; of programs all strings of their versions.")
                .build())
        .addOption(
            OptionSpec.builder("--tables")
                .description("Show all tables by name; as text, with rows.")
                .build())
        .addOption(
            OptionSpec.builder("--files")
                .description(
                    "Show the files that packages install: folder, size, version, language, MD5; as"
                        + " CSV, a line for each.")
                .build())
        .addOption(
            Options.valued("--transform", "FILE.mst", String.class)
                .description(
                    "Show packages as this transform makes them, and what of it cannot be applied.")
                .build())
        .addOption(
            OptionSpec.builder("--all")
                .description("Write all rows of all tables too; it takes --report json.")
                .build())
        .addOption(
            Options.valued("--table", "NAME", String.class)
                .description("Write this table of the one FILE as CSV to standard output.")
                .build())
        .addOption(
            Options.report(ReportTarget.TEXT, ReportTarget.JSON, ReportTarget.CSV)
                .description(
                    "text, json, or csv with a line for each file; to standard output or a file."
                        + " Default: text.")
                .build())
        .addOption(OverwriteOption.spec())
        .addOption(Options.color());
    return SignatureOptions.addEvidenceTo(spec)
        .addOption(Options.debug())
        .addOption(Options.help());
  }

  /** Returns what lists the folders that are named. */
  static FolderScanner scanner(ParseResult arguments) {
    return ReachOptions.following(ReachOptions.scanner(arguments), arguments);
  }

  /** Returns the parts that are asked for; none where the choice is left to the report. */
  static Set<InspectionPart> parts(ParseResult arguments) {
    if (arguments.hasMatchedOption("--all")) {
      Set<InspectionPart> all = EnumSet.allOf(InspectionPart.class);
      if (!arguments.hasMatchedOption("--files")) {
        all.remove(InspectionPart.FILES);
      }
      return all;
    }
    Set<InspectionPart> parts = EnumSet.noneOf(InspectionPart.class);
    for (InspectionPart part : InspectionPart.values()) {
      if (arguments.hasMatchedOption("--" + Options.lowerCase(part))) {
        parts.add(part);
      }
    }
    return parts;
  }

  /** Refuses all rows in a format that has no place for them. */
  static void requireFormatOfAll(ParseResult arguments, ReportTarget report)
      throws CannotAskException {
    if (arguments.hasMatchedOption("--all") && !report.format().equals(ReportTarget.JSON)) {
      throw new CannotAskException(
          "--all writes all rows of all tables as JSON: name --report json, or --table NAME for one"
              + " table as CSV");
    }
  }

  /** Refuses what would go unheeded beside {@code --table}. */
  static void requireTableAlone(ParseResult arguments) throws CannotAskException {
    for (String other :
        List.of(
            "--report",
            "--summary",
            "--properties",
            "--tables",
            "--files",
            "--all",
            "--recursive",
            ReachOptions.FOLLOW_LINKS,
            "--thorough",
            "--trust",
            "--catalog",
            "--crl")) {
      if (arguments.hasMatchedOption(other)) {
        throw new CannotAskException(
            "--table writes one table as CSV to standard output; "
                + other
                + " does not go with it");
      }
    }
  }
}
