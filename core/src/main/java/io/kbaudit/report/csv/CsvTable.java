package io.kbaudit.report.csv;

import io.kbaudit.msi.Column;
import io.kbaudit.msi.Table;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/**
 * A table as comma-separated values (RFC 4180): a line of column names, then one for each row,
 * ended by CR and LF. Cells are data as stored; a spreadsheet may take one that begins with {@code
 * =} for a formula.
 */
public final class CsvTable {
  /** Characters of a cell for which it is quoted. */
  private static final String QUOTED = ",;\"\r\n";

  private CsvTable() {}

  /**
   * Writes all of {@code table}. The writer is flushed, and left open.
   *
   * @throws IOException if the writer cannot take it
   */
  public static void write(Table table, Writer out) throws IOException {
    writeLine(table.columns().stream().map(Column::name).toList(), out);
    for (Table.Row row : table.rows()) {
      List<String> cells = new ArrayList<>();
      for (int i = 0; i < table.columns().size(); i++) {
        cells.add(row.value(i).orElse(""));
      }
      writeLine(cells, out);
    }
    out.flush();
  }

  static void writeLine(List<String> cells, Writer out) throws IOException {
    StringBuilder line = new StringBuilder();
    String separator = "";
    for (String cell : cells) {
      line.append(separator).append(quoted(cell, cells.size() == 1));
      separator = ",";
    }
    out.write(line.append("\r\n").toString());
  }

  /**
   * Quotes where it must be; also one empty cell, lest its line be taken for none, and a semicolon,
   * which spreadsheets may take for the end of a cell.
   */
  private static String quoted(String cell, boolean alone) {
    boolean plain = isPlain(cell) && !(alone && cell.isEmpty());
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }

  private static boolean isPlain(String cell) {
    for (int i = 0; i < QUOTED.length(); i++) {
      if (cell.indexOf(QUOTED.charAt(i)) >= 0) {
        return false;
      }
    }
    return true;
  }
}
