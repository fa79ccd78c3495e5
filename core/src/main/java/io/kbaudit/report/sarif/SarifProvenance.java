package io.kbaudit.report.sarif;

import com.fasterxml.jackson.core.JsonGenerator;
import io.kbaudit.json.Json;
import io.kbaudit.record.Provenance;
import io.kbaudit.record.Provenance.EvidenceFile;
import io.kbaudit.report.finding.ProvenanceLines;
import java.io.IOException;

/** When, where, by whom and with what an audit was made, as fields of an invocation. */
final class SarifProvenance {
  private SarifProvenance() {}

  static void write(JsonGenerator json, Provenance how) throws IOException {
    json.writeStringField("startTimeUtc", how.time().toString());
    Json.writeIfPresent(json, "machine", how.host());
    Json.writeIfPresent(json, "account", how.account());
    if (how.workingFolder().isPresent()) {
      json.writeObjectFieldStart("workingDirectory");
      json.writeStringField("uri", UriText.folder(how.workingFolder().get()));
      json.writeEndObject();
    }
    if (!how.command().isEmpty()) {
      json.writeStringField("commandLine", ProvenanceLines.command(how));
    }
    json.writeArrayFieldStart("arguments");
    for (String word : how.command()) {
      json.writeString(word);
    }
    json.writeEndArray();
    json.writeObjectFieldStart("properties");
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
}
