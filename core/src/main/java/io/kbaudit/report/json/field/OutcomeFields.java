package io.kbaudit.report.json.field;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonGenerator;
import io.kbaudit.article.ListedSize;
import io.kbaudit.audit.Cause;
import io.kbaudit.audit.Check;
import io.kbaudit.audit.Evidence;
import io.kbaudit.audit.Outcome;
import io.kbaudit.audit.Waiver;
import io.kbaudit.json.Json;
import io.kbaudit.json.JsonFormatException;
import io.kbaudit.json.JsonValue;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** What the checks established about one file. */
public final class OutcomeFields {
  private static final Check[] CHECKS = Check.values();

  private OutcomeFields() {}

  /**
   * Writes what the checks established.
   *
   * @param waived which of it is accepted for a time
   */
  static void write(JsonGenerator json, Map<Check, Outcome> outcomes, Map<Check, Waiver> waived)
      throws IOException {
    json.writeArrayFieldStart("checks");
    for (Map.Entry<Check, Outcome> check : outcomes.entrySet()) {
      json.writeStartObject();
      json.writeStringField("id", check.getKey().name());
      writeFields(json, check.getValue());
      Waiver waiver = waived.get(check.getKey());
      if (waiver != null) {
        WaiverFields.write(json, waiver);
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  static Map<Check, Outcome> read(JsonValue file) throws JsonFormatException {
    JsonValue checks = file.field("checks");
    Map<Check, Outcome> outcomes = new EnumMap<>(Check.class);
    for (JsonValue value : checks.items()) {
      Check check = value.field("id").oneOf(CHECKS, Check::name);
      if (outcomes.put(check, outcome(check, value)) != null) {
        throw value.field("id").wrong("this check is here twice");
      }
    }
    for (Check check : CHECKS) {
      if (!outcomes.containsKey(check)) {
        throw checks.wrong("the check " + check + " is missing here");
      }
    }
    return outcomes;
  }

  /** Returns which of the outcomes that {@link #read} returns are accepted for a time. */
  static Map<Check, Waiver> readWaived(JsonValue file, Map<Check, Outcome> outcomes)
      throws JsonFormatException {
    Map<Check, Waiver> waived = new EnumMap<>(Check.class);
    for (JsonValue value : file.field("checks").items()) {
      Optional<Waiver> waiver = WaiverFields.read(value);
      if (waiver.isPresent()) {
        Check check = value.field("id").oneOf(CHECKS, Check::name);
        if (!waiver.get().covers(check, requireNonNull(outcomes.get(check)))) {
          throw value.field("waiver").wrong("this waiver does not cover what the check found");
        }
        waived.put(check, waiver.get());
      }
    }
    return waived;
  }

  /** Writes the fields of an object that has, or may have, more. */
  public static void writeFields(JsonGenerator json, Outcome outcome) throws IOException {
    json.writeStringField("outcome", outcome.id());
    if (outcome instanceof Outcome.Passed passed) {
      json.writeStringField("evidence", passed.evidence().text());
      Json.writeIfPresent(json, "remark", passed.cause());
    } else if (outcome instanceof Outcome.Failed failed) {
      json.writeStringField("expected", failed.expected().text());
      json.writeStringField("observed", failed.observed().text());
      json.writeStringField("cause", failed.cause().name());
    } else if (outcome instanceof Outcome.Undecided undecided) {
      json.writeStringField("reason", undecided.reason());
      json.writeStringField("cause", undecided.cause().name());
    } else if (outcome instanceof Outcome.NotApplicable notApplicable) {
      json.writeStringField("reason", notApplicable.reason());
    }
  }

  private static Outcome outcome(Check check, JsonValue value) throws JsonFormatException {
    JsonValue kind = value.field("outcome");
    return switch (kind.text()) {
      case "PASSED" ->
          new Outcome.Passed(Evidence.of(value.field("evidence").text()), remark(value));
      case "FAILED" ->
          new Outcome.Failed(
              evidence(check, value.field("expected").text()),
              evidence(check, value.field("observed").text()),
              cause(value.field("cause")));
      case "UNDECIDED" ->
          new Outcome.Undecided(value.field("reason").text(), cause(value.field("cause")));
      case "NOT_APPLICABLE" -> new Outcome.NotApplicable(value.field("reason").text());
      default -> throw kind.wrong("this is no outcome of a check");
    };
  }

  /** The size of a file stands as its number of bytes, where nothing else is said of it. */
  private static Evidence evidence(Check check, String text) {
    return check == Check.SIZE
        ? JsonValue.wholeNumber(text)
            .filter(bytes -> bytes >= 0)
            .map(ListedSize::ofBytes)
            .map(Evidence::of)
            .orElse(Evidence.of(text))
        : Evidence.of(text);
  }

  private static Cause cause(JsonValue value) throws JsonFormatException {
    return value.oneOf(Cause.values(), Cause::name);
  }

  private static Optional<Cause> remark(JsonValue value) throws JsonFormatException {
    Optional<JsonValue> remark = value.find("remark");
    return remark.isEmpty() ? Optional.empty() : Optional.of(cause(remark.get()));
  }
}
