package io.kbaudit.identify;

import static java.util.Objects.requireNonNull;

import io.kbaudit.file.Digests;
import io.kbaudit.identify.Traits.Relation;
import java.util.Comparator;

/**
 * A row of an article that lists a file. Immutable; the better comes first.
 *
 * @param row counted from 1 through all tables of the article
 * @param line in the article's text, counted from 1
 * @param listedName as the article names the file
 * @param digests of the listed ones, those that are the file's
 */
public record RowMatch(
    FolderArticle article,
    int row,
    int line,
    String listedName,
    MatchEvidence evidence,
    Traits traits,
    Digests digests)
    implements Comparable<RowMatch> {
  private static final Comparator<RowMatch> BEST_FIRST =
      Comparator.comparing(RowMatch::evidence)
          .thenComparing(match -> match.traits.name())
          .thenComparing(match -> match.traits.count(Relation.DIFFERS))
          .thenComparing(match -> -match.traits.count(Relation.AGREES))
          .thenComparing(match -> match.article.label())
          .thenComparing(match -> match.article.path())
          .thenComparing(RowMatch::row);

  /** Checks that nothing is null. */
  public RowMatch {
    requireNonNull(article, "article");
    requireNonNull(listedName, "listedName");
    requireNonNull(evidence, "evidence");
    requireNonNull(traits, "traits");
    requireNonNull(digests, "digests");
  }

  /** Orders by evidence, then by how much agrees, then by article and row. */
  @Override
  public int compareTo(RowMatch other) {
    return BEST_FIRST.compare(this, other);
  }
}
