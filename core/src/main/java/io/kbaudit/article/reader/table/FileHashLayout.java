package io.kbaudit.article.reader.table;

import io.kbaudit.article.reader.cell.Column;
import io.kbaudit.article.reader.cell.HeadingFacts;
import io.kbaudit.article.reader.page.ArticleText;
import io.kbaudit.text.Letters;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What PowerShell's Get-FileHash prints as a table, its paths with blanks, and cut to the width of
 * the window:
 *
 * <pre>
 * Algorithm       Hash                                                     Path
 * ---------       ----                                                     ----
 * SHA256          BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410...  C:\temp\a.msi
 * </pre>
 */
final class FileHashLayout implements TableLayout {
  private static final Map<String, Column> HEADINGS =
      Map.of("algorithm", Column.ALGORITHM, "hash", Column.DIGEST, "path", Column.NAME);

  private static final Set<Column> NEEDED = Set.of(Column.DIGEST, Column.NAME);

  private static final Pattern DASHES = Pattern.compile("\\s*+-++(?:\\s++-++)++\\s*+");
  private static final Pattern HEX = Pattern.compile("[0-9A-Fa-f]{4,}(?:\\.\\.\\.|\u2026)?");
  private static final Pattern WORD = Pattern.compile("\\S+");
  private static final Pattern CUT = Pattern.compile("(?:\\.\\.\\.|\u2026)");

  private static final Pattern BLANKS = Pattern.compile("\\s+");

  @Override
  public Optional<FileTable> tableAt(ArticleText text, int line) {
    if (line == text.size() || text.line(line + 1).strip().indexOf('-') != 0) {
      return Optional.empty();
    }
    List<Column> columns = columns(text.line(line));
    if (!columns.containsAll(NEEDED) || !DASHES.matcher(text.line(line + 1)).matches()) {
      return Optional.empty();
    }
    FileTable.Builder table = new FileTable.Builder(line, HeadingFacts.NOTHING);
    table.through(line + 1);
    int next = line + 2;
    while (next <= text.size()) {
      Optional<Map<Column, String>> row = row(text.line(next), columns);
      if (row.isPresent()) {
        int end = endOfRow(text, next, columns);
        add(next, end, row.get(), table);
        next = end;
      } else if (!text.line(next).isBlank()) {
        break;
      }
      next++;
    }
    if (table.isEmpty()) {
      table.addWithoutRows(line);
    }
    return Optional.of(table.build());
  }

  /** Returns the columns of a heading; none where it is none. */
  private static List<Column> columns(String line) {
    List<Column> columns = new ArrayList<>();
    for (String word : line.length() > DigestLines.LONGEST ? new String[0] : words(line)) {
      Column column = HEADINGS.get(Letters.small(word));
      if (column == null || columns.contains(column)) {
        return List.of();
      }
      columns.add(column);
    }
    return columns;
  }

  private static String[] words(String line) {
    return BLANKS.split(line.strip(), -1);
  }

  /** The path is what is left of a line when the words beside it are taken away. */
  private static Optional<Map<Column, String>> row(String line, List<Column> columns) {
    int path = columns.indexOf(Column.NAME);
    List<int[]> words = new ArrayList<>();
    if (line.length() <= DigestLines.LONGEST) {
      Matcher word = WORD.matcher(line);
      while (word.find()) {
        words.add(new int[] {word.start(), word.end()});
      }
    }
    int after = columns.size() - 1 - path;
    if (words.size() < columns.size() - 1) {
      return Optional.empty();
    }
    Map<Column, String> row = new EnumMap<>(Column.class);
    for (int i = 0; i < columns.size(); i++) {
      if (i != path) {
        int[] word = words.get(i < path ? i : words.size() - columns.size() + i);
        row.put(columns.get(i), line.substring(word[0], word[1]));
      }
    }
    int last = words.size() - after - 1;
    row.put(Column.NAME, path > last ? "" : line.substring(words.get(path)[0], words.get(last)[1]));
    return HEX.matcher(row.getOrDefault(Column.DIGEST, "")).matches()
        ? Optional.of(row)
        : Optional.empty();
  }

  /** Returns the last line of a row whose cells are wrapped. */
  private static int endOfRow(ArticleText text, int line, List<Column> columns) {
    int end = line;
    while (end < text.size()
        && !text.line(end + 1).isBlank()
        && Character.isWhitespace(text.line(end + 1).charAt(0))
        && row(text.line(end + 1), columns).isEmpty()) {
      end++;
    }
    return end;
  }

  private static void add(int line, int end, Map<Column, String> row, FileTable.Builder table) {
    if (end > line) {
      table.addUnread(line, "a row that goes on in the next line");
    } else if (row.values().stream().anyMatch(cell -> CUT.matcher(cell).find())) {
      table.addUnread(line, "a row that is cut to the width of a window");
    } else if (row.getOrDefault(Column.NAME, "").isEmpty()) {
      table.addUnread(line, "a row without a file name");
    } else {
      table.add(line, row);
    }
    table.through(end);
  }
}
