package io.kbaudit.report.json.field;

import com.fasterxml.jackson.core.JsonGenerator;
import io.kbaudit.article.RowSelection;
import io.kbaudit.audit.Check;
import io.kbaudit.audit.UnlistedFiles;
import io.kbaudit.deployment.Acceptance;
import io.kbaudit.inventory.FileFilter;
import io.kbaudit.json.DemandFields;
import io.kbaudit.json.Json;
import io.kbaudit.json.JsonFormatException;
import io.kbaudit.json.JsonValue;
import io.kbaudit.record.PolicyRecord;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What was asked of the files of one folder, and how strictly. */
public final class PolicyFields {
  private static final String INCLUDE = "include";
  private static final String EXCLUDE = "exclude";

  private PolicyFields() {}

  public static void write(JsonGenerator json, PolicyRecord policy) throws IOException {
    json.writeObjectFieldStart("policy");
    json.writeStringField("accept", policy.acceptance().id());
    json.writeStringField("unlisted", policy.unlistedFiles().id());
    writeSelection(json, policy.selection());
    json.writeStringField("tolerance", policy.tolerance().toString());
    Json.writeOptional(json, "sourceZone", policy.sourceZone());
    Json.writeOptional(json, "baseline", policy.baseline());
    DemandFields.write(json, policy.signatures());
    writePatterns(json, INCLUDE, policy.files().included());
    writePatterns(json, EXCLUDE, policy.files().excluded());
    writeChecks(json, "checks", policy.checks().made());
    writeChecks(json, "skipped", policy.checks().skipped());
    GroundsFields.write(json, policy.grounds());
    json.writeEndObject();
  }

  static PolicyRecord read(JsonValue value) throws JsonFormatException {
    JsonValue policy = value.field("policy");
    return new PolicyRecord(
        policy.field("accept").oneOf(Acceptance.values(), Acceptance::id),
        policy.field("unlisted").oneOf(UnlistedFiles.values(), UnlistedFiles::id),
        readSelection(policy),
        policy.field("tolerance").as("a duration such as PT2S", PolicyFields::duration),
        policy.findText("sourceZone"),
        policy.findText("baseline"),
        DemandFields.read(policy),
        new PolicyRecord.Checks(
            readChecks(policy.field("checks")), readChecks(policy.field("skipped"))),
        readFilter(policy),
        GroundsFields.read(policy.field(GroundsFields.GROUNDS)));
  }

  private static void writePatterns(JsonGenerator json, String field, List<String> patterns)
      throws IOException {
    if (!patterns.isEmpty()) {
      json.writeArrayFieldStart(field);
      for (String pattern : patterns) {
        json.writeString(pattern);
      }
      json.writeEndArray();
    }
  }

  private static FileFilter readFilter(JsonValue policy) throws JsonFormatException {
    try {
      return new FileFilter(readPatterns(policy, INCLUDE), readPatterns(policy, EXCLUDE));
    } catch (IllegalArgumentException blank) {
      throw policy.wrong("a blank pattern, which no file matches");
    }
  }

  private static List<String> readPatterns(JsonValue policy, String field)
      throws JsonFormatException {
    Optional<JsonValue> patterns = policy.find(field);
    return patterns.isEmpty() ? List.of() : patterns.get().texts();
  }

  /** What is not selected by is null, and the whole is left out where all rows are meant. */
  public static void writeSelection(JsonGenerator json, RowSelection selection) throws IOException {
    if (!selection.isAll()) {
      json.writeObjectFieldStart("rows");
      Json.writeOptional(json, "group", selection.group());
      Json.writeOptional(json, "platform", selection.platform());
      Json.writeOptional(json, "language", selection.language());
      json.writeEndObject();
    }
  }

  private static RowSelection readSelection(JsonValue value) throws JsonFormatException {
    Optional<JsonValue> rows = value.find("rows");
    if (rows.isEmpty()) {
      return RowSelection.ALL;
    }
    try {
      return new RowSelection(
          rows.get().findText("group"),
          rows.get().findText("platform"),
          rows.get().findText("language"));
    } catch (IllegalArgumentException blank) {
      throw rows.get().wrong("a blank text, by which no row is selected");
    }
  }

  private static void writeChecks(JsonGenerator json, String field, Set<Check> checks)
      throws IOException {
    json.writeArrayFieldStart(field);
    for (Check check : checks) {
      json.writeString(check.name());
    }
    json.writeEndArray();
  }

  private static Set<Check> readChecks(JsonValue value) throws JsonFormatException {
    Set<Check> checks = EnumSet.noneOf(Check.class);
    for (JsonValue item : value.items()) {
      checks.add(item.oneOf(Check.values(), Check::name));
    }
    return checks;
  }

  private static Optional<Duration> duration(String text) {
    try {
      return Optional.of(Duration.parse(text)).filter(duration -> !duration.isNegative());
    } catch (DateTimeException notOne) {
      return Optional.empty();
    }
  }
}
