package io.kbaudit.audit;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.audit.Identities.Identity;
import java.util.List;
import java.util.Optional;

/** Judges the name that a package gives itself: it must not be another row's. */
final class IdentityRule implements Rule {
  private final Identities identities;

  IdentityRule(Identities identities) {
    this.identities = identities;
  }

  @Override
  public Check check() {
    return Check.IDENTITY;
  }

  @Override
  public Outcome apply(ExpectedFile row, Match.Found found, AuditPolicy policy) {
    Optional<Outcome> unread = PackageContents.unreadOutcome(found.file());
    if (unread.isPresent()) {
      return unread.get();
    }
    Identity identity = identities.of(row, found.file());
    if (identity instanceof Identity.Own own) {
      return new Outcome.Passed("its " + own.name() + " names this row");
    }
    if (identity instanceof Identity.Other other) {
      return new Outcome.Failed(
          "the package of " + Wording.quoted(row.name().best().spelling()),
          "its "
              + other.name()
              + " names "
              + Wording.rows(List.of(other.row()))
              + ", "
              + Wording.quoted(other.row().name().best().spelling()),
          Cause.OTHER_PACKAGE);
    }
    return new Outcome.NotApplicable(((Identity.Silent) identity).reason());
  }
}
