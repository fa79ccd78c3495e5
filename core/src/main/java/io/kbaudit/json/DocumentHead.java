package io.kbaudit.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Optional;

/** What a JSON document says of the tool that wrote it, and of the article that it is about. */
public final class DocumentHead {
  private static final String TOOL = "kbaudit";

  private DocumentHead() {}

  public static void writeTool(JsonGenerator json, String version) throws IOException {
    json.writeObjectFieldStart("tool");
    json.writeStringField("name", TOOL);
    json.writeStringField("version", version);
    json.writeEndObject();
  }

  /** Writes the tool that this is. */
  public static void writeTool(JsonGenerator json) throws IOException {
    writeTool(json, ToolVersion.get());
  }

  /** Returns the version of the tool that wrote {@code document}. */
  public static String toolVersion(JsonValue document) throws JsonFormatException {
    JsonValue tool = document.field("tool");
    tool.field("name").requireText(TOOL);
    return tool.field("version").text();
  }

  public static void writeArticle(
      JsonGenerator json, Optional<?> id, Optional<String> title, String source)
      throws IOException {
    json.writeObjectFieldStart("article");
    Json.writeOptional(json, "id", id);
    Json.writeOptional(json, "title", title);
    json.writeStringField("source", source);
    json.writeEndObject();
  }

  /** Returns the id of the article that {@code document} is about, where it states one. */
  public static Optional<JsonValue> articleId(JsonValue document) throws JsonFormatException {
    return document.field("article").find("id");
  }

  /** Returns the title of the article that {@code document} is about, where it states one. */
  public static Optional<String> articleTitle(JsonValue document) throws JsonFormatException {
    return document.field("article").findText("title");
  }

  /** Returns where the article was read that {@code document} is about. */
  public static String articleSource(JsonValue document) throws JsonFormatException {
    return document.field("article").field("source").text();
  }
}
