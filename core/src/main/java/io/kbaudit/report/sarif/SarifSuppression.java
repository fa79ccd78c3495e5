package io.kbaudit.report.sarif;

import com.fasterxml.jackson.core.JsonGenerator;
import io.kbaudit.audit.Waiver;
import io.kbaudit.report.finding.WaiverLines;
import io.kbaudit.text.Printable;
import java.io.IOException;
import java.util.Optional;

/**
 * Whether a result is suppressed, and by which waiver.
 *
 * @param judged whether the audit was given waivers: then every result says whether it is
 *     suppressed, else none does (SARIF 2.1.0, 3.27.23)
 */
record SarifSuppression(boolean judged, Optional<Waiver> waiver) {
  /** Returns that a result is not suppressed. */
  static SarifSuppression none(boolean judged) {
    return new SarifSuppression(judged, Optional.empty());
  }

  void write(JsonGenerator json) throws IOException {
    if (!judged) {
      return;
    }
    json.writeArrayFieldStart("suppressions");
    if (waiver.isPresent()) {
      json.writeStartObject();
      json.writeStringField("kind", "external");
      json.writeStringField("status", "accepted");
      json.writeStringField(
          "justification", Printable.uncut("Waived " + WaiverLines.accepted(waiver.get())));
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
