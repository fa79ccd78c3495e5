package io.kbaudit.audit.match;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.file.FileName;
import io.kbaudit.file.FileVersion;
import io.kbaudit.inventory.Inventory;
import io.kbaudit.inventory.ObservedFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which rows files are held to, where an article lists a file for several service branches and one
 * of them must be there: the row that agrees with a file; where none does, the one of the file's
 * own branch, by its version; where that does not tell, the one that differs least, and of several
 * that do the one of the highest version that the file is not below; without a file, the first.
 */
public final class BranchChoice {
  private final List<ExpectedFile> rows;
  private final List<ExpectedFile> leftOut;
  private final Map<Integer, List<ExpectedFile>> leftOutOf = new HashMap<>();

  private BranchChoice(List<ExpectedFile> rows, List<ExpectedFile> leftOut) {
    this.rows = rows;
    this.leftOut = leftOut;
    for (ExpectedFile row : leftOut) {
      leftOutOf.computeIfAbsent(firstOf(row), first -> new ArrayList<>(1)).add(row);
    }
  }

  public static BranchChoice among(
      List<ExpectedFile> rows, Inventory inventory, RowComparison comparison) {
    Map<Integer, List<ExpectedFile>> alternatives = new LinkedHashMap<>();
    for (ExpectedFile row : rows) {
      alternatives.computeIfAbsent(firstOf(row), first -> new ArrayList<>(1)).add(row);
    }
    if (alternatives.size() == rows.size()) {
      return new BranchChoice(rows, List.of());
    }
    Candidates candidates = Candidates.in(inventory, rows, comparison);
    Set<ExpectedFile> chosen = new HashSet<>();
    alternatives.values().forEach(group -> chosen.addAll(candidates.bestOf(group)));
    return new BranchChoice(
        rows.stream().filter(chosen::contains).toList(),
        rows.stream().filter(row -> !chosen.contains(row)).toList());
  }

  /** Returns the rows that files are held to, in their order. */
  public List<ExpectedFile> rows() {
    return rows;
  }

  /** Returns the rows in whose place others stand. */
  public List<ExpectedFile> leftOut() {
    return leftOut;
  }

  /** Returns the rows in whose place {@code row} stands. */
  public List<ExpectedFile> inPlaceOf(ExpectedFile row) {
    return leftOutOf.getOrDefault(firstOf(row), List.of());
  }

  /** A row that lists no version is the last choice. */
  private static Stream<FileVersion> versions(ObservedFile.Readable file) {
    return file.executable().isPresent()
        ? file.executable().get().fileVersions().stream()
        : VersionComparison.ofUnread(file).stream();
  }

  private static FileVersion version(ExpectedFile row) {
    return ServiceBranches.listedVersion(row).orElse(new FileVersion(0, 0, 0, 0));
  }

  private static int firstOf(ExpectedFile row) {
    return row.alternativeTo().orElse(row.row());
  }

  /** The files that may be meant by a row: those of its name, else all of its size and date. */
  private record Candidates(
      Map<FileName, List<ObservedFile.Readable>> byName,
      ContentIndex byContent,
      RowComparison comparison) {
    static Candidates in(Inventory inventory, List<ExpectedFile> rows, RowComparison comparison) {
      Set<FileName> names = rows.stream().map(row -> row.name().best()).collect(Collectors.toSet());
      Map<FileName, List<ObservedFile.Readable>> byName = new HashMap<>();
      ObservedFile.Readable.streamOf(inventory.files())
          .filter(file -> names.contains(file.name()))
          .forEach(
              file -> byName.computeIfAbsent(file.name(), name -> new ArrayList<>(1)).add(file));
      return new Candidates(
          byName, ContentIndex.of(inventory.files(), rows, comparison), comparison);
    }

    /** Returns one of {@code group}, or more, where each has a file of its own that agrees. */
    List<ExpectedFile> bestOf(List<ExpectedFile> group) {
      if (group.size() == 1) {
        return group;
      }
      List<ObservedFile.Readable> files =
          byName.getOrDefault(group.get(0).name().best(), List.of());
      List<ExpectedFile> agreeing =
          group.stream().filter(row -> leastDifferences(row, files) == 0).toList();
      if (!agreeing.isEmpty()) {
        return files.size() == 1 ? agreeing.subList(0, 1) : agreeing;
      }
      List<ExpectedFile> own = ofOwnBranch(group, files);
      return List.of(
          (own.isEmpty() ? group : own)
              .stream()
                  .min(
                      Comparator.comparingInt((ExpectedFile row) -> leastDifferences(row, files))
                          .thenComparing(row -> isLowerThan(row, files))
                          .thenComparing(BranchChoice::version, Comparator.reverseOrder()))
                  .orElseThrow());
    }

    /** Of rows of which none is the file's own, one that it is below would fail it for nothing. */
    private boolean isLowerThan(ExpectedFile row, List<ObservedFile.Readable> files) {
      return files.stream()
          .flatMap(file -> VersionComparison.of(row, file, comparison.branches()).stream())
          .anyMatch(version -> version.relation() == VersionComparison.Relation.LOWER);
    }

    /** Returns the rows of the branch that all {@code files} are of, by their versions. */
    private List<ExpectedFile> ofOwnBranch(
        List<ExpectedFile> group, List<ObservedFile.Readable> files) {
      ServiceBranches branches = comparison.branches();
      Set<Optional<String>> kinds =
          files.stream()
              .flatMap(BranchChoice::versions)
              .map(branches::kindOf)
              .collect(Collectors.toSet());
      return kinds.size() == 1 && !kinds.contains(Optional.<String>empty())
          ? group.stream().filter(row -> kinds.contains(branches.kindOf(row))).toList()
          : List.of();
    }

    private int leastDifferences(ExpectedFile row, List<ObservedFile.Readable> files) {
      if (files.isEmpty()) {
        return byContent.filesLike(row).findAny().isPresent() ? 0 : Differences.MORE_THAN_ANY;
      }
      return files.stream()
          .mapToInt(file -> comparison.differences(row, file).count())
          .min()
          .orElseThrow();
    }
  }
}
