package io.kbaudit.baseline;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.kbaudit.file.FileName;
import io.kbaudit.file.Sha256;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The fields of one flat JSON object, each with its line; what is nested in it is passed over. */
final class BaselineFields {
  private record Value(JsonToken token, String text, int line) {}

  private final String source;
  private final int line;
  private final Map<String, Value> values = new HashMap<>();

  private BaselineFields(String source, int line) {
    this.source = source;
    this.line = line;
  }

  /** Reads the object at whose beginning {@code json} is, to its end. */
  static BaselineFields read(String source, JsonParser json) throws IOException {
    BaselineFields fields = new BaselineFields(source, lineOf(json));
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      JsonToken token = json.nextToken();
      fields.values.put(name, new Value(token, json.getText(), lineOf(json)));
      json.skipChildren();
    }
    return fields;
  }

  BaselineFile toFile() throws BaselineFormatException {
    return new BaselineFile(
        (int) number("row", 1, Integer.MAX_VALUE),
        name("listedName"),
        name("name"),
        number("size", 0, Long.MAX_VALUE),
        time("modified"),
        digest("sha256"),
        optionalText("packageCode"),
        optionalText("productCode"));
  }

  /** Returns a text that may be null or missing. */
  Optional<String> optionalText(String field) throws BaselineFormatException {
    Value value = values.get(field);
    if (value == null || value.token() == JsonToken.VALUE_NULL) {
      return Optional.empty();
    }
    return Optional.of(text(field));
  }

  /** Returns the line of a field that is there. */
  int line(String field) {
    Value value = values.get(field);
    return value == null ? line : value.line();
  }

  private String text(String field) throws BaselineFormatException {
    Value value = value(field);
    if (value.token() != JsonToken.VALUE_STRING) {
      throw wrong(field, "a text");
    }
    return value.text();
  }

  private long number(String field, long least, long most) throws BaselineFormatException {
    Value value = value(field);
    if (value.token() == JsonToken.VALUE_NUMBER_INT) {
      try {
        long number = Long.parseLong(value.text());
        if (number >= least && number <= most) {
          return number;
        }
      } catch (NumberFormatException tooLong) {
        throw wrong(field, "a whole number from " + least);
      }
    }
    throw wrong(field, "a whole number from " + least);
  }

  private FileName name(String field) throws BaselineFormatException {
    Optional<FileName> name = FileName.find(text(field));
    if (name.isEmpty()) {
      throw wrong(field, "a file name");
    }
    return name.get();
  }

  private Instant time(String field) throws BaselineFormatException {
    try {
      return Instant.parse(text(field));
    } catch (DateTimeParseException e) {
      throw wrong(field, "a UTC time such as 2011-03-10T10:04:37Z");
    }
  }

  private Sha256 digest(String field) throws BaselineFormatException {
    Optional<Sha256> digest = Sha256.find(text(field));
    if (digest.isEmpty()) {
      throw wrong(field, "64 hexadecimal digits");
    }
    return digest.get();
  }

  private Value value(String field) throws BaselineFormatException {
    Value value = values.get(field);
    if (value == null) {
      throw new BaselineFormatException(source, line, "a file lacks '" + field + "'");
    }
    return value;
  }

  private BaselineFormatException wrong(String field, String wanted)
      throws BaselineFormatException {
    Value value = value(field);
    return new BaselineFormatException(
        source, value.line(), "'" + field + "' is not " + wanted, value.text());
  }

  private static int lineOf(JsonParser json) {
    return json.currentTokenLocation().getLineNr();
  }
}
