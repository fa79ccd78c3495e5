package io.kbaudit.inventory;

import static java.util.Objects.requireNonNull;

import io.kbaudit.file.FileName;
import io.kbaudit.file.Sha1;
import io.kbaudit.file.Sha256;
import io.kbaudit.msi.MsiInspection;
import io.kbaudit.msi.SummaryInformation;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A file that a scan came upon. */
public sealed interface ObservedFile {
  /** Returns the path below the scanned folder, its elements parted by {@code /}. */
  String path();

  /** Returns the last element of the path. */
  FileName name();

  /**
   * A file that can be opened.
   *
   * @param sizeBytes of its contents
   * @param modified as finely as the file system keeps it
   * @param sha256 of its contents; absent where it was not asked for
   * @param sha1 of its contents; absent where it was not asked for
   * @param inspection what the file says about itself; absent where it was not read, because its
   *     name is of no Windows Installer file or the scan was of metadata alone
   */
  @SuppressWarnings("JavaLangClash") // it is always written ObservedFile.Readable
  record Readable(
      String path,
      FileName name,
      long sizeBytes,
      Instant modified,
      Optional<Sha256> sha256,
      Optional<Sha1> sha1,
      Optional<MsiInspection> inspection)
      implements ObservedFile {
    /** Checks that the size is one. */
    public Readable {
      requireNonNull(path, "path");
      requireNonNull(name, "name");
      requireNonNull(modified, "modified");
      requireNonNull(sha256, "sha256");
      requireNonNull(sha1, "sha1");
      requireNonNull(inspection, "inspection");
      if (sizeBytes < 0) {
        throw new IllegalArgumentException("negative size: " + sizeBytes);
      }
    }

    /** Creates a file of which only metadata is known. */
    public Readable(String path, FileName name, long sizeBytes, Instant modified) {
      this(path, name, sizeBytes, modified, Optional.empty(), Optional.empty());
    }

    /** Creates a file of which no SHA-1 was asked for. */
    public Readable(
        String path,
        FileName name,
        long sizeBytes,
        Instant modified,
        Optional<Sha256> sha256,
        Optional<MsiInspection> inspection) {
      this(path, name, sizeBytes, modified, sha256, Optional.empty(), inspection);
    }

    /** Returns the package code that the file states; absent where it was not read. */
    public Optional<String> packageCode() {
      return inspection.flatMap(MsiInspection::summary).flatMap(SummaryInformation::packageCode);
    }

    /** Returns those of {@code files} that can be opened, in their order. */
    public static List<ObservedFile.Readable> among(Collection<? extends ObservedFile> files) {
      return files.stream()
          .filter(ObservedFile.Readable.class::isInstance)
          .map(ObservedFile.Readable.class::cast)
          .toList();
    }
  }

  /**
   * A name under which nothing can be read: a file without permission, a link to nowhere, a pipe.
   *
   * @param reason half a sentence, to follow "cannot be read: "
   */
  record Unreadable(String path, FileName name, String reason) implements ObservedFile {
    /** Checks that nothing is null. */
    public Unreadable {
      requireNonNull(path, "path");
      requireNonNull(name, "name");
      requireNonNull(reason, "reason");
    }
  }
}
