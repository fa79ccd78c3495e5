package io.kbaudit.plan;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.audit.AuditResult;
import io.kbaudit.audit.FileAudit;
import io.kbaudit.audit.FileResult;
import io.kbaudit.file.Digest;
import io.kbaudit.file.FileName;
import io.kbaudit.file.WindowsNames;
import io.kbaudit.inventory.ObservedFile;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The package from which files are copied, as its audit found it. */
final class PackageFolder {
  private final Map<Integer, FileAudit> byRow = new HashMap<>();

  /** By the first of the rows that are one another's alternatives. */
  private final Map<Integer, FileAudit> byBranches = new HashMap<>();

  private final Set<Digest> contents = new HashSet<>();

  PackageFolder(AuditResult audit) {
    audit.files().forEach(file -> byRow.put(file.expected().row(), file));
    audit
        .files()
        .forEach(file -> byBranches.merge(first(file.expected()), file, PackageFolder::better));
    ObservedFile.Readable.among(audit.inventory().files())
        .forEach(file -> file.sha256().ifPresent(contents::add));
  }

  /** Returns the file of {@code row}, if it verifies. */
  Optional<ObservedFile.Readable> verified(ExpectedFile row) {
    return find(row)
        .filter(file -> file.result() == FileResult.PASS)
        .flatMap(FileAudit::observed)
        .filter(ObservedFile.Readable.class::isInstance)
        .map(ObservedFile.Readable.class::cast);
  }

  /** Returns why there is no file of {@code row} that verifies. */
  String whyNot(ExpectedFile row) {
    return find(row)
        .map(file -> "the package's file does not verify: " + Findings.of(file))
        .orElse("the profile's package has no such file");
  }

  /**
   * Returns {@code name} as the package spells that of {@code row}, if it has it, and Windows would
   * find it under that spelling.
   */
  FileName spelt(FileName name, ExpectedFile row) {
    return find(row)
        .flatMap(FileAudit::observed)
        .map(ObservedFile::name)
        .filter(name::equals)
        .filter(spelt -> WindowsNames.fault(spelt.spelling()).isEmpty())
        .orElse(name);
  }

  /** Returns whether a file of the package has these very bytes, under whatever name. */
  boolean holds(ObservedFile.Readable file) {
    return file.sha256().filter(contents::contains).isPresent();
  }

  /** The package may be of another service branch than the row that the share was held to. */
  private Optional<FileAudit> find(ExpectedFile row) {
    return Optional.ofNullable(byRow.get(row.row()))
        .or(() -> Optional.ofNullable(byBranches.get(first(row))));
  }

  private static int first(ExpectedFile row) {
    return row.alternativeTo().orElse(row.row());
  }

  private static FileAudit better(FileAudit one, FileAudit other) {
    return one.result() != FileResult.PASS && other.result() == FileResult.PASS ? other : one;
  }
}
