package io.kbaudit.article.reader.table;

import io.kbaudit.article.ListedSize;
import io.kbaudit.article.reader.cell.CellHeading;
import io.kbaudit.article.reader.cell.CellText;
import io.kbaudit.article.reader.cell.Cells;
import io.kbaudit.article.reader.cell.Column;
import io.kbaudit.article.reader.cell.ColumnHeading;
import io.kbaudit.article.reader.cell.Shape;
import io.kbaudit.article.reader.page.ArticleText;
import io.kbaudit.text.Processors;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Tables of which each cell came to stand on a line of its own, as pages and printed documents are
 * pasted, with blank lines between the cells or without:
 *
 * <pre>
 * File name
 * File version
 * File size
 * Alpha.dll
 * 6.1.7601.22908
 * 805,376
 * </pre>
 *
 * <p>A row that has lost its blank cells is read where what is left fits the columns in one way
 * only; else it is unread.
 */
final class CellLinesLayout implements TableLayout {
  private static final int MOST_COLUMNS = 20;

  /** Longer lines are running text, or no cell. */
  private static final int LONGEST_CELL = 400;

  private static final int LONGEST_HEADING = 60;
  private static final int LONGEST_TEXT = 80;

  /** As many words as a name with blanks has. */
  private static final int MOST_WORDS_OF_NAME = 5;

  /** More blank lines part what does not belong together. */
  private static final int MOST_BLANK = 3;

  /** As many lines as the title of some rows has. */
  private static final int MOST_TITLES = 3;

  /** The mark of a heading in Markdown. */
  private static final Pattern HASHES = Pattern.compile("^#{1,6} ");

  @Override
  public Optional<FileTable> tableAt(ArticleText text, int line) {
    Lines lines = new Lines(text);
    return Heading.at(lines, line)
        .map(heading -> new Body(lines, line, heading).read())
        .filter(table -> !table.rows().isEmpty() || !table.unread().isEmpty());
  }

  /** The lines of a text as cells. */
  private record Lines(ArticleText text) {
    /** Returns what stands on a line; empty where it is too long for a cell, or none. */
    String cell(int line) {
      String content = line <= text.size() ? text.line(line) : "";
      return content.length() > LONGEST_CELL ? "" : CellText.plain(content);
    }

    boolean isBlank(int line) {
      return line > text.size() || text.line(line).isBlank();
    }

    /** Returns the next line with text, unless too many blank ones are before it. */
    Optional<Integer> next(int line) {
      for (int next = line + 1; next <= Math.min(text.size(), line + 1 + MOST_BLANK); next++) {
        if (!isBlank(next)) {
          return Optional.of(next);
        }
      }
      return Optional.empty();
    }

    boolean namesFile(int line) {
      String cell = cell(line);
      String last = cell.substring(cell.lastIndexOf(' ') + 1);
      return Shape.of(last) == Shape.FILE_NAME
          && cell.length() <= LONGEST_TEXT + last.length()
          && cell.chars().filter(c -> c == ' ').count() < MOST_WORDS_OF_NAME;
    }

    boolean isValue(int line) {
      String cell = cell(line);
      Shape shape = Shape.of(cell);
      return !cell.isEmpty() && (shape.isAttribute() || shape == Shape.NOTHING || isPlatform(cell));
    }

    static boolean isPlatform(String cell) {
      return cell.length() <= LONGEST_TEXT && !Processors.in(cell).isEmpty();
    }
  }

  /**
   * Headings, a line each.
   *
   * @param columns what each says
   * @param parted whether blank lines stand between them
   * @param firstValue the line below the last one
   */
  private record Heading(List<String> cells, List<Column> columns, boolean parted, int firstValue) {
    static Optional<Heading> at(Lines lines, int line) {
      if (!isKnown(lines.cell(line))) {
        return Optional.empty();
      }
      List<String> cells = new ArrayList<>();
      int at = line;
      List<Integer> below = new ArrayList<>();
      while (isHeading(lines, at)) {
        cells.add(lines.cell(at));
        Optional<Integer> next = lines.next(at);
        if (next.isEmpty() || cells.size() > MOST_COLUMNS) {
          return Optional.empty();
        }
        at = next.get();
        below.add(at);
      }
      // The first value may be a text, and is no heading.
      int size = cells.size();
      while (size > 0 && columnOf(cells.get(0)).isText() && !isKnown(cells.get(size - 1))) {
        size--;
      }
      return Optional.of(cells.subList(0, size))
          .filter(Heading::areOfFiles)
          .map(
              own ->
                  new Heading(
                      own,
                      own.stream().map(Heading::columnOf).toList(),
                      isParted(below, line, own.size()),
                      below.get(own.size() - 1)));
    }

    private static boolean isParted(List<Integer> below, int line, int size) {
      return size > 1 && below.get(size - 2) - line > size - 1;
    }

    private static boolean isKnown(String cell) {
      return !cell.isEmpty()
          && cell.length() <= LONGEST_HEADING
          && (ColumnHeading.find(cell).isPresent() || ColumnHeading.isMisunderstood(cell));
    }

    private static Column columnOf(String cell) {
      return ColumnHeading.find(cell).map(ColumnHeading::column).orElse(Column.OTHER);
    }

    /** Whether a line may be a heading, known or not. */
    private static boolean isHeading(Lines lines, int line) {
      String cell = lines.cell(line);
      return isKnown(cell)
          || (!cell.isEmpty()
              && cell.length() <= LONGEST_HEADING
              && Character.isLetter(cell.codePointAt(0))
              && !cell.endsWith(".")
              && !lines.namesFile(line)
              && !lines.isValue(line));
    }

    /** Most of them are known, and one of these is of names. */
    private static boolean areOfFiles(List<String> cells) {
      return CellHeading.of(cells).isPresent()
          && cells.stream().filter(Heading::isKnown).count() * 2 > cells.size();
    }

    int size() {
      return columns.size();
    }

    int name() {
      return columns.indexOf(Column.NAME);
    }
  }

  /** The rows below headings, read to where they end. */
  private static final class Body {
    private final Lines lines;
    private final Heading heading;
    private final CellHeading cellHeading;
    private final boolean misunderstood;
    private final FileTable.Builder table;

    Body(Lines lines, int headingLine, Heading heading) {
      this.lines = lines;
      this.heading = heading;
      this.cellHeading = CellHeading.of(heading.cells).orElseThrow();
      this.misunderstood = cellHeading.misunderstood().isPresent();
      this.table = new FileTable.Builder(headingLine, cellHeading.facts());
    }

    FileTable read() {
      Optional<Integer> at = Optional.of(heading.firstValue);
      while (at.isPresent() && Heading.at(lines, at.get()).isEmpty()) {
        int line = at.get();
        Optional<Integer> end = row(line).or(() -> unfit(line));
        if (end.isPresent()) {
          at = lines.next(end.get());
        } else {
          at = afterTitle(line);
        }
      }
      return table.build();
    }

    /** Adds the row that begins on {@code line}; returns its last line, if it is one. */
    private Optional<Integer> row(int line) {
      List<Integer> run = run(line, heading.size());
      if (run.size() == heading.size() && fits(cells(run))) {
        return add(line, cells(run), run);
      }
      List<Integer> withBlank = IntStream.range(line, line + heading.size()).boxed().toList();
      int next = line + heading.size();
      boolean ends = heading.name() > 0 || lines.isBlank(next) || lines.namesFile(next);
      List<String> cells = cells(withBlank);
      boolean isMore = cells.stream().filter(cell -> !cell.isEmpty()).count() > 1;
      if (!heading.parted && isMore && ends && fits(cells)) {
        return add(line, cells, withBlank);
      }
      return heading.name() == 0 && lines.namesFile(line) ? shortRow(line) : Optional.empty();
    }

    /** A row without its blank cells goes to the next name; what is left must fit in one way. */
    private Optional<Integer> shortRow(int line) {
      List<Integer> run = upToName(run(line, heading.size() + 1));
      List<List<String>> ways = List.of();
      int size = Math.min(run.size(), heading.size());
      boolean endsSurely = run.size() <= heading.size() && endsAt(run.get(run.size() - 1));
      while (size > 1 && ways.isEmpty()) {
        boolean goesOn = size < run.size() && (endsSurely || lines.isValue(run.get(size)));
        ways = goesOn ? List.of() : ways(cells(run.subList(0, size)));
        size -= ways.isEmpty() ? 1 : 0;
      }
      return size > 1 && ways.size() == 1
          ? add(line, ways.get(0), run.subList(0, size))
          : Optional.empty();
    }

    /**
     * Whether a row ends with a line for sure: the next file or, where none parts cells, a blank.
     */
    private boolean endsAt(int line) {
      return lines.namesFile(lines.next(line).orElse(line))
          || (!heading.parted && lines.isBlank(line + 1));
    }

    /** Says that a row that begins on {@code line} fits no columns; returns its last line. */
    private Optional<Integer> unfit(int line) {
      List<Integer> run = run(line, heading.size());
      Optional<Integer> name = run.stream().filter(lines::namesFile).findFirst();
      if (name.isEmpty()) {
        return Optional.empty();
      }
      List<Integer> own = upToName(run(name.get(), 2 * heading.size()));
      int count = 1;
      while (count < own.size() && lines.isValue(own.get(count)) && !beginsRow(own.get(count))) {
        count++;
      }
      int cells = run.indexOf(name.get()) + count;
      table.addUnread(
          line,
          cells == heading.size()
              ? "a row whose cells, each on its line, do not fit the columns"
              : "a row of "
                  + cells
                  + (cells == 1 ? " line" : " lines")
                  + " in a table of "
                  + heading.size()
                  + " columns");
      table.through(own.get(count - 1));
      return Optional.of(own.get(count - 1));
    }

    /** Where names are not first, the next row is known by what fits it. */
    private boolean beginsRow(int line) {
      List<Integer> run = run(line, heading.size());
      return heading.name() > 0 && run.size() == heading.size() && fits(cells(run));
    }

    /** Returns where a row begins below titles that begin on {@code line}. */
    private Optional<Integer> afterTitle(int line) {
      int title = line;
      for (int i = 0; i < MOST_TITLES; i++) {
        boolean isTitle =
            !lines.cell(title).isEmpty()
                && lines.cell(title).length() <= TableHeading.LONGEST
                && !lines.isValue(title)
                && !ListingLine.isAboutFile(lines.cell(title));
        Optional<Integer> next = isTitle ? lines.next(title) : Optional.empty();
        if (next.isEmpty()) {
          return Optional.empty();
        }
        List<Integer> run = run(next.get(), heading.size());
        if (run.size() == heading.size() && fits(cells(run))) {
          table.beginGroup(title, withoutMarks(lines.cell(title)));
          return next;
        }
        title = next.get();
      }
      return Optional.empty();
    }

    private static String withoutMarks(String title) {
      return HASHES.matcher(title).replaceFirst("");
    }

    private Optional<Integer> add(int line, List<String> cells, List<Integer> run) {
      if (misunderstood) {
        table.addUnread(line, CellHeading.CANNOT_BE_READ);
      } else {
        table.add(line, cellHeading.row(cells), cellHeading.unclear(cells));
      }
      int last = Math.min(lines.text.size(), run.get(run.size() - 1));
      table.through(last);
      return Optional.of(last);
    }

    /** Returns the lines with text from {@code line} on, where no blank one ends them. */
    private List<Integer> run(int line, int most) {
      List<Integer> run = new ArrayList<>();
      Optional<Integer> next = Optional.of(line);
      while (next.isPresent() && run.size() < most) {
        int last = next.get();
        run.add(last);
        next = lines.next(last).filter(below -> heading.parted || below == last + 1);
      }
      return run;
    }

    /** Returns the lines of a file, whose name is the first. */
    private List<Integer> upToName(List<Integer> run) {
      int end = 1;
      while (end < run.size() && !lines.namesFile(run.get(end))) {
        end++;
      }
      return run.subList(0, end);
    }

    private List<String> cells(List<Integer> run) {
      return run.stream().map(lines::cell).toList();
    }

    private boolean fits(List<String> cells) {
      return IntStream.range(0, cells.size())
          .allMatch(i -> fits(heading.columns.get(i), cells.get(i)));
    }

    /** Returns the ways to give cells to the columns in their order; two where there are more. */
    private List<List<String>> ways(List<String> cells) {
      int[][] ways = new int[cells.size() + 1][heading.size() + 1];
      for (int column = 0; column <= heading.size(); column++) {
        ways[0][column] = 1;
      }
      for (int cell = 1; cell <= cells.size(); cell++) {
        for (int column = 1; column <= heading.size(); column++) {
          boolean fits = fits(heading.columns.get(column - 1), cells.get(cell - 1));
          ways[cell][column] =
              Math.min(2, ways[cell][column - 1] + (fits ? ways[cell - 1][column - 1] : 0));
        }
      }
      if (ways[cells.size()][heading.size()] != 1) {
        return ways[cells.size()][heading.size()] == 0 ? List.of() : List.of(List.of(), List.of());
      }
      List<String> row = new ArrayList<>();
      int cell = cells.size();
      for (int column = heading.size(); column > 0; column--) {
        boolean isBlank = cell == 0 || ways[cell][column - 1] > 0;
        row.add(0, isBlank ? "" : cells.get(cell - 1));
        cell -= isBlank ? 0 : 1;
      }
      return List.of(row);
    }

    /** Whether a cell is surely what its column promises; a blank one is of any, but for a name. */
    private static boolean fits(Column column, String cell) {
      Shape shape = Shape.of(cell);
      if (shape == Shape.NOTHING) {
        return column != Column.NAME;
      }
      return switch (column) {
        case NAME -> mayBeName(cell, shape);
        case DATE -> shape == Shape.BROKEN_DATE || isDate(cell) || shape == Shape.MODIFIED;
        case TIME -> Cells.time(cell).isPresent();
        case MODIFIED -> isDate(cell) || shape == Shape.MODIFIED;
        case SIZE -> Cells.size(cell, ListedSize.Unit.BYTES, false).isPresent();
        case VERSION ->
            shape == Shape.VERSION
                || shape == Shape.NUMBER
                || (shape == Shape.TEXT
                    && Character.isDigit(cell.charAt(0))
                    && cell.indexOf('.') > 0);
        case MD5, SHA1, SHA256, SHA512, DIGEST -> shape.isDigest();
        case PLATFORM -> Lines.isPlatform(cell);
        case OTHER -> shape != Shape.FILE_NAME && !cell.startsWith("#");
        default ->
            cell.length() <= LONGEST_TEXT
                && !cell.startsWith("#")
                && (shape == Shape.TEXT || shape == Shape.NUMBER || shape == Shape.VERSION);
      };
    }

    /** A name that a table cut has no extension, and is one word. */
    private static boolean mayBeName(String cell, Shape shape) {
      return Shape.of(cell.substring(cell.lastIndexOf(' ') + 1)) == Shape.FILE_NAME
          || (shape == Shape.TEXT && cell.indexOf(' ') < 0 && Character.isLetter(cell.charAt(0)));
    }

    private static boolean isDate(String cell) {
      return Cells.date(cell).isPresent();
    }
  }
}
