package io.kbaudit.plan;

import static java.util.stream.Collectors.joining;

import io.kbaudit.audit.AuditResult;
import io.kbaudit.audit.FileAudit;
import io.kbaudit.audit.FileResult;
import io.kbaudit.audit.Remark;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Collects what is to be said of a plan as a whole. */
final class PlanRemarks {
  /** What is wrong with a whole folder; the audits' other remarks are about what passes there. */
  private static final Set<String> OF_FOLDERS =
      Set.of(
          Remark.Kind.WHOLE_ZONE_OFFSET.name(),
          Remark.Kind.EMPTY_FOLDER.name(),
          Remark.Kind.OTHER_SPELLING.name());

  private PlanRemarks() {}

  static List<Remark> on(AuditResult rollup, AuditResult share, List<PlannedFile> files) {
    List<Remark> remarks = new ArrayList<>();
    restOfPackage(rollup, files).ifPresent(remarks::add);
    remarks.addAll(ofFolder("The package: ", rollup));
    remarks.addAll(ofFolder("The share: ", share));
    return remarks;
  }

  /** A file that goes nowhere blocks nothing; but a package that lacks it is not the listed one. */
  private static Optional<Remark> restOfPackage(AuditResult rollup, List<PlannedFile> files) {
    Set<Integer> planned =
        files.stream().map(file -> file.expected().row()).collect(Collectors.toSet());
    String failing =
        rollup.files().stream()
            .filter(file -> file.result() != FileResult.PASS)
            .filter(file -> !planned.contains(file.expected().row()))
            .map(PlanRemarks::named)
            .collect(joining("; "));
    return failing.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Remark.of(
                Remark.Kind.PACKAGE_NOT_VERIFIED,
                "The package is not the listed one, though what is copied from it is: "
                    + failing
                    + "."));
  }

  private static String named(FileAudit file) {
    return "'" + file.expected().name().best().spelling() + "' " + Findings.of(file);
  }

  private static List<Remark> ofFolder(String folder, AuditResult result) {
    return result.remarks().stream()
        .filter(remark -> OF_FOLDERS.contains(remark.id()))
        .map(remark -> new Remark(remark.id(), folder + remark.text()))
        .toList();
  }
}
