package io.kbaudit.article;

import java.util.regex.Pattern;

/**
 * The heading under which a table stands: the nearest line above that a reader would take for one.
 * That is a Markdown heading, or a short line that begins a thought (the line before it ends a
 * sentence, or is blank), ends without punctuation and is followed by a capital.
 */
final class TableHeading {
  /** Longer lines are running text. */
  static final int LONGEST = 80;

  /** What stands further above is not about this table. */
  private static final int LINES_LOOKED_AT = 200;

  private static final Pattern CAPTION = Pattern.compile("(?i)(collapse|expand) this table.*");

  private TableHeading() {}

  /** Returns the heading above {@code tableLine}; empty where there is none. */
  static String above(ArticleText text, int tableLine) {
    int highest = Math.max(1, tableLine - LINES_LOOKED_AT);
    for (int line = tableLine - 1; line >= highest; line--) {
      String candidate = text.line(line).strip();
      if (candidate.startsWith("#")) {
        return withoutMarks(candidate);
      }
      if (looksLikeHeading(candidate)
          && endsThought(text, line - 1)
          && startsThought(text, line + 1)) {
        return candidate;
      }
    }
    return "";
  }

  /** Returns a Markdown heading without the number signs before and behind it. */
  private static String withoutMarks(String heading) {
    int start = 0;
    int end = heading.length();
    while (start < end && heading.charAt(start) == '#') {
      start++;
    }
    while (end > start && heading.charAt(end - 1) == '#') {
      end--;
    }
    return heading.substring(start, end).strip();
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
