package io.kbaudit.report.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.kbaudit.audit.Check;
import io.kbaudit.audit.Outcome;
import io.kbaudit.file.Sha1;
import io.kbaudit.file.Sha256;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.json.DocumentHead;
import io.kbaudit.json.Json;
import io.kbaudit.record.ArticleRecord;
import io.kbaudit.record.AuditRecord;
import io.kbaudit.record.FileRecord;
import io.kbaudit.record.FolderRecord;
import io.kbaudit.record.LocationRecord;
import io.kbaudit.record.RowRecord;
import io.kbaudit.report.AuditReport;
import io.kbaudit.report.json.field.JsonFields;
import java.io.IOException;
import java.io.Writer;
import java.util.Map;

/**
 * The JSON report, version 1, which {@link SavedAudit} reads back. An audit of several places has
 * what a single one has, once for each place.
 */
public final class JsonAuditReport implements AuditReport {
  /** Creates the report; it has no options. */
  public JsonAuditReport() {}

  @Override
  public String name() {
    return "json";
  }

  @Override
  public String mediaType() {
    return "application/json";
  }

  @Override
  public void print(AuditRecord audit, Writer out) throws IOException {
    Json.write(
        out,
        json -> {
          ArticleRecord article = audit.article();
          DocumentHead.writeTool(json, audit.toolVersion());
          DocumentHead.writeArticle(json, article.id(), article.title(), article.source());
          if (audit.deployment()) {
            writePlaces(json, audit);
          } else {
            writePlace(json, audit.places().get(0));
          }
        });
  }

  private static void writePlaces(JsonGenerator json, AuditRecord audit) throws IOException {
    json.writeStringField("verdict", audit.verdict().name());
    json.writeObjectFieldStart("summary");
    json.writeNumberField("places", audit.places().size());
    JsonFields.writeTally(json, audit.tally());
    json.writeNumberField("unlisted", audit.unlisted());
    JsonFields.writeUnreadRows(json, audit.article().unreadRows());
    json.writeEndObject();
    json.writeArrayFieldStart("audits");
    for (FolderRecord place : audit.places()) {
      json.writeStartObject();
      writePlace(json, place);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("unaudited");
    for (LocationRecord location : audit.unaudited()) {
      json.writeStartObject();
      json.writeStringField("location", location.name());
      json.writeStringField("where", location.where());
      json.writeBooleanField("optional", location.optional());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** Writes the fields that are about one folder. */
  private static void writePlace(JsonGenerator json, FolderRecord place) throws IOException {
    writeTarget(json, place);
    JsonFields.writePolicy(json, place.policy());
    json.writeStringField("verdict", place.verdict().name());
    JsonFields.writeSummary(json, place);
    JsonFields.writeRemarks(json, place.remarks());
    json.writeArrayFieldStart("files");
    for (FileRecord file : place.files()) {
      writeFile(json, file);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("unlisted");
    for (ObservedFile file : place.unlisted()) {
      json.writeStartObject();
      JsonFields.writeObserved(json, file);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void writeTarget(JsonGenerator json, FolderRecord place) throws IOException {
    json.writeObjectFieldStart("target");
    json.writeStringField("kind", "folder");
    json.writeStringField("path", place.path());
    json.writeBooleanField("recursive", place.recursive());
    Json.writeOptional(json, "location", place.location().map(LocationRecord::name));
    if (place.location().isPresent()) {
      json.writeStringField("where", place.location().get().where());
      json.writeBooleanField("optional", place.location().get().optional());
    }
    json.writeEndObject();
  }

  private static void writeFile(JsonGenerator json, FileRecord file) throws IOException {
    RowRecord listed = file.listed();
    json.writeStartObject();
    json.writeStringField("listedName", listed.printedName());
    json.writeNumberField("row", listed.row());
    json.writeNumberField("line", listed.line());
    json.writeStringField("name", listed.name().spelling());
    json.writeBooleanField("truncated", listed.truncated());
    Json.writeIfPresent(json, "heading", listed.heading());
    Json.writeIfPresent(json, "platform", listed.platform());
    Json.writeIfPresent(json, "language", listed.language());
    Json.writeOptional(json, "component", file.component());
    json.writeObjectFieldStart("expected");
    JsonFields.writeListed(json, listed.size(), listed.modified());
    Json.writeIfPresent(json, "version", listed.version());
    Json.writeIfPresent(json, "sha1", listed.sha1().map(Sha1::hex));
    Json.writeIfPresent(json, "sha256", listed.sha256().map(Sha256::hex));
    json.writeEndObject();
    if (file.observed().isPresent()) {
      json.writeObjectFieldStart("observed");
      JsonFields.writeObserved(json, file.observed().get());
      json.writeEndObject();
    } else {
      json.writeNullField("observed");
    }
    json.writeStringField("result", file.result().name());
    Json.writeOptional(json, "assurance", file.assurance());
    json.writeArrayFieldStart("checks");
    for (Map.Entry<Check, Outcome> check : file.outcomes().entrySet()) {
      writeCheck(json, check.getKey(), check.getValue());
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void writeCheck(JsonGenerator json, Check check, Outcome outcome)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("id", check.name());
    json.writeStringField("outcome", outcome.id());
    if (outcome instanceof Outcome.Passed passed) {
      json.writeStringField("evidence", passed.evidence().text());
      Json.writeIfPresent(json, "remark", passed.cause());
    } else if (outcome instanceof Outcome.Failed failed) {
      json.writeStringField("expected", failed.expected().text());
      json.writeStringField("observed", failed.observed().text());
      json.writeStringField("cause", failed.cause().name());
    } else if (outcome instanceof Outcome.Undecided undecided) {
      json.writeStringField("reason", undecided.reason());
      json.writeStringField("cause", undecided.cause().name());
    } else if (outcome instanceof Outcome.NotApplicable notApplicable) {
      json.writeStringField("reason", notApplicable.reason());
    }
    json.writeEndObject();
  }
}
