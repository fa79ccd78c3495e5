package io.kbaudit.audit;

import static java.util.Objects.requireNonNull;

import io.kbaudit.article.Article;
import io.kbaudit.deployment.Acceptance;
import io.kbaudit.inventory.FileFilter;
import io.kbaudit.signature.SignatureDemand;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * How strictly an audit judges. Immutable.
 *
 * @param tolerance by which a file's time may miss the listed minute, on either side
 * @param sourceZone the zone whose local times the files carry as though they were UTC; absent
 *     where the files' times are right
 * @param checks to be done, at least one; the others are not applicable
 * @param signatures what is demanded of the files' signatures; absent where that is left to the
 *     profile and the baseline, if any of them says so
 * @param files of a folder that are looked at
 */
public record AuditPolicy(
    Acceptance acceptance,
    UnlistedFiles unlistedFiles,
    Duration tolerance,
    Optional<ZoneId> sourceZone,
    Set<Check> checks,
    Optional<SignatureDemand> signatures,
    FileFilter files) {
  /** FAT keeps times in steps of two seconds ([MS-FSCC] 2.1.1, "FAT file system"). */
  public static final Duration FAT_ROUNDING = Duration.ofSeconds(2);

  /** By more, no file may miss the listed time. */
  public static final Duration LARGEST_TOLERANCE = Duration.ofDays(1);

  /** Checks that something is checked, and that the tolerance is at most a day. */
  public AuditPolicy {
    requireNonNull(acceptance, "acceptance");
    requireNonNull(unlistedFiles, "unlistedFiles");
    requireNonNull(sourceZone, "sourceZone");
    requireNonNull(signatures, "signatures");
    requireNonNull(files, "files");
    if (tolerance.isNegative() || tolerance.compareTo(LARGEST_TOLERANCE) > 0) {
      throw new IllegalArgumentException("a tolerance is 0 to 24 hours, not " + tolerance);
    }
    if (checks.isEmpty()) {
      throw new IllegalArgumentException("no check is left to do");
    }
    checks = Collections.unmodifiableSet(EnumSet.copyOf(checks));
  }

  /** Returns the policy that wants size and date as printed, and only notes unlisted files. */
  public static AuditPolicy asPrinted() {
    return new AuditPolicy(
        Acceptance.EXACT,
        UnlistedFiles.NOTE,
        FAT_ROUNDING,
        Optional.empty(),
        EnumSet.allOf(Check.class),
        Optional.empty(),
        FileFilter.ALL);
  }

  /** Returns {@link #asPrinted()}, but content with later files. */
  public static AuditPolicy orLater() {
    return asPrinted().withAcceptance(Acceptance.OR_LATER);
  }

  /** Returns what the article itself asks for: its attributes "or later", or as printed. */
  public static AuditPolicy of(Article article) {
    return article.statements().laterAccepted() ? orLater() : asPrinted();
  }

  /**
   * Returns whether anything is asked of what is inside the files: a check, or whether a later file
   * of another size is a later version.
   */
  public boolean readsContents() {
    return acceptance.laterWillDo() || checks.stream().anyMatch(Check::readsContents);
  }

  /** Returns this policy with another acceptance. */
  public AuditPolicy withAcceptance(Acceptance other) {
    return new AuditPolicy(other, unlistedFiles, tolerance, sourceZone, checks, signatures, files);
  }

  /** Returns this policy with another decision on unlisted files. */
  public AuditPolicy withUnlistedFiles(UnlistedFiles other) {
    return new AuditPolicy(acceptance, other, tolerance, sourceZone, checks, signatures, files);
  }

  /** Returns this policy with another tolerance. */
  public AuditPolicy withTolerance(Duration other) {
    return new AuditPolicy(acceptance, unlistedFiles, other, sourceZone, checks, signatures, files);
  }

  /** Returns this policy for files whose times are local times of {@code zone}, stored as UTC. */
  public AuditPolicy withSourceZone(ZoneId zone) {
    return new AuditPolicy(
        acceptance, unlistedFiles, tolerance, Optional.of(zone), checks, signatures, files);
  }

  /** Returns this policy with these checks alone. */
  public AuditPolicy withChecks(Collection<Check> others) {
    return new AuditPolicy(
        acceptance, unlistedFiles, tolerance, sourceZone, Set.copyOf(others), signatures, files);
  }

  /** Returns this policy, with {@code demand} of signatures besides what others demand. */
  public AuditPolicy withSignatures(SignatureDemand demand) {
    return new AuditPolicy(
        acceptance, unlistedFiles, tolerance, sourceZone, checks, Optional.of(demand), files);
  }

  /** Returns this policy, which looks at these files of a folder alone. */
  public AuditPolicy withFiles(FileFilter others) {
    return new AuditPolicy(
        acceptance, unlistedFiles, tolerance, sourceZone, checks, signatures, others);
  }
}
