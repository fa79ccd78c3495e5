package io.kbaudit.report.finding;

import static java.util.stream.Collectors.joining;

import io.kbaudit.audit.Tally;
import io.kbaudit.audit.Verdict;
import io.kbaudit.audit.WaiverState;
import io.kbaudit.record.AuditRecord;
import io.kbaudit.record.FolderRecord;
import io.kbaudit.record.Obstacle;
import io.kbaudit.text.English;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The one line that sums an audit up, not yet safe to print: every report has it alike. */
public final class AuditSummary {
  private AuditSummary() {}

  /** Returns the line for the whole; it names the places that were not audited. */
  public static String of(AuditRecord audit) {
    if (!audit.deployment()) {
      FolderRecord place = audit.places().get(0);
      return verdict(audit) + ": " + seen(place) + idle(audit) + day(audit) + Narrowing.tail(place);
    }
    return verdict(audit)
        + ": "
        + English.counted(audit.places().size(), "location")
        + ", "
        + counts(audit.tally(), audit.unlisted())
        + Obstacle.summary(audit.article().gaps())
        + idle(audit)
        + notReached(audit)
        + day(audit)
        + Narrowing.tail(audit);
  }

  /** Returns the verdict, and by how many waivers it is what it is, and until when. */
  public static String verdict(AuditRecord audit) {
    return word(audit.verdict())
        + audit
            .waivers()
            .filter(waivers -> waivers.count(WaiverState.APPLIED) > 0)
            .map(
                waivers ->
                    " with "
                        + English.counted(waivers.count(WaiverState.APPLIED), "waiver")
                        + waivers.nextExpiry().map(day -> ", next expiry " + day).orElse(""))
            .orElse("");
  }

  /** Returns how many of the waivers cover nothing, by why; nothing where all cover something. */
  private static String idle(AuditRecord audit) {
    return audit
        .waivers()
        .map(
            waivers ->
                Stream.of(WaiverState.values())
                    .filter(state -> state != WaiverState.APPLIED && waivers.count(state) > 0)
                    .map(
                        state ->
                            "; "
                                + English.counted(waivers.count(state), "waiver")
                                + " "
                                + word(state))
                    .collect(joining()))
        .orElse("");
  }

  /** Returns the day on which waivers were judged: one that is over lets none expire. */
  private static String day(AuditRecord audit) {
    return audit.waivers().map(waivers -> "; waivers as on " + waivers.day()).orElse("");
  }

  /** Returns what became of a waiver as people read it: "not yet valid". */
  public static String word(WaiverState state) {
    return state.name().toLowerCase(Locale.ROOT).replace('_', ' ');
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
    return verdict(place) + ": " + counts(place);
  }

  /** Returns the verdict on one place, and whether waivers make it what it is. */
  public static String verdict(FolderRecord place) {
    return word(place.verdict()) + (place.tally().waived() == 0 ? "" : " with waivers");
  }

  /** Returns the line for one place without its verdict. */
  public static String counts(FolderRecord place) {
    return seen(place) + Narrowing.tail(place);
  }

  private static String seen(FolderRecord place) {
    int notListed = place.gaps().folders();
    return counts(place.tally(), place.unlisted().size())
        + (place.unlistedFail() ? " and forbidden" : "")
        + (place.isUnreachable() ? ", not reached" : "")
        + (notListed == 0 ? "" : ", " + English.counted(notListed, "folder") + " not listed")
        + Obstacle.summary(place.gaps().article());
  }

  /** Returns the verdict as people read it. */
  public static String word(Verdict verdict) {
    return verdict.name().replace('_', '-');
  }

  private static String counts(Tally tally, int unlisted) {
    return tally.expected()
        + " expected, "
        + tally.passed()
        + " passed, "
        + tally.failed()
        + " failed, "
        + tally.undecided()
        + " undecided, "
        + (tally.waived() == 0 ? "" : tally.waived() + " waived, ")
        + unlisted
        + " unlisted";
  }
}
