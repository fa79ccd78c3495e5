package io.kbaudit.json;

import com.fasterxml.jackson.core.JsonToken;
import io.kbaudit.text.Printable;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** A value in a JSON document, with the line that it begins on, for what is to be said of it. */
public final class JsonValue {
  /** What a text stands for; empty where it is none of its kind. */
  public interface Reading<T> {
    Optional<T> read(String text);
  }

  private static final Pattern WHOLE_NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)");

  private final int line;
  private final String name;
  private final boolean isField;
  private final JsonToken token;
  private final String text;
  private final List<JsonValue> items;
  private final Map<String, JsonValue> fields;

  /**
   * @param name what a sentence calls it
   * @param isField whether that is the name of a field, which a sentence quotes
   */
  JsonValue(int line, String name, boolean isField, JsonToken token, String text) {
    this.line = line;
    this.name = name;
    this.isField = isField;
    this.token = token;
    this.text = text;
    this.items = isList() ? new ArrayList<>() : List.of();
    this.fields = isObject() ? new LinkedHashMap<>() : Map.of();
  }

  /** Adds a field to an object that is read piece by piece. */
  public void put(String field, JsonValue value) {
    fields.put(field, value);
  }

  void add(JsonValue item) {
    items.add(item);
  }

  /** Returns the line that it begins on, counted from 1. */
  public int line() {
    return line;
  }

  /** Returns a field of this object that must be there. */
  public JsonValue field(String field) throws JsonFormatException {
    requireObject();
    JsonValue value = fields.get(field);
    if (value == null) {
      throw new JsonFormatException(line, "'" + field + "' is missing here");
    }
    return value;
  }

  /** Returns a field of this object that may be null or missing. */
  public Optional<JsonValue> find(String field) throws JsonFormatException {
    requireObject();
    JsonValue value = fields.get(field);
    return value == null || value.token == JsonToken.VALUE_NULL
        ? Optional.empty()
        : Optional.of(value);
  }

  /** Returns a text that may be null or missing. */
  public Optional<String> findText(String field) throws JsonFormatException {
    Optional<JsonValue> value = find(field);
    return value.isEmpty() ? Optional.empty() : Optional.of(value.get().text());
  }

  /** Returns what a text stands for that may be null or missing. */
  public <T> Optional<T> find(String field, String wanted, Reading<T> reading)
      throws JsonFormatException {
    Optional<JsonValue> value = find(field);
    return value.isEmpty() ? Optional.empty() : Optional.of(value.get().as(wanted, reading));
  }

  /** Returns the names of the fields of this object, as far as it was read; else none. */
  public Set<String> names() {
    return Collections.unmodifiableSet(fields.keySet());
  }

  /**
   * Returns a text, a number, true or false as it is written; absent of null and what has parts.
   */
  public Optional<String> scalar() {
    boolean isOne = token.isScalarValue() && token != JsonToken.VALUE_NULL;
    return isOne ? Optional.of(text) : Optional.empty();
  }

  public boolean isObject() {
    return token == JsonToken.START_OBJECT;
  }

  public boolean isList() {
    return token == JsonToken.START_ARRAY;
  }

  /** Checks that this is an object. */
  public void requireObject() throws JsonFormatException {
    require(isObject(), "an object {...}");
  }

  /** Checks that this is a list. */
  public void requireList() throws JsonFormatException {
    require(isList(), "a list [...]");
  }

  public List<JsonValue> items() throws JsonFormatException {
    requireList();
    return items;
  }

  /** Returns the texts that this is a list of. */
  public List<String> texts() throws JsonFormatException {
    List<String> texts = new ArrayList<>();
    for (JsonValue item : items()) {
      texts.add(item.text());
    }
    return texts;
  }

  /** Returns what this object has, by name, in its order. */
  public Map<String, JsonValue> fields() throws JsonFormatException {
    requireObject();
    return Collections.unmodifiableMap(fields);
  }

  public String text() throws JsonFormatException {
    require(token == JsonToken.VALUE_STRING, "a text");
    return text;
  }

  public boolean flag() throws JsonFormatException {
    require(token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE, "true or false");
    return token == JsonToken.VALUE_TRUE;
  }

  /** Returns a field of this object that is true or false, or may be null or missing. */
  public boolean flagOr(String field, boolean otherwise) throws JsonFormatException {
    Optional<JsonValue> value = find(field);
    return value.isEmpty() ? otherwise : value.get().flag();
  }

  /** Returns a whole number of at least {@code least}. */
  public long number(long least) throws JsonFormatException {
    return number(least, Long.MAX_VALUE);
  }

  /** Returns a whole number of at least {@code least} that counts things. */
  public int count(int least) throws JsonFormatException {
    return (int) number(least, Integer.MAX_VALUE);
  }

  /** Returns a whole number of 32 bits with its sign. */
  public int integer() throws JsonFormatException {
    return (int) number(Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  private long number(long least, long most) throws JsonFormatException {
    Optional<Long> number = wholeNumber().filter(value -> value >= least && value <= most);
    require(number.isPresent(), "a whole number from " + least);
    return number.orElseThrow();
  }

  /** Returns the number that this is, if it is a whole one. */
  Optional<Long> wholeNumber() {
    return token == JsonToken.VALUE_NUMBER_INT ? longOf(text) : Optional.empty();
  }

  /** Returns the number that {@code text} is, written as JSON writes whole ones. */
  public static Optional<Long> wholeNumber(String text) {
    return WHOLE_NUMBER.matcher(text).matches() ? longOf(text) : Optional.empty();
  }

  private static Optional<Long> longOf(String digits) {
    try {
      return Optional.of(Long.valueOf(digits));
    } catch (NumberFormatException tooLarge) {
      return Optional.empty();
    }
  }

  /** Returns what this text stands for. */
  public <T> T as(String wanted, Reading<T> reading) throws JsonFormatException {
    Optional<T> value = reading.read(text());
    require(value.isPresent(), wanted);
    return value.orElseThrow();
  }

  /** Returns the moment that this text, such as 2011-03-10T10:04:37Z, stands for. */
  public Instant time() throws JsonFormatException {
    return as("a UTC time such as 2011-03-10T10:04:37Z", JsonValue::instant);
  }

  private static Optional<Instant> instant(String text) {
    try {
      // A date has fewer years than an instant: what lies beyond is no time.
      LocalDateTime date = LocalDateTime.ofInstant(IsoText.instant(text), ZoneOffset.UTC);
      return Optional.of(date.toInstant(ZoneOffset.UTC));
    } catch (DateTimeException notOne) {
      return Optional.empty();
    }
  }

  /** Returns the one of {@code values} whose word this is. */
  public <T> T oneOf(T[] values, Function<T, String> word) throws JsonFormatException {
    String wanted = text();
    for (T value : values) {
      if (word.apply(value).equals(wanted)) {
        return value;
      }
    }
    throw wrong(name() + " is not a word that this kbaudit knows");
  }

  /** Checks that this is the text {@code wanted}, and no other. */
  public void requireText(String wanted) throws JsonFormatException {
    require(text().equals(wanted), "'" + wanted + "'");
  }

  private void require(boolean met, String wanted) throws JsonFormatException {
    if (!met) {
      throw wrong(name() + " is not " + wanted);
    }
  }

  private String name() {
    return isField ? Printable.quoted(name) : name;
  }

  /** Returns what to throw if something is wrong with this; a value that is no other's is shown. */
  public JsonFormatException wrong(String problem) {
    return new JsonFormatException(
        line, token.isScalarValue() ? problem + ": " + Printable.quoted(text) : problem);
  }
}
