package io.kbaudit.audit;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.inventory.Inventory;
import io.kbaudit.inventory.ObservedFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Matches by size and date alone, where names are random. A row without such a file is not missing:
 * a later version cannot be recognised by what the article prints.
 */
final class ContentMatcher {
  private final TimeComparison times;

  ContentMatcher(TimeComparison times) {
    this.times = times;
  }

  /** Adds a match for each of {@code rows}. */
  void match(List<ExpectedFile> rows, Inventory inventory, Matching matching) {
    ContentIndex index = new ContentIndex(ObservedFile.Readable.among(inventory.files()), times);
    Map<List<Object>, List<ExpectedFile>> rowsAlike = new LinkedHashMap<>();
    for (ExpectedFile row : rows) {
      rowsAlike
          .computeIfAbsent(List.of(row.size(), row.modified()), key -> new ArrayList<>(1))
          .add(row);
    }
    ContentIndex.byTime(rowsAlike.values()).forEach(alike -> match(alike, index, matching));
  }

  private static void match(List<ExpectedFile> alike, ContentIndex index, Matching matching) {
    List<ObservedFile.Readable> files =
        index.filesLike(alike.get(0)).filter(matching::isUnclaimed).limit(alike.size()).toList();
    files.forEach(matching::claim);
    Match tooFew = files.isEmpty() ? unidentified() : ambiguous(alike, files);
    for (int i = 0; i < alike.size(); i++) {
      matching.put(
          alike.get(i),
          files.size() < alike.size()
              ? tooFew
              : new Match.Found(files.get(i), Match.Manner.BY_CONTENT));
    }
  }

  private static Match ambiguous(List<ExpectedFile> alike, List<ObservedFile.Readable> files) {
    return Match.Undecidable.ambiguous(
        Wording.rows(alike)
            + " list the same size and date, and only "
            + Wording.paths(files)
            + (files.size() == 1 ? " has" : " have")
            + " them");
  }

  private static Match unidentified() {
    return new Match.Undecidable(
        "names say nothing here, and no file has the listed size and date",
        Cause.UNIDENTIFIED,
        Optional.empty());
  }
}
