package io.kbaudit.report.json.field;

import com.fasterxml.jackson.core.JsonGenerator;
import io.kbaudit.file.Digest;
import io.kbaudit.json.Json;
import io.kbaudit.json.JsonFormatException;
import io.kbaudit.json.JsonValue;
import io.kbaudit.record.Provenance;
import io.kbaudit.record.Provenance.EvidenceFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** When, where, by whom and with what an audit was made. */
public final class ProvenanceFields {
  private static final String PROVENANCE = "provenance";

  private ProvenanceFields() {}

  /** Writes what is known of how an audit was made; nothing where that was not asked for. */
  public static void write(JsonGenerator json, Optional<Provenance> provenance) throws IOException {
    if (provenance.isEmpty()) {
      return;
    }
    Provenance how = provenance.get();
    json.writeObjectFieldStart(PROVENANCE);
    json.writeStringField("time", how.time().toString());
    Json.writeIfPresent(json, "host", how.host());
    Json.writeIfPresent(json, "account", how.account());
    Json.writeIfPresent(json, "workingFolder", how.workingFolder());
    json.writeArrayFieldStart("command");
    for (String word : how.command()) {
      json.writeString(word);
    }
    json.writeEndArray();
    json.writeStringField("java", how.java());
    Json.writeIfPresent(json, "operator", how.operator());
    Json.writeIfPresent(json, "note", how.note());
    json.writeArrayFieldStart("evidence");
    for (EvidenceFile file : how.evidence()) {
      json.writeStartObject();
      json.writeStringField("role", file.role());
      json.writeStringField("name", file.name());
      json.writeStringField("sha256", file.sha256().hex());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  static Optional<Provenance> read(JsonValue whole) throws JsonFormatException {
    Optional<JsonValue> found = whole.find(PROVENANCE);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    JsonValue value = found.get();
    List<EvidenceFile> evidence = new ArrayList<>();
    for (JsonValue file : value.field("evidence").items()) {
      evidence.add(
          new EvidenceFile(
              file.field("role").text(),
              file.field("name").text(),
              file.field("sha256").as("64 hexadecimal digits", Digest.Algorithm.SHA256::find)));
    }
    return Optional.of(
        new Provenance(
            value.field("time").time(),
            value.findText("host"),
            value.findText("account"),
            value.findText("workingFolder"),
            value.field("command").texts(),
            value.field("java").text(),
            evidence,
            value.findText("operator"),
            value.findText("note")));
  }
}
