package io.kbaudit.export;

import io.kbaudit.file.SourceName;
import io.kbaudit.json.JsonFormatException;
import io.kbaudit.text.DecodedText;
import io.kbaudit.text.UndecodableException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The rows of a file that another program wrote: CSV as PowerShell's {@code Export-Csv} and {@code
 * sqlcmd} write it, or JSON as {@code ConvertTo-Json} and osquery do.
 *
 * <p>It is strict: a row of more or fewer cells than the heading, a column that is there twice, an
 * end in the middle, and letters in no known character set are refused, with their line.
 */
public final class ExportedRows {
  /** More blanks before the first row are no document's. */
  private static final int MOST_BLANKS = 1 << 12;

  private ExportedRows() {}

  /**
   * Reads all rows of {@code file}, of which no more than one is kept at a time.
   *
   * @throws ExportFormatException if it is neither CSV nor JSON, or not whole
   */
  public static void read(Path file, ExportedRow.Listener each) throws IOException {
    String source = SourceName.of(file);
    try (BufferedReader text =
        new BufferedReader(DecodedText.of(Files.newInputStream(file)), CsvRows.HEAD)) {
      switch (firstLetter(text)) {
        case -1 -> throw new ExportFormatException(source, 1, "it is empty");
        case '[', '{' -> new JsonRows(source, each).read(text);
        case '<' ->
            throw new ExportFormatException(source, 1, "it begins as XML does: not CSV, nor JSON");
        default -> CsvRows.read(text, source, each);
      }
    } catch (UndecodableException e) {
      throw new ExportFormatException(source, e.line(), String.valueOf(e.getMessage()));
    } catch (JsonFormatException e) {
      throw new ExportFormatException(source, e.line(), String.valueOf(e.getMessage()));
    }
  }

  /** Returns -1 where there is nothing but blanks. */
  private static int firstLetter(BufferedReader text) throws IOException {
    text.mark(MOST_BLANKS);
    int letter = text.read();
    for (int i = 1; i < MOST_BLANKS && letter >= 0 && Character.isWhitespace(letter); i++) {
      letter = text.read();
    }
    text.reset();
    return letter;
  }
}
