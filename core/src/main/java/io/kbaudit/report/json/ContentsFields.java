package io.kbaudit.report.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.kbaudit.json.Json;
import io.kbaudit.msi.CabinetState;
import io.kbaudit.msi.MsiContents;
import java.io.IOException;

/** The fields of what a Windows Installer file holds besides its tables. */
final class ContentsFields {
  private ContentsFields() {}

  static void write(JsonGenerator json, MsiContents contents) throws IOException {
    writeSignature(json, contents.signed());
    json.writeArrayFieldStart("streams");
    for (MsiContents.Stream stream : contents.streams()) {
      json.writeStartObject();
      json.writeStringField("name", stream.name());
      json.writeNumberField("size", stream.sizeBytes());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("storages");
    for (MsiContents.Storage storage : contents.storages()) {
      json.writeStartObject();
      json.writeStringField("name", storage.name());
      json.writeNumberField("entries", storage.entries());
      json.writeEndObject();
    }
    json.writeEndArray();
    if (contents.cabinets().isEmpty()) {
      json.writeNullField("cabinets");
      return;
    }
    json.writeArrayFieldStart("cabinets");
    for (CabinetState cabinet : contents.cabinets().get()) {
      write(json, cabinet);
    }
    json.writeEndArray();
  }

  /** Nothing is said of whose signature it is, or whether it is one: nothing was verified. */
  static void writeSignature(JsonGenerator json, boolean present) throws IOException {
    json.writeObjectFieldStart("signature");
    json.writeBooleanField("present", present);
    json.writeBooleanField("verified", false);
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, CabinetState cabinet) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", cabinet.name());
    json.writeStringField("state", cabinet.state().id());
    if (cabinet.sizeBytes().isPresent()) {
      json.writeNumberField("size", cabinet.sizeBytes().getAsLong());
    } else {
      json.writeNullField("size");
    }
    Json.writeOptional(json, "files", cabinet.fileCount());
    Json.writeOptional(json, "text", cabinet.text());
    json.writeEndObject();
  }
}
