package io.kbaudit.cli;

import io.kbaudit.msi.InstalledFiles;
import io.kbaudit.msi.MsiContents;
import io.kbaudit.msi.MsiFile;
import io.kbaudit.msi.MsiFormatException;
import io.kbaudit.msi.MsiInspection;
import io.kbaudit.msi.Table;
import io.kbaudit.report.InspectedFiles.InspectedPackage;
import io.kbaudit.report.InspectionPart;
import io.kbaudit.report.PackageDetails;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads packages, of each what a report needs.
 *
 * @param parts that are asked for
 * @param asText whether it is for people, who are told how many rows tables have
 */
record PackageReading(Set<InspectionPart> parts, boolean asText) {
  InspectedPackage of(Path file) throws IOException {
    MsiInspection inspection = MsiInspection.of(file);
    return new InspectedPackage(
        InspectTargets.named(file),
        inspection,
        inspection.kind().isEmpty() ? PackageDetails.NONE : details(file, inspection.tables()));
  }

  private PackageDetails details(Path file, List<String> tables) throws IOException {
    PackageDetails details = PackageDetails.NONE;
    try (MsiFile msi = MsiFile.open(file)) {
      if (parts.isEmpty() || parts.contains(InspectionPart.SUMMARY)) {
        details = details.withContents(MsiContents.of(msi));
      }
      if (asText && parts.contains(InspectionPart.TABLES)) {
        details = details.withRowCounts(rowCounts(msi, tables));
      }
      if (parts.contains(InspectionPart.FILES)) {
        details = details.withInstalled(InstalledFiles.of(msi));
      }
    }
    return parts.contains(InspectionPart.ALL)
        ? details.withDatabase(visitor -> visitAll(file, visitor))
        : details;
  }

  private static Map<String, Integer> rowCounts(MsiFile msi, List<String> tables)
      throws IOException {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (String name : tables) {
      msi.table(name).ifPresent(table -> counts.put(name, table.rows().size()));
    }
    return counts;
  }

  /** Opens the file anew: what was read before it is written would fill the memory. */
  private static void visitAll(Path file, PackageDetails.Visitor visitor) throws IOException {
    try (MsiFile msi = MsiFile.open(file)) {
      for (String name : namesOf(msi)) {
        Optional<Table> table;
        try {
          table = msi.table(name);
        } catch (MsiFormatException e) {
          visitor.damaged(name, e.problem().text());
          continue;
        }
        if (table.isPresent()) {
          visitor.table(table.get());
        }
      }
    }
  }

  /** What is damaged about the schema is among the problems of the file. */
  private static List<String> namesOf(MsiFile msi) throws IOException {
    try {
      return msi.tableNames();
    } catch (MsiFormatException e) {
      return List.of();
    }
  }
}
