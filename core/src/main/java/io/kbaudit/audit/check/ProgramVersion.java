package io.kbaudit.audit.check;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.audit.AuditPolicy;
import io.kbaudit.audit.Cause;
import io.kbaudit.audit.Check;
import io.kbaudit.audit.Evidence;
import io.kbaudit.audit.Outcome;
import io.kbaudit.audit.Value;
import io.kbaudit.audit.match.VersionComparison;
import io.kbaudit.file.FileVersion;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.pe.PeInspection;
import io.kbaudit.text.English;
import java.util.List;
import java.util.Optional;

/**
 * Judges the version of a program, library or driver. Its fixed file version decides; where only
 * the string of that name is the listed one it passes, with a remark; where only the version of its
 * product is, it fails.
 */
record ProgramVersion(LaterVersion laterVersion) {
  Outcome judge(ExpectedFile row, ObservedFile.Readable file, AuditPolicy policy) {
    Optional<VersionComparison> compared = VersionComparison.of(row, file, laterVersion.branches());
    if (compared.isEmpty()) {
      return Unchecked.notPrinted("version", row.version().orElseThrow());
    }
    VersionComparison version = compared.get();
    PeInspection executable = file.executable().orElseThrow();
    Evidence expected = evidence(row.version().orElseThrow(), version.listed());
    return switch (version.relation()) {
      case NONE -> Unchecked.notStated(file, "version");
      case DISAGREEING -> disagreeing(executable);
      case EQUAL -> new Outcome.Passed(fileVersion(version));
      case EQUAL_AS_STRING ->
          new Outcome.Passed(
              evidence("FileVersion " + version.listed() + " as a string", version.listed())
                  .with(fixed(version)),
              Optional.of(Cause.STRING_VERSION));
      case EQUAL_AS_PRODUCT ->
          new Outcome.Failed(
              expected,
              evidence("ProductVersion " + version.listed(), version.listed()).with(fixed(version)),
              Cause.PRODUCT_VERSION);
      case LOWER -> new Outcome.Failed(expected, fileVersion(version), Cause.OLDER_VERSION);
      case HIGHER ->
          !policy.acceptance().laterWillDo()
              ? new Outcome.Failed(expected, fileVersion(version), Cause.NEWER_VERSION)
              : higher(row, file, version, policy);
    };
  }

  /** A higher version of another file is no later one; where the size is another, that says so. */
  private Outcome higher(
      ExpectedFile row, ObservedFile.Readable file, VersionComparison version, AuditPolicy policy) {
    if (version.unlike().isPresent()) {
      return new Outcome.Undecided(version.unlike().get(), Cause.OTHER_BRANCH);
    }
    boolean isJudgedBySize =
        policy.checks().contains(Check.SIZE) && row.isOfOtherSize(file.sizeBytes());
    return laterVersion
        .ofPrograms()
        .otherFile(row, file)
        .filter(why -> !isJudgedBySize)
        .<Outcome>map(
            why ->
                new Outcome.Undecided(
                    fileVersion(version).text() + " is higher, but " + why, Cause.UNCORROBORATED))
        .orElseGet(
            () -> new Outcome.Passed(fileVersion(version), Optional.of(Cause.NEWER_VERSION)));
  }

  private static Outcome disagreeing(PeInspection executable) {
    List<String> stated = executable.fileVersions().stream().map(FileVersion::toString).toList();
    return new Outcome.Undecided(
        "the file has several version resources, which state " + English.enumerate(stated),
        Cause.VERSIONS_DISAGREE);
  }

  private static Evidence fileVersion(VersionComparison version) {
    FileVersion fixed = version.fixed().orElseThrow();
    return evidence("FileVersion " + fixed, fixed);
  }

  private static String fixed(VersionComparison version) {
    return version
        .fixed()
        .map(numbers -> ", while the fixed one is " + numbers)
        .orElse(", and no fixed one");
  }

  private static Evidence evidence(String text, FileVersion version) {
    return Evidence.of(text, new Value.Version(version.toString()));
  }
}
