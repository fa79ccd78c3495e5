package io.kbaudit.baseline;

import static java.util.Objects.requireNonNull;

import io.kbaudit.article.Article;
import io.kbaudit.signature.SignatureDemand;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;

/**
 * The standard that a verified folder set: which contents stand for which rows of an article.
 *
 * @param source what to call it in reports: {@code the reference package}, or a file's name
 * @param files at most one for each row; at least one
 * @param partial whether it is known to have no file for some rows, which are then held to the
 *     article alone; of any other, a row without a file cannot be decided
 * @param signatures what was demanded of the signatures of its files, and is of those held to it
 */
public record Baseline(
    String source, List<BaselineFile> files, boolean partial, SignatureDemand signatures) {
  /** Checks that there is a file, and no two for one row. */
  public Baseline {
    requireNonNull(source, "source");
    requireNonNull(signatures, "signatures");
    files = List.copyOf(files);
    if (files.isEmpty()) {
      throw new IllegalArgumentException("a baseline of nothing pins nothing");
    }
    Set<Integer> rows = new HashSet<>();
    for (BaselineFile file : files) {
      if (!rows.add(file.row())) {
        throw new IllegalArgumentException("two files for row " + file.row());
      }
    }
  }

  /** Creates a baseline that is to have a file for every row that is held to it. */
  public Baseline(String source, List<BaselineFile> files) {
    this(source, files, false);
  }

  /** Creates a baseline that demands nothing of signatures. */
  public Baseline(String source, List<BaselineFile> files, boolean partial) {
    this(source, files, partial, SignatureDemand.NONE);
  }

  /** Returns this baseline, which demands {@code demand} of the signatures of files. */
  public Baseline demanding(SignatureDemand demand) {
    return new Baseline(source, files, partial, demand);
  }

  /** Returns which sizes, in bytes, its files have: a file of another size is none of them. */
  public LongPredicate sizes() {
    Set<Long> sizes = files.stream().map(BaselineFile::sizeBytes).collect(Collectors.toSet());
    return sizes::contains;
  }

  /**
   * Checks that every file is of a row of {@code article}.
   *
   * @throws IllegalArgumentException if one is not: it was made for another article
   */
  public void requireMadeFor(Article article) {
    ListedRows rows = new ListedRows(article);
    for (BaselineFile file : files) {
      if (rows.find(file).isEmpty()) {
        throw new IllegalArgumentException(source + ": " + rows.objection(file));
      }
    }
  }
}
