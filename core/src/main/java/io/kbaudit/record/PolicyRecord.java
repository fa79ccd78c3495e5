package io.kbaudit.record;

import static java.util.Objects.requireNonNull;

import io.kbaudit.article.RowSelection;
import io.kbaudit.audit.AuditRequest;
import io.kbaudit.audit.Check;
import io.kbaudit.audit.UnlistedFiles;
import io.kbaudit.baseline.Baseline;
import io.kbaudit.deployment.Acceptance;
import io.kbaudit.inventory.FileFilter;
import io.kbaudit.inventory.Inventory;
import io.kbaudit.signature.SignatureDemand;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What was asked of the files at one place, and how strictly.
 *
 * @param selection of the article's rows
 * @param tolerance by which a file's time might miss the listed minute
 * @param sourceZone the id of the zone whose local times the files carried
 * @param baseline what to call the contents, once verified, that files were held to too
 * @param signatures what was demanded of the files' signatures, if the check was made
 * @param files of the folder that were looked at
 * @param grounds what else the answer rests on
 */
public record PolicyRecord(
    Acceptance acceptance,
    UnlistedFiles unlistedFiles,
    RowSelection selection,
    Duration tolerance,
    Optional<String> sourceZone,
    Optional<String> baseline,
    SignatureDemand signatures,
    Checks checks,
    FileFilter files,
    Grounds grounds) {

  /**
   * Which checks there were. One that there was nothing to make with is in neither set.
   *
   * @param made in the checks' order
   * @param skipped on demand, in the checks' order
   */
  public record Checks(Set<Check> made, Set<Check> skipped) {
    /** Puts both in order. */
    public Checks {
      made = inOrder(made);
      skipped = inOrder(skipped);
    }

    private static Set<Check> inOrder(Set<Check> checks) {
      Set<Check> ordered = EnumSet.noneOf(Check.class);
      ordered.addAll(checks);
      return Collections.unmodifiableSet(ordered);
    }
  }

  /** Checks that nothing is null. */
  public PolicyRecord {
    requireNonNull(acceptance, "acceptance");
    requireNonNull(unlistedFiles, "unlistedFiles");
    requireNonNull(selection, "selection");
    requireNonNull(tolerance, "tolerance");
    requireNonNull(sourceZone, "sourceZone");
    requireNonNull(baseline, "baseline");
    requireNonNull(signatures, "signatures");
    requireNonNull(checks, "checks");
    requireNonNull(files, "files");
    requireNonNull(grounds, "grounds");
  }

  /** Returns whether files might be later than those that they were held to. */
  public boolean laterThanBaseline() {
    return acceptance == Acceptance.LATER_THAN_BASELINE && baseline.isPresent();
  }

  static PolicyRecord of(AuditRequest request, Inventory inventory) {
    Set<Check> skipped = EnumSet.allOf(Check.class);
    skipped.removeAll(request.policy().checks());
    return new PolicyRecord(
        request.policy().acceptance(),
        request.policy().unlistedFiles(),
        request.selection(),
        request.policy().tolerance(),
        request.policy().sourceZone().map(ZoneId::getId),
        request.baseline().map(Baseline::source),
        request.signatureDemand(),
        new Checks(request.checks(), skipped),
        request.policy().files(),
        Grounds.of(request, inventory));
  }
}
