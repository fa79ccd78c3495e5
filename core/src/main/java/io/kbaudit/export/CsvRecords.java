package io.kbaudit.export;

import static java.util.Objects.requireNonNull;

import io.kbaudit.text.English;
import java.io.Closeable;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The cells of a CSV file, row by row, each with the line that it begins on. */
final class CsvRecords implements Closeable {
  /** What a folder, a registry or a database is asked for is shorter by far. */
  static final int LONGEST_ROW = 1 << 20;

  private final String source;
  private final int linesAbove;
  private final Limit text;
  private final CSVParser parser;
  private final Iterator<CSVRecord> records;

  /** Begins to read {@code text}, which is closed with this. */
  CsvRecords(String source, Reader text, CsvLayout layout) throws IOException {
    this.source = source;
    this.linesAbove = layout.linesAbove();
    this.text = new Limit(text);
    this.parser =
        CSVParser.builder()
            .setReader(this.text)
            .setFormat(
                CSVFormat.DEFAULT
                    .builder()
                    .setDelimiter(layout.delimiter())
                    .setQuote(layout.ofSqlcmd() ? null : Character.valueOf('"'))
                    .setIgnoreEmptyLines(false)
                    .get())
            .get();
    this.records = parser.iterator();
  }

  /**
   * A row.
   *
   * @param line that it begins on, counted from 1
   */
  record Cells(int line, List<String> values) {
    boolean isBlank() {
      return values.size() == 1 && values.get(0).isBlank();
    }
  }

  /** Returns the next row; absent behind the last. */
  Optional<Cells> next() throws IOException {
    int line = (int) Math.min(Integer.MAX_VALUE, linesAbove + parser.getCurrentLineNumber() + 1);
    text.beginRow();
    try {
      return records.hasNext()
          ? Optional.of(cells(line, records.next().toList()))
          : Optional.empty();
    } catch (UncheckedIOException e) {
      throw reason(requireNonNull(e.getCause()), line);
    }
  }

  private Cells cells(int line, List<String> values) throws ExportFormatException {
    long characters = values.stream().mapToLong(value -> value.length() + 1L).sum() - 1;
    if (characters > LONGEST_ROW) {
      throw tooLong(line);
    }
    return new Cells(line, values);
  }

  private ExportFormatException tooLong(int line) {
    return new ExportFormatException(
        source, line, "a row longer than " + English.counted(LONGEST_ROW, "character"));
  }

  private IOException reason(IOException cause, int line) {
    if (cause instanceof TooLongException) {
      return tooLong(line);
    }
    if (cause instanceof CSVException) {
      return new ExportFormatException(
          source,
          line,
          text.ended
              ? "it ends between quotation marks, as a file does that was cut"
              : "a row whose quotation marks do not match");
    }
    return cause;
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }

  private static final class TooLongException extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /**
   * Ends a row that has no end, such as one whose quotation mark is never closed: quotation marks
   * make a row twice as long at most, and what reads it may have read on.
   */
  private static final class Limit extends FilterReader {
    private int ofRow;
    private boolean ended;

    Limit(Reader in) {
      super(in);
    }

    void beginRow() {
      ofRow = 0;
    }

    @Override
    public int read() throws IOException {
      char[] one = new char[1];
      return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
      int count = in.read(buffer, offset, length);
      ended = count < 0;
      ofRow += Math.max(0, count);
      if (ofRow > 2 * LONGEST_ROW + CsvRows.HEAD) {
        throw new TooLongException();
      }
      return count;
    }
  }
}
