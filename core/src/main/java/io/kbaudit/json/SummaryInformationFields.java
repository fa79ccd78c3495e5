package io.kbaudit.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.kbaudit.msi.MsiInspection;
import io.kbaudit.msi.MsiKind;
import io.kbaudit.msi.SummaryInformation;
import io.kbaudit.msi.Template;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What a Windows Installer file says of itself beside its database, in an object of its own. */
public final class SummaryInformationFields {
  private static final String NAME = "summary";

  private SummaryInformationFields() {}

  /** Writes the object; null where the summary could not be read. */
  public static void write(JsonGenerator json, MsiInspection inspection) throws IOException {
    if (inspection.summary().isEmpty()) {
      json.writeNullField(NAME);
      return;
    }
    SummaryInformation summary = inspection.summary().get();
    json.writeObjectFieldStart(NAME);
    Json.writeOptional(json, "codepage", summary.codepage());
    Json.writeOptional(json, "title", summary.title());
    Json.writeOptional(json, "subject", summary.subject());
    Json.writeOptional(json, "author", summary.author());
    Json.writeOptional(json, "keywords", summary.keywords());
    Json.writeOptional(json, "comments", summary.comments());
    writeTemplate(json, summary.template());
    Json.writeOptional(json, "lastSavedBy", summary.lastSavedBy());
    Json.writeOptional(json, "revision", summary.revision());
    Json.writeOptional(json, "packageCode", ownCode(inspection));
    Json.writeOptional(json, "lastPrinted", summary.lastPrinted());
    Json.writeOptional(json, "created", summary.created());
    Json.writeOptional(json, "lastSaved", summary.lastSaved());
    Json.writeOptional(json, "pageCount", summary.pageCount());
    Json.writeOptional(json, "wordCount", summary.wordCount());
    Json.writeOptional(json, "charCount", summary.charCount());
    Json.writeOptional(json, "application", summary.application());
    Json.writeOptional(json, "security", summary.security());
    json.writeEndObject();
  }

  private static void writeTemplate(JsonGenerator json, Optional<Template> template)
      throws IOException {
    Json.writeOptional(json, "template", template.map(Template::text));
    Json.writeOptional(json, "platform", template.flatMap(Template::platform));
    List<Integer> languages = template.map(Template::languages).orElse(List.of());
    writeUnlessEmpty(json, "languages", languages, json::writeNumber);
    List<String> products = template.map(Template::targetProducts).orElse(List.of());
    writeUnlessEmpty(json, "targetProducts", products, json::writeString);
  }

  private interface ItemWriter<T> {
    void write(T item) throws IOException;
  }

  /** Writes an array, or null where there is nothing in it. */
  private static <T> void writeUnlessEmpty(
      JsonGenerator json, String field, List<T> items, ItemWriter<T> writer) throws IOException {
    if (items.isEmpty()) {
      json.writeNullField(field);
      return;
    }
    json.writeArrayFieldStart(field);
    for (T item : items) {
      writer.write(item);
    }
    json.writeEndArray();
  }

  /** Returns the code of the file itself; the revision of a transform begins with a product's. */
  private static Optional<String> ownCode(MsiInspection inspection) {
    return inspection.kind().equals(Optional.of(MsiKind.TRANSFORM))
        ? Optional.empty()
        : inspection.summary().flatMap(SummaryInformation::packageCode);
  }

  /** Returns what the object of {@code file} says; absent where it is null. */
  public static Optional<SummaryInformation> read(JsonValue file) throws JsonFormatException {
    Optional<JsonValue> value = file.find(NAME);
    return value.isEmpty() ? Optional.empty() : Optional.of(summary(value.get()));
  }

  private static SummaryInformation summary(JsonValue value) throws JsonFormatException {
    return new SummaryInformation(
        number(value, "codepage"),
        value.findText("title"),
        value.findText("subject"),
        value.findText("author"),
        value.findText("keywords"),
        value.findText("comments"),
        template(value),
        value.findText("lastSavedBy"),
        value.findText("revision"),
        time(value, "lastPrinted"),
        time(value, "created"),
        time(value, "lastSaved"),
        number(value, "pageCount"),
        number(value, "wordCount"),
        number(value, "charCount"),
        value.findText("application"),
        number(value, "security"));
  }

  private static Optional<Template> template(JsonValue value) throws JsonFormatException {
    Optional<String> text = value.findText("template");
    if (text.isEmpty()) {
      return Optional.empty();
    }
    List<Integer> languages = new ArrayList<>();
    for (JsonValue language : items(value, "languages")) {
      languages.add(language.count(0));
    }
    List<String> products = new ArrayList<>();
    for (JsonValue product : items(value, "targetProducts")) {
      products.add(product.text());
    }
    return Optional.of(new Template(text.get(), value.findText("platform"), languages, products));
  }

  private static List<JsonValue> items(JsonValue value, String field) throws JsonFormatException {
    Optional<JsonValue> list = value.find(field);
    return list.isEmpty() ? List.of() : list.get().items();
  }

  private static OptionalInt number(JsonValue value, String field) throws JsonFormatException {
    Optional<JsonValue> number = value.find(field);
    return number.isEmpty() ? OptionalInt.empty() : OptionalInt.of(number.get().integer());
  }

  private static Optional<Instant> time(JsonValue value, String field) throws JsonFormatException {
    Optional<JsonValue> time = value.find(field);
    return time.isEmpty() ? Optional.empty() : Optional.of(time.get().time());
  }
}
