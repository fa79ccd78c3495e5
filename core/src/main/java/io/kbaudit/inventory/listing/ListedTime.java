package io.kbaudit.inventory.listing;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * When a list says that a file was modified. Local times are kept as though they were UTC.
 *
 * @param monthFirst the time, as far as one reads the date with the month before the day
 * @param eitherOrder whether day and month may as well stand in the other order
 */
record ListedTime(Instant monthFirst, boolean eitherOrder) {
  static ListedTime sure(Instant time) {
    return new ListedTime(time, false);
  }

  /** Returns the time that is meant where days stand before months. */
  Instant dayFirst() {
    if (!eitherOrder) {
      return monthFirst;
    }
    LocalDateTime read = LocalDateTime.ofInstant(monthFirst, ZoneOffset.UTC);
    int month = read.getMonthValue();
    return read.withDayOfMonth(1)
        .withMonth(read.getDayOfMonth())
        .withDayOfMonth(month)
        .toInstant(ZoneOffset.UTC);
  }
}
