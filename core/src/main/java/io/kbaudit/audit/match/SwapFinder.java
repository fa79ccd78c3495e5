package io.kbaudit.audit.match;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.inventory.ObservedFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Finds listed files that carry each other's size and date, or the contents pinned to each other's
 * rows: of two or more rows, what belongs to each stands under the name of the next, round in a
 * circle.
 */
final class SwapFinder {
  private final RowComparison comparison;

  SwapFinder(RowComparison comparison) {
    this.comparison = comparison;
  }

  /** Gives each row of a circle the file that belongs to it. */
  void find(Matching matching) {
    Map<ExpectedFile, ObservedFile.Readable> mismatched = mismatchedByName(matching);
    if (mismatched.size() < 2) {
      return;
    }
    Map<ExpectedFile, ExpectedFile> carrier = carriers(mismatched);
    Set<ExpectedFile> seen = new HashSet<>();
    for (ExpectedFile row : mismatched.keySet()) {
      for (ExpectedFile swapped : circleThrough(row, carrier, seen)) {
        ExpectedFile under = carrier.getOrDefault(swapped, swapped);
        matching.put(swapped, new Match.Found(file(mismatched, under), Match.Manner.SWAPPED));
      }
    }
  }

  private Map<ExpectedFile, ObservedFile.Readable> mismatchedByName(Matching matching) {
    Map<ExpectedFile, ObservedFile.Readable> mismatched = new LinkedHashMap<>();
    matching
        .all()
        .forEach(
            (row, match) -> {
              if (match instanceof Match.Found found
                  && found.manner() == Match.Manner.BY_NAME
                  && mayStandElsewhere(row, found.file())) {
                mismatched.put(row, found.file());
              }
            });
    return mismatched;
  }

  /** A file that has the contents pinned to its row is the row's, whatever its date. */
  private boolean mayStandElsewhere(ExpectedFile row, ObservedFile.Readable file) {
    Differences differences = comparison.differences(row, file);
    return !differences.none() && differences.contents() != Pins.Contents.EQUAL;
  }

  /** For each row, the only other one under whose name its file stands, if there is one. */
  private Map<ExpectedFile, ExpectedFile> carriers(
      Map<ExpectedFile, ObservedFile.Readable> mismatched) {
    Map<String, ExpectedFile> rowOfPath = new LinkedHashMap<>();
    mismatched.forEach((row, file) -> rowOfPath.put(file.path(), row));
    ContentIndex index = ContentIndex.of(mismatched.values(), mismatched.keySet(), comparison);
    Map<ExpectedFile, ExpectedFile> carrier = new LinkedHashMap<>();
    for (ExpectedFile row : mismatched.keySet()) {
      List<ObservedFile.Readable> like = belongingTo(row, index);
      ExpectedFile other = like.size() == 1 ? rowOfPath.get(like.get(0).path()) : null;
      if (other != null && !other.equals(row)) {
        carrier.put(row, other);
      }
    }
    return carrier;
  }

  /** What is pinned decides where anything is; two files of one size and date are told apart. */
  private List<ObservedFile.Readable> belongingTo(ExpectedFile row, ContentIndex index) {
    return comparison
        .pins()
        .of(row)
        .map(pinned -> index.filesWith(pinned.sha256()))
        .orElseGet(() -> index.filesLike(row))
        .limit(2)
        .toList();
  }

  /** Returns the rows of the circle on which {@code start} lies, if it lies on an unseen one. */
  private static List<ExpectedFile> circleThrough(
      ExpectedFile start, Map<ExpectedFile, ExpectedFile> carrier, Set<ExpectedFile> seen) {
    List<ExpectedFile> path = new ArrayList<>();
    ExpectedFile row = start;
    while (row != null && seen.add(row)) {
      path.add(row);
      row = carrier.get(row);
    }
    int first = row == null ? -1 : path.indexOf(row);
    return first < 0 ? List.of() : path.subList(first, path.size());
  }

  private static ObservedFile.Readable file(
      Map<ExpectedFile, ObservedFile.Readable> files, ExpectedFile row) {
    return Objects.requireNonNull(files.get(row));
  }
}
