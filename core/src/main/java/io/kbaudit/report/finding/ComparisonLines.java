package io.kbaudit.report.finding;

import io.kbaudit.audit.Outcome;
import io.kbaudit.comparison.Change;
import io.kbaudit.comparison.Comparison;
import io.kbaudit.comparison.FileChange;
import io.kbaudit.comparison.Incomparability;
import io.kbaudit.comparison.PlaceComparison;
import io.kbaudit.comparison.Transition;
import io.kbaudit.file.FileName;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.record.AuditRecord;
import io.kbaudit.record.FolderRecord;
import io.kbaudit.record.Provenance;
import io.kbaudit.record.RowRecord;
import io.kbaudit.text.English;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What two audits differ in, in the words of reports for people; not yet safe to print. */
public final class ComparisonLines {
  private static final int WORSE_NAMED = 20;

  private static final Set<Change> WORSE =
      Collections.unmodifiableSet(
          EnumSet.of(
              Change.NEW_FAILURE,
              Change.NO_LONGER_WAIVED,
              Change.NO_LONGER_TOLD,
              Change.NEW_DOUBT,
              Change.NO_LONGER_CHECKED));

  private ComparisonLines() {}

  /**
   * Returns the one line that sums up; whatever the result is, it has the number of new failures,
   * and what the later audit left out, of which nothing can be new.
   */
  public static String summary(Comparison comparison) {
    return word(comparison.result())
        + ": "
        + (comparison.result() == Comparison.Result.NOT_COMPARABLE ? why(comparison) + "; " : "")
        + findings(comparison)
        + "; "
        + files(comparison)
        + Narrowing.tail(comparison.after());
  }

  /** Returns what became of what an earlier audit found, for a report on the later one. */
  public static Fact since(Comparison comparison) {
    return new Fact("Since the earlier audit", summary(comparison));
  }

  /**
   * Returns the first of what is worse than it was, a line each, and how much there is besides:
   * failures, and what can no longer be told.
   */
  public static List<String> worse(Comparison comparison) {
    List<String> names = placeNames(comparison);
    List<String> lines = new ArrayList<>();
    int all = 0;
    for (Change change : WORSE) {
      all += comparison.count(change);
      add(lines, "", comparison.transitions(), change);
      for (int i = 0; i < names.size() && lines.size() < WORSE_NAMED; i++) {
        add(
            lines,
            names.size() > 1 ? names.get(i) + ": " : "",
            comparison.places().get(i).transitions(change),
            change);
      }
    }
    if (all > lines.size()) {
      lines.add("and " + English.number(all - lines.size()) + " more");
    }
    return lines;
  }

  private static void add(
      List<String> lines, String place, Iterable<Transition> transitions, Change change) {
    for (Transition each : transitions) {
      if (lines.size() == WORSE_NAMED) {
        return;
      }
      if (each.change() == change) {
        lines.add(change + " " + place + finding(each));
      }
    }
  }

  /** Returns the result as people read it. */
  public static String word(Comparison.Result result) {
    return result.name().replace('_', ' ');
  }

  /** Returns in what the questions differ, in a few words: {@code other article, other rows}. */
  public static String why(Comparison comparison) {
    return comparison.incomparabilities().stream()
        .map(Incomparability::words)
        .collect(Collectors.joining(", "));
  }

  private static String findings(Comparison comparison) {
    return Stream.concat(
            Stream.of(
                counted(comparison, Change.NEW_FAILURE, "new"),
                counted(comparison, Change.FIXED, "fixed"),
                counted(comparison, Change.STILL_FAILING, "still there")),
            Stream.of(
                    Change.NO_LONGER_WAIVED,
                    Change.NEWLY_WAIVED,
                    Change.STILL_WAIVED,
                    Change.NO_LONGER_TOLD,
                    Change.NEW_DOUBT,
                    Change.NO_LONGER_CHECKED,
                    Change.ASKED_OTHERWISE,
                    Change.STILL_IN_DOUBT,
                    Change.SETTLED)
                .filter(change -> comparison.count(change) > 0)
                .map(change -> counted(comparison, change, words(change))))
        .collect(Collectors.joining(", "));
  }

  private static String counted(Comparison comparison, Change change, String words) {
    return English.number(comparison.count(change)) + " " + words;
  }

  /** Returns for example {@code new in doubt}. */
  public static String words(Change change) {
    return switch (change) {
      case NEW_FAILURE -> "new";
      case NO_LONGER_WAIVED -> "no longer waived";
      case NEWLY_WAIVED -> "newly waived";
      case STILL_WAIVED -> "still waived";
      case NO_LONGER_TOLD -> "no longer told";
      case NEW_DOUBT -> "new in doubt";
      case NO_LONGER_CHECKED -> "no longer checked";
      case ASKED_OTHERWISE -> "asked otherwise";
      case STILL_FAILING -> "still there";
      case STILL_IN_DOUBT -> "still in doubt";
      case FIXED -> "fixed";
      case SETTLED -> "settled";
    };
  }

  private static String files(Comparison comparison) {
    return English.counted(comparison.count(FileChange.Kind.CHANGED), "file")
        + " changed, "
        + English.number(comparison.count(FileChange.Kind.GONE))
        + " gone, "
        + English.number(comparison.count(FileChange.Kind.NEW))
        + " new";
  }

  /** Returns what one of the two audits was: of what, how it came out, and what made it. */
  public static String audit(AuditRecord audit) {
    return audit.article().label()
        + ", "
        + (audit.deployment()
            ? English.counted(audit.places().size(), "location")
            : audit.places().get(0).path())
        + ", kbaudit "
        + audit.toolVersion()
        + audit.provenance().map(how -> ", made " + ProvenanceLines.made(how)).orElse("")
        + audit.provenance().flatMap(Provenance::note).map(note -> ", note: " + note).orElse("")
        + ": "
        + AuditSummary.of(audit);
  }

  /** Returns what to call each place, so that no two are called alike; these are safe to print. */
  public static List<String> placeNames(Comparison comparison) {
    Map<String, Integer> sharing = new HashMap<>();
    for (PlaceComparison place : comparison.places()) {
      sharing.merge(brief(place), 1, Integer::sum);
    }
    UniqueNames taken = new UniqueNames();
    List<String> names = new ArrayList<>();
    for (PlaceComparison place : comparison.places()) {
      String brief = brief(place);
      boolean shared = sharing.getOrDefault(brief, 0) > 1;
      names.add(taken.unique(shared ? brief + ", " + record(place).path() : brief));
    }
    return names;
  }

  /** Returns where a place was audited, if that is another folder now. */
  public static Optional<String> folders(PlaceComparison place) {
    return place
        .before()
        .map(FolderRecord::path)
        .filter(path -> place.after().filter(now -> !now.path().equals(path)).isPresent())
        .map(path -> path + " before, " + record(place).path() + " now");
  }

  private static String brief(PlaceComparison place) {
    return PlaceNames.of(record(place), record(place).path());
  }

  private static FolderRecord record(PlaceComparison place) {
    return place.after().or(place::before).orElseThrow();
  }

  /** Returns what a finding is about, apart from the place; empty of the place as a whole. */
  public static String subject(Transition transition) {
    Optional<String> path =
        transition instanceof Transition.OfObstacle obstacle ? obstacle.path() : Optional.empty();
    return transition.row().map(ComparisonLines::row).or(() -> path).orElse("");
  }

  private static String row(RowRecord row) {
    return row.name().spelling();
  }

  /** Returns what is found, and why: {@code SIZE LARGER}; what is found no more, as it was. */
  public static String ids(Transition transition) {
    if (transition instanceof Transition.OfCheck check) {
      return check.id()
          + check.causeAfter().or(check::causeBefore).map(cause -> " " + cause).orElse("");
    }
    return transition.id();
  }

  /** Returns what a finding is about, and what it is: {@code a.msi SIZE LARGER}. */
  public static String finding(Transition transition) {
    String subject = subject(transition);
    return subject + (subject.isEmpty() ? "" : " ") + ids(transition);
  }

  /** Returns how it was in the earlier audit. */
  public static String before(Transition transition) {
    return transition instanceof Transition.OfCheck check
        ? outcome(check.before())
        : ((Transition.OfObstacle) transition).before();
  }

  /** Returns how it is in the later audit. */
  public static String after(Transition transition) {
    return transition instanceof Transition.OfCheck check
        ? outcome(check.after())
        : ((Transition.OfObstacle) transition).after();
  }

  private static String outcome(Optional<Outcome> outcome) {
    return outcome
        .map(
            each ->
                Finding.word(each)
                    + each.causeIfAny().map(cause -> ", " + cause).orElse("")
                    + ": "
                    + (each instanceof Outcome.Failed failed
                        ? Finding.difference(failed)
                        : Finding.evidence(each)))
        .orElse("not asked, or not looked at");
  }

  /** Returns which file it is, and the row's name where that is not the file's own. */
  public static String file(FileChange change) {
    return change.path()
        + change
            .row()
            .filter(row -> !row.name().equals(FileName.ofStored(change.path())))
            .map(row -> ", of row " + row.row() + ", " + row.name())
            .orElse("");
  }

  /** Returns what is known of a file that is there in one of the audits alone. */
  public static String found(ObservedFile file) {
    return AuditLines.size(file)
        + (file instanceof ObservedFile.Readable
            ? ", " + AuditLines.time(file, "UTC")
            : ": " + AuditLines.whyUnreadable(file));
  }
}
