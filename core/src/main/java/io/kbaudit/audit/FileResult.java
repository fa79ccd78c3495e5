package io.kbaudit.audit;

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
    boolean undecided = false;
    boolean passed = false;
    for (Check check : outcomes.keySet()) {
      if (waived.contains(check)) {
        continue;
      }
      Outcome outcome = outcomes.get(check);
      if (outcome instanceof Outcome.Failed) {
        return FAIL;
      }
      undecided |= outcome instanceof Outcome.Undecided;
      passed |= outcome instanceof Outcome.Passed;
    }
    if (undecided) {
      return UNDECIDED;
    }
    if (!waived.isEmpty()) {
      return WAIVED;
    }
    return passed ? PASS : UNDECIDED;
  }
}
