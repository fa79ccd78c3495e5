package io.kbaudit.deployment;

import io.kbaudit.text.Letters;
import io.kbaudit.yaml.Fields;
import io.kbaudit.yaml.NoRepeats;
import io.kbaudit.yaml.SourceLine;
import io.kbaudit.yaml.YamlException;
import io.kbaudit.yaml.YamlNode.Entry;
import io.kbaudit.yaml.YamlNode.Mapping;
import io.kbaudit.yaml.YamlNode.Word;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A list of places as a table: comma-separated values (RFC 4180), parted by commas, or, as a
 * spreadsheet may write them, by semicolons or tabs; lines that begin with {@code #} before the
 * heading are comments. A row is as a mapping of YAML would be, without the cells that are empty.
 */
final class PlaceTable {
  private static final String SEPARATORS = ",;\t";

  private final String source;
  private final CSVParser parser;
  private final Iterator<CSVRecord> records;
  private final int linesBefore;
  private SourceLine at;

  private PlaceTable(String source, CSVParser parser, int linesBefore) {
    this.source = source;
    this.parser = parser;
    this.records = parser.iterator();
    this.linesBefore = linesBefore;
    this.at = new SourceLine(source, linesBefore + 1);
  }

  /**
   * Returns the rows below the heading.
   *
   * @param noun what it has to be
   * @param names of the columns that there may be
   * @throws YamlException if quotation marks do not match, if the heading is not of these columns
   *     alone, each once, or if a row has a cell for which there is no heading
   */
  static List<Mapping> rows(String source, String noun, List<String> names, String text)
      throws IOException {
    int linesBefore = 0;
    int begin = 0;
    while (isBlankOrComment(line(text, begin))) {
      begin += line(text, begin).length();
      begin += text.startsWith("\r\n", begin) ? 2 : 1;
      linesBefore++;
    }
    CSVFormat format =
        CSVFormat.DEFAULT
            .builder()
            .setDelimiter(separator(line(text, begin)))
            .setIgnoreSurroundingSpaces(true)
            .setIgnoreEmptyLines(false)
            .get();
    try (CSVParser parser = CSVParser.parse(new StringReader(text.substring(begin)), format)) {
      return new PlaceTable(source, parser, linesBefore).rows(noun, names);
    }
  }

  private static String line(String text, int begin) {
    int end = begin;
    while (end < text.length() && "\r\n".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return text.substring(begin, end);
  }

  private static boolean isBlankOrComment(String line) {
    return line.isBlank() || line.startsWith("#");
  }

  /** Returns the one of which the heading has most; a comma where it has none. */
  private static char separator(String heading) {
    char most = SEPARATORS.charAt(0);
    for (int i = 1; i < SEPARATORS.length(); i++) {
      char each = SEPARATORS.charAt(i);
      most = count(heading, each) > count(heading, most) ? each : most;
    }
    return most;
  }

  private static long count(String text, char character) {
    return text.chars().filter(c -> c == character).count();
  }

  private List<Mapping> rows(String noun, List<String> names) throws YamlException {
    List<Word> columns = columns(noun, names);
    List<Mapping> rows = new ArrayList<>();
    for (Optional<List<Word>> row = next(); row.isPresent(); row = next()) {
      List<Entry> entries = new ArrayList<>();
      for (int i = 0; i < row.get().size(); i++) {
        Word cell = row.get().get(i);
        if (!cell.text().isEmpty()) {
          if (i >= columns.size() || columns.get(i).text().isEmpty()) {
            throw at.fault("a cell for which there is no heading", cell.text());
          }
          entries.add(new Entry(columns.get(i), cell));
        }
      }
      if (!entries.isEmpty()) {
        rows.add(new Mapping(at, entries));
      }
    }
    return rows;
  }

  private List<Word> columns(String noun, List<String> names) throws YamlException {
    List<Word> columns = new ArrayList<>();
    NoRepeats<String> once = new NoRepeats<>();
    for (Word cell : next().orElse(List.of())) {
      String name = Letters.small(cell.text());
      if (!name.isEmpty()) {
        if (!names.contains(name)) {
          throw at.fault("unknown column of a " + noun, cell.text(), Fields.advice(name, names));
        }
        once.add(name, cell);
      }
      columns.add(new Word(at, name, false));
    }
    return columns;
  }

  /**
   * Returns the cells of the next row, of which {@link #at} is the line; absent behind the last.
   */
  private Optional<List<Word>> next() throws YamlException {
    at = new SourceLine(source, linesBefore + (int) parser.getCurrentLineNumber() + 1);
    try {
      return records.hasNext()
          ? Optional.of(
              records.next().stream().map(cell -> new Word(at, cell.strip(), false)).toList())
          : Optional.empty();
    } catch (UncheckedIOException | IllegalStateException e) {
      throw at.fault("quotation marks that do not match");
    }
  }
}
