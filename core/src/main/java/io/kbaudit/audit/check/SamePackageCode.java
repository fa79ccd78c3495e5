package io.kbaudit.audit.check;

import io.kbaudit.audit.Remark;
import io.kbaudit.audit.match.Wording;
import io.kbaudit.inventory.FileList;
import io.kbaudit.inventory.Inventory;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.msi.MsiInspection;
import io.kbaudit.msi.MsiKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Remarks on packages that state one package code, which is to be new for each build, and have
 * other contents. Copies that are alike, as far as is known, are no finding.
 */
final class SamePackageCode {
  /** How two files were found to differ. */
  private enum Difference {
    DIGEST("other contents by SHA-256"),
    SIZE("other sizes"),
    STATEMENTS("other properties or summaries");

    private final String words;

    Difference(String words) {
      this.words = words;
    }
  }

  private SamePackageCode() {}

  /** Returns a remark on each code. */
  static List<Remark> remarksOn(Inventory inventory) {
    Map<String, List<ObservedFile.Readable>> byCode = new LinkedHashMap<>();
    for (ObservedFile each : FileList.of(inventory.files()).beyondMetadata()) {
      if (each instanceof ObservedFile.Readable file
          && file.packageCode().isPresent()
          && !isTransform(file)) {
        byCode.computeIfAbsent(file.packageCode().get(), key -> new ArrayList<>(1)).add(file);
      }
    }
    List<Remark> remarks = new ArrayList<>();
    for (Map.Entry<String, List<ObservedFile.Readable>> each : byCode.entrySet()) {
      remarkOn(each.getKey(), each.getValue()).ifPresent(remarks::add);
    }
    return remarks;
  }

  /** The code that a transform begins with is that of the product which it changes. */
  private static boolean isTransform(ObservedFile.Readable file) {
    return file.inspection().flatMap(MsiInspection::kind).equals(Optional.of(MsiKind.TRANSFORM));
  }

  private static Optional<Remark> remarkOn(String code, List<ObservedFile.Readable> files) {
    List<ObservedFile> unlike = new ArrayList<>(List.of(files.get(0)));
    Optional<Difference> how = Optional.empty();
    for (ObservedFile.Readable file : files.subList(1, files.size())) {
      Optional<Difference> difference = difference(files.get(0), file);
      if (difference.isPresent()) {
        unlike.add(file);
        how = how.or(() -> difference);
      }
    }
    return how.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Remark.of(
                Remark.Kind.SAME_PACKAGE_CODE,
                Wording.paths(unlike)
                    + " state one package code, "
                    + code
                    + ", and have "
                    + how.get().words
                    + "; each build is to have a code of its own."));
  }

  private static Optional<Difference> difference(
      ObservedFile.Readable one, ObservedFile.Readable other) {
    if (one.sizeBytes() != other.sizeBytes()) {
      return Optional.of(Difference.SIZE);
    }
    if (one.sha256().isPresent() && other.sha256().isPresent()) {
      return one.sha256().equals(other.sha256())
          ? Optional.empty()
          : Optional.of(Difference.DIGEST);
    }
    return one.inspection().equals(other.inspection())
        ? Optional.empty()
        : Optional.of(Difference.STATEMENTS);
  }
}
