package io.kbaudit.report.finding;

import static java.util.stream.Collectors.joining;

import io.kbaudit.audit.Tally;
import io.kbaudit.audit.Verdict;
import io.kbaudit.record.AuditRecord;
import io.kbaudit.record.FolderRecord;
import io.kbaudit.report.Obstacle;
import io.kbaudit.text.English;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** The one line that sums an audit up, not yet safe to print: every report has it alike. */
public final class AuditSummary {
  private AuditSummary() {}

  /** Returns the line for the whole; it names the places that were not audited. */
  public static String of(AuditRecord audit) {
    if (!audit.deployment()) {
      return of(audit.places().get(0));
    }
    return word(audit.verdict())
        + ": "
        + English.counted(audit.places().size(), "place")
        + ", "
        + counts(audit.tally(), audit.unlisted())
        + Obstacle.summary(audit.article().gaps())
        + narrowing(Narrowing.of(audit))
        + notReached(audit)
        + (audit.unaudited().isEmpty()
            ? ""
            : "; not audited: "
                + audit.unaudited().stream()
                    .map(place -> place.name() + (place.optional() ? " (optional)" : ""))
                    .collect(joining(", ")));
  }

  /** Names have commas in them; what parts them here has one, too. */
  private static String notReached(AuditRecord audit) {
    List<String> names = PlaceNames.of(audit);
    String unreachable =
        IntStream.range(0, names.size())
            .filter(i -> audit.places().get(i).isUnreachable())
            .mapToObj(i -> names.get(i).replace(", ", " "))
            .collect(joining(", "));
    return unreachable.isEmpty() ? "" : "; not reached: " + unreachable;
  }

  /** Returns the line for one place. */
  public static String of(FolderRecord place) {
    return word(place.verdict()) + ": " + counts(place);
  }

  /** Returns the line for one place without its verdict. */
  public static String counts(FolderRecord place) {
    int notListed = place.gaps().folders();
    return counts(place.tally(), place.unlisted().size())
        + (place.unlistedFail() ? " and forbidden" : "")
        + (place.isUnreachable() ? ", not reached" : "")
        + (notListed == 0 ? "" : ", " + English.counted(notListed, "folder") + " not listed")
        + Obstacle.summary(place.gaps().article())
        + narrowing(Narrowing.of(place));
  }

  private static String narrowing(List<String> leftOut) {
    return leftOut.stream().map(each -> "; " + each).collect(joining());
  }

  /** Returns the verdict as people read it. */
  public static String word(Verdict verdict) {
    return verdict.name().replace('_', '-');
  }

  private static String counts(Tally tally, int unlisted) {
    return String.format(
        Locale.ROOT,
        "%d expected, %d passed, %d failed, %d undecided, %d unlisted",
        tally.expected(),
        tally.passed(),
        tally.failed(),
        tally.undecided(),
        unlisted);
  }
}
