package io.kbaudit.report.html;

import static java.util.Objects.requireNonNull;

import io.kbaudit.audit.FileResult;
import io.kbaudit.record.FileRecord;
import io.kbaudit.record.FolderRecord;
import io.kbaudit.record.Obstacle;
import io.kbaudit.record.PositionedFile;
import io.kbaudit.report.Term;
import io.kbaudit.report.finding.Finding;
import io.kbaudit.report.finding.Unseen;
import io.kbaudit.text.English;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Why a place is not compliant, short enough to be read at first sight: how many files, which these
 * are, and what else stands in the way.
 *
 * @param shared what several of the files have in common
 * @param counts how many files failed or stayed undecided, a sentence each
 * @param obstacles what else stands in the way of the place as a whole
 * @param files the first of the other files: those that failed, then those that stayed undecided
 * @param more how many there are besides
 */
record Reasons(
    List<SharedCard> shared,
    List<String> counts,
    List<Hindrance> obstacles,
    List<Named> files,
    int more) {
  /** So many files are named, and so many remarks on what was not seen. */
  private static final int FIRST = 10;

  private static final int FEW = 3;

  /** Checks that nothing is null. */
  Reasons {
    shared = List.copyOf(shared);
    counts = List.copyOf(counts);
    obstacles = List.copyOf(obstacles);
    files = List.copyOf(files);
  }

  /**
   * A file that did not pass.
   *
   * @param id of its card
   * @param ids which checks it did not pass, and why
   */
  record Named(String id, String name, String ids, Mark mark) {
    /** Checks that nothing is null. */
    Named {
      requireNonNull(id, "id");
      requireNonNull(name, "name");
      requireNonNull(ids, "ids");
      requireNonNull(mark, "mark");
    }
  }

  /**
   * What stands in the way of a place as a whole.
   *
   * @param what how much of it there is, and what is said of each
   * @param explanation what it means, and what to do about it
   */
  record Hindrance(Obstacle obstacle, String what, String explanation) {
    private static Hindrance of(Obstacle obstacle, String what) {
      return new Hindrance(
          obstacle, what + (what.endsWith(".") ? "" : "."), Term.of(obstacle).explanation());
    }
  }

  /** Finds those of {@code shown}, as far as there are any. */
  static Reasons of(PagePlace shown) {
    FolderRecord place = shown.record();
    List<SharedCard> shared =
        Stream.concat(shown.sharedByFailed().stream(), shown.sharedByUndecided().stream()).toList();
    int failed = place.tally().failed();
    int undecided = place.isUnreachable() ? 0 : place.tally().undecided();
    List<String> counts = new ArrayList<>();
    if (failed > 0) {
      counts.add(English.counted(failed, "file") + " failed.");
    }
    if (undecided > 0) {
      counts.add(
          English.counted(undecided, "file")
              + " stayed undecided: something could not be checked, or not be told.");
    }
    int told = shared.stream().mapToInt(SharedCard::count).sum();
    int left = failed + undecided - told;
    List<Named> files = firstFiles(shown, left);
    return new Reasons(shared, counts, obstacles(place), files, left - files.size());
  }

  private static List<Hindrance> obstacles(FolderRecord place) {
    List<Hindrance> obstacles = new ArrayList<>();
    if (place.unlistedFail()) {
      obstacles.add(Hindrance.of(Obstacle.UNLISTED, Obstacle.UNLISTED.counted(place)));
    }
    for (Unseen unseen : Unseen.at(place)) {
      obstacles.add(Hindrance.of(unseen.obstacle(), what(unseen)));
    }
    return obstacles;
  }

  /** Each remark is a sentence of its own; of very many, the first are enough here. */
  private static String what(Unseen unseen) {
    List<String> remarks = unseen.remarks();
    if (remarks.isEmpty()) {
      return unseen.what();
    }
    String first = String.join(" ", remarks.subList(0, Math.min(FIRST, remarks.size())));
    int more = remarks.size() - FIRST;
    return unseen.what()
        + ". "
        + first
        + (more > 0 ? " " + English.number(more) + " more are among the remarks." : "");
  }

  /**
   * Stops where no file to come could be among the first.
   *
   * @param count how many files there are that the page tells one by one
   */
  private static List<Named> firstFiles(PagePlace shown, int count) {
    List<Named> failed = new ArrayList<>();
    List<Named> undecided = new ArrayList<>();
    Iterator<PositionedFile> files = shown.record().positionsNotPassed().iterator();
    int left = count;
    while (left > 0 && failed.size() < FIRST && files.hasNext()) {
      PositionedFile each = files.next();
      FileRecord file = each.file();
      if (file.result() == FileResult.WAIVED || shown.isShared(file)) {
        continue;
      }
      left--;
      List<Named> alike = file.result() == FileResult.FAIL ? failed : undecided;
      if (alike.size() < FIRST) {
        alike.add(named(shown.id(), each.position(), file));
      }
    }
    return Stream.concat(failed.stream(), undecided.stream()).limit(FIRST).toList();
  }

  private static Named named(String placeId, int number, FileRecord file) {
    return new Named(
        PagePlace.fileId(placeId, number),
        file.listed().name().spelling(),
        Obstacle.nothingWasChecked(file) ? Obstacle.NOTHING_CHECKED.name() : Finding.ids(file),
        Mark.of(file.result()));
  }

  boolean isEmpty() {
    return counts.isEmpty() && obstacles.isEmpty();
  }

  /** Returns the files that are named where there are other places to tell of, too. */
  List<Named> few() {
    return named().limit(FEW).toList();
  }

  /** Returns how many there are besides those. */
  int moreThanFew() {
    return Math.toIntExact(more + Math.max(0, named().count() - FEW));
  }

  private Stream<Named> named() {
    return Stream.concat(
        shared.stream().map(card -> new Named(card.id(), card.files(), card.ids(), card.mark())),
        files.stream());
  }
}
