package io.kbaudit.audit.match;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.audit.AuditRequest;
import io.kbaudit.file.FileName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What an article calls the package of each row: the name of its file, where that is known and more
 * than {@code Setup}, and that of the component in it. Rows are looked up by the words of a name,
 * so that time does not grow with their number.
 */
final class RowNames {
  /** The names of no rows. */
  static final RowNames NONE = new RowNames();

  private final Map<ExpectedFile, List<Words>> namesOf = new LinkedHashMap<>();

  private final NavigableMap<String, Set<ExpectedFile>> byBeginning = new TreeMap<>();
  private final Map<String, Set<ExpectedFile>> byFirstWord = new HashMap<>();

  private RowNames() {}

  static RowNames of(AuditRequest request) {
    RowNames names = new RowNames();
    for (ExpectedFile row : request.article().rows()) {
      if (row.name().isKnown()) {
        names.add(row, withoutExtension(row.name().best()));
      }
      Optional<String> component = request.componentOf(row);
      if (component.isPresent()) {
        names.add(row, component.get());
      }
    }
    return names;
  }

  /** Returns whether some row's name has {@code word} in it. */
  boolean contain(String word) {
    for (String name : byBeginning.keySet()) {
      if (name.contains(word)) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether two rows are called the same. */
  boolean alike(ExpectedFile a, ExpectedFile b) {
    return !Collections.disjoint(namesOf(a), namesOf(b));
  }

  /** Returns how well {@code row} is named by {@code stated}: by the best of its names. */
  Fit fit(Words stated, ExpectedFile row, Set<String> idle) {
    Fit best = Fit.NONE;
    for (Words name : namesOf(row)) {
      Fit fit = new Fit(NameLikeness.of(stated, name, idle), name.joined().length());
      best = fit.compareTo(best) > 0 ? fit : best;
    }
    return best;
  }

  /** Returns whether some name of {@code row} goes on where one of {@code other} ends. */
  boolean extend(ExpectedFile row, ExpectedFile other) {
    return namesOf(row).stream()
        .anyMatch(
            name ->
                namesOf(other).stream()
                    .anyMatch(shorter -> name.joined().startsWith(shorter.joined())));
  }

  /**
   * How well a name fits. Of two names that fit alike, the longer one accounts for more.
   *
   * @param letters of the row's name
   */
  record Fit(NameLikeness likeness, int letters) implements Comparable<Fit> {
    static final Fit NONE = new Fit(NameLikeness.NONE, 0);

    @Override
    public int compareTo(Fit other) {
      int byLikeness = likeness.compareTo(other.likeness);
      return byLikeness != 0 ? byLikeness : Integer.compare(letters, other.letters);
    }
  }

  /**
   * Returns the rows of which some name may be in {@code stated}; all others are not named by it.
   */
  Set<ExpectedFile> candidates(Words stated) {
    Set<ExpectedFile> candidates = new LinkedHashSet<>();
    for (String word : stated.list()) {
      String stem =
          word.endsWith("s") && word.length() > 1 ? word.substring(0, word.length() - 1) : word;
      for (Set<ExpectedFile> rows :
          byBeginning.subMap(stem, true, stem + Character.MAX_VALUE, true).values()) {
        candidates.addAll(rows);
      }
    }
    String joined = stated.joined();
    for (int end = 1; end <= joined.length(); end++) {
      candidates.addAll(byFirstWord.getOrDefault(joined.substring(0, end), Set.of()));
    }
    return candidates;
  }

  private List<Words> namesOf(ExpectedFile row) {
    return namesOf.getOrDefault(row, List.of());
  }

  private void add(ExpectedFile row, String name) {
    Words words = Words.of(name.length() <= StatedNames.LONGEST ? name : "");
    if (!words.tell()) {
      return;
    }
    namesOf.computeIfAbsent(row, key -> new ArrayList<>(2)).add(words);
    byBeginning.computeIfAbsent(words.joined(), key -> new LinkedHashSet<>()).add(row);
    for (String word : words.list()) {
      byFirstWord.computeIfAbsent(word, key -> new LinkedHashSet<>()).add(row);
      if (!Words.isAround(word)) {
        break;
      }
    }
  }

  private static String withoutExtension(FileName name) {
    int dot = name.spelling().lastIndexOf('.');
    return dot <= 0 ? name.spelling() : name.spelling().substring(0, dot);
  }
}
