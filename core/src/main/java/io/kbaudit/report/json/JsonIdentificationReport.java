package io.kbaudit.report.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.kbaudit.identify.ArticleTally;
import io.kbaudit.identify.FolderArticle;
import io.kbaudit.identify.Identification;
import io.kbaudit.identify.IdentifiedFile;
import io.kbaudit.identify.IdentifiedFile.State;
import io.kbaudit.identify.RowMatch;
import io.kbaudit.identify.Traits;
import io.kbaudit.json.DigestFields;
import io.kbaudit.json.Json;
import java.io.IOException;
import java.io.Writer;

/** Which articles list which files, in JSON, version 1. */
public final class JsonIdentificationReport {
  /** Creates the report; it has no options. */
  public JsonIdentificationReport() {}

  /**
   * Writes all of {@code identification}. The writer is flushed, and left open.
   *
   * @throws IOException if the writer cannot take it
   */
  public void write(Identification identification, Writer out) throws IOException {
    Json.write(
        out,
        json -> {
          json.writeStringField("outcome", identification.outcome().name());
          writeSummary(json, identification);
          json.writeArrayFieldStart("files");
          for (IdentifiedFile file : identification.files()) {
            writeFile(json, file);
          }
          json.writeEndArray();
          json.writeArrayFieldStart("articles");
          for (ArticleTally tally : identification.here()) {
            writeTally(json, tally);
          }
          json.writeEndArray();
          writeUnread(json, identification);
        });
  }

  private static void writeSummary(JsonGenerator json, Identification identification)
      throws IOException {
    json.writeObjectFieldStart("summary");
    json.writeNumberField("files", identification.files().size());
    json.writeNumberField("identified", identification.count(State.IDENTIFIED));
    json.writeNumberField("unlisted", identification.count(State.UNLISTED));
    json.writeNumberField("unreadable", identification.count(State.UNREADABLE));
    json.writeNumberField("articlesRead", identification.articlesRead());
    json.writeNumberField("articlesUnread", identification.unread().size());
    json.writeNumberField("unreadLines", identification.unreadLines());
    json.writeEndObject();
  }

  private static void writeFile(JsonGenerator json, IdentifiedFile file) throws IOException {
    json.writeStartObject();
    json.writeStringField("path", file.path());
    json.writeStringField("state", file.state().name());
    Json.writeIfPresent(json, "reason", file.unreadable());
    json.writeArrayFieldStart("matches");
    for (RowMatch match : file.matches()) {
      writeMatch(json, match);
    }
    json.writeEndArray();
    json.writeNumberField("furtherMatches", file.furtherMatches());
    json.writeEndObject();
  }

  private static void writeMatch(JsonGenerator json, RowMatch match) throws IOException {
    json.writeStartObject();
    json.writeStringField("evidence", match.evidence().name());
    writeArticle(json, match.article());
    json.writeNumberField("row", match.row());
    json.writeNumberField("line", match.line());
    json.writeStringField("listedName", match.listedName());
    Traits traits = match.traits();
    json.writeObjectFieldStart("traits");
    json.writeStringField("name", traits.name().name());
    json.writeStringField("size", traits.size().name());
    json.writeStringField("date", traits.date().name());
    json.writeStringField("version", traits.version().name());
    json.writeStringField("digest", traits.digest().name());
    json.writeEndObject();
    DigestFields.write(json, match.digests());
    json.writeEndObject();
  }

  private static void writeArticle(JsonGenerator json, FolderArticle article) throws IOException {
    Json.writeOptional(json, "article", article.id());
    json.writeStringField("articlePath", article.path());
  }

  private static void writeTally(JsonGenerator json, ArticleTally tally) throws IOException {
    json.writeStartObject();
    writeArticle(json, tally.article());
    json.writeNumberField("rows", tally.article().rows());
    json.writeNumberField("here", tally.here());
    json.writeStringField("weakest", tally.weakest().name());
    json.writeEndObject();
  }

  private static void writeUnread(JsonGenerator json, Identification identification)
      throws IOException {
    json.writeArrayFieldStart("unreadArticles");
    for (FolderArticle article : identification.unread()) {
      json.writeStartObject();
      json.writeStringField("articlePath", article.path());
      json.writeStringField("reason", article.problem().orElseThrow());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("partlyReadArticles");
    for (FolderArticle article : identification.partlyRead()) {
      json.writeStartObject();
      writeArticle(json, article);
      json.writeNumberField("unreadLines", article.unreadLines());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
