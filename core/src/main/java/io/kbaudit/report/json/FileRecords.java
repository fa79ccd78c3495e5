package io.kbaudit.report.json;

import io.kbaudit.json.JsonFormatException;
import io.kbaudit.json.JsonReader;
import io.kbaudit.record.FileRecord;
import io.kbaudit.report.json.field.AuditFields;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.OptionalInt;

/** Goes through the files of one place of a saved audit, which was found to be sound before. */
final class FileRecords implements Iterator<FileRecord> {
  private final String source;
  private final JsonReader json;
  private boolean more;

  private FileRecords(String source, JsonReader json, OptionalInt place) throws IOException {
    this.source = source;
    this.json = json;
    AuditFields.goToFiles(json, place);
    this.more = json.nextItem();
  }

  /**
   * Begins anew.
   *
   * @param in the saved audit, from its beginning
   * @param place which of the audits; absent where there is but one, not in a list
   */
  static FileRecords of(String source, InputStream in, OptionalInt place) {
    try {
      return new FileRecords(source, JsonReader.again(in), place);
    } catch (IOException e) {
      throw unchecked(source, e);
    }
  }

  @Override
  public boolean hasNext() {
    return more;
  }

  @Override
  public FileRecord next() {
    if (!more) {
      throw new NoSuchElementException();
    }
    try {
      FileRecord file = AuditFields.readFile(json);
      more = json.nextItem();
      return file;
    } catch (IOException e) {
      throw unchecked(source, e);
    }
  }

  /**
   * Returns what to throw of a saved audit that was found to be sound, and can no longer be read.
   */
  static UncheckedIOException unchecked(String source, IOException e) {
    return new UncheckedIOException(
        e instanceof JsonFormatException format ? new SavedAuditException(source, format) : e);
  }
}
