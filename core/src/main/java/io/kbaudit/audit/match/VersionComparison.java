package io.kbaudit.audit.match;

import static io.kbaudit.pe.VersionResource.FILE_VERSION;
import static io.kbaudit.pe.VersionResource.PRODUCT_VERSION;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.file.FileVersion;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.pe.PeInspection;
import io.kbaudit.pe.PeKind;
import io.kbaudit.pe.PeProblem;
import java.util.List;
import java.util.Optional;

/**
 * How the version of a program, library or driver compares with the one that its row lists. Its
 * fixed file version decides; a string is a text that somebody typed.
 *
 * @param listed the version of the row
 * @param fixed the version that the file states in numbers; absent where it states none, or several
 * @param unlike why the numbers of the two say nothing of which is later; absent where they do
 */
public record VersionComparison(
    Relation relation, FileVersion listed, Optional<FileVersion> fixed, Optional<String> unlike) {
  /** What the file's version is to the listed one. */
  public enum Relation {
    /** No version resource, or none that can be read; or there may be more than were read. */
    NONE,
    /** Several version resources that state other versions. */
    DISAGREEING,
    EQUAL,
    /** The string FileVersion is the listed one, and the numbers are not. */
    EQUAL_AS_STRING,
    /** The product's version is the listed one, and the file's is not. */
    EQUAL_AS_PRODUCT,
    LOWER,
    HIGHER
  }

  /**
   * Compares; returns empty where the row lists no version that can be read, or the file is none.
   * Of a program that was not read, the version counts that a list of files states.
   */
  public static Optional<VersionComparison> of(
      ExpectedFile row, ObservedFile.Readable file, ServiceBranches branches) {
    Optional<FileVersion> listed = ServiceBranches.listedVersion(row);
    if (listed.isEmpty()) {
      return Optional.empty();
    }
    return file.executable().isPresent()
        ? Optional.of(of(row, listed.get(), file.executable().get(), branches))
        : ofUnread(file).map(version -> of(row, listed.get(), version, branches));
  }

  /**
   * Returns the version that a list of files states of a program, library or driver; absent where
   * the file itself was read, which says more.
   */
  public static Optional<FileVersion> ofUnread(ObservedFile.Readable file) {
    return file.executable().isEmpty() && PeKind.ofExtension(file.name().extension()).isPresent()
        ? file.listedVersion()
        : Optional.empty();
  }

  private static VersionComparison of(
      ExpectedFile row, FileVersion listed, FileVersion stated, ServiceBranches branches) {
    Relation unequal = stated.isAbove(listed) ? Relation.HIGHER : Relation.LOWER;
    return new VersionComparison(
        stated.equals(listed) ? Relation.EQUAL : unequal,
        listed,
        Optional.of(stated),
        branches.unlike(row, stated));
  }

  private static VersionComparison of(
      ExpectedFile row, FileVersion listed, PeInspection file, ServiceBranches branches) {
    List<FileVersion> stated = file.fileVersions();
    boolean isReadInFull =
        file.problems().stream().noneMatch(p -> p.kind() == PeProblem.Kind.NOT_READ);
    if (!isReadInFull) {
      return new VersionComparison(Relation.NONE, listed, Optional.empty(), Optional.empty());
    }
    if (stated.size() > 1) {
      return new VersionComparison(
          Relation.DISAGREEING, listed, Optional.empty(), Optional.empty());
    }
    Optional<FileVersion> fixed = stated.stream().findFirst();
    return new VersionComparison(
        relation(listed, fixed, file),
        listed,
        fixed,
        fixed.flatMap(version -> branches.unlike(row, version)));
  }

  private static Relation relation(
      FileVersion listed, Optional<FileVersion> fixed, PeInspection file) {
    if (fixed.equals(Optional.of(listed))) {
      return Relation.EQUAL;
    }
    if (agrees(file.strings(FILE_VERSION), listed)) {
      return Relation.EQUAL_AS_STRING;
    }
    if (file.productVersions().contains(listed) || agrees(file.strings(PRODUCT_VERSION), listed)) {
      return Relation.EQUAL_AS_PRODUCT;
    }
    return fixed
        .map(version -> version.isAbove(listed) ? Relation.HIGHER : Relation.LOWER)
        .orElse(Relation.NONE);
  }

  /** Tables of several languages may word a version; one that words another one counts too. */
  private static boolean agrees(List<String> strings, FileVersion listed) {
    return !strings.isEmpty()
        && strings.stream().allMatch(text -> FileVersion.find(text).equals(Optional.of(listed)));
  }

  /** Returns whether the file is of the listed version, or says so in a string. */
  public boolean isEqual() {
    return relation == Relation.EQUAL || relation == Relation.EQUAL_AS_STRING;
  }

  /** Returns whether the file is of a later version of the same line and branch. */
  public boolean isLater() {
    return relation == Relation.HIGHER && unlike.isEmpty();
  }
}
