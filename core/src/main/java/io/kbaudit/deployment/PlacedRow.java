package io.kbaudit.deployment;

import static java.util.Objects.requireNonNull;

import io.kbaudit.article.ExpectedFile;
import java.util.List;

/**
 * A row of an article, and where a profile says that it belongs. Immutable.
 *
 * @param locations in the profile's order; empty if the row has no place
 */
public record PlacedRow(ExpectedFile row, List<Location> locations) {
  /** Checks that nothing is null. */
  public PlacedRow {
    requireNonNull(row, "row");
    locations = List.copyOf(locations);
  }
}
