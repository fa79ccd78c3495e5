package io.kbaudit.text;

import java.util.Collection;
import java.util.List;

/** Numbers and lists in English sentences, alike in every locale. */
public final class English {
  private static final int LISTED_AT_MOST = 5;

  private static final int DIGITS_OF_A_GROUP = 3;

  private English() {}

  /** Returns for example {@code 10,000}. */
  public static String number(long number) {
    StringBuilder digits = new StringBuilder(Long.toString(number));
    int first = number < 0 ? 1 : 0;
    for (int i = digits.length() - DIGITS_OF_A_GROUP; i > first; i -= DIGITS_OF_A_GROUP) {
      digits.insert(i, ',');
    }
    return digits.toString();
  }

  /** Returns for example {@code 1 row} or {@code 10,000 rows}. */
  public static String counted(long number, String noun) {
    return number(number) + " " + noun + (number == 1 ? "" : "s");
  }

  /**
   * Returns {@code things} with commas and "and" between them; of more than five, how many more.
   */
  public static String enumerate(List<String> things) {
    int last = things.size() - 1;
    if (last < 1 || things.size() > LISTED_AT_MOST) {
      return enumerate(things, LISTED_AT_MOST);
    }
    return String.join(", ", things.subList(0, last)) + " and " + things.get(last);
  }

  /**
   * Returns the first of {@code things} with commas between them, and how many more there are: as
   * in {@code a, b and 3 more}.
   *
   * @param most how many are shown
   */
  public static String enumerate(Collection<String> things, int most) {
    String shown = String.join(", ", things.stream().limit(most).toList());
    int more = things.size() - most;
    return more > 0 ? shown + " and " + number(more) + " more" : shown;
  }

  /** Returns {@code text}, as it is, between single quotation marks. */
  public static String quoted(String text) {
    return "'" + text + "'";
  }
}
