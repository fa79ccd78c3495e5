package io.kbaudit.deployment;

import static java.util.Objects.requireNonNull;

import io.kbaudit.article.Article;
import io.kbaudit.article.ExpectedFile;
import io.kbaudit.file.FileName;
import io.kbaudit.file.Printable;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A place that holds some of an article's files.
 *
 * @param name a short word: {@code msi-share}
 * @param where for people: the server and folder
 * @param optional whether a deployment may do without it
 * @param files the full names of the rows that belong there; at least one
 */
public record Location(
    String name,
    String where,
    Phase phase,
    Acceptance acceptance,
    boolean optional,
    FileNaming naming,
    Set<FileName> files) {

  /** Checks that something belongs there. */
  public Location {
    requireNonNull(name, "name");
    requireNonNull(where, "where");
    requireNonNull(phase, "phase");
    requireNonNull(acceptance, "acceptance");
    requireNonNull(naming, "naming");
    files = Set.copyOf(files);
    if (files.isEmpty()) {
      throw new IllegalArgumentException("nothing belongs at " + name);
    }
  }

  /**
   * Returns the rows of {@code article} that belong here, in the article's order.
   *
   * @throws ProfileException if the article does not list one of {@link #files()}
   */
  public List<ExpectedFile> rowsOf(Article article) throws ProfileException {
    List<ExpectedFile> rows =
        article.rows().stream()
            .filter(row -> row.name().isKnown() && files.contains(row.name().best()))
            .toList();
    Set<FileName> unlisted = new HashSet<>(files);
    rows.forEach(row -> unlisted.remove(row.name().best()));
    if (!unlisted.isEmpty()) {
      throw new ProfileException(
          "location '"
              + name
              + "' holds '"
              + Printable.excerpt(unlisted.stream().sorted().findFirst().orElseThrow().spelling())
              + "', which the article "
              + Printable.excerpt(article.label())
              + " (from "
              + Printable.excerpt(article.source())
              + ") does not list");
    }
    return rows;
  }
}
