package io.kbaudit.record;

import static java.util.Objects.requireNonNull;

/** The files of one place, which can be gone through any number of times. */
public interface RecordedFiles extends Iterable<FileRecord> {
  /**
   * A file among all of its place.
   *
   * @param position counted from 1
   */
  record Positioned(int position, FileRecord file) {
    /** Checks that there is a file. */
    public Positioned {
      requireNonNull(file, "file");
    }
  }

  /**
   * Returns those that did not pass, in their order. The others need not be gone through for it.
   */
  default Iterable<Positioned> notPassed() {
    return () -> new NotPassed(iterator());
  }
}
