package io.kbaudit.article.reader.table;

import io.kbaudit.article.reader.cell.Column;
import io.kbaudit.article.reader.cell.FileExtensions;
import io.kbaudit.article.reader.cell.FileNote;
import io.kbaudit.article.reader.cell.HeadingFacts;
import io.kbaudit.article.reader.cell.Shape;
import io.kbaudit.text.Folded;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A file table as found in an article, its cells not yet read.
 *
 * @param firstLine of the table, counted from 1
 * @param lastLine of the table
 * @param facts what its headings say
 * @param rows in the order printed
 * @param datesOfFolders that it lists among its files; they tell in which order dates are printed
 * @param unread lines that list a file, and are no rows
 * @param unreadColumns columns of which no row has the cells
 */
public record FileTable(
    int firstLine,
    int lastLine,
    HeadingFacts facts,
    List<Row> rows,
    List<String> datesOfFolders,
    List<UnreadLine> unread,
    List<UnreadColumn> unreadColumns) {
  public FileTable {
    rows = List.copyOf(rows);
    datesOfFolders = List.copyOf(datesOfFolders);
    unread = List.copyOf(unread);
    unreadColumns = List.copyOf(unreadColumns);
  }

  /**
   * Returns whether it is of files: one of its names looks like a file's, a heading says that they
   * are, it lists sizes or digests, or lines of it are unread and may be of files. Others list
   * names of products or people, with a version or a date.
   */
  boolean listsFiles() {
    return facts.columns().isEmpty()
        || facts.columns().contains(Column.SIZE)
        || (!rows.isEmpty()
            && !hasNamesElsewhere()
            && (facts.namesFiles() || facts.columns().stream().anyMatch(Column::isDigest)))
        || facts.columns().contains(Column.UNREAD)
        || unread.stream().anyMatch(UnreadLine::isRow)
        || rows.stream().anyMatch(row -> isFileName(row.cell(Column.NAME)));
  }

  /** Whether its names are under headings that stand twice, or are not understood. */
  private boolean hasNamesElsewhere() {
    return rows.stream()
        .flatMap(row -> row.unclear().stream())
        .anyMatch(FileExtensions::isKnownName);
  }

  /** A name may have blanks, a path before it, and a note behind. */
  private static boolean isFileName(String cell) {
    String name = FileNote.withoutNote(cell);
    return Shape.isFileName(name.substring(name.lastIndexOf(' ') + 1));
  }

  /** Returns this table with more lines that are unread. */
  FileTable withUnread(List<UnreadLine> more) {
    List<UnreadLine> all = new ArrayList<>(unread);
    all.addAll(more);
    return new FileTable(firstLine, lastLine, facts, rows, datesOfFolders, all, unreadColumns);
  }

  /** Returns this table with its {@linkplain UnclearColumns unclear columns} settled. */
  FileTable settled(Set<Column> columns, List<Row> settledRows, List<UnreadColumn> left) {
    return new FileTable(
        firstLine, lastLine, facts.withColumns(columns), settledRows, datesOfFolders, unread, left);
  }

  /**
   * One row: where it is, and the text under each column that it has.
   *
   * @param group the heading inside the table under which it stands; empty where there is none
   * @param orPrevious whether the row before it will do in its place
   * @param unclear the cells under {@linkplain HeadingFacts#unclear unclear} headings
   */
  public record Row(
      int line, Map<Column, String> cells, String group, boolean orPrevious, List<String> unclear) {
    public Row {
      cells = Map.copyOf(cells);
      unclear = List.copyOf(unclear);
    }

    /** Returns this row with other cells. */
    Row withCells(Map<Column, String> others) {
      return new Row(line, others, group, orPrevious, unclear);
    }

    /** Returns the cell, empty where the row has none in this column. */
    public String cell(Column column) {
      return cells.getOrDefault(column, "");
    }
  }

  /**
   * Lines that list files, and why they cannot be read as rows.
   *
   * @param line the first of them
   * @param lines how many they are
   */
  public record UnreadLine(int line, int lines, String problem, Kind kind) {
    /** What stands on such lines. */
    public enum Kind {
      /** What stands where rows do. */
      ROWS,
      /** The headings of a table that has no rows. */
      HEADINGS,
      /** The name of a file in a table that says nothing to which files can be held. */
      NAME,
      /** A row that has been read, with a value in a text beside it: that is the problem. */
      VALUE_IN_TEXT
    }

    /** Returns a line that stands where rows do. */
    static UnreadLine row(int line, String problem) {
      return new UnreadLine(line, 1, problem, Kind.ROWS);
    }

    /** Returns the headings of a table that has no rows. */
    static UnreadLine headings(int line) {
      return new UnreadLine(line, 1, "a file table without rows", Kind.HEADINGS);
    }

    /** Returns a line that names a file, and says nothing to which it can be held. */
    static UnreadLine name(int line) {
      return new UnreadLine(line, 1, "a name alone", Kind.NAME);
    }

    /** Returns a row with a value in a text, to which no file is held. */
    static UnreadLine valueInText(int line, String value) {
      return new UnreadLine(line, 1, value, Kind.VALUE_IN_TEXT);
    }

    boolean isRow() {
      return kind == Kind.ROWS;
    }
  }

  /**
   * A column, or label, under which nothing is compared: its heading is not understood, stands
   * twice, or says less surely what another one says.
   *
   * @param line of the headings
   * @param heading as printed
   * @param example the first of its cells
   * @param holdsValues whether files could be held to it
   */
  public record UnreadColumn(int line, String heading, String example, boolean holdsValues) {}

  /** Collects the rows of one table, in order. */
  public static final class Builder {
    private final int firstLine;
    private final HeadingFacts facts;
    private final List<Row> rows = new ArrayList<>();
    private final List<String> datesOfFolders = new ArrayList<>();
    private final List<UnreadLine> unread = new ArrayList<>();
    private final Map<String, UnreadColumn> unreadLabels = new LinkedHashMap<>();
    private int lastLine;
    private String group = "";
    private boolean orPrevious;

    public Builder(int firstLine, HeadingFacts facts) {
      this.firstLine = firstLine;
      this.lastLine = firstLine;
      this.facts = facts;
    }

    /** Adds a row that begins on {@code line}. */
    public void add(int line, Map<Column, String> cells) {
      add(line, cells, List.of());
    }

    /** Adds a row that begins on {@code line}, with what stands under unclear headings. */
    void add(int line, Map<Column, String> cells, List<String> unclear) {
      rows.add(new Row(line, cells, group, orPrevious && !rows.isEmpty(), unclear));
      orPrevious = false;
      through(line);
    }

    /** Returns whether the row added last is a name alone, on the line above {@code line}. */
    boolean endsWithNameAbove(int line) {
      Row last = rows.isEmpty() ? null : rows.get(rows.size() - 1);
      return last != null
          && last.line() == line - 1
          && last.cells().keySet().equals(Set.of(Column.NAME));
    }

    /** Adds the cells that stand below a long name to the row of that name. */
    void complete(int line, Map<Column, String> cells) {
      cells.forEach((column, text) -> extend(line, column, text));
    }

    /** Adds more text to a cell of the row added last. */
    void extend(int line, Column column, String text) {
      Row last = rows.remove(rows.size() - 1);
      Map<Column, String> cells = new EnumMap<>(Column.class);
      cells.putAll(last.cells());
      cells.merge(column, text, (before, more) -> before + " " + more);
      rows.add(last.withCells(cells));
      through(line);
    }

    /** Adds a folder, which is no row. */
    void addFolder(int line, String date) {
      datesOfFolders.add(date);
      through(line);
    }

    /** Adds a line that lists a file and cannot be read. */
    void addUnread(int line, String problem) {
      unread.add(UnreadLine.row(line, problem));
      through(line);
    }

    /** Adds a label that is not understood, once, with what stands beside it. */
    void addUnreadLabel(int line, String label, String text) {
      if (Shape.isValue(text)) {
        addUnread(line, "a value whose label is not understood");
      } else {
        unreadLabels.putIfAbsent(Folded.of(label), new UnreadColumn(line, label, text, false));
      }
      through(line);
    }

    /** Adds the headings on {@code line}, below which no row stands. */
    void addWithoutRows(int line) {
      unread.add(UnreadLine.headings(line));
      through(line);
    }

    /** Takes {@code title} for the heading of the rows that follow. */
    void beginGroup(int line, String title) {
      group = title;
      through(line);
    }

    /** Notes that the next row is an alternative to the last. */
    void or(int line) {
      orPrevious = true;
      through(line);
    }

    /** Takes {@code line} for a part of the table that lists nothing. */
    void through(int line) {
      lastLine = Math.max(lastLine, line);
    }

    boolean isEmpty() {
      return rows.isEmpty() && unread.isEmpty();
    }

    public FileTable build() {
      return new FileTable(
          firstLine,
          lastLine,
          facts,
          rows,
          datesOfFolders,
          unread,
          List.copyOf(unreadLabels.values()));
    }
  }
}
