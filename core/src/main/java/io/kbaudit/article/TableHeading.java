package io.kbaudit.article;

import java.util.regex.Pattern;

/**
 * The heading under which a table stands: the nearest line above that a reader would take for one.
 * That is a Markdown heading, or a short line that begins a thought (the line before it ends a
 * sentence, or is blank), ends without punctuation and is followed by a capital.
 */
final class TableHeading {
  private static final int LONGEST = 60;
  private static final Pattern MARKDOWN = Pattern.compile("#{1,6}\\s+(.+?)\\s*#*");
  private static final Pattern CAPTION = Pattern.compile("(?i)(collapse|expand) this table.*");

  private TableHeading() {}

  /** Returns the heading above {@code tableLine}; empty where there is none. */
  static String above(ArticleText text, int tableLine) {
    for (int line = tableLine - 1; line >= 1; line--) {
      String candidate = text.line(line).strip();
      var markdown = MARKDOWN.matcher(candidate);
      if (markdown.matches()) {
        return markdown.group(1);
      }
      if (looksLikeHeading(candidate)
          && endsThought(text, line - 1)
          && startsThought(text, line + 1)) {
        return candidate;
      }
    }
    return "";
  }

  private static boolean looksLikeHeading(String line) {
    return !line.isEmpty()
        && line.length() <= LONGEST
        && Character.isUpperCase(line.codePointAt(0))
        && Character.isLetterOrDigit(line.codePointBefore(line.length()))
        && !CAPTION.matcher(line).matches();
  }

  private static boolean endsThought(ArticleText text, int line) {
    if (line < 1) {
      return true;
    }
    String before = text.line(line).strip();
    return before.isEmpty() || before.startsWith("|") || ".:!?".indexOf(lastOf(before)) >= 0;
  }

  private static boolean startsThought(ArticleText text, int line) {
    String after = text.line(line).strip();
    return after.isEmpty() || after.startsWith("|") || Character.isUpperCase(after.codePointAt(0));
  }

  private static char lastOf(String line) {
    return line.charAt(line.length() - 1);
  }
}
