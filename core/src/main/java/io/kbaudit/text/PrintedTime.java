package io.kbaudit.text;

import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A time of day as articles and programs of any country print it. */
public final class PrintedTime {
  private static final Vocabulary WORDS = Vocabulary.ofAllLanguages();

  /** As in 10:04, 9:57, 7:11:57, 05:12:11.250; in a column of times 01.56 and 08h57. */
  private static final Pattern TIME =
      Pattern.compile(
          "(?:([^0-9]{1,12}?) ?)?([0-9]{1,2})( ?[\u6642\u65f6\uc2dc] ?|[:.h])([0-9]{2})"
              + "(?:[:.]([0-9]{2})(?:[.,][0-9]{1,7})?)? ?([^0-9]{0,24})");

  /** As in 05:48 PM, 08:55AM, 04:39p, 9:51 a.m. */
  private static final Pattern HALF_OF_DAY = Pattern.compile("([ap])\\.? ?(?:m\\.?)?");

  private static final Pattern MINUTES = Pattern.compile("[\u5206\ubd84]");

  /** More than the longest time has. */
  private static final int LONGEST = 40;

  private PrintedTime() {}

  /**
   * Returns the time, to the second; absent where {@code text} is none, or is said to be of another
   * zone than UTC.
   */
  public static Optional<LocalTime> find(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    Matcher matcher = TIME.matcher(Folded.of(text));
    if (!matcher.matches()) {
      return Optional.empty();
    }
    Optional<HalfOfDay> half = HalfOfDay.besides(matcher.group(1), matcher.group(6));
    int hour = Integer.parseInt(matcher.group(2));
    int minute = Integer.parseInt(matcher.group(4));
    int second = matcher.group(5) == null ? 0 : Integer.parseInt(matcher.group(5));
    if (half.isEmpty()) {
      return Optional.empty();
    }
    return half.get()
        .hour(hour)
        .filter(of24 -> minute < 60 && second < 60)
        .map(of24 -> LocalTime.of(of24, minute, second));
  }

  /** What stands beside the numbers of a time. */
  private enum HalfOfDay {
    MORNING,
    AFTERNOON,
    UNSAID;

    /** Absent where something else stands there. */
    static Optional<HalfOfDay> besides(String before, String after) {
      String left = before == null ? "" : before.strip();
      String right = MINUTES.matcher(after).replaceAll("").strip();
      int blank = right.lastIndexOf(' ');
      if (WORDS.isUtc(right)) {
        right = "";
      } else if (blank > 0 && WORDS.isUtc(right.substring(blank + 1))) {
        right = right.substring(0, blank);
      }
      if (!left.isEmpty() && !right.isEmpty()) {
        return Optional.empty();
      }
      return named(left + right);
    }

    private static Optional<HalfOfDay> named(String word) {
      Matcher half = HALF_OF_DAY.matcher(word);
      if (word.isEmpty()) {
        return Optional.of(UNSAID);
      }
      if (WORDS.isMorning(word) || (half.matches() && half.group(1).equals("a"))) {
        return Optional.of(MORNING);
      }
      boolean afternoon = WORDS.isAfternoon(word) || (half.matches() && half.group(1).equals("p"));
      return afternoon ? Optional.of(AFTERNOON) : Optional.empty();
    }

    Optional<Integer> hour(int printed) {
      if (this == UNSAID) {
        return printed < 24 ? Optional.of(printed) : Optional.empty();
      }
      return printed >= 1 && printed <= 12
          ? Optional.of(printed % 12 + (this == AFTERNOON ? 12 : 0))
          : Optional.empty();
    }
  }
}
