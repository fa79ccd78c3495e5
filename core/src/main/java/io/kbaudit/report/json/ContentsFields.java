package io.kbaudit.report.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.kbaudit.json.Json;
import io.kbaudit.json.SignatureFields;
import io.kbaudit.msi.CabinetState;
import io.kbaudit.msi.MsiContents;
import io.kbaudit.report.InspectedFiles;
import io.kbaudit.signature.Signature;
import io.kbaudit.signature.SignatureInspection;
import io.kbaudit.signature.SignatureWords;
import java.io.IOException;
import java.util.Optional;

/** The fields of what a Windows Installer file holds besides its tables. */
final class ContentsFields {
  private ContentsFields() {}

  static void write(
      JsonGenerator json, MsiContents contents, Optional<SignatureInspection> signatures)
      throws IOException {
    writeSignature(json, contents.signed(), signatures);
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

  /**
   * Writes whether a file has a signature, and what all of them are worth, if that was looked at.
   *
   * @param present whether there is one in the file itself; others may be in catalogs
   */
  static void writeSignature(
      JsonGenerator json, boolean present, Optional<SignatureInspection> read) throws IOException {
    json.writeObjectFieldStart("signature");
    json.writeBooleanField("present", present);
    json.writeBooleanField("verified", read.isPresent());
    if (read.isPresent()) {
      SignatureFields.writeFields(json, read.get());
    }
    json.writeEndObject();
  }

  /** Writes, among the problems of a file, that a signature of it is broken, if one is. */
  static void writeBrokenSignature(JsonGenerator json, InspectedFiles.Inspected file)
      throws IOException {
    if (file.brokenSignature().isPresent()) {
      Signature broken = file.brokenSignature().get();
      json.writeStartObject();
      json.writeStringField("id", broken.grade().name());
      json.writeStringField("text", SignatureWords.of(broken));
      json.writeEndObject();
    }
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
