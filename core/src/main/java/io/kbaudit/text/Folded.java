package io.kbaudit.text;

import java.text.Normalizer.Form;
import java.util.regex.Pattern;

/** Words as they are compared: what two prints of one word may differ in is gone. */
public final class Folded {
  private static final Pattern BLANKS = Pattern.compile("[\\s\u00A0\u2007\u202F]+");

  /** Numbers of notes, which are no digits of what stands before them. */
  private static final Pattern RAISED =
      Pattern.compile("(?<=[0-9])[\u00B9\u00B2\u00B3\u2070\u2074-\u2079]");

  private Folded() {}

  /**
   * Returns {@code text} in small letters, in any locale alike, with single blanks of the common
   * kind and none around it, and characters that stand for others replaced by those: full-width
   * digits, no-break and thin blanks, accents apart from their letters (Unicode's NFKC).
   */
  public static String of(String text) {
    return isFolded(text) ? text : fold(text);
  }

  /** Most texts are asked for again and again, and many are as they should be. */
  private static boolean isFolded(String text) {
    boolean afterBlank = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean capital = c >= 'A' && c <= 'Z';
      if (c < ' ' || c >= 0x80 || capital || (c == ' ' && afterBlank)) {
        return false;
      }
      afterBlank = c == ' ';
    }
    return text.isEmpty() || !afterBlank;
  }

  private static String fold(String text) {
    String small = Letters.small(text);
    String whole =
        isPlain(small)
            ? small
            // Of a Turkish capital with a dot, the dot is left over.
            : Letters.normalized(RAISED.matcher(small).replaceAll(" $0"), Form.NFKC)
                .replace("i\u0307", "i");
    return hasRuns(whole) ? BLANKS.matcher(whole).replaceAll(" ").strip() : whole.strip();
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  private static boolean hasRuns(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean afterBlank = i > 0 && text.charAt(i - 1) == ' ';
      if (c != ' ' ? c < ' ' || c == '\u00A0' || c == '\u2007' || c == '\u202F' : afterBlank) {
        return true;
      }
    }
    return false;
  }
}
