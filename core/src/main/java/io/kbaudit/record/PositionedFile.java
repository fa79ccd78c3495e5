package io.kbaudit.record;

import static java.util.Objects.requireNonNull;

/**
 * A file among all of its place.
 *
 * @param position counted from 1
 */
public record PositionedFile(int position, FileRecord file) {
  /** Checks that there is a file. */
  public PositionedFile {
    requireNonNull(file, "file");
  }
}
