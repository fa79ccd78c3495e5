package io.kbaudit.report.text;

import io.kbaudit.file.FileVersion;
import io.kbaudit.pe.PeHeader;
import io.kbaudit.pe.PeInspection;
import io.kbaudit.pe.VersionResource.Translation;
import io.kbaudit.report.finding.Fact;
import io.kbaudit.text.English;
import java.util.ArrayList;
import java.util.List;

/** The version and headers of a program as labels and values for people. */
final class ProgramLines {
  private ProgramLines() {}

  /**
   * Returns the lines; of what is not stated none, but for the version.
   *
   * @param isVerified whether what its signatures are worth is said elsewhere
   */
  static List<Fact> of(PeInspection inspection, boolean isVerified) {
    List<Fact> lines = new ArrayList<>();
    lines.add(new Fact("File version", versions(inspection.fileVersions())));
    lines.add(new Fact("Product version", versions(inspection.productVersions())));
    add(
        lines,
        "Flags",
        inspection.fixed().flatMap(fixed -> fixed.flagNames().stream()).distinct().toList());
    inspection.header().ifPresent(header -> lines.add(new Fact("Machine", machine(header))));
    add(
        lines,
        "Translations",
        inspection.versions().stream()
            .flatMap(version -> version.translations().stream())
            .map(Translation::key)
            .distinct()
            .toList());
    if (inspection.textsBeside()) {
      lines.add(new Fact("Texts", "in files beside it, one for each language (MUI)"));
    }
    inspection
        .header()
        .flatMap(PeHeader::certificates)
        .ifPresent(
            table ->
                lines.add(
                    new Fact(
                        "Signatures",
                        English.counted(table.sizeBytes(), "byte")
                            + (isVerified ? "" : ", not verified"))));
    return lines;
  }

  private static void add(List<Fact> lines, String label, List<String> values) {
    if (!values.isEmpty()) {
      lines.add(new Fact(label, String.join(", ", values)));
    }
  }

  private static String versions(List<FileVersion> versions) {
    return versions.isEmpty()
        ? "none"
        : English.enumerate(versions.stream().map(FileVersion::toString).toList());
  }

  private static String machine(PeHeader header) {
    String machine = header.machine().id() + " (" + header.format().id() + ")";
    return switch (header.code()) {
      case MACHINE -> machine;
      case MSIL -> machine + ", MSIL for this machine alone";
      case MSIL_ANY_CPU -> machine + ", MSIL for any CPU";
    };
  }
}
