package io.kbaudit.report.finding;

import io.kbaudit.record.FileRecord;
import io.kbaudit.record.FolderRecord;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The headings of an article that the rows at one place stand under. They are looked at when they
 * are first asked for: for that the files may have to be read once more.
 */
public final class RowHeadings {
  private static final int SEVERAL = 2;

  private final FolderRecord place;
  private Optional<Boolean> several = Optional.empty();

  /** Prepares to look at the rows at {@code place}. */
  public RowHeadings(FolderRecord place) {
    this.place = place;
  }

  /** Returns whether they tell some rows from others. */
  public boolean areSeveral() {
    if (several.isEmpty()) {
      several = Optional.of(look());
    }
    return several.get();
  }

  private boolean look() {
    Set<Optional<String>> headings = new HashSet<>();
    for (FileRecord file : place.files()) {
      headings.add(file.listed().variant().heading());
      if (headings.size() == SEVERAL) {
        return true;
      }
    }
    return false;
  }
}
