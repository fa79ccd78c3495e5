package io.kbaudit.audit;

import static java.util.Objects.requireNonNull;

import io.kbaudit.database.DatabaseObjects;
import io.kbaudit.inventory.Inventory;
import io.kbaudit.registry.InstalledProducts;
import java.util.Optional;

/**
 * What is known of a computer besides the files at one location. Immutable.
 *
 * @param registry what is registered there as installed
 * @param programs what is in the folder to which programs are installed
 * @param database what a database there has
 */
public record FurtherEvidence(
    Optional<InstalledProducts> registry,
    Optional<Inventory> programs,
    Optional<DatabaseObjects> database) {
  /** Nothing else is known. */
  public static final FurtherEvidence NONE =
      new FurtherEvidence(Optional.empty(), Optional.empty(), Optional.empty());

  /** Checks that nothing is null. */
  public FurtherEvidence {
    requireNonNull(registry, "registry");
    requireNonNull(programs, "programs");
    requireNonNull(database, "database");
  }

  /** Returns whether nothing else is known. */
  public boolean isNone() {
    return equals(NONE);
  }

  /** Returns this, with what is registered as installed. */
  public FurtherEvidence with(InstalledProducts registered) {
    return new FurtherEvidence(Optional.of(registered), programs, database);
  }

  /** Returns this, with what is in the folder to which programs are installed. */
  public FurtherEvidence withPrograms(Inventory installed) {
    return new FurtherEvidence(registry, Optional.of(installed), database);
  }

  /** Returns this, with what a database has. */
  public FurtherEvidence with(DatabaseObjects objects) {
    return new FurtherEvidence(registry, programs, Optional.of(objects));
  }
}
