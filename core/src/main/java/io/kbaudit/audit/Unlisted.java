package io.kbaudit.audit;

/** The outcome of a check for which a row holds no value. */
final class Unlisted {
  private Unlisted() {}

  /**
   * Returns that the check does not apply where the cell is blank, and that it cannot be decided
   * where the cell holds something that cannot be read.
   */
  static Outcome outcome(String what, String printed) {
    return printed.isEmpty()
        ? new Outcome.NotApplicable("the article prints no " + what)
        : new Outcome.Undecided(
            "the article prints " + Wording.quoted(printed) + ", which is no " + what,
            Cause.CELL_UNREADABLE);
  }
}
