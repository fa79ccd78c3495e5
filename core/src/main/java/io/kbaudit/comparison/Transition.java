package io.kbaudit.comparison;

import static java.util.Objects.requireNonNull;

import io.kbaudit.audit.Cause;
import io.kbaudit.audit.Check;
import io.kbaudit.audit.Outcome;
import io.kbaudit.record.Obstacle;
import io.kbaudit.record.RowRecord;
import java.util.Optional;

/** A finding of one or both of two audits, and what became of it. */
public sealed interface Transition {
  /** Returns what became of it. */
  Change change();

  /** Returns the stable id of the check or the obstacle. */
  String id();

  /** Returns the row that it is about; absent where it is about none. */
  Optional<RowRecord> row();

  /** Returns whether it is not found now just as it was before. */
  boolean isOtherwise();

  /**
   * One check of one row.
   *
   * @param listed in the later audit, if it is there
   * @param before absent where the earlier audit did not ask, or could not look at the place
   * @param after absent where the later audit did not ask
   */
  record OfCheck(
      RowRecord listed,
      Check check,
      Change change,
      Optional<Outcome> before,
      Optional<Outcome> after)
      implements Transition {
    /** Checks that nothing is null. */
    public OfCheck {
      requireNonNull(listed, "listed");
      requireNonNull(check, "check");
      requireNonNull(change, "change");
      requireNonNull(before, "before");
      requireNonNull(after, "after");
    }

    @Override
    public String id() {
      return check.name();
    }

    @Override
    public Optional<RowRecord> row() {
      return Optional.of(listed);
    }

    /** Compares causes, and texts, which alone a saved audit keeps. */
    @Override
    public boolean isOtherwise() {
      return !before.flatMap(Outcome::causeIfAny).equals(after.flatMap(Outcome::causeIfAny))
          || !before.map(OfCheck::text).equals(after.map(OfCheck::text));
    }

    private static String text(Outcome outcome) {
      if (outcome instanceof Outcome.Failed failed) {
        return "F" + failed.expected().text() + "\n" + failed.observed().text();
      }
      if (outcome instanceof Outcome.Undecided undecided) {
        return "U" + undecided.reason();
      }
      return outcome.id();
    }

    /** Returns why it failed or was in doubt in the earlier audit; absent where it was neither. */
    public Optional<Cause> causeBefore() {
      return before.filter(OfCheck::isFinding).flatMap(Outcome::causeIfAny);
    }

    /** Returns why it fails or is in doubt now; absent where it is neither. */
    public Optional<Cause> causeAfter() {
      return after.filter(OfCheck::isFinding).flatMap(Outcome::causeIfAny);
    }

    private static boolean isFinding(Outcome outcome) {
      return outcome instanceof Outcome.Failed || outcome instanceof Outcome.Undecided;
    }
  }

  /**
   * What stands in the way of a place, a file or the whole, though no check says so.
   *
   * @param row absent where it is not about one
   * @param path of an unlisted file that is forbidden; of a place that was not audited, its
   *     location; absent of all else
   * @param before in a few words, not yet safe to print
   * @param after likewise
   */
  record OfObstacle(
      Obstacle obstacle,
      Optional<RowRecord> row,
      Optional<String> path,
      Change change,
      String before,
      String after)
      implements Transition {
    /** Checks that nothing is null. */
    public OfObstacle {
      requireNonNull(obstacle, "obstacle");
      requireNonNull(row, "row");
      requireNonNull(path, "path");
      requireNonNull(change, "change");
      requireNonNull(before, "before");
      requireNonNull(after, "after");
    }

    @Override
    public String id() {
      return obstacle.name();
    }

    @Override
    public boolean isOtherwise() {
      return !before.equals(after);
    }
  }
}
