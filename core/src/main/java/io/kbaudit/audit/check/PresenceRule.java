package io.kbaudit.audit.check;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.audit.AuditPolicy;
import io.kbaudit.audit.Check;
import io.kbaudit.audit.Evidence;
import io.kbaudit.audit.Outcome;
import io.kbaudit.audit.Value;
import io.kbaudit.audit.match.Match;
import io.kbaudit.text.English;

/** A file that was found, under whatever name, is there. */
final class PresenceRule implements Rule {
  @Override
  public Check check() {
    return Check.PRESENCE;
  }

  @Override
  public Outcome apply(ExpectedFile row, Match.Found found, AuditPolicy policy) {
    return new Outcome.Passed(
        Evidence.of(
            "found as " + English.quoted(found.file().path()),
            new Value.Name(found.file().name())));
  }
}
