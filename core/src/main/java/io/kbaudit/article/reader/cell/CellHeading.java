package io.kbaudit.article.reader.cell;

import io.kbaudit.article.ListedSize;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  private final List<String> texts;
  private final List<ColumnHeading> headings;

  /** What stands in each column; absent where the heading is unclear. */
  private final List<Optional<Column>> columns;

  private CellHeading(List<String> texts, List<ColumnHeading> headings) {
    this.texts = texts;
    this.headings = headings;
    this.columns = columns(headings);
  }

  /**
   * Returns what stands in each column; absent where the heading is unclear. Of values under two
   * headings, those count that are headed more surely, and the others are unclear; else all are.
   */
  public static List<Optional<Column>> columns(List<ColumnHeading> headings) {
    List<Optional<Column>> columns = new ArrayList<>();
    for (ColumnHeading heading : headings) {
      Column column = heading.column();
      List<ColumnHeading> same =
          headings.stream().filter(other -> other.column().saysTheSameAs(column)).toList();
      boolean yields = same.stream().anyMatch(other -> other.rank() > heading.rank());
      long equals = same.stream().filter(other -> other.rank() == heading.rank()).count();
      boolean isClear = heading.isKnown() && (column.isAttribute() ? !yields && equals == 1 : true);
      columns.add(isClear ? Optional.of(yields ? Column.OTHER : column) : Optional.empty());
    }
    return columns;
  }

  /** Returns the heading of a file table that {@code cells} are; absent where they are none. */
  public static Optional<CellHeading> of(List<String> cells) {
    return in(cells)
        .filter(
            heading ->
                heading.has(Column.NAME)
                    && (heading.attributes() > 0 || heading.has(Column.UNREAD)));
  }

  /**
   * Returns headings among which none says where the name is: it is found by what it looks like.
   * Absent where fewer than two columns are known.
   */
  public static Optional<CellHeading> withoutName(List<String> cells) {
    return in(cells).filter(heading -> heading.attributes() >= 2);
  }

  private static Optional<CellHeading> in(List<String> cells) {
    return cells.size() < 2 || cells.size() > MOST_COLUMNS
        ? Optional.empty()
        : Optional.of(new CellHeading(cells, cells.stream().map(ColumnHeading::of).toList()));
  }

  private boolean has(Column column) {
    return headings.stream().anyMatch(heading -> heading.column() == column);
  }

  private long attributes() {
    return headings.stream().filter(heading -> heading.column().isAttribute()).count();
  }

  /**
   * Returns what the cells of a row say themselves, where no heading does; absent where that is not
   * one name and two values or more, each of another kind.
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
    List<Column> attributes = columns.stream().filter(Column::isAttribute).toList();
    boolean eachOnce =
        attributes.stream()
            .allMatch(column -> attributes.stream().filter(column::saysTheSameAs).count() == 1);
    return names == 1 && attributes.size() >= 2 && eachOnce
        ? Optional.of(new CellHeading(List.of(), headings))
        : Optional.empty();
  }

  public int columns() {
    return headings.size();
  }

  /** Returns whether all headings are understood. */
  public boolean isKnown() {
    return headings.stream().allMatch(ColumnHeading::isKnown);
  }

  /** Returns what the headings say of all rows. */
  public HeadingFacts facts() {
    List<String> unclear = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).isEmpty()) {
        unclear.add(texts.get(i));
      }
    }
    return HeadingFacts.of(
        headings, columns.stream().flatMap(Optional::stream).collect(Collectors.toSet()), unclear);
  }

  /** Returns the first heading that names a column twice, or says what is not known. */
  public Optional<String> misunderstood() {
    for (int i = 0; i < texts.size(); i++) {
      Optional<Column> column = columns.get(i);
      boolean twice =
          column.filter(known -> !known.isText()).isPresent()
              && Collections.frequency(columns, column) > 1;
      if (ColumnHeading.isMisunderstood(texts.get(i)) || twice) {
        return Optional.of(texts.get(i));
      }
    }
    return Optional.empty();
  }

  /** Returns whether digits without a letter stand where a value does, be it one or not. */
  public boolean hasNumberAmong(List<String> cells) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).filter(Column::isAttribute).isPresent()
          && Cells.hasDigit(cells.get(i))
          && cells.get(i).chars().noneMatch(Character::isLetter)) {
        return true;
      }
    }
    return false;
  }

  /** Returns the cells under {@linkplain HeadingFacts#unclear unclear} headings, in their order. */
  public List<String> unclear(List<String> cells) {
    List<String> unclear = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).isEmpty()) {
        unclear.add(cells.get(i));
      }
    }
    return unclear;
  }

  /** Returns the cells of a row by what they are; as many as there are headings. */
  public Map<Column, String> row(List<String> cells) {
    Map<Column, String> row = new EnumMap<>(Column.class);
    List<Integer> displaced = new ArrayList<>();
    for (int i = 0; i < headings.size(); i++) {
      Column column = columns.get(i).orElse(Column.OTHER);
      String cell = cells.get(i);
      if (cell.isEmpty()) {
        continue;
      }
      if (columns.get(i).isEmpty() && Shape.of(cell).isAttribute()) {
        continue;
      }
      boolean standsWhereItBelongs =
          (column == Column.OTHER || column == Column.OLD_VERSION)
              ? !Shape.isFileName(cell) && !Shape.of(cell).isDigest()
              : !isDisplaced(cell, column);
      if (standsWhereItBelongs && column.isText()) {
        row.merge(column, cell, (one, other) -> one + " " + other);
      } else if (standsWhereItBelongs) {
        row.putIfAbsent(column, cell);
      } else {
        displaced.add(i);
      }
    }
    for (int i : displaced) {
      if (yieldsToName(i) && FileExtensions.isKnownName(cells.get(i))) {
        row.merge(Column.SECOND_NAME, cells.get(i), (one, other) -> one + ", " + other);
        continue;
      }
      Column own = columns.get(i).orElse(Column.OTHER);
      Column alike = Shape.of(cells.get(i)).column().orElse(own);
      row.putIfAbsent(row.containsKey(alike) ? own : alike, cells.get(i));
    }
    return WholeCells.of(row);
  }

  /** Whether a column is called as those of names are, beside one that is so more surely. */
  private boolean yieldsToName(int i) {
    return headings.get(i).column() == Column.NAME
        && columns.get(i).filter(Column.OTHER::equals).isPresent();
  }

  /** Whether {@code cell} is surely of another column than it stands in. */
  private static boolean isDisplaced(String cell, Column column) {
    if (column.isText() || isValueOf(column, cell)) {
      return false;
    }
    Optional<Column> looksLike = Shape.of(cell).column();
    return looksLike.filter(other -> !isLike(column, other)).isPresent();
  }

  /** Whether the column can hold it, whatever it looks like elsewhere. */
  private static boolean isValueOf(Column column, String cell) {
    return switch (column) {
      case DATE -> Cells.date(cell).isPresent();
      case TIME -> Cells.time(cell).isPresent();
      case SIZE -> Cells.size(cell, ListedSize.Unit.BYTES, false).isPresent();
      default -> false;
    };
  }

  private static boolean isLike(Column column, Column shape) {
    return switch (column) {
      case DATE, TIME, MODIFIED ->
          shape == Column.DATE || shape == Column.TIME || shape == Column.MODIFIED;
      case MD5, SHA1, SHA256, SHA512, DIGEST -> shape.isDigest();
      case EXTENSION, PRINTED_NAME, ALTERNATIVE_TO, UNREAD -> true;
      default -> shape == column;
    };
  }
}
