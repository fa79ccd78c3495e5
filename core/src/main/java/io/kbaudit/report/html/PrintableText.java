package io.kbaudit.report.html;

import io.kbaudit.text.English;
import io.kbaudit.text.Printable;

/** Text as the page shows it: every character of it visible, and never without end. */
final class PrintableText {
  /** What is no longer is a name or a value, and cut as such. */
  private static final int SHORT = 400;

  /** A text of sentences goes on for longer; nothing of ours is as long as this. */
  private static final int LONGEST = 8_000;

  private PrintableText() {}

  /** Returns {@code text} in one line; what is cut off is counted. */
  static String of(String text) {
    if (text.length() <= SHORT) {
      return Printable.line(text);
    }
    StringBuilder shown = new StringBuilder();
    for (String word : text.split(" ", LONGEST)) {
      String printable = Printable.line(word);
      if (shown.length() + printable.length() > LONGEST) {
        return shown + "... (" + English.counted(text.length(), "character") + ")";
      }
      shown.append(shown.isEmpty() ? "" : " ").append(printable);
    }
    return shown.toString();
  }
}
