package io.kbaudit.comparison;

import static java.util.Objects.requireNonNull;

import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.record.RowRecord;
import java.util.List;
import java.util.Optional;

/**
 * A file that is not as it was.
 *
 * @param row that it is taken for, in the later audit if it is there; absent of an unlisted file
 * @param before absent of a file that is new
 * @param after absent of a file that is gone
 * @param differences of a file that is there both times, at least one; of others none
 */
public record FileChange(
    Kind kind,
    Optional<RowRecord> row,
    Optional<ObservedFile> before,
    Optional<ObservedFile> after,
    List<Difference> differences) {

  /** What became of a file. The names are stable ids that reports print. */
  public enum Kind {
    /** It is there both times, and something of it differs. */
    CHANGED,
    /** It was there, and is not. */
    GONE,
    /** It is there, and was not. */
    NEW
  }

  /**
   * One thing that differs.
   *
   * @param before as text, not yet safe to print
   * @param after likewise
   */
  public record Difference(Trait trait, String before, String after) {
    /** Checks that nothing is null. */
    public Difference {
      requireNonNull(trait, "trait");
      requireNonNull(before, "before");
      requireNonNull(after, "after");
    }
  }

  /** Checks that the parts belong to each other. */
  public FileChange {
    requireNonNull(row, "row");
    differences = List.copyOf(differences);
    if (before.isPresent() != (kind != Kind.NEW)
        || after.isPresent() != (kind != Kind.GONE)
        || differences.isEmpty() == (kind == Kind.CHANGED)) {
      throw new IllegalArgumentException(kind + ": " + before + ", " + after);
    }
  }

  static FileChange gone(Optional<RowRecord> row, ObservedFile file) {
    return new FileChange(Kind.GONE, row, Optional.of(file), Optional.empty(), List.of());
  }

  static FileChange appeared(Optional<RowRecord> row, ObservedFile file) {
    return new FileChange(Kind.NEW, row, Optional.empty(), Optional.of(file), List.of());
  }

  /** Returns where the file is, below its folder; where it was, if it is gone. */
  public String path() {
    return after.or(() -> before).orElseThrow().path();
  }
}
