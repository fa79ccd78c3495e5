package io.kbaudit.plan;

import io.kbaudit.audit.Remark;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.msi.CabinetState;
import io.kbaudit.msi.MsiInspection;
import io.kbaudit.msi.MsiProblem;
import io.kbaudit.text.English;
import java.util.List;
import java.util.Optional;

/** What a package to be copied installs from beside itself, which no article lists: cabinets. */
final class CabinetsLeft {
  private CabinetsLeft() {}

  /** Returns what to say of packages that are copied without their cabinets. */
  static Optional<Remark> remarkOn(List<PlannedFile> files) {
    List<String> packages =
        among(files).stream()
            .map(file -> English.quoted(file.expected().name().best().spelling()))
            .toList();
    return packages.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Remark.of(
                Remark.Kind.CABINETS_LEFT,
                English.enumerate(packages)
                    + (packages.size() == 1 ? " installs" : " install")
                    + " from cabinets beside, which are not copied; copy them too."));
  }

  /** Returns the packages that are copied without their cabinets. */
  static List<PlannedFile> among(List<PlannedFile> files) {
    return files.stream()
        .filter(file -> file.action() == Action.COPY || file.action() == Action.REPLACE)
        .filter(file -> file.source().filter(CabinetsLeft::installsFromBeside).isPresent())
        .toList();
  }

  private static boolean installsFromBeside(ObservedFile.Readable file) {
    return file.inspection().filter(CabinetsLeft::installsFromBeside).isPresent();
  }

  private static boolean installsFromBeside(MsiInspection inspection) {
    return inspection.cabinets().stream()
            .flatMap(List::stream)
            .anyMatch(cabinet -> cabinet.state() == CabinetState.State.BESIDE)
        || inspection.problems().stream()
            .anyMatch(problem -> problem.kind() == MsiProblem.Kind.CABINET_ELSEWHERE);
  }
}
