package io.kbaudit.export;

import io.kbaudit.text.Letters;
import io.kbaudit.text.Printable;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One row: values by the names of their columns, whose case does not count. */
public final class ExportedRow {
  /** Is given the rows of a file, in their order. */
  public interface Listener {
    /**
     * Hears of the values that stand around a list of rows, as of a task of Ansible, after the
     * rows.
     */
    default void around(ExportedRow values) throws IOException {}

    /** Hears of the columns of a table that has no rows; they have no values. */
    default void noRows(ExportedRow columns) throws IOException {}

    void row(ExportedRow row) throws IOException;
  }

  private final String source;
  private final int line;
  private final Set<String> columns = new LinkedHashSet<>();
  private final Map<String, String> values = new LinkedHashMap<>();

  ExportedRow(String source, int line) {
    this.source = source;
    this.line = line;
  }

  /**
   * Adds a value.
   *
   * @param value as the program wrote it; empty where it wrote none
   */
  void put(String column, String value) throws ExportFormatException {
    columns.add(column);
    if (values.put(Letters.small(column), value) != null) {
      throw wrong("the column " + Printable.quoted(column) + " is there twice");
    }
  }

  /** Returns the line that it begins on, counted from 1. */
  public int line() {
    return line;
  }

  /** Returns the names of its columns, as they are spelt, with those that have no value here. */
  public Set<String> columns() {
    return Collections.unmodifiableSet(columns);
  }

  /**
   * Returns the value in a column, blanks and all; absent where there is no such column, or none in
   * it, or only an object or a list. A value within an object of JSON is in a column of both names:
   * {@code stat.size}.
   *
   * @param column in any case
   */
  public Optional<String> find(String column) {
    return Optional.ofNullable(values.get(Letters.small(column))).filter(value -> !value.isEmpty());
  }

  /**
   * Returns what to throw if something is wrong with this row.
   *
   * @param problem half a sentence, with the text at fault
   */
  public ExportFormatException wrong(String problem) {
    return new ExportFormatException(source, line, problem);
  }
}
