package io.kbaudit.report.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** A value in a saved audit, with the line that it begins on, for what is to be said of it. */
final class SavedValue {
  /** What a text stands for; empty where it is none of its kind. */
  interface Reading<T> {
    Optional<T> read(String text);
  }

  private final String source;
  private final int line;
  private final JsonToken token;
  private final String text;
  private final List<SavedValue> items = new ArrayList<>();
  private final Map<String, SavedValue> fields = new LinkedHashMap<>();

  private SavedValue(String source, int line, JsonToken token, String text) {
    this.source = source;
    this.line = line;
    this.token = token;
    this.text = text;
  }

  /** Reads the value at whose beginning {@code json} is, to its end. */
  static SavedValue read(String source, JsonParser json) throws IOException {
    SavedValue value = begin(source, json);
    if (value.token == JsonToken.START_OBJECT) {
      while (json.nextToken() != JsonToken.END_OBJECT) {
        String name = json.currentName();
        json.nextToken();
        value.fields.put(name, read(source, json));
      }
    } else if (value.token == JsonToken.START_ARRAY) {
      while (json.nextToken() != JsonToken.END_ARRAY) {
        value.items.add(read(source, json));
      }
    }
    return value;
  }

  /** Returns the value at whose beginning {@code json} is, still without what is in it. */
  static SavedValue begin(String source, JsonParser json) throws IOException {
    return new SavedValue(
        source, json.currentTokenLocation().getLineNr(), json.currentToken(), json.getText());
  }

  /** Adds a field to an object that is read piece by piece. */
  void put(String name, SavedValue value) {
    fields.put(name, value);
  }

  int line() {
    return line;
  }

  /** Returns a field of this object that must be there. */
  SavedValue field(String name) throws SavedAuditException {
    Optional<SavedValue> value = find(name);
    if (value.isEmpty()) {
      throw wrong("'" + name + "' is missing here");
    }
    return value.get();
  }

  /** Returns a field of this object that may be null or missing. */
  Optional<SavedValue> find(String name) throws SavedAuditException {
    if (token != JsonToken.START_OBJECT) {
      throw wrong("this is no object {...}, as it should be");
    }
    return Optional.ofNullable(fields.get(name))
        .filter(value -> value.token != JsonToken.VALUE_NULL);
  }

  Optional<String> optionalText(String name) throws SavedAuditException {
    Optional<SavedValue> value = find(name);
    return value.isEmpty() ? Optional.empty() : Optional.of(value.get().text());
  }

  <T> Optional<T> optional(String name, String wanted, Reading<T> reading)
      throws SavedAuditException {
    Optional<SavedValue> value = find(name);
    return value.isEmpty() ? Optional.empty() : Optional.of(value.get().as(wanted, reading));
  }

  List<SavedValue> items() throws SavedAuditException {
    if (token != JsonToken.START_ARRAY) {
      throw wrong("this is no list [...], as it should be");
    }
    return items;
  }

  String text() throws SavedAuditException {
    if (token != JsonToken.VALUE_STRING) {
      throw wrong("this is no text, as it should be");
    }
    return text;
  }

  boolean flag() throws SavedAuditException {
    if (token != JsonToken.VALUE_TRUE && token != JsonToken.VALUE_FALSE) {
      throw wrong("this is neither true nor false, as it should be");
    }
    return token == JsonToken.VALUE_TRUE;
  }

  /** Returns a whole number. */
  long number(long least, long most) throws SavedAuditException {
    if (token == JsonToken.VALUE_NUMBER_INT) {
      try {
        long number = Long.parseLong(text);
        if (number >= least && number <= most) {
          return number;
        }
      } catch (NumberFormatException tooLong) {
        throw wrong("this is no whole number from " + least);
      }
    }
    throw wrong("this is no whole number from " + least);
  }

  int count() throws SavedAuditException {
    return (int) number(0, Integer.MAX_VALUE);
  }

  /** Returns what this text stands for. */
  <T> T as(String wanted, Reading<T> reading) throws SavedAuditException {
    Optional<T> value = reading.read(text());
    if (value.isEmpty()) {
      throw wrong("this is not " + wanted);
    }
    return value.get();
  }

  /** Returns the one of {@code values} whose word this is. */
  <T> T oneOf(T[] values, Function<T, String> word) throws SavedAuditException {
    return as(
        "a word that this kbaudit knows",
        text -> Stream.of(values).filter(value -> word.apply(value).equals(text)).findFirst());
  }

  SavedAuditException wrong(String problem) {
    return token.isScalarValue()
        ? new SavedAuditException(source, line, problem, text)
        : new SavedAuditException(source, line, problem);
  }
}
