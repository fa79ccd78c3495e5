package io.kbaudit;

import static java.util.Objects.requireNonNull;

import io.kbaudit.audit.AuditResult;
import io.kbaudit.audit.Verdict;
import io.kbaudit.baseline.Baseline;
import io.kbaudit.inventory.Inventory;
import java.nio.file.Path;

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
}
