package io.kbaudit.cli;

import io.kbaudit.file.FileName;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.msi.MsiKind;
import io.kbaudit.pe.PeInspection;
import io.kbaudit.pe.PeKind;
import io.kbaudit.report.EarlierReport;
import io.kbaudit.report.InspectedFiles;
import io.kbaudit.report.InspectedFiles.Inspected;
import io.kbaudit.report.InspectedFiles.Unreadable;
import io.kbaudit.report.InspectionPart;
import io.kbaudit.report.csv.CsvInspectionReport;
import io.kbaudit.report.csv.CsvInstalledFiles;
import io.kbaudit.report.json.JsonInspectionReport;
import io.kbaudit.report.text.TextInspectionReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code kbaudit inspect}: what packages, programs, libraries and drivers say about themselves. */
final class InspectCommand implements Command {
  @Override
  public CommandSpec spec() {
    return InspectOptions.spec();
  }

  @Override
  public ExitCode run(ParseResult arguments, Console console)
      throws CannotAskException, IOException {
    List<String> named = arguments.matchedPositionalValue(0, List.of());
    String table = arguments.matchedOptionValue("--table", null);
    if (table != null) {
      InspectOptions.requireTableAlone(arguments);
      return new TableExport(console, InspectTargets.transform(arguments)).write(named, table);
    }
    return report(named, arguments, console);
  }

  private static ExitCode report(List<String> named, ParseResult arguments, Console console)
      throws CannotAskException, IOException {
    ReportTarget report = arguments.matchedOptionValue("--report", ReportTarget.DEFAULT);
    InspectOptions.requireFormatOfAll(arguments, report);
    OverwriteOption.require(report, EarlierReport.Kind.INSPECTION, arguments);
    InspectTargets targets = InspectTargets.find(named, InspectOptions.scanner(arguments));
    if (report.file().isPresent()) {
      List<Path> inputs = new ArrayList<>(targets.files());
      for (String file : SignatureOptions.files(arguments)) {
        inputs.add(Paths.parse(file));
      }
      ReportFile.refuseToOverwrite(inputs, report.file().get());
    }
    Set<InspectionPart> parts = InspectOptions.parts(arguments);
    boolean listFiles = parts.contains(InspectionPart.FILES);
    PackageReading reading =
        new PackageReading(
            parts,
            InspectTargets.transform(arguments),
            Options.depth(arguments),
            SignatureOptions.verifier(arguments),
            report.format().equals(ReportTarget.TEXT));
    InspectedFiles inspected = inspect(targets, reading, console);
    for (Unreadable file : inspected.unreadable()) {
      console.complain("'" + file.path() + "' cannot be read: " + file.reason());
    }
    if (inspected.files().isEmpty()) {
      return ExitCode.CANNOT_ASK;
    }
    new ReportOutput(console, arguments.matchedOptionValue("--color", ColorChoice.AUTO))
        .send(
            report,
            (out, style) -> new TextInspectionReport(style, parts).write(inspected, out),
            (format, out) -> {
              if (format.equals(ReportTarget.CSV) && listFiles) {
                new CsvInstalledFiles().write(inspected, out);
              } else if (format.equals(ReportTarget.CSV)) {
                new CsvInspectionReport().write(inspected, out);
              } else {
                new JsonInspectionReport(parts).write(inspected, out);
              }
            });
    if (!inspected.unreadable().isEmpty()) {
      return ExitCode.CANNOT_ASK;
    }
    return inspected.files().stream().allMatch(Inspected::asAsked)
        ? ExitCode.OK
        : ExitCode.NON_COMPLIANT;
  }

  private static InspectedFiles inspect(
      InspectTargets targets, PackageReading reading, Console console) {
    PackageCodes codes = new PackageCodes();
    List<Inspected> files = new ArrayList<>();
    List<Unreadable> unreadable = new ArrayList<>(targets.unreadable());
    try (ScanProgress progress = new ScanProgress(console, false, System::nanoTime)) {
      for (Path file : targets.files()) {
        try {
          requireRegular(file);
          Inspected read = inspect(file, reading);
          codes.add(file, read);
          files.add(read);
        } catch (IOException e) {
          unreadable.add(new Unreadable(ObservedFile.named(file), Paths.reason(e)));
        }
        progress.inspected((long) files.size() + unreadable.size(), targets.files().size());
      }
    }
    return new InspectedFiles(files, unreadable, codes.clashes());
  }

  /** What is neither named as a program nor begins as one is taken for a package. */
  private static Inspected inspect(Path file, PackageReading reading) throws IOException {
    String extension = FileName.of(file).extension();
    Optional<PeInspection> program =
        MsiKind.ofExtension(extension).isPresent()
            ? Optional.empty()
            : PeInspection.find(file, PeKind.ofExtension(extension), () -> false);
    if (program.isPresent() && reading.transform().isPresent()) {
      throw new IOException("it is a program, which no transform changes");
    }
    return program.isPresent() ? reading.of(file, program.get()) : reading.of(file);
  }

  /** Refuses pipes and devices, of which one would be waited for without end. */
  static void requireRegular(Path file) throws IOException {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw new IOException("it is not a regular file");
    }
  }
}
