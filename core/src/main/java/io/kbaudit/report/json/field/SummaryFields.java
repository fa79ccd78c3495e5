package io.kbaudit.report.json.field;

import com.fasterxml.jackson.core.JsonGenerator;
import io.kbaudit.article.ArticleGaps;
import io.kbaudit.audit.LeftOutRows;
import io.kbaudit.audit.Tally;
import io.kbaudit.audit.Verdict;
import io.kbaudit.json.JsonFormatException;
import io.kbaudit.json.JsonValue;
import io.kbaudit.record.AuditRecord;
import io.kbaudit.record.FolderRecord;
import io.kbaudit.record.Obstacle;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** What the files come to: numbers, and the verdict. */
public final class SummaryFields {
  private static final String OBSTACLES = "obstacles";
  private static final String LEFT_OUT = "rowsLeftOut";
  private static final String WAIVED = "waived";

  private SummaryFields() {}

  /** Writes what the files of one folder come to, and how much of it was not seen. */
  public static void write(JsonGenerator json, FolderRecord folder) throws IOException {
    json.writeStringField("verdict", folder.verdict().name());
    json.writeObjectFieldStart("summary");
    writeCounts(json, folder.tally(), folder.unlisted().size());
    writeGaps(json, folder.gaps().article());
    json.writeNumberField("foldersNotListed", folder.gaps().folders());
    writeLeftOut(json, folder);
    json.writeEndObject();
    writeObstacles(json, Obstacle.of(folder));
  }

  /** Refuses other obstacles than there are, where they are stated. */
  static void requireObstacles(JsonValue value, List<Obstacle> obstacles)
      throws JsonFormatException {
    Optional<JsonValue> stated = value.find(OBSTACLES);
    if (stated.isPresent()) {
      List<String> names = obstacles.stream().map(Obstacle::name).toList();
      if (!stated.get().texts().equals(names)) {
        throw stated.get().wrong("what is listed here comes to the obstacles " + names);
      }
    }
  }

  static void writeObstacles(JsonGenerator json, List<Obstacle> obstacles) throws IOException {
    if (obstacles.isEmpty()) {
      return;
    }
    json.writeArrayFieldStart(OBSTACLES);
    for (Obstacle obstacle : obstacles) {
      json.writeString(obstacle.name());
    }
    json.writeEndArray();
  }

  /** Writes what the files of several places come to, apart from the number of places. */
  public static void writeCounts(JsonGenerator json, AuditRecord audit) throws IOException {
    writeCounts(json, audit.tally(), audit.unlisted());
    writeGaps(json, audit.article().gaps());
  }

  private static void writeCounts(JsonGenerator json, Tally tally, int unlisted)
      throws IOException {
    json.writeNumberField("expected", tally.expected());
    json.writeNumberField("passed", tally.passed());
    json.writeNumberField("failed", tally.failed());
    json.writeNumberField("undecided", tally.undecided());
    if (tally.waived() > 0) {
      json.writeNumberField(WAIVED, tally.waived());
    }
    json.writeNumberField("unlisted", unlisted);
  }

  /** Writes how much of the article is unread: while there is any, nothing is compliant. */
  public static void writeGaps(JsonGenerator json, ArticleGaps article) throws IOException {
    json.writeNumberField("unreadRows", article.lines());
    if (article.columns() > 0) {
      json.writeNumberField("unreadColumns", article.columns());
    }
    if (article.otherThanBundled()) {
      json.writeBooleanField("otherThanBundled", true);
    }
  }

  private static void writeLeftOut(JsonGenerator json, FolderRecord folder) throws IOException {
    LeftOutRows rows = folder.leftOut();
    if (rows.count() == 0) {
      return;
    }
    json.writeNumberField("rowsListed", folder.rowsListed());
    json.writeObjectFieldStart(LEFT_OUT);
    json.writeNumberField("group", rows.group());
    json.writeNumberField("platform", rows.platform());
    json.writeNumberField("language", rows.language());
    json.writeNumberField("location", rows.location());
    json.writeNumberField("alternatives", rows.alternatives());
    json.writeEndObject();
  }

  /** Reads what left rows out; audits that were saved before this was told do not say. */
  static LeftOutRows leftOut(JsonValue value, Tally tally) throws JsonFormatException {
    JsonValue summary = value.field("summary");
    Optional<JsonValue> rows = summary.find(LEFT_OUT);
    if (rows.isEmpty()) {
      if (summary.find("rowsListed").isPresent()) {
        require(summary, "rowsListed", tally.expected());
      }
      return LeftOutRows.NONE;
    }
    LeftOutRows leftOut =
        new LeftOutRows(
            rows.get().field("group").count(0),
            rows.get().field("platform").count(0),
            rows.get().field("language").count(0),
            rows.get().field("location").count(0),
            rows.get().field("alternatives").count(0));
    require(summary, "rowsListed", tally.expected() + leftOut.count());
    return leftOut;
  }

  static void writePlaces(JsonGenerator json, int places) throws IOException {
    json.writeNumberField("places", places);
  }

  /** Refuses another number of places than there are. */
  static void requirePlaces(JsonValue value, int places) throws JsonFormatException {
    require(value.field("summary"), "places", places);
  }

  /** Refuses another number of unread rows and columns than a place of the same audit states. */
  static void requireGaps(JsonValue value, ArticleGaps ofPlace) throws JsonFormatException {
    JsonValue summary = value.field("summary");
    require(summary, "unreadRows", ofPlace.lines());
    ArticleGaps stated = articleGaps(value);
    if (!stated.equals(ofPlace)) {
      throw summary.wrong(
          "of one article, a location states " + ofPlace + ", and the whole " + stated);
    }
  }

  static ArticleGaps articleGaps(JsonValue value) throws JsonFormatException {
    JsonValue summary = value.field("summary");
    Optional<JsonValue> columns = summary.find("unreadColumns");
    Optional<JsonValue> other = summary.find("otherThanBundled");
    return new ArticleGaps(
        summary.field("unreadRows").count(0),
        columns.isPresent() ? columns.get().count(0) : 0,
        other.isPresent() && other.get().flag());
  }

  static FolderRecord.Gaps gaps(JsonValue value, Optional<String> unreachable)
      throws JsonFormatException {
    return new FolderRecord.Gaps(
        value.field("summary").field("foldersNotListed").count(0), articleGaps(value), unreachable);
  }

  /** Refuses numbers or a verdict that are not those of the files. */
  static void require(JsonValue value, Verdict verdict, Tally tally, int unlisted)
      throws JsonFormatException {
    JsonValue summary = value.field("summary");
    require(summary, "expected", tally.expected());
    require(summary, "passed", tally.passed());
    require(summary, "failed", tally.failed());
    require(summary, "undecided", tally.undecided());
    if (tally.waived() > 0 || summary.find(WAIVED).isPresent()) {
      require(summary, WAIVED, tally.waived());
    }
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
