package io.kbaudit.article;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * One row of an article's file table. What the table does not print, or prints unreadably, is
 * absent; {@link #printed()} tells the two apart.
 *
 * @param row counted from 1 through all tables of the article
 * @param line in the article's text, counted from 1
 * @param variant what tells it from other rows of its name
 * @param alternativeTo the first of the rows to which this is an alternative: the article lists the
 *     same file for several service branches, or with "-or-", and one of them must be there; absent
 *     where the row stands for itself
 */
public record ExpectedFile(
    int row,
    int line,
    Variant variant,
    ListedName name,
    Optional<ListedSize> size,
    Optional<ListedTime> modified,
    Optional<String> version,
    ListedHashes hashes,
    OptionalInt alternativeTo,
    PrintedRow printed) {

  /** Checks that row and line count from 1, and that an alternative is to an earlier row. */
  public ExpectedFile {
    if (row < 1 || line < 1) {
      throw new IllegalArgumentException("row " + row + ", line " + line + ": both count from 1");
    }
    requireNonNull(variant, "variant");
    requireNonNull(name, "name");
    requireNonNull(size, "size");
    requireNonNull(modified, "modified");
    requireNonNull(version, "version");
    requireNonNull(hashes, "hashes");
    requireNonNull(printed, "printed");
    if (alternativeTo.isPresent() && alternativeTo.getAsInt() >= row) {
      throw new IllegalArgumentException(
          "row " + row + " is no alternative to row " + alternativeTo.getAsInt());
    }
  }

  /** Creates a row that stands for itself, without a version or digests. */
  public ExpectedFile(
      int row,
      int line,
      Variant variant,
      ListedName name,
      Optional<ListedSize> size,
      Optional<ListedTime> modified,
      PrintedRow printed) {
    this(
        row,
        line,
        variant,
        name,
        size,
        modified,
        Optional.empty(),
        ListedHashes.NONE,
        OptionalInt.empty(),
        printed);
  }

  /** Returns whether a size is listed, and {@code sizeBytes} is another. */
  public boolean isOfOtherSize(long sizeBytes) {
    return size.filter(listed -> !listed.covers(sizeBytes)).isPresent();
  }

  /** Returns this row under another reading of its name. */
  public ExpectedFile named(ListedName reading) {
    return new ExpectedFile(
        row, line, variant, reading, size, modified, version, hashes, alternativeTo, printed);
  }

  /** Returns this row with another reading of its date and time. */
  public ExpectedFile dated(ListedTime reading) {
    return new ExpectedFile(
        row,
        line,
        variant,
        name,
        size,
        Optional.of(reading),
        version,
        hashes,
        alternativeTo,
        printed);
  }

  /** Returns this row with the digests that the article prints elsewhere. */
  public ExpectedFile withHashes(ListedHashes listed) {
    return new ExpectedFile(
        row, line, variant, name, size, modified, version, listed, alternativeTo, printed);
  }

  /** Returns this row as an alternative to an earlier one. */
  public ExpectedFile insteadOf(int earlierRow) {
    return new ExpectedFile(
        row,
        line,
        variant,
        name,
        size,
        modified,
        version,
        hashes,
        OptionalInt.of(earlierRow),
        printed);
  }
}
