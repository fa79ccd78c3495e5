package io.kbaudit.article.reader.table;

import io.kbaudit.article.reader.cell.Cells;
import io.kbaudit.text.Formulas;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Lines of values parted by commas, semicolons or tabs. */
final class Separated {
  private Separated() {}

  /**
   * Returns the cells of a line; none of one whose quotation marks do not match. An apostrophe that
   * keeps a spreadsheet from taking a cell for a formula is no part of it.
   */
  static List<String> cells(String line, char separator) {
    CSVFormat format =
        CSVFormat.DEFAULT.builder().setDelimiter(separator).setIgnoreSurroundingSpaces(true).get();
    try (CSVParser parser = CSVParser.parse(new StringReader(line), format)) {
      List<CSVRecord> records = parser.getRecords();
      return records.isEmpty()
          ? List.of()
          : records.get(0).stream().map(Cells::strip).map(Formulas::rearmed).toList();
    } catch (IOException | IllegalStateException | java.io.UncheckedIOException unbalanced) {
      return List.of();
    }
  }
}
