package io.kbaudit.audit.check;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.article.ListedTime;
import io.kbaudit.audit.AuditPolicy;
import io.kbaudit.audit.Cause;
import io.kbaudit.audit.Evidence;
import io.kbaudit.audit.Outcome;
import io.kbaudit.audit.match.Identities;
import io.kbaudit.audit.match.Identity;
import io.kbaudit.audit.match.KnownProducts;
import io.kbaudit.audit.match.RowComparison;
import io.kbaudit.audit.match.ServiceBranches;
import io.kbaudit.audit.match.TimeComparison;
import io.kbaudit.audit.match.VersionComparison;
import io.kbaudit.audit.match.Wording;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.msi.MsiInspection;
import io.kbaudit.pe.PeInspection;
import io.kbaudit.text.English;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a file's own words make of it, where it is later than listed and not of the listed size. A
 * package is a later version only if it is sound, was itself saved no earlier than the listed time,
 * and says that it is the row's product: a torn copy, an old build with a new date, and another
 * installer look just so from outside. What was altered since it was signed is a later version of
 * nothing. Of programs see {@link LaterProgram}.
 */
record LaterVersion(Identities identities, RowComparison comparison, KnownProducts products) {
  /** A package is saved, then perhaps signed and copied about, before the time that is listed. */
  private static final Duration SAVED_BEFORE_LISTED = Duration.ofDays(1);

  /**
   * Judges a file.
   *
   * @param found how it differs, for people
   * @param otherwise the failure of one that is not sound
   */
  Outcome judge(
      ExpectedFile row, ObservedFile.Readable file, Evidence found, Outcome.Failed otherwise) {
    if (file.signatures().filter(read -> read.grade().isBroken()).isPresent()) {
      return otherwise;
    }
    return file.executable().isPresent()
        ? ofPrograms().judge(row, file, found, otherwise)
        : judgePackage(row, file, found, otherwise);
  }

  LaterProgram ofPrograms() {
    return new LaterProgram(identities, branches());
  }

  TimeComparison times() {
    return comparison.times();
  }

  ServiceBranches branches() {
    return comparison.branches();
  }

  /**
   * Returns whether a file of another size than listed is no failure outright: it is later, and
   * later files will do. An empty one is no later version of anything.
   */
  boolean mayHaveAnotherSize(ExpectedFile row, ObservedFile.Readable file, AuditPolicy policy) {
    return policy.acceptance().laterWillDo()
        && file.sizeBytes() > 0
        && (times().isLater(row, file) || isLaterWithoutDate(row, file));
  }

  private Outcome judgePackage(
      ExpectedFile row, ObservedFile.Readable file, Evidence found, Outcome.Failed otherwise) {
    Optional<MsiInspection> inspection = file.inspection();
    if (inspection.isEmpty()) {
      return new Outcome.Undecided(
          found.text() + ": a later version, or a damaged copy", Cause.UNCORROBORATED);
    }
    ListedTime listed = row.modified().orElseThrow();
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
        : ofRowsProduct(row, file, found.with("; a sound package, " + savedAt));
  }

  private Outcome ofRowsProduct(ExpectedFile row, ObservedFile.Readable file, Evidence found) {
    Optional<String> contradiction = products.contradictedBy(row, file);
    if (contradiction.isPresent()) {
      return new Outcome.Undecided(
          found.text()
              + ", but of another product than "
              + contradiction.get()
              + " states: "
              + KnownProducts.marksOf(file),
          Cause.UNCORROBORATED);
    }
    Identity identity = identities.of(row, file);
    Optional<String> word = wordOf(row, file, identity);
    String manufacturer =
        file.inspection()
            .flatMap(inspection -> inspection.property("Manufacturer"))
            .map(text -> "; its Manufacturer is " + English.quoted(text))
            .orElse("");
    return word.isPresent()
        ? new Outcome.Passed(
            found.with(", and " + word.get() + manufacturer), Optional.of(Cause.SUPERSEDED))
        : new Outcome.Undecided(
            found.text()
                + ", that does not say that it is this row's: "
                + whyNot(identity)
                + "; a profile that states its product would vouch for it, or a baseline that has"
                + " its UpgradeCode or ProductName",
            Cause.UNCORROBORATED);
  }

  private Optional<String> wordOf(ExpectedFile row, ObservedFile.Readable file, Identity identity) {
    return identity instanceof Identity.Own own
        ? Optional.of("its " + own.name() + " names this row")
        : products.vouchFor(row, file);
  }

  /** Returns whether a package says that it is the row's, or is the build verified for it. */
  boolean isOfRow(ExpectedFile row, ObservedFile.Readable file) {
    return wordOf(row, file, identities.of(row, file)).isPresent()
        || (comparison.pins().rowOfCode(file).equals(Optional.of(row))
            && !Identities.isOfNoProduct(file));
  }

  private static String whyNot(Identity identity) {
    return identity instanceof Identity.Other other
        ? "its " + other.name() + " names " + Wording.named(other.row())
        : ((Identity.Silent) identity).reason();
  }

  /**
   * Returns whether a file of a row without a date is a later version: only a program can say so.
   */
  private boolean isLaterWithoutDate(ExpectedFile row, ObservedFile.Readable file) {
    return row.modified().isEmpty()
        && VersionComparison.of(row, file, branches())
            .filter(version -> version.relation() == VersionComparison.Relation.HIGHER)
            .isPresent();
  }

  /** Returns whether a file is sound, and states the version that its row lists. */
  boolean isOfListedVersion(ExpectedFile row, ObservedFile.Readable file) {
    return file.executable().filter(PeInspection::sound).isPresent()
        && VersionComparison.of(row, file, branches())
            .filter(VersionComparison::isEqual)
            .isPresent();
  }

  /** Returns whether a package was saved so long before that it cannot be the listed build. */
  static boolean isOfOlderBuild(Instant saved, ListedTime listed) {
    return saved.isBefore(listed.start().minus(SAVED_BEFORE_LISTED));
  }
}
