package io.kbaudit.audit;

import io.kbaudit.article.ExpectedFile;

/** A file that was found, under whatever name, is there. */
final class PresenceRule implements Rule {
  @Override
  public Check check() {
    return Check.PRESENCE;
  }

  @Override
  public Outcome apply(ExpectedFile row, Match.Found found, AuditPolicy policy) {
    return new Outcome.Passed("found as " + Wording.quoted(found.file().path()));
  }
}
