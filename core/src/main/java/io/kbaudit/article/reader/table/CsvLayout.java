package io.kbaudit.article.reader.table;

import io.kbaudit.article.reader.cell.CellHeading;
import io.kbaudit.article.reader.cell.Column;
import io.kbaudit.article.reader.cell.ColumnHeading;
import io.kbaudit.article.reader.cell.FileExtensions;
import io.kbaudit.article.reader.cell.Shape;
import io.kbaudit.article.reader.page.ArticleText;
import io.kbaudit.text.English;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Values parted by commas, semicolons or tabs, as in the file information that is attached to
 * updates of Windows: a title above each list, headings that come again or are missing, sizes in
 * quotation marks.
 *
 * <pre>
 * Windows 11, version 24H2 LCU arm64-based
 * "File name","File version","Date","Time","File size"
 * "localspl.dll","10.0.26100.8246","11-Apr-2026","21:53","805,376"
 * </pre>
 */
final class CsvLayout implements TableLayout {
  static final String SEPARATORS = ",;\t";

  /** As many lines as the title of some rows has. */
  private static final int MOST_TITLES = 3;

  @Override
  public Optional<FileTable> tableAt(ArticleText text, int line) {
    for (int i = 0; i < SEPARATORS.length(); i++) {
      char separator = SEPARATORS.charAt(i);
      if (mayBegin(text.line(line), separator)) {
        Optional<FileTable> table = tableAt(text, line, separator);
        if (table.isPresent()) {
          return table;
        }
      }
    }
    return Optional.empty();
  }

  /** A quick look, which spares most lines the slow one: a heading, or a name and two values. */
  private static boolean mayBegin(String line, char separator) {
    int first = line.indexOf(separator);
    return first >= 0
        && ((line.indexOf(separator, first + 1) >= 0 && line.indexOf('.') >= 0)
            || ColumnHeading.mayHead(line));
  }

  private static Optional<FileTable> tableAt(ArticleText text, int line, char separator) {
    List<String> cells = Separated.cells(text.line(line), separator);
    Optional<CellHeading> printed =
        CellHeading.of(cells)
            .filter(heading -> heading.isKnown() || fits(text, line, separator, heading));
    if (printed.isPresent()) {
      return Optional.of(new Body(text, line, separator, printed.get()).read(line + 1));
    }
    return CellHeading.ofRow(cells)
        .map(heading -> new Body(text, line, separator, heading).read(line));
  }

  /** Tabs may also just align, and commas part the words of a sentence: then no row is below. */
  private static boolean fits(ArticleText text, int line, char separator, CellHeading heading) {
    int named = sizeWithoutEmptyEnd(Separated.cells(text.line(line), separator));
    return text.nextLineWithText(line)
        .map(next -> Separated.cells(text.line(next), separator))
        .filter(row -> row.size() >= named && sizeWithoutEmptyEnd(row) <= heading.columns())
        .isPresent();
  }

  private static int sizeWithoutEmptyEnd(List<String> cells) {
    int size = cells.size();
    while (size > 0 && cells.get(size - 1).isEmpty()) {
      size--;
    }
    return size;
  }

  /** The rows below one heading, read to where they end. */
  private static final class Body {
    private final ArticleText text;
    private final char separator;
    private final CellHeading heading;

    /** How many columns there are up to the last that is called something. */
    private final int named;

    private final boolean misunderstood;
    private final FileTable.Builder table;

    Body(ArticleText text, int firstLine, char separator, CellHeading heading) {
      this.text = text;
      this.separator = separator;
      this.heading = heading;
      this.named = sizeWithoutEmptyEnd(Separated.cells(text.line(firstLine), separator));
      this.misunderstood = heading.misunderstood().isPresent();
      this.table = new FileTable.Builder(firstLine, heading.facts());
      sectionAbove(firstLine).ifPresent(title -> table.beginGroup(firstLine, title));
    }

    /** A title of a section may have as many separators behind it as a row has. */
    private Optional<String> sectionAbove(int firstLine) {
      String above = firstLine == 1 ? "" : text.line(firstLine - 1);
      if (above.isBlank() || above.length() > TableHeading.LONGEST) {
        return Optional.empty();
      }
      List<String> cells = Separated.cells(above, separator);
      List<String> filled = cells.subList(0, sizeWithoutEmptyEnd(cells));
      String title = String.join(", ", filled);
      boolean isTitle =
          !filled.isEmpty()
              && filled.size() < Math.min(named, MOST_TITLES + 1)
              && Character.isLetterOrDigit(title.codePointAt(0))
              && !title.endsWith(".")
              && !title.endsWith(":")
              && !Pipes.listsFile(filled)
              && filled.stream().allMatch(cell -> ColumnHeading.find(cell).isEmpty());
      return isTitle
          ? Optional.of(title).filter(own -> !own.equals(TableHeading.above(text, firstLine)))
          : Optional.empty();
    }

    /** Separators at the end of a line, of empty cells that no heading names, say nothing. */
    private List<String> fitted(List<String> cells) {
      int size = sizeWithoutEmptyEnd(cells);
      if (cells.size() > heading.columns()) {
        return cells.subList(0, Math.max(size, heading.columns()));
      }
      List<String> whole = new ArrayList<>(cells);
      while (whole.size() >= named && whole.size() < heading.columns()) {
        whole.add("");
      }
      return whole;
    }

    FileTable read(int firstRow) {
      for (int line = firstRow; line <= text.size(); line++) {
        String content = text.line(line);
        if (content.isBlank()) {
          continue;
        }
        List<String> cells = fitted(Separated.cells(content, separator));
        if (CellHeading.of(cells).isPresent()
            || CsvPropertiesLayout.beginsAt(text, line, separator, cells)) {
          break;
        }
        if (ListingLine.listsFile(content) && cells.size() != heading.columns()) {
          table.addUnread(line, ListingLine.PARTED_OTHERWISE);
        } else if (cells.size() != heading.columns() && areWordsWithValue(cells)) {
          addCut(line, cells);
        } else if (!cells.isEmpty() && !listsFile(cells) && !fillsColumns(cells)) {
          if (content.length() > TableHeading.LONGEST || !rowFollows(line)) {
            break;
          }
          title(line, cells);
        } else if (!addRow(line, cells)) {
          break;
        }
      }
      if (table.isEmpty()) {
        table.addWithoutRows(table.build().firstLine());
      }
      return table.build();
    }

    /** A name may have blanks, where something stands beside it. */
    private static boolean listsFile(List<String> cells) {
      return Pipes.listsFile(cells)
          || (cells.size() > 1
              && cells.stream()
                  .anyMatch(
                      cell ->
                          FileExtensions.isKnownName(cell.substring(cell.lastIndexOf(' ') + 1))));
    }

    /** Whether it is a row, if none that can be read; a title stands in one column alone. */
    private boolean fillsColumns(List<String> cells) {
      long filled = cells.stream().filter(cell -> !cell.isEmpty()).count();
      boolean isExportedRow = heading.facts().isExported() && filled > 0;
      return cells.size() == heading.columns()
          && (filled > 2 || isExportedRow || (filled == 2 && heading.hasNumberAmong(cells)));
    }

    private void title(int line, List<String> cells) {
      String title = String.join(", ", cells.stream().filter(cell -> !cell.isEmpty()).toList());
      if (title.isEmpty()) {
        table.through(line);
      } else {
        table.beginGroup(line, title);
      }
    }

    private boolean addRow(int line, List<String> cells) {
      if (cells.isEmpty()) {
        table.addUnread(line, "a row whose quotation marks do not match");
        return true;
      }
      if (cells.size() != heading.columns()) {
        boolean isPartOfTable =
            cells.stream().anyMatch(Shape::isFileName)
                && (cells.size() > 1 || FileExtensions.isKnownName(cells.get(0)));
        if (isPartOfTable) {
          addCut(line, cells);
        }
        return isPartOfTable;
      }
      Map<Column, String> row = heading.row(cells);
      if (row.containsKey(Column.UNREAD)) {
        table.add(line, row);
      } else if (misunderstood) {
        table.addUnread(line, CellHeading.CANNOT_BE_READ);
      } else if (row.containsKey(Column.NAME)) {
        table.add(line, row, heading.unclear(cells));
      } else {
        table.addUnread(line, "a row without a file name");
      }
      return true;
    }

    /** Adds a row that is unread: a comma in a value has parted it, say. */
    private void addCut(int line, List<String> cells) {
      table.addUnread(
          line,
          "a row of "
              + English.counted(cells.size(), "cell")
              + " in a table of "
              + heading.columns()
              + " columns");
    }

    /** As of a file whose name has no extension; a title, and running text, have more words. */
    private static boolean areWordsWithValue(List<String> cells) {
      return cells.size() > 1
          && cells.stream().noneMatch(cell -> cell.indexOf(' ') >= 0)
          && cells.stream().anyMatch(cell -> Shape.of(cell).isAttribute())
          && !cells.stream().allMatch(cell -> Shape.of(cell).isAttribute());
    }

    /** Whether what stands on {@code line} is the title of more rows, and not text below them. */
    private boolean rowFollows(int line) {
      Optional<Integer> next = text.nextLineWithText(line);
      for (int i = 0; i < MOST_TITLES && next.isPresent(); i++) {
        List<String> cells = fitted(Separated.cells(text.line(next.get()), separator));
        if (CellHeading.of(cells).isPresent()
            || CsvPropertiesLayout.beginsAt(text, next.get(), separator, cells)) {
          return false;
        }
        if (cells.size() == heading.columns() && Pipes.listsFile(cells)) {
          return true;
        }
        next = text.nextLineWithText(next.get());
      }
      return false;
    }
  }
}
