package io.kbaudit.article.reader;

import io.kbaudit.article.Article;
import io.kbaudit.article.ArticleId;
import io.kbaudit.article.ExpectedFile;
import io.kbaudit.article.Statements;
import io.kbaudit.article.reader.cell.Column;
import io.kbaudit.article.reader.cell.HeadingFacts;
import io.kbaudit.article.reader.table.FileTable;
import io.kbaudit.file.Digest;
import io.kbaudit.file.FileName;
import io.kbaudit.file.SourceName;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The articles that kbaudit carries, so that it works with no text at hand. Each is a file of
 * facts, fields parted by tabs: the article's statements, then its rows as printed with the line of
 * the published text and the full name where the table cuts it. Each is read anew, so that any
 * number of threads may ask at once.
 */
public final class BundledArticles {
  /** The reference article: the update rollup for Hosted Messaging and Collaboration 4.0. */
  public static final ArticleId KB2492954 = new ArticleId("KB2492954");

  private static final List<ArticleId> IDS = List.of(KB2492954);

  private BundledArticles() {}

  /** Returns the ids of all bundled articles. */
  public static List<ArticleId> ids() {
    return IDS;
  }

  /** Returns the bundled article of this id, absent if it is not bundled. */
  public static Optional<Article> find(ArticleId id) {
    return IDS.contains(id) ? Optional.of(reading(id, in -> read(id, in))) : Optional.empty();
  }

  /**
   * Returns the digest of the facts of which this article is made; absent if it is not bundled.
   * Another version of kbaudit may have others.
   */
  public static Optional<Digest> sha256(ArticleId id) {
    return IDS.contains(id)
        ? Optional.of(reading(id, Digest.Algorithm.SHA256::of))
        : Optional.empty();
  }

  private static <T> T reading(ArticleId id, Reading<T> reading) {
    String resource = id + ".tsv";
    try (InputStream in = BundledArticles.class.getResourceAsStream(resource)) {
      return reading.of(Objects.requireNonNull(in, resource));
    } catch (IOException e) {
      throw new UncheckedIOException("the installation is damaged: " + resource, e);
    }
  }

  private interface Reading<T> {
    T of(InputStream in) throws IOException;
  }

  private static Article read(ArticleId id, InputStream in) throws IOException {
    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    Map<String, String> facts = new HashMap<>();
    for (String line = lines.readLine(); line != null && !line.isEmpty(); line = lines.readLine()) {
      String[] fields = line.split("\t", -1);
      facts.put(fields[0], fields[1]);
    }
    Statements statements =
        new Statements(
            Boolean.parseBoolean(facts.get("laterAccepted")),
            Boolean.parseBoolean(facts.get("timesAreUtc")),
            Optional.ofNullable(facts.get("language")));
    RowReader rowReader = new RowReader(line -> line);
    List<ExpectedFile> rows = new ArrayList<>();
    String table = facts.getOrDefault("table", "");
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      rows.add(row(line.split("\t", -1), table, rowReader));
    }
    return new Article(
        Optional.of(id),
        Optional.ofNullable(facts.get("title")),
        SourceName.BUNDLED,
        statements,
        rows,
        rowReader.remarks());
  }

  /** Fields: line, printed name, full name or nothing, date, time, size. */
  private static ExpectedFile row(String[] fields, String table, RowReader rowReader) {
    int line = Integer.parseInt(fields[0]);
    Map<Column, String> cells =
        Map.of(
            Column.NAME, fields[1],
            Column.DATE, fields[3],
            Column.TIME, fields[4],
            Column.SIZE, fields[5]);
    FileTable.Builder single = new FileTable.Builder(line, HeadingFacts.NOTHING);
    single.add(line, cells);
    ExpectedFile row = rowReader.read(single.build(), table, Optional.empty()).get(0);
    return fields[2].isEmpty() ? row : row.completedBy(FileName.of(fields[2]));
  }
}
