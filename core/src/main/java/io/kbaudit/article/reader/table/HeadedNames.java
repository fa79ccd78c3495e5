package io.kbaudit.article.reader.table;

import io.kbaudit.article.reader.cell.CellText;
import io.kbaudit.article.reader.cell.Cells;
import io.kbaudit.article.reader.cell.Column;
import io.kbaudit.article.reader.cell.ColumnHeading;
import io.kbaudit.article.reader.cell.Word;
import java.util.ArrayList;
import java.util.List;

/**
 * Tables of names beside which no heading announces anything that a file can be held to. No layout
 * reads them, and they list files all the same.
 *
 * <pre>
 * File name     Platform
 * Missing.dll   x64
 * </pre>
 */
final class HeadedNames {
  private static final String SEPARATORS = ",;\t";

  /** More cells are a sentence parted by commas. */
  private static final int MOST_CELLS = 12;

  private HeadedNames() {}

  /** Whether a line is the headings of such a table. */
  static boolean areHeadings(String line) {
    if (line.isBlank() || line.length() > TableHeading.LONGEST) {
      return false;
    }
    List<String> cells = cells(line);
    return cells.size() <= MOST_CELLS
        && cells.stream()
            .map(ColumnHeading::of)
            .anyMatch(cells.size() == 1 ? HeadedNames::isSure : HeadedNames::isName);
  }

  private static boolean isName(ColumnHeading heading) {
    return heading.column() == Column.NAME;
  }

  /** By itself, what a component is called is a word like any other. */
  private static boolean isSure(ColumnHeading heading) {
    return heading.namesFiles();
  }

  /** Returns the cells of a line that separators part, or blanks as columns are. */
  static List<String> cells(String line) {
    for (int i = 0; i < SEPARATORS.length(); i++) {
      if (line.indexOf(SEPARATORS.charAt(i)) >= 0) {
        return Separated.cells(line, SEPARATORS.charAt(i));
      }
    }
    List<String> cells = new ArrayList<>();
    Word.columnsOf(Word.in(CellText.withoutListMark(Cells.strip(line))), List.of())
        .forEach(column -> cells.add(column.text()));
    return cells;
  }
}
