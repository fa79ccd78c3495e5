package io.kbaudit.plan;

import static java.util.Objects.requireNonNull;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.inventory.ObservedFile;
import java.util.Optional;

/**
 * A file on the share for which nothing is planned. Immutable.
 *
 * @param row the article's row of this name, which does not belong there; absent where the article
 *     does not know the file at all
 */
public record UnplannedFile(ObservedFile file, Optional<ExpectedFile> row) {
  /** Checks that nothing is null. */
  public UnplannedFile {
    requireNonNull(file, "file");
    requireNonNull(row, "row");
  }
}
