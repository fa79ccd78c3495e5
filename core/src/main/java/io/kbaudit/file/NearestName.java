package io.kbaudit.file;

import io.kbaudit.text.Letters;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Which of several names somebody may have meant, whatever these are names of. */
public final class NearestName {
  /** One slip in so many letters is a slip; more is another name. */
  private static final int LETTERS_PER_SLIP = 3;

  private static final int MOST_SLIPS = 3;

  private NearestName() {}

  /**
   * Returns the name that takes the fewest slips to become {@code written}, if few will do. A
   * letter in the other case is none. A prefix that all of them begin with, as {@code KBAUDIT_},
   * makes no name more like another.
   */
  public static Optional<String> find(String written, Collection<String> names) {
    int prefix = prefix(folded(written), names);
    return names.stream()
        .map(name -> new Candidate(name, slips(folded(written), folded(name))))
        .filter(candidate -> candidate.slips() <= most(written, candidate.name(), prefix))
        .min(Comparator.comparingInt(Candidate::slips).thenComparing(Candidate::name))
        .map(Candidate::name);
  }

  private static int most(String written, String name, int prefix) {
    int letters = Math.max(written.length(), name.length()) - prefix;
    return Math.min(MOST_SLIPS, letters / LETTERS_PER_SLIP);
  }

  /** Returns how long the prefix is that all names have, and {@code written}: to its last sign. */
  private static int prefix(String written, Collection<String> names) {
    String shared = written;
    for (String name : names) {
      String other = folded(name);
      int same = 0;
      while (same < Math.min(shared.length(), other.length())
          && shared.charAt(same) == other.charAt(same)) {
        same++;
      }
      shared = shared.substring(0, same);
    }
    return Math.max(shared.lastIndexOf('-'), shared.lastIndexOf('_')) + 1;
  }

  private static String folded(String text) {
    return Letters.small(Letters.capital(text));
  }

  /**
   * Returns how many letters are too many, missing, others or exchanged with their neighbour
   * (optimal string alignment, after F. Damerau, 1964); of names too unlike in length for few slips
   * to do, how many letters longer one of them is.
   */
  private static int slips(String written, String name) {
    int unlike = Math.abs(written.length() - name.length());
    if (unlike > MOST_SLIPS) {
      return unlike;
    }
    int[] twoAbove = new int[0];
    int[] above = new int[0];
    for (int row = 0; row <= written.length(); row++) {
      int[] here = new int[name.length() + 1];
      for (int column = 0; column <= name.length(); column++) {
        if (row == 0 || column == 0) {
          here[column] = row + column;
          continue;
        }
        char letter = written.charAt(row - 1);
        char other = name.charAt(column - 1);
        here[column] =
            Math.min(
                above[column - 1] + (letter == other ? 0 : 1),
                1 + Math.min(above[column], here[column - 1]));
        if (row > 1
            && column > 1
            && letter == name.charAt(column - 2)
            && other == written.charAt(row - 2)) {
          here[column] = Math.min(here[column], 1 + twoAbove[column - 2]);
        }
      }
      twoAbove = above;
      above = here;
    }
    return above[name.length()];
  }

  private record Candidate(String name, int slips) {}
}
