package io.kbaudit.audit.match;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.audit.Cause;
import io.kbaudit.deployment.FileNaming;
import io.kbaudit.file.FileName;
import io.kbaudit.inventory.Inventory;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.text.English;
import io.kbaudit.text.Processors;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/**
 * Finds the file of each row: by name; by the beginning of a name that the article cuts; then,
 * among what is left over, by pinned contents, by size and date, or by what a package says that it
 * is. It alone decides what is ambiguous, and every look-up is indexed: its time grows with rows
 * plus files.
 */
public final class FileMatcher {
  private final RowComparison comparison;
  private final Identities identities;
  private final boolean namesMatter;
  private final Hopeless hopeless;
  private final NameResolver nameResolver;
  private final JointMatcher jointMatcher;

  /**
   * Creates a matcher.
   *
   * @param namesMatter whether exchanged names are looked for
   * @param failing accepts a row and a file found for it, of which some check of the file alone
   *     fails
   */
  public FileMatcher(
      RowComparison comparison,
      Identities identities,
      UnselectedFiles unselected,
      boolean namesMatter,
      BiPredicate<ExpectedFile, Match.Found> failing) {
    this.comparison = comparison;
    this.identities = identities;
    this.namesMatter = namesMatter;
    this.hopeless = new Hopeless(failing);
    this.nameResolver = new NameResolver(comparison, unselected, hopeless);
    this.jointMatcher = new JointMatcher(comparison, unselected, hopeless);
  }

  /** Returns a match for each of {@code rows}. */
  public Matching match(List<ExpectedFile> rows, Inventory inventory, FileNaming naming) {
    Matching matching = new Matching();
    if (naming == FileNaming.RANDOM) {
      new ContentMatcher(comparison, identities, hopeless).match(rows, inventory, matching);
      return matching;
    }
    matchKnownNames(rows, inventory, matching);
    matchCutNames(rows, inventory, matching);
    if (namesMatter) {
      new SwapFinder(comparison).find(matching);
    }
    new RenameFinder(comparison, identities).find(matching, inventory);
    nameFoldersInPlaceOfFiles(matching, inventory);
    doubtWhatMayBeElsewhere(matching, inventory);
    return matching;
  }

  private void matchKnownNames(List<ExpectedFile> rows, Inventory inventory, Matching matching) {
    Map<FileName, List<ExpectedFile>> rowsByName = new LinkedHashMap<>();
    for (ExpectedFile row : rows) {
      if (row.name().isKnown()) {
        rowsByName.computeIfAbsent(row.name().best(), name -> new ArrayList<>(1)).add(row);
      }
    }
    Map<FileName, List<ObservedFile>> filesByName = new HashMap<>();
    for (ObservedFile file : inventory.files()) {
      if (rowsByName.containsKey(file.name())) {
        filesByName.computeIfAbsent(file.name(), name -> new ArrayList<>(1)).add(file);
      }
    }
    for (Map.Entry<FileName, List<ExpectedFile>> each : rowsByName.entrySet()) {
      List<ObservedFile> files = filesByName.getOrDefault(each.getKey(), List.of());
      List<ExpectedFile> unlike = withoutRepetitions(each.getValue());
      if (unlike.size() == 1) {
        files.forEach(matching::claim);
        nameResolver.resolve(unlike.get(0), files, matching);
      } else {
        jointMatcher.match(unlike, files, Match.Manner.BY_NAME, matching);
      }
      shareMatches(unlike, each.getValue(), matching);
    }
  }

  /** Of rows that list the same of one name, the first stands for all. */
  private static List<ExpectedFile> withoutRepetitions(List<ExpectedFile> sameName) {
    return sameName.size() == 1 ? sameName : List.copyOf(firstByContent(sameName).values());
  }

  private static Map<List<Object>, ExpectedFile> firstByContent(List<ExpectedFile> sameName) {
    Map<List<Object>, ExpectedFile> first = new LinkedHashMap<>();
    sameName.forEach(row -> first.putIfAbsent(listed(row), row));
    return first;
  }

  private static List<Object> listed(ExpectedFile row) {
    return List.of(
        row.size(),
        row.modified(),
        row.version(),
        Processors.namedBy(row.variant().platform().orElse("")),
        StatedPlatform.ofHeading(row));
  }

  private static void shareMatches(
      List<ExpectedFile> unlike, List<ExpectedFile> sameName, Matching matching) {
    if (unlike.size() < sameName.size()) {
      Map<List<Object>, ExpectedFile> first = firstByContent(unlike);
      for (ExpectedFile row : sameName) {
        ExpectedFile standIn = first.getOrDefault(listed(row), row);
        matching.put(row, matching.of(standIn));
      }
    }
  }

  private void matchCutNames(List<ExpectedFile> rows, Inventory inventory, Matching matching) {
    Map<FileName, List<ExpectedFile>> rowsByBeginning = new LinkedHashMap<>();
    for (ExpectedFile row : rows) {
      if (!row.name().isKnown()) {
        rowsByBeginning.computeIfAbsent(row.name().printed(), name -> new ArrayList<>(1)).add(row);
      }
    }
    if (rowsByBeginning.isEmpty()) {
      return;
    }
    NavigableMap<String, List<ObservedFile>> unclaimed = new TreeMap<>();
    NavigableSet<String> shortest = shortest(rowsByBeginning.keySet());
    for (ObservedFile file : matching.unclaimed(inventory.files())) {
      String name = file.name().canonical();
      String beginning = shortest.floor(name);
      if (beginning != null && name.startsWith(beginning)) {
        unclaimed.computeIfAbsent(name, key -> new ArrayList<>(1)).add(file);
      }
    }
    // A cut name has lost the extension that the others still have.
    Set<String> extensions =
        rows.stream()
            .filter(row -> !row.name().cut())
            .map(row -> row.name().printed().extension())
            .collect(Collectors.toSet());
    // The longest beginnings first: what fits "Exchange2007" fits "Exchange" as well.
    List<FileName> beginnings =
        rowsByBeginning.keySet().stream()
            .sorted(Comparator.comparingInt((FileName name) -> -name.canonical().length()))
            .toList();
    beginnings.forEach(
        beginning -> {
          List<ExpectedFile> alike = rowsByBeginning.getOrDefault(beginning, List.of());
          String from = beginning.canonical();
          List<ObservedFile> files =
              unclaimed.subMap(from, true, from + Character.MAX_VALUE, true).values().stream()
                  .flatMap(List::stream)
                  .filter(
                      file -> extensions.isEmpty() || extensions.contains(file.name().extension()))
                  .toList();
          jointMatcher.match(alike, matching.unclaimed(files), Match.Manner.BY_BEGINNING, matching);
        });
  }

  /** Returns those of which none begins as another does: before a name the nearest is its own. */
  private static NavigableSet<String> shortest(Set<FileName> beginnings) {
    NavigableSet<String> shortest = new TreeSet<>();
    for (FileName beginning : new TreeSet<>(beginnings)) {
      if (shortest.isEmpty() || !beginning.canonical().startsWith(shortest.last())) {
        shortest.add(beginning.canonical());
      }
    }
    return shortest;
  }

  private static void nameFoldersInPlaceOfFiles(Matching matching, Inventory inventory) {
    Set<FileName> folders = new HashSet<>();
    for (String folder : inventory.foldersLeft()) {
      FileName.find(folder).ifPresent(folders::add);
    }
    matching.replaceMissing(
        (row, missing) ->
            folders.contains(row.name().best())
                ? new Match.Missing("a folder of this name; " + missing.observed())
                : missing);
  }

  /** A row that was not found is missing only if all folders could be listed. */
  private static void doubtWhatMayBeElsewhere(Matching matching, Inventory inventory) {
    if (inventory.gaps().isEmpty()) {
      return;
    }
    Inventory.Gap gap = inventory.gaps().get(0);
    String doubt =
        " where files could be listed, but the folder "
            + English.quoted(gap.path())
            + " could not be: "
            + gap.reason();
    matching.replaceMissing(
        (row, missing) ->
            new Match.Undecidable(missing.observed() + doubt, Cause.UNREADABLE, Optional.empty()));
  }
}
