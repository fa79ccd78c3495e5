package io.kbaudit.inventory;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * How long what a file system is asked may take: so long, and, since much takes longer, a second
 * more for each {@value #BYTES_A_SECOND} bytes of the file that is read, which the slowest of lines
 * bring.
 *
 * @param base without any byte
 */
record ReadingTime(Duration base) {
  /** As long as it takes. */
  static final ReadingTime UNLIMITED = new ReadingTime(Duration.ZERO);

  private static final long BYTES_A_SECOND = 1 << 20;

  ReadingTime {
    if (requireNonNull(base, "base").isNegative()) {
      throw new IllegalArgumentException("a time of " + base);
    }
  }

  boolean isUnlimited() {
    return base.isZero();
  }

  Duration allowedFor(long bytes) {
    return base.plusSeconds(bytes / BYTES_A_SECOND);
  }
}
