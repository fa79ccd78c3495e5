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
 * @param place at which it was found; absent of what is at none
 * @param check that found it; absent where none did
 * @param at where to look first
 * @param row of the article, where that is not {@code at}
 * @param fingerprint that it has in every log, wherever its row and its line are by then
 * @param suppression whether it is waived
 */
record SarifResult(
    Found found,
    Optional<String> place,
    Optional<String> check,
    SarifLocation at,
    Optional<SarifLocation> row,
    Fingerprint fingerprint,
    SarifSuppression suppression) {

  /** How bad it is. */
  enum Level {
    ERROR("error", Optional.of("FAILED")),
    WARNING("warning", Optional.of("UNDECIDED")),
    NOTE("note", Optional.empty());

    private final String id;

    @SuppressWarnings("ImmutableEnumChecker") // a word in it
    private final Optional<String> outcome;

    Level(String id, Optional<String> outcome) {
      this.id = id;
      this.outcome = outcome;
    }
  }

  /** What was found, in a sentence, and why that matters. */
  record Found(Term reason, Level level, String sentence) {
    static Found failed(Term reason, String sentence) {
      return new Found(reason, Level.ERROR, sentence);
    }

    static Found undecided(Term reason, String sentence) {
      return new Found(reason, Level.WARNING, sentence);
    }

    /** Returns what changes no verdict. */
    static Found noted(Term reason, String sentence) {
      return new Found(reason, Level.NOTE, sentence);
    }
  }

  void write(JsonGenerator json) throws IOException {
    json.writeStartObject();
    SarifRules.writeReference(json, found.reason());
    json.writeStringField("kind", "fail");
    json.writeStringField("level", found.level().id);
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
    suppression.write(json);
    json.writeObjectFieldStart("properties");
    Json.writeIfPresent(json, "place", place);
    Json.writeIfPresent(json, "check", check);
    Json.writeIfPresent(json, "outcome", found.level().outcome);
    json.writeEndObject();
    json.writeEndObject();
  }
}
