package io.kbaudit.inventory.saved;

import com.fasterxml.jackson.core.JsonGenerator;
import io.kbaudit.file.FileVersion;
import io.kbaudit.json.Json;
import io.kbaudit.json.JsonFormatException;
import io.kbaudit.json.JsonValue;
import io.kbaudit.json.SummaryInformationFields;
import io.kbaudit.msi.CabinetState;
import io.kbaudit.msi.KeyFile;
import io.kbaudit.msi.MsiInspection;
import io.kbaudit.msi.MsiKind;
import io.kbaudit.msi.MsiProblem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** What a Windows Installer file says about itself, as the fields of an object. */
final class PackageFields {
  private PackageFields() {}

  static void write(JsonGenerator json, MsiInspection inspection) throws IOException {
    Json.writeOptional(json, "kind", inspection.kind().map(MsiKind::id));
    json.writeArrayFieldStart("problems");
    for (MsiProblem problem : inspection.problems()) {
      json.writeStartObject();
      json.writeStringField("id", problem.kind().name());
      json.writeStringField("text", problem.text());
      json.writeEndObject();
    }
    json.writeEndArray();
    SummaryInformationFields.write(json, inspection);
    json.writeArrayFieldStart("tables");
    for (String table : inspection.tables()) {
      json.writeString(table);
    }
    json.writeEndArray();
    json.writeObjectFieldStart("properties");
    for (Map.Entry<String, String> property : inspection.properties().entrySet()) {
      json.writeStringField(property.getKey(), property.getValue());
    }
    json.writeEndObject();
    writeCabinets(json, inspection.cabinets());
    json.writeBooleanField("signed", inspection.signed());
    json.writeArrayFieldStart("keyFiles");
    for (KeyFile file : inspection.keyFiles()) {
      json.writeStartObject();
      json.writeStringField("component", file.component());
      json.writeStringField("version", file.version().toString());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void writeCabinets(JsonGenerator json, Optional<List<CabinetState>> cabinets)
      throws IOException {
    if (cabinets.isEmpty()) {
      json.writeNullField("cabinets");
      return;
    }
    json.writeArrayFieldStart("cabinets");
    for (CabinetState cabinet : cabinets.get()) {
      json.writeStartObject();
      json.writeStringField("name", cabinet.name());
      json.writeStringField("state", cabinet.state().id());
      if (cabinet.sizeBytes().isPresent()) {
        json.writeNumberField("size", cabinet.sizeBytes().getAsLong());
      } else {
        json.writeNullField("size");
      }
      Json.writeOptional(json, "files", cabinet.fileCount());
      json.writeNumberField("unpackedFiles", cabinet.unpackedFiles());
      Json.writeOptional(json, "text", cabinet.text());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  static MsiInspection read(JsonValue value) throws JsonFormatException {
    Optional<JsonValue> kind = value.find("kind");
    List<MsiProblem> problems = new ArrayList<>();
    for (JsonValue problem : value.field("problems").items()) {
      problems.add(
          new MsiProblem(
              problem.field("id").oneOf(MsiProblem.Kind.values(), MsiProblem.Kind::name),
              problem.field("text").text()));
    }
    Map<String, String> properties = new LinkedHashMap<>();
    for (Map.Entry<String, JsonValue> property : value.field("properties").fields().entrySet()) {
      properties.put(property.getKey(), property.getValue().text());
    }
    return new MsiInspection(
        kind.isEmpty()
            ? Optional.empty()
            : Optional.of(kind.get().oneOf(MsiKind.values(), MsiKind::id)),
        problems,
        SummaryInformationFields.read(value),
        value.field("tables").texts(),
        properties,
        cabinets(value),
        value.field("signed").flag(),
        keyFiles(value));
  }

  private static List<KeyFile> keyFiles(JsonValue value) throws JsonFormatException {
    List<KeyFile> keyFiles = new ArrayList<>();
    for (JsonValue file : value.field("keyFiles").items()) {
      keyFiles.add(
          new KeyFile(
              file.field("component").text(),
              file.field("version").as("a version such as 6.1.7600.16385", FileVersion::find)));
    }
    return keyFiles;
  }

  private static Optional<List<CabinetState>> cabinets(JsonValue value) throws JsonFormatException {
    Optional<JsonValue> list = value.find("cabinets");
    if (list.isEmpty()) {
      return Optional.empty();
    }
    List<CabinetState> cabinets = new ArrayList<>();
    for (JsonValue cabinet : list.get().items()) {
      Optional<JsonValue> size = cabinet.find("size");
      Optional<JsonValue> files = cabinet.find("files");
      cabinets.add(
          new CabinetState(
              cabinet.field("name").text(),
              cabinet.field("state").oneOf(CabinetState.State.values(), CabinetState.State::id),
              size.isEmpty() ? OptionalLong.empty() : OptionalLong.of(size.get().number(0)),
              files.isEmpty() ? OptionalInt.empty() : OptionalInt.of(files.get().count(0)),
              cabinet.field("unpackedFiles").count(0),
              cabinet.findText("text")));
    }
    return Optional.of(cabinets);
  }
}
