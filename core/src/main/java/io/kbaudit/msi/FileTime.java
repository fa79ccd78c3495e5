package io.kbaudit.msi;

import java.time.Instant;

/** Times as Windows keeps them: ticks of 100 ns since 1601-01-01T00:00Z ([MS-DTYP] 2.3.3). */
final class FileTime {
  /** The Unix epoch, in ticks. */
  private static final long UNIX_EPOCH = 116_444_736_000_000_000L;

  /** 9999-12-31T23:59:59.9999999Z in ticks: no clock is set beyond it, and ISO 8601 ends there. */
  private static final long LAST = 2_650_467_743_999_999_999L;

  private static final long TICKS_PER_SECOND = 10_000_000;
  private static final int NANOS_PER_TICK = 100;

  private FileTime() {}

  /** Returns whether so many ticks are a time within the years 1601 to 9999. */
  static boolean isReadable(long ticks) {
    return ticks >= 0 && ticks <= LAST;
  }

  /**
   * Converts ticks, losing nothing.
   *
   * @param ticks {@linkplain #isReadable readable} ones
   */
  static Instant toInstant(long ticks) {
    long sinceEpoch = ticks - UNIX_EPOCH;
    return Instant.ofEpochSecond(
        Math.floorDiv(sinceEpoch, TICKS_PER_SECOND),
        Math.floorMod(sinceEpoch, TICKS_PER_SECOND) * NANOS_PER_TICK);
  }
}
