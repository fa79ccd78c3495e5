package io.kbaudit.report;

import io.kbaudit.text.English;
import io.kbaudit.text.Printable;
import java.util.Collection;

/** How reports word numbers, lists and names, for whoever says something beside them. */
public final class Wording {
  private Wording() {}

  /** Returns for example "1 file" or "22,000 files". */
  public static String counted(long number, String noun) {
    return English.counted(number, noun);
  }

  /** Returns for example "a, b and 3 more", with {@code most} of the words at most. */
  public static String enumerate(Collection<String> words, int most) {
    return English.enumerate(words, most);
  }

  /** Returns {@code text} in one line that moves no cursor. */
  public static String line(String text) {
    return Printable.line(text);
  }

  /** Returns {@code text} in quotation marks, in one line that moves no cursor. */
  public static String quoted(String text) {
    return Printable.quoted(text);
  }
}
