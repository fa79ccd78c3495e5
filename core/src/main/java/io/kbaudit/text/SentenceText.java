package io.kbaudit.text;

import java.text.Normalizer.Form;
import java.util.Arrays;
import java.util.List;

/**
 * Running text made ready for a look at its sentences: lines joined, blanks of all kinds single,
 * marks of emphasis gone. It stands there as printed, and in small letters at the same places.
 * Immutable.
 */
final class SentenceText {
  private final String printed;
  private final String small;
  private final int[] starts;

  private SentenceText(String printed, int[] starts) {
    this.printed = printed;
    this.starts = starts;
    char[] letters = printed.toCharArray();
    for (int i = 0; i < letters.length; i++) {
      letters[i] = Character.toLowerCase(letters[i]);
    }
    this.small = new String(letters);
  }

  static SentenceText of(List<String> lines) {
    StringBuilder text = new StringBuilder();
    int[] starts = new int[lines.size()];
    for (int i = 0; i < starts.length; i++) {
      starts[i] = text.length();
      addLine(lines.get(i), text);
    }
    return new SentenceText(text.toString(), starts);
  }

  private static void addLine(String line, StringBuilder text) {
    String whole = Letters.normalized(line, Form.NFKC);
    boolean blank = true;
    for (int i = 0; i < whole.length(); i++) {
      char c = whole.charAt(i);
      if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
        blank = true;
      } else if (c != '*' && c != '`' && c != '\u200B' && c != '\u00AD') {
        if (blank && text.length() > 0) {
          text.append(' ');
        }
        blank = false;
        text.append(c);
      }
    }
  }

  /** Returns the text as printed. */
  String printed() {
    return printed;
  }

  /** Returns the text in small letters, each where the printed one is. */
  String small() {
    return small;
  }

  /** Returns the line, counted from 0, from which the character at {@code place} comes. */
  int lineAt(int place) {
    int found = Arrays.binarySearch(starts, place);
    int line = found >= 0 ? found : -found - 2;
    // Of lines that begin at one place, all but the last are empty.
    while (line + 1 < starts.length && starts[line + 1] <= place) {
      line++;
    }
    return Math.max(0, line);
  }

  /** Returns where the sentence around {@code place} begins, at most {@code most} before it. */
  int sentenceStart(int place, int most) {
    int lowest = Math.max(0, place - most);
    for (int i = place - 1; i > lowest; i--) {
      if (printed.charAt(i) == ' ' && endsSentence(i - 1)) {
        return i + 1;
      }
    }
    return lowest;
  }

  /** Returns where the sentence around {@code place} ends, at most {@code most} behind it. */
  int sentenceEnd(int place, int most) {
    int highest = Math.min(printed.length(), place + most);
    for (int i = place; i < highest; i++) {
      boolean last = i + 1 == printed.length() || printed.charAt(i + 1) == ' ';
      if (last && endsSentence(i)) {
        return i;
      }
    }
    return highest;
  }

  /** The dots of {@code U.S. English} end none. */
  private boolean endsSentence(int place) {
    return ".:;!?\u3002".indexOf(printed.charAt(place)) >= 0
        && (place == 0
            || printed.charAt(place) != '.'
            || !Character.isUpperCase(printed.charAt(place - 1)));
  }
}
