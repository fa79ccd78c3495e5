package io.kbaudit.comparison;

import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.record.Obstacle;
import java.util.Optional;

/** Unlisted files of one place that one of two audits forbids, or both. */
final class Forbidden {
  private final PlaceView before;
  private final PlaceView after;
  private final ComparedFiles files;
  private final boolean askedAlike;

  Forbidden(PlaceView before, PlaceView after, ComparedFiles files, boolean askedAlike) {
    this.before = before;
    this.after = after;
    this.files = files;
    this.askedAlike = askedAlike;
  }

  /** Returns what became of the finding that the file is there; absent where it is none. */
  Optional<Transition> transition(InStep.Pair<ObservedFile> pair) {
    boolean was = before.forbidsUnlisted() && pair.before().isPresent();
    boolean is = after.forbidsUnlisted() && pair.after().isPresent();
    if (!was && !is) {
      return Optional.empty();
    }
    String path = pair.after().or(pair::before).orElseThrow().path();
    return Optional.of(
        new Transition.OfObstacle(
            Obstacle.UNLISTED,
            Optional.empty(),
            Optional.of(path),
            change(was, is, path, pair.after().isPresent()),
            words(before, pair.before(), path),
            words(after, pair.after(), path)));
  }

  private Change change(boolean was, boolean is, String path, boolean isThere) {
    if (is) {
      return was ? Change.STILL_FAILING : Change.NEW_FAILURE;
    }
    if (isThere) {
      return Change.ASKED_OTHERWISE;
    }
    return files.isTaken(path) || after.wouldTellOf(path)
        ? Change.mended(true, askedAlike)
        : Change.NO_LONGER_TOLD;
  }

  private static String words(PlaceView view, Optional<ObservedFile> file, String path) {
    if (file.isPresent()) {
      return view.forbidsUnlisted() ? "there, and forbidden" : "there, and allowed";
    }
    return view.wouldTellOf(path) ? "not there, or a row's" : "not looked for, or not seen";
  }
}
