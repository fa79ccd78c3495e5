package io.kbaudit.audit.match;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.audit.Remark;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.text.English;
import io.kbaudit.text.Letters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Decides which of several files of one name a row means. */
final class NameResolver {
  private final RowComparison comparison;
  private final UnselectedFiles unselected;
  private final Hopeless hopeless;

  NameResolver(RowComparison comparison, UnselectedFiles unselected, Hopeless hopeless) {
    this.comparison = comparison;
    this.unselected = unselected;
    this.hopeless = hopeless;
  }

  /** Adds the match of {@code row} with one of {@code files}, all of its name. */
  void resolve(ExpectedFile row, List<ObservedFile> files, Matching matching) {
    List<ObservedFile> onePerPlace = new ArrayList<>();
    byFolderAndLetters(files)
        .values()
        .forEach(spellings -> onePerPlace.add(bestSpelling(row, spellings, matching)));
    matching.put(row, amongCopies(row, onePerPlace, matching));
  }

  private Match amongCopies(ExpectedFile row, List<ObservedFile> copies, Matching matching) {
    if (copies.isEmpty()) {
      return new Match.Missing(
          unselected
              .inPlaceOf(row)
              .map(there -> there + "; there is no other")
              .orElse("no file of this name"));
    }
    if (copies.size() == 1) {
      return Match.with(copies.get(0), Match.Manner.BY_NAME);
    }
    List<ObservedFile.Readable> readable = ObservedFile.Readable.among(copies);
    boolean alike =
        readable.size() == copies.size()
            && readable.stream().map(file -> seen(row, file)).distinct().count() == 1;
    if (!alike && hopeless.isSo(row, copies, Match.Manner.BY_NAME)) {
      matching.remark(Hopeless.remark(List.of(row), copies));
      return Match.with(leastMismatched(row, copies), Match.Manner.BY_NAME);
    }
    if (!alike) {
      return Match.Undecidable.ambiguous(
          copies.size() + " files have this name and are not alike: " + Wording.paths(copies));
    }
    copies.forEach(matching::claim);
    matching.addCopies(copies);
    return Match.with(copies.get(0), Match.Manner.BY_NAME);
  }

  /**
   * Of spellings in one folder that differ in case, the one that agrees is used. The others are
   * unlisted files: the row does not account for them.
   */
  private ObservedFile bestSpelling(
      ExpectedFile row, List<ObservedFile> spellings, Matching matching) {
    if (spellings.size() == 1) {
      return spellings.get(0);
    }
    String listed = row.name().best().spelling();
    ObservedFile best =
        spellings.stream()
            .min(
                Comparator.comparingInt((ObservedFile file) -> mismatch(row, file))
                    .thenComparing(file -> !file.name().spelling().equals(listed))
                    .thenComparing(ObservedFile::path))
            .orElseThrow();
    List<ObservedFile> others = spellings.stream().filter(file -> !file.equals(best)).toList();
    others.forEach(matching::disclaim);
    matching.remark(
        Remark.of(
            Remark.Kind.OTHER_SPELLING,
            English.quoted(best.path())
                + " was audited; "
                + Wording.paths(others)
                + (others.size() == 1 ? " is" : " are")
                + " the same name to Windows, in another spelling"
                + (others.stream().allMatch(other -> mismatch(row, other) == 0)
                    ? "."
                    : ", and not as listed.")));
    return best;
  }

  private ObservedFile leastMismatched(ExpectedFile row, List<ObservedFile> copies) {
    return copies.stream()
        .min(
            Comparator.comparingInt((ObservedFile file) -> mismatch(row, file))
                .thenComparing(ObservedFile::path))
        .orElseThrow();
  }

  private int mismatch(ExpectedFile row, ObservedFile file) {
    return file instanceof ObservedFile.Readable readable
        ? comparison.differences(row, readable).count()
        : Differences.MORE_THAN_ANY;
  }

  /** All that is known of a file: equal for copies. */
  private Object seen(ExpectedFile row, ObservedFile.Readable file) {
    return List.of(
        comparison.differences(row, file), file.sha256(), file.inspection(), file.executable());
  }

  /** Names that differ in more than case, as by a blank at the end, are copies like those below. */
  private static Map<String, List<ObservedFile>> byFolderAndLetters(List<ObservedFile> files) {
    Map<String, List<ObservedFile>> byPlace = new LinkedHashMap<>();
    for (ObservedFile file : files) {
      String folder = file.path().substring(0, file.path().lastIndexOf('/') + 1);
      String letters = Letters.capital(file.name().spelling());
      byPlace.computeIfAbsent(folder + letters, place -> new ArrayList<>(1)).add(file);
    }
    return byPlace;
  }
}
