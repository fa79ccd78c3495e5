package io.kbaudit.audit;

/** What all checks of one row come to. */
public enum FileResult {
  /** At least one check passed, and none did anything else. */
  PASS,
  /** A check failed. */
  FAIL,
  /** No check failed, but one could not be decided, or none applied. */
  UNDECIDED
}
