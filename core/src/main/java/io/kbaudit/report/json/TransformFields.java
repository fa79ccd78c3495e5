package io.kbaudit.report.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.kbaudit.json.Json;
import io.kbaudit.msi.AppliedTransform;
import io.kbaudit.report.PackageDetails.Transformation;
import java.io.IOException;
import java.util.List;

/** The fields of a transform that was applied. */
final class TransformFields {
  private TransformFields() {}

  static void write(JsonGenerator json, Transformation transform) throws IOException {
    AppliedTransform applied = transform.applied();
    json.writeObjectFieldStart("transform");
    json.writeStringField("path", transform.path());
    Json.writeOptional(json, "madeFor", applied.madeFor());
    Json.writeOptional(json, "makes", applied.makes());
    write(json, "validated", applied.validated());
    json.writeArrayFieldStart("tables");
    for (AppliedTransform.ChangedTable table : applied.tables()) {
      json.writeStartObject();
      json.writeStringField("name", table.name());
      json.writeBooleanField("new", table.isNew());
      json.writeBooleanField("removed", table.isGone());
      json.writeNumberField("rowsAdded", table.added());
      json.writeNumberField("rowsChanged", table.changed());
      json.writeNumberField("rowsRemoved", table.removed());
      json.writeEndObject();
    }
    json.writeEndArray();
    write(json, "problems", applied.problems());
    write(json, "notes", applied.notes());
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, String field, List<String> texts)
      throws IOException {
    json.writeArrayFieldStart(field);
    for (String text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }
}
