package io.kbaudit.audit.match;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.inventory.ObservedFile;
import java.time.Duration;
import java.util.Optional;

/**
 * How one file differs from one row in what the table prints, and in what is pinned to the row.
 * Equal differences give equal outcomes of SIZE, DATE and HASH under every policy.
 *
 * @param size how the file's size compares with the listed one; {@code EQUAL} where none is listed
 * @param time the same of the date
 * @param zoneOffset where the times differ as time zones do
 * @param contents how the file's contents compare with those pinned to the row
 */
public record Differences(
    Order size, Order time, Optional<Duration> zoneOffset, Pins.Contents contents) {
  /** A file's value against the listed one. */
  enum Order {
    LESS,
    EQUAL,
    MORE
  }

  /** More than any file has. */
  static final int MORE_THAN_ANY = 4;

  static Differences between(
      ExpectedFile row, ObservedFile.Readable file, TimeComparison times, Pins pins) {
    Order size =
        row.size()
            .filter(listed -> !listed.covers(file.sizeBytes()))
            .map(listed -> listed.exceeds(file.sizeBytes()) ? Order.LESS : Order.MORE)
            .orElse(Order.EQUAL);
    Order time =
        row.modified()
            .filter(listed -> !times.agrees(listed, file.modified()))
            .map(listed -> times.isLater(listed, file.modified()) ? Order.MORE : Order.LESS)
            .orElse(Order.EQUAL);
    Optional<Duration> zoneOffset =
        row.modified().flatMap(listed -> times.wholeZoneOffset(listed, file.modified()));
    return new Differences(size, time, zoneOffset, pins.compare(row, file));
  }

  /** Returns in how many ways the file differs: 0 to 3. */
  int count() {
    return (size == Order.EQUAL ? 0 : 1)
        + (time == Order.EQUAL ? 0 : 1)
        + (contents == Pins.Contents.OTHER ? 1 : 0);
  }

  public boolean none() {
    return count() == 0;
  }
}
