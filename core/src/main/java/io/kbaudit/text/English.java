package io.kbaudit.text;

import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/** Numbers and lists in English sentences, alike in every locale. */
public final class English {
  private English() {}

  /** Returns for example {@code 1 row} or {@code 10,000 rows}. */
  public static String counted(long number, String noun) {
    return String.format(Locale.ROOT, "%,d %s%s", number, noun, number == 1 ? "" : "s");
  }

  /**
   * Returns the first of {@code things} with commas between them, and how many more there are: as
   * in {@code a, b and 3 more}.
   *
   * @param most how many are shown
   */
  public static String enumerate(Collection<String> things, int most) {
    String shown = things.stream().limit(most).collect(Collectors.joining(", "));
    int more = things.size() - most;
    return more > 0 ? shown + " and " + more + " more" : shown;
  }
}
