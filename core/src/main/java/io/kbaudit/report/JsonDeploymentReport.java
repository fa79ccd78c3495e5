package io.kbaudit.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.kbaudit.audit.AuditResult;
import io.kbaudit.audit.DeploymentResult;
import io.kbaudit.audit.FileResult;
import io.kbaudit.deployment.Location;
import java.io.IOException;
import java.io.Writer;

/** The JSON report on several places, version 1: what a single audit has, once for each place. */
public final class JsonDeploymentReport {
  /** Creates the report; it has no options. */
  public JsonDeploymentReport() {}

  /**
   * Writes all of {@code result}. The writer is flushed, and left open.
   *
   * @throws IOException if the writer cannot take it
   */
  public void write(DeploymentResult result, Writer out) throws IOException {
    Json.write(
        out,
        json -> {
          JsonAuditReport.writeTool(json);
          JsonAuditReport.writeArticle(json, result.article());
          json.writeStringField("verdict", result.verdict().name());
          writeSummary(json, result);
          json.writeArrayFieldStart("audits");
          for (AuditResult place : result.places()) {
            json.writeStartObject();
            JsonAuditReport.writeAudit(json, place);
            json.writeEndObject();
          }
          json.writeEndArray();
          json.writeArrayFieldStart("unaudited");
          for (Location location : result.unaudited()) {
            writeUnaudited(json, location);
          }
          json.writeEndArray();
        });
  }

  private static void writeSummary(JsonGenerator json, DeploymentResult result) throws IOException {
    json.writeObjectFieldStart("summary");
    json.writeNumberField("places", result.places().size());
    json.writeNumberField("expected", result.expected());
    json.writeNumberField("passed", result.count(FileResult.PASS));
    json.writeNumberField("failed", result.count(FileResult.FAIL));
    json.writeNumberField("undecided", result.count(FileResult.UNDECIDED));
    json.writeNumberField("unlisted", result.unlisted());
    JsonAuditReport.writeUnreadRows(json, result.article());
    json.writeEndObject();
  }

  private static void writeUnaudited(JsonGenerator json, Location location) throws IOException {
    json.writeStartObject();
    json.writeStringField("location", location.name());
    json.writeStringField("where", location.description());
    json.writeBooleanField("optional", location.optional());
    json.writeEndObject();
  }
}
