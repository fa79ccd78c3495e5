package io.kbaudit.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import io.kbaudit.text.Printable;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** How this project writes JSON: streamed, indented by two, the same bytes on every system. */
public final class Json {
  public static final int SCHEMA_VERSION = 1;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .disable(com.fasterxml.jackson.core.StreamWriteFeature.AUTO_CLOSE_TARGET)
          .build();

  private Json() {}

  /** The fields of a document, besides that of our version. */
  public interface Body {
    void writeTo(JsonGenerator json) throws IOException;
  }

  /** Writes a whole document of ours, and a line end. The writer is flushed, and left open. */
  public static void write(Writer out, Body body) throws IOException {
    writeForeign(out, json -> writeOurs(json, body));
  }

  /**
   * Writes the fields of a document of ours into the object that was begun, which may be a part.
   */
  public static void writeOurs(JsonGenerator json, Body body) throws IOException {
    json.writeNumberField("schemaVersion", SCHEMA_VERSION);
    body.writeTo(json);
  }

  /** Writes a document as {@link #write} does, in a format of others. */
  public static void writeForeign(Writer out, Body body) throws IOException {
    try (JsonGenerator json = generator(out)) {
      json.writeStartObject();
      body.writeTo(json);
      json.writeEndObject();
    }
    out.write('\n');
    out.flush();
  }

  /** Returns a generator that leaves {@code out} open when it is closed. */
  static JsonGenerator generator(Writer out) throws IOException {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    Separators separators =
        Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER);
    JsonGenerator json = FACTORY.createGenerator(out);
    json.setPrettyPrinter(
        new DefaultPrettyPrinter(separators)
            .withObjectIndenter(indenter)
            .withArrayIndenter(indenter));
    json.setCharacterEscapes(new UnprintableEscapes());
    return json;
  }

  /** Writes a field that is null where there is no value. */
  public static void writeOptional(JsonGenerator json, String field, Optional<?> value)
      throws IOException {
    json.writeStringField(field, value.map(Object::toString).orElse(null));
  }

  /** Writes a field that is left out where there is no value. */
  public static void writeIfPresent(JsonGenerator json, String field, Optional<?> value)
      throws IOException {
    if (value.isPresent()) {
      json.writeStringField(field, value.get().toString());
    }
  }

  /** Writes a field that is null where there is no number. */
  public static void writeOptional(JsonGenerator json, String field, OptionalInt number)
      throws IOException {
    if (number.isPresent()) {
      json.writeNumberField(field, number.getAsInt());
    } else {
      json.writeNullField(field);
    }
  }

  /**
   * Escapes what would move something else on a screen, and every surrogate: half a pair, which
   * names on Windows may hold, is written as it is and cannot break the encoding.
   */
  private static final class UnprintableEscapes extends CharacterEscapes {
    private static final long serialVersionUID = 1L;

    private final int[] ascii = CharacterEscapes.standardAsciiEscapesForJSON();

    UnprintableEscapes() {
      ascii[0x7F] = CharacterEscapes.ESCAPE_STANDARD;
    }

    @Override
    public int[] getEscapeCodesForAscii() {
      return ascii;
    }

    @Override
    public @Nullable SerializableString getEscapeSequence(int character) {
      return Printable.isPrintable(character)
          ? null
          : new SerializedString(String.format(Locale.ROOT, "\\u%04X", character));
    }
  }
}
