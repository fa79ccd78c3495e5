package io.kbaudit.report.finding;

import static java.util.stream.Collectors.joining;

import io.kbaudit.audit.AuditPolicy;
import io.kbaudit.audit.Check;
import io.kbaudit.inventory.FileFilter;
import io.kbaudit.record.FileRecord;
import io.kbaudit.record.FolderRecord;
import io.kbaudit.record.PolicyRecord;
import io.kbaudit.record.RowRecord;
import io.kbaudit.text.English;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What an audit asked, in the words of reports for people; not yet safe to print. */
public final class QuestionLines {
  private QuestionLines() {}

  /** Returns which folder was audited, and whether those below it were too. */
  public static String folder(FolderRecord place, String name) {
    return name + (place.target().recursive() ? " and all below" : "");
  }

  /** Returns what was asked of the folder; what is as usual is left out. */
  public static List<Fact> lines(FolderRecord place) {
    PolicyRecord policy = place.policy();
    List<Fact> lines = new ArrayList<>();
    place.label().ifPresent(label -> lines.add(new Fact("Label", label)));
    lines.add(new Fact("Held to", heldTo(place)));
    if (!policy.selection().isAll()) {
      lines.add(new Fact("Rows", "only " + AuditLines.chosenBy(policy.selection())));
    }
    if (!policy.files().acceptsAll()) {
      lines.add(new Fact("Files", files(policy.files())));
    }
    policy.sourceZone().ifPresent(zone -> lines.add(new Fact("Times", times(zone))));
    if (!policy.tolerance().equals(AuditPolicy.FAT_ROUNDING)) {
      lines.add(new Fact("Tolerance", AuditLines.shortly(policy.tolerance()) + " in time"));
    }
    policy.baseline().ifPresent(baseline -> lines.add(new Fact("Baseline", baseline)));
    if (policy.signatures().required()) {
      lines.add(new Fact("Signatures", "of each file " + policy.signatures()));
    }
    if (!policy.checks().skipped().isEmpty()) {
      lines.add(new Fact("Checked", checks(policy.checks().made()) + " and nothing else"));
    }
    return lines;
  }

  private static String files(FileFilter filter) {
    return Stream.of(patterns("only ", filter.included()), patterns("not ", filter.excluded()))
        .flatMap(Optional::stream)
        .collect(joining(", "));
  }

  private static Optional<String> patterns(String word, List<String> patterns) {
    return patterns.isEmpty()
        ? Optional.empty()
        : Optional.of(word + English.enumerate(patterns.stream().map(English::quoted).toList()));
  }

  /** Returns to what the folder was held, and how strictly. */
  public static String heldTo(FolderRecord place) {
    return English.counted(place.tally().expected(), "row")
        + (place.policy().acceptance().laterWillDo()
            ? ", as listed or later"
            : ", exactly as listed")
        + (place.policy().laterThanBaseline() ? " than the baseline" : "")
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
  public static String times(String sourceZone) {
    return "of files are read as local times of " + sourceZone;
  }

  public static String checks(Collection<Check> checks) {
    return checks.stream().map(Check::name).collect(joining(", "));
  }

  /** Returns which row of the article a file was held to. */
  public static String row(FileRecord file) {
    RowRecord listed = file.listed();
    return listed.row()
        + ", line "
        + listed.line()
        + " of the article"
        + (listed.truncated() ? ", cut to '" + listed.printedName() + "'" : "")
        + file.component().map(component -> "; component " + component).orElse("");
  }

  /** Returns how many files no row accounts for, and whether they may be there. */
  public static String unlisted(FolderRecord place) {
    return English.counted(place.unlisted().size(), "file")
        + " that the article does not list here"
        + (place.unlistedFail() ? ": forbidden" : "");
  }
}
