package io.kbaudit.audit;

import java.util.Collection;

/** What a whole audit comes to. */
public enum Verdict {
  /** Every file passes. */
  COMPLIANT,
  /** A file fails, or one is there that the policy forbids. */
  NON_COMPLIANT,
  /** Nothing failed, but something could not be decided. */
  INDETERMINATE;

  /** Returns what several audits come to: as bad as the worst of them. */
  public static Verdict worstOf(Collection<Verdict> verdicts) {
    if (verdicts.contains(NON_COMPLIANT)) {
      return NON_COMPLIANT;
    }
    return verdicts.contains(INDETERMINATE) ? INDETERMINATE : COMPLIANT;
  }
}
