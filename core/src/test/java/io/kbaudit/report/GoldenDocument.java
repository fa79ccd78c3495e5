package io.kbaudit.report;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A JSON document, as it is kept as a golden file or with one thing changed.
 *
 * @param schema the name of the schema that it is to be held to
 */
public record GoldenDocument(String schema, String text) {
  /** Returns all that are kept. */
  public static List<GoldenDocument> all() {
    return all(file -> file.toString().endsWith(".json"));
  }

  /** Returns the one in the file of this name. */
  public static GoldenDocument of(String name) {
    return all(file -> file.endsWith(name)).get(0);
  }

  private static List<GoldenDocument> all(Predicate<Path> wanted) {
    try (Stream<Path> files = Files.walk(Golden.ROOT)) {
      return files
          .filter(wanted)
          .sorted()
          .map(GoldenDocument::read)
          .filter(Schemas::isOurs)
          .map(text -> new GoldenDocument(Schemas.nameOf(Schemas.read(text)), text))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns this with another value, or one more, in the place that a JSON pointer names. */
  public GoldenDocument with(String pointer, JsonNode value) {
    JsonPointer place = JsonPointer.compile(pointer);
    JsonNode whole = Schemas.read(text);
    JsonNode around = whole.at(place.head());
    if (around instanceof ArrayNode list) {
      list.set(place.last().getMatchingIndex(), value);
    } else {
      ((ObjectNode) around).set(place.last().getMatchingProperty(), value);
    }
    return new GoldenDocument(schema, whole.toString());
  }

  /** Returns this without the field that a JSON pointer names. */
  public GoldenDocument without(String pointer) {
    JsonPointer place = JsonPointer.compile(pointer);
    JsonNode whole = Schemas.read(text);
    ((ObjectNode) whole.at(place.head())).remove(place.last().getMatchingProperty());
    return new GoldenDocument(schema, whole.toString());
  }
}
