package io.kbaudit.article.reader.page;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * Tables as Jira and Confluence have them, the headings between two bars each:
 *
 * <pre>
 * ||File name||File size||
 * |Dnsclient.msi|679,936|
 * </pre>
 */
final class JiraWiki implements TableMarkup {
  /** More lines than a cell has. */
  private static final int MOST_LINES_OF_ROW = 50;

  private static final Pattern HEADINGS =
      Pattern.compile("\\s*+\\|\\|\\s*+[^|]{1,201}+(?:\\|\\|[^|]{0,200}+(?=\\|\\|))++\\|\\|\\s*+");

  private static final Pattern LINK = Pattern.compile("\\[([^\\[\\]|]*)\\|[^\\[\\]]*\\]");
  private static final Pattern MARKS =
      Pattern.compile(
          "\\{(?:color|html|panel|noformat|code|monospace)(?::[^{}]{0,80})?\\}|\\{\\{|\\}\\}");
  private static final Pattern BOLD =
      Pattern.compile("(?<!\\w)(?:\\{\\*\\}|\\*)([^*]+)(?:\\{\\*\\}|\\*)(?!\\w)");

  private static final Pattern ESCAPED = Pattern.compile("\\\\([-_*|{}\\[\\]])");

  @Override
  public OptionalInt tableAt(List<Line> lines, int index, TableLines rendered) {
    String first = lines.get(index).text();
    if (!first.contains("||") || !HEADINGS.matcher(first).matches()) {
      return OptionalInt.empty();
    }
    rendered.begin(lines.get(index).number());
    int i = index;
    while (i < lines.size() && lines.get(i).text().strip().startsWith("|")) {
      int end = endOfRow(lines, i);
      StringBuilder row = new StringBuilder();
      lines.subList(i, end).forEach(line -> row.append(line.text().strip()).append(' '));
      add(lines.get(i).number(), row.toString().strip(), rendered);
      i = end;
    }
    rendered.end(lines.get(i - 1).number());
    return OptionalInt.of(i);
  }

  /** A row ends with a bar; a cell may go on in the next lines until there is one. */
  private static int endOfRow(List<Line> lines, int begin) {
    for (int i = begin; i < Math.min(lines.size(), begin + MOST_LINES_OF_ROW); i++) {
      String text = lines.get(i).text().strip();
      if (text.isEmpty() || (i > begin && text.startsWith("|"))) {
        break;
      }
      if (text.endsWith("|")) {
        return i + 1;
      }
    }
    return begin + 1;
  }

  private static void add(int number, String row, TableLines rendered) {
    String linked = row.indexOf('[') < 0 ? row : LINK.matcher(row).replaceAll("$1");
    rendered.beginRow(number);
    cells(linked).forEach(cell -> rendered.cell(plain(cell), 1, 1));
    rendered.endRow();
  }

  private static List<String> cells(String row) {
    List<String> cells = new ArrayList<>();
    int from = row.startsWith("||") ? 2 : 1;
    for (int i = from; i <= row.length(); i++) {
      boolean bar = i < row.length() && row.charAt(i) == '|' && row.charAt(i - 1) != '\\';
      if (bar || (i == row.length() && i > from)) {
        cells.add(row.substring(from, i));
        boolean heading = i + 1 < row.length() && row.charAt(i + 1) == '|' && row.startsWith("||");
        i += heading ? 1 : 0;
        from = i + 1;
      }
    }
    return cells;
  }

  private static String plain(String cell) {
    String text = MARKS.matcher(cell).replaceAll("");
    text = BOLD.matcher(text).replaceAll("$1");
    return ESCAPED.matcher(text.replace("\\\\", " ")).replaceAll("$1").strip();
  }
}
