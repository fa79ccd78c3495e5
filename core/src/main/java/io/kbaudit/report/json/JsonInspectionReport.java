package io.kbaudit.report.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.kbaudit.json.Json;
import io.kbaudit.json.SummaryInformationFields;
import io.kbaudit.msi.MsiInspection;
import io.kbaudit.msi.MsiKind;
import io.kbaudit.msi.MsiProblem;
import io.kbaudit.report.InspectedFiles;
import io.kbaudit.report.InspectionPart;
import io.kbaudit.report.PackageDetails;
import java.io.IOException;
import java.io.Writer;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What inspected files say about themselves, in JSON, version 1. */
public final class JsonInspectionReport {
  private final Set<InspectionPart> parts;

  /** Creates a report of these parts; of all, if none is named. */
  public JsonInspectionReport(Set<InspectionPart> parts) {
    this.parts = parts.isEmpty() ? EnumSet.allOf(InspectionPart.class) : Set.copyOf(parts);
  }

  /**
   * Writes all files. The writer is flushed, and left open.
   *
   * @throws IOException if the writer cannot take it
   */
  public void write(InspectedFiles files, Writer out) throws IOException {
    Json.write(
        out,
        json -> {
          json.writeArrayFieldStart("files");
          for (InspectedFiles.Inspected file : files.files()) {
            json.writeStartObject();
            json.writeStringField("path", file.path());
            if (file instanceof InspectedFiles.InspectedPackage inspected) {
              writeInspection(json, inspected);
              writeDetails(json, inspected);
            } else if (file instanceof InspectedFiles.InspectedProgram inspected) {
              new ProgramFields(parts).write(json, inspected);
            }
            json.writeEndObject();
          }
          json.writeEndArray();
          if (!files.unreadable().isEmpty()) {
            writeUnreadable(json, files.unreadable());
          }
          if (!files.clashes().isEmpty()) {
            writeClashes(json, files.clashes());
          }
        });
  }

  private void writeDetails(JsonGenerator json, InspectedFiles.InspectedPackage file)
      throws IOException {
    PackageDetails details = file.details();
    if (details.transform().isPresent()) {
      TransformFields.write(json, details.transform().get());
    }
    if (parts.contains(InspectionPart.SUMMARY) && details.contents().isPresent()) {
      ContentsFields.write(json, details.contents().get(), file.signatures());
    }
    if (parts.contains(InspectionPart.FILES) && details.installed().isPresent()) {
      InstalledFileFields.write(json, details.installed().get());
    }
    if (parts.contains(InspectionPart.ALL) && details.database().isPresent()) {
      DatabaseFields.write(json, details.database().get());
    }
  }

  private void writeInspection(JsonGenerator json, InspectedFiles.InspectedPackage file)
      throws IOException {
    MsiInspection inspection = file.inspection();
    Json.writeOptional(json, "kind", inspection.kind().map(MsiKind::id));
    json.writeBooleanField("sound", file.sound());
    json.writeArrayFieldStart("problems");
    for (MsiProblem problem : inspection.problems()) {
      json.writeStartObject();
      json.writeStringField("id", problem.kind().name());
      json.writeStringField("text", problem.text());
      json.writeEndObject();
    }
    ContentsFields.writeBrokenSignature(json, file);
    json.writeEndArray();
    if (parts.contains(InspectionPart.SUMMARY)) {
      SummaryInformationFields.write(json, inspection);
    }
    if (parts.contains(InspectionPart.TABLES)) {
      json.writeArrayFieldStart("tables");
      for (String table : inspection.tables()) {
        json.writeString(table);
      }
      json.writeEndArray();
    }
    if (parts.contains(InspectionPart.PROPERTIES)) {
      json.writeObjectFieldStart("properties");
      for (Map.Entry<String, String> property : inspection.properties().entrySet()) {
        json.writeStringField(property.getKey(), property.getValue());
      }
      json.writeEndObject();
    }
  }

  private static void writeClashes(JsonGenerator json, List<InspectedFiles.CodeClash> clashes)
      throws IOException {
    json.writeArrayFieldStart("remarks");
    for (InspectedFiles.CodeClash clash : clashes) {
      json.writeStartObject();
      json.writeStringField("id", InspectedFiles.CodeClash.ID);
      json.writeStringField("text", clash.text());
      json.writeStringField("packageCode", clash.packageCode());
      json.writeArrayFieldStart("paths");
      for (String path : clash.paths()) {
        json.writeString(path);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void writeUnreadable(
      JsonGenerator json, List<InspectedFiles.Unreadable> unreadable) throws IOException {
    json.writeArrayFieldStart("unreadable");
    for (InspectedFiles.Unreadable file : unreadable) {
      json.writeStartObject();
      json.writeStringField("path", file.path());
      json.writeStringField("reason", file.reason());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
