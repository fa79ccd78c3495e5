package io.kbaudit.report.json.field;

import com.fasterxml.jackson.core.JsonGenerator;
import io.kbaudit.audit.Tally;
import io.kbaudit.audit.Verdict;
import io.kbaudit.json.JsonFormatException;
import io.kbaudit.json.JsonValue;
import io.kbaudit.record.AuditRecord;
import io.kbaudit.record.FolderRecord;
import java.io.IOException;

/** What the files come to: numbers, and the verdict. */
public final class SummaryFields {
  private SummaryFields() {}

  /** Writes what the files of one folder come to, and how much of it was not seen. */
  public static void write(JsonGenerator json, FolderRecord folder) throws IOException {
    json.writeStringField("verdict", folder.verdict().name());
    json.writeObjectFieldStart("summary");
    writeCounts(json, folder.tally(), folder.unlisted().size());
    writeUnreadRows(json, folder.gaps().rows());
    json.writeNumberField("foldersNotListed", folder.gaps().folders());
    json.writeEndObject();
  }

  /** Writes what the files of several places come to, apart from the number of places. */
  public static void writeCounts(JsonGenerator json, AuditRecord audit) throws IOException {
    writeCounts(json, audit.tally(), audit.unlisted());
    writeUnreadRows(json, audit.article().unreadRows());
  }

  private static void writeCounts(JsonGenerator json, Tally tally, int unlisted)
      throws IOException {
    json.writeNumberField("expected", tally.expected());
    json.writeNumberField("passed", tally.passed());
    json.writeNumberField("failed", tally.failed());
    json.writeNumberField("undecided", tally.undecided());
    json.writeNumberField("unlisted", unlisted);
  }

  /** Writes how many rows of the article are unread: while there are any, nothing is compliant. */
  public static void writeUnreadRows(JsonGenerator json, int rows) throws IOException {
    json.writeNumberField("unreadRows", rows);
  }

  static void writePlaces(JsonGenerator json, int places) throws IOException {
    json.writeNumberField("places", places);
  }

  /** Refuses another number of places than there are. */
  static void requirePlaces(JsonValue value, int places) throws JsonFormatException {
    require(value.field("summary"), "places", places);
  }

  /** Refuses another number of unread rows than a place of the same audit states. */
  static void requireUnreadRows(JsonValue value, int rows) throws JsonFormatException {
    require(value.field("summary"), "unreadRows", rows);
  }

  static int unreadRows(JsonValue value) throws JsonFormatException {
    return value.field("summary").field("unreadRows").count(0);
  }

  static FolderRecord.Gaps gaps(JsonValue value) throws JsonFormatException {
    return new FolderRecord.Gaps(
        value.field("summary").field("foldersNotListed").count(0), unreadRows(value));
  }

  /** Refuses numbers or a verdict that are not those of the files. */
  static void require(JsonValue value, Verdict verdict, Tally tally, int unlisted)
      throws JsonFormatException {
    JsonValue summary = value.field("summary");
    require(summary, "expected", tally.expected());
    require(summary, "passed", tally.passed());
    require(summary, "failed", tally.failed());
    require(summary, "undecided", tally.undecided());
    require(summary, "unlisted", unlisted);
    JsonValue stated = value.field("verdict");
    if (stated.oneOf(Verdict.values(), Verdict::name) != verdict) {
      throw stated.wrong("what is listed here comes to " + verdict + ", and the verdict is");
    }
  }

  private static void require(JsonValue summary, String field, int counted)
      throws JsonFormatException {
    JsonValue stated = summary.field(field);
    if (stated.count(0) != counted) {
      throw stated.wrong(
          "what is listed here comes to " + counted + " " + field + ", and the summary to");
    }
  }
}
