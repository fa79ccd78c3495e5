package io.kbaudit.audit;

import static java.util.Objects.requireNonNull;

import io.kbaudit.article.Article;
import io.kbaudit.article.ExpectedFile;
import io.kbaudit.article.RowSelection;
import io.kbaudit.baseline.Baseline;
import io.kbaudit.deployment.FileNaming;
import io.kbaudit.deployment.Location;
import io.kbaudit.deployment.Phase;
import io.kbaudit.deployment.Profile;
import io.kbaudit.deployment.ProfileException;
import io.kbaudit.file.Digest;
import io.kbaudit.inventory.FolderScanner;
import io.kbaudit.signature.SignatureDemand;
import io.kbaudit.signature.SignatureVerifier;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.stream.Stream;

/**
 * What an audit is to answer. Immutable.
 *
 * @param profile of the article, if it has one
 * @param location the place to be audited; absent to hold the folder to every row
 * @param baseline contents once verified, to which files are held too; if any, for this article
 * @param selection of the rows that are meant, where the article lists a file for several platforms
 * @param evidence what else is known of the computer on which the files are
 */
public record AuditRequest(
    Article article,
    Optional<Profile> profile,
    Optional<Location> location,
    AuditPolicy policy,
    Optional<Baseline> baseline,
    RowSelection selection,
    FurtherEvidence evidence) {
  /** Checks that the baseline is for the article, and the article names what selects rows. */
  public AuditRequest {
    requireNonNull(article, "article");
    requireNonNull(profile, "profile");
    requireNonNull(evidence, "evidence");
    requireNonNull(location, "location");
    requireNonNull(policy, "policy");
    profile.ifPresent(places -> places.requireMadeFor(article));
    requireNonNull(selection, "selection").requireNamedBy(article);
    requireNonNull(baseline, "baseline").ifPresent(pinned -> pinned.requireMadeFor(article));
  }

  /** Creates a request that holds files to nothing but the article. */
  public AuditRequest(
      Article article, Optional<Profile> profile, Optional<Location> location, AuditPolicy policy) {
    this(
        article,
        profile,
        location,
        policy,
        Optional.empty(),
        RowSelection.ALL,
        FurtherEvidence.NONE);
  }

  /** Returns this request about {@code other}, another reading of the article. */
  public AuditRequest withArticle(Article other) {
    return new AuditRequest(other, profile, location, policy, baseline, selection, evidence);
  }

  /** Returns this request, with the components that {@code other} names. */
  public AuditRequest withProfile(Profile other) {
    return new AuditRequest(
        article, Optional.of(other), location, policy, baseline, selection, evidence);
  }

  /** Returns this request about the rows that belong at {@code place} alone. */
  public AuditRequest withLocation(Location place) {
    return new AuditRequest(
        article, profile, Optional.of(place), policy, baseline, selection, evidence);
  }

  /** Returns this request under another policy. */
  public AuditRequest withPolicy(AuditPolicy other) {
    return new AuditRequest(article, profile, location, other, baseline, selection, evidence);
  }

  /** Returns this request, with files held to the article alone. */
  public AuditRequest withoutBaseline() {
    return new AuditRequest(
        article, profile, location, policy, Optional.empty(), selection, evidence);
  }

  /** Returns this request, with files held to {@code standard} too. */
  public AuditRequest withBaseline(Baseline standard) {
    return new AuditRequest(
        article, profile, location, policy, Optional.of(standard), selection, evidence);
  }

  /** Returns this request, of {@code rows} alone. */
  public AuditRequest withSelection(RowSelection rows) {
    return new AuditRequest(article, profile, location, policy, baseline, rows, evidence);
  }

  /** Returns this request, with what else is known of the computer. */
  public AuditRequest withEvidence(FurtherEvidence other) {
    return new AuditRequest(article, profile, location, policy, baseline, selection, other);
  }

  /** Returns whether nothing that is asked about can be installed yet. */
  public boolean isBeforeInstallation() {
    return location.filter(place -> place.phase() == Phase.PRE_INSTALL).isPresent();
  }

  /** Returns whether no row is left to be audited. */
  public boolean selectsNothing() {
    return selection.of(article.rows()).stream().noneMatch(this::belongsHere);
  }

  /** Returns whether a row's file belongs at the location, if one is asked about. */
  boolean belongsHere(ExpectedFile row) {
    return location.isEmpty() || location.get().files().contains(row.name().best());
  }

  /**
   * Returns {@code scanner}, made to find out all that this audit has to know of the files. What
   * any other scan has not read is undecided: {@link Cause#NOT_READ}.
   */
  public FolderScanner preparing(FolderScanner scanner) {
    FileNeeds needs = needs(size -> false);
    FileNeeds compared =
        checks().contains(Check.HASH)
            ? needs
            : new FileNeeds(needs.contents(), needs.signatures(), size -> Set.of());
    return compared.preparing(scanner, SignatureVerifier.ofJdk());
  }

  /**
   * Returns {@code scanner}, made to find out all that this audit has to know of the files.
   *
   * @param alsoHashed as of {@link #needs}
   * @param verifier of signatures, where this audit asks for them
   */
  public FolderScanner preparing(
      FolderScanner scanner, LongPredicate alsoHashed, SignatureVerifier verifier) {
    return needs(alsoHashed).preparing(scanner.only(policy.files()), verifier);
  }

  /**
   * Returns what this audit has to know of the files. A file of another size than listed has other
   * contents, unread.
   *
   * @param alsoHashed accepts the sizes in bytes of files whose digests are wanted whether or not
   *     this audit compares them
   */
  public FileNeeds needs(LongPredicate alsoHashed) {
    ListedAlgorithms listed =
        ListedAlgorithms.of(listingDigests().filter(row -> row.hashes().hasDigest()).toList());
    LongPredicate isOfPinnedSize = baseline.map(Baseline::sizes).orElse(size -> false);
    return new FileNeeds(
        policy.readsContents(),
        policy.checks().contains(Check.SIGNATURE),
        size -> {
          Set<Digest.Algorithm> compared = listed.forSize(size);
          if (!alsoHashed.test(size) && !isOfPinnedSize.test(size)) {
            return compared;
          }
          Set<Digest.Algorithm> wanted = EnumSet.of(Digest.Algorithm.SHA256);
          wanted.addAll(compared);
          return wanted;
        });
  }

  /** A digest that cannot be read is listed all the same, and says so when it is asked for. */
  private Stream<ExpectedFile> listingDigests() {
    return selection.of(article.rows()).stream().filter(row -> !row.hashes().areNone());
  }

  /** Returns a request that holds a folder to every row of {@code article}. */
  public static AuditRequest of(Article article, AuditPolicy policy) {
    return new AuditRequest(article, Optional.empty(), Optional.empty(), policy);
  }

  /** Returns the checks that the policy asks for; HASH only where something pins contents. */
  public Set<Check> checks() {
    Set<Check> checks = EnumSet.copyOf(policy.checks());
    if (baseline.isEmpty() && listingDigests().findAny().isEmpty()) {
      checks.remove(Check.HASH);
    }
    return checks;
  }

  /**
   * Returns what is demanded of the files' signatures: all that the policy, the profile and the
   * baseline do; nothing where signatures are not checked.
   *
   * @throws IllegalArgumentException if they want other publishers each
   */
  public SignatureDemand signatureDemand() {
    if (!policy.checks().contains(Check.SIGNATURE)) {
      return SignatureDemand.NONE;
    }
    SignatureDemand ofProfile = profile.map(Profile::signatures).orElse(SignatureDemand.NONE);
    SignatureDemand ofBaseline = baseline.map(Baseline::signatures).orElse(SignatureDemand.NONE);
    return policy.signatures().orElse(SignatureDemand.NONE).and(ofProfile.and(ofBaseline));
  }

  /** Returns the rows to be audited, in the article's order. */
  public List<ExpectedFile> rows() throws ProfileException {
    if (location.isPresent()) {
      List<ExpectedFile> here = location.get().rowsOf(article);
      return here.size() == article.rows().size()
          ? selection.of(here)
          : selection.of(article.rows()).stream().filter(this::belongsHere).toList();
    }
    return selection.of(article.rows());
  }

  public FileNaming naming() {
    return location.map(Location::naming).orElse(FileNaming.AS_LISTED);
  }

  public Optional<String> componentOf(ExpectedFile row) {
    return profile.isPresent()
        ? Optional.ofNullable(profile.get().components().get(row.name().best()))
        : Optional.empty();
  }

  /** Returns what is asked, in one line however many rows the article has. */
  @Override
  public String toString() {
    return "AuditRequest["
        + article.label()
        + location.map(place -> ", " + place.name()).orElse("")
        + ", "
        + selection
        + ", "
        + policy
        + baseline.map(pinned -> ", baseline " + pinned.source()).orElse("")
        + "]";
  }
}
