package io.kbaudit.audit;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.audit.Identities.Identity;
import java.util.List;
import java.util.Optional;

/**
 * Judges the name that a package gives itself: it must not be another row's. Where it gives none,
 * it must at least not be the package that was found for another row too.
 */
final class IdentityRule implements Rule {
  private final Identities identities;
  private final Twins twins;

  IdentityRule(Identities identities, Twins twins) {
    this.identities = identities;
    this.twins = twins;
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
      return otherPackage(row, "its " + other.name() + " names " + named(other.row()));
    }
    List<ExpectedFile> sharing = twins.of(row, found);
    if (sharing.isEmpty()) {
      return new Outcome.NotApplicable(((Identity.Silent) identity).reason());
    }
    Optional<ExpectedFile> owner =
        sharing.stream()
            .filter(other -> identities.of(other, found.file()) instanceof Identity.Own)
            .findFirst();
    return owner
        .map(other -> otherPackage(row, "the package of " + named(other) + ", by its own name"))
        .orElseGet(
            () ->
                new Outcome.Undecided(
                    "one and the same package stands here and for "
                        + named(sharing.get(0))
                        + "; at most one of them is right",
                    Cause.SAME_PACKAGE));
  }

  private static Outcome otherPackage(ExpectedFile row, String observed) {
    return new Outcome.Failed(
        "the package of " + Wording.quoted(row.name().best().spelling()),
        observed,
        Cause.OTHER_PACKAGE);
  }

  private static String named(ExpectedFile row) {
    return Wording.rows(List.of(row)) + ", " + Wording.quoted(row.name().best().spelling());
  }
}
