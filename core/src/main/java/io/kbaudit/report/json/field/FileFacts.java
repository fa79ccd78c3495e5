package io.kbaudit.report.json.field;

import static java.util.Objects.requireNonNull;

import io.kbaudit.audit.Check;
import io.kbaudit.audit.Outcome;
import io.kbaudit.file.FileName;
import io.kbaudit.file.FileVersion;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.msi.MsiKind;
import io.kbaudit.record.FileRecord;
import io.kbaudit.record.RowRecord;
import io.kbaudit.signature.Grade;
import io.kbaudit.text.Language;
import io.kbaudit.text.Processors;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What is written down of a file: how its checks came out, and what they had to compare. */
final class FileFacts {
  private final FileRecord file;
  private final RowRecord.Values listed;
  private final Optional<ObservedFile.Readable> read;

  FileFacts(FileRecord file) {
    this.file = file;
    this.listed = file.listed().expected();
    this.read =
        file.observed()
            .filter(ObservedFile.Readable.class::isInstance)
            .map(ObservedFile.Readable.class::cast);
  }

  /** Returns the file that was read; absent if none was. */
  Optional<ObservedFile.Readable> read() {
    return read;
  }

  boolean isNamed(ObservedFile.Readable seen) {
    FileName name = file.listed().name();
    return seen.name().equals(name)
        || (file.listed().truncated() && seen.name().canonical().startsWith(name.canonical()));
  }

  /** Returns whether a file was not judged by its name, as where files have random ones. */
  boolean isNameUnjudged() {
    return read.isPresent() && isNotApplicable(Check.NAME);
  }

  /**
   * Returns the checks that did not apply to a file though its row lists what they compare: none of
   * them can have been asked for.
   */
  Set<Check> passedOver() {
    Set<Check> checks = EnumSet.noneOf(Check.class);
    read.ifPresent(seen -> addPassedOver(seen, checks));
    return checks;
  }

  /** What has a random name may have no size, and what is of another size no digest to judge by. */
  private void addPassedOver(ObservedFile.Readable seen, Set<Check> checks) {
    boolean isNameJudged = !isNotApplicable(Check.NAME);
    addIf(true, Check.PRESENCE, checks);
    addIf(
        listed.size().filter(size -> isNameJudged || size.covers(seen.sizeBytes())).isPresent(),
        Check.SIZE,
        checks);
    addIf(listed.modified().isPresent(), Check.DATE, checks);
    addIf(
        !isFailed(Check.DATE) && listed.version().filter(FileFacts::isVersion).isPresent(),
        Check.VERSION,
        checks);
    addIf(
        isAsListed(Check.SIZE) && isNameJudged && !listed.digests().all().isEmpty(),
        Check.HASH,
        checks);
    RowRecord.Variant variant = file.listed().variant();
    addIf(kind(seen).isPresent(), Check.FORMAT, checks);
    addIf(
        variant.platform().filter(text -> !Processors.namedBy(text).isEmpty()).isPresent(),
        Check.PLATFORM,
        checks);
    addIf(
        variant.language().filter(text -> !Language.isAny(text)).isPresent(),
        Check.LANGUAGE,
        checks);
  }

  private void addIf(boolean applies, Check check, Set<Check> checks) {
    if (applies && isNotApplicable(check)) {
      checks.add(check);
    }
  }

  private static Optional<MsiKind> kind(ObservedFile.Readable seen) {
    return MsiKind.ofExtension(seen.name().extension());
  }

  /** Returns whether of a sound package nobody asked whether it is installed. */
  boolean isPackageUnjudged() {
    return read.flatMap(FileFacts::kind).filter(MsiKind.PACKAGE::equals).isPresent()
        && isPassed(Check.FORMAT)
        && isNotApplicable(Check.INSTALLED);
  }

  private static boolean isVersion(String text) {
    return FileVersion.find(text).isPresent();
  }

  /** Returns how far the date of a file is off that passed as the listed one; else zero. */
  Duration distanceOfPassedDate() {
    return read.isEmpty() || listed.modified().isEmpty() || !isAsListed(Check.DATE)
        ? Duration.ZERO
        : listed.modified().get().distanceTo(read.get().modified());
  }

  boolean isSigned() {
    return isPassed(Check.SIGNATURE)
        && file.signatures().filter(read -> read.grade() == Grade.TRUSTED).isPresent();
  }

  boolean isPassed(Check check) {
    return outcome(check) instanceof Outcome.Passed;
  }

  boolean isFailed(Check check) {
    return outcome(check) instanceof Outcome.Failed;
  }

  private boolean isNotApplicable(Check check) {
    return outcome(check) instanceof Outcome.NotApplicable;
  }

  boolean isAsListed(Check check) {
    return outcome(check) instanceof Outcome.Passed passed && passed.cause().isEmpty();
  }

  Outcome outcome(Check check) {
    return requireNonNull(file.outcomes().get(check));
  }
}
