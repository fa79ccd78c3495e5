package io.kbaudit.audit;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** Which outcomes of a row are waived. */
public final class Waived {
  private Waived() {}

  /**
   * Returns {@code waivers} in the checks' order.
   *
   * @throws IllegalArgumentException if one covers what neither failed nor stayed undecided
   */
  public static Map<Check, Waiver> of(Map<Check, Outcome> outcomes, Map<Check, Waiver> waivers) {
    if (waivers.isEmpty()) {
      return Map.of();
    }
    waivers.forEach(
        (check, waiver) -> {
          Outcome outcome = outcomes.get(check);
          if (outcome == null || !waiver.covers(check, outcome)) {
            throw new IllegalArgumentException(
                "the waiver in line " + waiver.line() + " does not cover " + check);
          }
        });
    return Collections.unmodifiableMap(new EnumMap<>(waivers));
  }
}
