package io.kbaudit.audit.match;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.audit.Cause;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.msi.MsiInspection;
import io.kbaudit.pe.PeInspection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Matches several rows that one name, or one beginning of names, cannot tell apart: all at once,
 * for the fewest differences. Where equally good matches would give a row different outcomes, that
 * row is ambiguous, unless it fails by each of them.
 */
final class JointMatcher {
  /** Up to so many rows and files that agree with none are matched for the fewest differences. */
  private static final int LARGEST_GROUP = 20;

  /** Up to so many pairs of more rows and files than that are tried for one that may be right. */
  private static final int MOST_PAIRS = 10_000;

  /** Until all are matched, and it can be said why. */
  private static final Match NO_FILE = new Match.Missing("no file");

  private final RowComparison comparison;
  private final UnselectedFiles unselected;
  private final Hopeless hopeless;

  JointMatcher(RowComparison comparison, UnselectedFiles unselected, Hopeless hopeless) {
    this.comparison = comparison;
    this.unselected = unselected;
    this.hopeless = hopeless;
  }

  /** Adds a match for each of {@code rows} with one of {@code files}. */
  void match(
      List<ExpectedFile> rows, List<ObservedFile> files, Match.Manner manner, Matching matching) {
    List<ExpectedFile> openRows = new ArrayList<>(rows);
    List<ObservedFile> openFiles = new ArrayList<>(files);
    matchPerfectPairs(openRows, openFiles, manner, matching);
    if (openRows.isEmpty()) {
      return;
    }
    if (openRows.size() > LARGEST_GROUP || openFiles.size() > LARGEST_GROUP) {
      openRows.forEach(row -> matching.put(row, amongMany(openRows, row, openFiles, manner)));
      openFiles.forEach(matching::claim);
    } else {
      matchForFewestDifferences(openRows, openFiles, manner, matching);
    }
    sayWhatIsMissing(rows, files, manner, matching);
  }

  private Match amongMany(
      List<ExpectedFile> rows, ExpectedFile row, List<ObservedFile> files, Match.Manner manner) {
    boolean isHopeless =
        (long) rows.size() * files.size() <= MOST_PAIRS && hopeless.isSo(row, files, manner);
    if (!isHopeless) {
      return Match.Undecidable.ambiguous(
          Wording.rows(rows) + " cannot be told apart by name, and too many files may be meant");
    }
    return files.isEmpty()
        ? NO_FILE
        : new Match.Missing(
            (files.size() == 1 ? "one further file" : "none of " + files.size() + " further files")
                + named(manner)
                + (files.size() == 1 ? ", which does not fit" : " fits"));
  }

  private static String named(Match.Manner manner) {
    return manner == Match.Manner.BY_NAME ? " of this name" : " whose name begins so";
  }

  /** Takes out each pair that agrees in everything, where neither agrees with anything else. */
  private void matchPerfectPairs(
      List<ExpectedFile> openRows,
      List<ObservedFile> openFiles,
      Match.Manner manner,
      Matching matching) {
    ContentIndex index = ContentIndex.of(openFiles, openRows, comparison);
    Map<ExpectedFile, ObservedFile.Readable> onlyFile = new LinkedHashMap<>();
    Map<String, Integer> suitors = new HashMap<>();
    for (ExpectedFile row : openRows) {
      List<ObservedFile.Readable> like =
          index.filesLike(row).filter(file -> comparison.differences(row, file).none()).toList();
      like.forEach(file -> suitors.merge(file.path(), 1, Integer::sum));
      if (like.size() == 1) {
        onlyFile.put(row, like.get(0));
      }
    }
    Set<ObservedFile> taken = new HashSet<>();
    onlyFile.forEach(
        (row, file) -> {
          if (suitors.getOrDefault(file.path(), 0) == 1) {
            matching.put(row, new Match.Found(file, manner));
            taken.add(file);
          }
        });
    openRows.removeIf(row -> onlyFile.containsKey(row) && taken.contains(onlyFile.get(row)));
    openFiles.removeIf(taken::contains);
  }

  private void matchForFewestDifferences(
      List<ExpectedFile> rows, List<ObservedFile> files, Match.Manner manner, Matching matching) {
    int[][] costs = costs(rows, files);
    int[] assigned = Assignment.cheapest(costs);
    int least = Assignment.cost(costs, assigned);
    List<ExpectedFile> failing = new ArrayList<>();
    Set<ObservedFile> tried = new LinkedHashSet<>();
    for (int r = 0; r < rows.size(); r++) {
      Set<Object> results = new LinkedHashSet<>();
      Set<ObservedFile> possible = new LinkedHashSet<>();
      for (int f = 0; f < costs[r].length; f++) {
        if (leastWith(costs, r, f) == least) {
          results.add(result(rows.get(r), files, f));
          if (f < files.size()) {
            possible.add(files.get(f));
          }
        }
      }
      possible.forEach(matching::claim);
      boolean isHopeless = results.size() > 1 && hopeless.isSo(rows.get(r), possible, manner);
      if (isHopeless) {
        failing.add(rows.get(r));
        tried.addAll(possible);
      }
      matching.put(
          rows.get(r),
          results.size() > 1 && !isHopeless
              ? ambiguous(rows, possible)
              : assigned[r] < files.size() ? Match.with(files.get(assigned[r]), manner) : NO_FILE);
    }
    if (!failing.isEmpty()) {
      matching.remark(Hopeless.remark(failing, tried));
    }
  }

  /** A column for each file, then one for each row that may have none. */
  private int[][] costs(List<ExpectedFile> rows, List<ObservedFile> files) {
    int[][] costs = new int[rows.size()][files.size() + rows.size()];
    for (int r = 0; r < rows.size(); r++) {
      for (int c = 0; c < costs[r].length; c++) {
        costs[r][c] =
            c < files.size() && files.get(c) instanceof ObservedFile.Readable file
                ? comparison.differences(rows.get(r), file).count()
                : Differences.MORE_THAN_ANY;
      }
    }
    return costs;
  }

  private static int leastWith(int[][] costs, int row, int column) {
    int[][] forced = new int[costs.length][];
    for (int r = 0; r < costs.length; r++) {
      forced[r] = costs[r].clone();
    }
    for (int c = 0; c < forced[row].length; c++) {
      if (c != column) {
        forced[row][c] = Assignment.FORBIDDEN;
      }
    }
    return Assignment.cost(forced, Assignment.cheapest(forced));
  }

  /** What a row would come to with the file of this column: equal for equal outcomes. */
  private Object result(ExpectedFile row, List<ObservedFile> files, int column) {
    if (column >= files.size()) {
      return Cause.MISSING;
    }
    return files.get(column) instanceof ObservedFile.Readable file
        ? List.of(
            comparison.differences(row, file),
            file.inspection().map(MsiInspection::problems).orElse(List.of()),
            file.executable().map(PeInspection::problems).orElse(List.of()))
        : Match.Undecidable.causeOf((ObservedFile.Unreadable) files.get(column));
  }

  /** Where other rows took all files, that is why these rows have none. */
  private void sayWhatIsMissing(
      List<ExpectedFile> rows, List<ObservedFile> files, Match.Manner manner, Matching matching) {
    List<ExpectedFile> served =
        rows.stream().filter(row -> matching.of(row) instanceof Match.Found).toList();
    String named = named(manner);
    for (ExpectedFile row : rows) {
      if (matching.of(row).equals(NO_FILE)) {
        List<String> there = new ArrayList<>();
        unselected.inPlaceOf(row).ifPresent(there::add);
        if (!files.isEmpty() && served.size() == files.size()) {
          there.add(
              (files.size() == 1
                      ? "the one file" + named + " was"
                      : "the " + files.size() + " files" + named + " were")
                  + " taken for "
                  + Wording.rows(served));
        }
        matching.put(
            row,
            new Match.Missing(
                there.isEmpty()
                    ? (files.isEmpty() ? "no file" : "no further file")
                        + named
                        + (rows.size() > 1 ? "; " + Wording.rows(rows) + " each list one" : "")
                    : String.join("; ", there) + "; there is no other"));
      }
    }
  }

  private static Match ambiguous(List<ExpectedFile> rows, Set<ObservedFile> possible) {
    return Match.Undecidable.ambiguous(
        Wording.rows(rows)
            + " cannot be told apart by name, and "
            + Wording.paths(possible)
            + (possible.size() == 1 ? " fits" : " fit")
            + " them equally well");
  }
}
