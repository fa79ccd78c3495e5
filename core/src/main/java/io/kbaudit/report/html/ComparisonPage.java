package io.kbaudit.report.html;

import io.kbaudit.comparison.Change;
import io.kbaudit.comparison.Comparison;
import io.kbaudit.comparison.FileChange;
import io.kbaudit.comparison.Incomparability;
import io.kbaudit.comparison.Reason;
import io.kbaudit.comparison.Transition;
import io.kbaudit.report.Term;
import io.kbaudit.report.finding.ComparisonLines;
import io.kbaudit.report.finding.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What the page of two audits says, in the order in which it is shown. */
final class ComparisonPage {
  private final Comparison comparison;
  private final List<String> places;

  ComparisonPage(Comparison comparison) {
    this.comparison = comparison;
    this.places = ComparisonLines.placeNames(comparison);
  }

  /** A number at the head, what it counts, and the class of its colour. */
  record Figure(int number, String words, String style) {}

  /**
   * Something in which the questions differ; the place is empty of the whole, or of the only one.
   */
  record Difference(String place, Reason reason) {}

  /** A finding and what became of it; likewise. */
  record Finding(
      String place, String row, String subject, String ids, String before, String after) {}

  /** A file that is not as it was; likewise. */
  record File(String place, String change, String name, List<String> differences) {}

  /** Returns what to call the article. */
  String article() {
    return comparison.after().article().label();
  }

  Mark mark() {
    return switch (comparison.result()) {
      case NO_DIFFERENCE, NO_NEW_FAILURE -> Mark.PASSED;
      case NEW_FAILURES -> Mark.FAILED;
      case UNDECIDED, NOT_COMPARABLE -> Mark.UNDECIDED;
    };
  }

  /** Returns the result as it is spelt for people. */
  String result() {
    return ComparisonLines.word(comparison.result());
  }

  /** Returns the line that sums everything up. */
  String summary() {
    return ComparisonLines.summary(comparison);
  }

  List<Figure> figures() {
    List<Figure> figures = new ArrayList<>();
    figures.add(figure(Change.NEW_FAILURE, "new failures"));
    Stream.of(Change.NO_LONGER_WAIVED, Change.NEWLY_WAIVED, Change.STILL_WAIVED)
        .filter(change -> comparison.count(change) > 0)
        .forEach(change -> figures.add(figure(change, ComparisonLines.words(change))));
    figures.add(figure(Change.FIXED, "fixed"));
    figures.add(figure(Change.STILL_FAILING, "still failing"));
    figures.add(
        new Figure(
            Stream.of(Change.values()).filter(Change::leavesOpen).mapToInt(comparison::count).sum(),
            "no longer told",
            Mark.UNDECIDED.style()));
    figures.add(
        new Figure(
            comparison.count(FileChange.Kind.CHANGED),
            "files changed",
            Mark.NOT_APPLICABLE.style()));
    return figures;
  }

  private Figure figure(Change change, String words) {
    return new Figure(comparison.count(change), words, mark(change).style());
  }

  List<Fact> facts() {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Before", ComparisonLines.audit(comparison.before())));
    facts.add(new Fact("After", ComparisonLines.audit(comparison.after())));
    for (int i = 0; i < places.size(); i++) {
      String name = several() ? places.get(i) + ": " : "";
      ComparisonLines.folders(comparison.places().get(i))
          .ifPresent(folders -> facts.add(new Fact("Folder", name + folders)));
    }
    return facts;
  }

  /** Returns whether what is of one place says of which. */
  boolean several() {
    return places.size() > 1;
  }

  /** Returns in what the questions differ: nothing where the answers can be compared. */
  List<Difference> reasons() {
    List<Difference> all = new ArrayList<>();
    comparison.reasons().forEach(reason -> all.add(new Difference("", reason)));
    for (int i = 0; i < places.size(); i++) {
      for (Reason reason : comparison.places().get(i).reasons()) {
        all.add(new Difference(place(i), reason));
      }
    }
    return all;
  }

  /** Returns what that means, and what to do. */
  List<Fact> reasonsMeaning() {
    return comparison.incomparabilities().stream()
        .map((Incomparability kind) -> new Fact(kind.name(), Term.of(kind).explanation()))
        .toList();
  }

  private String place(int index) {
    return several() ? places.get(index) : "";
  }

  /** Returns what became of any finding at all. */
  List<Change> changes() {
    return Stream.of(Change.values()).filter(change -> comparison.count(change) > 0).toList();
  }

  int count(Change change) {
    return comparison.count(change);
  }

  Mark mark(Change change) {
    return switch (change) {
      case NEW_FAILURE, NO_LONGER_WAIVED, STILL_FAILING -> Mark.FAILED;
      case NO_LONGER_TOLD, NEW_DOUBT, NO_LONGER_CHECKED, ASKED_OTHERWISE, STILL_IN_DOUBT ->
          Mark.UNDECIDED;
      case NEWLY_WAIVED, STILL_WAIVED -> Mark.WAIVED;
      case FIXED, SETTLED -> Mark.PASSED;
    };
  }

  /** Returns what to call such findings, as a heading. */
  String heading(Change change) {
    String words = change.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  /** Returns what that means, and what to do. */
  String meaning(Change change) {
    return Term.of(change).explanation();
  }

  /** Returns the findings that became so, place by place, each when it is come upon. */
  List<Iterable<Finding>> findings(Change change) {
    List<Iterable<Finding>> all = new ArrayList<>();
    all.add(
        comparison.transitions().stream()
            .filter(each -> each.change() == change)
            .map(each -> finding("", each))
            .toList());
    for (int i = 0; i < places.size(); i++) {
      String name = place(i);
      all.add(each(comparison.places().get(i).transitions(change), found -> finding(name, found)));
    }
    return all;
  }

  private static <F, T> Iterable<T> each(Iterable<F> things, Function<F, T> shown) {
    return () -> StreamSupport.stream(things.spliterator(), false).map(shown).iterator();
  }

  private static Finding finding(String place, Transition transition) {
    return new Finding(
        place,
        transition.row().map(row -> String.valueOf(row.row())).orElse(""),
        ComparisonLines.subject(transition),
        ComparisonLines.ids(transition),
        ComparisonLines.before(transition),
        ComparisonLines.after(transition));
  }

  int fileCount() {
    return Stream.of(FileChange.Kind.values()).mapToInt(comparison::count).sum();
  }

  /** Returns the files that are not as they were, place by place, each when it is come upon. */
  List<Iterable<File>> files() {
    List<Iterable<File>> all = new ArrayList<>();
    for (int i = 0; i < places.size(); i++) {
      String name = place(i);
      all.add(each(comparison.places().get(i).fileChanges(), change -> file(name, change)));
    }
    return all;
  }

  private static File file(String place, FileChange change) {
    return new File(
        place,
        change.kind().name(),
        ComparisonLines.file(change),
        change.kind() == FileChange.Kind.CHANGED
            ? change.differences().stream()
                .map(
                    each -> each.trait().words() + ": " + each.before() + " \u2192 " + each.after())
                .toList()
            : List.of(ComparisonLines.found(change.after().or(change::before).orElseThrow())));
  }
}
