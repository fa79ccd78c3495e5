package io.kbaudit.file;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * One element of a pattern of paths: {@code *} is any number of characters, {@code ?} is one,
 * {@code [a-z]} one of those, {@code [!a-z]} one of the others. Its time grows with pattern times
 * name.
 */
public final class Wildcards {
  /** One character of some, or any number of any. */
  private record Part(boolean anyNumber, IntPredicate character) {
    static Part one(IntPredicate character) {
      return new Part(false, character);
    }
  }

  private final List<Part> parts = new ArrayList<>();
  private final boolean hidden;
  private final boolean ignoresCase;

  private Wildcards(String element, boolean ignoresCase, boolean hidden) {
    this.ignoresCase = ignoresCase;
    this.hidden = hidden;
    int[] pattern = folded(element);
    int i = 0;
    while (i < pattern.length) {
      int written = pattern[i];
      int end = written == '[' ? endOfSet(pattern, i) : i;
      if (end > i) {
        parts.add(Part.one(set(pattern, i + 1, end)));
      } else if (written == '*' || written == '?') {
        parts.add(new Part(written == '*', c -> true));
      } else {
        parts.add(Part.one(c -> c == written));
      }
      i = end + 1;
    }
  }

  /** Returns one as in a shell: a name that begins with a dot is matched by one that does. */
  public static Wildcards asInShell(String element, boolean ignoresCase) {
    return new Wildcards(element, ignoresCase, element.startsWith("."));
  }

  /** Returns one that matches names as Windows compares them, also those that begin with a dot. */
  public static Wildcards ofAnyName(String element) {
    return new Wildcards(element, true, true);
  }

  /** Returns where the set ends that begins at {@code open}; there, if it is none. */
  private static int endOfSet(int[] pattern, int open) {
    int first = open + 1 < pattern.length && pattern[open + 1] == '!' ? open + 2 : open + 1;
    for (int i = first + 1; i < pattern.length; i++) {
      if (pattern[i] == ']') {
        return i;
      }
    }
    return open;
  }

  private static IntPredicate set(int[] pattern, int begin, int end) {
    boolean not = pattern[begin] == '!';
    IntPredicate set = c -> false;
    int i = not ? begin + 1 : begin;
    while (i < end) {
      boolean range = i + 2 < end && pattern[i + 1] == '-';
      int low = pattern[i];
      int high = range ? pattern[i + 2] : low;
      set = set.or(c -> low <= c && c <= high);
      i += range ? 3 : 1;
    }
    return not ? set.negate() : set;
  }

  private int[] folded(String text) {
    return text.codePoints()
        .map(c -> ignoresCase ? Character.toLowerCase(Character.toUpperCase(c)) : c)
        .toArray();
  }

  /** Takes each {@code *} for as little as will do, and for one more where that does not. */
  public boolean match(String name) {
    if (name.startsWith(".") && !hidden) {
      return false;
    }
    int[] characters = folded(name);
    int at = 0;
    int part = 0;
    int lastStar = -1;
    int afterStar = 0;
    while (at < characters.length) {
      if (isAnyNumber(part)) {
        lastStar = part++;
        afterStar = at;
      } else if (part < parts.size() && parts.get(part).character().test(characters[at])) {
        part++;
        at++;
      } else if (lastStar >= 0) {
        part = lastStar + 1;
        at = ++afterStar;
      } else {
        return false;
      }
    }
    while (isAnyNumber(part)) {
      part++;
    }
    return part == parts.size();
  }

  private boolean isAnyNumber(int part) {
    return part < parts.size() && parts.get(part).anyNumber();
  }
}
