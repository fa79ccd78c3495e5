package io.kbaudit.audit.check;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.audit.AuditPolicy;
import io.kbaudit.audit.Check;
import io.kbaudit.audit.Outcome;
import io.kbaudit.audit.match.Match;
import java.util.Optional;

/** How one check judges a file that was found: a pure function, in a class of its own. */
interface Rule {
  /** Returns the check that this rule decides. */
  Check check();

  /** Returns what {@code found} comes to for {@code row}. */
  Outcome apply(ExpectedFile row, Match.Found found, AuditPolicy policy);

  /** Returns what is known of {@code row} though no file was found; absent where nothing is. */
  default Optional<Outcome> withoutFile(ExpectedFile row) {
    return Optional.empty();
  }
}
