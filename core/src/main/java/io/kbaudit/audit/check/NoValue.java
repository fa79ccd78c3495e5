package io.kbaudit.audit.check;

import io.kbaudit.article.PrintedRow;
import io.kbaudit.audit.Cause;
import io.kbaudit.audit.Outcome;
import io.kbaudit.audit.match.Wording;
import java.util.Arrays;
import java.util.List;

/** The outcome of a check for which a row holds no value. */
final class NoValue {
  private NoValue() {}

  /**
   * Returns that the check does not apply where the cells say nothing, and that it cannot be
   * decided where they hold something that cannot be read.
   */
  static Outcome outcome(String what, String... cells) {
    List<String> printed =
        Arrays.stream(cells).filter(cell -> !PrintedRow.saysNothing(cell)).toList();
    return printed.isEmpty()
        ? new Outcome.NotApplicable("the article prints no " + what)
        : new Outcome.Undecided(
            "the article prints "
                + Wording.quoted(String.join(" ", printed))
                + ", which cannot be read as a "
                + what,
            Cause.CELL_UNREADABLE);
  }
}
