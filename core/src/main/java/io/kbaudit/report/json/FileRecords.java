package io.kbaudit.report.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.kbaudit.record.FileRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.OptionalInt;

/** Goes through the files of one place of a saved audit, which was found to be sound before. */
final class FileRecords implements Iterator<FileRecord> {
  private final String source;
  private final JsonParser json;

  /**
   * Begins anew.
   *
   * @param json at the beginning of the saved audit
   * @param place which of the audits; absent where there is but one, not in a list
   */
  FileRecords(String source, JsonParser json, OptionalInt place) {
    this.source = source;
    this.json = json;
    try {
      json.nextToken();
      if (place.isPresent()) {
        goTo("audits");
        json.nextToken();
        for (int i = 0; i < place.getAsInt(); i++) {
          json.skipChildren();
          json.nextToken();
        }
      }
      goTo("files");
      json.nextToken();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Goes from the beginning of an object to the value of one of its fields, and into that. */
  private void goTo(String field) throws IOException {
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      boolean found = json.currentName().equals(field);
      json.nextToken();
      if (found) {
        return;
      }
      json.skipChildren();
    }
    throw changed();
  }

  @Override
  public boolean hasNext() {
    return json.currentToken() == JsonToken.START_OBJECT;
  }

  @Override
  public FileRecord next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    try {
      FileRecord file = FileRecordReader.read(SavedValue.read(source, json));
      if (json.nextToken() == null) {
        throw changed();
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private SavedAuditException changed() {
    return new SavedAuditException(
        source, json.currentTokenLocation().getLineNr(), "the file was changed while it was read");
  }
}
