package io.kbaudit.report.json.field;

import com.fasterxml.jackson.core.JsonGenerator;
import io.kbaudit.file.FileName;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.json.DigestFields;
import io.kbaudit.json.JsonFormatException;
import io.kbaudit.json.JsonValue;
import io.kbaudit.json.SignatureFields;
import java.io.IOException;
import java.util.Optional;

/** A file that a scan came upon. */
public final class ObservedFields {
  private ObservedFields() {}

  /** Writes a field that is null where there is no file. */
  public static void write(JsonGenerator json, String field, Optional<? extends ObservedFile> file)
      throws IOException {
    if (file.isPresent()) {
      json.writeObjectFieldStart(field);
      write(json, file.get());
      json.writeEndObject();
    } else {
      json.writeNullField(field);
    }
  }

  /** Writes what was found; digests only where they were asked for. */
  public static void write(JsonGenerator json, ObservedFile file) throws IOException {
    json.writeStringField("path", file.path());
    if (file instanceof ObservedFile.Readable readable) {
      json.writeNumberField("size", readable.sizeBytes());
      json.writeStringField("modified", readable.modified().toString());
      DigestFields.write(json, readable.digests());
      SignatureFields.write(json, readable.signatures());
    } else if (file instanceof ObservedFile.Unreadable unreadable) {
      json.writeStringField("unreadable", unreadable.reason());
    }
  }

  static ObservedFile read(JsonValue value) throws JsonFormatException {
    String path = value.field("path").text();
    FileName name = value.field("path").as("a path below the folder", ObservedFile::nameAt);
    Optional<String> unreadable = value.findText("unreadable");
    if (unreadable.isPresent()) {
      return new ObservedFile.Unreadable(path, name, unreadable.get());
    }
    return new ObservedFile.Readable(
        path,
        name,
        value.field("size").number(0),
        value.field("modified").time(),
        DigestFields.read(value),
        Optional.empty(),
        Optional.empty(),
        SignatureFields.read(value),
        Optional.empty());
  }
}
