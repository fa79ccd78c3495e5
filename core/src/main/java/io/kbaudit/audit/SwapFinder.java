package io.kbaudit.audit;

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
 * Finds listed files that carry each other's size and date: of two or more rows, each row's size
 * and date stand under the name of the next, round in a circle.
 */
final class SwapFinder {
  private final TimeComparison times;

  SwapFinder(TimeComparison times) {
    this.times = times;
  }

  /** Gives each row of a circle the file that carries its size and date. */
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
                  && !Differences.between(row, found.file(), times).none()) {
                mismatched.put(row, found.file());
              }
            });
    return mismatched;
  }

  /** For each row, the only other one under whose name its size and date stand, if there is one. */
  private Map<ExpectedFile, ExpectedFile> carriers(
      Map<ExpectedFile, ObservedFile.Readable> mismatched) {
    Map<String, ExpectedFile> rowOfPath = new LinkedHashMap<>();
    mismatched.forEach((row, file) -> rowOfPath.put(file.path(), row));
    ContentIndex index = new ContentIndex(mismatched.values(), times);
    Map<ExpectedFile, ExpectedFile> carrier = new LinkedHashMap<>();
    for (ExpectedFile row : mismatched.keySet()) {
      List<ObservedFile.Readable> like = index.filesLike(row).limit(2).toList();
      ExpectedFile other = like.size() == 1 ? rowOfPath.get(like.get(0).path()) : null;
      if (other != null) {
        carrier.put(row, other);
      }
    }
    return carrier;
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
