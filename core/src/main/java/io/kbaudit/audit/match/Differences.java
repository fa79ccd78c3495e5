package io.kbaudit.audit.match;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.inventory.ObservedFile;
import java.time.Duration;
import java.util.Optional;

/**
 * How one file differs from one row in what the table prints, and in what is pinned to the row.
 * Equal differences give outcomes of SIZE, DATE, VERSION, HASH and PLATFORM that are of one kind,
 * under every policy.
 *
 * @param size how the file's size compares with the listed one; {@code EQUAL} where none is listed
 * @param time the same of the date
 * @param zoneOffset where the times differ as time zones do
 * @param version how the version of a program compares with the listed one; absent where none is
 *     listed, or the file is no program
 * @param otherPlatform whether the file is for another platform than the listed one
 * @param contents how the file's contents compare with those pinned to the row
 */
public record Differences(
    Order size,
    Order time,
    Optional<Duration> zoneOffset,
    Optional<VersionComparison.Relation> version,
    boolean otherPlatform,
    Pins.Contents contents) {
  /** A file's value against the listed one. */
  enum Order {
    LESS,
    EQUAL,
    MORE
  }

  /** More than any file has. */
  static final int MORE_THAN_ANY = 6;

  static Differences between(
      ExpectedFile row,
      ObservedFile.Readable file,
      TimeComparison times,
      Pins pins,
      ServiceBranches branches) {
    return new Differences(
        size(row, file),
        time(row, file, times),
        row.modified().flatMap(listed -> times.wholeZoneOffset(listed, file.modified())),
        VersionComparison.of(row, file, branches).map(VersionComparison::relation),
        StatedPlatform.isOther(row, file),
        pins.compare(row, file));
  }

  private static Order size(ExpectedFile row, ObservedFile.Readable file) {
    if (row.size().isEmpty() || row.size().get().covers(file.sizeBytes())) {
      return Order.EQUAL;
    }
    return row.size().get().exceeds(file.sizeBytes()) ? Order.LESS : Order.MORE;
  }

  private static Order time(ExpectedFile row, ObservedFile.Readable file, TimeComparison times) {
    if (row.modified().isEmpty() || times.agrees(row.modified().get(), file.modified())) {
      return Order.EQUAL;
    }
    return times.isLater(row.modified().get(), file.modified()) ? Order.MORE : Order.LESS;
  }

  /** Returns in how many ways the file differs: 0 to 5. */
  int count() {
    return (size == Order.EQUAL ? 0 : 1)
        + (time == Order.EQUAL ? 0 : 1)
        + (version.map(Differences::isAnother).orElse(false) ? 1 : 0)
        + (otherPlatform ? 1 : 0)
        + (contents == Pins.Contents.OTHER ? 1 : 0);
  }

  /** A file that states no version, or several, does not state another one. */
  private static boolean isAnother(VersionComparison.Relation relation) {
    return switch (relation) {
      case NONE, DISAGREEING, EQUAL, EQUAL_AS_STRING -> false;
      case EQUAL_AS_PRODUCT, LOWER, HIGHER -> true;
    };
  }

  public boolean none() {
    return count() == 0;
  }
}
