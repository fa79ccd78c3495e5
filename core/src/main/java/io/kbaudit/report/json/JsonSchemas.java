package io.kbaudit.report.json;

import io.kbaudit.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The schemas of the JSON documents that are written here, and of what people write in YAML and is
 * read as if it were JSON (JSON Schema, draft 2020-12), each whole in itself. They allow fields
 * that they do not describe, which a later kbaudit may add; what people write has no others.
 */
public final class JsonSchemas {
  /** The version of the documents, which {@code schemaVersion} in each of them states. */
  public static final int VERSION = Json.SCHEMA_VERSION;

  private static final List<String> NAMES =
      List.of(
          "audit",
          "article",
          "inspection",
          "plan",
          "baseline",
          "profile",
          "identification",
          "inventory",
          "comparison",
          "waivers");

  private JsonSchemas() {}

  /** Returns the names of all schemas: {@code audit} and so on. */
  public static List<String> names() {
    return NAMES;
  }

  /** Returns the text of the schema of this name, which ends in a line end; absent if none has. */
  public static Optional<String> find(String name) {
    if (!NAMES.contains(name)) {
      return Optional.empty();
    }
    String resource = "schema/" + name + "-" + VERSION + ".schema.json";
    try (InputStream in = JsonSchemas.class.getResourceAsStream(resource)) {
      byte[] text = Objects.requireNonNull(in, resource).readAllBytes();
      return Optional.of(new String(text, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("the installation is damaged: " + resource, e);
    }
  }
}
