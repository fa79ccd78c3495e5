package io.kbaudit.report.sarif;

import com.fasterxml.jackson.core.JsonGenerator;
import io.kbaudit.text.Printable;
import java.io.IOException;

/**
 * Plain text messages of SARIF, in which a text cannot pose as more than that: braces, which stand
 * for arguments (SARIF 2.1.0, 3.11.5), are doubled, and what would be read as a link (3.11.6) is
 * taken apart by a blank.
 */
final class SarifMessage {
  private SarifMessage() {}

  /** Writes a field that holds a message. */
  static void write(JsonGenerator json, String field, String text) throws IOException {
    json.writeObjectFieldStart(field);
    json.writeStringField("text", plain(text));
    json.writeEndObject();
  }

  static String plain(String text) {
    return Printable.uncut(text).replace("{", "{{").replace("}", "}}").replace("](", "] (");
  }
}
