package io.kbaudit.identify;

/** Hears how many of the articles that are to be read were; from one thread. */
public interface ArticleListener {
  /** Hears nothing. */
  ArticleListener NONE = (articles, total) -> {};

  /**
   * Hears how many were read so far; after each, and not of those that the index knows already.
   *
   * @param articles so far, at most {@code total}
   */
  void articleRead(long articles, long total);
}
