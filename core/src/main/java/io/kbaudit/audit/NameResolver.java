package io.kbaudit.audit;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.inventory.ObservedFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Decides which of several files of one name a row means. */
final class NameResolver {
  private final TimeComparison times;

  NameResolver(TimeComparison times) {
    this.times = times;
  }

  /** Adds the match of {@code row} with one of {@code files}, all of its name. */
  void resolve(ExpectedFile row, List<ObservedFile> files, Matching matching) {
    List<ObservedFile> onePerFolder = new ArrayList<>();
    byFolder(files)
        .values()
        .forEach(spellings -> onePerFolder.add(bestSpelling(row, spellings, matching)));
    matching.put(row, amongCopies(row, onePerFolder, matching));
  }

  private Match amongCopies(ExpectedFile row, List<ObservedFile> copies, Matching matching) {
    if (copies.isEmpty()) {
      return new Match.Missing("no file of this name");
    }
    if (copies.size() == 1) {
      return only(copies.get(0));
    }
    List<ObservedFile.Readable> readable = ObservedFile.Readable.among(copies);
    boolean alike =
        readable.size() == copies.size()
            && readable.stream().map(file -> differences(row, file)).distinct().count() == 1;
    if (!alike) {
      return Match.Undecidable.ambiguous(
          copies.size() + " files have this name and are not alike: " + Wording.paths(copies));
    }
    matching.remark(
        Remark.of(
            Remark.Kind.SEVERAL_COPIES,
            Wording.quoted(row.name().best().spelling())
                + " was found "
                + copies.size()
                + " times, alike in what was checked: "
                + Wording.paths(copies)
                + "."));
    return only(copies.get(0));
  }

  private static Match only(ObservedFile file) {
    return file instanceof ObservedFile.Readable readable
        ? new Match.Found(readable, Match.Manner.BY_NAME)
        : Match.Undecidable.unreadable((ObservedFile.Unreadable) file);
  }

  /** Of spellings in one folder that differ in case, the one that agrees is used. */
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
    matching.remark(
        Remark.of(
            Remark.Kind.OTHER_SPELLING,
            Wording.quoted(best.path())
                + " was audited; "
                + Wording.paths(others)
                + (others.size() == 1 ? " differs" : " differ")
                + " from it in case alone, and Windows would take "
                + (others.size() == 1 ? "both" : "all")
                + " for one file."));
    return best;
  }

  private int mismatch(ExpectedFile row, ObservedFile file) {
    return file instanceof ObservedFile.Readable readable
        ? differences(row, readable).count()
        : JointMatcher.COST_OF_MISSING;
  }

  private Differences differences(ExpectedFile row, ObservedFile.Readable file) {
    return Differences.between(row, file, times);
  }

  private static Map<String, List<ObservedFile>> byFolder(List<ObservedFile> files) {
    Map<String, List<ObservedFile>> byFolder = new LinkedHashMap<>();
    for (ObservedFile file : files) {
      String folder = file.path().substring(0, file.path().lastIndexOf('/') + 1);
      byFolder.computeIfAbsent(folder, path -> new ArrayList<>(1)).add(file);
    }
    return byFolder;
  }
}
