package io.kbaudit.report.json.field;

import com.fasterxml.jackson.core.JsonGenerator;
import io.kbaudit.audit.Assurance;
import io.kbaudit.audit.Check;
import io.kbaudit.audit.Outcome;
import io.kbaudit.file.FileName;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.json.DigestFields;
import io.kbaudit.json.Json;
import io.kbaudit.json.JsonFormatException;
import io.kbaudit.json.JsonValue;
import io.kbaudit.record.FileRecord;
import io.kbaudit.record.RowRecord;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** One row of the article, and all that was established about it. */
final class FileFields {
  private FileFields() {}

  static void write(JsonGenerator json, FileRecord file) throws IOException {
    json.writeStartObject();
    writeRow(json, file.listed());
    Json.writeOptional(json, "component", file.component());
    writeExpected(json, file.listed().expected());
    ObservedFields.write(json, "observed", file.observed());
    json.writeStringField("result", file.result().name());
    Json.writeOptional(json, "assurance", file.assurance());
    OutcomeFields.write(json, file.outcomes(), file.waived());
    json.writeEndObject();
  }

  /** Returns a row with its outcomes, which must not contradict each other. */
  static FileRecord read(JsonValue value) throws JsonFormatException {
    Map<Check, Outcome> outcomes = OutcomeFields.read(value);
    FileRecord file =
        new FileRecord(
            readRow(value),
            value.findText("component"),
            readObserved(value),
            outcomes,
            readAssurance(value),
            OutcomeFields.readWaived(value, outcomes));
    FileContradictions.refuse(file, value);
    return file;
  }

  private static void writeRow(JsonGenerator json, RowRecord row) throws IOException {
    json.writeStringField("listedName", row.printedName());
    json.writeNumberField("row", row.row());
    json.writeNumberField("line", row.line());
    json.writeStringField("name", row.name().spelling());
    json.writeBooleanField("truncated", row.truncated());
    Json.writeIfPresent(json, "heading", row.variant().heading());
    Json.writeIfPresent(json, "platform", row.variant().platform());
    Json.writeIfPresent(json, "language", row.variant().language());
  }

  private static RowRecord readRow(JsonValue value) throws JsonFormatException {
    return new RowRecord(
        value.field("row").count(1),
        value.field("line").count(1),
        value.field("listedName").text(),
        value.field("name").as("a file name", FileName::find),
        value.field("truncated").flag(),
        new RowRecord.Variant(
            value.findText("heading"), value.findText("platform"), value.findText("language")),
        readExpected(value.field("expected")));
  }

  private static void writeExpected(JsonGenerator json, RowRecord.Values expected)
      throws IOException {
    json.writeObjectFieldStart("expected");
    ListedFields.write(json, expected.size(), expected.modified());
    Json.writeIfPresent(json, "version", expected.version());
    DigestFields.write(json, expected.digests());
    json.writeEndObject();
  }

  private static RowRecord.Values readExpected(JsonValue value) throws JsonFormatException {
    return new RowRecord.Values(
        ListedFields.readSize(value),
        ListedFields.readModified(value),
        value.findText("version"),
        DigestFields.read(value));
  }

  private static Optional<ObservedFile> readObserved(JsonValue value) throws JsonFormatException {
    Optional<JsonValue> observed = value.find("observed");
    return observed.isEmpty() ? Optional.empty() : Optional.of(ObservedFields.read(observed.get()));
  }

  private static Optional<Assurance> readAssurance(JsonValue value) throws JsonFormatException {
    Optional<JsonValue> assurance = value.find("assurance");
    return assurance.isEmpty()
        ? Optional.empty()
        : Optional.of(assurance.get().oneOf(Assurance.values(), Assurance::name));
  }
}
