package io.kbaudit.report.json;

import io.kbaudit.json.JsonReader;
import io.kbaudit.record.FileRecord;
import io.kbaudit.record.PositionedFile;
import io.kbaudit.record.RecordedFiles;
import io.kbaudit.report.json.field.AuditFields;
import io.kbaudit.report.json.field.NotPassedIndex;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.Iterator;
import java.util.OptionalInt;

/**
 * The files of one place of a saved audit, read each time that they are gone through.
 *
 * @param source what to call the saved audit where something is wrong with it
 * @param place which of the audits; absent where there is but one, not in a list
 */
record SavedFiles(String source, FileChannel channel, OptionalInt place, NotPassedIndex index)
    implements RecordedFiles {
  @Override
  public Iterator<FileRecord> iterator() {
    return FileRecords.of(source, new ChannelStream(channel), place);
  }

  @Override
  public Iterable<PositionedFile> notPassed() {
    return index.isComplete()
        ? () -> index.entries().stream().map(this::read).iterator()
        : RecordedFiles.super.notPassed();
  }

  private PositionedFile read(NotPassedIndex.Entry entry) {
    try (JsonReader json = JsonReader.again(new ChannelStream(channel, entry.bytesBefore()))) {
      json.beginAny();
      return new PositionedFile(entry.position(), AuditFields.readFile(json));
    } catch (IOException e) {
      throw FileRecords.unchecked(source, e);
    }
  }
}
