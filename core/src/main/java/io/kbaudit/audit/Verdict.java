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

  /**
   * Returns what an audit of one folder comes to. Where a folder below could not be listed, another
   * copy of any file may be in it; and what of the article cannot be read, or is missing from it,
   * may list any file: then nothing is surely compliant.
   *
   * @param forbidden whether there are unlisted files, and the policy forbids them
   * @param gaps how many folders could not be listed
   * @param unread how much of the article's list nobody can be held to
   */
  public static Verdict of(Tally tally, boolean forbidden, int gaps, int unread) {
    if (tally.failed() > 0 || forbidden) {
      return NON_COMPLIANT;
    }
    return tally.undecided() > 0 || gaps > 0 || unread > 0 ? INDETERMINATE : COMPLIANT;
  }

  /**
   * Returns what the audits of several places come to.
   *
   * @param notAudited how many places had to be audited too, and were not
   */
  public static Verdict ofPlaces(Collection<Verdict> audited, int notAudited) {
    Verdict worst = worstOf(audited);
    return worst == COMPLIANT && notAudited > 0 ? INDETERMINATE : worst;
  }

  /** Returns what several audits come to: as bad as the worst of them. */
  public static Verdict worstOf(Collection<Verdict> verdicts) {
    if (verdicts.contains(NON_COMPLIANT)) {
      return NON_COMPLIANT;
    }
    return verdicts.contains(INDETERMINATE) ? INDETERMINATE : COMPLIANT;
  }
}
