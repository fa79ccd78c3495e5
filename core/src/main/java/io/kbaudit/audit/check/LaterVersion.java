package io.kbaudit.audit.check;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.article.ListedTime;
import io.kbaudit.audit.Cause;
import io.kbaudit.audit.Evidence;
import io.kbaudit.audit.Outcome;
import io.kbaudit.audit.match.Wording;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.msi.MsiInspection;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a package's own words make of a file that is later than listed and not of the listed size: a
 * later version only if it is sound, and was itself saved no earlier than the listed time. A torn
 * copy, and an old build with a new date, look just so from outside.
 */
final class LaterVersion {
  /** A package is saved, then perhaps signed and copied about, before the time that is listed. */
  private static final Duration SAVED_BEFORE_LISTED = Duration.ofDays(1);

  private LaterVersion() {}

  /**
   * Judges a file.
   *
   * @param found how it differs, for people
   * @param otherwise the failure of one that is not sound
   */
  static Outcome judge(
      ExpectedFile row, ObservedFile.Readable file, Evidence found, Outcome.Failed otherwise) {
    ListedTime listed = row.modified().orElseThrow();
    Optional<MsiInspection> inspection = file.inspection();
    if (inspection.isEmpty()) {
      return new Outcome.Undecided(
          found.text() + ": a later version, or a damaged copy", Cause.UNCORROBORATED);
    }
    if (!inspection.get().sound()) {
      return otherwise;
    }
    Optional<Instant> saved = inspection.get().lastSaved();
    if (saved.isEmpty()) {
      return new Outcome.Undecided(
          found.text() + ", and the package does not say when it was saved", Cause.UNCORROBORATED);
    }
    String savedAt = "saved " + Wording.time(saved.get());
    boolean before = saved.get().isBefore(listed.start());
    if (before && row.size().isEmpty() && !isOfOlderBuild(saved.get(), listed)) {
      return new Outcome.Undecided(
          found.text()
              + ", and the package was "
              + savedAt
              + ": the listed build, or one just before it",
          Cause.UNCORROBORATED);
    }
    return before
        ? new Outcome.Failed(
            otherwise.expected(),
            found.with(", but the package was " + savedAt + ", before the listed time"),
            Cause.SAVED_EARLIER)
        : new Outcome.Passed(
            found.with("; a sound package, " + savedAt), Optional.of(Cause.SUPERSEDED));
  }

  /** Returns whether a package was saved so long before that it cannot be the listed build. */
  static boolean isOfOlderBuild(Instant saved, ListedTime listed) {
    return saved.isBefore(listed.start().minus(SAVED_BEFORE_LISTED));
  }
}
