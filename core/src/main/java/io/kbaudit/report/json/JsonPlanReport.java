package io.kbaudit.report.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.kbaudit.audit.AuditResult;
import io.kbaudit.audit.FileResult;
import io.kbaudit.audit.UnsoundFiles;
import io.kbaudit.deployment.Location;
import io.kbaudit.json.DocumentHead;
import io.kbaudit.json.Json;
import io.kbaudit.plan.Action;
import io.kbaudit.plan.Plan;
import io.kbaudit.plan.PlannedFile;
import io.kbaudit.plan.UnplannedFile;
import io.kbaudit.report.json.field.ObservedFields;
import io.kbaudit.report.json.field.PolicyFields;
import io.kbaudit.report.json.field.RemarkFields;
import io.kbaudit.report.json.field.SummaryFields;
import io.kbaudit.text.PortablePath;
import java.io.IOException;
import java.io.Writer;

/** The plan in JSON, version 1. */
public final class JsonPlanReport {
  /** Creates the report; it has no options. */
  public JsonPlanReport() {}

  /**
   * Writes all of {@code plan}. The writer is flushed, and left open.
   *
   * @throws IOException if the writer cannot take it
   */
  public void write(Plan plan, Writer out) throws IOException {
    Json.write(
        out,
        json -> {
          DocumentHead.writeTool(json);
          DocumentHead.writeArticle(
              json, plan.article().id(), plan.article().title(), plan.article().source());
          writePackage(json, plan.rollup());
          writeShare(json, plan.share());
          PolicyFields.writeSelection(json, plan.share().request().selection());
          if (plan.unsound() == UnsoundFiles.ACCEPT) {
            json.writeBooleanField("acceptUnsound", true);
          }
          json.writeStringField("readiness", plan.readiness().name());
          writeSummary(json, plan);
          RemarkFields.write(json, plan.remarks());
          json.writeArrayFieldStart("files");
          for (PlannedFile file : plan.files()) {
            writeFile(json, file);
          }
          json.writeEndArray();
          json.writeArrayFieldStart("unplanned");
          for (UnplannedFile file : plan.unplanned()) {
            writeUnplanned(json, file);
          }
          json.writeEndArray();
        });
  }

  private static void writePackage(JsonGenerator json, AuditResult rollup) throws IOException {
    json.writeObjectFieldStart("package");
    json.writeStringField("path", PortablePath.of(rollup.inventory().folder()));
    json.writeStringField("verdict", rollup.verdict().name());
    json.writeNumberField("expected", rollup.files().size());
    json.writeNumberField("passed", rollup.tally().count(FileResult.PASS));
    json.writeEndObject();
  }

  private static void writeShare(JsonGenerator json, AuditResult share) throws IOException {
    json.writeObjectFieldStart("share");
    json.writeStringField("path", PortablePath.of(share.inventory().folder()));
    Json.writeOptional(json, "location", share.request().location().map(Location::name));
    json.writeEndObject();
  }

  private static void writeSummary(JsonGenerator json, Plan plan) throws IOException {
    json.writeObjectFieldStart("summary");
    json.writeNumberField("expected", plan.files().size());
    json.writeNumberField("copy", plan.count(Action.COPY));
    json.writeNumberField("replace", plan.count(Action.REPLACE));
    json.writeNumberField("keep", plan.count(Action.KEEP));
    json.writeNumberField("keepNewer", plan.count(Action.KEEP_NEWER));
    json.writeNumberField("blocked", plan.count(Action.BLOCKED));
    json.writeNumberField("undecided", plan.count(Action.UNDECIDED));
    json.writeNumberField("bytesNeeded", plan.bytesNeeded());
    SummaryFields.writeGaps(json, plan.article().gaps());
    json.writeEndObject();
  }

  private static void writeFile(JsonGenerator json, PlannedFile file) throws IOException {
    json.writeStartObject();
    json.writeStringField("listedName", file.expected().printed().name());
    json.writeNumberField("row", file.expected().row());
    json.writeNumberField("line", file.expected().line());
    json.writeStringField("name", file.target());
    Json.writeOptional(json, "component", file.component());
    json.writeStringField("action", file.action().name());
    json.writeStringField("reason", file.reason());
    ObservedFields.write(json, "standing", file.standing());
    ObservedFields.write(json, "source", file.source());
    Json.writeOptional(json, "backUp", file.backUp());
    if (file.damage().isPresent()) {
      json.writeStringField("unsound", file.damage().get());
    }
    json.writeEndObject();
  }

  private static void writeUnplanned(JsonGenerator json, UnplannedFile file) throws IOException {
    json.writeStartObject();
    ObservedFields.write(json, file.file());
    if (file.row().isPresent()) {
      json.writeNumberField("row", file.row().get().row());
    } else {
      json.writeNullField("row");
    }
    json.writeEndObject();
  }
}
