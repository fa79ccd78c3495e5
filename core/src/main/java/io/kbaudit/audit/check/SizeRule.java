package io.kbaudit.audit.check;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.article.ListedSize;
import io.kbaudit.article.ListedTime;
import io.kbaudit.audit.AuditPolicy;
import io.kbaudit.audit.Cause;
import io.kbaudit.audit.Check;
import io.kbaudit.audit.Evidence;
import io.kbaudit.audit.Outcome;
import io.kbaudit.audit.Value;
import io.kbaudit.audit.match.Match;
import io.kbaudit.audit.match.Wording;
import io.kbaudit.msi.MsiInspection;
import java.time.Instant;
import java.util.Optional;

/**
 * Judges the size of a file. Where later files will do, the listed size binds only files of the
 * listed date: what is later may have another size, if its own words vouch for it. An empty file is
 * no later version of anything.
 */
final class SizeRule implements Rule {
  private final LaterVersion laterVersion;

  SizeRule(LaterVersion laterVersion) {
    this.laterVersion = laterVersion;
  }

  @Override
  public Check check() {
    return Check.SIZE;
  }

  @Override
  public Outcome apply(ExpectedFile row, Match.Found found, AuditPolicy policy) {
    if (row.size().isEmpty()) {
      return Unchecked.notPrinted("size", row.printed().size());
    }
    ListedSize listed = row.size().get();
    long observed = found.file().sizeBytes();
    if (listed.covers(observed)) {
      return new Outcome.Passed(evidence(Wording.bytes(observed), observed));
    }
    Outcome.Failed failed =
        new Outcome.Failed(
            Evidence.of(listed),
            Evidence.of(ListedSize.ofBytes(observed)),
            listed.exceeds(observed) ? Cause.SMALLER : Cause.LARGER);
    if (listed.exceeds(observed) && found.isCachedWithoutCabinets()) {
      return withoutCabinets(row, found, failed);
    }
    if (!laterVersion.mayHaveAnotherSize(row, found.file(), policy)) {
      return failed;
    }
    boolean isLater = laterVersion.times().isLater(row, found.file());
    String differs =
        Wording.bytes(observed)
            + ", not the "
            + listed
            + " listed"
            + (isLater ? ", and a later date" : "");
    return laterVersion.judge(row, found.file(), evidence(differs, observed), failed);
  }

  /** Without its cabinets a package has no size to compare; when it was saved must do. */
  private Outcome withoutCabinets(ExpectedFile row, Match.Found found, Outcome.Failed failed) {
    String cached = Wording.bytes(found.file().sizeBytes()) + ", cached without its cabinets";
    Optional<Instant> saved = found.file().inspection().flatMap(MsiInspection::lastSaved);
    if (saved.isEmpty() || row.modified().isEmpty()) {
      return new Outcome.Undecided(
          cached + ", and no times tell which build it is", Cause.UNCORROBORATED);
    }
    if (!laterVersion.isOfRow(row, found.file())) {
      return new Outcome.Undecided(
          cached + ", and the package does not say that it is this row's", Cause.UNCORROBORATED);
    }
    ListedTime listed = row.modified().get();
    String savedAt = ", and saved " + Wording.time(saved.get());
    return LaterVersion.isOfOlderBuild(saved.get(), listed)
        ? new Outcome.Failed(
            failed.expected(),
            evidence(cached + savedAt + ", before the listed time", found.file().sizeBytes()),
            Cause.SAVED_EARLIER)
        : new Outcome.NotApplicable(cached + savedAt);
  }

  private static Evidence evidence(String text, long bytes) {
    return Evidence.of(text, Value.Size.ofBytes(bytes));
  }
}
