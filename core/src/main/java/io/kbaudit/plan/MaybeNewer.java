package io.kbaudit.plan;

import io.kbaudit.file.FileVersion;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.msi.MsiInspection;
import io.kbaudit.msi.ProductVersion;
import io.kbaudit.pe.PeInspection;
import java.util.List;
import java.util.Optional;

/**
 * Whether a file that stands on a share may be a newer build than the one that would replace it,
 * whatever its date: it is sound, another build, and a package says that it was saved later or is
 * of a higher version, a program that its fixed file version is higher. Files are compared with
 * each other here; whether a file is later than its row lists is asked of neither, and of the
 * comparison of times in an audit.
 */
final class MaybeNewer {
  private MaybeNewer() {}

  static boolean isSo(ObservedFile.Readable standing, ObservedFile.Readable source) {
    return isNewerPackage(standing, source) || isNewerProgram(standing, source);
  }

  private static boolean isNewerProgram(
      ObservedFile.Readable standing, ObservedFile.Readable source) {
    List<FileVersion> there =
        standing
            .executable()
            .filter(PeInspection::sound)
            .map(PeInspection::fileVersions)
            .orElse(List.of());
    List<FileVersion> ours = source.executable().map(PeInspection::fileVersions).orElse(List.of());
    return !ours.isEmpty()
        && there.stream().anyMatch(version -> ours.stream().allMatch(version::isAbove));
  }

  private static boolean isNewerPackage(
      ObservedFile.Readable standing, ObservedFile.Readable source) {
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
