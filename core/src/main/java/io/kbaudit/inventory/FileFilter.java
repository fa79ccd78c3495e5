package io.kbaudit.inventory;

import static java.util.Objects.requireNonNull;

import io.kbaudit.file.Wildcards;
import java.util.ArrayList;
import java.util.List;

/**
 * Which files of a folder are looked at, by patterns: a file is, if it matches one of those to
 * include, or there are none, and none of those to exclude. Immutable.
 *
 * <p>In a pattern {@code *} is any number of characters, {@code ?} is one, {@code [a-z]} one of
 * those, {@code [!a-z]} one of the others, whatever their case. A pattern with a {@code /} or
 * {@code \} is one of paths below the folder, in which {@code **} is any number of folders; any
 * other is one of names, in whatever folder.
 *
 * @param included as somebody wrote them
 * @param excluded as somebody wrote them
 */
public record FileFilter(List<String> included, List<String> excluded) {
  /** Every file is looked at. */
  public static final FileFilter ALL = new FileFilter(List.of(), List.of());

  private static final String ANY_FOLDERS = "**";

  /** Checks that no pattern is blank. */
  public FileFilter {
    included = List.copyOf(included);
    excluded = List.copyOf(excluded);
    for (String pattern : joined(included, excluded)) {
      if (requireNonNull(pattern, "pattern").isBlank()) {
        throw new IllegalArgumentException("a blank pattern");
      }
    }
  }

  private static List<String> joined(List<String> some, List<String> others) {
    List<String> all = new ArrayList<>(some);
    all.addAll(others);
    return all;
  }

  /** Returns whether every file is looked at. */
  public boolean acceptsAll() {
    return included.isEmpty() && excluded.isEmpty();
  }

  /** Returns whether the file is looked at that is at {@code path}, parted by {@code /}. */
  public boolean accepts(String path) {
    return (included.isEmpty() || anyMatches(included, path))
        && (excluded.isEmpty() || !anyMatches(excluded, path));
  }

  /**
   * Returns whether no file below a folder is looked at, as it is left out with all that is below
   * it, by a pattern such as {@code folder/**}.
   *
   * @param folder its path, parted by {@code /}
   */
  public boolean leavesOut(String folder) {
    return excluded.stream()
        .map(pattern -> elements(pattern.replace('\\', '/')))
        .filter(
            pattern -> pattern.size() > 1 && pattern.get(pattern.size() - 1).equals(ANY_FOLDERS))
        .anyMatch(pattern -> matches(pattern, elements(folder)));
  }

  private static boolean anyMatches(List<String> patterns, String path) {
    return patterns.stream().anyMatch(pattern -> matches(pattern.replace('\\', '/'), path));
  }

  private static boolean matches(String pattern, String path) {
    List<String> elements = elements(path);
    return pattern.contains("/")
        ? matches(elements(pattern), elements)
        : Wildcards.ofAnyName(pattern).match(elements.get(elements.size() - 1));
  }

  private static List<String> elements(String path) {
    return List.of((path.startsWith("/") ? path.substring(1) : path).split("/", -1));
  }

  /** Fills, pattern by pattern, in which beginnings of the path end what matched so far. */
  private static boolean matches(List<String> pattern, List<String> path) {
    boolean[] reached = new boolean[path.size() + 1];
    reached[0] = true;
    for (String element : pattern) {
      boolean[] next = new boolean[path.size() + 1];
      boolean any = element.equals(ANY_FOLDERS);
      Wildcards wildcards = Wildcards.ofAnyName(element);
      for (int i = 0; i <= path.size(); i++) {
        if (any) {
          next[i] = reached[i] || (i > 0 && next[i - 1]);
        } else if (i > 0) {
          next[i] = reached[i - 1] && wildcards.match(path.get(i - 1));
        }
      }
      reached = next;
    }
    return reached[path.size()];
  }
}
