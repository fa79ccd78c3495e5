package io.kbaudit.plan;

import static java.util.Objects.requireNonNull;

import io.kbaudit.article.Article;
import io.kbaudit.audit.AuditPolicy;
import io.kbaudit.audit.AuditRequest;
import io.kbaudit.audit.UnlistedFiles;
import io.kbaudit.deployment.Acceptance;
import io.kbaudit.deployment.FileNaming;
import io.kbaudit.deployment.Location;
import io.kbaudit.deployment.Phase;
import io.kbaudit.deployment.Profile;
import io.kbaudit.inventory.FolderScanner;
import java.util.Optional;

/**
 * What a plan is made for.
 *
 * @param profile of the article, if it has one
 * @param share the place that the share is; absent for one that is to hold every row
 * @param policy for times; whatever its acceptance, the package is held to the article exactly, and
 *     later files on the share are recognised
 */
public record PlanRequest(
    Article article, Optional<Profile> profile, Optional<Location> share, AuditPolicy policy) {
  /**
   * Checks that files have their listed names on the share.
   *
   * @throws IllegalArgumentException if they have random ones there
   */
  public PlanRequest {
    requireNonNull(article, "article");
    requireNonNull(profile, "profile");
    requireNonNull(policy, "policy");
    if (share.filter(place -> place.naming() == FileNaming.RANDOM).isPresent()) {
      throw new IllegalArgumentException("nothing is copied to where names are random: " + share);
    }
  }

  /**
   * Returns the place that a share is if nothing else is said: the first of the profile at which
   * files are to be, under their listed names, after the installation.
   */
  public static Optional<Location> usualShare(Profile profile) {
    return profile.locations().stream()
        .filter(place -> place.phase() == Phase.POST_INSTALL)
        .filter(place -> place.naming() == FileNaming.AS_LISTED)
        .findFirst();
  }

  /** Returns the audit of the package: of all its rows, exactly as listed. */
  AuditRequest ofPackage() {
    Optional<Location> rollup =
        profile.stream()
            .flatMap(places -> places.locations().stream())
            .filter(place -> place.phase() == Phase.PRE_INSTALL)
            .findFirst();
    return new AuditRequest(article, profile, rollup, policy.withAcceptance(Acceptance.EXACT));
  }

  /** Returns the audit of the share as it is. */
  AuditRequest ofShare() {
    return new AuditRequest(
        article,
        profile,
        share,
        policy.withAcceptance(Acceptance.OR_LATER).withUnlistedFiles(UnlistedFiles.NOTE));
  }

  /** Returns {@code scanner}, made to find out all that a plan has to know of the files. */
  public FolderScanner preparing(FolderScanner scanner) {
    return scanner.readingPackages().hashing(size -> true);
  }
}
