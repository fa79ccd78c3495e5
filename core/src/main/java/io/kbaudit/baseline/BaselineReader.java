package io.kbaudit.baseline;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.io.JsonEOFException;
import io.kbaudit.article.Article;
import io.kbaudit.article.ArticleId;
import io.kbaudit.article.ExpectedFile;
import java.io.IOException;
import java.io.InputStream;
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
import org.apache.commons.io.input.BOMInputStream;

/**
 * Reads the JSON in which a baseline is written down. It is strict on what it needs, and passes
 * over fields that it does not know, which a later version may have added.
 */
public final class BaselineReader {
  /** The version of the format that is read here. */
  private static final int SCHEMA_VERSION = 1;

  /** By far more than a baseline of all rows that any article has. */
  private static final int MAXIMUM_BYTES = 64 << 20;

  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final String source;
  private final Article article;
  private final ListedRows rows;
  private final JsonParser json;
  private final List<BaselineFile> files = new ArrayList<>();
  private final Map<Integer, Integer> lineOfRow = new HashMap<>();
  private boolean versionSeen;

  private BaselineReader(String source, Article article, JsonParser json) {
    this.source = source;
    this.article = article;
    this.rows = new ListedRows(article);
    this.json = json;
  }

  /**
   * Reads a baseline that was made for {@code article}.
   *
   * @throws BaselineFormatException if it is none, is cut, or was made for another article
   * @throws IOException if the file cannot be read
   */
  public static Baseline read(Path file, Article article) throws IOException {
    Path name = file.getFileName();
    String source = name == null ? file.toString() : name.toString();
    String text = text(file, source);
    try (JsonParser json = JSON.createParser(text)) {
      return new BaselineReader(source, article, json).read();
    } catch (JacksonException e) {
      throw new BaselineFormatException(
          source,
          line(e),
          isCut(e)
              ? "it ends in the middle, as a file does that was cut"
              : "not JSON: " + e.getOriginalMessage());
    }
  }

  /** Jackson has a type for some ends in the middle, and for others a message that begins so. */
  private static boolean isCut(JacksonException e) {
    return e instanceof JsonEOFException
        || e.getOriginalMessage().startsWith("Unexpected end-of-input");
  }

  private static String text(Path file, String source) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes =
          BOMInputStream.builder().setInputStream(in).get().readNBytes(MAXIMUM_BYTES + 1);
      if (bytes.length > MAXIMUM_BYTES) {
        throw new BaselineFormatException(source, 1, "larger than 64 MiB, which no baseline is");
      }
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new BaselineFormatException(source, 1, "it is not text in UTF-8");
    }
  }

  private static int line(JacksonException e) {
    JsonLocation location = e.getLocation();
    return location == null ? 1 : Math.max(1, location.getLineNr());
  }

  private Baseline read() throws IOException {
    if (json.nextToken() == null) {
      throw new BaselineFormatException(source, 1, "it is empty");
    }
    require(JsonToken.START_OBJECT, "a baseline begins with {");
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String field = json.currentName();
      json.nextToken();
      switch (field) {
        case "schemaVersion" -> readVersion();
        case "article" -> readArticle();
        case "files" -> readFiles();
        default -> json.skipChildren();
      }
    }
    int end = line();
    if (json.nextToken() != null) {
      throw new BaselineFormatException(source, line(), "something follows the end");
    }
    if (!versionSeen) {
      throw new BaselineFormatException(source, end, "there is no 'schemaVersion'");
    }
    if (files.isEmpty()) {
      throw new BaselineFormatException(source, end, "there are no 'files'");
    }
    return new Baseline(source, files);
  }

  private void readVersion() throws IOException {
    versionSeen = true;
    if (json.currentToken() != JsonToken.VALUE_NUMBER_INT
        || json.getLongValue() != SCHEMA_VERSION) {
      throw new BaselineFormatException(
          source, line(), "not a version that this kbaudit reads, which is 1", json.getText());
    }
  }

  private void readArticle() throws IOException {
    require(JsonToken.START_OBJECT, "'article' is an object");
    BaselineFields fields = BaselineFields.read(source, json);
    Optional<String> id = fields.optionalText("id");
    Optional<String> own = article.id().map(ArticleId::value);
    if (id.isPresent() && own.isPresent() && !id.equals(own)) {
      throw new BaselineFormatException(
          source, fields.line("id"), "made for another article than " + own.get(), id.get());
    }
  }

  private void readFiles() throws IOException {
    require(JsonToken.START_ARRAY, "'files' is a list");
    while (json.nextToken() != JsonToken.END_ARRAY) {
      require(JsonToken.START_OBJECT, "a file is an object");
      int line = line();
      BaselineFile file = BaselineFields.read(source, json).toFile();
      Optional<ExpectedFile> row = rows.find(file);
      if (row.isEmpty()) {
        throw new BaselineFormatException(
            source, line, "made for another article: " + rows.objection(file));
      }
      if (contradicts(file, row.get())) {
        throw new BaselineFormatException(
            source,
            line,
            "row " + file.row() + " lists another size for this date",
            Long.toString(file.sizeBytes()));
      }
      Integer before = lineOfRow.put(file.row(), line);
      if (before != null) {
        throw new BaselineFormatException(
            source, line, "a second file for row " + file.row() + ", after that on line " + before);
      }
      files.add(file);
    }
  }

  /** A later version may be of another size; what has the listed date has the listed size. */
  private static boolean contradicts(BaselineFile file, ExpectedFile row) {
    return row.modified().filter(time -> time.covers(file.modified())).isPresent()
        && row.size().filter(size -> !size.covers(file.sizeBytes())).isPresent();
  }

  private void require(JsonToken token, String rule) throws IOException {
    if (json.currentToken() != token) {
      throw new BaselineFormatException(source, line(), rule + ", and this is", json.getText());
    }
  }

  private int line() {
    return json.currentTokenLocation().getLineNr();
  }
}
