package io.kbaudit.report.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.kbaudit.msi.Column;
import io.kbaudit.msi.Table;
import io.kbaudit.report.PackageDetails;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The tables of a database with all their rows, each written before the next is read. */
final class DatabaseFields implements PackageDetails.Visitor {
  private final JsonGenerator json;

  private DatabaseFields(JsonGenerator json) {
    this.json = json;
  }

  static void write(JsonGenerator json, PackageDetails.Tables tables) throws IOException {
    json.writeArrayFieldStart("database");
    tables.visit(new DatabaseFields(json));
    json.writeEndArray();
  }

  @Override
  public void table(Table table) throws IOException {
    json.writeStartObject();
    json.writeStringField("table", table.name());
    json.writeArrayFieldStart("columns");
    for (Column column : table.columns()) {
      write(column);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("rows");
    for (Table.Row row : table.rows()) {
      write(table.columns(), row);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  @Override
  public void damaged(String name, String problem) throws IOException {
    json.writeStartObject();
    json.writeStringField("table", name);
    json.writeNullField("columns");
    json.writeNullField("rows");
    json.writeStringField("problem", problem);
    json.writeEndObject();
  }

  private void write(Column column) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", column.name());
    json.writeStringField("type", column.type().name().toLowerCase(Locale.ROOT));
    json.writeNumberField("maxLength", column.maxLength());
    json.writeBooleanField("key", column.key());
    json.writeBooleanField("nullable", column.nullable());
    json.writeBooleanField("localizable", column.localizable());
    json.writeEndObject();
  }

  private void write(List<Column> columns, Table.Row row) throws IOException {
    json.writeStartArray();
    for (int i = 0; i < columns.size(); i++) {
      Optional<String> value = row.value(i);
      if (value.isEmpty()) {
        json.writeNull();
        continue;
      }
      switch (columns.get(i).type()) {
        case TEXT -> json.writeString(value.get());
        case SHORT, LONG -> json.writeNumber(value.get());
        case STREAM -> {
          json.writeStartObject();
          json.writeStringField("stream", value.get());
          json.writeEndObject();
        }
      }
    }
    json.writeEndArray();
  }
}
