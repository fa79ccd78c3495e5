package io.kbaudit.article.reader.cell;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.parser.Parser;

/** The text of a cell without the Markdown and HTML around it. */
public final class CellText {
  private static final Pattern TAG =
      Pattern.compile(
          "(?i)</?(?:br|b|i|em|strong|span|p|a|code|sup|sub|font|div|summary|details|u|tt)\\b[^<>]*>");
  private static final Pattern BREAK = Pattern.compile("(?i)<br ?/?>");
  private static final Pattern LINK = Pattern.compile("!?\\[([^\\[\\]]*)\\]\\([^()]*\\)");
  private static final Pattern MARKS = Pattern.compile("\\*\\*|`");
  private static final Pattern ESCAPE = Pattern.compile("\\\\([\\\\`*_{}\\[\\]<>()#+.!|~-])");

  /** Of the items of lists, of quotations, and of headings. */
  private static final Pattern LIST_MARK =
      Pattern.compile("^\\s*+(?:(?:[-*+>\u2022]|#{1,6}|[0-9]{1,3}[.)])\\s++)++");

  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private CellText() {}

  /** Returns what a reader sees of {@code cell}, with single blanks. */
  public static String plain(String cell) {
    String text = cell;
    if (text.indexOf('<') >= 0) {
      text = TAG.matcher(withLinesJoined(text)).replaceAll(" ");
    }
    if (text.indexOf('[') >= 0) {
      text = LINK.matcher(text).replaceAll("$1");
    }
    if (text.indexOf('*') >= 0 || text.indexOf('`') >= 0) {
      text = MARKS.matcher(text).replaceAll("");
    }
    if (text.indexOf('\\') >= 0) {
      text = withoutEscapes(text);
    }
    if (text.indexOf('&') >= 0) {
      text = Parser.unescapeEntities(text, false);
    }
    return withSingleBlanks(Cells.strip(text));
  }

  /** Returns {@code line} without the marks of lists, quotations and headings before it. */
  public static String withoutListMark(String line) {
    return LIST_MARK.matcher(line).replaceFirst("");
  }

  /**
   * Returns what a reader sees of {@code line}, without the mark of a list or heading before it.
   */
  public static String item(String line) {
    return plain(withoutListMark(Cells.strip(line)));
  }

  /** Returns {@code text} with one blank where there are several, or of another kind. */
  public static String withSingleBlanks(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean again = c == ' ' && i > 0 && text.charAt(i - 1) == ' ';
      if (again || (c != ' ' && Character.isWhitespace(c))) {
        return BLANKS.matcher(text).replaceAll(" ");
      }
    }
    return text;
  }

  /** A long name goes on in the next line where a blank would change it: KB2566230. */
  private static String withLinesJoined(String text) {
    String[] lines = BREAK.split(text, -1);
    String joined = Arrays.stream(lines).map(String::strip).collect(Collectors.joining());
    boolean isName =
        lines.length > 1
            && Shape.isFileName(Cells.strip(joined))
            && !Shape.isFileName(Cells.strip(lines[0]));
    return isName ? joined : text;
  }

  /** A backslash before a letter is part of a path; before punctuation, Markdown's. */
  private static String withoutEscapes(String text) {
    return ESCAPE.matcher(text).replaceAll("$1");
  }
}
