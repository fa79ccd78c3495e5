package io.kbaudit.article.reader.page;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Tells from which line of the text as it was given each character of a text comes: jsoup's own
 * numbers are wrong for text of many lines, and what is decoded has lines of its own.
 */
final class LineNumbers {
  private final int[] starts;
  private final int[] numbers;

  private LineNumbers(int[] starts, int[] numbers) {
    this.starts = starts;
    this.numbers = numbers;
  }

  /** Numbers the lines of {@code text} from {@code first} on. */
  static LineNumbers of(String text, int first) {
    int[] starts =
        IntStream.concat(
                IntStream.of(0),
                IntStream.range(1, text.length()).filter(i -> isLineEnd(text, i - 1)))
            .toArray();
    return from(starts, first);
  }

  /** Returns the numbers of {@code lines}, in a text of them all, each with a line feed. */
  static LineNumbers of(List<Line> lines) {
    int[] starts = new int[lines.size()];
    for (int i = 1; i < starts.length; i++) {
      starts[i] = starts[i - 1] + lines.get(i - 1).text().length() + 1;
    }
    return new LineNumbers(starts, lines.stream().mapToInt(Line::number).toArray());
  }

  /**
   * Numbers the lines that begin at {@code starts} from {@code first} on. Of several lines that
   * begin at one character, all but the last gave none.
   */
  static LineNumbers from(int[] starts, int first) {
    return new LineNumbers(starts, IntStream.range(first, first + starts.length).toArray());
  }

  private static boolean isLineEnd(String text, int i) {
    return text.charAt(i) == '\n'
        || (text.charAt(i) == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'));
  }

  /** Returns the number of the line of the character at {@code position}, counted from 0. */
  int at(int position) {
    int low = 0;
    int high = starts.length;
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (starts[middle] <= position) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return numbers[low];
  }
}
