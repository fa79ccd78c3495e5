package io.kbaudit.audit;

import java.util.Collection;

/** What all checks of one row come to. */
public enum FileResult {
  /** At least one check passed, and none did anything else. */
  PASS,
  /** A check failed. */
  FAIL,
  /** No check failed, but one could not be decided, or none applied. */
  UNDECIDED;

  /** Returns what {@code outcomes} of one row come to. */
  public static FileResult of(Collection<Outcome> outcomes) {
    if (outcomes.stream().anyMatch(Outcome.Failed.class::isInstance)) {
      return FAIL;
    }
    boolean anyPassed = outcomes.stream().anyMatch(Outcome.Passed.class::isInstance);
    boolean anyUndecided = outcomes.stream().anyMatch(Outcome.Undecided.class::isInstance);
    return anyPassed && !anyUndecided ? PASS : UNDECIDED;
  }
}
