package io.kbaudit.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.kbaudit.report.json.JsonSchemas;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Holds JSON documents to the schemas that are shipped, and is stricter than those: a field that a
 * schema does not describe is wrong too, so that none can be added without its description.
 */
public final class Schemas {
  /** Properties of packages have names of any length. */
  private static final StreamReadConstraints LONG_NAMES =
      StreamReadConstraints.builder().maxNameLength(Integer.MAX_VALUE).build();

  private static final JsonMapper MAPPER =
      JsonMapper.builder(JsonFactory.builder().streamReadConstraints(LONG_NAMES).build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /** By which field a document is known: a plan may have rows, too, and an audit has a tool. */
  private static final List<Map.Entry<String, String>> KNOWN_BY =
      List.of(
          Map.entry("comparison", "comparison"),
          Map.entry("readiness", "plan"),
          Map.entry("verdict", "audit"),
          Map.entry("locations", "profile"),
          Map.entry("rows", "article"),
          Map.entry("outcome", "identification"),
          Map.entry("extent", "inventory"),
          Map.entry("tool", "baseline"));

  /** Keywords of schemas that describe no fields, but say more of some that are described. */
  private static final Set<String> CONDITIONS = Set.of("if", "then", "else", "not", "contains");

  private static final JsonSchemaFactory FACTORY =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
  private static final Map<String, JsonSchema> AS_SHIPPED = new ConcurrentHashMap<>();
  private static final Map<String, JsonSchema> STRICT = new ConcurrentHashMap<>();

  private Schemas() {}

  /** Returns {@code document}, once it is found to be as the schema of this name has it. */
  public static String valid(String name, String document) {
    assertValid(name, document);
    return document;
  }

  /** Checks that {@code document} is JSON, and as the schema of this name has it. */
  public static void assertValid(String name, String document) {
    assertThat(problems(name, document)).as("what the schema of %s objects to", name).isEmpty();
  }

  /** Checks that {@code document} is as the schema of its kind has it, whichever kind that is. */
  public static void assertValid(String document) {
    assertValid(nameOf(read(document)), document);
  }

  /** Returns whether {@code text} begins as the JSON documents do that have a schema here. */
  public static boolean isOurs(String text) {
    return text.startsWith("{\n  \"schemaVersion\":");
  }

  /** Returns what is wrong with {@code document}, fields that are not described among it. */
  public static Set<ValidationMessage> problems(String name, String document) {
    return STRICT.computeIfAbsent(name, Schemas::strict).validate(read(document));
  }

  /** Returns what is wrong with {@code document} in the eyes of who has the schema as shipped. */
  public static Set<ValidationMessage> problemsAsShipped(String name, String document) {
    return AS_SHIPPED
        .computeIfAbsent(name, shipped -> FACTORY.getSchema(schema(shipped)))
        .validate(read(document));
  }

  public static JsonNode schema(String name) {
    return read(JsonSchemas.find(name).orElseThrow());
  }

  public static JsonNode read(String document) {
    try {
      return MAPPER.readTree(document);
    } catch (JsonProcessingException e) {
      throw new AssertionError("not JSON: " + e.getMessage(), e);
    }
  }

  private static JsonSchema strict(String name) {
    JsonNode schema = schema(name);
    forbidTheUndescribed(schema);
    return FACTORY.getSchema(schema);
  }

  /** What is said to be an object is described whole there, be it by way of other schemas. */
  private static void forbidTheUndescribed(JsonNode schema) {
    if (schema instanceof ObjectNode object && object.path("type").asText().equals("object")) {
      object.put("unevaluatedProperties", false);
    }
    for (Map.Entry<String, JsonNode> part : schema.properties()) {
      if (!CONDITIONS.contains(part.getKey())) {
        forbidTheUndescribed(part.getValue());
      }
    }
    if (schema.isArray()) {
      schema.forEach(Schemas::forbidTheUndescribed);
    }
  }

  /** Returns the name of the schema that {@code document} is to be held to. */
  static String nameOf(JsonNode document) {
    return KNOWN_BY.stream()
        .filter(kind -> document.has(kind.getKey()))
        .findFirst()
        .map(Map.Entry::getValue)
        .orElse("inspection");
  }
}
