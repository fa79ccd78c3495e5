package io.kbaudit.text;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;

/**
 * Letters in small, in capitals and composed, in any locale alike and in a time that grows as their
 * text does. Java's own methods copy the whole text for each capital I with a dot, look for the
 * borders of all its words for each capital sigma, and sort marks by inserting them.
 */
public final class Letters {
  /**
   * More marks in a row than any language has: the Stream-Safe Text Format of Unicode (UAX 15,
   * section 13). A text that has more is compared as it is spelt.
   */
  private static final int MOST_MARKS = 30;

  private static final char FIRST_MARK = '\u0300';
  private static final char DOTTED_I = '\u0130';
  private static final char SIGMA = '\u03A3';
  private static final char SMALL_SIGMA = '\u03C3';
  private static final char FINAL_SIGMA = '\u03C2';

  private Letters() {}

  /** Returns {@code text} in small letters; of a Turkish capital I, the dot is not left over. */
  public static String small(String text) {
    if (text.indexOf(DOTTED_I) < 0 && text.indexOf(SIGMA) < 0) {
      return text.toLowerCase(Locale.ROOT);
    }
    StringBuilder small = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      small.appendCodePoint(
          text.charAt(i) == SIGMA ? sigma(text, i) : Character.toLowerCase(text.codePointAt(i)));
    }
    return small.toString();
  }

  /** At the end of a word it has another form. */
  private static int sigma(String text, int at) {
    boolean follows = at > 0 && Character.isLetter(text.charAt(at - 1));
    boolean ends = at + 1 == text.length() || !Character.isLetter(text.charAt(at + 1));
    return follows && ends ? FINAL_SIGMA : SMALL_SIGMA;
  }

  /** Returns {@code text} in capitals, each letter as one: those without a capital stay. */
  public static String capital(String text) {
    StringBuilder capital = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      capital.appendCodePoint(Character.toUpperCase(text.codePointAt(i)));
    }
    return capital.toString();
  }

  /** Returns {@code text} in a normalization form of Unicode. */
  public static String normalized(CharSequence text, Form form) {
    return hasTooManyMarks(text) ? text.toString() : Normalizer.normalize(text, form);
  }

  private static boolean hasTooManyMarks(CharSequence text) {
    int marks = 0;
    for (int i = 0; i < text.length() && marks <= MOST_MARKS; i++) {
      if (text.charAt(i) >= FIRST_MARK) {
        int codePoint = Character.codePointAt(text, i);
        marks = isMark(codePoint) ? marks + 1 : 0;
        i += Character.charCount(codePoint) - 1;
      } else {
        marks = 0;
      }
    }
    return marks > MOST_MARKS;
  }

  private static boolean isMark(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK ->
          true;
      default -> false;
    };
  }
}
