package io.kbaudit.audit.match;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.article.ListedSize;
import io.kbaudit.article.ListedTime;
import io.kbaudit.inventory.FileList;
import io.kbaudit.inventory.Inventory;
import io.kbaudit.inventory.ObservedFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds missing rows whose pinned contents, whose size and date, or whose package by its own name,
 * appear under a name that no row lists. Where fewer such files than rows are left, which row was
 * renamed is not guessed.
 */
final class RenameFinder {
  /** Enough to show that it is not known which. */
  private static final int MOST_ALTERNATIVES = 3;

  private record Content(ListedSize size, ListedTime modified) {}

  private final RowComparison comparison;
  private final Identities identities;

  RenameFinder(RowComparison comparison, Identities identities) {
    this.comparison = comparison;
    this.identities = identities;
  }

  /** Gives missing rows the files that stand in for them. */
  void find(Matching matching, Inventory inventory) {
    List<ExpectedFile> missing =
        matching.all().keySet().stream()
            .filter(row -> matching.of(row) instanceof Match.Missing)
            .toList();
    if (missing.isEmpty()) {
      return;
    }
    FileList files = FileList.of(inventory.files());
    NamedPackages named =
        NamedPackages.among(matching.unclaimed(files.beyondMetadata()), identities);
    ContentIndex index = ContentIndex.of(files, matching::isUnclaimed, missing, comparison);
    findPinned(index, matching);
    ContentIndex.byTime(missing(matching).values())
        .forEach(rows -> findByContent(rows, index, named, matching));
    findByIdentity(named, matching);
  }

  /** The bytes that are pinned to a row are the row's, whatever they are called. */
  private void findPinned(ContentIndex index, Matching matching) {
    matching.replaceMissing(
        (row, missing) -> {
          List<ObservedFile.Readable> files =
              comparison.pins().of(row).stream()
                  .flatMap(pinned -> index.filesWith(pinned.sha256()))
                  .filter(matching::isUnclaimed)
                  .toList();
          return files.isEmpty() ? missing : renamed(files.get(0), files);
        });
  }

  private void findByContent(
      List<ExpectedFile> rows, ContentIndex index, NamedPackages named, Matching matching) {
    List<ObservedFile.Readable> files =
        index
            .filesLike(rows.get(0))
            .filter(matching::isUnclaimed)
            .filter(file -> named.mayBeOneOf(rows, file))
            .filter(file -> comparison.pins().otherRowOf(rows.get(0), file).isEmpty())
            .limit((long) rows.size() + MOST_ALTERNATIVES)
            .toList();
    Map<ExpectedFile, ObservedFile.Readable> pairs = named.pairs(rows, files);
    pairs.forEach((row, file) -> matching.put(row, new Match.Found(file, Match.Manner.RENAMED)));
    List<ExpectedFile> openRows = rows.stream().filter(row -> !pairs.containsKey(row)).toList();
    List<ObservedFile.Readable> openFiles =
        files.stream().filter(file -> !pairs.containsValue(file)).toList();
    if (openFiles.size() >= openRows.size()) {
      for (int i = 0; i < openRows.size(); i++) {
        matching.put(openRows.get(i), renamed(openFiles.get(i), openFiles));
      }
    } else {
      sayWhatWasFound(openRows, openFiles, matching);
    }
  }

  /** A package that alone states the name of a missing row is that row's, whatever else differs. */
  private static void findByIdentity(NamedPackages named, Matching matching) {
    matching.replaceMissing(
        (row, missing) -> {
          List<ObservedFile.Readable> files =
              named.of(row).stream().filter(matching::isUnclaimed).toList();
          return files.size() == 1
              ? new Match.Found(files.get(0), Match.Manner.RECOGNIZED)
              : missing;
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
