package io.kbaudit.cli;

import io.kbaudit.msi.MsiFile;
import io.kbaudit.msi.MsiFormatException;
import io.kbaudit.msi.MsiInspection;
import io.kbaudit.msi.ReadingDepth;
import io.kbaudit.msi.Table;
import io.kbaudit.report.csv.CsvTable;
import io.kbaudit.signature.SignatureVerifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes one table of one file as CSV to standard output. */
final class TableExport {
  /** So many names can be told in one sentence. */
  private static final int NAMES_AT_MOST = 20;

  private final Console console;

  private final Optional<Path> transform;
  private boolean notApplied;

  TableExport(Console console, Optional<Path> transform) {
    this.console = console;
    this.transform = transform;
  }

  /**
   * Writes the table. Of a file that is not sound it is written too, if it can be read, and
   * standard error says what is wrong.
   */
  ExitCode write(List<String> files, String name) throws CannotAskException, IOException {
    if (files.size() != 1 || Files.isDirectory(InspectTargets.existing(files.get(0)))) {
      throw new CannotAskException("--table takes exactly one FILE, and no folder");
    }
    String file = files.get(0);
    Optional<Table> table;
    MsiInspection inspection;
    try {
      Path path = Paths.parse(file);
      InspectCommand.requireRegular(path);
      inspection = MsiInspection.of(path);
      table = read(path, name, inspection);
    } catch (IOException e) {
      throw new CannotAskException("'" + file + "' cannot be read: " + Paths.reason(e), e);
    }
    if (table.isEmpty() && inspection.sound()) {
      throw new CannotAskException(noSuchTable(name, file, inspection.tables()));
    }
    if (table.isPresent()) {
      CsvTable.write(table.get(), console.utf8Writer());
    }
    if (!inspection.sound()) {
      return complainOf(inspection, file);
    }
    return notApplied ? ExitCode.NON_COMPLIANT : ExitCode.OK;
  }

  private Optional<Table> read(Path path, String name, MsiInspection inspection)
      throws IOException {
    if (inspection.kind().isEmpty()) {
      return Optional.empty();
    }
    if (transform.isPresent()) {
      return readTransformed(path, name);
    }
    try (MsiFile msi = MsiFile.open(path)) {
      return msi.table(name);
    } catch (MsiFormatException e) {
      return Optional.empty();
    }
  }

  private Optional<Table> readTransformed(Path path, String name) throws IOException {
    PackageReading reading =
        new PackageReading(
            Set.of(), transform, ReadingDepth.CHECKSUMS, SignatureVerifier.ofJdk(), false);
    try (MsiFile msi = MsiFile.open(path)) {
      List<String> problems = reading.applyTo(msi).problems();
      problems.forEach(problem -> console.complain("not applied: " + problem));
      notApplied = !problems.isEmpty();
      return msi.table(name);
    }
  }

  private ExitCode complainOf(MsiInspection inspection, String file) {
    var problem = inspection.problems().get(0);
    console.complain("'" + file + "' is not sound: " + problem.kind() + ", " + problem.text());
    return ExitCode.NON_COMPLIANT;
  }

  private static String noSuchTable(String name, String file, List<String> tables) {
    String sentence = "there is no table '" + name + "' in '" + file + "'";
    if (tables.isEmpty()) {
      return sentence + ", which has none";
    }
    String suggestion = Suggestion.of(name, tables);
    if (!suggestion.isEmpty()) {
      return sentence + suggestion;
    }
    List<String> named = tables.stream().sorted().limit(NAMES_AT_MOST).toList();
    int left = tables.size() - named.size();
    return sentence
        + ", which has "
        + String.join(", ", named)
        + (left > 0 ? " and " + left + " more" : "");
  }
}
