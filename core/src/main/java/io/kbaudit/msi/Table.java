package io.kbaudit.msi;

import static java.util.Objects.requireNonNull;

import java.util.AbstractList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table of a database: typed rows, in the order in which they are stored. Immutable. */
public final class Table {
  /** What a stored number is ahead of its value; 0 stands for no value. */
  private static final int SHORT_BIAS = 0x8000;

  private static final int LONG_BIAS = 0x8000_0000;

  private static final Set<Column.Type> TEXTS = Set.of(Column.Type.TEXT);
  private static final Set<Column.Type> NUMBERS = Set.of(Column.Type.SHORT, Column.Type.LONG);

  private final String name;
  private final List<Column> columns;
  private final Texts strings;

  /** By column and row, as stored; 0 is an empty cell. */
  private final int[][] cells;

  Table(String name, List<Column> columns, Texts strings, int[][] cells) {
    this.name = requireNonNull(name, "name");
    this.columns = List.copyOf(columns);
    this.strings = requireNonNull(strings, "strings");
    this.cells = cells;
  }

  /** Returns its name. */
  public String name() {
    return name;
  }

  /** Returns its columns, at least one. */
  public List<Column> columns() {
    return columns;
  }

  /** Returns its rows; a text is decoded each time that it is asked for. */
  public List<Row> rows() {
    return new AbstractList<>() {
      @Override
      public Row get(int index) {
        return new Row(Objects.checkIndex(index, size()));
      }

      @Override
      public int size() {
        return cells[0].length;
      }
    };
  }

  /**
   * Returns this table, whose name promises these columns of texts.
   *
   * @throws MsiFormatException if it lacks one, or has numbers in it
   */
  Table requireTexts(String... names) throws MsiFormatException {
    return require("texts", TEXTS, names);
  }

  /**
   * Returns this table, whose name promises these columns of numbers.
   *
   * @throws MsiFormatException if it lacks one, or has texts in it
   */
  Table requireNumbers(String... names) throws MsiFormatException {
    return require("numbers", NUMBERS, names);
  }

  /** Returns whether it has this column, of texts. */
  boolean hasTexts(String name) {
    return has(name, TEXTS);
  }

  /** Returns whether it has this column, of numbers. */
  boolean hasNumbers(String name) {
    return has(name, NUMBERS);
  }

  private boolean has(String name, Set<Column.Type> types) {
    return columns.stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .filter(found -> types.contains(found.type()))
        .isPresent();
  }

  /** Compares the keys of two rows as stored, texts by their numbers. */
  int compareKeys(int row, int other) {
    for (int c = 0; c < cells.length; c++) {
      if (columns.get(c).key() && cells[c][row] != cells[c][other]) {
        return Integer.compareUnsigned(cells[c][row], cells[c][other]);
      }
    }
    return 0;
  }

  /** Returns whether a cell holds nothing. */
  boolean isNull(int column, int row) {
    return cells[column][row] == 0;
  }

  private Table require(String what, Set<Column.Type> types, String... names)
      throws MsiFormatException {
    for (String wanted : names) {
      if (!has(wanted, types)) {
        throw new MsiFormatException("table " + name + " has no column of " + what + " " + wanted);
      }
    }
    return this;
  }

  /** Returns a cell as stored; 0 is an empty one. */
  int stored(int column, int row) {
    return cells[column][row];
  }

  /** Returns the number that is stored so, and not as 0. */
  static int number(Column column, int stored) {
    return column.type() == Column.Type.SHORT ? stored - SHORT_BIAS : stored ^ LONG_BIAS;
  }

  /** One row. */
  public final class Row {
    private final int index;

    private Row(int index) {
      this.index = index;
    }

    /**
     * Returns the text in a cell; absent where it is empty.
     *
     * @throws IllegalArgumentException if the table has no such column, or one of another type
     */
    public Optional<String> text(String column) {
      return value(require(column, Column.Type.TEXT, Column.Type.TEXT));
    }

    /** Returns the text in a cell; absent where it is empty, or there is no such column. */
    Optional<String> findText(String column) {
      return hasTexts(column) ? text(column) : Optional.empty();
    }

    /** Returns the number in a cell; absent where it is empty, or there is no such column. */
    OptionalInt findNumber(String column) {
      return hasNumbers(column) ? number(column) : OptionalInt.empty();
    }

    /**
     * Returns the number in a cell; absent where it is empty.
     *
     * @throws IllegalArgumentException if the table has no such column, or one of another type
     */
    public OptionalInt number(String column) {
      int position = require(column, Column.Type.SHORT, Column.Type.LONG);
      int stored = cells[position][index];
      return stored == 0 ? OptionalInt.empty() : OptionalInt.of(number(position, stored));
    }

    /**
     * Returns the name of the stream that holds a cell's bytes; absent where there are none.
     *
     * @throws IllegalArgumentException if the table has no such column, or one of another type
     */
    public Optional<String> stream(String column) {
      return value(require(column, Column.Type.STREAM, Column.Type.STREAM));
    }

    /**
     * Returns a cell as text, whatever its type: a number in decimal, a stream by its name; absent
     * where it is empty.
     *
     * @param position of the column, counted from 0
     */
    public Optional<String> value(int position) {
      int stored = cells[position][index];
      if (stored == 0) {
        return Optional.empty();
      }
      return switch (columns.get(position).type()) {
        case TEXT -> Optional.of(strings.text(stored)).filter(text -> !text.isEmpty());
        case SHORT, LONG -> Optional.of(Integer.toString(number(position, stored)));
        case STREAM -> Optional.of(streamName());
      };
    }

    private int number(int position, int stored) {
      return Table.number(columns.get(position), stored);
    }

    /** The table's name, then the values of the key, parted by dots. */
    private String streamName() {
      return IntStream.range(0, columns.size())
          .filter(i -> columns.get(i).key() && columns.get(i).type() != Column.Type.STREAM)
          .mapToObj(i -> value(i).orElse(""))
          .collect(Collectors.joining(".", name + ".", ""));
    }

    private int require(String column, Column.Type type, Column.Type orType) {
      for (int i = 0; i < columns.size(); i++) {
        if (columns.get(i).name().equals(column)) {
          Column.Type found = columns.get(i).type();
          if (found != type && found != orType) {
            throw new IllegalArgumentException(name + "." + column + " is a " + found);
          }
          return i;
        }
      }
      throw new IllegalArgumentException("table " + name + " has no column " + column);
    }
  }
}
