package io.kbaudit.plan;

import static java.util.Objects.requireNonNull;

import io.kbaudit.article.Article;
import io.kbaudit.article.RowSelection;
import io.kbaudit.audit.AuditPolicy;
import io.kbaudit.audit.AuditRequest;
import io.kbaudit.audit.Check;
import io.kbaudit.audit.UnsoundFiles;
import io.kbaudit.deployment.Acceptance;
import io.kbaudit.deployment.FileNaming;
import io.kbaudit.deployment.Location;
import io.kbaudit.deployment.Phase;
import io.kbaudit.deployment.Profile;
import io.kbaudit.inventory.FolderScanner;
import io.kbaudit.inventory.Inventory;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.signature.SignatureVerifier;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a plan is made for. Immutable.
 *
 * @param profile of the article, if it has one
 * @param share the place that the share is; absent for one that is to hold every row
 * @param policy for times, of which the source zone is the package's alone; whatever its
 *     acceptance, the package is held to the article exactly, and later files on the share are
 *     recognised
 * @param selection of the rows that are meant, where the article lists a file for several platforms
 * @param unsound what becomes of damaged files of the package
 */
public record PlanRequest(
    Article article,
    Optional<Profile> profile,
    Optional<Location> share,
    AuditPolicy policy,
    RowSelection selection,
    UnsoundFiles unsound) {
  /**
   * Checks that files have their listed names on the share.
   *
   * @throws IllegalArgumentException if they have random ones there, or the article does not name
   *     what rows are selected by
   */
  public PlanRequest {
    requireNonNull(article, "article");
    requireNonNull(profile, "profile");
    requireNonNull(policy, "policy");
    requireNonNull(unsound, "unsound");
    requireNonNull(selection, "selection").requireNamedBy(article);
    if (share.filter(place -> place.naming() == FileNaming.RANDOM).isPresent()) {
      throw new IllegalArgumentException("nothing is copied to where names are random: " + share);
    }
  }

  /** Creates a request of all rows, and of sound files alone. */
  public PlanRequest(
      Article article, Optional<Profile> profile, Optional<Location> share, AuditPolicy policy) {
    this(article, profile, share, policy, RowSelection.ALL, UnsoundFiles.REFUSE);
  }

  /** Returns this request, of {@code rows} alone. */
  public PlanRequest withSelection(RowSelection rows) {
    return new PlanRequest(article, profile, share, policy, rows, unsound);
  }

  /** Returns this request, with another decision on damaged files of the package. */
  public PlanRequest withUnsoundFiles(UnsoundFiles decision) {
    return new PlanRequest(article, profile, share, policy, selection, decision);
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

  /** Returns the audit of the package: of all its rows, exactly as listed, and always sound. */
  AuditRequest ofPackage() {
    Set<Check> checks = EnumSet.copyOf(policy.checks());
    checks.add(Check.FORMAT);
    Optional<Location> rollup =
        profile.stream()
            .flatMap(places -> places.locations().stream())
            .filter(place -> place.phase() == Phase.PRE_INSTALL)
            .findFirst();
    return new AuditRequest(
            article, profile, rollup, policy.withAcceptance(Acceptance.EXACT).withChecks(checks))
        .withSelection(selection);
  }

  /** Returns the audit of the share as it is, whose files carry their true times. */
  public AuditRequest ofShare() {
    AuditPolicy ofShare =
        AuditPolicy.asPrinted()
            .withAcceptance(Acceptance.LATER_THAN_BASELINE)
            .withTolerance(policy.tolerance())
            .withChecks(policy.checks());
    return new AuditRequest(
            article,
            profile,
            share,
            policy.signatures().map(ofShare::withSignatures).orElse(ofShare))
        .withSelection(selection);
  }

  /** Returns {@code scanner}, made to find out all that a plan has to know of the package. */
  public FolderScanner preparingForPackage(FolderScanner scanner) {
    return preparingForPackage(scanner, SignatureVerifier.ofJdk());
  }

  /**
   * Returns the same scanner, whose signatures {@code verifier} judges, where they are asked for.
   */
  public FolderScanner preparingForPackage(FolderScanner scanner, SignatureVerifier verifier) {
    return ofPackage().preparing(scanner.readingContents(), size -> true, verifier);
  }

  /** Returns {@code scanner}, made to find out all that a plan has to know of the share. */
  public FolderScanner preparingForShare(FolderScanner scanner, Inventory rollup) {
    return preparingForShare(scanner, rollup, SignatureVerifier.ofJdk());
  }

  /**
   * Returns the same scanner, whose signatures {@code verifier} judges, where they are asked for.
   */
  public FolderScanner preparingForShare(
      FolderScanner scanner, Inventory rollup, SignatureVerifier verifier) {
    Set<Long> sizes =
        ObservedFile.Readable.among(rollup.files()).stream()
            .map(ObservedFile.Readable::sizeBytes)
            .collect(Collectors.toSet());
    return ofShare().preparing(scanner.readingContents(), sizes::contains, verifier);
  }
}
