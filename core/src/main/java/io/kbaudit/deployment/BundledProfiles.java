package io.kbaudit.deployment;

import io.kbaudit.article.Article;
import io.kbaudit.article.ArticleId;
import io.kbaudit.article.reader.BundledArticles;
import io.kbaudit.file.Digest;
import io.kbaudit.file.SourceName;
import io.kbaudit.yaml.CompiledYaml;
import io.kbaudit.yaml.YamlNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The profiles of the {@linkplain BundledArticles bundled articles}, as their install steps say, in
 * YAML, and compiled from it by the build. Each is read anew, so that any number of threads may ask
 * at once.
 */
public final class BundledProfiles {
  private static final List<ArticleId> IDS = List.of(BundledArticles.KB2492954);

  private static final String YAML = ".yaml";

  private BundledProfiles() {}

  /** Returns the bundled profile of this article, absent if there is none. */
  public static Optional<Profile> find(ArticleId id) {
    if (!IDS.contains(id)) {
      return Optional.empty();
    }
    Article article = BundledArticles.find(id).orElseThrow();
    return Optional.of(read(id + ".tree", in -> ProfileReader.read(tree(in), article)));
  }

  private static YamlNode tree(InputStream in) throws IOException {
    return CompiledYaml.read(SourceName.BUNDLED, in);
  }

  /** Returns the YAML of this article's bundled profile, absent if there is none. */
  public static Optional<String> text(ArticleId id) {
    return IDS.contains(id)
        ? Optional.of(read(id + YAML, in -> new String(in.readAllBytes(), StandardCharsets.UTF_8)))
        : Optional.empty();
  }

  /**
   * Returns the digest of the YAML of this article's bundled profile; absent if there is none.
   * Another version of kbaudit may have another.
   */
  public static Optional<Digest> sha256(ArticleId id) {
    return IDS.contains(id)
        ? Optional.of(read(id + YAML, Digest.Algorithm.SHA256::of))
        : Optional.empty();
  }

  private static <T> T read(String resource, Reading<T> reading) {
    try (InputStream in = BundledProfiles.class.getResourceAsStream(resource)) {
      return reading.of(Objects.requireNonNull(in, resource));
    } catch (IOException e) {
      throw new UncheckedIOException("the installation is damaged: " + resource, e);
    }
  }

  private interface Reading<T> {
    T of(InputStream in) throws IOException;
  }
}
