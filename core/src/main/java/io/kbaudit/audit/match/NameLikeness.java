package io.kbaudit.audit.match;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How well the name that a package gives itself fits the name of a row.
 *
 * <p>The name must be there whole, word by word and in order: "Managed SharePoint 2007 Web
 * Services" has the name {@code Managedsharepoint2007ws}, whose last word is made of first letters.
 * What is more in the package's name decides how much that says.
 */
enum NameLikeness {
  /** The name is not there. */
  NONE,
  /** It is there, with other words in front or behind. */
  CONTAINED,
  /** It is there in part by abbreviations; what is more tells nothing. */
  ABBREVIATED,
  /** It is there word by word; what is more tells nothing. */
  WHOLE,
  /** It is there, and nothing else. */
  SAME;

  private static final int SHORTEST_ABBREVIATION = 2;
  private static final int LONGEST_ABBREVIATION = 4;

  /** Two names of fewer letters and digits are alike by chance. */
  private static final int SHORTEST_NAME = 3;

  /** Returns whether the name is there, and nothing else that would tell of another. */
  boolean isComplete() {
    return compareTo(ABBREVIATED) >= 0;
  }

  /**
   * Compares.
   *
   * @param stated what the package says
   * @param name of a row
   * @param idle words that tell nothing here, beside those that never do
   */
  static NameLikeness of(Words stated, Words name, Set<String> idle) {
    if (name.joined().length() < SHORTEST_NAME) {
      return NONE;
    }
    if (stated.joined().equals(name.joined())) {
      return SAME;
    }
    NameLikeness forward = new Search(name, stated, idle).best();
    // The package, too, may abbreviate; but then all of the row's name must be accounted for.
    NameLikeness backward = new Search(stated, name, idle).best();
    return backward.isComplete() && backward.compareTo(forward) > 0 ? backward : forward;
  }

  /** Finds all of {@code wanted} in {@code words}, passing over some of them. */
  private static final class Search {
    private final String wanted;
    private final Set<Integer> wordEnds;
    private final List<String> words;
    private final Set<String> idle;
    private final NameLikeness[][] known;

    Search(Words wanted, Words words, Set<String> idle) {
      this.wanted = wanted.joined();
      this.wordEnds = ends(wanted.list());
      this.words = words.list();
      this.idle = idle;
      this.known = new NameLikeness[this.wanted.length() + 1][this.words.size() + 1];
    }

    NameLikeness best() {
      return from(0, 0);
    }

    /** Returns the best way to find the rest of the letters in the rest of the words. */
    private NameLikeness from(int letter, int word) {
      if (word == words.size()) {
        return letter == wanted.length() ? WHOLE : NONE;
      }
      NameLikeness best = known[letter][word];
      if (best == null) {
        best = better(passingOver(letter, word), takingWhole(letter, word));
        best = better(best, abbreviating(letter, word));
        known[letter][word] = best;
      }
      return best;
    }

    private NameLikeness passingOver(int letter, int word) {
      NameLikeness rest = from(letter, word + 1);
      boolean tells = !Words.isAround(words.get(word)) && !idle.contains(words.get(word));
      boolean inside = letter > 0 && letter < wanted.length();
      return tells ? worse(rest, inside ? NONE : CONTAINED) : rest;
    }

    private NameLikeness takingWhole(int letter, int word) {
      String text = words.get(word);
      NameLikeness best = NONE;
      if (wanted.startsWith(text, letter)) {
        best = from(letter + text.length(), word + 1);
      }
      // One says Service, the other Services.
      if (wanted.startsWith(text + "s", letter)) {
        best = better(best, from(letter + text.length() + 1, word + 1));
      }
      if (text.length() > SHORTEST_NAME
          && text.endsWith("s")
          && wanted.startsWith(text.substring(0, text.length() - 1), letter)) {
        best = better(best, from(letter + text.length() - 1, word + 1));
      }
      return best;
    }

    /**
     * Takes a whole short word for the first letters of words, or for some letters of one. The
     * first word of a name is never one: by it names are looked up.
     */
    private NameLikeness abbreviating(int letter, int word) {
      NameLikeness best = NONE;
      if (!wordEnds.contains(letter)) {
        return best;
      }
      for (int length = SHORTEST_ABBREVIATION; length <= LONGEST_ABBREVIATION; length++) {
        int end = letter + length;
        if (wordEnds.contains(end)) {
          String abbreviation = wanted.substring(letter, end);
          if (isMadeOfInitials(abbreviation, word)) {
            best = better(best, worse(from(end, word + length), ABBREVIATED));
          }
          if (isMadeOfLetters(abbreviation, words.get(word))) {
            best = better(best, worse(from(end, word + 1), ABBREVIATED));
          }
        }
      }
      return best;
    }

    private boolean isMadeOfInitials(String abbreviation, int word) {
      if (word + abbreviation.length() > words.size()) {
        return false;
      }
      for (int i = 0; i < abbreviation.length(); i++) {
        if (words.get(word + i).charAt(0) != abbreviation.charAt(i)) {
          return false;
        }
      }
      return true;
    }

    private static boolean isMadeOfLetters(String abbreviation, String word) {
      int at = 0;
      for (int i = 0; i < word.length() && at < abbreviation.length(); i++) {
        if (word.charAt(i) == abbreviation.charAt(at)) {
          at++;
        } else if (i == 0) {
          return false;
        }
      }
      return at == abbreviation.length() && Character.isLetter(word.charAt(0));
    }

    private static Set<Integer> ends(List<String> words) {
      Set<Integer> ends = new HashSet<>();
      int end = 0;
      for (String word : words) {
        end += word.length();
        ends.add(end);
      }
      return ends;
    }
  }

  private static NameLikeness better(NameLikeness a, NameLikeness b) {
    return a.compareTo(b) >= 0 ? a : b;
  }

  private static NameLikeness worse(NameLikeness a, NameLikeness b) {
    return a.compareTo(b) <= 0 ? a : b;
  }
}
