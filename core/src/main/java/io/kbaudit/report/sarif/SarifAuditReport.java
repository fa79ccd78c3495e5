package io.kbaudit.report.sarif;

import com.fasterxml.jackson.core.JsonGenerator;
import io.kbaudit.audit.Remark;
import io.kbaudit.json.DocumentHead;
import io.kbaudit.json.Json;
import io.kbaudit.record.AuditRecord;
import io.kbaudit.record.FolderRecord;
import io.kbaudit.record.LocationRecord;
import io.kbaudit.report.AuditReport;
import io.kbaudit.report.finding.AuditLines;
import io.kbaudit.report.json.field.PolicyFields;
import io.kbaudit.report.json.field.SummaryFields;
import io.kbaudit.text.Printable;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The audit as a SARIF 2.1.0 log, which GitHub code scanning and others show: a rule for each
 * reason why an audit is not compliant, and a result for each check that failed or stayed
 * undecided, for each forbidden file, and for what could not be seen. If the audit is compliant,
 * there is none but those that are suppressed, since a waiver covers them, and notes of waivers
 * that cover nothing; if it is not, there is another one at least.
 *
 * <p>A result is located in the file, and related to the row of the article that lists it; where
 * there is no file, in the row. Its fingerprint stays when lines and rows of the article are
 * numbered anew. The verdict, the counts and all that was left out are among the properties of the
 * run; remarks, and places that nobody looked at, among the notifications.
 */
public final class SarifAuditReport implements AuditReport {
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  /** Creates the report; it has no options. */
  public SarifAuditReport() {}

  @Override
  public String name() {
    return "sarif";
  }

  @Override
  public String mediaType() {
    return "application/sarif+json";
  }

  @Override
  public void print(AuditRecord audit, Writer out) throws IOException {
    List<SarifPlace> places = SarifPlace.of(audit);
    Json.writeForeign(
        out,
        json -> {
          json.writeStringField("version", "2.1.0");
          json.writeStringField("$schema", SCHEMA);
          json.writeArrayFieldStart("runs");
          json.writeStartObject();
          writeTool(json, audit.toolVersion());
          writeInvocation(json, audit, places);
          writeAutomation(json, audit);
          writeBases(json, audit, places);
          json.writeStringField("columnKind", "utf16CodeUnits");
          json.writeArrayFieldStart("results");
          for (SarifPlace place : places) {
            place.writeResults(json);
          }
          for (LocationRecord location : audit.notAudited()) {
            SarifPlace.notAudited(audit, location).write(json);
          }
          if (audit.waivers().isPresent()) {
            SarifWaivers.write(json, audit.article(), audit.waivers().get());
          }
          json.writeEndArray();
          writeProperties(json, audit, places);
          json.writeEndObject();
          json.writeEndArray();
        });
  }

  private static void writeTool(JsonGenerator json, String version) throws IOException {
    json.writeObjectFieldStart("tool");
    json.writeObjectFieldStart("driver");
    json.writeStringField("name", "kbaudit");
    json.writeStringField("version", version);
    SarifRules.write(json);
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void writeInvocation(
      JsonGenerator json, AuditRecord audit, List<SarifPlace> places) throws IOException {
    json.writeArrayFieldStart("invocations");
    json.writeStartObject();
    json.writeBooleanField("executionSuccessful", true);
    if (audit.provenance().isPresent()) {
      SarifProvenance.write(json, audit.provenance().get());
    }
    json.writeArrayFieldStart("toolExecutionNotifications");
    for (SarifPlace place : places) {
      for (Remark remark : place.place().remarks()) {
        writeNotification(json, remark.id(), "note", place.name() + ": " + remark.text());
      }
    }
    for (LocationRecord location : audit.unaudited()) {
      String text = location.name() + ": " + AuditLines.unaudited(location) + ".";
      writeNotification(json, "UNAUDITED", location.optional() ? "note" : "warning", text);
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
  }

  private static void writeNotification(JsonGenerator json, String id, String level, String text)
      throws IOException {
    json.writeStartObject();
    json.writeObjectFieldStart("descriptor");
    json.writeStringField("id", id);
    json.writeEndObject();
    json.writeStringField("level", level);
    SarifMessage.write(json, "message", text);
    json.writeEndObject();
  }

  /** Writes by what later logs of the same audit are known. */
  private static void writeAutomation(JsonGenerator json, AuditRecord audit) throws IOException {
    String places =
        audit.places().stream()
            .map(place -> place.location().map(LocationRecord::name).orElse(place.path()))
            .distinct()
            .map(place -> UriText.element(Printable.line(place)))
            .collect(Collectors.joining("+"));
    json.writeObjectFieldStart("automationDetails");
    json.writeStringField(
        "id",
        "kbaudit/" + UriText.element(Printable.line(audit.article().label())) + "/" + places + "/");
    json.writeEndObject();
  }

  /** Writes what the ids of folders and of the article stand for; not where these are. */
  private static void writeBases(JsonGenerator json, AuditRecord audit, Iterable<SarifPlace> places)
      throws IOException {
    json.writeObjectFieldStart("originalUriBaseIds");
    writeBase(
        json,
        SarifLocation.ARTICLE,
        "The folder of the article " + AuditLines.article(audit.article()) + ".");
    for (SarifPlace place : places) {
      writeBase(json, place.folderId(), "The folder of " + place.name() + ".");
    }
    if (audit.waivers().isPresent()) {
      writeBase(json, SarifWaivers.FOLDER, "The folder of the list of waivers.");
    }
    json.writeEndObject();
  }

  private static void writeBase(JsonGenerator json, String id, String description)
      throws IOException {
    json.writeObjectFieldStart(id);
    SarifMessage.write(json, "description", description);
    json.writeEndObject();
  }

  private static void writeProperties(
      JsonGenerator json, AuditRecord audit, List<SarifPlace> places) throws IOException {
    json.writeObjectFieldStart("properties");
    DocumentHead.writeArticle(
        json, audit.article().id(), audit.article().title(), audit.article().source());
    json.writeStringField("verdict", audit.verdict().name());
    json.writeObjectFieldStart("summary");
    SummaryFields.writeCounts(json, audit);
    json.writeEndObject();
    json.writeArrayFieldStart("places");
    for (SarifPlace place : places) {
      json.writeStartObject();
      json.writeStringField("name", place.name());
      writePlace(json, place.place());
      json.writeEndObject();
    }
    json.writeEndArray();
    if (audit.complete()) {
      json.writeBooleanField("complete", true);
    }
    json.writeArrayFieldStart("unaudited");
    for (LocationRecord location : audit.unaudited()) {
      json.writeString(location.name());
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void writePlace(JsonGenerator json, FolderRecord place) throws IOException {
    json.writeStringField("folder", place.path());
    Json.writeIfPresent(json, "label", place.label());
    Json.writeIfPresent(json, "unreachable", place.gaps().unreachable());
    json.writeBooleanField("recursive", place.target().recursive());
    PolicyFields.write(json, place.policy());
    SummaryFields.write(json, place);
  }
}
