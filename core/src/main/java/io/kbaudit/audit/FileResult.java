package io.kbaudit.audit;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** What all checks of one row come to. */
public enum FileResult {
  /** At least one check passed, and none did anything else. */
  PASS,
  /** A check failed. */
  FAIL,
  /** No check failed, but one could not be decided, or none applied. */
  UNDECIDED,
  /** A check failed or stayed undecided, and whatever did is covered by a {@link Waiver}. */
  WAIVED;

  /**
   * Returns what {@code outcomes} of one row come to.
   *
   * @param waived the checks of which the outcome is covered by a waiver
   */
  public static FileResult of(Map<Check, Outcome> outcomes, Set<Check> waived) {
    List<Outcome> counted =
        outcomes.entrySet().stream()
            .filter(check -> !waived.contains(check.getKey()))
            .map(Map.Entry::getValue)
            .toList();
    if (counted.stream().anyMatch(Outcome.Failed.class::isInstance)) {
      return FAIL;
    }
    if (counted.stream().anyMatch(Outcome.Undecided.class::isInstance)) {
      return UNDECIDED;
    }
    if (!waived.isEmpty()) {
      return WAIVED;
    }
    return counted.stream().anyMatch(Outcome.Passed.class::isInstance) ? PASS : UNDECIDED;
  }
}
