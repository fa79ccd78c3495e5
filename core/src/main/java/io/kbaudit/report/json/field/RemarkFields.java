package io.kbaudit.report.json.field;

import com.fasterxml.jackson.core.JsonGenerator;
import io.kbaudit.audit.Remark;
import io.kbaudit.json.JsonFormatException;
import io.kbaudit.json.JsonValue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Remarks on an audit or a plan as a whole. */
public final class RemarkFields {
  private static final String LINES = "lines";

  private RemarkFields() {}

  public static void write(JsonGenerator json, List<Remark> remarks) throws IOException {
    json.writeArrayFieldStart("remarks");
    for (Remark remark : remarks) {
      json.writeStartObject();
      json.writeStringField("id", remark.id());
      json.writeStringField("text", remark.text());
      writeLines(json, remark.lines());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** Writes how many lines of the article a remark stands for, where that is not one. */
  public static void writeLines(JsonGenerator json, int lines) throws IOException {
    if (lines > 1) {
      json.writeNumberField(LINES, lines);
    }
  }

  static List<Remark> read(JsonValue value) throws JsonFormatException {
    List<Remark> remarks = new ArrayList<>();
    for (JsonValue item : value.field("remarks").items()) {
      Optional<JsonValue> lines = item.find(LINES);
      remarks.add(
          new Remark(
              item.field("id").text(),
              item.field("text").text(),
              lines.isPresent() ? lines.get().count(1) : 1));
    }
    return remarks;
  }
}
