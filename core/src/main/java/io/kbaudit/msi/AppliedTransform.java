package io.kbaudit.msi;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * What came of applying a transform to a package in memory. Immutable.
 *
 * @param madeFor the product that it was made for, as its summary states it
 * @param makes the product that it makes
 * @param validated what of the package is to agree with the former, in words
 * @param tables how many rows of each table it changed, in the order of their streams
 * @param problems what of it was not applied, or is not understood; nothing else is left out
 * @param notes what Windows Installer would take for an error, if the transform were not made to
 *     bear it
 */
public record AppliedTransform(
    Optional<String> madeFor,
    Optional<String> makes,
    List<String> validated,
    List<ChangedTable> tables,
    List<String> problems,
    List<String> notes) {

  /**
   * A table that was changed.
   *
   * @param isNew whether the transform brings the table
   * @param isGone whether it takes the table out
   */
  public record ChangedTable(
      String name, boolean isNew, boolean isGone, int added, int changed, int removed) {
    /** Checks that nothing is null. */
    public ChangedTable {
      requireNonNull(name, "name");
    }
  }

  /** Copies the lists. */
  public AppliedTransform {
    requireNonNull(madeFor, "madeFor");
    requireNonNull(makes, "makes");
    validated = List.copyOf(validated);
    tables = List.copyOf(tables);
    problems = List.copyOf(problems);
    notes = List.copyOf(notes);
  }
}
