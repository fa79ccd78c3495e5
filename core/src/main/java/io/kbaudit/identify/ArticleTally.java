package io.kbaudit.identify;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;

/**
 * How much of an article is here. Immutable; the one of which most is here comes first.
 *
 * @param here how many of its rows a file was found for; of alternatives one counts
 * @param weakest the best evidence for that row which has the weakest
 */
public record ArticleTally(FolderArticle article, int here, MatchEvidence weakest)
    implements Comparable<ArticleTally> {
  private static final Comparator<ArticleTally> MOST_FIRST =
      Comparator.comparing(ArticleTally::isComplete)
          .thenComparing(ArticleTally::here)
          .reversed()
          .thenComparing(ArticleTally::weakest)
          .thenComparing(tally -> tally.article.rows())
          .thenComparing(tally -> tally.article.label())
          .thenComparing(tally -> tally.article.path());

  /** Checks that some of the rows are here, and no more than there are. */
  public ArticleTally {
    requireNonNull(article, "article");
    requireNonNull(weakest, "weakest");
    if (here < 1 || here > article.rows()) {
      throw new IllegalArgumentException(here + " rows of " + article);
    }
  }

  /** Returns whether every row is here. */
  public boolean isComplete() {
    return here == article.rows();
  }

  /** Orders complete articles first, then by how many rows are here. */
  @Override
  public int compareTo(ArticleTally other) {
    return MOST_FIRST.compare(this, other);
  }
}
