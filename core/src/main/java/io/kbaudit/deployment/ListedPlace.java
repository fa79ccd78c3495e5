package io.kbaudit.deployment;

import static java.util.Objects.requireNonNull;

import java.time.ZoneId;
import java.util.Optional;

/**
 * A place to be audited, as it stands in a list of such. Immutable.
 *
 * @param label what its owner calls the server; absent where the list does not say
 * @param path of a folder, or of an inventory of one; a relative one is so to the list's own folder
 * @param inventory whether it was said to be an inventory
 * @param zone whose local times its files carry as though they were UTC; absent where the list does
 *     not say
 */
public record ListedPlace(
    Location location,
    Optional<String> label,
    String path,
    boolean inventory,
    Optional<ZoneId> zone) {
  /** Checks that nothing is null. */
  public ListedPlace {
    requireNonNull(location, "location");
    requireNonNull(label, "label");
    requireNonNull(path, "path");
    requireNonNull(zone, "zone");
  }
}
