package io.kbaudit.report.text;

import static java.util.Objects.requireNonNull;

import io.kbaudit.audit.Cause;
import io.kbaudit.comparison.Change;
import io.kbaudit.comparison.Comparison;
import io.kbaudit.comparison.FileChange;
import io.kbaudit.comparison.Incomparability;
import io.kbaudit.comparison.PlaceComparison;
import io.kbaudit.comparison.Reason;
import io.kbaudit.comparison.Transition;
import io.kbaudit.record.Obstacle;
import io.kbaudit.report.Choice;
import io.kbaudit.report.ComparisonReport;
import io.kbaudit.report.Term;
import io.kbaudit.report.finding.ComparisonLines;
import io.kbaudit.report.text.TextStyle.Color;
import io.kbaudit.text.English;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.Charset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What differs between two audits, for people: why they cannot be compared, if so, then what became
 * of findings, the worst first, then files. Safe for use by several threads, if its style is.
 */
public final class TextComparisonReport implements ComparisonReport {
  /** So many files of a kind are shown, and the others counted. */
  private static final int FILES_SHOWN = 100;

  private static final int DETAIL = 6;
  private static final int LABEL = 24;

  private final TextStyle style;

  /** Creates a report in this style. */
  public TextComparisonReport(TextStyle style) {
    this.style = requireNonNull(style, "style");
  }

  /** Returns the one line that sums up, without its end. */
  public static String summary(Comparison comparison) {
    return ComparisonLines.summary(comparison);
  }

  @Override
  public String name() {
    return "text";
  }

  @Override
  public String mediaType() {
    return "text/plain";
  }

  @Override
  public Charset charset() {
    return style.charset();
  }

  @Override
  public void print(Comparison comparison, Writer out) throws IOException {
    TextPage page = new TextPage(out, style);
    List<String> names = ComparisonLines.placeNames(comparison);
    page.paragraph(0, "Before", ComparisonLines.audit(comparison.before()));
    page.paragraph(0, "After", ComparisonLines.audit(comparison.after()));
    for (int i = 0; i < names.size(); i++) {
      Optional<String> folders = ComparisonLines.folders(comparison.places().get(i));
      if (folders.isPresent()) {
        page.paragraph(0, "Folder", prefix(names, i) + folders.get());
      }
    }
    page.blankLine();
    writeReasons(page, comparison, names);
    Set<Cause> causes = EnumSet.noneOf(Cause.class);
    Set<Obstacle> obstacles = EnumSet.noneOf(Obstacle.class);
    for (Change change : Change.values()) {
      if (comparison.count(change) > 0) {
        writeHead(page, comparison, change);
        for (Transition each : comparison.transitions()) {
          if (each.change() == change) {
            writeTransition(page, "", each);
            note(each, causes, obstacles);
          }
        }
        for (int i = 0; i < names.size(); i++) {
          for (Transition each : comparison.places().get(i).transitions(change)) {
            writeTransition(page, prefix(names, i), each);
            note(each, causes, obstacles);
          }
        }
        page.blankLine();
      }
    }
    for (FileChange.Kind kind : FileChange.Kind.values()) {
      writeFiles(page, comparison, names, kind);
    }
    writeMeanings(page, causes, obstacles);
    page.line(style.paint(colorOf(comparison.result()), style.safe(summary(comparison))));
    page.flush();
  }

  /** Returns what stands before all that is of one place: nothing where there is no other. */
  private static String prefix(List<String> names, int place) {
    return names.size() > 1 ? names.get(place) + ": " : "";
  }

  private void writeReasons(TextPage page, Comparison comparison, List<String> names)
      throws IOException {
    Set<Incomparability> kinds = comparison.incomparabilities();
    if (kinds.isEmpty()) {
      return;
    }
    page.line(style.paint(Color.YELLOW, "NOT COMPARABLE") + "  " + ComparisonLines.why(comparison));
    for (Reason reason : comparison.reasons()) {
      writeReason(page, "", reason);
    }
    for (int i = 0; i < names.size(); i++) {
      for (Reason reason : comparison.places().get(i).reasons()) {
        writeReason(page, prefix(names, i), reason);
      }
    }
    page.blankLine();
    for (Incomparability kind : kinds) {
      page.explain(2, LABEL, Term.of(kind));
    }
    page.blankLine();
  }

  private static void writeReason(TextPage page, String place, Reason reason) throws IOException {
    page.paragraph(2, place + reason.kind() + ": " + reason.what());
    page.paragraph(DETAIL, "before", reason.before());
    page.paragraph(DETAIL, "now", reason.after());
  }

  private void writeHead(TextPage page, Comparison comparison, Change change) throws IOException {
    page.line(
        style.paint(colorOf(change), change.name())
            + "  "
            + English.counted(comparison.count(change), "finding"));
    page.paragraph(2, change.meaning());
  }

  private static void writeTransition(TextPage page, String place, Transition transition)
      throws IOException {
    String what = place + ComparisonLines.finding(transition);
    if (transition.change() == Change.NO_LONGER_CHECKED) {
      page.paragraph(2, what + ": now " + ComparisonLines.after(transition));
      return;
    }
    page.paragraph(
        2,
        what
            + (transition.change().isStill() && transition.isOtherwise()
                ? ", otherwise than before"
                : ""));
    if (transition.row().isPresent()) {
      page.paragraph(
          DETAIL,
          "row",
          transition.row().get().row()
              + ", line "
              + transition.row().get().line()
              + " of the article");
    }
    if (!transition.change().isStill() || transition.isOtherwise()) {
      page.paragraph(DETAIL, "before", ComparisonLines.before(transition));
    }
    page.paragraph(DETAIL, "now", ComparisonLines.after(transition));
  }

  /** Keeps of what there is something to do about now. */
  private static void note(Transition transition, Set<Cause> causes, Set<Obstacle> obstacles) {
    if (transition instanceof Transition.OfCheck check) {
      check.causeAfter().ifPresent(causes::add);
    } else if (transition instanceof Transition.OfObstacle obstacle
        && (obstacle.change() == Change.NEW_FAILURE
            || obstacle.change() == Change.NEW_DOUBT
            || obstacle.change().isStill())) {
      obstacles.add(obstacle.obstacle());
    }
  }

  private void writeFiles(
      TextPage page, Comparison comparison, List<String> names, FileChange.Kind kind)
      throws IOException {
    int count = comparison.count(kind);
    if (count == 0) {
      return;
    }
    page.line(style.paint(Color.BOLD, "FILES " + kind) + "  " + English.counted(count, "file"));
    int shown = 0;
    for (int i = 0; i < names.size(); i++) {
      PlaceComparison place = comparison.places().get(i);
      for (FileChange change : place.fileChanges(kind)) {
        if (shown < FILES_SHOWN) {
          writeFile(page, prefix(names, i), change);
        }
        shown++;
      }
    }
    if (count > FILES_SHOWN) {
      page.line(
          "  and "
              + English.counted(count - FILES_SHOWN, "more file")
              + style.choices().which(Choice.WHOLE_COMPARISON, "lists all"));
    }
    page.blankLine();
  }

  private static void writeFile(TextPage page, String place, FileChange change) throws IOException {
    page.paragraph(2, place + ComparisonLines.file(change));
    for (FileChange.Difference difference : change.differences()) {
      page.paragraph(
          DETAIL,
          LABEL,
          difference.trait().words(),
          difference.before() + " -> " + difference.after());
    }
    if (change.kind() == FileChange.Kind.GONE) {
      page.paragraph(DETAIL, "before", ComparisonLines.found(change.before().orElseThrow()));
    } else if (change.kind() == FileChange.Kind.NEW) {
      page.paragraph(DETAIL, "now", ComparisonLines.found(change.after().orElseThrow()));
    }
  }

  private void writeMeanings(TextPage page, Set<Cause> causes, Set<Obstacle> obstacles)
      throws IOException {
    if (causes.isEmpty() && obstacles.isEmpty()) {
      return;
    }
    page.line(style.paint(Color.BOLD, "What it means, and what to do"));
    for (Obstacle obstacle : obstacles) {
      page.explain(2, LABEL, Term.of(obstacle));
    }
    for (Cause cause : causes) {
      page.explain(2, LABEL, Term.of(cause));
    }
    page.blankLine();
  }

  private static Color colorOf(Change change) {
    return switch (change) {
      case NEW_FAILURE, NO_LONGER_WAIVED, STILL_FAILING -> Color.RED;
      case NO_LONGER_TOLD,
          NEW_DOUBT,
          NO_LONGER_CHECKED,
          ASKED_OTHERWISE,
          STILL_IN_DOUBT,
          NEWLY_WAIVED,
          STILL_WAIVED ->
          Color.YELLOW;
      case FIXED, SETTLED -> Color.GREEN;
    };
  }

  private static Color colorOf(Comparison.Result result) {
    return switch (result) {
      case NO_DIFFERENCE, NO_NEW_FAILURE -> Color.GREEN;
      case NEW_FAILURES -> Color.RED;
      case UNDECIDED, NOT_COMPARABLE -> Color.YELLOW;
    };
  }
}
