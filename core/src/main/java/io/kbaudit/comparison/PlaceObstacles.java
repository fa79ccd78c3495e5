package io.kbaudit.comparison;

import io.kbaudit.audit.FileResult;
import io.kbaudit.record.FolderRecord;
import io.kbaudit.record.Obstacle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What stood in the way of a place as a whole in one of two audits, and what became of that. */
final class PlaceObstacles {
  private static final String NOTHING = "nothing in the way";
  private static final String NOT_AUDITED = "the location was not audited";

  private PlaceObstacles() {}

  /** Returns those that leave a place in doubt; forbidden files are told of one by one. */
  static List<Transition> of(PlaceView before, PlaceView after, boolean askedAlike) {
    List<Transition> transitions = new ArrayList<>();
    Set<Obstacle> befores = Set.copyOf(before.place().map(Obstacle::of).orElse(List.of()));
    Set<Obstacle> afters = Set.copyOf(after.place().map(Obstacle::of).orElse(List.of()));
    for (Obstacle obstacle : Obstacle.values()) {
      if (obstacle.result() == FileResult.FAIL) {
        continue;
      }
      change(befores.contains(obstacle), afters.contains(obstacle), after, askedAlike)
          .ifPresent(
              change ->
                  transitions.add(
                      new Transition.OfObstacle(
                          obstacle,
                          Optional.empty(),
                          Optional.empty(),
                          change,
                          words(obstacle, before.place(), befores),
                          words(obstacle, after.place(), afters))));
    }
    return transitions;
  }

  /** Where a place could not be looked at, that is what is said of it. */
  private static Optional<Change> change(
      boolean was, boolean is, PlaceView after, boolean askedAlike) {
    if (is) {
      return Optional.of(was ? Change.STILL_IN_DOUBT : Change.NEW_DOUBT);
    }
    return was && after.isReached()
        ? Optional.of(Change.mended(false, askedAlike))
        : Optional.empty();
  }

  private static String words(
      Obstacle obstacle, Optional<FolderRecord> place, Set<Obstacle> standing) {
    return standing.contains(obstacle)
        ? obstacle.counted(place.orElseThrow())
        : place.isPresent() ? NOTHING : NOT_AUDITED;
  }
}
