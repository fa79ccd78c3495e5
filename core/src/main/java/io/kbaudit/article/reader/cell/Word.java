package io.kbaudit.article.reader.cell;

import io.kbaudit.article.PrintedRow;
import java.util.ArrayList;
import java.util.List;

/**
 * What stands between blanks in a line; a date, time or size of several words is one.
 *
 * @param text with single blanks inside, if any
 * @param start the column of its first character, counted from 0, where tabs reach to the next
 *     multiple of 8
 * @param end the column after its last character
 */
public record Word(String text, Shape shape, int start, int end) {
  /** A longer line is no row of a table printed for screens. */
  public static final int LONGEST_LINE = 1000;

  private static final int TAB = 8;

  /** As many words as a value may have: {@code 10 March 2011}. */
  private static final int MOST_JOINED = 3;

  /** Returns the words of {@code line}, in order; none of a line that is too long for a table. */
  public static List<Word> in(String line) {
    return line.length() > LONGEST_LINE ? List.of() : joined(single(line));
  }

  /** Returns the first of {@code line}; empty where there is none. */
  public static String first(String line) {
    int start = 0;
    while (start < line.length() && isBlank(line.charAt(start))) {
      start++;
    }
    int end = start;
    while (end < line.length() && !isBlank(line.charAt(end))) {
      end++;
    }
    return line.substring(start, end);
  }

  /** Returns whether some words of {@code line} are parted as columns are. */
  public static boolean areApart(String line) {
    if (line.length() > LONGEST_LINE) {
      return false;
    }
    boolean begun = false;
    int blanks = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (!isBlank(c)) {
        if (begun && blanks > 1) {
          return true;
        }
        begun = true;
        blanks = 0;
      } else {
        // As wide as the columns from which it parts.
        blanks += c == '\t' ? TAB : width(c);
      }
    }
    return false;
  }

  /** Returns whether this is parted from the word before it as one column is from another. */
  public boolean isApartFrom(Word before) {
    return start > before.end + 1;
  }

  /**
   * Returns what stands in the columns of two lines, the words of each column as one: those above
   * each other, and those that a single blank parts from them.
   */
  public static List<Word> columnsOf(List<Word> above, List<Word> below) {
    List<Word> columns = new ArrayList<>(phrases(above));
    for (Word phrase : phrases(below)) {
      int i = 0;
      while (i < columns.size() && columns.get(i).end <= phrase.start) {
        i++;
      }
      if (i < columns.size() && columns.get(i).start < phrase.end) {
        columns.set(i, over(columns.get(i), phrase));
      } else {
        columns.add(i, phrase);
      }
    }
    return columns;
  }

  private static List<Word> phrases(List<Word> words) {
    List<Word> phrases = new ArrayList<>();
    for (Word word : words) {
      if (phrases.isEmpty() || word.isApartFrom(phrases.get(phrases.size() - 1))) {
        phrases.add(word);
      } else {
        phrases.add(over(phrases.remove(phrases.size() - 1), word));
      }
    }
    return phrases;
  }

  private static Word over(Word first, Word second) {
    return new Word(
        first.text + " " + second.text,
        Shape.TEXT,
        Math.min(first.start, second.start),
        Math.max(first.end, second.end));
  }

  private static List<Word> single(String line) {
    List<Word> words = new ArrayList<>();
    int column = 0;
    int begin = -1;
    int beginColumn = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      boolean blank = isBlank(c);
      if (blank && begin >= 0) {
        words.add(word(line.substring(begin, i), beginColumn));
        begin = -1;
      } else if (!blank && begin < 0) {
        begin = i;
        beginColumn = column;
      }
      // A tab parts columns even where it is only one blank wide.
      column = c == '\t' ? (column / TAB + 1) * TAB + 1 : column + width(c);
    }
    if (begin >= 0) {
      words.add(word(line.substring(begin), beginColumn));
    }
    return words;
  }

  private static boolean isBlank(char c) {
    return c == ' '
        || c == '\t'
        || c == '\u00A0'
        || (c >= '\u2001' && c <= '\u2003')
        || c == '\u3000';
  }

  /** Blanks of scripts with wide characters take the place of two. */
  private static int width(char c) {
    return c == '\u3000' || c == '\u2001' || c == '\u2003' ? 2 : 1;
  }

  private static Word word(String text, int start) {
    return new Word(text, Shape.of(text), start, start + text.length());
  }

  private static List<Word> joined(List<Word> words) {
    List<Word> joined = new ArrayList<>(words.size());
    int i = 0;
    while (i < words.size()) {
      int count = Math.min(MOST_JOINED, words.size() - i);
      while (count > 1 && !isOneValue(words.subList(i, i + count))) {
        count--;
      }
      joined.add(count == 1 ? words.get(i) : join(words.subList(i, i + count)));
      i += count;
    }
    return joined;
  }

  /** Words parted by single blanks that together are what none of them is alone. */
  private static boolean isOneValue(List<Word> words) {
    boolean digits = Cells.hasDigit(words.get(0).text);
    for (int i = 1; i < words.size(); i++) {
      if (words.get(i).isApartFrom(words.get(i - 1))) {
        return false;
      }
      digits |= Cells.hasDigit(words.get(i).text);
    }
    String text = text(words);
    if (!digits) {
      return PrintedRow.saysNothing(text);
    }
    Shape first = words.get(0).shape;
    Shape last = words.get(words.size() - 1).shape;
    return switch (Shape.of(text)) {
      case TIME, NOTHING -> true;
      case DATE -> first != Shape.DATE && last != Shape.DATE;
      case SIZE -> last == Shape.TEXT;
      default -> false;
    };
  }

  private static Word join(List<Word> words) {
    String text = text(words);
    return new Word(text, Shape.of(text), words.get(0).start, words.get(words.size() - 1).end);
  }

  private static String text(List<Word> words) {
    StringBuilder text = new StringBuilder();
    for (Word word : words) {
      text.append(text.length() == 0 ? "" : " ").append(word.text);
    }
    return text.toString();
  }
}
