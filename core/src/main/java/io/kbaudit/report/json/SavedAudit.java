package io.kbaudit.report.json;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.io.JsonEOFException;
import io.kbaudit.audit.Tally;
import io.kbaudit.record.ArticleRecord;
import io.kbaudit.record.AuditRecord;
import io.kbaudit.record.FileRecord;
import io.kbaudit.record.FolderRecord;
import io.kbaudit.record.LocationRecord;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An audit read back from the JSON report in which it was saved. Its files are read from there each
 * time they are gone through, so that it may be larger than memory; while that is done, an {@link
 * UncheckedIOException} tells that it cannot be read.
 *
 * <p>Reading is strict: what is missing, unknown or contradicts itself, such as a verdict that is
 * not that of the files, is refused with its line. Fields that it does not know are passed over.
 */
public final class SavedAudit implements Closeable {
  /** The version of the format that is read here. */
  private static final int SCHEMA_VERSION = 1;

  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final String source;
  private final FileChannel channel;
  private final Optional<Path> copy;
  private final AuditRecord audit;

  private SavedAudit(String source, FileChannel channel, Optional<Path> copy) throws IOException {
    this.source = source;
    this.channel = channel;
    this.copy = copy;
    this.audit = read();
  }

  /**
   * Opens the saved audit in {@code file}. What is no regular file, such as a pipe, is copied to a
   * temporary one first.
   *
   * @throws SavedAuditException if it is none, is cut, or contradicts itself
   * @throws IOException if the file cannot be read
   */
  public static SavedAudit open(Path file) throws IOException {
    Path name = file.getFileName();
    String source = name == null ? file.toString() : name.toString();
    if (Files.isRegularFile(file)) {
      return open(source, file, Optional.empty());
    }
    try (InputStream in = Files.newInputStream(file)) {
      return copied(in, source);
    }
  }

  /**
   * Opens the saved audit that a stream holds, copied to a temporary file first.
   *
   * @param source what to call it where something is wrong with it
   * @throws SavedAuditException if it is none, is cut, or contradicts itself
   * @throws IOException if the stream cannot be read, or not be copied
   */
  public static SavedAudit copied(InputStream in, String source) throws IOException {
    Path copy = Files.createTempFile("kbaudit", ".json");
    try (var out = Files.newOutputStream(copy)) {
      in.transferTo(out);
    } catch (IOException e) {
      Files.delete(copy);
      throw e;
    }
    return open(source, copy, Optional.of(copy));
  }

  private static SavedAudit open(String source, Path file, Optional<Path> copy) throws IOException {
    FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
    boolean opened = false;
    try {
      SavedAudit saved = new SavedAudit(source, channel, copy);
      opened = true;
      return saved;
    } finally {
      if (!opened) {
        close(channel, copy);
      }
    }
  }

  /** Returns the audit. Its files can be gone through until this is closed. */
  public AuditRecord audit() {
    return audit;
  }

  /** Lets go of the file, and deletes the copy if one was made. */
  @Override
  public void close() throws IOException {
    close(channel, copy);
  }

  private static void close(FileChannel channel, Optional<Path> copy) throws IOException {
    channel.close();
    if (copy.isPresent()) {
      Files.deleteIfExists(copy.get());
    }
  }

  private AuditRecord read() throws IOException {
    try (JsonParser json = JSON.createParser(new ChannelStream(channel))) {
      if (json.nextToken() == null) {
        throw new SavedAuditException(source, 1, "it is empty");
      }
      List<FolderRecord> places = new ArrayList<>();
      SavedValue whole = SavedValue.begin(source, json);
      if (json.currentToken() != JsonToken.START_OBJECT) {
        throw whole.wrong("a saved audit begins with {, and this is");
      }
      Optional<Tally> tally = readFields(json, whole, Optional.of(places));
      if (json.nextToken() != null) {
        throw SavedValue.begin(source, json).wrong("something follows the end");
      }
      return audit(whole, tally, places);
    } catch (JacksonException e) {
      throw notJson(e);
    }
  }

  /**
   * Reads the fields of the object at whose beginning {@code json} is into {@code value}. Of its
   * files it keeps nothing but their tally.
   *
   * @param places to which the audits in it go; absent where it is such an audit itself
   */
  private Optional<Tally> readFields(
      JsonParser json, SavedValue value, Optional<List<FolderRecord>> places) throws IOException {
    Optional<Tally> tally = Optional.empty();
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      json.nextToken();
      if (name.equals("files")) {
        tally = Optional.of(readTally(json));
      } else if (name.equals("audits") && places.isPresent()) {
        value.put(name, SavedValue.begin(source, json));
        value.field(name).items();
        readAudits(json, places.get());
      } else {
        value.put(name, SavedValue.read(source, json));
      }
    }
    return tally;
  }

  private void readAudits(JsonParser json, List<FolderRecord> places) throws IOException {
    while (json.nextToken() != JsonToken.END_ARRAY) {
      SavedValue value = SavedValue.begin(source, json);
      if (json.currentToken() != JsonToken.START_OBJECT) {
        throw value.wrong("an audit is an object {...}, and this is");
      }
      Optional<Tally> tally = readFields(json, value, Optional.empty());
      places.add(place(value, tally, OptionalInt.of(places.size())));
    }
  }

  private Tally readTally(JsonParser json) throws IOException {
    SavedValue.begin(source, json).items();
    Tally tally = Tally.NONE;
    while (json.nextToken() != JsonToken.END_ARRAY) {
      tally = tally.plus(FileRecordReader.read(SavedValue.read(source, json)).result());
    }
    return tally;
  }

  private AuditRecord audit(SavedValue whole, Optional<Tally> tally, List<FolderRecord> places)
      throws SavedAuditException {
    if (whole.find("schemaVersion").isEmpty() || whole.find("verdict").isEmpty()) {
      throw whole.wrong("this is no saved audit");
    }
    SavedValue version = whole.field("schemaVersion");
    if (version.count() != SCHEMA_VERSION) {
      throw version.wrong("not a version that this kbaudit reads, which is " + SCHEMA_VERSION);
    }
    boolean deployment = whole.find("audits").isPresent();
    if (!deployment) {
      places.add(place(whole, tally, OptionalInt.empty()));
    } else if (places.isEmpty()) {
      throw whole.field("audits").wrong("an audit of no place");
    }
    SavedValue summary = whole.field("summary");
    AuditRecord read =
        new AuditRecord(
            whole.field("tool").field("version").text(),
            article(whole.field("article"), summary.field("unreadRows").count()),
            places,
            deployment,
            deployment ? unaudited(whole.field("unaudited")) : List.of());
    FolderRecordReader.requireTally(summary, read.tally(), read.unlisted());
    FolderRecordReader.requireVerdict(whole, read.verdict());
    return read;
  }

  private FolderRecord place(SavedValue value, Optional<Tally> tally, OptionalInt number)
      throws SavedAuditException {
    if (tally.isEmpty()) {
      throw value.wrong("'files' is missing here");
    }
    return FolderRecordReader.read(value, () -> files(number), tally.get());
  }

  private Iterator<FileRecord> files(OptionalInt place) {
    try {
      return new FileRecords(source, JSON.createParser(new ChannelStream(channel)), place);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ArticleRecord article(SavedValue value, int unreadRows)
      throws SavedAuditException {
    return new ArticleRecord(
        value.optionalText("id"),
        value.optionalText("title"),
        value.field("source").text(),
        unreadRows);
  }

  private static List<LocationRecord> unaudited(SavedValue value) throws SavedAuditException {
    List<LocationRecord> locations = new ArrayList<>();
    for (SavedValue item : value.items()) {
      locations.add(
          new LocationRecord(
              item.field("location").text(),
              item.field("where").text(),
              item.field("optional").flag()));
    }
    return locations;
  }

  private SavedAuditException notJson(JacksonException e) {
    int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
    boolean cut =
        e instanceof JsonEOFException
            || e.getOriginalMessage().startsWith("Unexpected end-of-input");
    return new SavedAuditException(
        source,
        line,
        cut
            ? "it ends in the middle, as a file does that was cut"
            : "not JSON: " + e.getOriginalMessage());
  }
}
