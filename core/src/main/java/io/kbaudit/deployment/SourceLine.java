package io.kbaudit.deployment;

/**
 * A line of a profile, or of a list of places, to be named where something in it is wrong.
 *
 * @param source what to call it
 * @param line counted from 1
 */
record SourceLine(String source, int line) {
  /** Returns what is wrong with the line as a whole. */
  ProfileException fault(String problem) {
    return new ProfileException(source, line, problem);
  }

  /** Returns what is wrong with {@code text}, which is in this line. */
  ProfileException fault(String problem, String text) {
    return fault(problem, text, "");
  }

  /**
   * Returns what is wrong with {@code text}, which is in this line.
   *
   * @param advice what would be right; empty if nothing comes to mind
   */
  ProfileException fault(String problem, String text, String advice) {
    return new ProfileException(source, line, problem, text, advice);
  }
}
