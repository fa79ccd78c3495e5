package io.kbaudit.article.reader.table;

import io.kbaudit.article.reader.cell.CellText;
import io.kbaudit.article.reader.cell.Cells;
import io.kbaudit.article.reader.cell.Word;
import io.kbaudit.article.reader.page.ArticleText;
import io.kbaudit.text.Letters;
import io.kbaudit.text.StatedLanguage;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The heading under which a table stands: the nearest above it that is one surely, by its marks or
 * the line below it, or a short line by itself just above the table.
 */
public final class TableHeading {
  /** Longer lines are running text. */
  static final int LONGEST = 120;

  /** A heading above a line of text; longer ones may be the first line of a paragraph. */
  private static final int LONGEST_ABOVE_TEXT = 40;

  /** What stands further above is not about this table. */
  private static final int LINES_LOOKED_AT = 400;

  /** So many lines with text may stand between a table and a line by itself that heads it. */
  private static final int NEAR = 6;

  private static final Pattern CAPTION = Pattern.compile("(?i)(collapse|expand) this table.*");
  private static final Pattern UNDERLINE = Pattern.compile("-{3,}|={3,}|~{3,}");

  private static final String FENCE = "```";

  /** What Markdown sets before the items of a list, and before quotations. */
  private static final Pattern BULLET = Pattern.compile("^(?:[-*>] )+");

  /** What articles say of themselves, or refer to. */
  private static final Pattern NO_HEADING =
      Pattern.compile(
          "(?i)(?:keywords?|product|version|operating system|article-id|document|last modified)"
              + "(?:\\(s\\))?\\s*:.*|(?:Q|KB)[0-9]{5,7}\\b.*|(?:ftp|https?):.*|HKEY_.*|NOTE\\b.*");

  private static final int PARAGRAPH_LINES = 6;

  private TableHeading() {}

  /** Returns the heading above {@code tableLine}; empty where there is none. */
  public static String above(ArticleText text, int tableLine) {
    int lowest = tableLine - 1;
    int linesWithText = 0;
    for (int line = lowest; line >= Math.max(1, tableLine - LINES_LOOKED_AT); line--) {
      String content = BULLET.matcher(CellText.plain(text.line(line))).replaceFirst("");
      if (content.isEmpty() || Cells.strip(text.line(line)).startsWith(FENCE)) {
        continue;
      }
      if (content.startsWith("#")) {
        return withoutMarks(content);
      }
      if (isUnderline(content) && line > 1 && isUnderlinedTitle(text.line(line - 1))) {
        return withoutColon(CellText.plain(text.line(line - 1)));
      }
      boolean near = linesWithText < NEAR && standsAlone(text, line);
      if (isTitle(content) && (near || beginsThought(text, line))) {
        return withoutColon(content);
      }
      linesWithText++;
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

  private static String withoutColon(String title) {
    return title.endsWith(":") ? title.substring(0, title.length() - 1).strip() : title;
  }

  private static boolean isUnderline(String content) {
    return UNDERLINE.matcher(content).matches();
  }

  /** The headings of a table's columns are underlined too. */
  private static boolean isUnderlinedTitle(String line) {
    return isTitle(CellText.plain(line)) && FixedHeading.of(Word.in(line)).isEmpty();
  }

  /** Whether a line may be a title: short, no sentence, and nothing that a table has. */
  private static boolean isTitle(String line) {
    return !line.isEmpty()
        && line.length() <= LONGEST
        && Character.isLetterOrDigit(line.codePointAt(0))
        && ".;,|".indexOf(line.charAt(line.length() - 1)) < 0
        && !isUnderline(line)
        && !CAPTION.matcher(line).matches()
        && !NO_HEADING.matcher(line).matches()
        && !announcesTable(line);
  }

  /** As in "The following files ...:" and "... the file attributes (or later):". */
  private static boolean announcesTable(String line) {
    String lower = Letters.small(line);
    return line.endsWith(":") && (lower.contains("following") || lower.contains("attributes"));
  }

  private static boolean standsAlone(ArticleText text, int line) {
    boolean blankAbove = line == 1 || text.line(line - 1).isBlank();
    return blankAbove && endsAt(text, line + 1);
  }

  /** Where no blank lines part paragraphs: behind the end of a sentence, a short line with none. */
  private static boolean beginsThought(ArticleText text, int line) {
    String content = Cells.strip(text.line(line));
    if (!Character.isUpperCase(content.codePointAt(0))
        || !Character.isLetterOrDigit(content.codePointBefore(content.length()))) {
      return false;
    }
    Optional<String> before =
        line == 1 ? Optional.empty() : Optional.of(Cells.strip(text.line(line - 1)));
    boolean endsSentence =
        before
            .filter(above -> !above.isEmpty())
            .map(above -> above.startsWith("|") || ".:!?".indexOf(lastOf(above)) >= 0)
            .orElse(false);
    if (!endsSentence) {
      return false;
    }
    String after = Cells.strip(text.line(line + 1));
    return endsAt(text, line + 1)
        || (content.length() <= LONGEST_ABOVE_TEXT && Character.isUpperCase(after.codePointAt(0)));
  }

  /** Whether a paragraph that reaches down to {@code line} ends above it. */
  private static boolean endsAt(ArticleText text, int line) {
    String content = Cells.strip(text.line(line));
    return content.isEmpty()
        || content.startsWith("|")
        || content.startsWith("+")
        || content.startsWith("\"")
        || CAPTION.matcher(content).matches()
        || FixedHeading.of(Word.in(content)).isPresent();
  }

  private static char lastOf(String line) {
    return line.charAt(line.length() - 1);
  }

  /**
   * Returns the language that the paragraph above {@code tableLine} says its files have. As in "The
   * German post-SMS 2.0 Service Pack 3 version of this fix should have the following file
   * attributes or later:" of Q316021.
   */
  public static Optional<String> languageAbove(ArticleText text, int tableLine) {
    int line = tableLine - 1;
    while (line >= 1 && text.line(line).isBlank()) {
      line--;
    }
    StringBuilder paragraph = new StringBuilder();
    for (int n = 0; n < PARAGRAPH_LINES && line >= 1 && !text.line(line).isBlank(); n++, line--) {
      paragraph.insert(0, Cells.strip(text.line(line)) + " ");
    }
    return paragraph.length() > Word.LONGEST_LINE
        ? Optional.empty()
        : StatedLanguage.firstIn(paragraph.toString());
  }
}
