package io.kbaudit.report.json;

import io.kbaudit.json.Json;
import io.kbaudit.record.AuditRecord;
import io.kbaudit.report.AuditReport;
import io.kbaudit.report.json.field.AuditFields;
import java.io.IOException;
import java.io.Writer;

/** The JSON report, version 1, which {@link SavedAudit} reads back. */
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
    Json.write(out, json -> AuditFields.write(json, audit));
  }
}
