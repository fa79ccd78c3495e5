package io.kbaudit.report.json.field;

import com.fasterxml.jackson.core.JsonGenerator;
import io.kbaudit.audit.Cause;
import io.kbaudit.audit.Check;
import io.kbaudit.audit.JudgedWaivers;
import io.kbaudit.audit.Waiver;
import io.kbaudit.audit.WaiverState;
import io.kbaudit.file.FileName;
import io.kbaudit.json.Json;
import io.kbaudit.json.JsonFormatException;
import io.kbaudit.json.JsonValue;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The waivers that an audit was given, and what became of each; and the one that covers a check.
 */
final class WaiverFields {
  private static final String WAIVERS = "waivers";

  /** What becomes of waivers on a day of their validity. */
  private static final Set<WaiverState> VALID =
      EnumSet.of(WaiverState.APPLIED, WaiverState.UNMATCHED, WaiverState.UNSPECIFIC);

  private WaiverFields() {}

  static void write(JsonGenerator json, Optional<JudgedWaivers> waivers) throws IOException {
    if (waivers.isEmpty()) {
      return;
    }
    json.writeObjectFieldStart(WAIVERS);
    json.writeStringField("source", waivers.get().source());
    json.writeStringField("day", waivers.get().day().toString());
    json.writeArrayFieldStart("uses");
    for (JudgedWaivers.Use use : waivers.get().uses()) {
      json.writeStartObject();
      json.writeStringField("state", use.state().name());
      json.writeNumberField("findings", use.findings());
      writeFields(json, use.waiver());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /** Writes the waiver that covers a check. */
  static void write(JsonGenerator json, Waiver waiver) throws IOException {
    json.writeObjectFieldStart("waiver");
    writeFields(json, waiver);
    json.writeEndObject();
  }

  private static void writeFields(JsonGenerator json, Waiver waiver) throws IOException {
    json.writeNumberField("line", waiver.line());
    Json.writeIfPresent(json, "location", waiver.location());
    Json.writeIfPresent(json, "file", waiver.file().map(FileName::spelling));
    if (waiver.row().isPresent()) {
      json.writeNumberField("row", waiver.row().get());
    }
    writeNames(json, "checks", waiver.checks());
    writeNames(json, "causes", waiver.causes());
    Json.writeIfPresent(json, "reason", waiver.reason());
    Json.writeIfPresent(json, "approver", waiver.approver());
    Json.writeIfPresent(json, "ticket", waiver.ticket());
    Json.writeIfPresent(json, "from", waiver.from());
    Json.writeIfPresent(json, "expiry", waiver.expiry());
    if (waiver.undecided()) {
      json.writeBooleanField("undecided", true);
    }
  }

  private static void writeNames(JsonGenerator json, String field, Set<? extends Enum<?>> constants)
      throws IOException {
    if (constants.isEmpty()) {
      return;
    }
    json.writeArrayFieldStart(field);
    for (Enum<?> constant : constants) {
      json.writeString(constant.name());
    }
    json.writeEndArray();
  }

  /**
   * Reads the waivers that the audit was given.
   *
   * @param findings how many checks of the files each waiver covers, which must be as stated
   */
  static Optional<JudgedWaivers> read(JsonValue whole, Map<Waiver, Integer> findings)
      throws JsonFormatException {
    Optional<JsonValue> value = whole.find(WAIVERS);
    if (value.isEmpty()) {
      if (!findings.isEmpty()) {
        throw whole.wrong("checks are waived, and the audit was given no 'waivers'");
      }
      return Optional.empty();
    }
    LocalDate day = day(value.get().field("day"));
    List<JudgedWaivers.Use> uses = new ArrayList<>();
    int covered = 0;
    for (JsonValue item : value.get().field("uses").items()) {
      JudgedWaivers.Use use = readUse(item, findings, day);
      covered += use.findings();
      uses.add(use);
    }
    if (covered != findings.values().stream().mapToInt(Integer::intValue).sum()) {
      throw value.get().wrong("checks are waived by what is none of the waivers here");
    }
    return Optional.of(new JudgedWaivers(value.get().field("source").text(), day, uses));
  }

  private static JudgedWaivers.Use readUse(
      JsonValue item, Map<Waiver, Integer> findings, LocalDate day) throws JsonFormatException {
    Waiver waiver = readFields(item);
    JsonValue state = item.field("state");
    WaiverState stated = state.oneOf(WaiverState.values(), WaiverState::name);
    int covered = item.field("findings").count(0);
    if (covered != findings.getOrDefault(waiver, 0)
        || (stated == WaiverState.APPLIED) != (covered > 0)) {
      throw state.wrong(
          "this waiver covers "
              + findings.getOrDefault(waiver, 0)
              + " of the checks here, not "
              + covered
              + ", and its state is");
    }
    Optional<WaiverState> objection = waiver.objection(day);
    if (objection.isPresent() ? objection.get() != stated : !VALID.contains(stated)) {
      throw state.wrong(
          objection
              .map(why -> "on " + day + " this waiver is " + why + ", and its state is")
              .orElse("on " + day + " this waiver is valid, and its state is"));
    }
    return new JudgedWaivers.Use(waiver, stated, covered);
  }

  /** Returns the waiver that covers a check; absent where none does. */
  static Optional<Waiver> read(JsonValue check) throws JsonFormatException {
    Optional<JsonValue> waiver = check.find("waiver");
    return waiver.isEmpty() ? Optional.empty() : Optional.of(readFields(waiver.get()));
  }

  private static Waiver readFields(JsonValue value) throws JsonFormatException {
    Optional<JsonValue> undecided = value.find("undecided");
    return new Waiver(
        value.field("line").count(1),
        value.findText("location"),
        value.find("file", "a file name", FileName::find),
        readRow(value),
        readNames(value, "checks", Check.class),
        readNames(value, "causes", Cause.class),
        value.findText("reason"),
        value.findText("approver"),
        value.findText("ticket"),
        findDay(value, "from"),
        findDay(value, "expiry"),
        undecided.isPresent() && undecided.get().flag());
  }

  private static Optional<Integer> readRow(JsonValue value) throws JsonFormatException {
    Optional<JsonValue> row = value.find("row");
    return row.isEmpty() ? Optional.empty() : Optional.of(row.get().count(1));
  }

  private static <E extends Enum<E>> Set<E> readNames(JsonValue value, String field, Class<E> type)
      throws JsonFormatException {
    Set<E> constants = EnumSet.noneOf(type);
    Optional<JsonValue> names = value.find(field);
    if (names.isPresent()) {
      for (JsonValue name : names.get().items()) {
        constants.add(name.oneOf(type.getEnumConstants(), Enum::name));
      }
    }
    return constants;
  }

  private static Optional<LocalDate> findDay(JsonValue value, String field)
      throws JsonFormatException {
    Optional<JsonValue> day = value.find(field);
    return day.isEmpty() ? Optional.empty() : Optional.of(day(day.get()));
  }

  private static LocalDate day(JsonValue value) throws JsonFormatException {
    return value.as("a day such as 2027-03-31", Waiver::findDay);
  }
}
