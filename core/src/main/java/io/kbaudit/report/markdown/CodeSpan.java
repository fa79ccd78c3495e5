package io.kbaudit.report.markdown;

import io.kbaudit.text.Printable;

/**
 * A text that an audit brings along, as a code span of Markdown ("GitHub Flavored Markdown Spec",
 * 6.3). In there nothing is a link, an image, HTML, a mention or a reference to an issue, and
 * nothing can end it: the characters that would, a backquote and, in a table, a bar, are shown as
 * {@code <U+0060>} and {@code <U+007C>}, and so is a blank that a browser would swallow.
 */
final class CodeSpan {
  private CodeSpan() {}

  /**
   * Returns the first 400 characters of {@code text}, printable, as a code span; of none, nothing.
   */
  static String of(String text) {
    return ofPrintable(Printable.line(text));
  }

  /** Returns all of {@code text}, likewise. */
  static String ofAll(String text) {
    return ofPrintable(Printable.uncut(text));
  }

  private static String ofPrintable(String line) {
    if (line.isEmpty()) {
      return "";
    }
    StringBuilder span = new StringBuilder("`");
    for (int i = 0; i < line.length(); i++) {
      char character = line.charAt(i);
      switch (character) {
        case '`' -> span.append("<U+0060>");
        case '|' -> span.append("<U+007C>");
        case ' ' -> span.append(isSwallowed(line, i) ? "<U+0020>" : " ");
        default -> span.append(character);
      }
    }
    return span.append('`').toString();
  }

  private static boolean isSwallowed(String line, int blank) {
    return blank == 0 || blank == line.length() - 1 || line.charAt(blank - 1) == ' ';
  }
}
