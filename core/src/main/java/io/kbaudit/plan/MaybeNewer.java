package io.kbaudit.plan;

import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.msi.MsiInspection;
import io.kbaudit.msi.ProductVersion;
import java.util.Optional;

/**
 * Whether a package that stands on a share may be a newer build than the one that would replace it,
 * whatever the date of its file: it is sound, another build, and says that it was saved later or is
 * of a higher version. Packages are compared with each other here; whether a file is later than its
 * row lists is asked of no package, and of the comparison of times in an audit.
 */
final class MaybeNewer {
  private MaybeNewer() {}

  static boolean isSo(ObservedFile.Readable standing, ObservedFile.Readable source) {
    Optional<MsiInspection> there = standing.inspection().filter(MsiInspection::sound);
    Optional<MsiInspection> ours = source.inspection();
    return there.isPresent()
        && ours.isPresent()
        && !standing.packageCode().equals(source.packageCode())
        && (isSavedLater(there.get(), ours.get()) || isOfHigherVersion(there.get(), ours.get()));
  }

  private static boolean isSavedLater(MsiInspection there, MsiInspection ours) {
    return there.lastSaved().isPresent()
        && ours.lastSaved().filter(saved -> there.lastSaved().get().isAfter(saved)).isPresent();
  }

  private static boolean isOfHigherVersion(MsiInspection there, MsiInspection ours) {
    Optional<ProductVersion> theirs = version(there);
    Optional<ProductVersion> own = version(ours);
    return theirs.isPresent() && own.isPresent() && theirs.get().compareWith(own.get()) > 0;
  }

  private static Optional<ProductVersion> version(MsiInspection inspection) {
    return inspection.property("ProductVersion").flatMap(ProductVersion::find);
  }
}
