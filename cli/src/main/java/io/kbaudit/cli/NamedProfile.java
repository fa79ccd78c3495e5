package io.kbaudit.cli;

import io.kbaudit.article.Article;
import io.kbaudit.article.ArticleId;
import io.kbaudit.article.reader.BundledArticles;
import io.kbaudit.deployment.BundledProfiles;
import io.kbaudit.deployment.Profile;
import io.kbaudit.deployment.ProfileException;
import io.kbaudit.deployment.ProfileReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A profile that a user names, with the article that it is for.
 *
 * @param article with the names that the profile completes
 */
record NamedProfile(Profile profile, Article article) {
  /**
   * Returns the bundled profile of an id, or the one in a file.
   *
   * @param articleName the article of a file, an id or a file itself; absent if the profile says
   */
  static NamedProfile named(String idOrFile, Optional<String> articleName, Console console)
      throws CannotAskException {
    Optional<ArticleId> id = ArticleId.parse(idOrFile);
    Optional<Profile> bundled = id.flatMap(BundledProfiles::find);
    if (bundled.isEmpty()) {
      requireFile(idOrFile, id);
      return inFile(idOrFile, articleName, console);
    }
    if (articleName.isPresent()) {
      throw new CannotAskException(
          "--article goes with a profile's file; the bundled profile of "
              + id.get()
              + " has its own");
    }
    return new NamedProfile(bundled.get(), BundledArticles.find(id.get()).orElseThrow());
  }

  /**
   * Returns the profile in a file.
   *
   * @param articleName its article, an id or a file; absent if the profile says
   */
  static NamedProfile inFile(String name, Optional<String> articleName, Console console)
      throws CannotAskException {
    Article article =
        articleName.isPresent()
            ? Articles.named(articleName.get(), console)
            : articleStatedIn(name);
    return of(name, article);
  }

  /** Returns the profile of {@code article} in a file. */
  static NamedProfile of(String name, Article article) throws CannotAskException {
    return reading(
        name,
        file -> {
          Profile profile = ProfileReader.read(file, article);
          return new NamedProfile(profile, profile.complete(article));
        });
  }

  private static Article articleStatedIn(String name) throws CannotAskException {
    Optional<ArticleId> stated = reading(name, ProfileReader::articleOf);
    Optional<Article> article = stated.flatMap(BundledArticles::find);
    if (article.isEmpty()) {
      throw new CannotAskException(
          "the profile '"
              + name
              + "' "
              + stated
                  .map(id -> "is for " + id + ", which is not bundled")
                  .orElse("does not say which article it is for")
              + "; name the article with --article");
    }
    return article.get();
  }

  private static void requireFile(String name, Optional<ArticleId> id) throws CannotAskException {
    if (id.isPresent() && Files.notExists(Paths.parse(name))) {
      throw new CannotAskException(
          "there is no bundled profile of "
              + id.get()
              + "; 'kbaudit profile init' writes one to begin with");
    }
  }

  private static <T> T reading(String name, Reading<T> reading) throws CannotAskException {
    if (name.isEmpty()) {
      throw new CannotAskException("the profile is empty, and no file is called ''");
    }
    Path file = Paths.parse(name);
    if (Files.notExists(file)) {
      throw new CannotAskException("no such profile: '" + name + "'");
    }
    if (Files.isDirectory(file)) {
      throw new CannotAskException("'" + name + "' is a folder, not a profile");
    }
    try {
      return reading.of(file);
    } catch (ProfileException e) {
      throw new CannotAskException(Paths.reason(e), e);
    } catch (IOException e) {
      throw new CannotAskException(
          "the profile '" + name + "' cannot be read: " + Paths.reason(e), e);
    }
  }

  private interface Reading<T> {
    T of(Path file) throws IOException;
  }
}
