package io.kbaudit.article.reader.table;

import io.kbaudit.article.reader.cell.Cells;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Lines of values parted by commas, semicolons or tabs. */
final class Separated {
  private Separated() {}

  /** Returns the cells of a line; none of one whose quotation marks do not match. */
  static List<String> cells(String line, char separator) {
    CSVFormat format =
        CSVFormat.DEFAULT.builder().setDelimiter(separator).setIgnoreSurroundingSpaces(true).get();
    try (CSVParser parser = CSVParser.parse(new StringReader(line), format)) {
      List<CSVRecord> records = parser.getRecords();
      return records.isEmpty() ? List.of() : records.get(0).stream().map(Cells::strip).toList();
    } catch (IOException | IllegalStateException | java.io.UncheckedIOException unbalanced) {
      return List.of();
    }
  }
}
