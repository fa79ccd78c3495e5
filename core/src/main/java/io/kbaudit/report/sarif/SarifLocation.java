package io.kbaudit.report.sarif;

import com.fasterxml.jackson.core.JsonGenerator;
import io.kbaudit.file.SourceName;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.record.ArticleRecord;
import java.io.IOException;

/**
 * Where a result is: a line of the article, or a file.
 *
 * <p>A file is named relative to the audited folder, of which no more is told than an id, so that a
 * log says nothing of a machine. Its region is its first line: a package has no lines, but GitHub
 * shows no result without one.
 *
 * @param uri relative
 * @param baseId to what the URI is relative
 * @param line counted from 1
 */
record SarifLocation(String uri, String baseId, int line) {
  /** The id of the folder that the article is in. */
  static final String ARTICLE = "ARTICLE";

  /** Returns a line of the article. */
  static SarifLocation of(ArticleRecord article, int line) {
    String name = SourceName.isBundled(article.source()) ? article.label() : article.source();
    return new SarifLocation(UriText.element(name), ARTICLE, line);
  }

  /** Returns a file of the folder that has this id. */
  static SarifLocation of(ObservedFile file, String folderId) {
    return new SarifLocation(UriText.path(file.path()), folderId, 1);
  }

  void write(JsonGenerator json) throws IOException {
    json.writeStartObject();
    writeFields(json);
    json.writeEndObject();
  }

  /** Writes the location, and what is there. */
  void write(JsonGenerator json, String what) throws IOException {
    json.writeStartObject();
    SarifMessage.write(json, "message", what);
    writeFields(json);
    json.writeEndObject();
  }

  private void writeFields(JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("physicalLocation");
    json.writeObjectFieldStart("artifactLocation");
    json.writeStringField("uri", uri);
    json.writeStringField("uriBaseId", baseId);
    json.writeEndObject();
    json.writeObjectFieldStart("region");
    json.writeNumberField("startLine", line);
    json.writeEndObject();
    json.writeEndObject();
  }
}
