package io.kbaudit.audit.check;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.article.ListedHashes;
import io.kbaudit.article.NamedDigest;
import io.kbaudit.audit.AuditPolicy;
import io.kbaudit.audit.Cause;
import io.kbaudit.audit.Check;
import io.kbaudit.audit.Evidence;
import io.kbaudit.audit.Outcome;
import io.kbaudit.audit.Value;
import io.kbaudit.audit.match.Match;
import io.kbaudit.audit.match.RowComparison;
import io.kbaudit.audit.match.Wording;
import io.kbaudit.baseline.Baseline;
import io.kbaudit.baseline.BaselineFile;
import io.kbaudit.deployment.Acceptance;
import io.kbaudit.file.Digest;
import io.kbaudit.file.Digests;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.text.English;
import java.util.Optional;

/**
 * Judges the contents of a file by all digests that the article lists for its row, and by those
 * that a baseline pins to it: where there are both, by both. A file of another size than listed is
 * left to {@link SizeRule}: its contents are others, which is no second finding.
 */
final class HashRule implements Rule {
  private final RowComparison comparison;
  private final LaterVersion laterVersion;
  private final Optional<Baseline> standard;

  /**
   * Creates the rule.
   *
   * @param standard from which the pinned contents are, if there is one
   */
  HashRule(RowComparison comparison, LaterVersion laterVersion, Optional<Baseline> standard) {
    this.comparison = comparison;
    this.laterVersion = laterVersion;
    this.standard = standard;
  }

  @Override
  public Check check() {
    return Check.HASH;
  }

  @Override
  public Outcome apply(ExpectedFile row, Match.Found found, AuditPolicy policy) {
    Optional<Outcome> asListed =
        row.hashes().areNone() ? Optional.empty() : Optional.of(listed(row, found, policy));
    if (standard.isEmpty()) {
      return asListed.orElse(
          new Outcome.NotApplicable("neither the article nor a baseline has a digest of it"));
    }
    Outcome asPinned = pinned(row, found, policy);
    return asListed.filter(outcome -> outweighs(outcome, asPinned)).orElse(asPinned);
  }

  private static boolean outweighs(Outcome asListed, Outcome asPinned) {
    return asListed instanceof Outcome.Failed
        || asPinned instanceof Outcome.NotApplicable
        || (asListed instanceof Outcome.Undecided && !(asPinned instanceof Outcome.Failed));
  }

  /** Judges a file by all digests that the article lists. */
  private Outcome listed(ExpectedFile row, Match.Found found, AuditPolicy policy) {
    ListedHashes hashes = row.hashes();
    if (!hashes.hasDigest()) {
      return Unchecked.notPrinted("digest", hashes.unread().orElse(""));
    }
    if (found.isCachedWithoutCabinets()) {
      return cachedWithoutCabinets();
    }
    if (isJudgedBySize(row, found.file(), policy)) {
      return judgedBySize();
    }
    Digests listed = hashes.digests();
    Digests seen = found.file().digests().alongside(listed);
    Digests others = seen.without(listed);
    if (others.isEmpty() && seen.equals(listed)) {
      return hashes.unread().map(text -> alsoPrinted(listed, text)).orElseGet(() -> passed(row));
    }
    if (others.isEmpty() && !row.isOfOtherSize(found.file().sizeBytes())) {
      return new Outcome.Undecided("the file was listed, and not hashed", Cause.NOT_READ);
    }
    Outcome.Failed failed =
        others.isEmpty()
            ? new Outcome.Failed(asListed(row, listed), otherContents(found.file()), Cause.ALTERED)
            : new Outcome.Failed(
                asListed(row, listed.alongside(others)), evidence(others), Cause.ALTERED);
    return policy.acceptance().laterWillDo() && comparison.times().isLater(row, found.file())
        ? laterVersion.judge(
            row,
            found.file(),
            Evidence.of("contents other than the article lists, and a later date"),
            failed)
        : failed;
  }

  private static Outcome passed(ExpectedFile row) {
    Digests digests = row.hashes().digests();
    Evidence evidence = asListed(row, digests);
    return new Outcome.Passed(
        digests.areWeak()
            ? evidence.with(
                "; "
                    + English.enumerate(
                        digests.algorithms().stream().map(Digest.Algorithm::toString).toList())
                    + (digests.all().size() == 1 ? " is" : " are")
                    + " weak: an altered file may have the same")
            : evidence);
  }

  private static Outcome alsoPrinted(Digests equal, String unread) {
    return new Outcome.Undecided(
        equal
            + (equal.all().size() == 1 ? " is" : " are")
            + " as listed; but the article also prints "
            + English.quoted(unread)
            + ", which cannot be compared",
        Cause.CELL_UNREADABLE);
  }

  private static Evidence asListed(ExpectedFile row, Digests digests) {
    boolean named = NamedDigest.in(row.name().best()).filter(digests.all()::contains).isPresent();
    return evidence(digests)
        .with(
            !named
                ? ", as the article lists"
                : digests.all().size() == 1
                    ? ", as its listed name ends"
                    : ", as the article lists and its listed name ends");
  }

  /** Judges a file by what is pinned to its row. */
  private Outcome pinned(ExpectedFile row, Match.Found found, AuditPolicy policy) {
    Optional<BaselineFile> pinned = comparison.pins().of(row);
    if (pinned.isEmpty()) {
      return standard.filter(baseline -> !baseline.partial()).isEmpty()
          ? new Outcome.NotApplicable("no hash of this row is known to compare with")
          : new Outcome.Undecided(source() + " has no file for this row", Cause.UNPINNED);
    }
    if (found.isCachedWithoutCabinets()) {
      return pinnedWithoutCabinets(row, found.file(), pinned.get(), policy);
    }
    return switch (comparison.pins().compare(row, found.file())) {
      case EQUAL -> new Outcome.Passed(expected(pinned.get()));
      case UNKNOWN -> new Outcome.Undecided("the file was listed, and not hashed", Cause.NOT_READ);
      case OTHER -> other(row, found.file(), pinned.get(), policy);
    };
  }

  private Outcome other(
      ExpectedFile row, ObservedFile.Readable file, BaselineFile pinned, AuditPolicy policy) {
    boolean isSameBuild = comparison.pins().rowOfCode(file).equals(Optional.of(row));
    boolean laterWillDo =
        policy.acceptance() == Acceptance.LATER_THAN_BASELINE
            && comparison.times().isLater(row, file)
            && file.modified().isAfter(pinned.modified());
    // A file of the pinned size has no other size to be judged by.
    boolean ofPinnedSize = file.sizeBytes() == pinned.sizeBytes();
    boolean mayBeOfAnotherSize =
        laterWillDo ? isSameBuild : laterVersion.mayHaveAnotherSize(row, file, policy);
    if (!ofPinnedSize && isJudgedBySize(row, file, policy) && !mayBeOfAnotherSize) {
      return judgedBySize();
    }
    Optional<ExpectedFile> owner = comparison.pins().otherRowOf(row, file);
    Outcome.Failed failed =
        new Outcome.Failed(
            expected(pinned),
            observed(file).with(owner.map(other -> ", that of " + Wording.named(other)).orElse("")),
            owner.isPresent() ? Cause.OTHER_CONTENTS : Cause.ALTERED);
    // A later version has other contents too; but also another package code, as every build has.
    return laterWillDo && owner.isEmpty() && !isSameBuild
        ? laterVersion.judge(
            row,
            file,
            Evidence.of("contents other than in " + source() + ", and a later date"),
            failed)
        : failed;
  }

  /** Its bytes are others in any case; of which build it is, its package code says. */
  private Outcome pinnedWithoutCabinets(
      ExpectedFile row, ObservedFile.Readable file, BaselineFile pinned, AuditPolicy policy) {
    if (policy.acceptance() == Acceptance.LATER_THAN_BASELINE) {
      return cachedWithoutCabinets();
    }
    Optional<String> code = file.packageCode();
    if (code.isEmpty() || pinned.packageCode().isEmpty()) {
      return new Outcome.Undecided(
          "it is cached without its cabinets, so its bytes are others, and no package code tells"
              + " whether it is the build in "
              + source(),
          Cause.NOT_STATED);
    }
    return code.equals(pinned.packageCode())
        ? cachedWithoutCabinets()
        : new Outcome.Failed(
            Evidence.of("package code " + pinned.packageCode().get() + ", as in " + source()),
            Evidence.of("package code " + code.get() + ", cached without its cabinets"),
            comparison.pins().rowOfCode(file).filter(other -> !other.equals(row)).isPresent()
                ? Cause.OTHER_CONTENTS
                : Cause.ALTERED);
  }

  private Evidence expected(BaselineFile pinned) {
    return evidence(pinned.sha256()).with(", as in " + source());
  }

  private String source() {
    return standard.map(Baseline::source).orElseThrow();
  }

  private static Outcome cachedWithoutCabinets() {
    return new Outcome.NotApplicable("it is cached without its cabinets, so its bytes are others");
  }

  private static Outcome judgedBySize() {
    return new Outcome.NotApplicable("its size is not the listed one, and is judged as such");
  }

  private static boolean isJudgedBySize(
      ExpectedFile row, ObservedFile.Readable file, AuditPolicy policy) {
    return policy.checks().contains(Check.SIZE) && row.isOfOtherSize(file.sizeBytes());
  }

  private static Evidence observed(ObservedFile.Readable file) {
    return file.sha256().map(HashRule::evidence).orElseGet(() -> otherContents(file));
  }

  private static Evidence otherContents(ObservedFile.Readable file) {
    return Evidence.of(
        Wording.bytes(file.sizeBytes()) + ", and so other contents",
        Value.Size.ofBytes(file.sizeBytes()));
  }

  private static Evidence evidence(Digest digest) {
    return evidence(Digests.of(digest));
  }

  private static Evidence evidence(Digests digests) {
    return Evidence.of(digests.toString(), new Value.Contents(digests));
  }
}
