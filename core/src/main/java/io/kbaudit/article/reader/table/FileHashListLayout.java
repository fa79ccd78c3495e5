package io.kbaudit.article.reader.table;

import io.kbaudit.article.reader.cell.Column;
import io.kbaudit.article.reader.cell.HeadingFacts;
import io.kbaudit.article.reader.page.ArticleText;
import io.kbaudit.text.Letters;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What PowerShell's Get-FileHash prints as a list. Values that are wider than the window go on in
 * the next line:
 *
 * <pre>
 * Algorithm : SHA256
 * Hash      : BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61
 *             F20015AD
 * Path      : C:\temp\a.msi
 * </pre>
 */
final class FileHashListLayout implements TableLayout {
  private static final Map<String, Column> LABELS =
      Map.of("algorithm", Column.ALGORITHM, "hash", Column.DIGEST, "path", Column.NAME);

  private static final Pattern LABELLED =
      Pattern.compile("\\s*(?i:(Algorithm|Hash|Path))\\s{0,20}:(?:\\s+(\\S.*))?");

  private static final Pattern HEX = Pattern.compile("[0-9A-Fa-f]{4,}");

  @Override
  public Optional<FileTable> tableAt(ArticleText text, int line) {
    FileTable.Builder table = new FileTable.Builder(line, HeadingFacts.NOTHING);
    int next = line;
    while (next <= text.size()) {
      if (!text.line(next).isBlank()) {
        Item item = Item.at(text, next);
        if (!item.isWhole()) {
          break;
        }
        item.addTo(table);
        next = item.lastLine;
      }
      next++;
    }
    return table.isEmpty() ? Optional.empty() : Optional.of(table.build());
  }

  /** What is printed of one file. */
  private static final class Item {
    private final int line;
    private int lastLine;
    private final Map<Column, String> cells = new EnumMap<>(Column.class);
    private boolean nameGoesOn;

    private Item(int line) {
      this.line = line;
      this.lastLine = line - 1;
    }

    /** Returns the item that begins at {@code line}; an empty one where none does. */
    static Item at(ArticleText text, int line) {
      Item item = new Item(line);
      Optional<Column> last = Optional.empty();
      for (int next = line; next <= text.size() && !text.line(next).isBlank(); next++) {
        String content = text.line(next);
        Matcher labelled = LABELLED.matcher(content.length() > DigestLines.LONGEST ? "" : content);
        if (labelled.matches()) {
          Column column = LABELS.getOrDefault(Letters.small(labelled.group(1)), Column.OTHER);
          if (item.cells.containsKey(column)) {
            break;
          }
          item.cells.put(column, labelled.group(2) == null ? "" : labelled.group(2).strip());
          last = Optional.of(column);
        } else if (last.isPresent() && Character.isWhitespace(content.charAt(0))) {
          item.goOn(last.get(), content.strip());
        } else {
          break;
        }
        item.lastLine = next;
      }
      return item;
    }

    /** Where a line ends within a name, it is not known whether a blank did. */
    private void goOn(Column column, String more) {
      cells.merge(column, more, String::concat);
      nameGoesOn |= column == Column.NAME && more.indexOf('\\') < 0 && more.indexOf('/') < 0;
    }

    boolean isWhole() {
      return cells.containsKey(Column.NAME)
          && HEX.matcher(cells.getOrDefault(Column.DIGEST, "")).matches();
    }

    void addTo(FileTable.Builder table) {
      if (nameGoesOn) {
        table.addUnread(line, "a name that goes on in the next line");
      } else if (cells.getOrDefault(Column.NAME, "").isEmpty()) {
        table.addUnread(line, "a digest without a file name");
      } else {
        table.add(line, cells);
      }
      table.through(lastLine);
    }
  }
}
