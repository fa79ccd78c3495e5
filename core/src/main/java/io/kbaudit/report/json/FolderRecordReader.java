package io.kbaudit.report.json;

import io.kbaudit.article.RowSelection;
import io.kbaudit.audit.Check;
import io.kbaudit.audit.Remark;
import io.kbaudit.audit.Tally;
import io.kbaudit.audit.UnlistedFiles;
import io.kbaudit.audit.Verdict;
import io.kbaudit.deployment.Acceptance;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.record.FileRecord;
import io.kbaudit.record.FolderRecord;
import io.kbaudit.record.LocationRecord;
import io.kbaudit.record.PolicyRecord;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what a saved audit says of one folder, apart from its files. */
final class FolderRecordReader {
  private FolderRecordReader() {}

  /**
   * Returns the record of one folder, which must come to the numbers and the verdict that are
   * stated.
   */
  static FolderRecord read(SavedValue value, Iterable<FileRecord> files, Tally tally)
      throws SavedAuditException {
    SavedValue target = value.field("target");
    SavedValue summary = value.field("summary");
    if (tally.expected() == 0) {
      throw value.wrong("an audit of no file at all");
    }
    FolderRecord place =
        new FolderRecord(
            target.field("path").text(),
            target.field("recursive").flag(),
            location(target),
            policy(value.field("policy")),
            files,
            tally,
            unlisted(value.field("unlisted")),
            summary.field("foldersNotListed").count(),
            summary.field("unreadRows").count(),
            remarks(value.field("remarks")));
    requireTally(summary, tally, place.unlisted().size());
    requireVerdict(value, place.verdict());
    return place;
  }

  /** Refuses a summary that is not that of the files. */
  static void requireTally(SavedValue summary, Tally tally, int unlisted)
      throws SavedAuditException {
    requireCount(summary, "expected", tally.expected());
    requireCount(summary, "passed", tally.passed());
    requireCount(summary, "failed", tally.failed());
    requireCount(summary, "undecided", tally.undecided());
    requireCount(summary, "unlisted", unlisted);
  }

  private static void requireCount(SavedValue summary, String field, int counted)
      throws SavedAuditException {
    if (summary.field(field).count() != counted) {
      throw summary
          .field(field)
          .wrong("the files listed here come to " + counted + " " + field + ", and the summary to");
    }
  }

  /** Refuses a verdict that is not that of the files. */
  static void requireVerdict(SavedValue value, Verdict verdict) throws SavedAuditException {
    SavedValue stated = value.field("verdict");
    if (stated.oneOf(Verdict.values(), Verdict::name) != verdict) {
      throw stated.wrong("what is listed here comes to " + verdict + ", and the verdict is");
    }
  }

  private static Optional<LocationRecord> location(SavedValue target) throws SavedAuditException {
    Optional<String> name = target.optionalText("location");
    return name.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new LocationRecord(
                name.get(), target.field("where").text(), target.field("optional").flag()));
  }

  private static PolicyRecord policy(SavedValue value) throws SavedAuditException {
    return new PolicyRecord(
        value.field("accept").oneOf(Acceptance.values(), Acceptance::id),
        value.field("unlisted").oneOf(UnlistedFiles.values(), UnlistedFiles::id),
        selection(value),
        value.field("tolerance").as("a duration such as PT2S", FolderRecordReader::duration),
        value.optionalText("sourceZone"),
        value.optionalText("baseline"),
        checks(value.field("checks")),
        checks(value.field("skipped")));
  }

  private static RowSelection selection(SavedValue policy) throws SavedAuditException {
    Optional<SavedValue> rows = policy.find("rows");
    if (rows.isEmpty()) {
      return RowSelection.ALL;
    }
    try {
      return new RowSelection(
          rows.get().optionalText("group"),
          rows.get().optionalText("platform"),
          rows.get().optionalText("language"));
    } catch (IllegalArgumentException blank) {
      throw rows.get().wrong("a blank text, by which no row is selected");
    }
  }

  private static Optional<Duration> duration(String text) {
    try {
      return Optional.of(Duration.parse(text)).filter(duration -> !duration.isNegative());
    } catch (DateTimeException notOne) {
      return Optional.empty();
    }
  }

  private static Set<Check> checks(SavedValue value) throws SavedAuditException {
    Set<Check> checks = EnumSet.noneOf(Check.class);
    for (SavedValue item : value.items()) {
      checks.add(item.oneOf(Check.values(), Check::name));
    }
    return checks;
  }

  private static List<ObservedFile> unlisted(SavedValue value) throws SavedAuditException {
    List<ObservedFile> files = new ArrayList<>();
    for (SavedValue item : value.items()) {
      files.add(FileRecordReader.observed(item));
    }
    return files;
  }

  private static List<Remark> remarks(SavedValue value) throws SavedAuditException {
    List<Remark> remarks = new ArrayList<>();
    for (SavedValue item : value.items()) {
      remarks.add(new Remark(item.field("id").text(), item.field("text").text()));
    }
    return remarks;
  }
}
