package io.kbaudit.identify;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * A file, and the rows that list it. Immutable.
 *
 * @param path as its user named it, with slashes
 * @param unreadable why nothing can be said of it, in half a sentence; absent where it was read
 * @param matches the best first, at most {@link #MATCHES_KEPT}
 * @param furtherMatches how many more there are
 */
public record IdentifiedFile(
    String path, Optional<String> unreadable, List<RowMatch> matches, int furtherMatches) {
  /** A file that is in every rollup may be listed by thousands of articles. */
  public static final int MATCHES_KEPT = 100;

  /** Whether it is known where a file is from. */
  public enum State {
    /** A row lists it. */
    IDENTIFIED,
    /** No row lists it. */
    UNLISTED,
    /** It cannot be read. */
    UNREADABLE
  }

  /** Copies the matches. */
  public IdentifiedFile {
    requireNonNull(path, "path");
    requireNonNull(unreadable, "unreadable");
    matches = List.copyOf(matches);
  }

  /** Returns whether it is known where it is from. */
  public State state() {
    return unreadable.isPresent()
        ? State.UNREADABLE
        : matches.isEmpty() ? State.UNLISTED : State.IDENTIFIED;
  }

  /** Returns the best match with a row of an article, if one was kept. */
  public Optional<RowMatch> bestIn(FolderArticle article) {
    return matches.stream().filter(match -> match.article().equals(article)).findFirst();
  }
}
