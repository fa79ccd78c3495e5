package io.kbaudit.article;

import io.kbaudit.text.Processors;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * For which processor each section of an article is. An installation of 64-bit Windows has 32-bit
 * files beside its own: the section {@code For all supported x64-based versions of Windows 7} lists
 * both, each with its own platform, and is for x64 altogether (KB976398, KB981506). Immutable.
 */
final class Sections {
  private final Map<String, String> processors;
  private final Set<Integer> alternatives;

  private Sections(Map<String, String> processors, Set<Integer> alternatives) {
    this.processors = processors;
    this.alternatives = alternatives;
  }

  /** Returns those of an article's rows. */
  static Sections of(List<ExpectedFile> rows) {
    Map<String, List<ExpectedFile>> sections = new LinkedHashMap<>();
    for (ExpectedFile row : rows) {
      sections.computeIfAbsent(row.variant().headings(), none -> new ArrayList<>()).add(row);
    }
    Map<String, String> processors = new HashMap<>();
    sections.forEach(
        (headings, section) ->
            processorOf(headings, section).ifPresent(one -> processors.put(headings, one)));
    return new Sections(processors, acrossPlatforms(rows));
  }

  /** What is no file of such an installation is there in its own right, and so are the others. */
  private static Optional<String> processorOf(String headings, List<ExpectedFile> section) {
    Set<String> named = Processors.namedBy(headings);
    if (named.size() != 1) {
      return Optional.empty();
    }
    String processor = named.iterator().next();
    Set<String> hosted = Processors.runsOnWindowsFor(processor);
    return section.stream().allMatch(row -> hosted.containsAll(printed(row)))
        ? Optional.of(processor).filter(one -> !hosted.isEmpty())
        : Optional.empty();
  }

  private static Set<String> printed(ExpectedFile row) {
    return Processors.namedBy(row.variant().platform().orElse(""));
  }

  /**
   * Returns the numbers of rows of which one must be there, where they are for several platforms.
   */
  private static Set<Integer> acrossPlatforms(List<ExpectedFile> rows) {
    Map<Integer, List<ExpectedFile>> groups = new HashMap<>();
    for (ExpectedFile row : rows) {
      groups
          .computeIfAbsent(row.alternativeTo().orElse(row.row()), first -> new ArrayList<>(1))
          .add(row);
    }
    Set<Integer> across = new HashSet<>();
    for (List<ExpectedFile> group : groups.values()) {
      if (group.stream().map(Sections::printed).distinct().count() > 1) {
        group.forEach(row -> across.add(row.row()));
      }
    }
    return across;
  }

  /** Returns the processor that the section of {@code row} is for; absent where its own counts. */
  Optional<String> processorOf(ExpectedFile row) {
    return alternatives.contains(row.row())
        ? Optional.empty()
        : Optional.ofNullable(processors.get(row.variant().headings()));
  }
}
