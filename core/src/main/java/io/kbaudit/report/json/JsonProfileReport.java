package io.kbaudit.report.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.kbaudit.article.Article;
import io.kbaudit.article.ExpectedFile;
import io.kbaudit.deployment.DatabaseAddition;
import io.kbaudit.deployment.Location;
import io.kbaudit.deployment.PlacedRow;
import io.kbaudit.deployment.Product;
import io.kbaudit.deployment.Profile;
import io.kbaudit.file.FileName;
import io.kbaudit.json.DemandFields;
import io.kbaudit.json.DocumentHead;
import io.kbaudit.json.Json;
import java.io.IOException;
import java.io.Writer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A profile in JSON, version 1. */
public final class JsonProfileReport {
  /** Creates the report; it has no options. */
  public JsonProfileReport() {}

  /**
   * Writes all of {@code profile}. The writer is flushed, and left open.
   *
   * @param article whose names the profile has {@linkplain Profile#complete completed}
   * @throws IOException if the writer cannot take it
   */
  public void write(Profile profile, Article article, Writer out) throws IOException {
    List<PlacedRow> rows = profile.place(article);
    Json.write(
        out,
        json -> {
          DocumentHead.writeArticle(json, article.id(), article.title(), article.source());
          json.writeStringField("source", profile.source());
          DemandFields.write(json, profile.signatures());
          json.writeArrayFieldStart("locations");
          for (Location location : profile.locations()) {
            writeLocation(json, location, rows);
          }
          json.writeEndArray();
          writeComponents(json, profile, rows);
          writeProducts(json, profile, rows);
          writeDatabase(json, profile, rows);
          writeNames(json, profile, rows);
          json.writeArrayFieldStart("unplaced");
          for (PlacedRow placed : rows) {
            if (placed.locations().isEmpty()) {
              writeRow(json, placed.row());
            }
          }
          json.writeEndArray();
        });
  }

  private static void writeLocation(JsonGenerator json, Location location, List<PlacedRow> rows)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("name", location.name());
    json.writeStringField("where", location.where());
    Json.writeOptional(json, "path", location.path());
    json.writeStringField("phase", location.phase().id());
    json.writeStringField("accept", location.acceptance().id());
    json.writeBooleanField("optional", location.optional());
    json.writeBooleanField("several", location.several());
    json.writeStringField("fileNames", location.naming().id());
    json.writeArrayFieldStart("files");
    for (String file : filesAt(location, rows)) {
      json.writeString(file);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /** In the order of the rows; a file in two rows is one. */
  private static List<String> filesAt(Location location, List<PlacedRow> rows) {
    return rows.stream()
        .filter(placed -> placed.locations().contains(location))
        .map(placed -> placed.row().name().best())
        .distinct()
        .map(FileName::spelling)
        .toList();
  }

  /** The components in the order of the rows. */
  private static void writeComponents(JsonGenerator json, Profile profile, List<PlacedRow> rows)
      throws IOException {
    Set<FileName> written = new HashSet<>();
    json.writeArrayFieldStart("components");
    for (PlacedRow placed : rows) {
      FileName file = placed.row().name().best();
      String component = profile.components().get(file);
      if (component != null && written.add(file)) {
        json.writeStartObject();
        json.writeStringField("file", file.spelling());
        json.writeStringField("component", component);
        json.writeEndObject();
      }
    }
    json.writeEndArray();
  }

  /** The products in the order of the rows. */
  private static void writeProducts(JsonGenerator json, Profile profile, List<PlacedRow> rows)
      throws IOException {
    Set<FileName> written = new HashSet<>();
    json.writeArrayFieldStart("products");
    for (PlacedRow placed : rows) {
      FileName file = placed.row().name().best();
      Product product = profile.products().get(file);
      if (product != null && written.add(file)) {
        json.writeStartObject();
        json.writeStringField("file", file.spelling());
        Json.writeOptional(json, "name", product.name());
        Json.writeOptional(json, "upgradeCode", product.upgradeCode());
        json.writeEndObject();
      }
    }
    json.writeEndArray();
  }

  /** What packages add to databases, in the order of the rows. */
  private static void writeDatabase(JsonGenerator json, Profile profile, List<PlacedRow> rows)
      throws IOException {
    Set<FileName> written = new HashSet<>();
    json.writeArrayFieldStart("database");
    for (PlacedRow placed : rows) {
      FileName file = placed.row().name().best();
      DatabaseAddition addition = profile.database().get(file);
      if (addition != null && written.add(file)) {
        json.writeStartObject();
        json.writeStringField("file", file.spelling());
        json.writeArrayFieldStart("locations");
        for (String location : addition.locations()) {
          json.writeString(location);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("objects");
        for (DatabaseAddition.RequiredObject object : addition.objects()) {
          json.writeStartObject();
          json.writeStringField("type", object.type().name());
          json.writeStringField("name", object.name());
          Json.writeOptional(json, "table", object.table());
          json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
      }
    }
    json.writeEndArray();
  }

  /** The names that the profile completes, in the order of the rows. */
  private static void writeNames(JsonGenerator json, Profile profile, List<PlacedRow> rows)
      throws IOException {
    json.writeArrayFieldStart("names");
    for (PlacedRow placed : rows) {
      if (profile.names().containsKey(placed.row().row())) {
        writeRow(json, placed.row());
      }
    }
    json.writeEndArray();
  }

  private static void writeRow(JsonGenerator json, ExpectedFile row) throws IOException {
    json.writeStartObject();
    json.writeNumberField("row", row.row());
    json.writeStringField("name", row.name().best().spelling());
    json.writeEndObject();
  }
}
