package io.kbaudit.article.reader.table;

import io.kbaudit.article.reader.cell.CellHeading;
import io.kbaudit.article.reader.cell.CellText;
import io.kbaudit.article.reader.cell.Cells;
import io.kbaudit.article.reader.cell.Column;
import io.kbaudit.article.reader.cell.ColumnHeading;
import io.kbaudit.article.reader.cell.Shape;
import io.kbaudit.article.reader.cell.WholeCells;
import io.kbaudit.article.reader.cell.Word;
import io.kbaudit.article.reader.page.ArticleText;
import io.kbaudit.article.reader.table.FixedHeading.Slot;
import io.kbaudit.article.reader.table.RowAligner.Aligned;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Tables whose columns are parted by blanks or tabs, in any order, the blanks kept or collapsed:
 *
 * <pre>
 *    Date         Time   Version        Size       File name        Platform
 *    -----------------------------------------------------------------------
 *    10-Apr-2001  17:55  2.0.92.1       1,925,391  Ccmcore.exe      Alpha
 * </pre>
 *
 * <p>As seen in Q305209, Q249973, Q194477 and Q161501, and collapsed in KB834100.
 */
final class FixedWidthLayout implements TableLayout {
  private static final Pattern RULE = Pattern.compile("[\\s>]*[-=_+~*][-=_+~*\\s]{2,}");

  /** As in {@code 80 file(s) 1,034,474 bytes}. */
  private static final Pattern TOTAL =
      Pattern.compile("(?i)\\s*(?:total\\b|[0-9,]+ files?\\b|[0-9,]+ file\\(s\\)).*");

  /** More lines below a row are not the rest of its description. */
  private static final int MOST_LINES_OF_ROW = 50;

  private static final Pattern OR = Pattern.compile("(?i)\\W*or\\W*");

  @Override
  public Optional<FileTable> tableAt(ArticleText text, int line) {
    Optional<FixedHeading> heading = heading(text.line(line));
    return heading.isPresent()
        ? read(text, line, line, heading.get())
        : wrapped(text, line).flatMap(wrapped -> read(text, line, line + 1, wrapped));
  }

  private static Optional<FileTable> read(
      ArticleText text, int firstLine, int headingLine, FixedHeading heading) {
    FileTable table = new Body(text, firstLine, headingLine, heading).read();
    return table.rows().isEmpty() && table.unread().isEmpty()
        ? Optional.empty()
        : Optional.of(table);
  }

  /**
   * Returns the headings that two lines are together, a word of each above one of the other; absent
   * where the second is a heading by itself, and the first a title.
   */
  private static Optional<FixedHeading> wrapped(ArticleText text, int line) {
    if (line == text.size()) {
      return Optional.empty();
    }
    String above = text.line(line);
    String below = text.line(line + 1);
    boolean mayBeHeadings =
        (Word.areApart(above) || Word.areApart(below))
            && below.indexOf('\t') < 0
            && ColumnHeading.mayHead(above + " " + below)
            && heading(below).isEmpty();
    List<Word> upper = mayBeHeadings ? Word.in(above) : List.of();
    List<Word> lower = mayBeHeadings ? Word.in(below) : List.of();
    boolean areHeadings =
        !upper.isEmpty()
            && !lower.isEmpty()
            && Stream.concat(upper.stream(), lower.stream())
                .noneMatch(word -> word.shape().isAttribute() || word.text().startsWith("-"));
    List<Word> columns = areHeadings ? Word.columnsOf(upper, lower) : List.of();
    return columns.size() > 1 ? FixedHeading.of(columns) : Optional.empty();
  }

  private static Optional<FixedHeading> heading(String line) {
    // Words that single blanks part are headings where the first is; few words are any.
    return line.length() <= Word.LONGEST_LINE
            && (Word.areApart(line) || ColumnHeading.mayBegin(Word.first(line)))
            && ColumnHeading.mayHead(line)
        ? FixedHeading.of(Word.in(line))
        : Optional.empty();
  }

  /** The rows below one heading, read to where they end. */
  private static final class Body {
    private final ArticleText text;
    private final int headingLine;
    private final FixedHeading heading;
    private final FileTable.Builder table;
    private final Map<Integer, RowAligner> aligners = new HashMap<>();
    private Optional<Word> lastText = Optional.empty();
    private int lastRow;
    private int lastRowStart;
    private boolean lastIsRead;

    Body(ArticleText text, int firstLine, int headingLine, FixedHeading heading) {
      this.text = text;
      this.headingLine = headingLine;
      this.heading = heading;
      this.table = new FileTable.Builder(firstLine, heading.facts());
      table.through(headingLine);
    }

    FileTable read() {
      boolean ruled = false;
      for (int line = headingLine + 1; line <= text.size(); line++) {
        String content = text.line(line);
        boolean afterRow = !text.line(line - 1).isBlank() && !table.isEmpty();
        if (content.isBlank()) {
          continue;
        }
        if (RULE.matcher(content).matches()) {
          ruled = true;
        } else if (heading(content).isPresent()) {
          break;
        } else if (TOTAL.matcher(content).matches() && !namesFile(content)) {
          table.through(line);
        } else if (OR.matcher(content).matches()) {
          table.or(line);
        } else if (!readRows(line)
            && !(afterRow && continuesText(line))
            && !beginsGroup(line)
            && !isMisprinted(line)) {
          break;
        }
      }
      if (ruled && table.isEmpty()) {
        table.addWithoutRows(headingLine);
      }
      return table.build();
    }

    /** Whether a word is a file's name, which may begin as a total does. */
    private static boolean namesFile(String line) {
      return Word.in(line).stream().anyMatch(word -> word.shape() == Shape.FILE_NAME);
    }

    /** Reads the files on a line; whether it is a row, or lists what is not checked. */
    private boolean readRows(int line) {
      List<Word> words = Word.in(text.line(line));
      Optional<Aligned> aligned = align(words, table.endsWithNameAbove(line));
      if (aligned.isEmpty()) {
        return false;
      }
      lastIsRead = false;
      for (int i = 0; i < aligned.get().files().size(); i++) {
        Map<Column, String> cells = aligned.get().files().get(i);
        if (isFolder(cells)) {
          table.addFolder(line, cells.getOrDefault(Column.DATE, ""));
        } else if (heading.misunderstood()) {
          table.addUnread(line, CellHeading.CANNOT_BE_READ);
        } else if (cells.containsKey(Column.NAME)) {
          table.add(line, WholeCells.of(cells), aligned.get().unclear().get(i));
          lastIsRead = true;
        } else if (table.endsWithNameAbove(line)) {
          table.complete(line, WholeCells.of(cells));
          lastIsRead = true;
        } else if (!cells.containsKey(Column.NAME) && attributes(cells) > 1) {
          table.addUnread(line, "a row without a file name");
        }
      }
      table.through(line);
      lastText = aligned.get().lastText();
      lastRow = line;
      lastRowStart = words.get(0).start();
      return true;
    }

    /** Whether its headings are those of files, and of nothing else that has names. */
    private boolean listsFiles() {
      return heading.facts().namesFiles() || heading.facts().columns().contains(Column.SIZE);
    }

    /** Notes a row whose words fit no columns; it ends no table. */
    private boolean isMisprinted(int line) {
      List<Word> words = Word.in(Cells.strip(text.line(line)));
      boolean misprinted =
          ListingLine.isTabularRow(words)
              || ListingLine.beginsWithFile(words)
              || (listsFiles() && ListingLine.hasNumberApart(words))
              || ListingLine.isAboutFile(text.line(line));
      if (misprinted) {
        table.addUnread(line, "a row whose words do not fit the columns");
      }
      return misprinted;
    }

    /** Returns the files on a line; absent where some word fits none, or it lists none. */
    private Optional<Aligned> align(List<Word> words, boolean belowName) {
      int files = heading.filesOnLine();
      Optional<Aligned> aligned = alignedAs(words, files, belowName);
      int dates = (int) words.stream().filter(word -> word.shape() == Shape.DATE).count();
      return aligned.isEmpty() && dates > files && dates <= 4
          ? alignedAs(words, dates, belowName)
          : aligned;
    }

    private Optional<Aligned> alignedAs(List<Word> words, int files, boolean belowName) {
      Aligned aligned =
          aligners
              .computeIfAbsent(files, count -> new RowAligner(heading.slotsFor(count)))
              .align(words);
      boolean whole = aligned.rest().isEmpty();
      boolean lists =
          aligned.files().stream()
              .anyMatch(cells -> isListing(cells) || (belowName && attributes(cells) > 0));
      return whole && lists ? Optional.of(aligned) : Optional.empty();
    }

    /** A word without an extension names a file only beside what is surely a value. */
    private static boolean isListing(Map<Column, String> cells) {
      String name = cells.getOrDefault(Column.NAME, "");
      if (Shape.isFileName(name) || cells.containsKey(Column.EXTENSION)) {
        return attributes(cells) > 0 || cells.size() == 1;
      }
      return cells.values().stream().map(Shape::of).anyMatch(Body::isSure)
          && (!name.isEmpty() || attributes(cells) > 1);
    }

    private static boolean isSure(Shape shape) {
      return switch (shape) {
        case DATE, TIME, SIZE, FOLDER -> true;
        default -> false;
      };
    }

    private static long attributes(Map<Column, String> cells) {
      return cells.keySet().stream().filter(Column::isAttribute).count();
    }

    private static boolean isFolder(Map<Column, String> cells) {
      return Shape.of(cells.getOrDefault(Column.SIZE, "")) == Shape.FOLDER;
    }

    /** A description or platform goes on below itself, and not below what stands before it. */
    private boolean continuesText(int line) {
      List<Word> words = Word.in(text.line(line));
      if (lastText.isEmpty()
          || words.isEmpty()
          || line > lastRow + MOST_LINES_OF_ROW
          || words.get(0).start() <= lastRowStart
          || words.get(0).start() + 2 < textStart(lastText.get())
          || words.stream().anyMatch(word -> word.shape() == Shape.DATE)) {
        return false;
      }
      if (lastIsRead) {
        table.extend(line, lastColumn(), CellText.withSingleBlanks(Cells.strip(text.line(line))));
      }
      table.through(line);
      return true;
    }

    /** Text may stand behind a version under one heading; it goes on below that heading. */
    private int textStart(Word text) {
      Slot last = heading.slots().get(heading.slots().size() - 1);
      return last.column().isText() ? Math.min(text.start(), last.start()) : text.start();
    }

    private Column lastColumn() {
      List<Slot> slots = heading.slots();
      Column last = slots.get(slots.size() - 1).column();
      return last.isText() && last != Column.UNCLEAR ? last : Column.OTHER;
    }

    /** A short line above a row is the heading of the rows below it. */
    private boolean beginsGroup(int line) {
      String title = Cells.strip(text.line(line));
      List<Word> words = Word.in(title);
      boolean isTitle =
          title.length() <= TableHeading.LONGEST
              && !ListingLine.beginsWithFile(words)
              && !(listsFiles() && ListingLine.hasNumberApart(words))
              && !ListingLine.isAboutFile(title)
              && words.stream()
                  .noneMatch(
                      word ->
                          word.shape().isAttribute()
                              && word.shape() != Shape.NUMBER
                              && word.shape() != Shape.VERSION);
      Optional<Integer> next = text.nextLineWithText(line);
      while (isTitle && next.isPresent() && RULE.matcher(text.line(next.get())).matches()) {
        next = text.nextLineWithText(next.get());
      }
      if (!isTitle
          || next.isEmpty()
          || heading(text.line(next.get())).isPresent()
          || align(Word.in(text.line(next.get())), false).isEmpty()) {
        return false;
      }
      table.beginGroup(line, title);
      return true;
    }
  }
}
