package io.kbaudit.export;

import io.kbaudit.json.JsonReader;
import io.kbaudit.json.JsonValue;
import io.kbaudit.text.Printable;
import java.io.IOException;
import java.io.Reader;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Rows in JSON: the objects of a list, or of the list that is the one field of an object with
 * objects in it; or one object, as {@code ConvertTo-Json} writes one row.
 */
final class JsonRows {
  /** What PowerShell puts around a value, such as a date, to which it has added something. */
  private static final String WRAPPED = "value";

  private static final Set<String> ADDED = Set.of("DisplayHint", "DateTime");

  /** The parts of a System.Version; one that is not stated is -1. */
  private static final List<String> VERSION = List.of("Major", "Minor", "Build", "Revision");

  private final String source;
  private final ExportedRow.Listener each;

  JsonRows(String source, ExportedRow.Listener each) {
    this.source = source;
    this.each = each;
  }

  void read(Reader text) throws IOException {
    try (JsonReader json = JsonReader.of(text)) {
      JsonValue document = json.beginAny();
      if (document.isList()) {
        while (json.nextItem()) {
          take(json.read());
        }
      } else {
        document.requireObject();
        readObject(json, document);
      }
      json.end();
    }
  }

  private void readObject(JsonReader json, JsonValue document) throws IOException {
    boolean hasRows = false;
    boolean hasEmptyList = false;
    while (json.nextField()) {
      JsonValue value = json.here();
      String field = json.field();
      if (!value.isList()) {
        document.put(field, json.read());
        continue;
      }
      boolean hasItems = json.nextItem();
      if (hasItems && json.here().isObject()) {
        requireFirst(!hasRows, value, field);
        hasRows = true;
        takeAll(json);
      } else {
        hasEmptyList |= !hasItems;
        skipRest(json, hasItems);
        document.put(field, value);
      }
    }
    boolean isEmpty = hasEmptyList && document.names().size() == 1;
    if (hasRows) {
      each.around(row(document));
    } else if (!isEmpty) {
      takeUnwrapped(document);
    }
  }

  /** What Ansible registers is an object with one field, its name. */
  private void takeUnwrapped(JsonValue document) throws IOException {
    JsonValue object = document;
    while (object.names().size() == 1
        && object.find(object.names().iterator().next()).filter(JsonValue::isObject).isPresent()) {
      object = object.field(object.names().iterator().next());
    }
    List<JsonValue> rows = List.of();
    boolean hasEmptyList = false;
    for (String name : object.names()) {
      Optional<JsonValue> list = object.find(name).filter(JsonValue::isList);
      List<JsonValue> items = list.isPresent() ? list.get().items() : List.of();
      hasEmptyList |= list.isPresent() && items.isEmpty();
      if (!items.isEmpty() && items.get(0).isObject()) {
        requireFirst(rows.isEmpty(), list.get(), name);
        rows = items;
      }
    }
    boolean isEmpty = hasEmptyList && object.names().size() == 1;
    if (rows.isEmpty() && !isEmpty) {
      take(object);
    }
    for (JsonValue row : rows) {
      take(row);
    }
    if (!rows.isEmpty()) {
      each.around(row(object));
    }
  }

  private static void requireFirst(boolean isFirst, JsonValue list, String name)
      throws IOException {
    if (!isFirst) {
      throw list.wrong(
          "a second list of rows, " + Printable.quoted(name) + ", where one was expected");
    }
  }

  /** From the first item on. */
  private void takeAll(JsonReader json) throws IOException {
    do {
      take(json.read());
    } while (json.nextItem());
  }

  private static void skipRest(JsonReader json, boolean hasItem) throws IOException {
    boolean more = hasItem;
    while (more) {
      json.skip();
      more = json.nextItem();
    }
  }

  private void take(JsonValue object) throws IOException {
    each.row(row(object));
  }

  private ExportedRow row(JsonValue object) throws IOException {
    object.requireObject();
    ExportedRow row = new ExportedRow(source, object.line());
    for (String name : object.names()) {
      put(row, name, object.find(name));
    }
    return row;
  }

  /** The values of an object within are behind its name and a dot. */
  private static void put(ExportedRow row, String name, Optional<JsonValue> value)
      throws IOException {
    if (value.isEmpty() || !value.get().isObject()) {
      row.put(name, value.flatMap(JsonValue::scalar).orElse(""));
      return;
    }
    JsonValue nested = value.get();
    if (nested.names().contains(WRAPPED) && nested.names().stream().anyMatch(ADDED::contains)) {
      row.put(name, nested.field(WRAPPED).scalar().orElse(""));
    } else if (nested.names().containsAll(VERSION)) {
      row.put(name, version(nested));
    } else {
      row.put(name, "");
      for (String inner : nested.names()) {
        row.put(name + "." + inner, nested.find(inner).flatMap(JsonValue::scalar).orElse(""));
      }
    }
  }

  /** Returns the version as .NET writes it, and Export-Csv too. */
  private static String version(JsonValue parts) throws IOException {
    StringBuilder text = new StringBuilder();
    for (String name : VERSION) {
      String part = parts.field(name).scalar().orElse("");
      if (!part.equals("-1")) {
        text.append(text.isEmpty() ? "" : ".").append(part);
      }
    }
    return text.toString();
  }
}
