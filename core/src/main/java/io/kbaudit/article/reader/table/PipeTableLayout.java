package io.kbaudit.article.reader.table;

import io.kbaudit.article.reader.cell.CellHeading;
import io.kbaudit.article.reader.cell.Cells;
import io.kbaudit.article.reader.cell.Column;
import io.kbaudit.article.reader.cell.Shape;
import io.kbaudit.article.reader.page.ArticleText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tables whose cells stand between vertical bars, with or without a line of dashes below the
 * heading, which may be shorter than the heading:
 *
 * <pre>
 * | File name | Date | Time | File size |
 * |---|
 * | Dnsclient.msi | 10-Mar-2011 | 10:04 | 679,936 |
 * </pre>
 *
 * <p>As seen in KB2492954, KB976398 and KB3018885. The tables of HTML pages are read so too.
 */
final class PipeTableLayout implements TableLayout {
  @Override
  public Optional<FileTable> tableAt(ArticleText text, int line) {
    Optional<CellHeading> wrapped = wrapped(text, line);
    return wrapped.isPresent()
        ? wrapped.map(heading -> new Body(text, line, line + 1, heading).read())
        : heading(text, line).map(heading -> new Body(text, line, line, heading).read());
  }

  /** Returns the headings that two rows above the dashes are together, if they are no others. */
  private static Optional<CellHeading> wrapped(ArticleText text, int line) {
    boolean twoAboveDashes =
        line + 2 <= text.size()
            && Pipes.isRow(text.line(line))
            && Pipes.isRow(text.line(line + 1))
            && Pipes.isRow(text.line(line + 2))
            && Pipes.hasDashes(Pipes.cells(text.line(line + 2)));
    if (!twoAboveDashes) {
      return Optional.empty();
    }
    List<String> above = Pipes.cells(text.line(line));
    List<String> below = Pipes.cells(text.line(line + 1));
    if (above.size() != below.size()
        || Pipes.listsFile(above)
        || Pipes.listsFile(below)
        || Pipes.isDecoration(above)
        || Pipes.isDecoration(below)
        || CellHeading.of(below).isPresent()) {
      return Optional.empty();
    }
    List<String> joined = new ArrayList<>();
    for (int i = 0; i < above.size(); i++) {
      joined.add(Cells.strip(above.get(i) + " " + below.get(i)));
    }
    return CellHeading.of(joined);
  }

  private static Optional<CellHeading> heading(ArticleText text, int line) {
    String content = text.line(line);
    if (!Pipes.isRow(content)) {
      return Optional.empty();
    }
    List<String> cells = Pipes.cells(content);
    Optional<CellHeading> named = CellHeading.of(cells);
    return named.isPresent()
        ? named
        : CellHeading.withoutName(cells).filter(heading -> namesFile(text, line + 1, heading));
  }

  /** Whether the first row below the dashes names a file, in whatever column. */
  private static boolean namesFile(ArticleText text, int from, CellHeading heading) {
    for (int line = from; line <= text.size() && Pipes.isRow(text.line(line)); line++) {
      List<String> cells = Pipes.cells(text.line(line));
      if (!Pipes.isDecoration(cells)) {
        return cells.size() == heading.columns()
            && cells.stream().anyMatch(Shape::isFileName)
            && heading.row(cells).containsKey(Column.NAME);
      }
    }
    return false;
  }

  /** The rows below one heading, read to where they end. */
  private static final class Body {
    private final ArticleText text;
    private final int headingLine;
    private final CellHeading heading;
    private final boolean closed;
    private final FileTable.Builder table;

    Body(ArticleText text, int firstLine, int headingLine, CellHeading heading) {
      this.text = text;
      this.headingLine = headingLine;
      this.heading = heading;
      this.closed = Pipes.isClosed(text.line(headingLine));
      this.table = new FileTable.Builder(firstLine, heading.facts());
    }

    FileTable read() {
      Optional<String> misunderstood = heading.misunderstood();
      for (int line = headingLine + 1; line <= text.size(); line++) {
        String content = text.line(line);
        if (content.isBlank()) {
          continue;
        }
        if (Pipes.lacksFirstBar(content, heading.columns())) {
          table.addUnread(line, "a row that does not begin with a bar");
          continue;
        }
        if (!Pipes.isRow(content) || beginsTable(line) || !continuesAt(line)) {
          break;
        }
        List<String> cells = Pipes.cells(content);
        if (Pipes.isGroupTitle(cells) && ListingLine.isAboutFile(cells.get(0))) {
          table.addUnread(line, ListingLine.PARTED_OTHERWISE);
        } else if (Pipes.isGroupTitle(cells)) {
          table.beginGroup(line, cells.get(0));
        } else if (Pipes.isDecoration(cells) && !isCutOff(line, cells)) {
          table.through(line);
        } else if (misunderstood.isPresent()) {
          table.addUnread(line, CellHeading.CANNOT_BE_READ);
        } else {
          addRow(line, cells);
        }
      }
      if (table.isEmpty()) {
        table.addWithoutRows(headingLine);
      }
      return table.build();
    }

    private void addRow(int line, List<String> cells) {
      List<String> whole = withoutEmptyEnd(cells);
      if (whole.size() > heading.columns() || cells.size() < heading.columns()) {
        table.addUnread(
            line,
            "a row of "
                + cells.size()
                + (cells.size() == 1 ? " cell" : " cells")
                + " in a table of "
                + heading.columns()
                + " columns");
      } else if (closed && !Pipes.isClosed(text.line(line))) {
        table.addUnread(line, "a row that is cut off");
      } else {
        Map<Column, String> row = heading.row(cells);
        if (row.containsKey(Column.NAME)) {
          table.add(line, row, heading.unclear(cells));
        } else {
          table.addUnread(line, "a row without a file name");
        }
      }
    }

    private List<String> withoutEmptyEnd(List<String> cells) {
      int end = cells.size();
      while (end > heading.columns() && cells.get(end - 1).isEmpty()) {
        end--;
      }
      return cells.subList(0, end);
    }

    /** A file table's heading, or any row above a line of dashes that lists no file itself. */
    private boolean beginsTable(int line) {
      List<String> cells = Pipes.cells(text.line(line));
      boolean dashesBelow =
          line < text.size()
              && Pipes.isRow(text.line(line + 1))
              && Pipes.hasDashes(Pipes.cells(text.line(line + 1)));
      return (dashesBelow && !Pipes.isDecoration(cells) && !Pipes.listsFile(cells))
          || CellHeading.of(cells).isPresent()
          || KeyValueLayout.beginsAt(text, line);
    }

    /** Below a blank line a table goes on only with a row that lists a file. */
    private boolean continuesAt(int line) {
      if (!text.line(line - 1).isBlank()) {
        return true;
      }
      List<String> cells = Pipes.cells(text.line(line));
      return cells.size() != heading.columns()
          || Pipes.isDecoration(cells)
          || Pipes.isGroupTitle(cells)
          || Pipes.listsFile(cells);
    }

    /** A blank row that is too short, and the last of the text, is one that only began. */
    private boolean isCutOff(int line, List<String> cells) {
      return line == text.size() && cells.size() < heading.columns() && !Pipes.hasDashes(cells);
    }
  }
}
