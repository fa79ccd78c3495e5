package io.kbaudit.article.reader.page;

import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tables as Textile has them, with a sign before what is a heading or reaches over several rows or
 * columns:
 *
 * <pre>
 * |_. File name |_. Date |_. File size |
 * | Dnsclient.msi |/2. 10-Mar-2011 | 679,936 |
 * | Dnsprovider.msi | 359,936 |
 * </pre>
 */
final class Textile implements TableMarkup {
  private static final Pattern HEADINGS =
      Pattern.compile(
          "\\s*(?:\\([^)]{0,40}\\)\\.\\s)?\\|[<>=^~]{0,2}_[^|\\s.]{0,40}\\.\\s.*\\|\\s*");

  private static final Pattern ROW_STYLE =
      Pattern.compile("\\s*(?:\\([^)|]{0,40}\\)|\\{[^}|]{0,80}\\}|[<>=^~]){0,3}\\.\\s+(?=\\|)");

  private static final Pattern CELL_STYLE =
      Pattern.compile(
          "(?=[0-9]{0,3}[_\\\\/<>=^~({])((?:[_<>=^~-]|[\\\\/][0-9]{1,3}|\\([^)]{0,40}\\)|\\{[^}]{0,80}\\}){1,8})\\.(?:\\s+|$)");

  private static final Pattern SPAN = Pattern.compile("([\\\\/])([1-9][0-9]{0,2})");

  /** In characters: in longer cells, which are no values, marks are left as they are. */
  private static final int LONGEST_MARKED = 1000;

  private static final Pattern MARKS =
      Pattern.compile("(?<!\\w)(\\*{1,2}|@|_{1,2})(\\S(?:.*?\\S)?)\\1(?!\\w)");

  @Override
  public OptionalInt tableAt(List<Line> lines, int index, TableLines rendered) {
    String first = lines.get(index).text();
    if (!first.contains("|") || first.length() > 4000 || !HEADINGS.matcher(first).matches()) {
      return OptionalInt.empty();
    }
    rendered.begin(lines.get(index).number());
    int i = index;
    while (i < lines.size() && isRow(lines.get(i).text())) {
      add(lines.get(i), rendered);
      i++;
    }
    rendered.end(lines.get(i - 1).number());
    return OptionalInt.of(i);
  }

  private static boolean isRow(String line) {
    return line.strip().startsWith("|")
        || (line.indexOf('|') > 0 && ROW_STYLE.matcher(line).lookingAt());
  }

  private static void add(Line line, TableLines rendered) {
    String row = line.text().substring(line.text().indexOf('|') + 1).strip();
    rendered.beginRow(line.number());
    for (String cell :
        (row.endsWith("|") ? row.substring(0, row.length() - 1) : row).split("\\|", -1)) {
      String text = cell.strip();
      Matcher style = CELL_STYLE.matcher(text);
      boolean styled = style.lookingAt();
      String signs = styled ? style.group(1) : "";
      String content = styled ? text.substring(style.end()) : text;
      rendered.cell(withoutMarks(content).strip(), span(signs, "/"), span(signs, "\\"));
    }
    rendered.endRow();
  }

  private static String withoutMarks(String content) {
    return content.length() > LONGEST_MARKED ? content : MARKS.matcher(content).replaceAll("$2");
  }

  private static int span(String signs, String sign) {
    Matcher span = SPAN.matcher(signs);
    while (span.find()) {
      if (span.group(1).equals(sign)) {
        return Integer.parseInt(span.group(2));
      }
    }
    return 1;
  }
}
