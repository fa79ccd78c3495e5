package io.kbaudit.audit.check;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.article.ListedSize;
import io.kbaudit.audit.Cause;
import io.kbaudit.audit.Evidence;
import io.kbaudit.audit.Outcome;
import io.kbaudit.audit.match.Identities;
import io.kbaudit.audit.match.Identity;
import io.kbaudit.audit.match.OriginalName;
import io.kbaudit.audit.match.ServiceBranches;
import io.kbaudit.audit.match.VersionComparison;
import io.kbaudit.audit.match.Wording;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.pe.PeHeader;
import io.kbaudit.pe.PeHeader.CertificateTable;
import io.kbaudit.pe.PeInspection;
import io.kbaudit.pe.PeProblem;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a program's own words make of it, where it is not of the listed size and later than listed:
 * a later version only if it is sound, of a higher version of the row's own branch and product
 * line, and does not say that it is another file.
 */
record LaterProgram(Identities identities, ServiceBranches branches) {
  /** Signatures are padded to a multiple of this. */
  private static final int CERTIFICATE_ALIGNMENT = 8;

  /** The smallest and largest tables of signatures that are seen: one of SHA-1, several nested. */
  private static final long SMALLEST_SIGNATURE = 1_000;

  private static final long LARGEST_SIGNATURE = 64_000;

  /**
   * Judges a file.
   *
   * @param found how it differs, for people
   * @param otherwise the failure of one that is not sound
   */
  Outcome judge(
      ExpectedFile row, ObservedFile.Readable file, Evidence found, Outcome.Failed otherwise) {
    if (file.executable().filter(PeInspection::sound).isEmpty()) {
      return otherwise;
    }
    Optional<VersionComparison> compared = VersionComparison.of(row, file, branches);
    if (compared.isEmpty()) {
      return doubt(found, ": a later version, or an altered copy; the article lists no version");
    }
    VersionComparison version = compared.get();
    String stated = version.fixed().map(Object::toString).orElse("none");
    return switch (version.relation()) {
      case NONE -> doubt(found, ", and the file states no version");
      case DISAGREEING -> doubt(found, ", and the file states several versions");
      case EQUAL, EQUAL_AS_STRING ->
          doubt(found, ", and of the listed version: " + whatWasDone(row, file));
      case EQUAL_AS_PRODUCT ->
          doubt(found, ", and of the listed version by that of its product alone");
      case LOWER ->
          new Outcome.Failed(
              otherwise.expected(),
              found.with(
                  ", but its version " + stated + " is lower than the listed " + version.listed()),
              otherwise.cause());
      case HIGHER -> later(row, file, found, version);
    };
  }

  private Outcome later(
      ExpectedFile row, ObservedFile.Readable file, Evidence found, VersionComparison version) {
    Optional<String> doubt =
        version.unlike().or(() -> otherFile(row, file)).or(() -> appendedTo(file));
    return doubt.isPresent() ? doubt(found, ", and " + doubt.get()) : superseded(found, version);
  }

  /**
   * Returns why a file of a higher version may be another file than the row's, in half a sentence;
   * absent where it does not say so.
   */
  Optional<String> otherFile(ExpectedFile row, ObservedFile.Readable file) {
    Identity identity = identities.of(row, file);
    if (identity instanceof Identity.Other other) {
      return Optional.of("its " + other.name() + " names " + Wording.named(other.row()));
    }
    return identity instanceof Identity.Silent silent && !OriginalName.statedBy(file).isEmpty()
        ? Optional.of(silent.reason())
        : Optional.empty();
  }

  /** Nothing tells an installer's contents, which are there too, from what somebody added. */
  private static Optional<String> appendedTo(ObservedFile.Readable file) {
    return file.executable().stream()
        .flatMap(executable -> executable.problems().stream())
        .filter(problem -> problem.kind() == PeProblem.Kind.APPENDED_BYTES)
        .map(PeProblem::text)
        .findFirst();
  }

  private static Outcome superseded(Evidence found, VersionComparison version) {
    return new Outcome.Passed(
        found.with("; sound, and of version " + version.fixed().orElseThrow()),
        Optional.of(Cause.SUPERSEDED));
  }

  /** Signing a file anew changes its size and date, and nothing before its signatures. */
  private static String whatWasDone(ExpectedFile row, ObservedFile.Readable file) {
    Optional<CertificateTable> signatures =
        file.executable().flatMap(PeInspection::header).flatMap(PeHeader::certificates);
    OptionalLong listed = row.size().map(ListedSize::exactBytes).orElse(OptionalLong.empty());
    if (listed.isEmpty()) {
      return "it was signed anew, or altered";
    }
    long unsigned = signatures.map(CertificateTable::offset).orElse(file.sizeBytes());
    long room = listed.getAsLong() - unsigned;
    boolean wasUnsigned = Math.abs(room) < CERTIFICATE_ALIGNMENT && signatures.isPresent();
    if (wasUnsigned) {
      return "without its signature it has the listed size, so that it was signed since";
    }
    boolean wasSignedOtherwise =
        room >= SMALLEST_SIGNATURE
            && room <= LARGEST_SIGNATURE
            && room % CERTIFICATE_ALIGNMENT == 0;
    if (!wasSignedOtherwise) {
      return "it was altered, in more than its signature";
    }
    return signatures.isPresent()
        ? "only the length of its signature need differ, so that it may have been signed anew"
        : "only a signature need be missing, so that it may have been taken off";
  }

  private static Outcome doubt(Evidence found, String why) {
    return new Outcome.Undecided(found.text() + why, Cause.UNCORROBORATED);
  }
}
