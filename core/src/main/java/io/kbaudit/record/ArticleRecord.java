package io.kbaudit.record;

import static java.util.Objects.requireNonNull;

import io.kbaudit.article.Article;
import io.kbaudit.article.ArticleId;
import java.util.Optional;

/**
 * The article that files were held to.
 *
 * @param source where it was read: {@code bundled}, or the name of the file
 * @param unreadRows how many of its lines list a file and could not be read; while there are any,
 *     nothing is compliant
 */
public record ArticleRecord(
    Optional<String> id, Optional<String> title, String source, int unreadRows) {

  /** Checks that nothing is null, and that the number is one. */
  public ArticleRecord {
    requireNonNull(id, "id");
    requireNonNull(title, "title");
    requireNonNull(source, "source");
    if (unreadRows < 0) {
      throw new IllegalArgumentException("negative number of rows: " + unreadRows);
    }
  }

  static ArticleRecord of(Article article) {
    return new ArticleRecord(
        article.id().map(ArticleId::value),
        article.title(),
        article.source(),
        article.unreadLines());
  }

  /** Returns what to call the article: its id, else where it was read. */
  public String label() {
    return id.orElse(source);
  }
}
