package io.kbaudit.report.json.field;

import com.fasterxml.jackson.core.JsonGenerator;
import io.kbaudit.audit.Remark;
import io.kbaudit.json.JsonFormatException;
import io.kbaudit.json.JsonValue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Remarks on an audit or a plan as a whole. */
public final class RemarkFields {
  private RemarkFields() {}

  public static void write(JsonGenerator json, List<Remark> remarks) throws IOException {
    json.writeArrayFieldStart("remarks");
    for (Remark remark : remarks) {
      json.writeStartObject();
      json.writeStringField("id", remark.id());
      json.writeStringField("text", remark.text());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  static List<Remark> read(JsonValue value) throws JsonFormatException {
    List<Remark> remarks = new ArrayList<>();
    for (JsonValue item : value.field("remarks").items()) {
      remarks.add(new Remark(item.field("id").text(), item.field("text").text()));
    }
    return remarks;
  }
}
