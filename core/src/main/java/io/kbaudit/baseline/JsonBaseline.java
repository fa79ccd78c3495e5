package io.kbaudit.baseline;

import com.fasterxml.jackson.core.JsonGenerator;
import io.kbaudit.article.Article;
import io.kbaudit.json.DocumentHead;
import io.kbaudit.json.Json;
import java.io.IOException;
import java.io.Writer;

/** A baseline, written down in the JSON that {@link BaselineReader} reads. */
public final class JsonBaseline {
  /** Creates the writer; it has no options. */
  public JsonBaseline() {}

  /**
   * Writes {@code baseline}. The writer is flushed, and left open.
   *
   * @param article for which it was made
   * @throws IOException if the writer cannot take it
   */
  public void write(Baseline baseline, Article article, Writer out) throws IOException {
    baseline.requireMadeFor(article);
    Json.write(
        out,
        json -> {
          DocumentHead.writeTool(json);
          DocumentHead.writeArticle(json, article.id(), article.title(), article.source());
          json.writeArrayFieldStart("files");
          for (BaselineFile file : baseline.files()) {
            writeFile(json, file);
          }
          json.writeEndArray();
        });
  }

  private static void writeFile(JsonGenerator json, BaselineFile file) throws IOException {
    json.writeStartObject();
    json.writeNumberField("row", file.row());
    json.writeStringField("listedName", file.listedName().spelling());
    json.writeStringField("name", file.name().spelling());
    json.writeNumberField("size", file.sizeBytes());
    json.writeStringField("modified", file.modified().toString());
    json.writeStringField("sha256", file.sha256().hex());
    Json.writeOptional(json, "packageCode", file.packageCode());
    Json.writeOptional(json, "productCode", file.productCode());
    json.writeEndObject();
  }
}
