package io.kbaudit.identify;

import static java.util.Objects.requireNonNull;

import io.kbaudit.article.ArticleId;
import java.util.Optional;

/**
 * An article of a folder, without its rows. Immutable.
 *
 * @param path of its file below the folder, its elements parted by {@code /}
 * @param rows how many files it lists; alternatives, of which one must be there, are one
 * @param unreadLines how many lines of it list a file, and are no rows
 * @param problem why it lists no files that can be read, in half a sentence; absent where it does
 */
public record FolderArticle(
    String path, Optional<ArticleId> id, int rows, int unreadLines, Optional<String> problem) {
  /** Checks that what lists no files has no rows, and that there are no fewer than none. */
  public FolderArticle {
    requireNonNull(path, "path");
    requireNonNull(id, "id");
    requireNonNull(problem, "problem");
    if (rows < 0 || unreadLines < 0 || (rows > 0) == problem.isPresent()) {
      throw new IllegalArgumentException(
          path + ": " + rows + " rows, " + unreadLines + " unread lines, " + problem);
    }
  }

  /** Returns an article that lists no files that can be read. */
  static FolderArticle unread(String path, String problem) {
    return new FolderArticle(path, Optional.empty(), 0, 0, Optional.of(problem));
  }

  /** Returns what to call it: its id, else its path. */
  public String label() {
    return id.map(ArticleId::value).orElse(path);
  }
}
