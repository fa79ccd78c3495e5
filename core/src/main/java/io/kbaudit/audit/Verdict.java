package io.kbaudit.audit;

/** What a whole audit comes to. */
public enum Verdict {
  /** Every file passes. */
  COMPLIANT,
  /** A file fails, or one is there that the policy forbids. */
  NON_COMPLIANT,
  /** Nothing failed, but something could not be decided. */
  INDETERMINATE
}
