package io.kbaudit.report.csv;

import io.kbaudit.msi.InstalledFile;
import io.kbaudit.msi.InstalledFiles;
import io.kbaudit.msi.PackagedFile;
import io.kbaudit.report.InspectedFiles;
import io.kbaudit.report.InspectedFiles.Inspected;
import io.kbaudit.report.InspectedFiles.InspectedPackage;
import java.io.IOException;
import java.io.Writer;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * The files that packages install, as comma-separated values (RFC 4180): a line for each, with the
 * path of its package in front. What installs nothing, or cannot be read, has one line with a
 * problem. Columns may be added at the end; none is renamed, moved or removed. No cell is a
 * formula: see {@link CsvAuditReport}.
 *
 * <p>Safe for use by several threads.
 */
public final class CsvInstalledFiles {
  private static final List<String> HEADINGS =
      List.of(
          "package",
          "folder",
          "name",
          "short_name",
          "size",
          "version",
          "language",
          "md5",
          "file",
          "component",
          "attributes",
          "problems");

  /** Creates the report; it has no options. */
  public CsvInstalledFiles() {}

  /**
   * Writes the files of all packages that could be read. The writer is flushed, and left open.
   *
   * @throws IOException if the writer cannot take it
   */
  public void write(InspectedFiles inspected, Writer out) throws IOException {
    CsvTable.writeLine(HEADINGS, out);
    for (Inspected file : inspected.files()) {
      write(file, out);
    }
    out.flush();
  }

  private static void write(Inspected file, Writer out) throws IOException {
    Optional<InstalledFiles> installed =
        file instanceof InspectedPackage read ? read.details().installed() : Optional.empty();
    List<InstalledFile> rows = installed.flatMap(InstalledFiles::files).orElse(List.of());
    List<String> problems = installed.map(InstalledFiles::problems).orElse(List.of());
    if (rows.isEmpty() || !problems.isEmpty()) {
      String text =
          installed.isEmpty()
              ? "it is no package that can be read"
              : problems.isEmpty() ? "its File table is empty" : String.join(" | ", problems);
      writeLine(Stream.of(file.path()), HEADINGS.size() - 2, text, out);
    }
    for (InstalledFile row : rows) {
      writeLine(
          Stream.concat(Stream.of(file.path()), cells(row)),
          0,
          String.join(" | ", row.problems()),
          out);
    }
  }

  private static void writeLine(Stream<String> first, int empty, String last, Writer out)
      throws IOException {
    CsvTable.writeLine(
        Stream.of(first, Collections.nCopies(empty, "").stream(), Stream.of(last))
            .flatMap(cells -> cells)
            .map(SpreadsheetCell::of)
            .toList(),
        out);
  }

  private static Stream<String> cells(InstalledFile file) {
    PackagedFile row = file.row();
    return Stream.of(
        file.folder().orElse(""),
        row.name(),
        row.shortName().orElse(""),
        number(row.sizeBytes()),
        row.version().orElse(""),
        row.language().orElse(""),
        file.md5().orElse(""),
        row.id(),
        row.component(),
        number(row.attributes()));
  }

  private static String number(OptionalInt number) {
    return number.isPresent() ? Integer.toString(number.getAsInt()) : "";
  }
}
