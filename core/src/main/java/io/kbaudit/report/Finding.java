package io.kbaudit.report;

import io.kbaudit.article.ListedSize;
import io.kbaudit.audit.Check;
import io.kbaudit.audit.Outcome;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.record.FileRecord;

/** What checks found, in the words of reports for people; not yet safe to print. */
final class Finding {
  private Finding() {}

  /** Returns what was expected, sizes with their unit. */
  static String expected(Check check, Outcome.Failed failed, FileRecord file) {
    return check == Check.SIZE
        ? file.listed().size().map(ListedSize::toString).orElse(failed.expected())
        : failed.expected();
  }

  /** Returns what was found instead, sizes with their unit. */
  static String observed(Check check, Outcome.Failed failed, FileRecord file) {
    return check == Check.SIZE
            && file.observed().orElse(null) instanceof ObservedFile.Readable readable
            && failed.observed().equals(Long.toString(readable.sizeBytes()))
        ? AuditLines.bytes(readable.sizeBytes())
        : failed.observed();
  }

  /** Returns all that an outcome says, in one line. */
  static String evidence(Outcome outcome) {
    if (outcome instanceof Outcome.Failed failed) {
      return "expected " + failed.expected() + ", found " + failed.observed();
    }
    if (outcome instanceof Outcome.Undecided undecided) {
      return undecided.reason();
    }
    if (outcome instanceof Outcome.NotApplicable notApplicable) {
      return notApplicable.reason();
    }
    return ((Outcome.Passed) outcome).evidence();
  }
}
