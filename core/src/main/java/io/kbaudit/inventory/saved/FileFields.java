package io.kbaudit.inventory.saved;

import com.fasterxml.jackson.core.JsonGenerator;
import io.kbaudit.file.FileName;
import io.kbaudit.file.FileVersion;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.inventory.ObservedFile.Unreadable.Kind;
import io.kbaudit.json.DigestFields;
import io.kbaudit.json.Json;
import io.kbaudit.json.JsonFormatException;
import io.kbaudit.json.JsonValue;
import io.kbaudit.json.SignatureFields;
import java.io.IOException;
import java.util.Optional;

/** A file of an inventory, as the fields of an object; what is not known of it is left out. */
final class FileFields {
  /** Of what is unreadable; left out where it cannot be read, and there is no more to it. */
  private static final String KIND = "unreadableKind";

  private FileFields() {}

  static void write(JsonGenerator json, ObservedFile file) throws IOException {
    json.writeStringField("path", file.path());
    if (file instanceof ObservedFile.Readable readable) {
      writeReadable(json, readable);
    } else if (file instanceof ObservedFile.Unreadable unreadable) {
      json.writeStringField("unreadable", unreadable.reason());
      if (unreadable.kind() != Kind.NOT_READABLE) {
        json.writeStringField(KIND, unreadable.kind().name());
      }
    }
  }

  private static void writeReadable(JsonGenerator json, ObservedFile.Readable file)
      throws IOException {
    json.writeNumberField("size", file.sizeBytes());
    json.writeStringField("modified", file.modified().toString());
    DigestFields.write(json, file.digests());
    Json.writeIfPresent(json, "listedVersion", file.listedVersion());
    if (file.inspection().isPresent()) {
      json.writeObjectFieldStart("package");
      PackageFields.write(json, file.inspection().get());
      json.writeEndObject();
    }
    if (file.executable().isPresent()) {
      json.writeObjectFieldStart("executable");
      ExecutableFields.write(json, file.executable().get());
      json.writeEndObject();
    }
    SignatureFields.write(json, file.signatures());
  }

  static ObservedFile read(JsonValue value) throws JsonFormatException {
    JsonValue path = value.field("path");
    FileName name = path.as("a path below the folder", ObservedFile::nameAt);
    Optional<String> unreadable = value.findText("unreadable");
    if (unreadable.isPresent()) {
      return new ObservedFile.Unreadable(path.text(), name, kind(value), unreadable.get());
    }
    Optional<JsonValue> inspection = value.find("package");
    Optional<JsonValue> executable = value.find("executable");
    return new ObservedFile.Readable(
        path.text(),
        name,
        value.field("size").number(0),
        value.field("modified").time(),
        DigestFields.read(value),
        inspection.isEmpty() ? Optional.empty() : Optional.of(PackageFields.read(inspection.get())),
        executable.isEmpty()
            ? Optional.empty()
            : Optional.of(ExecutableFields.read(executable.get())),
        SignatureFields.read(value),
        value.find("listedVersion", "a version such as 6.1.7600.16385", FileVersion::find));
  }

  private static Kind kind(JsonValue file) throws JsonFormatException {
    Optional<JsonValue> kind = file.find(KIND);
    return kind.isEmpty() ? Kind.NOT_READABLE : kind.get().oneOf(Kind.values(), Kind::name);
  }
}
