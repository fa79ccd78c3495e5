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
 */
public record RecordedLocation(String name, String where, boolean optional) {
  /** Checks that nothing is null. */
  public RecordedLocation {
    requireNonNull(name, "name");
    requireNonNull(where, "where");
  }

  static RecordedLocation of(Location location) {
    return new RecordedLocation(location.name(), location.description(), location.optional());
  }
}
