package io.kbaudit.article.reader;

import io.kbaudit.article.Article;
import io.kbaudit.article.ArticleId;
import io.kbaudit.article.ExpectedFile;
import io.kbaudit.article.Statements;
import io.kbaudit.article.Variant;
import io.kbaudit.file.Digest;
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
      int tab = line.indexOf('\t');
      facts.put(line.substring(0, tab), line.substring(tab + 1));
    }
    Statements statements =
        new Statements(
            Boolean.parseBoolean(facts.get("laterAccepted")),
            Boolean.parseBoolean(facts.get("timesAreUtc")),
            Optional.ofNullable(facts.get("language")));
    Variant variant = Variant.of(facts.getOrDefault("table", ""));
    List<ExpectedFile> rows = new ArrayList<>();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      rows.add(BundledRow.parse(line).as(rows.size() + 1, variant));
    }
    return new Article(
        Optional.of(id),
        Optional.ofNullable(facts.get("title")),
        SourceName.BUNDLED,
        statements,
        rows,
        List.of());
  }
}
