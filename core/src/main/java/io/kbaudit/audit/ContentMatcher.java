package io.kbaudit.audit;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.inventory.Inventory;
import io.kbaudit.inventory.ObservedFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Matches where names are random: by size and date, and by what a package says that it is. A row
 * without such a file is not missing: a later version that does not state its name cannot be
 * recognised by what the article prints.
 */
final class ContentMatcher {
  private final TimeComparison times;
  private final Identities identities;

  ContentMatcher(TimeComparison times, Identities identities) {
    this.times = times;
    this.identities = identities;
  }

  /** Adds a match for each of {@code rows}. */
  void match(List<ExpectedFile> rows, Inventory inventory, Matching matching) {
    List<ObservedFile.Readable> files = ObservedFile.Readable.among(inventory.files());
    ContentIndex index = new ContentIndex(files, times);
    NamedPackages named = NamedPackages.among(files, identities);
    Map<List<Object>, List<ExpectedFile>> rowsAlike = new LinkedHashMap<>();
    for (ExpectedFile row : rows) {
      rowsAlike
          .computeIfAbsent(List.of(row.size(), row.modified()), key -> new ArrayList<>(1))
          .add(row);
    }
    ContentIndex.byTime(rowsAlike.values())
        .forEach(alike -> matchByContent(alike, index, named, matching));
    for (ExpectedFile row : rows) {
      if (matching.of(row) instanceof Match.Undecidable) {
        matchByIdentity(row, named, matching);
      }
    }
  }

  /** Rows that list the same get the files that have it: each its own, where the packages tell. */
  private static void matchByContent(
      List<ExpectedFile> alike, ContentIndex index, NamedPackages named, Matching matching) {
    List<ObservedFile.Readable> files =
        index
            .filesLike(alike.get(0))
            .filter(matching::isUnclaimed)
            .filter(file -> isOfListedKind(alike.get(0), file) && named.mayBeOneOf(alike, file))
            .sorted(Comparator.comparing(ContentMatcher::isDamaged))
            .toList();
    Map<ExpectedFile, ObservedFile.Readable> pairs = named.pairs(alike, files);
    List<ExpectedFile> openRows = new ArrayList<>(alike);
    openRows.removeAll(pairs.keySet());
    List<ObservedFile.Readable> openFiles =
        files.stream().filter(file -> !pairs.containsValue(file)).limit(openRows.size()).toList();
    pairs.forEach((row, file) -> matching.put(row, new Match.Found(file, Match.Manner.BY_CONTENT)));
    openFiles.forEach(matching::claim);
    Match tooFew = openFiles.isEmpty() ? unidentified() : ambiguous(openRows, openFiles);
    for (int i = 0; i < openRows.size(); i++) {
      matching.put(
          openRows.get(i),
          openFiles.size() < openRows.size()
              ? tooFew
              : new Match.Found(openFiles.get(i), Match.Manner.BY_CONTENT));
    }
  }

  private static void matchByIdentity(ExpectedFile row, NamedPackages named, Matching matching) {
    List<ObservedFile.Readable> files =
        named.of(row).stream()
            .filter(matching::isUnclaimed)
            .filter(file -> isOfListedKind(row, file))
            .toList();
    if (files.size() == 1) {
      matching.put(row, new Match.Found(files.get(0), Match.Manner.BY_IDENTITY));
    } else if (files.size() > 1) {
      files.forEach(matching::claim);
      matching.put(
          row,
          Match.Undecidable.ambiguous(
              files.size() + " packages state the name of this row: " + Wording.paths(files)));
    }
  }

  /** The cache keeps the extension: packages are there, patches, and what is neither. */
  private static boolean isOfListedKind(ExpectedFile row, ObservedFile.Readable file) {
    return row.name().best().extension().equals(file.name().extension());
  }

  private static boolean isDamaged(ObservedFile.Readable file) {
    return file.inspection().filter(inspection -> !inspection.sound()).isPresent();
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
        "names say nothing here, no file has the listed size and date, and no package states the"
            + " name of this row",
        Cause.UNIDENTIFIED,
        Optional.empty());
  }
}
