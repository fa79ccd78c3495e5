package io.kbaudit.baseline;

import com.fasterxml.jackson.core.JsonGenerator;
import io.kbaudit.article.Article;
import io.kbaudit.article.ArticleId;
import io.kbaudit.article.ExpectedFile;
import io.kbaudit.file.Digest;
import io.kbaudit.file.FileName;
import io.kbaudit.file.SourceName;
import io.kbaudit.json.DemandFields;
import io.kbaudit.json.DocumentHead;
import io.kbaudit.json.DocumentKind;
import io.kbaudit.json.Json;
import io.kbaudit.json.JsonFormatException;
import io.kbaudit.json.JsonReader;
import io.kbaudit.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.io.input.BOMInputStream;

/**
 * A baseline, written down in JSON and read back. Reading is strict on what it needs, and passes
 * over fields that it does not know, which a later version may have added.
 */
public final class JsonBaseline {
  /** By far more than a baseline of all rows that any article has. */
  static final int MAXIMUM_BYTES = 64 << 20;

  private static final Set<String> KNOWN = Set.of("article", "schemaVersion", "signature", "tool");

  private JsonBaseline() {}

  /**
   * Writes {@code baseline}. The writer is flushed, and left open.
   *
   * @param article for which it was made
   * @throws IOException if the writer cannot take it
   */
  public static void write(Baseline baseline, Article article, Writer out) throws IOException {
    baseline.requireMadeFor(article);
    Json.write(
        out,
        json -> {
          DocumentHead.writeTool(json);
          DocumentHead.writeArticle(json, article.id(), article.title(), article.source());
          DemandFields.write(json, baseline.signatures());
          json.writeArrayFieldStart("files");
          for (BaselineFile file : baseline.files()) {
            writeFile(json, file);
          }
          json.writeEndArray();
        });
  }

  /**
   * Reads a baseline that was made for {@code article}.
   *
   * @throws BaselineFormatException if it is none, is cut, or was made for another article
   * @throws IOException if the file cannot be read
   */
  public static Baseline read(Path file, Article article) throws IOException {
    String source = SourceName.of(file);
    try (JsonReader json = JsonReader.of(new StringReader(text(file, MAXIMUM_BYTES)))) {
      return read(json, source, article);
    } catch (JsonFormatException e) {
      throw new BaselineFormatException(source, instead(file, e));
    }
  }

  private static JsonFormatException instead(Path file, JsonFormatException problem)
      throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return DocumentKind.BASELINE.instead(in, problem);
    }
  }

  /** Returns all of a file, of that many bytes at most. */
  static String text(Path file, int most) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = BOMInputStream.builder().setInputStream(in).get().readNBytes(most + 1);
      if (bytes.length > most) {
        throw new JsonFormatException(
            1, "larger than " + (MAXIMUM_BYTES >> 20) + " MiB, which no baseline is");
      }
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new JsonFormatException(1, "it is not text in UTF-8");
    }
  }

  private static Baseline read(JsonReader json, String source, Article article) throws IOException {
    JsonValue whole = json.begin();
    List<BaselineFile> files = new ArrayList<>();
    while (json.nextField()) {
      if (json.field().equals("files")) {
        json.here().requireList();
        readFiles(json, new ListedRows(article), files);
      } else {
        json.readField(whole, KNOWN);
      }
    }
    json.end();
    JsonReader.requireVersion(whole);
    requireMadeFor(article, whole);
    if (files.isEmpty()) {
      throw whole.wrong("there are no 'files'");
    }
    return new Baseline(source, files).demanding(DemandFields.read(whole));
  }

  private static void requireMadeFor(Article article, JsonValue whole) throws JsonFormatException {
    Optional<JsonValue> id = DocumentHead.articleId(whole);
    Optional<String> own = article.id().map(ArticleId::value);
    if (id.isPresent() && own.isPresent() && !id.get().text().equals(own.get())) {
      throw id.get().wrong("made for another article than " + own.get());
    }
  }

  private static void readFiles(JsonReader json, ListedRows rows, List<BaselineFile> files)
      throws IOException {
    Map<Integer, Integer> lineOfRow = new HashMap<>();
    while (json.nextItem()) {
      JsonValue value = json.read();
      BaselineFile file = readFile(value);
      Optional<ExpectedFile> row = rows.find(file);
      if (row.isEmpty()) {
        throw value.wrong("made for another article: " + rows.objection(file));
      }
      if (contradicts(file, row.get())) {
        throw value.field("size").wrong("row " + file.row() + " lists another size for this date");
      }
      Integer before = lineOfRow.put(file.row(), value.line());
      if (before != null) {
        throw value.wrong("a second file for row " + file.row() + ", after that on line " + before);
      }
      files.add(file);
    }
  }

  /** A later version may be of another size; what has the listed date has the listed size. */
  private static boolean contradicts(BaselineFile file, ExpectedFile row) {
    return row.modified().filter(time -> time.covers(file.modified())).isPresent()
        && row.size().filter(size -> !size.covers(file.sizeBytes())).isPresent();
  }

  private static void writeFile(JsonGenerator json, BaselineFile file) throws IOException {
    json.writeStartObject();
    json.writeNumberField("row", file.row());
    json.writeStringField("listedName", file.listedName().spelling());
    json.writeStringField("name", file.name().spelling());
    json.writeNumberField("size", file.sizeBytes());
    json.writeStringField("modified", file.modified().toString());
    json.writeStringField("sha256", file.sha256().hex());
    Json.writeOptional(json, "packageCode", file.codes().packageCode());
    Json.writeOptional(json, "productCode", file.codes().productCode());
    writeIfPresent(json, "upgradeCode", file.codes().upgradeCode());
    writeIfPresent(json, "productName", file.codes().productName());
    writeIfPresent(json, "manufacturer", file.codes().manufacturer());
    if (file.damage().isPresent()) {
      json.writeStringField("unsound", file.damage().get());
    }
    json.writeEndObject();
  }

  /** What earlier versions did not write is left out where there is none, as it was then. */
  private static void writeIfPresent(JsonGenerator json, String field, Optional<String> text)
      throws IOException {
    if (text.isPresent()) {
      json.writeStringField(field, text.get());
    }
  }

  private static BaselineFile readFile(JsonValue value) throws JsonFormatException {
    return new BaselineFile(
        value.field("row").count(1),
        value.field("listedName").as("a file name", FileName::find),
        value.field("name").as("a file name", FileName::find),
        value.field("size").number(0),
        value.field("modified").time(),
        value.field("sha256").as("64 hexadecimal digits", Digest.Algorithm.SHA256::find),
        new BaselineFile.Codes(
            value.findText("packageCode"),
            value.findText("productCode"),
            value.findText("upgradeCode"),
            value.findText("productName"),
            value.findText("manufacturer")),
        value.findText("unsound"));
  }
}
