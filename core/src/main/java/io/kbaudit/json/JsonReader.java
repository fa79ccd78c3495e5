package io.kbaudit.json;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.base.ParserBase;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import io.kbaudit.text.Printable;
import java.io.CharConversionException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.Writer;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Goes through one JSON document of ours, piece by piece where it may be larger than memory.
 *
 * <p>It is strict: a field that is there twice, an end in the middle, and what follows the end are
 * refused, with their line.
 */
public final class JsonReader implements Closeable {
  /** In characters, of texts and of names, which are those of a package's properties too. */
  static final int LONGEST_TEXT = 16 << 20;

  static final int LONGEST_NUMBER = 100;

  /** Objects and lists in each other; a document of ours has eight or so. */
  static final int DEEPEST = 100;

  /** Values read at once: a list of 100,000 unlisted files has fewer. */
  static final int MOST_VALUES = 2_000_000;

  private static final StreamReadConstraints LIMITS =
      StreamReadConstraints.builder()
          .maxStringLength(LONGEST_TEXT)
          .maxNameLength(LONGEST_TEXT)
          .maxNumberLength(LONGEST_NUMBER)
          .maxNestingDepth(DEEPEST)
          .build();

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(LIMITS)
          .build();

  private static final JsonFactory AGAIN =
      JsonFactory.builder().streamReadConstraints(LIMITS).build();

  private final ParserBase json;
  private long fieldOffset = -1;
  private int valuesLeft;

  /** Every parser of Jackson has this base, which tells a line without making an object for it. */
  private JsonReader(JsonParser json) {
    this.json = (ParserBase) json;
  }

  /** Begins to read a stream in UTF-8, UTF-16 or UTF-32, which is closed with this. */
  public static JsonReader of(InputStream in) throws IOException {
    return of(FACTORY, in);
  }

  /**
   * Begins to read once more what was found to be sound before: whether a field is there twice is
   * not looked at again. The stream is closed with this.
   */
  public static JsonReader again(InputStream in) throws IOException {
    return of(AGAIN, in);
  }

  private static JsonReader of(JsonFactory factory, InputStream in) throws IOException {
    try {
      return new JsonReader(factory.createParser(in));
    } catch (CharConversionException e) {
      throw notText();
    }
  }

  /** Begins to read {@code in}, which is closed with this. */
  public static JsonReader of(Reader in) throws IOException {
    return new JsonReader(FACTORY.createParser(in));
  }

  /** Returns the whole document, still without what is in it; it must be an object. */
  public JsonValue begin() throws IOException {
    JsonValue document = beginAny();
    document.requireObject();
    return document;
  }

  /** Returns the whole document, still without what is in it, whatever it is. */
  public JsonValue beginAny() throws IOException {
    if (next() == null) {
      throw new JsonFormatException(1, "it is empty");
    }
    return here("the document", false);
  }

  /** Checks that the document's version is one that this kbaudit reads. */
  public static void requireVersion(JsonValue document) throws JsonFormatException {
    JsonValue version = document.field("schemaVersion");
    if (version.wholeNumber().filter(number -> number == Json.SCHEMA_VERSION).isEmpty()) {
      throw version.wrong("not a version that this kbaudit reads, which is " + Json.SCHEMA_VERSION);
    }
  }

  /**
   * Goes to the value of the next field of the object that this is in, if there is one.
   *
   * @return whether there is; if not, the object is left
   */
  public boolean nextField() throws IOException {
    if (next() == JsonToken.END_OBJECT) {
      return false;
    }
    fieldOffset = json.currentTokenLocation().getByteOffset();
    next();
    return true;
  }

  /** Returns the name of the field at whose value this is. */
  public String field() throws IOException {
    return json.currentName();
  }

  /**
   * Goes to the next item of the list that this is in, if there is one.
   *
   * @return whether there is; if not, the list is left
   */
  public boolean nextItem() throws IOException {
    return next() != JsonToken.END_ARRAY;
  }

  /**
   * Returns how many bytes of the document stand before the name of the field at whose value this
   * is; absent where it is not read as UTF-8.
   */
  public OptionalLong bytesBeforeField() {
    return fieldOffset < 0 ? OptionalLong.empty() : OptionalLong.of(fieldOffset);
  }

  /**
   * Returns how many bytes of the document stand before the value at whose beginning this is;
   * absent where it is not read as UTF-8.
   */
  public OptionalLong bytesBeforeValue() {
    long bytes = json.currentTokenLocation().getByteOffset();
    return bytes < 0 ? OptionalLong.empty() : OptionalLong.of(bytes);
  }

  /** Returns the value at whose beginning this is, still without what is in it. */
  public JsonValue here() throws IOException {
    String field = json.currentName();
    return field == null ? here("this", false) : here(field, true);
  }

  private JsonValue here(String name, boolean isField) throws IOException {
    try {
      return new JsonValue(line(), name, isField, json.currentToken(), json.getText());
    } catch (JacksonException | CharConversionException e) {
      throw notJson(e);
    }
  }

  /**
   * Reads the value of the field at which this is into {@code object}, where it is one of {@code
   * known}; all others are passed over, whatever they hold.
   */
  public void readField(JsonValue object, Set<String> known) throws IOException {
    if (known.contains(field())) {
      object.put(field(), read());
    } else {
      skip();
    }
  }

  /**
   * Reads the value at whose beginning this is, to its end.
   *
   * @throws JsonFormatException if it has more than two million values in it
   */
  public JsonValue read() throws IOException {
    valuesLeft = MOST_VALUES;
    return readPart();
  }

  private JsonValue readPart() throws IOException {
    JsonValue value = here();
    if (--valuesLeft < 0) {
      throw new JsonFormatException(line(), "more than 2,000,000 values in one field or list");
    }
    if (json.currentToken() == JsonToken.START_OBJECT) {
      while (next() != JsonToken.END_OBJECT) {
        next();
        value.put(field(), readPart());
      }
    } else if (json.currentToken() == JsonToken.START_ARRAY) {
      while (nextItem()) {
        value.add(readPart());
      }
    }
    return value;
  }

  /** Goes to the end of the value at whose beginning this is. */
  public void skip() throws IOException {
    try {
      json.skipChildren();
    } catch (JacksonException | CharConversionException e) {
      throw notJson(e);
    }
  }

  /**
   * Writes the object at whose beginning this is, to its end, as {@link Json#write} writes a whole
   * document.
   */
  public void copyTo(Writer out) throws IOException {
    try (JsonGenerator copy = Json.generator(out)) {
      copy.copyCurrentStructureExact(json);
    } catch (StreamReadException | CharConversionException e) {
      throw notJson(e);
    }
    out.write('\n');
    out.flush();
  }

  /** Checks that nothing follows the document, at whose end this is. */
  public void end() throws IOException {
    if (next() != null) {
      throw new JsonFormatException(line(), "something follows the end");
    }
  }

  @Override
  public void close() throws IOException {
    json.close();
  }

  private @Nullable JsonToken next() throws IOException {
    try {
      return json.nextToken();
    } catch (JacksonException | CharConversionException e) {
      throw notJson(e);
    }
  }

  private int line() {
    return json.getTokenLineNr();
  }

  private JsonFormatException notJson(IOException e) {
    return e instanceof JacksonException jackson ? notJson(jackson) : notText();
  }

  private static JsonFormatException notText() {
    return new JsonFormatException(1, "not JSON: no text in UTF-32, as which it begins");
  }

  /** Jackson has a type for some ends in the middle, and for others a message that begins so. */
  private JsonFormatException notJson(JacksonException e) {
    JsonLocation at = e.getLocation() == null ? json.currentLocation() : e.getLocation();
    int line = Math.max(1, at.getLineNr());
    if (e instanceof StreamConstraintsException) {
      return new JsonFormatException(
          line,
          "not read: a text longer than 16 MiB, a number longer than 100 characters, or nested more"
              + " than 100 deep");
    }
    boolean cut =
        e instanceof JsonEOFException
            || e.getOriginalMessage().startsWith("Unexpected end-of-input");
    return new JsonFormatException(
        line,
        cut
            ? "it ends in the middle, as a file does that was cut"
            : "not JSON: " + Printable.line(e.getOriginalMessage()));
  }
}
