package io.kbaudit.comparison;

import io.kbaudit.audit.Check;
import io.kbaudit.audit.FileResult;
import io.kbaudit.audit.Outcome;
import io.kbaudit.record.FileRecord;
import io.kbaudit.record.Obstacle;
import io.kbaudit.record.RowRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The rows of one place in two audits: which belong together, and what became of their findings.
 */
final class ComparedRows {
  /** By what a row is known: its number alone would take another article's for it. */
  private static final Comparator<FileRecord> IDENTITY =
      Comparator.comparing(
          FileRecord::listed,
          Comparator.comparingInt(RowRecord::row)
              .thenComparing(RowRecord::name)
              .thenComparing(row -> row.variant().heading().orElse(""))
              .thenComparing(row -> row.variant().platform().orElse(""))
              .thenComparing(row -> row.variant().language().orElse("")));

  private final PlaceView before;
  private final PlaceView after;
  private final boolean askedAlike;

  /**
   * Prepares to compare the rows.
   *
   * @param askedAlike whether the same was asked of the place both times
   */
  ComparedRows(PlaceView before, PlaceView after, boolean askedAlike) {
    this.before = before;
    this.after = after;
    this.askedAlike = askedAlike;
  }

  /** Returns the rows of both audits, in the article's order, of which both have them. */
  Iterable<InStep.Pair<FileRecord>> pairs() {
    return new InStep<>(before.files(), after.files(), IDENTITY);
  }

  /** Returns the row, in the later audit if it is there. */
  static RowRecord listed(InStep.Pair<FileRecord> pair) {
    return pair.after().or(pair::before).orElseThrow().listed();
  }

  /** Returns whether both audits have the row, and it lists something else in the later one. */
  static boolean isListedOtherwise(InStep.Pair<FileRecord> pair) {
    if (pair.before().isEmpty() || pair.after().isEmpty()) {
      return false;
    }
    RowRecord was = pair.before().get().listed();
    RowRecord is = pair.after().get().listed();
    return !was.printedName().equals(is.printedName())
        || was.truncated() != is.truncated()
        || !was.expected().equals(is.expected());
  }

  /** Returns what became of each finding of the row. */
  List<Transition> transitions(InStep.Pair<FileRecord> pair) {
    boolean alike = askedAlike && !isListedOtherwise(pair);
    List<Transition> transitions = new ArrayList<>();
    for (Check check : Check.values()) {
      Optional<Outcome> was =
          pair.before().filter(row -> before.isReached()).map(row -> row.outcomes().get(check));
      Optional<Outcome> is = pair.after().map(row -> row.outcomes().get(check));
      boolean wasWaived = isWaived(pair.before(), check);
      boolean isWaived = after.isReached() && isWaived(pair.after(), check);
      change(pair, check, was, is, alike)
          .map(change -> change.waived(is, wasWaived, isWaived))
          .ifPresent(
              change ->
                  transitions.add(new Transition.OfCheck(listed(pair), check, change, was, is)));
    }
    nothingChecked(pair, alike).ifPresent(transitions::add);
    return transitions;
  }

  private static boolean isWaived(Optional<FileRecord> row, Check check) {
    return row.filter(file -> file.waived().containsKey(check)).isPresent();
  }

  /** Of a place that nobody could look at there is one thing to say, and not one of each file. */
  private Optional<Change> change(
      InStep.Pair<FileRecord> pair,
      Check check,
      Optional<Outcome> was,
      Optional<Outcome> is,
      boolean alike) {
    boolean unseen = pair.after().isPresent() && !after.isReached();
    Optional<Change> change = Change.of(was, unseen ? Optional.empty() : is, alike);
    return change.filter(
        each -> each != Change.NO_LONGER_CHECKED || !check.isOfFile() || !isWithoutFile(pair));
  }

  /** Returns whether the row has no file now: that is said once, and not by each check of one. */
  private static boolean isWithoutFile(InStep.Pair<FileRecord> pair) {
    return pair.after()
        .map(row -> row.outcomes().get(Check.PRESENCE))
        .filter(each -> each instanceof Outcome.Failed || each instanceof Outcome.Undecided)
        .isPresent();
  }

  private Optional<Transition> nothingChecked(InStep.Pair<FileRecord> pair, boolean alike) {
    boolean was =
        before.isReached() && pair.before().filter(Obstacle::nothingWasChecked).isPresent();
    boolean is = after.isReached() && pair.after().filter(Obstacle::nothingWasChecked).isPresent();
    if (is) {
      return Optional.of(
          nothingChecked(pair, was ? Change.STILL_IN_DOUBT : Change.NEW_DOUBT, was, true));
    }
    boolean passes = pair.after().filter(row -> row.result() == FileResult.PASS).isPresent();
    return was && passes
        ? Optional.of(nothingChecked(pair, Change.mended(false, alike), true, false))
        : Optional.empty();
  }

  private static Transition nothingChecked(
      InStep.Pair<FileRecord> pair, Change change, boolean was, boolean is) {
    return new Transition.OfObstacle(
        Obstacle.NOTHING_CHECKED,
        Optional.of(listed(pair)),
        Optional.empty(),
        change,
        was ? "nothing checked" : "something checked, or not asked",
        is ? "nothing checked" : "checked");
  }
}
