package io.kbaudit.article.reader.table;

import io.kbaudit.article.reader.cell.Cells;
import io.kbaudit.article.reader.cell.Column;
import io.kbaudit.article.reader.cell.DigestCell;
import io.kbaudit.article.reader.cell.HeadingFacts;
import io.kbaudit.article.reader.page.ArticleText;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What hashdeep writes: a line that names the columns, of which the name is the last and may have
 * commas.
 *
 * <pre>
 * %%%% HASHDEEP-1.0
 * %%%% size,md5,sha256,filename
 * ## Invoked from: C:\temp
 * 3,900150983cd24fb0d6963f7d28e17f72,ba7816bf8f01cfea...,C:\temp\a.msi
 * </pre>
 */
final class HashdeepLayout implements TableLayout {
  private static final String MARK = "%%%% ";
  private static final String COMMENT = "##";
  private static final String SIZE = "size";
  private static final String NAME = "filename";

  @Override
  public Optional<FileTable> tableAt(ArticleText text, int line) {
    List<String> columns = columns(text.line(line));
    if (columns.isEmpty()) {
      return Optional.empty();
    }
    FileTable.Builder table = new FileTable.Builder(line, HeadingFacts.NOTHING);
    for (int next = line + 1; next <= text.size(); next++) {
      String content = Cells.strip(text.line(next));
      if (content.startsWith(MARK.strip()) || content.length() > DigestLines.LONGEST) {
        break;
      }
      if (!content.isEmpty() && !content.startsWith(COMMENT)) {
        List<String> cells = List.of(content.split(",", columns.size()));
        if (cells.size() == columns.size()) {
          table.add(next, row(columns, cells));
        } else if (cells.size() > 1) {
          table.addUnread(
              next,
              "a row of " + cells.size() + " cells in a table of " + columns.size() + " columns");
        } else {
          break;
        }
      }
    }
    if (table.isEmpty()) {
      table.addWithoutRows(line);
    }
    return Optional.of(table.build());
  }

  private static List<String> columns(String line) {
    String content = Cells.strip(line);
    return content.startsWith(MARK) && content.endsWith("," + NAME)
        ? List.of(content.substring(MARK.length()).split(",", -1))
        : List.of();
  }

  /** Digests that cannot be compared stand together in one cell, and are said to be unread. */
  private static Map<Column, String> row(List<String> columns, List<String> cells) {
    Map<Column, String> row = new EnumMap<>(Column.class);
    for (int i = 0; i < cells.size(); i++) {
      String column = columns.get(i);
      String cell = Cells.strip(cells.get(i));
      Optional<Column> known =
          column.equals(NAME)
              ? Optional.of(Column.NAME)
              : column.equals(SIZE)
                  ? Optional.of(Column.SIZE)
                  : DigestCell.algorithm(column).map(DigestCell::column);
      if (known.isPresent()) {
        row.put(known.get(), cell);
      } else {
        row.merge(Column.ALGORITHM, column, (before, more) -> before + ", " + more);
        row.merge(Column.DIGEST, cell, (before, more) -> before + ", " + more);
      }
    }
    return row;
  }
}
