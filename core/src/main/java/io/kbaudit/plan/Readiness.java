package io.kbaudit.plan;

/** What a whole plan comes to. */
public enum Readiness {
  /** Nothing stands in the way. */
  READY,
  /** A file is blocked, or would be downgraded. */
  OBSTRUCTED,
  /** Nothing is known to stand in the way, but a file, or a row, could not be judged. */
  UNDECIDED
}
