package io.kbaudit.record;

import static java.util.Objects.requireNonNull;

import io.kbaudit.article.Article;
import io.kbaudit.article.ArticleGaps;
import io.kbaudit.article.ArticleId;
import java.util.Optional;

/**
 * The article that files were held to.
 *
 * @param source where it was read: {@code bundled}, or the name of the file
 * @param gaps how much of its list nobody can be held to; while there is any, nothing is compliant
 */
public record ArticleRecord(
    Optional<String> id, Optional<String> title, String source, ArticleGaps gaps) {

  /** Checks that nothing is null. */
  public ArticleRecord {
    requireNonNull(id, "id");
    requireNonNull(title, "title");
    requireNonNull(source, "source");
    requireNonNull(gaps, "gaps");
  }

  static ArticleRecord of(Article article) {
    return new ArticleRecord(
        article.id().map(ArticleId::value), article.title(), article.source(), article.gaps());
  }

  /** Returns what to call the article: its id, else where it was read. */
  public String label() {
    return id.orElse(source);
  }
}
