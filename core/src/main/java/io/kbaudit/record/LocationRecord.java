package io.kbaudit.record;

import static java.util.Objects.requireNonNull;

import io.kbaudit.deployment.Location;

/**
 * A location of a profile.
 *
 * @param name a short word: {@code msi-share}
 * @param where for people: "the first MPS server, MPS01, C:\MSIShare"; empty where a saved audit
 *     does not say
 * @param optional whether a deployment may do without it
 * @param several whether it is on each of several servers
 */
public record LocationRecord(String name, String where, boolean optional, boolean several) {
  /** Checks that nothing is null. */
  public LocationRecord {
    requireNonNull(name, "name");
    requireNonNull(where, "where");
  }

  /** Creates one that is on one server. */
  public LocationRecord(String name, String where, boolean optional) {
    this(name, where, optional, false);
  }

  static LocationRecord of(Location location) {
    return new LocationRecord(
        location.name(), location.description(), location.optional(), location.several());
  }
}
