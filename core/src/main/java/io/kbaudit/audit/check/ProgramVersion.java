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
import io.kbaudit.text.English;
import java.util.List;
import java.util.Optional;

/**
 * Judges the version of a program, library or driver. Its fixed file version decides; where only
 * the string of that name is the listed one it passes, with a remark; where only the version of its
 * product is, it fails. Of one that was not read, what a list of files states counts as the fixed
 * one.
 */
record ProgramVersion(LaterVersion laterVersion) {
  Outcome judge(ExpectedFile row, ObservedFile.Readable file, AuditPolicy policy) {
    Optional<VersionComparison> compared = VersionComparison.of(row, file, laterVersion.branches());
    if (compared.isEmpty()) {
      return Unchecked.notPrinted("version", row.version().orElseThrow());
    }
    VersionComparison version = compared.get();
    Optional<Evidence> fileVersion = version.fixed().map(fixed -> fileVersion(file, fixed));
    Evidence expected = evidence(row.version().orElseThrow(), version.listed());
    return switch (version.relation()) {
      case NONE -> Unchecked.notStated(file, "version");
      case DISAGREEING -> disagreeing(file);
      case EQUAL -> new Outcome.Passed(fileVersion.orElseThrow());
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
      case LOWER -> new Outcome.Failed(expected, fileVersion.orElseThrow(), Cause.OLDER_VERSION);
      case HIGHER ->
          !policy.acceptance().laterWillDo()
              ? new Outcome.Failed(expected, fileVersion.orElseThrow(), Cause.NEWER_VERSION)
              : higher(row, file, version, fileVersion.orElseThrow(), policy);
    };
  }

  /** A higher version of another file is no later one; where the size is another, that says so. */
  private Outcome higher(
      ExpectedFile row,
      ObservedFile.Readable file,
      VersionComparison version,
      Evidence fileVersion,
      AuditPolicy policy) {
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
                    fileVersion.text() + " is higher, but " + why, Cause.UNCORROBORATED))
        .orElseGet(() -> new Outcome.Passed(fileVersion, Optional.of(Cause.NEWER_VERSION)));
  }

  private static Outcome disagreeing(ObservedFile.Readable file) {
    List<String> stated =
        file.executable().orElseThrow().fileVersions().stream().map(FileVersion::toString).toList();
    return new Outcome.Undecided(
        "the file has several version resources, which state " + English.enumerate(stated),
        Cause.VERSIONS_DISAGREE);
  }

  /** What was not read is on the word of the list. */
  private static Evidence fileVersion(ObservedFile.Readable file, FileVersion fixed) {
    Evidence version = evidence("FileVersion " + fixed, fixed);
    return VersionComparison.ofUnread(file).isPresent()
        ? version.with(", as the list of files states it")
        : version;
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
