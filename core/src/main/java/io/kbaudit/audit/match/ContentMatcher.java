package io.kbaudit.audit.match;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.audit.Cause;
import io.kbaudit.baseline.BaselineFile;
import io.kbaudit.inventory.FileList;
import io.kbaudit.inventory.Inventory;
import io.kbaudit.inventory.ObservedFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Matches where names are random: by pinned contents or package codes, by size and date, and by
 * what a package says that it is. A row without such a file is not missing: a later version that
 * does not state its name cannot be recognised by what the article prints.
 */
final class ContentMatcher {
  private final RowComparison comparison;
  private final Identities identities;
  private final Hopeless hopeless;

  ContentMatcher(RowComparison comparison, Identities identities, Hopeless hopeless) {
    this.comparison = comparison;
    this.identities = identities;
    this.hopeless = hopeless;
  }

  /** Adds a match for each of {@code rows}. */
  void match(List<ExpectedFile> rows, Inventory inventory, Matching matching) {
    FileList files = FileList.of(inventory.files());
    ContentIndex index = ContentIndex.of(files, rows, comparison);
    NamedPackages named = NamedPackages.among(files, identities);
    List<ExpectedFile> openRows = new ArrayList<>(rows);
    openRows.removeIf(row -> matchPinned(row, index, matching));
    Map<String, List<ObservedFile.Readable>> filesByCode = filesByCode(files);
    openRows.removeIf(row -> matchByCode(row, filesByCode, matching));
    Map<List<Object>, List<ExpectedFile>> rowsAlike = new LinkedHashMap<>();
    for (ExpectedFile row : openRows) {
      rowsAlike
          .computeIfAbsent(List.of(row.size(), row.modified()), key -> new ArrayList<>(1))
          .add(row);
    }
    ContentIndex.byTime(rowsAlike.values())
        .forEach(alike -> matchByContent(alike, index, named, matching));
    for (ExpectedFile row : openRows) {
      if (matching.of(row) instanceof Match.Undecidable) {
        matchByIdentity(row, named, matching);
      }
    }
  }

  /** The bytes that are pinned to a row are the row's. */
  private boolean matchPinned(ExpectedFile row, ContentIndex index, Matching matching) {
    Optional<ObservedFile.Readable> file =
        comparison.pins().of(row).stream()
            .flatMap(pinned -> index.filesWith(pinned.sha256()))
            .filter(matching::isUnclaimed)
            .filter(candidate -> isOfListedKind(row, candidate))
            .findFirst();
    file.ifPresent(found -> matching.put(row, new Match.Found(found, Match.Manner.BY_CONTENT)));
    return file.isPresent();
  }

  /** So is the only package that states the package code pinned to it, cabinets or none. */
  private boolean matchByCode(
      ExpectedFile row, Map<String, List<ObservedFile.Readable>> filesByCode, Matching matching) {
    List<ObservedFile.Readable> files =
        comparison.pins().of(row).flatMap(BaselineFile::packageCode).stream()
            .flatMap(code -> filesByCode.getOrDefault(code, List.of()).stream())
            .filter(file -> comparison.pins().rowOfCode(file).equals(Optional.of(row)))
            .filter(matching::isUnclaimed)
            .filter(file -> isOfListedKind(row, file))
            .toList();
    if (files.size() == 1) {
      matching.put(row, new Match.Found(files.get(0), Match.Manner.BY_IDENTITY));
    }
    return files.size() == 1;
  }

  private static Map<String, List<ObservedFile.Readable>> filesByCode(FileList files) {
    Map<String, List<ObservedFile.Readable>> byCode = new HashMap<>();
    ObservedFile.Readable.streamOf(files)
        .forEach(
            file ->
                file.packageCode()
                    .ifPresent(
                        code -> byCode.computeIfAbsent(code, key -> new ArrayList<>(1)).add(file)));
    return byCode;
  }

  /** Rows that list the same get the files that have it: each its own, where the packages tell. */
  private void matchByContent(
      List<ExpectedFile> alike, ContentIndex index, NamedPackages named, Matching matching) {
    List<ObservedFile.Readable> files =
        index
            .filesLike(alike.get(0))
            .filter(matching::isUnclaimed)
            .filter(file -> isOfListedKind(alike.get(0), file) && named.mayBeOneOf(alike, file))
            .filter(file -> comparison.pins().otherRowOf(alike.get(0), file).isEmpty())
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

  private void matchByIdentity(ExpectedFile row, NamedPackages named, Matching matching) {
    List<ObservedFile.Readable> files =
        named.of(row).stream()
            .filter(matching::isUnclaimed)
            .filter(file -> isOfListedKind(row, file))
            .toList();
    if (files.size() == 1) {
      matching.put(row, new Match.Found(files.get(0), Match.Manner.BY_IDENTITY));
    } else if (files.size() > 1 && hopeless.isSo(row, files, Match.Manner.BY_IDENTITY)) {
      files.forEach(matching::claim);
      matching.remark(Hopeless.remark(List.of(row), files));
      matching.put(row, new Match.Found(nearest(row, files), Match.Manner.BY_IDENTITY));
    } else if (files.size() > 1) {
      files.forEach(matching::claim);
      matching.put(
          row,
          Match.Undecidable.ambiguous(
              files.size() + " packages state the name of this row: " + Wording.paths(files)));
    }
  }

  private ObservedFile.Readable nearest(ExpectedFile row, List<ObservedFile.Readable> files) {
    return files.stream()
        .min(
            Comparator.comparingInt(
                    (ObservedFile.Readable file) -> comparison.differences(row, file).count())
                .thenComparing(ObservedFile.Readable::path))
        .orElseThrow();
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
