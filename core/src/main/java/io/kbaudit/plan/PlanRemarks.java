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

  private static final int SHOWN_AT_MOST = 5;

  private PlanRemarks() {}

  static List<Remark> on(AuditResult rollup, AuditResult share, List<PlannedFile> files) {
    List<Remark> remarks = new ArrayList<>();
    restOfPackage(rollup, files).ifPresent(remarks::add);
    perhapsExchanged(rollup, share, files).ifPresent(remarks::add);
    CabinetsLeft.remarkOn(files).ifPresent(remarks::add);
    remarks.addAll(ofFolder("The package: ", rollup));
    remarks.addAll(ofFolder("The share: ", share));
    return remarks;
  }

  /**
   * A file that is not copied blocks nothing; but a package that lacks it is not the listed one.
   */
  private static Optional<Remark> restOfPackage(AuditResult rollup, List<PlannedFile> files) {
    List<String> failing =
        notVerified(rollup, files).stream()
            .map(
                file ->
                    "'" + file.expected().name().best().spelling() + "' " + Findings.causesOf(file))
            .toList();
    return failing.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Remark.of(
                Remark.Kind.PACKAGE_NOT_VERIFIED,
                "The package is not the listed one, though nothing here needs "
                    + (failing.size() == 1 ? "the file" : "the " + failing.size() + " files")
                    + ": "
                    + failing.stream().limit(SHOWN_AT_MOST).collect(joining("; "))
                    + (failing.size() > SHOWN_AT_MOST
                        ? "; and " + (failing.size() - SHOWN_AT_MOST) + " more."
                        : ".")));
  }

  /** Returns the files of the package that do not verify, besides those that are blocked by it. */
  static List<FileAudit> notVerified(AuditResult rollup, List<PlannedFile> files) {
    Set<Integer> blocked =
        files.stream()
            .filter(file -> file.action() == Action.BLOCKED)
            .map(file -> file.expected().row())
            .collect(Collectors.toSet());
    return rollup.files().stream()
        .filter(file -> file.result() != FileResult.PASS)
        .filter(file -> !blocked.contains(file.expected().row()))
        .toList();
  }

  private static Optional<Remark> perhapsExchanged(
      AuditResult rollup, AuditResult share, List<PlannedFile> files) {
    return ExchangedFolders.arePerhaps(rollup, share, files)
        ? Optional.of(
            Remark.of(
                Remark.Kind.PERHAPS_EXCHANGED,
                "All that belongs on the share is there, and the package lacks files: perhaps the"
                    + " two folders were exchanged."))
        : Optional.empty();
  }

  private static List<Remark> ofFolder(String folder, AuditResult result) {
    return result.remarks().stream()
        .filter(remark -> OF_FOLDERS.contains(remark.id()))
        .map(remark -> remark.beginning(folder))
        .toList();
  }
}
