package io.kbaudit.article;

import static java.util.Objects.requireNonNull;

import io.kbaudit.file.FileName;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntUnaryOperator;

/**
 * One row of an article's file table. What the table does not print, or prints unreadably, is
 * absent; {@link #printed()} tells the two apart. Immutable.
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

  /** Returns a row to go on from, of which nothing is known but the cells of its name. */
  public static Builder of(int row, int line, ListedName name, PrintedRow printed) {
    return new Builder(row, line, name, printed);
  }

  /** Returns the same for rows of one place: it alone tells most rows of an article apart. */
  @Override
  public int hashCode() {
    return 31 * row + line;
  }

  /** Returns whether a size is listed, and {@code sizeBytes} is another. */
  public boolean isOfOtherSize(long sizeBytes) {
    return size.filter(listed -> !listed.covers(sizeBytes)).isPresent();
  }

  /** Returns this row under another reading of its name. */
  public ExpectedFile named(ListedName reading) {
    Builder builder = toBuilder();
    builder.name = reading;
    return builder.build();
  }

  /** Returns this row, whose name is cut, with the whole of its name. */
  public ExpectedFile completedBy(FileName fullName) {
    return named(ListedName.cut(name.printed()).completedBy(fullName));
  }

  /** Returns this row with another reading of its date and time. */
  public ExpectedFile dated(ListedTime reading) {
    return toBuilder().modified(Optional.of(reading)).build();
  }

  /** Returns this row with the digests that the article prints elsewhere. */
  public ExpectedFile withHashes(ListedHashes listed) {
    return toBuilder().hashes(listed).build();
  }

  /** Returns this row with something else to tell it from others of its name. */
  public ExpectedFile withVariant(Variant other) {
    return toBuilder().variant(other).build();
  }

  /** Returns this row as an alternative to an earlier one. */
  public ExpectedFile insteadOf(int earlierRow) {
    return toBuilder().alternativeTo(OptionalInt.of(earlierRow)).build();
  }

  /** Returns this row by another number, and with it that of the row to which it is one. */
  ExpectedFile renumbered(IntUnaryOperator numbers) {
    Builder builder = toBuilder();
    builder.row = numbers.applyAsInt(row);
    return alternativeTo.isPresent()
        ? builder
            .alternativeTo(OptionalInt.of(numbers.applyAsInt(alternativeTo.getAsInt())))
            .build()
        : builder.build();
  }

  /** Returns a copy to change. */
  public Builder toBuilder() {
    return new Builder(row, line, name, printed)
        .variant(variant)
        .size(size)
        .modified(modified)
        .version(version)
        .hashes(hashes)
        .alternativeTo(alternativeTo);
  }

  /**
   * Collects what a row lists. A row that is told nothing else stands for itself, has no heading,
   * and lists neither size nor date, version or digest. Not safe for use by several threads.
   */
  public static final class Builder {
    private int row;
    private final int line;
    private ListedName name;
    private final PrintedRow printed;
    private Variant variant = Variant.of("");
    private Optional<ListedSize> size = Optional.empty();
    private Optional<ListedTime> modified = Optional.empty();
    private Optional<String> version = Optional.empty();
    private ListedHashes hashes = ListedHashes.NONE;
    private OptionalInt alternativeTo = OptionalInt.empty();

    private Builder(int row, int line, ListedName name, PrintedRow printed) {
      this.row = row;
      this.line = line;
      this.name = name;
      this.printed = printed;
    }

    /** Sets what tells the row from others of its name. */
    public Builder variant(Variant listed) {
      variant = listed;
      return this;
    }

    /** Sets the size. */
    public Builder size(Optional<ListedSize> listed) {
      size = listed;
      return this;
    }

    /** Sets the date and time. */
    public Builder modified(Optional<ListedTime> listed) {
      modified = listed;
      return this;
    }

    /** Sets the version. */
    public Builder version(Optional<String> listed) {
      version = listed;
      return this;
    }

    /** Sets the digests. */
    public Builder hashes(ListedHashes listed) {
      hashes = listed;
      return this;
    }

    /** Sets the earlier row to which this one is an alternative. */
    public Builder alternativeTo(OptionalInt earlierRow) {
      alternativeTo = earlierRow;
      return this;
    }

    /** Returns the row. */
    public ExpectedFile build() {
      return new ExpectedFile(
          row, line, variant, name, size, modified, version, hashes, alternativeTo, printed);
    }
  }
}
