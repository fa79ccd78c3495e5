package io.kbaudit.report.json.field;

import com.fasterxml.jackson.core.JsonGenerator;
import io.kbaudit.article.ListedSize;
import io.kbaudit.article.ListedTime;
import io.kbaudit.json.IsoText;
import io.kbaudit.json.Json;
import io.kbaudit.json.JsonFormatException;
import io.kbaudit.json.JsonValue;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.util.Optional;
import java.util.OptionalLong;

/** What a row lists of a file. */
public final class ListedFields {
  private ListedFields() {}

  /** Writes size and time; a size that the article rounds is no number of bytes. */
  public static void write(
      JsonGenerator json, Optional<ListedSize> size, Optional<ListedTime> modified)
      throws IOException {
    OptionalLong bytes = size.map(ListedSize::exactBytes).orElse(OptionalLong.empty());
    if (bytes.isPresent()) {
      json.writeNumberField("size", bytes.getAsLong());
    } else {
      json.writeNullField("size");
      if (size.isPresent()) {
        json.writeStringField("roundedSize", size.get().toString());
      }
    }
    Json.writeOptional(json, "modified", modified);
  }

  static Optional<ListedSize> readSize(JsonValue value) throws JsonFormatException {
    Optional<JsonValue> bytes = value.find("size");
    return bytes.isPresent()
        ? Optional.of(ListedSize.ofBytes(bytes.get().number(0)))
        : value.find("roundedSize", "a size such as 105 KB", ListedFields::roundedSize);
  }

  static Optional<ListedTime> readModified(JsonValue value) throws JsonFormatException {
    return value.find("modified", "a day or a minute in UTC", ListedFields::time);
  }

  /** In characters: twenty digits on either side of a point, and a unit. */
  private static final int LONGEST_SIZE = 50;

  private static Optional<ListedSize> roundedSize(String text) {
    int blank = text.indexOf(' ');
    try {
      return text.length() > LONGEST_SIZE
          ? Optional.empty()
          : Optional.of(
              new ListedSize(
                  new BigDecimal(text.substring(0, Math.max(0, blank))),
                  ListedSize.Unit.valueOf(text.substring(blank + 1))));
    } catch (IllegalArgumentException notOne) {
      return Optional.empty();
    }
  }

  private static Optional<ListedTime> time(String text) {
    int mark = text.indexOf('T');
    try {
      if (mark < 0) {
        return Optional.of(ListedTime.ofDay(IsoText.day(text)));
      }
      return text.endsWith("Z")
          ? Optional.of(
              ListedTime.ofMinute(
                  IsoText.day(text.substring(0, mark)),
                  IsoText.time(text.substring(mark + 1, text.length() - 1))))
          : Optional.empty();
    } catch (DateTimeException | IllegalArgumentException notOne) {
      return Optional.empty();
    }
  }
}
