package io.kbaudit.report.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.kbaudit.audit.Outcome;
import io.kbaudit.comparison.Change;
import io.kbaudit.comparison.Comparison;
import io.kbaudit.comparison.FileChange;
import io.kbaudit.comparison.PlaceComparison;
import io.kbaudit.comparison.Reason;
import io.kbaudit.comparison.Transition;
import io.kbaudit.json.DocumentHead;
import io.kbaudit.json.Json;
import io.kbaudit.record.ArticleRecord;
import io.kbaudit.record.AuditRecord;
import io.kbaudit.record.FolderRecord;
import io.kbaudit.record.LocationRecord;
import io.kbaudit.record.RowRecord;
import io.kbaudit.report.ComparisonReport;
import io.kbaudit.report.json.field.ObservedFields;
import io.kbaudit.report.json.field.OutcomeFields;
import io.kbaudit.report.json.field.ProvenanceFields;
import io.kbaudit.report.json.field.SummaryFields;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/** What differs between two audits in JSON, version 1. */
public final class JsonComparisonReport implements ComparisonReport {
  /** Creates the report; it has no options. */
  public JsonComparisonReport() {}

  @Override
  public String name() {
    return "json";
  }

  @Override
  public String mediaType() {
    return "application/json";
  }

  @Override
  public void print(Comparison comparison, Writer out) throws IOException {
    Json.write(
        out,
        json -> {
          DocumentHead.writeTool(json);
          json.writeStringField("comparison", comparison.result().name());
          json.writeObjectFieldStart("before");
          writeAudit(json, comparison.before());
          json.writeEndObject();
          json.writeObjectFieldStart("after");
          writeAudit(json, comparison.after());
          json.writeEndObject();
          writeSummary(json, comparison::count, comparison::count);
          writeReasons(json, comparison.reasons());
          writeFindings(json, comparison.transitions());
          json.writeArrayFieldStart("places");
          for (PlaceComparison place : comparison.places()) {
            json.writeStartObject();
            writePlace(json, place);
            json.writeEndObject();
          }
          json.writeEndArray();
        });
  }

  private static void writeAudit(JsonGenerator json, AuditRecord audit) throws IOException {
    ArticleRecord article = audit.article();
    DocumentHead.writeTool(json, audit.toolVersion());
    DocumentHead.writeArticle(json, article.id(), article.title(), article.source());
    json.writeStringField("verdict", audit.verdict().name());
    ProvenanceFields.write(json, audit.provenance());
    json.writeObjectFieldStart("summary");
    json.writeNumberField("places", audit.places().size());
    SummaryFields.writeCounts(json, audit);
    json.writeEndObject();
  }

  private static void writeSummary(
      JsonGenerator json, ToIntFunction<Change> findings, ToIntFunction<FileChange.Kind> files)
      throws IOException {
    json.writeObjectFieldStart("summary");
    for (Change change : Change.values()) {
      json.writeNumberField(field(change), findings.applyAsInt(change));
    }
    json.writeNumberField("filesChanged", files.applyAsInt(FileChange.Kind.CHANGED));
    json.writeNumberField("filesGone", files.applyAsInt(FileChange.Kind.GONE));
    json.writeNumberField("filesNew", files.applyAsInt(FileChange.Kind.NEW));
    json.writeEndObject();
  }

  private static String field(Change change) {
    return switch (change) {
      case NEW_FAILURE -> "newFailures";
      case NO_LONGER_WAIVED -> "noLongerWaived";
      case NEWLY_WAIVED -> "newlyWaived";
      case STILL_WAIVED -> "stillWaived";
      case NO_LONGER_TOLD -> "noLongerTold";
      case NEW_DOUBT -> "newDoubts";
      case NO_LONGER_CHECKED -> "noLongerChecked";
      case ASKED_OTHERWISE -> "askedOtherwise";
      case STILL_FAILING -> "stillFailing";
      case STILL_IN_DOUBT -> "stillInDoubt";
      case FIXED -> "fixed";
      case SETTLED -> "settled";
    };
  }

  private static void writeReasons(JsonGenerator json, List<Reason> reasons) throws IOException {
    json.writeArrayFieldStart("reasons");
    for (Reason reason : reasons) {
      json.writeStartObject();
      json.writeStringField("id", reason.kind().name());
      json.writeStringField("what", reason.what());
      json.writeStringField("before", reason.before());
      json.writeStringField("after", reason.after());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void writePlace(JsonGenerator json, PlaceComparison place) throws IOException {
    FolderRecord known = place.after().or(place::before).orElseThrow();
    Json.writeOptional(json, "location", known.location().map(LocationRecord::name));
    Json.writeOptional(json, "label", known.label());
    Json.writeOptional(json, "pathBefore", place.before().map(FolderRecord::path));
    Json.writeOptional(json, "pathAfter", place.after().map(FolderRecord::path));
    writeSummary(json, place::count, place::count);
    writeReasons(json, place.reasons());
    writeFindings(json, place.transitions());
    json.writeArrayFieldStart("files");
    for (FileChange change : place.fileChanges()) {
      json.writeStartObject();
      writeFile(json, change);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void writeFindings(JsonGenerator json, Iterable<Transition> transitions)
      throws IOException {
    json.writeArrayFieldStart("findings");
    for (Transition transition : transitions) {
      json.writeStartObject();
      json.writeStringField("change", transition.change().name());
      json.writeBooleanField("otherwise", transition.isOtherwise());
      writeRow(json, transition.row());
      if (transition instanceof Transition.OfCheck check) {
        json.writeStringField("check", check.id());
        writeOutcome(json, "before", check.before());
        writeOutcome(json, "after", check.after());
      } else if (transition instanceof Transition.OfObstacle obstacle) {
        json.writeStringField("obstacle", obstacle.id());
        Json.writeIfPresent(json, "path", obstacle.path());
        json.writeStringField("before", obstacle.before());
        json.writeStringField("after", obstacle.after());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void writeRow(JsonGenerator json, Optional<RowRecord> row) throws IOException {
    if (row.isEmpty()) {
      return;
    }
    json.writeNumberField("row", row.get().row());
    json.writeNumberField("line", row.get().line());
    json.writeStringField("name", row.get().name().spelling());
  }

  private static void writeOutcome(JsonGenerator json, String field, Optional<Outcome> outcome)
      throws IOException {
    if (outcome.isEmpty()) {
      json.writeNullField(field);
      return;
    }
    json.writeObjectFieldStart(field);
    OutcomeFields.writeFields(json, outcome.get());
    json.writeEndObject();
  }

  private static void writeFile(JsonGenerator json, FileChange change) throws IOException {
    json.writeStringField("change", change.kind().name());
    writeRow(json, change.row());
    ObservedFields.write(json, "before", change.before());
    ObservedFields.write(json, "after", change.after());
    json.writeArrayFieldStart("differences");
    for (FileChange.Difference difference : change.differences()) {
      json.writeStartObject();
      json.writeStringField("trait", difference.trait().name());
      json.writeStringField("before", difference.before());
      json.writeStringField("after", difference.after());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
