package io.kbaudit.inventory;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Times of files that can be told as a date: file systems and callers may have others. */
final class FileTimes {
  private static final Instant FIRST = LocalDateTime.MIN.toInstant(ZoneOffset.UTC);
  private static final Instant LAST = LocalDateTime.MAX.toInstant(ZoneOffset.UTC);

  private FileTimes() {}

  /** Returns {@code time}, or the nearest that is a date. */
  static Instant clamped(Instant time) {
    if (time.isBefore(FIRST)) {
      return FIRST;
    }
    return time.isAfter(LAST) ? LAST : time;
  }
}
