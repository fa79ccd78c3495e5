package io.kbaudit.article.reader.cell;

import io.kbaudit.article.ListedSize;
import io.kbaudit.text.PrintedDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The headings of a table whose cells are marked off from each other. They say what a cell is, as
 * long as it looks like that; a cell that looks like the value of another column is taken for that
 * one, where the row has none.
 */
public final class CellHeading {
  /** More columns than any table has; a line of more cells is none. */
  public static final int MOST_COLUMNS = 1000;

  /** What is wrong with rows under a heading that is {@linkplain #misunderstood}. */
  public static final String CANNOT_BE_READ = "a row under a heading that cannot be read";

  private final List<ColumnHeading> headings;

  private CellHeading(List<ColumnHeading> headings) {
    this.headings = headings;
  }

  /** Returns the heading of a file table that {@code cells} are; absent where they are none. */
  public static Optional<CellHeading> of(List<String> cells) {
    if (cells.size() < 2 || cells.size() > MOST_COLUMNS) {
      return Optional.empty();
    }
    List<ColumnHeading> headings = cells.stream().map(ColumnHeading::of).toList();
    boolean named = headings.stream().anyMatch(heading -> heading.column() == Column.NAME);
    boolean attributed = headings.stream().anyMatch(heading -> heading.column().isAttribute());
    return named && attributed ? Optional.of(new CellHeading(headings)) : Optional.empty();
  }

  /**
   * Returns headings among which none says where the name is: it is found by what it looks like.
   * Absent where fewer than two columns are known.
   */
  public static Optional<CellHeading> withoutName(List<String> cells) {
    if (cells.size() < 2 || cells.size() > MOST_COLUMNS) {
      return Optional.empty();
    }
    List<ColumnHeading> headings = cells.stream().map(ColumnHeading::of).toList();
    long known = headings.stream().filter(heading -> heading.column().isAttribute()).count();
    return known >= 2 ? Optional.of(new CellHeading(headings)) : Optional.empty();
  }

  /**
   * Returns what the cells of a row say themselves, where no heading does; absent where one of them
   * looks like nothing that file tables have.
   */
  public static Optional<CellHeading> ofRow(List<String> cells) {
    if (cells.size() < 3 || cells.size() > Column.values().length) {
      return Optional.empty();
    }
    List<ColumnHeading> headings = new ArrayList<>();
    for (String cell : cells) {
      Shape shape = Shape.of(cell);
      Column column = shape == Shape.NUMBER ? Column.SIZE : shape.column().orElse(Column.OTHER);
      headings.add(ColumnHeading.of(column));
    }
    List<Column> columns = headings.stream().map(ColumnHeading::column).toList();
    long names = columns.stream().filter(Column.NAME::equals).count();
    long attributes = columns.stream().filter(Column::isAttribute).distinct().count();
    return names == 1 && attributes >= 2
        ? Optional.of(new CellHeading(headings))
        : Optional.empty();
  }

  public int columns() {
    return headings.size();
  }

  /** Returns what the headings say of all rows. */
  public HeadingFacts facts() {
    return new HeadingFacts(
        headings.stream().map(ColumnHeading::column).collect(Collectors.toSet()),
        headings.stream()
            .flatMap(heading -> heading.unit().stream())
            .findFirst()
            .orElse(ListedSize.Unit.BYTES),
        headings.stream().anyMatch(ColumnHeading::saysUtc));
  }

  /** Returns the first of {@code cells} that names a column twice, or says what is not known. */
  public static Optional<String> misunderstood(List<String> cells) {
    Set<Column> seen = new HashSet<>();
    for (String cell : cells) {
      Column column = ColumnHeading.of(cell).column();
      if (ColumnHeading.isMisunderstood(cell) || (column != Column.OTHER && !seen.add(column))) {
        return Optional.of(cell);
      }
    }
    return Optional.empty();
  }

  /** Returns the cells of a row by what they are; as many as there are headings. */
  public Map<Column, String> row(List<String> cells) {
    Map<Column, String> row = new EnumMap<>(Column.class);
    List<Integer> displaced = new ArrayList<>();
    for (int i = 0; i < headings.size(); i++) {
      Column column = headings.get(i).column();
      String cell = cells.get(i);
      if (cell.isEmpty()) {
        continue;
      }
      boolean standsWhereItBelongs =
          column == Column.OTHER
              ? !Shape.isFileName(cell) && Shape.of(cell) != Shape.SHA256
              : !isDisplaced(cell, column);
      if (standsWhereItBelongs) {
        row.putIfAbsent(column, cell);
      } else {
        displaced.add(i);
      }
    }
    for (int i : displaced) {
      Column own = headings.get(i).column();
      Column alike = Shape.of(cells.get(i)).column().orElse(own);
      row.putIfAbsent(row.containsKey(alike) ? own : alike, cells.get(i));
    }
    return WholeCells.of(row);
  }

  /** Whether {@code cell} is surely of another column than it stands in. */
  private static boolean isDisplaced(String cell, Column column) {
    if (column.isText()) {
      return false;
    }
    if (column == Column.DATE && PrintedDate.find(cell).isPresent()) {
      return false;
    }
    Optional<Column> looksLike = Shape.of(cell).column();
    return looksLike.filter(other -> !isLike(column, other)).isPresent();
  }

  private static boolean isLike(Column column, Column shape) {
    return switch (column) {
      case DATE, TIME, MODIFIED ->
          shape == Column.DATE || shape == Column.TIME || shape == Column.MODIFIED;
      case SHA1, SHA256 -> shape == Column.SHA1 || shape == Column.SHA256;
      case EXTENSION, PRINTED_NAME, ALTERNATIVE_TO, UNREAD -> true;
      default -> shape == column;
    };
  }
}
