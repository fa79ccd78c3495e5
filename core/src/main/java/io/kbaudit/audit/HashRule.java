package io.kbaudit.audit;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.article.ListedSize;
import io.kbaudit.baseline.BaselineFile;
import io.kbaudit.deployment.Acceptance;
import io.kbaudit.inventory.ObservedFile;
import java.util.Optional;

/**
 * Judges the contents of a file by those that a baseline pins to its row. A file of another size
 * than listed is left to {@link SizeRule}: its contents are others, which is no second finding.
 */
final class HashRule implements Rule {
  private final RowComparison comparison;
  private final String standard;

  /**
   * Creates the rule.
   *
   * @param standard what to call the baseline
   */
  HashRule(RowComparison comparison, String standard) {
    this.comparison = comparison;
    this.standard = standard;
  }

  @Override
  public Check check() {
    return Check.HASH;
  }

  @Override
  public Outcome apply(ExpectedFile row, Match.Found found, AuditPolicy policy) {
    Optional<BaselineFile> pinned = comparison.pins().of(row);
    if (pinned.isEmpty()) {
      return new Outcome.NotApplicable("no hash of this row is known to compare with");
    }
    if (found.isCachedWithoutCabinets()) {
      return new Outcome.NotApplicable(
          "it is cached without its cabinets, so its bytes are others");
    }
    return switch (comparison.pins().compare(row, found.file())) {
      case EQUAL -> new Outcome.Passed("SHA-256 " + pinned.get().sha256() + ", as in " + standard);
      case UNKNOWN -> new Outcome.Undecided("the file was listed, and not hashed", Cause.NOT_READ);
      case OTHER ->
          isJudgedBySize(row, found.file(), policy)
              ? new Outcome.NotApplicable("its size is not the listed one, and is judged as such")
              : other(row, found.file(), pinned.get(), policy);
    };
  }

  private static boolean isJudgedBySize(
      ExpectedFile row, ObservedFile.Readable file, AuditPolicy policy) {
    return policy.checks().contains(Check.SIZE)
        && row.size().filter(listed -> !listed.covers(file.sizeBytes())).isPresent();
  }

  /** A later version has other contents too; but also another package code, as every build has. */
  private Outcome other(
      ExpectedFile row, ObservedFile.Readable file, BaselineFile pinned, AuditPolicy policy) {
    Optional<ExpectedFile> owner = comparison.pins().otherRowOf(row, file);
    Outcome.Failed failed =
        new Outcome.Failed(
            "SHA-256 " + pinned.sha256() + ", as in " + standard,
            observed(file) + owner.map(other -> ", that of " + Wording.named(other)).orElse(""),
            owner.isPresent() ? Cause.OTHER_CONTENTS : Cause.ALTERED);
    boolean laterWillDo =
        policy.acceptance() == Acceptance.OR_LATER
            && owner.isEmpty()
            && !comparison.pins().rowOfCode(file).equals(Optional.of(row));
    boolean isLater =
        row.modified()
            .filter(listed -> comparison.times().isLater(listed, file.modified()))
            .isPresent();
    return laterWillDo && isLater
        ? LaterVersion.judge(
            row, file, "other contents than in " + standard + ", and a later date", failed)
        : failed;
  }

  private static String observed(ObservedFile.Readable file) {
    return file.sha256()
        .map(hash -> "SHA-256 " + hash)
        .orElseGet(() -> ListedSize.ofBytes(file.sizeBytes()) + ", and so other contents");
  }
}
