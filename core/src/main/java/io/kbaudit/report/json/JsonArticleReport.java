package io.kbaudit.report.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.kbaudit.article.Article;
import io.kbaudit.article.ArticleRemark;
import io.kbaudit.article.ExpectedFile;
import io.kbaudit.article.PrintedRow;
import io.kbaudit.article.Statements;
import io.kbaudit.json.DigestFields;
import io.kbaudit.json.DocumentHead;
import io.kbaudit.json.Json;
import io.kbaudit.report.json.field.ListedFields;
import io.kbaudit.report.json.field.RemarkFields;
import java.io.IOException;
import java.io.Writer;

/** An article as it was read, in JSON, version 1. */
public final class JsonArticleReport {
  /** Creates the report; it has no options. */
  public JsonArticleReport() {}

  /**
   * Writes all of {@code article}. The writer is flushed, and left open.
   *
   * @throws IOException if the writer cannot take it
   */
  public void write(Article article, Writer out) throws IOException {
    Json.write(
        out,
        json -> {
          DocumentHead.writeArticle(json, article.id(), article.title(), article.source());
          writeStatements(json, article.statements());
          json.writeArrayFieldStart("rows");
          for (ExpectedFile row : article.rows()) {
            writeRow(json, row);
          }
          json.writeEndArray();
          json.writeArrayFieldStart("remarks");
          for (ArticleRemark remark : article.remarks()) {
            json.writeStartObject();
            json.writeStringField("id", remark.kind().name());
            json.writeNumberField("line", remark.line());
            json.writeStringField("text", remark.text());
            RemarkFields.writeLines(json, remark.lines());
            json.writeEndObject();
          }
          json.writeEndArray();
        });
  }

  private static void writeStatements(JsonGenerator json, Statements statements)
      throws IOException {
    json.writeObjectFieldStart("statements");
    json.writeBooleanField("laterAccepted", statements.laterAccepted());
    json.writeBooleanField("timesAreUtc", statements.timesAreUtc());
    Json.writeOptional(json, "language", statements.language());
    json.writeEndObject();
  }

  private static void writeRow(JsonGenerator json, ExpectedFile row) throws IOException {
    json.writeStartObject();
    json.writeNumberField("row", row.row());
    json.writeNumberField("line", row.line());
    json.writeStringField("table", row.variant().table());
    json.writeStringField("name", row.name().best().spelling());
    json.writeBooleanField("truncated", row.name().cut());
    ListedFields.write(json, row.size(), row.modified());
    Json.writeOptional(json, "version", row.version());
    Json.writeOptional(json, "platform", row.variant().platform());
    Json.writeOptional(json, "group", row.variant().group());
    Json.writeOptional(json, "language", row.variant().language());
    Json.writeOptional(json, "servicePack", row.variant().servicePack());
    Json.writeOptional(json, "branch", row.variant().branch());
    DigestFields.writeOfArticle(json, row.hashes().digests());
    Json.writeIfPresent(json, "unreadDigest", row.hashes().unread());
    Json.writeOptional(json, "alternativeTo", row.alternativeTo());
    writePrinted(json, row.printed());
    json.writeEndObject();
  }

  private static void writePrinted(JsonGenerator json, PrintedRow printed) throws IOException {
    json.writeObjectFieldStart("printed");
    json.writeStringField("name", printed.name());
    json.writeStringField("date", printed.date());
    json.writeStringField("time", printed.time());
    json.writeStringField("size", printed.size());
    json.writeStringField("version", printed.version());
    json.writeStringField("platform", printed.platform());
    json.writeEndObject();
  }
}
