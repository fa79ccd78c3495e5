package io.kbaudit.plan;

/** What a whole plan comes to. */
public enum Readiness {
  /** Nothing stands in the way; what is later than the package's stays. */
  READY,
  /** A file is blocked. */
  OBSTRUCTED,
  /**
   * Nothing is known to stand in the way, but a file, or a row, could not be judged, or the two
   * folders were perhaps exchanged.
   */
  UNDECIDED
}
