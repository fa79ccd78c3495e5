package io.kbaudit;

import static java.util.Objects.requireNonNull;

import io.kbaudit.audit.AuditResult;
import io.kbaudit.audit.Verdict;
import io.kbaudit.baseline.Baseline;
import io.kbaudit.inventory.Inventory;
import io.kbaudit.inventory.ObservedFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A package that was verified to be the listed one, to which other folders are held byte for byte.
 * Immutable. {@link KbAudit#reference} gives one.
 */
public final class Reference {
  private final Path folder;
  private final Inventory inventory;
  private final Baseline baseline;

  private Reference(Path folder, Inventory inventory, Baseline baseline) {
    this.folder = folder;
    this.inventory = inventory;
    this.baseline = baseline;
  }

  static Reference of(Path folder, AuditResult asPrinted, String name) throws ReferenceException {
    requireNonNull(name, "name");
    if (asPrinted.verdict() != Verdict.COMPLIANT) {
      throw new ReferenceException(folder, asPrinted);
    }
    return new Reference(folder, asPrinted.inventory(), asPrinted.baseline(name));
  }

  /** Returns the folder that was verified. */
  public Path folder() {
    return folder;
  }

  /** Returns what its folder held when it was verified. */
  public Inventory inventory() {
    return inventory;
  }

  /** Returns the contents that were verified. */
  public Baseline baseline() {
    return baseline;
  }

  /**
   * Returns whether {@code other} is the reference's own folder, which would agree with itself
   * whatever it holds.
   */
  public boolean isIn(Path other) {
    return Folders.areSame(folder, other);
  }

  /**
   * Returns the first file in the folder {@code other} that is one of the reference's own under
   * another name, by a hard link or a symbolic one.
   */
  Optional<ObservedFile> shares(Path other, Inventory found) {
    Map<List<Object>, List<String>> own = new HashMap<>();
    for (ObservedFile.Readable file : ObservedFile.Readable.among(inventory.files())) {
      own.computeIfAbsent(alike(file), key -> new ArrayList<>(1)).add(file.path());
    }
    for (ObservedFile each : found.files()) {
      if (each instanceof ObservedFile.Readable file) {
        for (String path : own.getOrDefault(alike(file), List.of())) {
          if (areSame(
              ObservedFile.placeIn(folder, path), ObservedFile.placeIn(other, file.path()))) {
            return Optional.of(file);
          }
        }
      }
    }
    return Optional.empty();
  }

  private static boolean areSame(Optional<Path> one, Optional<Path> other) {
    return one.isPresent() && other.isPresent() && Folders.areSame(one.get(), other.get());
  }

  /** What is known of a file, and is the same under each of its names. */
  private static List<Object> alike(ObservedFile.Readable file) {
    return List.of(file.sizeBytes(), file.modified());
  }
}
