package io.kbaudit.article.reader.table;

import io.kbaudit.article.Variant;
import io.kbaudit.article.reader.cell.Column;
import io.kbaudit.article.reader.cell.ColumnHeading;
import io.kbaudit.article.reader.cell.DigestCell;
import io.kbaudit.article.reader.cell.FileExtensions;
import io.kbaudit.article.reader.cell.Shape;
import io.kbaudit.article.reader.cell.WholeCells;
import io.kbaudit.article.reader.cell.Word;
import io.kbaudit.article.reader.table.FileTable.Row;
import io.kbaudit.article.reader.table.FileTable.UnreadColumn;
import io.kbaudit.text.Processors;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Settles what stands under headings that are not understood, or stand twice: the column is what
 * all its cells plainly are, where the table has no other such column; else it is said to be
 * unread, and whether it holds values. No column is lost.
 */
final class UnclearColumns {
  private static final int LONGEST_DIGEST = 500;

  private static final Pattern HEX = Pattern.compile("(?<![0-9A-Fa-f])[0-9A-Fa-f]{32,}");

  /** As in {@code Thursday, March 10, 2011}. */
  private static final Pattern PARTED_BY_COMMA =
      Pattern.compile(
          "(?<!\\p{L})\\p{L}{3,}+ [0-9]{1,2}, (?:19|20)[0-9]{2}"
              + "|[0-9]{1,2} \\p{L}{3,}+ (?:19|20)[0-9]{2}");

  /** A version with letters around it: {@code v6.1.7601.17514}. */
  private static final Pattern DOTTED =
      Pattern.compile("[vV]?+[0-9]++(?:\\.[0-9]++){2,}+[^0-9.]{0,12}");

  private final FileTable table;
  private final List<String> headings;
  private final Map<Integer, Column> taken = new HashMap<>();
  private final List<UnreadColumn> unread;

  private UnclearColumns(FileTable table) {
    this.table = table;
    this.headings = table.facts().unclear();
    this.unread = new ArrayList<>(table.unreadColumns());
  }

  /** Returns {@code table} with its unclear columns settled. */
  static FileTable settledIn(FileTable table) {
    return table.facts().unclear().isEmpty() || table.rows().isEmpty()
        ? table
        : new UnclearColumns(table).settled();
  }

  private FileTable settled() {
    Map<Integer, Column> alike = new HashMap<>();
    Set<Column> printed = EnumSet.noneOf(Column.class);
    printed.addAll(table.facts().columns());
    for (int i = 0; i < headings.size(); i++) {
      Optional<Column> column = columnOf(i);
      if (yields(i, printed)) {
        addUnread(i, false);
      } else if (column.isPresent()) {
        alike.put(i, column.get());
      } else {
        addUnread(i, holdsValues(i));
      }
    }
    alike.forEach(
        (i, column) -> {
          boolean only = alike.values().stream().filter(column::equals).count() == 1;
          if (only && isFree(column, printed, alike.values()) && !saysMore(i, column)) {
            taken.put(i, column);
          } else {
            addUnread(i, column.isAttribute());
          }
        });
    Set<Column> columns = EnumSet.copyOf(printed);
    columns.addAll(taken.values());
    return table.settled(
        columns, table.rows().stream().map(this::withUnclearCells).toList(), unread);
  }

  /** Whether a column that counts says more surely what this one is headed as. */
  private boolean yields(int i, Set<Column> printed) {
    Optional<Column> headed = ColumnHeading.find(headings.get(i)).map(ColumnHeading::column);
    return headed.filter(Column::isAttribute).isPresent()
        && printed.stream().anyMatch(headed.get()::saysTheSameAs);
  }

  /** Whether nothing else in the table says the same of a file. */
  private static boolean isFree(Column column, Set<Column> printed, Collection<Column> unclear) {
    boolean isFirst =
        printed.stream().noneMatch(column::saysTheSameAs)
            && unclear.stream().noneMatch(other -> other != column && column.saysTheSameAs(other));
    return isFirst
        && (column != Column.TIME
            || printed.contains(Column.DATE)
            || unclear.contains(Column.DATE));
  }

  private boolean saysMore(int i, Column column) {
    return switch (column) {
      case DATE, TIME, MODIFIED -> ColumnHeading.saysMoreOfTimes(headings.get(i));
      default -> false;
    };
  }

  private Row withUnclearCells(Row row) {
    if (taken.isEmpty() || row.unclear().isEmpty()) {
      return row;
    }
    Map<Column, String> cells = new EnumMap<>(Column.class);
    cells.putAll(row.cells());
    taken.forEach(
        (i, column) -> {
          if (!row.unclear().get(i).isEmpty()) {
            cells.putIfAbsent(column, row.unclear().get(i));
          }
        });
    return row.withCells(WholeCells.of(cells));
  }

  /** Returns the column of which all cells are, as far as they say anything. */
  private Optional<Column> columnOf(int i) {
    Set<Column> columns = EnumSet.noneOf(Column.class);
    boolean numbers = false;
    for (String cell : cells(i)) {
      Shape shape = Shape.of(cell);
      if (shape == Shape.NUMBER) {
        numbers = true;
      } else {
        columns.add(columnOf(cell, shape));
      }
    }
    boolean one = columns.size() == 1 && !columns.contains(Column.OTHER);
    boolean mayBeNumbers = !numbers || columns.contains(Column.SIZE);
    return one && mayBeNumbers ? columns.stream().findFirst() : Optional.empty();
  }

  private static Column columnOf(String cell, Shape shape) {
    if (shape.isAttribute()) {
      return shape.column().orElse(Column.OTHER);
    }
    if (Variant.isBranch(cell)) {
      return Column.BRANCH;
    }
    return Processors.namedBy(cell).isEmpty() ? Column.OTHER : Column.PLATFORM;
  }

  /** Whether at least half of the cells have values, or one has a digest. */
  private boolean holdsValues(int i) {
    List<String> cells = cells(i);
    long values = cells.stream().filter(UnclearColumns::hasValue).count() + otherFiles(i);
    return (values > 0 && 2 * values >= cells.size())
        || cells.stream().anyMatch(UnclearColumns::hasDigest)
        || ColumnHeading.of(headings.get(i)).column().isDigest();
  }

  /** Returns how many cells name another file than their row. */
  private long otherFiles(int i) {
    return table.rows().stream()
        .filter(row -> !row.unclear().isEmpty())
        .filter(row -> FileExtensions.isKnownName(row.unclear().get(i)))
        .filter(row -> !row.unclear().get(i).equalsIgnoreCase(row.cell(Column.NAME)))
        .count();
  }

  /** Whether a cell is a value, or has one among its words: {@code 6.1.7601.1 (win7sp1)}. */
  private static boolean hasValue(String cell) {
    return Shape.isValue(cell)
        || hasDigest(cell)
        || PARTED_BY_COMMA.matcher(cell).find()
        || Word.in(cell).stream().anyMatch(word -> isSureValue(word.text(), word.shape()));
  }

  private static boolean isSureValue(String word, Shape shape) {
    return switch (shape) {
      case DATE, MODIFIED, TIME -> true;
      case VERSION -> word.chars().filter(c -> c == '.').count() > 1;
      default -> DOTTED.matcher(word).matches();
    };
  }

  /** Digests are printed with or without marks between their bytes, and what they are called. */
  private static boolean hasDigest(String cell) {
    return cell.length() <= LONGEST_DIGEST
        && (HEX.matcher(DigestCell.joined(cell)).find()
            || DigestCell.withoutBase64(cell).isPresent());
  }

  /** A column without a cell says nothing. */
  private void addUnread(int i, boolean ofValues) {
    cells(i).stream()
        .findFirst()
        .map(cell -> new UnreadColumn(table.firstLine(), headings.get(i), cell, ofValues))
        .ifPresent(unread::add);
  }

  private List<String> cells(int i) {
    return table.rows().stream()
        .filter(row -> !row.unclear().isEmpty())
        .map(row -> row.unclear().get(i))
        .filter(cell -> Shape.of(cell) != Shape.NOTHING)
        .toList();
  }
}
