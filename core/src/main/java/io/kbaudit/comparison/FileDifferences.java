package io.kbaudit.comparison;

import io.kbaudit.audit.Check;
import io.kbaudit.audit.Outcome;
import io.kbaudit.file.Digests;
import io.kbaudit.file.FileVersion;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.pe.PeInspection;
import io.kbaudit.record.FileRecord;
import io.kbaudit.signature.Signature;
import io.kbaudit.signature.SignatureInspection;
import io.kbaudit.signature.Signer;
import io.kbaudit.text.English;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What differs of a file that both audits have. */
final class FileDifferences {
  /** What these found is not told by the file's size, time, digests and signatures. */
  private static final Set<Check> TELLING =
      EnumSet.of(
          Check.VERSION,
          Check.FORMAT,
          Check.IDENTITY,
          Check.LANGUAGE,
          Check.PLATFORM,
          Check.INSTALLED,
          Check.DATABASE);

  private final List<FileChange.Difference> found = new ArrayList<>();

  private FileDifferences() {}

  /** Returns in what a file differs from what it was. */
  static List<FileChange.Difference> of(ObservedFile before, ObservedFile after) {
    FileDifferences differences = new FileDifferences();
    differences.add(Trait.PATH, before.path(), after.path());
    if (before instanceof ObservedFile.Readable was && after instanceof ObservedFile.Readable is) {
      differences.addContents(was, is);
    } else {
      differences.add(Trait.READABLE, readable(before), readable(after));
    }
    return differences.found;
  }

  /** Returns in what two files differ that are not held to one row. */
  static List<FileChange.Difference> of(
      ObservedFile before, String roleBefore, ObservedFile after, String roleAfter) {
    List<FileChange.Difference> all = new ArrayList<>();
    all.add(new FileChange.Difference(Trait.ROW, roleBefore, roleAfter));
    all.addAll(of(before, after));
    return all;
  }

  /** Returns what differs of that which speaks for the file of a row, besides the file itself. */
  static List<FileChange.Difference> ofEvidence(FileRecord before, FileRecord after) {
    FileDifferences differences = new FileDifferences();
    if (before.assurance().isPresent() && after.assurance().isPresent()) {
      differences.add(
          Trait.ASSURANCE, before.assurance().get().name(), after.assurance().get().name());
    }
    for (Check check : TELLING) {
      if (before.outcomes().get(check) instanceof Outcome.Passed was
          && after.outcomes().get(check) instanceof Outcome.Passed is) {
        differences.add(
            Trait.EVIDENCE,
            check + ": " + was.evidence().text(),
            check + ": " + is.evidence().text());
      }
    }
    return differences.found;
  }

  private void addContents(ObservedFile.Readable before, ObservedFile.Readable after) {
    add(Trait.SIZE, bytes(before), bytes(after));
    add(Trait.MODIFIED, before.modified().toString(), after.modified().toString());
    Digests was = before.digests().alongside(after.digests());
    Digests is = after.digests().alongside(before.digests());
    add(Trait.DIGEST, was.without(is).toString(), is.without(was).toString());
    addIfBoth(Trait.VERSION, version(before), version(after));
    addIfBoth(Trait.PACKAGE_CODE, before.packageCode(), after.packageCode());
    addIfBoth(
        Trait.SIGNATURE,
        before.signatures().map(FileDifferences::signature),
        after.signatures().map(FileDifferences::signature));
  }

  private void addIfBoth(Trait trait, Optional<String> before, Optional<String> after) {
    if (before.isPresent() && after.isPresent()) {
      add(trait, before.get(), after.get());
    }
  }

  private void add(Trait trait, String before, String after) {
    if (!before.equals(after)) {
      found.add(new FileChange.Difference(trait, before, after));
    }
  }

  private static String bytes(ObservedFile.Readable file) {
    return English.counted(file.sizeBytes(), "byte");
  }

  private static String readable(ObservedFile file) {
    return file instanceof ObservedFile.Unreadable unreadable ? unreadable.told() : "can be read";
  }

  private static Optional<String> version(ObservedFile.Readable file) {
    return file.listedVersion()
        .or(
            () ->
                file.executable().map(PeInspection::fileVersions).stream()
                    .flatMap(List::stream)
                    .findFirst())
        .map(FileVersion::toString);
  }

  private static String signature(SignatureInspection signatures) {
    return signatures.grade()
        + signatures
            .decisive()
            .flatMap(Signature::signer)
            .map(Signer::name)
            .map(name -> ", " + name)
            .orElse("");
  }
}
