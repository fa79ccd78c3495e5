package io.kbaudit.record;

/** The files of one place, which can be gone through any number of times. */
public interface RecordedFiles extends Iterable<FileRecord> {
  /**
   * Returns those that did not pass, in their order. The others need not be gone through for it.
   */
  default Iterable<PositionedFile> notPassed() {
    return () -> new NotPassed(iterator());
  }
}
