package io.kbaudit.cli;

import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.msi.AppliedTransform;
import io.kbaudit.msi.InstalledFiles;
import io.kbaudit.msi.MsiContents;
import io.kbaudit.msi.MsiFile;
import io.kbaudit.msi.MsiFormatException;
import io.kbaudit.msi.MsiInspection;
import io.kbaudit.msi.MsiKind;
import io.kbaudit.msi.ReadingDepth;
import io.kbaudit.msi.Table;
import io.kbaudit.pe.PeInspection;
import io.kbaudit.report.InspectedFiles.InspectedPackage;
import io.kbaudit.report.InspectedFiles.InspectedProgram;
import io.kbaudit.report.InspectionPart;
import io.kbaudit.report.PackageDetails;
import io.kbaudit.report.PackageDetails.Transformation;
import io.kbaudit.signature.SignatureInspection;
import io.kbaudit.signature.SignatureVerifier;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads packages and programs, of each what a report needs.
 *
 * @param parts that are asked for
 * @param transform by which each is changed in memory
 * @param depth how much of each is read
 * @param verifier of the signatures of each
 * @param asText whether it is for people, who are told how many rows tables have
 */
record PackageReading(
    Set<InspectionPart> parts,
    Optional<Path> transform,
    ReadingDepth depth,
    SignatureVerifier verifier,
    boolean asText) {
  InspectedProgram of(Path file, PeInspection program) throws IOException {
    return new InspectedProgram(
        ObservedFile.named(file),
        program,
        Optional.of(verifier.inspect(file, Optional.empty(), Optional.of(program), () -> false)));
  }

  InspectedPackage of(Path file) throws IOException {
    MsiInspection inspection = MsiInspection.of(file, depth, () -> false);
    String path = ObservedFile.named(file);
    Optional<SignatureInspection> signatures =
        Optional.of(verifier.inspect(file, Optional.of(inspection), Optional.empty(), () -> false));
    if (inspection.kind().isEmpty()) {
      return new InspectedPackage(path, inspection, signatures, PackageDetails.NONE);
    }
    try (MsiFile msi = MsiFile.open(file)) {
      Optional<Transformation> made = apply(msi);
      MsiInspection read = made.isPresent() ? inspection.withDatabaseOf(msi) : inspection;
      PackageDetails details = details(msi, file, read);
      return new InspectedPackage(
          path, read, signatures, made.map(details::withTransform).orElse(details));
    }
  }

  private Optional<Transformation> apply(MsiFile msi) throws IOException {
    return transform.isEmpty()
        ? Optional.empty()
        : Optional.of(new Transformation(ObservedFile.named(transform.get()), applyTo(msi)));
  }

  /** Nothing but a package can be changed by a transform. */
  AppliedTransform applyTo(MsiFile msi) throws IOException {
    Path path = transform.orElseThrow();
    if (msi.kind() != MsiKind.PACKAGE) {
      throw new IOException("it is a " + msi.kind().id() + ", which no transform changes");
    }
    try {
      return msi.apply(path);
    } catch (MsiFormatException e) {
      throw new IOException(
          "the transform '"
              + ObservedFile.named(path)
              + "' cannot be applied: "
              + e.problem().text(),
          e);
    }
  }

  private PackageDetails details(MsiFile msi, Path file, MsiInspection inspection)
      throws IOException {
    PackageDetails details = PackageDetails.NONE;
    if (parts.isEmpty() || parts.contains(InspectionPart.SUMMARY)) {
      details = details.withContents(MsiContents.of(msi, inspection));
    }
    if (asText && parts.contains(InspectionPart.TABLES)) {
      details = details.withRowCounts(rowCounts(msi, inspection.tables()));
    }
    if (parts.contains(InspectionPart.FILES)) {
      details = details.withInstalled(InstalledFiles.of(msi));
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
  private void visitAll(Path file, PackageDetails.Visitor visitor) throws IOException {
    try (MsiFile msi = MsiFile.open(file)) {
      if (transform.isPresent()) {
        applyTo(msi);
      }
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
