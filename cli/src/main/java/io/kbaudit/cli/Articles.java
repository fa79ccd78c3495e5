package io.kbaudit.cli;

import io.kbaudit.article.Article;
import io.kbaudit.article.ArticleFormatException;
import io.kbaudit.article.ArticleId;
import io.kbaudit.article.reader.ArticleReader;
import io.kbaudit.article.reader.BundledArticles;
import io.kbaudit.file.SourceName;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Finds the article that a user names: a bundled one by its id, one on standard input by {@code -},
 * any other by its file.
 */
final class Articles {
  /** The customary name of standard input. */
  static final String STANDARD_INPUT = "-";

  /** The ids by which bundled articles are named. */
  static final Iterable<String> BUNDLED_IDS =
      () -> BundledArticles.ids().stream().map(ArticleId::value).iterator();

  private Articles() {}

  /** How an article's text is read. */
  private interface Reader {
    Article read(InputStream in, String source, Optional<ArticleId> id) throws IOException;
  }

  /** Returns the article, which lists files. */
  static Article named(String idOrFile, Console console) throws CannotAskException {
    try {
      return any(idOrFile, console).requireRows();
    } catch (ArticleFormatException e) {
      throw new CannotAskException(Paths.reason(e), e);
    }
  }

  /** Returns the articles of these names, each of which lists files, as one. */
  static Article together(List<String> idsOrFiles, Console console) throws CannotAskException {
    List<Article> articles = new ArrayList<>();
    for (String idOrFile : idsOrFiles) {
      if (Collections.frequency(idsOrFiles, idOrFile) > 1) {
        throw new CannotAskException("the article '" + idOrFile + "' is named twice");
      }
      articles.add(named(idOrFile, console));
    }
    return Article.joining(
        String.join(" and ", articles.stream().map(Article::label).toList()), articles);
  }

  /** Returns the article, whether it lists files or not. */
  static Article any(String idOrFile, Console console) throws CannotAskException {
    Optional<Article> bundled = bundled(idOrFile);
    return bundled.isPresent() ? bundled.get() : read(idOrFile, console, ArticleReader::read);
  }

  /** Returns the same with remarks on whatever is odd about it. */
  static Article examined(String idOrFile, Console console) throws CannotAskException {
    Optional<Article> bundled = bundled(idOrFile);
    return bundled.isPresent()
        ? ArticleReader.examined(bundled.get())
        : read(idOrFile, console, ArticleReader::examine);
  }

  /** Returns the file that is the article; absent where it is bundled, or on standard input. */
  static Optional<Path> fileOf(String idOrFile) throws CannotAskException {
    return idOrFile.equals(STANDARD_INPUT) || isBundled(idOrFile)
        ? Optional.empty()
        : Optional.of(Paths.parse(idOrFile));
  }

  private static boolean isBundled(String idOrFile) {
    return ArticleId.parse(idOrFile).filter(BundledArticles.ids()::contains).isPresent();
  }

  private static Optional<Article> bundled(String idOrFile) {
    return ArticleId.parse(idOrFile).flatMap(BundledArticles::find);
  }

  private static Article read(String name, Console console, Reader reader)
      throws CannotAskException {
    try {
      if (name.equals(STANDARD_INPUT)) {
        return reader.read(console.in(), "standard input", Optional.empty());
      }
      Path file = file(name);
      String source = SourceName.of(file);
      try (InputStream in = Files.newInputStream(file)) {
        return reader.read(in, source, ArticleId.fromFileName(source));
      }
    } catch (ArticleFormatException e) {
      throw new CannotAskException(Paths.reason(e), e);
    } catch (IOException e) {
      throw new CannotAskException(
          "the article '" + name + "' cannot be read: " + Paths.reason(e), e);
    }
  }

  private static Path file(String name) throws CannotAskException {
    if (name.isEmpty()) {
      throw new CannotAskException("the article is empty, and no file is called ''");
    }
    Path file = Paths.parse(name);
    if (Files.notExists(file)) {
      throw new CannotAskException(
          ArticleId.parse(name).isPresent()
              ? "article '" + name + "' is not bundled (" + bundledIds() + " is); name its file"
              : "no such article file: '" + name + "'");
    }
    if (Files.isDirectory(file)) {
      throw new CannotAskException("'" + name + "' is a folder, not an article");
    }
    return file;
  }

  private static String bundledIds() {
    return BundledArticles.ids().stream().map(ArticleId::value).collect(Collectors.joining(", "));
  }
}
