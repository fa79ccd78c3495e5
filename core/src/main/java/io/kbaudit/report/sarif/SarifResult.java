package io.kbaudit.report.sarif;

import com.fasterxml.jackson.core.JsonGenerator;
import io.kbaudit.json.Json;
import io.kbaudit.report.Term;
import io.kbaudit.report.finding.Fingerprint;
import java.io.IOException;
import java.util.Optional;

/**
 * One result of a SARIF log.
 *
 * <p>What failed is of kind {@code fail} and level {@code error}; what could not be decided, of the
 * same kind and level {@code warning}. SARIF has kinds of its own for doubt, {@code open} and
 * {@code review} (2.1.0, 3.27.9), but demands the level {@code none} with them (3.27.10): readers
 * that go by levels, which are most, would show an audit as green that is not. GitHub shows every
 * result as an alert, whatever its kind.
 *
 * @param place at which it was found
 * @param check that found it; absent where none did
 * @param at where to look first
 * @param row of the article, where that is not {@code at}
 * @param fingerprint that it has in every log, wherever its row and its line are by then
 */
record SarifResult(
    Found found,
    String place,
    Optional<String> check,
    SarifLocation at,
    Optional<SarifLocation> row,
    Fingerprint fingerprint) {

  /**
   * What was found, in a sentence, and why that matters.
   *
   * @param failed or else undecided
   */
  record Found(Term reason, boolean failed, String sentence) {
    static Found failed(Term reason, String sentence) {
      return new Found(reason, true, sentence);
    }

    static Found undecided(Term reason, String sentence) {
      return new Found(reason, false, sentence);
    }
  }

  void write(JsonGenerator json) throws IOException {
    json.writeStartObject();
    SarifRules.writeReference(json, found.reason());
    json.writeStringField("kind", "fail");
    json.writeStringField("level", found.failed() ? "error" : "warning");
    String sentence = found.sentence();
    SarifMessage.write(json, "message", sentence.endsWith(".") ? sentence : sentence + ".");
    json.writeArrayFieldStart("locations");
    at.write(json);
    json.writeEndArray();
    if (row.isPresent()) {
      json.writeArrayFieldStart("relatedLocations");
      row.get().write(json, "The row that lists it.");
      json.writeEndArray();
    }
    json.writeObjectFieldStart("partialFingerprints");
    json.writeStringField("kbaudit/v1", fingerprint.hex());
    json.writeEndObject();
    json.writeObjectFieldStart("properties");
    json.writeStringField("place", place);
    Json.writeIfPresent(json, "check", check);
    json.writeStringField("outcome", found.failed() ? "FAILED" : "UNDECIDED");
    json.writeEndObject();
    json.writeEndObject();
  }
}
