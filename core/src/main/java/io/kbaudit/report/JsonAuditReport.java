package io.kbaudit.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.kbaudit.article.Article;
import io.kbaudit.article.ExpectedFile;
import io.kbaudit.article.ListedSize;
import io.kbaudit.audit.AuditPolicy;
import io.kbaudit.audit.AuditRequest;
import io.kbaudit.audit.AuditResult;
import io.kbaudit.audit.Check;
import io.kbaudit.audit.FileAudit;
import io.kbaudit.audit.FileResult;
import io.kbaudit.audit.Outcome;
import io.kbaudit.audit.Remark;
import io.kbaudit.audit.RowSelection;
import io.kbaudit.baseline.Baseline;
import io.kbaudit.deployment.Location;
import io.kbaudit.inventory.Inventory;
import io.kbaudit.inventory.ObservedFile;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** The JSON report, version 1. The same result gives the same bytes everywhere. */
public final class JsonAuditReport implements AuditReport {
  /** Creates the report; it has no options. */
  public JsonAuditReport() {}

  @Override
  public void write(AuditResult result, Writer out) throws IOException {
    Json.write(
        out,
        json -> {
          writeTool(json);
          writeArticle(json, result.request().article());
          writeAudit(json, result);
        });
  }

  static void writeTool(JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("tool");
    json.writeStringField("name", "kbaudit");
    json.writeStringField("version", ToolVersion.get());
    json.writeEndObject();
  }

  static void writeArticle(JsonGenerator json, Article article) throws IOException {
    json.writeObjectFieldStart("article");
    Json.writeOptional(json, "id", article.id());
    Json.writeOptional(json, "title", article.title());
    json.writeStringField("source", article.source());
    json.writeEndObject();
  }

  /** Writes the fields that are about one folder. */
  static void writeAudit(JsonGenerator json, AuditResult result) throws IOException {
    writeTarget(json, result);
    writePolicy(json, result.request());
    json.writeStringField("verdict", result.verdict().name());
    writeSummary(json, result);
    writeRemarks(json, result.remarks());
    json.writeArrayFieldStart("files");
    for (FileAudit file : result.files()) {
      writeFile(json, file);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("unlisted");
    for (ObservedFile file : result.unlisted()) {
      json.writeStartObject();
      writeObserved(json, file);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void writeTarget(JsonGenerator json, AuditResult result) throws IOException {
    Inventory inventory = result.inventory();
    json.writeObjectFieldStart("target");
    json.writeStringField("kind", "folder");
    json.writeStringField("path", ReportedPath.portable(inventory.folder()));
    json.writeBooleanField("recursive", inventory.recursive());
    Json.writeOptional(json, "location", result.request().location().map(Location::name));
    json.writeEndObject();
  }

  private static void writePolicy(JsonGenerator json, AuditRequest request) throws IOException {
    AuditPolicy policy = request.policy();
    json.writeObjectFieldStart("policy");
    json.writeStringField("accept", policy.acceptance().id());
    json.writeStringField("unlisted", policy.unlistedFiles().id());
    writeSelection(json, request.selection());
    json.writeStringField("tolerance", policy.tolerance().toString());
    Json.writeOptional(json, "sourceZone", policy.sourceZone());
    Json.writeOptional(json, "baseline", request.baseline().map(Baseline::source));
    json.writeArrayFieldStart("checks");
    for (Check check : request.checks()) {
      json.writeString(check.name());
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /** What is not selected by is left out, and so is the whole where all rows are meant. */
  static void writeSelection(JsonGenerator json, RowSelection selection) throws IOException {
    if (!selection.equals(RowSelection.ALL)) {
      json.writeObjectFieldStart("rows");
      Json.writeOptional(json, "group", selection.group());
      Json.writeOptional(json, "platform", selection.platform());
      Json.writeOptional(json, "language", selection.language());
      json.writeEndObject();
    }
  }

  private static void writeSummary(JsonGenerator json, AuditResult result) throws IOException {
    json.writeObjectFieldStart("summary");
    json.writeNumberField("expected", result.files().size());
    json.writeNumberField("passed", result.count(FileResult.PASS));
    json.writeNumberField("failed", result.count(FileResult.FAIL));
    json.writeNumberField("undecided", result.count(FileResult.UNDECIDED));
    json.writeNumberField("unlisted", result.unlisted().size());
    writeUnreadRows(json, result.request().article());
    json.writeEndObject();
  }

  /** Writes how many rows of the article are unread: while there are any, nothing is compliant. */
  static void writeUnreadRows(JsonGenerator json, Article article) throws IOException {
    json.writeNumberField("unreadRows", article.unreadRows().size());
  }

  static void writeRemarks(JsonGenerator json, List<Remark> remarks) throws IOException {
    json.writeArrayFieldStart("remarks");
    for (Remark remark : remarks) {
      json.writeStartObject();
      json.writeStringField("id", remark.id());
      json.writeStringField("text", remark.text());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void writeFile(JsonGenerator json, FileAudit file) throws IOException {
    ExpectedFile expected = file.expected();
    json.writeStartObject();
    json.writeStringField("listedName", expected.printed().name());
    json.writeNumberField("row", expected.row());
    json.writeNumberField("line", expected.line());
    json.writeStringField("name", expected.name().best().spelling());
    Json.writeOptional(json, "component", file.component());
    json.writeObjectFieldStart("expected");
    writeListed(json, expected);
    writeFurtherListed(json, expected);
    json.writeEndObject();
    if (file.observed().isPresent()) {
      json.writeObjectFieldStart("observed");
      writeObserved(json, file.observed().get());
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

  /** Writes what a row lists; a size that the article rounds is no number of bytes. */
  static void writeListed(JsonGenerator json, ExpectedFile expected) throws IOException {
    OptionalLong bytes = expected.size().map(ListedSize::exactBytes).orElse(OptionalLong.empty());
    if (bytes.isPresent()) {
      json.writeNumberField("size", bytes.getAsLong());
    } else {
      json.writeNullField("size");
      if (expected.size().isPresent()) {
        json.writeStringField("roundedSize", expected.size().get().toString());
      }
    }
    Json.writeOptional(json, "modified", expected.modified());
  }

  private static void writeFurtherListed(JsonGenerator json, ExpectedFile expected)
      throws IOException {
    if (expected.version().isPresent()) {
      json.writeStringField("version", expected.version().get());
    }
    if (expected.hashes().sha1().isPresent()) {
      json.writeStringField("sha1", expected.hashes().sha1().get().hex());
    }
    if (expected.hashes().sha256().isPresent()) {
      json.writeStringField("sha256", expected.hashes().sha256().get().hex());
    }
  }

  static void writeObserved(JsonGenerator json, ObservedFile file) throws IOException {
    json.writeStringField("path", file.path());
    if (file instanceof ObservedFile.Readable readable) {
      json.writeNumberField("size", readable.sizeBytes());
      json.writeStringField("modified", readable.modified().toString());
      if (readable.sha256().isPresent()) {
        json.writeStringField("sha256", readable.sha256().get().hex());
      }
      if (readable.sha1().isPresent()) {
        json.writeStringField("sha1", readable.sha1().get().hex());
      }
    } else if (file instanceof ObservedFile.Unreadable unreadable) {
      json.writeStringField("unreadable", unreadable.reason());
    }
  }

  private static void writeCheck(JsonGenerator json, Check check, Outcome outcome)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("id", check.name());
    json.writeStringField("outcome", outcome.id());
    if (outcome instanceof Outcome.Passed passed) {
      json.writeStringField("evidence", passed.evidence());
      if (passed.cause().isPresent()) {
        json.writeStringField("remark", passed.cause().get().name());
      }
    } else if (outcome instanceof Outcome.Failed failed) {
      json.writeStringField("expected", failed.expected());
      json.writeStringField("observed", failed.observed());
      json.writeStringField("cause", failed.why().name());
    } else if (outcome instanceof Outcome.Undecided undecided) {
      json.writeStringField("reason", undecided.reason());
      json.writeStringField("cause", undecided.why().name());
    } else if (outcome instanceof Outcome.NotApplicable notApplicable) {
      json.writeStringField("reason", notApplicable.reason());
    }
    json.writeEndObject();
  }
}
