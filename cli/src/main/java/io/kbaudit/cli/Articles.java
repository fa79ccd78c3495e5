package io.kbaudit.cli;

import io.kbaudit.article.Article;
import io.kbaudit.article.ArticleFormatException;
import io.kbaudit.article.ArticleId;
import io.kbaudit.article.ArticleReader;
import io.kbaudit.article.BundledArticles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the article that a user names: a bundled one by its id, any other by its file. */
final class Articles {
  private Articles() {}

  static Article named(String idOrFile) throws CannotAskException {
    Optional<ArticleId> id = ArticleId.parse(idOrFile);
    Optional<Article> bundled = id.flatMap(BundledArticles::find);
    if (bundled.isPresent()) {
      return bundled.get();
    }
    if (idOrFile.isEmpty()) {
      throw new CannotAskException("the article is empty, and no file is called ''");
    }
    Path file = Paths.parse(idOrFile);
    if (!Files.exists(file)) {
      throw new CannotAskException(
          id.isPresent()
              ? "article '" + idOrFile + "' is not bundled (" + bundledIds() + " is); name its file"
              : "no such article file: '" + idOrFile + "'");
    }
    if (Files.isDirectory(file)) {
      throw new CannotAskException("'" + idOrFile + "' is a folder, not an article");
    }
    try {
      return ArticleReader.read(file).requireRows();
    } catch (ArticleFormatException e) {
      throw new CannotAskException(Paths.reason(e), e);
    } catch (IOException e) {
      throw new CannotAskException(
          "the article '" + idOrFile + "' cannot be read: " + Paths.reason(e), e);
    }
  }

  private static String bundledIds() {
    return BundledArticles.ids().stream().map(ArticleId::value).collect(Collectors.joining(", "));
  }
}
