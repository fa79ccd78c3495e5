package io.kbaudit.inventory;

import java.io.InterruptedIOException;
import java.util.function.BooleanSupplier;

/**
 * Whether a scan is wanted still.
 *
 * @param stopped says that its caller wants it no more
 */
record Wanted(BooleanSupplier stopped) {
  /** Says that the scan is to end. */
  static final class NoMoreException extends InterruptedIOException {
    private static final long serialVersionUID = 1L;

    private NoMoreException(String message) {
      super(message);
    }
  }

  /**
   * Lets a scan go on that is wanted.
   *
   * @throws NoMoreException if its thread is interrupted, which it stays, or its caller wants it no
   *     more
   */
  void require() throws NoMoreException {
    if (Thread.currentThread().isInterrupted()) {
      throw new NoMoreException("the scan was interrupted");
    }
    if (stopped.getAsBoolean()) {
      throw new NoMoreException("the scan was stopped");
    }
  }
}
