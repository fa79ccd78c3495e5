package io.kbaudit;

import static java.util.Objects.requireNonNull;

import io.kbaudit.QuestionException.Kind;
import io.kbaudit.article.Article;
import io.kbaudit.article.RowSelection;
import io.kbaudit.article.UnknownChoiceException;
import io.kbaudit.audit.AuditPolicy;
import io.kbaudit.audit.AuditRequest;
import io.kbaudit.audit.AuditResult;
import io.kbaudit.audit.Check;
import io.kbaudit.audit.DeploymentResult;
import io.kbaudit.audit.FurtherEvidence;
import io.kbaudit.audit.UnlistedFiles;
import io.kbaudit.audit.check.Auditor;
import io.kbaudit.baseline.Baseline;
import io.kbaudit.deployment.Acceptance;
import io.kbaudit.deployment.Location;
import io.kbaudit.deployment.Profile;
import io.kbaudit.inventory.FileFilter;
import io.kbaudit.inventory.Inventory;
import io.kbaudit.inventory.InventoryFormatException;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.inventory.ScanListener;
import io.kbaudit.json.ToolVersion;
import io.kbaudit.signature.SignatureDemand;
import io.kbaudit.signature.SignatureVerifier;
import io.kbaudit.text.English;
import io.kbaudit.waiver.Waivers;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;

/**
 * The question whether files are those that an article lists, or later ones: put together by the
 * methods that return another question, and answered by {@code audit}.
 *
 * <p>Immutable, and safe for use by several threads if its listener is.
 */
public final class KbAudit {
  private final AuditRequest request;
  private final Optional<Acceptance> accepted;
  private final Optional<Reference> reference;
  private final Scan scan;
  private final boolean complete;
  private final Optional<Waiving> waiving;

  private KbAudit(
      AuditRequest request,
      Optional<Acceptance> accepted,
      Optional<Reference> reference,
      Scan scan,
      boolean complete,
      Optional<Waiving> waiving) {
    this.request = request;
    this.accepted = accepted;
    this.reference = reference;
    this.scan = scan;
    this.complete = complete;
    this.waiving = waiving;
  }

  /** Returns the version of this library, for example {@code 0.1.0}. */
  public static String version() {
    return ToolVersion.get();
  }

  /**
   * Returns the question about every row of {@code article}, with all checks, as strict as the
   * article itself is about later files; other files are noted.
   */
  public static KbAudit of(Article article) {
    return new KbAudit(
        AuditRequest.of(article, AuditPolicy.of(article)),
        Optional.empty(),
        Optional.empty(),
        Scan.FLAT,
        false,
        Optional.empty());
  }

  /**
   * Returns what was written down of a folder, by kbaudit or by another program, in a file.
   *
   * @throws InventoryFormatException if it cannot be understood
   * @throws IOException if it cannot be read
   */
  public static Inventory inventoryIn(Target.Saved saved) throws IOException {
    return SavedInventories.read(saved);
  }

  /**
   * Returns this question, with names and components as {@code profile} completes them.
   *
   * @throws IllegalArgumentException if the profile is of another article
   */
  public KbAudit with(Profile profile) {
    return asking(request.withProfile(profile));
  }

  /**
   * Returns this question about the rows that belong at one location alone, and as strict about
   * later files as the location is, unless {@link #accepting} says otherwise.
   *
   * @throws IllegalArgumentException if the profile is of another article
   */
  public KbAudit at(Profile profile, Location location) {
    return asking(request.withProfile(profile).withLocation(location));
  }

  /**
   * Returns this question about some of the rows.
   *
   * @throws UnknownChoiceException if they are selected by what the article does not name
   */
  public KbAudit selecting(RowSelection rows) {
    return asking(request.withSelection(rows));
  }

  /** Returns this question, as strict about later files as {@code acceptance} is. */
  public KbAudit accepting(Acceptance acceptance) {
    return new KbAudit(request, Optional.of(acceptance), reference, scan, complete, waiving);
  }

  /** Returns this question under a policy of your own, its acceptance included. */
  public KbAudit under(AuditPolicy policy) {
    return judging(old -> policy).accepting(policy.acceptance());
  }

  /** Returns this question with these checks alone, of which there is at least one. */
  public KbAudit checking(Collection<Check> checks) {
    return judging(policy -> policy.withChecks(checks));
  }

  /**
   * Returns this question, with {@code demand} of the files' signatures, besides what the profile
   * and the baseline demand.
   */
  public KbAudit demanding(SignatureDemand demand) {
    return judging(policy -> policy.withSignatures(demand));
  }

  /**
   * Returns this question, whose signatures {@code verifier} judges, by its roots, catalogs and
   * lists of revoked certificates. Without it they are held to the roots of the JDK alone.
   */
  public KbAudit verifying(SignatureVerifier verifier) {
    return scanning(scan.verifying(verifier));
  }

  /**
   * Returns this question, with what else is known of the computer on which the files are: what is
   * registered there as installed, and what a database there has.
   */
  public KbAudit knowing(FurtherEvidence evidence) {
    return asking(request.withEvidence(evidence));
  }

  /** Returns this question with another decision on files that no row lists. */
  public KbAudit withUnlistedFiles(UnlistedFiles decision) {
    return judging(policy -> policy.withUnlistedFiles(decision));
  }

  /** Returns this question, which looks at these files of a folder alone. */
  public KbAudit withFiles(FileFilter files) {
    return judging(policy -> policy.withFiles(files));
  }

  /**
   * Returns this question, content with times that miss the listed minute by so much, 24 h at most.
   */
  public KbAudit withTolerance(Duration tolerance) {
    return judging(policy -> policy.withTolerance(tolerance));
  }

  /** Returns this question of files whose times are local times of {@code zone}, stored as UTC. */
  public KbAudit withSourceZone(ZoneId zone) {
    return judging(policy -> policy.withSourceZone(zone));
  }

  /**
   * Returns this question, with files held, byte for byte, to those that were verified before.
   *
   * @throws IllegalArgumentException if {@code standard} was made for another article
   */
  public KbAudit against(Baseline standard) {
    return asking(request.withBaseline(standard));
  }

  /** Returns the same; the {@linkplain #reference reference}'s own folder is not held to itself. */
  public KbAudit against(Reference verified) {
    return new KbAudit(
        request.withBaseline(verified.baseline()),
        accepted,
        Optional.of(verified),
        scan,
        complete,
        waiving);
  }

  /**
   * Returns this question, whose {@linkplain #audit(Profile, List) answer about several locations}
   * is indeterminate at best while one of the profile was not asked about, but for those that are
   * optional.
   */
  public KbAudit complete() {
    return new KbAudit(request, accepted, reference, scan, true, waiving);
  }

  /**
   * Returns this question, to whose answer {@code waivers} are applied: what one of them covers
   * does not keep it from being compliant, and what becomes of each is in the answer.
   *
   * @param day on which they are judged, in UTC
   */
  public KbAudit waiving(Waivers waivers, LocalDate day) {
    return new KbAudit(
        request,
        accepted,
        reference,
        scan,
        complete,
        Optional.of(new Waiving(waivers, requireNonNull(day, "day"))));
  }

  /** Returns this question about the folders below too. */
  public KbAudit recursively() {
    return scanning(scan.recursively());
  }

  /**
   * Returns this question about what is where links lead out of a folder, too. Without this it is
   * undecided.
   */
  public KbAudit followingLinks() {
    return scanning(scan.followingLinks());
  }

  /**
   * Returns this question, which waits no longer than {@code time} for a file, and a second more
   * for each MiB of it; then it is undecided. Without this an audit waits as long as it takes.
   *
   * @throws IllegalArgumentException if that is no time
   */
  public KbAudit within(Duration time) {
    return scanning(scan.within(time));
  }

  /**
   * Returns this question, with packages unpacked as far as that is known here: what is in their
   * cabinets must be of the sizes and the MD5 that their tables have.
   */
  public KbAudit thoroughly() {
    return scanning(scan.thoroughly());
  }

  /** Returns this question, whose answer can {@linkplain AuditResult#baseline set a standard}. */
  public KbAudit hashing() {
    return scanning(scan.hashing());
  }

  /** Returns this question; {@code listener} hears how far a scan of files has come. */
  public KbAudit reportingTo(ScanListener listener) {
    return scanning(scan.reportingTo(listener));
  }

  /**
   * Returns this question, to be given up with an {@link InterruptedIOException} as soon as {@code
   * stop} returns true; it is asked before each file and often within one. An interrupted thread
   * gives up likewise, without it.
   */
  public KbAudit stoppedBy(BooleanSupplier stop) {
    return scanning(scan.stoppedBy(stop));
  }

  /**
   * Answers about the files in {@code folder}.
   *
   * @throws QuestionException if it is the reference itself, which would prove nothing; or if
   *     nothing is left to be asked: no row is selected, or there is nothing to compare with
   * @throws NoSuchFileException if there is no such folder
   * @throws NotDirectoryException if it is a file
   * @throws IOException if it cannot be listed, if the article lists no files, or if its rows and
   *     the profile do not fit together
   */
  public AuditResult audit(Path folder) throws IOException {
    return audit(new Target.Folder(folder));
  }

  /**
   * Answers about a folder, or about what was found in one before: what was written down there is
   * held to the article as though the files were here. Its signatures were judged when it was
   * taken.
   *
   * @throws SavedInventoryException if it does not say what this question asks
   * @throws InventoryFormatException if it cannot be understood
   * @throws IOException as for a folder
   */
  public AuditResult audit(Target target) throws IOException {
    refuseReference(reference.isPresent() && reference.get().isIn(target.path()));
    AuditRequest asked = asked();
    Inventory inventory = Targets.inventoryOf(target, asked, scan);
    refuseFilesOfReference(target, inventory);
    return waived(Auditor.audit(asked, inventory));
  }

  /**
   * Answers about files that were scanned, here or elsewhere, or that somebody keeps a list of.
   *
   * @throws QuestionException if it is the reference's own, or if nothing is left to be asked
   * @throws IOException if the article lists no files, or if its rows and the profile do not fit
   *     together
   */
  public AuditResult audit(Inventory inventory) throws IOException {
    requireNonNull(inventory, "inventory");
    refuseReference(reference.isPresent() && reference.get().inventory().equals(inventory));
    return waived(Auditor.audit(asked(), inventory));
  }

  /**
   * Answers about a folder whose contents, if it verifies, are to be {@linkplain
   * AuditResult#baseline written down} as a standard: its files are {@linkplain #hashing hashed},
   * and must be exactly as printed, unless {@link #accepting} or the location says otherwise, and
   * sound, whatever the {@linkplain #checking checks}.
   *
   * @throws IOException as for an audit
   */
  public AuditResult auditForBaseline(Path folder) throws IOException {
    boolean told = accepted.isPresent() || request.location().isPresent();
    Set<Check> checks = EnumSet.copyOf(request.policy().checks());
    checks.add(Check.FORMAT);
    return (told ? this : accepting(Acceptance.EXACT)).checking(checks).hashing().audit(folder);
  }

  /**
   * Answers about several locations at once. One that cannot be opened, because there is no such
   * folder, or a server does not answer, or an inventory cannot be read or understood, is
   * {@linkplain Inventory#unreachable unreachable}: undecided, with the reason, and the others are
   * audited. The folder of the reference may be among them: it is held to the article alone; where
   * there is no other it is refused, as for one folder. What is given for several locations is
   * audited as each, and said.
   *
   * @param profile with these locations; those of it that are not among them are named in the
   *     answer as not audited
   * @throws QuestionException as for one folder, and if a location is given twice that is one place
   * @throws IllegalArgumentException if there is no location
   * @throws InterruptedIOException if it is {@linkplain #stoppedBy stopped}
   * @throws IOException if the article lists no files, or if its rows and the profile do not fit
   *     together
   */
  public DeploymentResult audit(Profile profile, List<LocatedTarget> targets) throws IOException {
    Set<LocatedTarget> itself = new HashSet<>();
    for (LocatedTarget each : LocatedTarget.requireDistinct(targets)) {
      if (each.target() instanceof Target.Folder
          && reference.isPresent()
          && reference.get().isIn(each.path())) {
        itself.add(each);
      }
    }
    refuseReference(!itself.isEmpty() && itself.containsAll(targets));
    List<AuditResult> results = new ArrayList<>();
    for (LocatedTarget each : targets) {
      KbAudit held = itself.contains(each) ? withoutBaseline() : this;
      results.add(held.at(profile, each.location()).auditPlace(each));
    }
    DeploymentResult result =
        DeploymentResult.of(
            profile.complete(request.article()), profile, SameFolders.sayOf(targets, results));
    DeploymentResult demanded = complete ? result.demandingAll() : result;
    return waiving.map(waivers -> waivers.applyTo(demanded)).orElse(demanded);
  }

  private AuditResult waived(AuditResult result) {
    return waiving.map(waivers -> waivers.applyTo(result)).orElse(result);
  }

  private AuditResult auditPlace(LocatedTarget place) throws IOException {
    KbAudit inZone = place.sourceZone().map(this::withSourceZone).orElse(this);
    KbAudit known = place.evidence().isNone() ? inZone : inZone.knowing(place.evidence());
    AuditRequest asked = known.asked();
    Inventory inventory = Targets.inventoryOfPlace(place, asked, scan);
    refuseFilesOfReference(place.target(), inventory);
    return Auditor.audit(asked, inventory);
  }

  /**
   * Verifies the package to which {@linkplain #against other folders} are to be held: it must have
   * every selected row of the article exactly as printed, whatever this question accepts and
   * wherever it is asked.
   *
   * @param name what to call it in reports
   * @throws ReferenceException if it is not the package as listed
   * @throws QuestionException if HASH, which compares with it, is left out of the checks
   * @throws IOException as for an audit
   */
  public Reference reference(Path folder, String name) throws IOException {
    requireHash("a reference");
    KbAudit every =
        of(request.article())
            .under(signaturesAsHere(AuditPolicy.asPrinted()))
            .selecting(request.selection());
    AuditRequest asPrinted = request.profile().map(every::with).orElse(every).asked();
    Inventory inventory = scan.flat().hashing().of(folder, asPrinted);
    return Reference.of(folder, Auditor.audit(asPrinted, inventory), name);
  }

  /** What is demanded of signatures, or that nothing is, holds for the reference too. */
  private AuditPolicy signaturesAsHere(AuditPolicy policy) {
    AuditPolicy demanding =
        request.policy().signatures().map(policy::withSignatures).orElse(policy);
    Set<Check> checks = EnumSet.copyOf(policy.checks());
    if (!request.policy().checks().contains(Check.SIGNATURE)) {
      checks.remove(Check.SIGNATURE);
    }
    return demanding.withChecks(checks);
  }

  /** Returns what is asked, complete. */
  private AuditRequest asked() throws IOException {
    Acceptance acceptance =
        accepted
            .or(() -> request.location().map(Location::acceptance))
            .orElse(request.policy().acceptance());
    AuditRequest asked = request.withPolicy(request.policy().withAcceptance(acceptance));
    if (request.profile().isPresent()) {
      asked = asked.withArticle(request.profile().get().complete(request.article()));
    }
    asked.article().requireRows();
    refuseNothing(asked);
    return asked;
  }

  private void refuseNothing(AuditRequest asked) {
    String article = asked.article().label();
    refuseSignatures(asked);
    if (asked.baseline().isPresent()) {
      requireHash("a baseline");
    }
    if (asked.checks().isEmpty()) {
      throw new QuestionException(
          Kind.NOTHING_TO_COMPARE,
          "HASH alone has nothing to compare with, since "
              + article
              + " lists no digests of these files, and there is no baseline",
          asked);
    }
    if (!asked.selection().isAll() && asked.selectsNothing()) {
      throw new QuestionException(
          Kind.NO_ROW_LEFT,
          "no row of "
              + article
              + asked.location().map(place -> " for " + place.name()).orElse("")
              + " is left by the selection"
              + asked.article().unreadHint(),
          asked);
    }
  }

  private static void refuseContradiction(AuditRequest asked) {
    Map<String, SignatureDemand> demands = new LinkedHashMap<>();
    asked.policy().signatures().ifPresent(demand -> demands.put("the question", demand));
    asked.profile().ifPresent(profile -> demands.put("the profile", profile.signatures()));
    asked.baseline().ifPresent(baseline -> demands.put("the baseline", baseline.signatures()));
    SignatureDemand all = SignatureDemand.NONE;
    List<String> before = new ArrayList<>();
    for (Map.Entry<String, SignatureDemand> each : demands.entrySet()) {
      if (all.contradicts(each.getValue())) {
        throw new QuestionException(
            Kind.PUBLISHERS_CONTRADICT,
            English.enumerate(before)
                + (before.size() == 1 ? " demands " : " demand ")
                + all
                + ", and "
                + each.getKey()
                + " "
                + each.getValue()
                + ", and nobody is both",
            asked);
      }
      all = all.and(each.getValue());
      before.add(each.getKey());
    }
  }

  private static void refuseSignatures(AuditRequest asked) {
    boolean isChecked = asked.policy().checks().contains(Check.SIGNATURE);
    if (!isChecked && asked.policy().signatures().filter(SignatureDemand::required).isPresent()) {
      throw new QuestionException(
          Kind.SIGNATURE_LEFT_OUT,
          asked.policy().signatures().get()
              + " is what SIGNATURE looks for, and SIGNATURE is left out",
          asked);
    }
    if (isChecked) {
      refuseContradiction(asked);
    }
  }

  private void requireHash(String standard) {
    if (!request.policy().checks().contains(Check.HASH)) {
      throw new QuestionException(
          Kind.HASH_LEFT_OUT,
          standard + " is what HASH compares with, and HASH is left out",
          request);
    }
  }

  private void refuseReference(boolean itself) {
    if (itself) {
      throw new QuestionException(
          Kind.REFERENCE_ITSELF,
          "the reference '"
              + reference.orElseThrow().folder()
              + "' is the audited folder itself, and proves nothing",
          request);
    }
  }

  /** A file under two names, by a link of whatever kind, agrees with itself whatever it holds. */
  private void refuseFilesOfReference(Target target, Inventory inventory) {
    if (reference.isEmpty() || !(target instanceof Target.Folder folder)) {
      return;
    }
    Optional<ObservedFile> shared = reference.get().shares(folder.path(), inventory);
    if (shared.isPresent()) {
      throw new QuestionException(
          Kind.REFERENCE_ITSELF,
          "'"
              + shared.get().path()
              + "' in the audited folder '"
              + target.name()
              + "' is the very file that is in the reference '"
              + reference.get().folder()
              + "', by a link, and proves nothing",
          request);
    }
  }

  private KbAudit withoutBaseline() {
    return new KbAudit(
        request.withoutBaseline(), accepted, Optional.empty(), scan, complete, waiving);
  }

  private KbAudit judging(UnaryOperator<AuditPolicy> change) {
    return asking(request.withPolicy(change.apply(request.policy())));
  }

  private KbAudit asking(AuditRequest other) {
    return new KbAudit(other, accepted, reference, scan, complete, waiving);
  }

  private KbAudit scanning(Scan other) {
    return new KbAudit(
        request, accepted, reference, requireNonNull(other, "other"), complete, waiving);
  }

  /** Waivers, and the day on which they are judged. */
  private record Waiving(Waivers waivers, LocalDate day) {
    AuditResult applyTo(AuditResult result) {
      return waivers.applyTo(result, day);
    }

    DeploymentResult applyTo(DeploymentResult result) {
      return waivers.applyTo(result, day);
    }
  }
}
