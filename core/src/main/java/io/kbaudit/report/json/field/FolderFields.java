package io.kbaudit.report.json.field;

import com.fasterxml.jackson.core.JsonGenerator;
import io.kbaudit.audit.Tally;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.json.Json;
import io.kbaudit.json.JsonFormatException;
import io.kbaudit.json.JsonValue;
import io.kbaudit.record.FileRecord;
import io.kbaudit.record.FolderRecord;
import io.kbaudit.record.LocationRecord;
import io.kbaudit.record.Obstacle;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What was found in one folder. */
final class FolderFields {
  /** The list of the files for which there are rows. */
  static final String FILES = "files";

  private static final String UNREACHABLE = "unreachable";
  private static final String KIND = "kind";
  private static final String FOLDER = "folder";

  private FolderFields() {}

  static void write(JsonGenerator json, FolderRecord folder) throws IOException {
    writeTarget(json, folder);
    PolicyFields.write(json, folder.policy());
    SummaryFields.write(json, folder);
    RemarkFields.write(json, folder.remarks());
    json.writeArrayFieldStart(FILES);
    for (FileRecord file : folder.files()) {
      FileFields.write(json, file);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("unlisted");
    for (ObservedFile file : folder.unlisted()) {
      json.writeStartObject();
      ObservedFields.write(json, file);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /**
   * Returns the record of one folder, which must come to the numbers and the verdict that are
   * stated.
   *
   * @param value without its files
   * @param contradictions to which each of the files was added
   */
  static FolderRecord read(
      JsonValue value, Iterable<FileRecord> files, Tally tally, PolicyContradictions contradictions)
      throws JsonFormatException {
    if (tally.expected() == 0) {
      throw value.wrong("an audit of no file at all");
    }
    FolderRecord folder =
        new FolderRecord(
            readTarget(value.field("target")),
            PolicyFields.read(value),
            files,
            tally,
            readUnlisted(value),
            readGaps(value, tally),
            SummaryFields.leftOut(value, tally),
            RemarkFields.read(value));
    contradictions.refuse(folder, value);
    SummaryFields.requireObstacles(value, Obstacle.of(folder));
    SummaryFields.require(value, folder.verdict(), tally, folder.unlisted().size());
    return folder;
  }

  private static List<ObservedFile> readUnlisted(JsonValue value) throws JsonFormatException {
    List<ObservedFile> files = new ArrayList<>();
    for (JsonValue item : value.field("unlisted").items()) {
      files.add(ObservedFields.read(item));
    }
    return files;
  }

  private static void writeTarget(JsonGenerator json, FolderRecord folder) throws IOException {
    FolderRecord.Target target = folder.target();
    json.writeObjectFieldStart("target");
    json.writeStringField(KIND, FOLDER);
    json.writeStringField("path", target.path());
    json.writeBooleanField("recursive", target.recursive());
    if (target.location().isPresent()) {
      writeLocation(json, target.location().get());
    } else {
      json.writeNullField("location");
    }
    Json.writeIfPresent(json, "label", folder.label());
    Json.writeIfPresent(json, UNREACHABLE, folder.gaps().unreachable());
    json.writeEndObject();
  }

  private static FolderRecord.Target readTarget(JsonValue target) throws JsonFormatException {
    target.field(KIND).requireText(FOLDER);
    return new FolderRecord.Target(
        target.field("path").text(),
        target.field("recursive").flag(),
        target.find("location").isEmpty() ? Optional.empty() : Optional.of(readLocation(target)),
        target.findText("label"));
  }

  /** Nothing is known of a file at a place that was not reached. */
  private static FolderRecord.Gaps readGaps(JsonValue value, Tally tally)
      throws JsonFormatException {
    JsonValue target = value.field("target");
    Optional<String> unreachable = target.findText(UNREACHABLE);
    if (unreachable.isPresent() && tally.undecided() < tally.expected()) {
      throw target
          .field(UNREACHABLE)
          .wrong("files listed here passed or failed, and the location was not reached");
    }
    return SummaryFields.gaps(value, unreachable);
  }

  /** Writes the fields of a location. */
  static void writeLocation(JsonGenerator json, LocationRecord location) throws IOException {
    json.writeStringField("location", location.name());
    json.writeStringField("where", location.where());
    json.writeBooleanField("optional", location.optional());
    if (location.several()) {
      json.writeBooleanField("several", true);
    }
  }

  static LocationRecord readLocation(JsonValue value) throws JsonFormatException {
    return new LocationRecord(
        value.field("location").text(),
        value.field("where").text(),
        value.field("optional").flag(),
        value.flagOr("several", false));
  }
}
