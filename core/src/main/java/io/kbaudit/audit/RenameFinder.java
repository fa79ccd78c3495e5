package io.kbaudit.audit;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.article.ListedSize;
import io.kbaudit.article.ListedTime;
import io.kbaudit.inventory.Inventory;
import io.kbaudit.inventory.ObservedFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds missing rows whose size and date appear under a name that no row lists. Where fewer such
 * files than rows are left, which row was renamed is not guessed.
 */
final class RenameFinder {
  /** Enough to show that it is not known which. */
  private static final int MOST_ALTERNATIVES = 3;

  private record Content(ListedSize size, ListedTime modified) {}

  private final TimeComparison times;

  RenameFinder(TimeComparison times) {
    this.times = times;
  }

  /** Gives missing rows the files that stand in for them. */
  void find(Matching matching, Inventory inventory) {
    Map<Content, List<ExpectedFile>> missing = missing(matching);
    if (missing.isEmpty()) {
      return;
    }
    ContentIndex index =
        new ContentIndex(ObservedFile.Readable.among(matching.unclaimed(inventory.files())), times);
    Set<ObservedFile> taken = new HashSet<>();
    ContentIndex.byTime(missing.values())
        .forEach(
            rows -> {
              List<ObservedFile.Readable> files =
                  index
                      .filesLike(rows.get(0))
                      .filter(file -> !taken.contains(file))
                      .limit((long) rows.size() + MOST_ALTERNATIVES)
                      .toList();
              if (files.size() >= rows.size()) {
                for (int i = 0; i < rows.size(); i++) {
                  ObservedFile.Readable file = files.get(i);
                  matching.put(rows.get(i), renamed(file, files));
                  taken.add(file);
                }
              } else {
                sayWhatWasFound(rows, files, matching);
              }
            });
  }

  private static Match renamed(ObservedFile.Readable file, List<ObservedFile.Readable> allLikeIt) {
    List<ObservedFile.Readable> others =
        allLikeIt.stream().filter(other -> !other.equals(file)).limit(MOST_ALTERNATIVES).toList();
    return new Match.Found(file, Match.Manner.RENAMED, others);
  }

  private static Map<Content, List<ExpectedFile>> missing(Matching matching) {
    Map<Content, List<ExpectedFile>> missing = new LinkedHashMap<>();
    matching
        .all()
        .forEach(
            (row, match) -> {
              if (match instanceof Match.Missing && ContentIndex.describes(row)) {
                Content content =
                    new Content(row.size().orElseThrow(), row.modified().orElseThrow());
                missing.computeIfAbsent(content, key -> new ArrayList<>(1)).add(row);
              }
            });
    return missing;
  }

  private static void sayWhatWasFound(
      List<ExpectedFile> rows, List<ObservedFile.Readable> files, Matching matching) {
    String others =
        files.isEmpty()
            ? ", and no unlisted one of this size and date"
            : "; "
                + Wording.paths(files)
                + (files.size() == 1 ? " has" : " have")
                + " this size and date, but "
                + Wording.rows(rows)
                + " are all missing and list the same";
    for (ExpectedFile row : rows) {
      if (matching.of(row) instanceof Match.Missing missing) {
        matching.put(row, new Match.Missing(missing.observed() + others));
      }
    }
  }
}
