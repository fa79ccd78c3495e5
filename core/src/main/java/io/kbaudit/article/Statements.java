package io.kbaudit.article;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What an article's prose says of its whole file table. Immutable.
 *
 * @param laterAccepted whether "later file attributes" will do
 * @param timesAreUtc whether dates and times are said to be UTC
 * @param language of the files, as in "The English version of this hotfix"
 */
public record Statements(boolean laterAccepted, boolean timesAreUtc, Optional<String> language) {
  /** Checks that nothing is null. */
  public Statements {
    requireNonNull(language, "language");
  }
}
