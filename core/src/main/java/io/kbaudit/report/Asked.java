package io.kbaudit.report;

import static java.util.stream.Collectors.joining;

import io.kbaudit.audit.Check;
import io.kbaudit.deployment.Acceptance;
import io.kbaudit.record.FileRecord;
import io.kbaudit.record.ListedFile;
import io.kbaudit.record.PlaceRecord;
import java.util.Collection;

/** What an audit asked, in the words of reports for people; not yet safe to print. */
final class Asked {
  private Asked() {}

  /** Returns to what the folder was held, and how strictly. */
  static String heldTo(PlaceRecord place) {
    return AuditLines.counted(place.tally().expected(), "row")
        + (place.policy().acceptance() == Acceptance.EXACT
            ? ", exactly as listed"
            : ", as listed or later")
        + place
            .location()
            .map(
                location ->
                    ", for "
                        + location.name()
                        + (location.where().isEmpty() ? "" : ": " + location.where()))
            .orElse("");
  }

  /** Returns how the times of files were read. */
  static String times(String sourceZone) {
    return "of files are read as local times of " + sourceZone;
  }

  static String checks(Collection<Check> checks) {
    return checks.stream().map(Check::name).collect(joining(", "));
  }

  /** Returns which row of the article a file was held to. */
  static String row(FileRecord file) {
    ListedFile listed = file.listed();
    return listed.row()
        + ", line "
        + listed.line()
        + " of the article"
        + (listed.truncated() ? ", cut to '" + listed.printedName() + "'" : "")
        + file.component().map(component -> "; component " + component).orElse("");
  }

  /** Returns how many files no row accounts for, and whether they may be there. */
  static String unlisted(PlaceRecord place) {
    return AuditLines.counted(place.unlisted().size(), "file")
        + " that the article does not list here"
        + (place.unlistedFail() ? ": forbidden by --unlisted fail" : "");
  }
}
