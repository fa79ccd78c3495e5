package io.kbaudit.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Which of several words somebody may have meant. */
public final class Nearest {
  /** One slip in so many letters is a slip; more is another word. */
  private static final int LETTERS_PER_SLIP = 4;

  private static final int MOST_SLIPS = 3;

  private Nearest() {}

  /** Returns the word that takes the fewest slips to become {@code written}, if few will do. */
  public static Optional<String> to(String written, Collection<String> words) {
    int most = Math.min(MOST_SLIPS, 1 + written.length() / LETTERS_PER_SLIP);
    return words.stream()
        .filter(word -> Math.abs(word.length() - written.length()) <= most)
        .map(word -> new Candidate(word, slips(written, word)))
        .filter(candidate -> candidate.slips() <= most)
        .min(Comparator.comparingInt(Candidate::slips).thenComparing(Candidate::word))
        .map(Candidate::word);
  }

  /** Returns how many letters are too many, missing or others (V. Levenshtein, 1966). */
  private static int slips(String written, String word) {
    int[] above = new int[word.length() + 1];
    for (int column = 0; column <= word.length(); column++) {
      above[column] = column;
    }
    for (int row = 1; row <= written.length(); row++) {
      int[] here = new int[word.length() + 1];
      here[0] = row;
      for (int column = 1; column <= word.length(); column++) {
        int other = written.charAt(row - 1) == word.charAt(column - 1) ? 0 : 1;
        here[column] =
            Math.min(above[column - 1] + other, 1 + Math.min(above[column], here[column - 1]));
      }
      above = here;
    }
    return above[word.length()];
  }

  private record Candidate(String word, int slips) {}
}
