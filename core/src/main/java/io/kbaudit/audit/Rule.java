package io.kbaudit.audit;

import io.kbaudit.article.ExpectedFile;

/** How one check judges a file that was found: a pure function, in a class of its own. */
interface Rule {
  /** Returns the check that this rule decides. */
  Check check();

  /** Returns what {@code found} comes to for {@code row}. */
  Outcome apply(ExpectedFile row, Match.Found found, AuditPolicy policy);
}
