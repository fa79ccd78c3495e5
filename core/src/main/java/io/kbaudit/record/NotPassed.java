package io.kbaudit.record;

import io.kbaudit.audit.FileResult;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;

/** Goes through all files of a place, and stops at those that did not pass. */
final class NotPassed implements Iterator<PositionedFile> {
  private final Iterator<FileRecord> all;
  private int position;
  private Optional<PositionedFile> found = Optional.empty();

  NotPassed(Iterator<FileRecord> all) {
    this.all = all;
  }

  @Override
  public boolean hasNext() {
    while (found.isEmpty() && all.hasNext()) {
      FileRecord file = all.next();
      position++;
      if (file.result() != FileResult.PASS) {
        found = Optional.of(new PositionedFile(position, file));
      }
    }
    return found.isPresent();
  }

  @Override
  public PositionedFile next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    PositionedFile next = found.orElseThrow();
    found = Optional.empty();
    return next;
  }
}
