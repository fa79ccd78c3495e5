package io.kbaudit.inventory;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/**
 * What may end a scan before it is whole: an interrupt of its thread, or its caller.
 *
 * @param asked whether its caller wants it no more
 */
record StopSignal(BooleanSupplier asked) {
  /** Says that the scan is to end. */
  static final class StoppedException extends InterruptedIOException {
    private static final long serialVersionUID = 1L;

    private StoppedException(String message) {
      super(message);
    }
  }

  /** Returns this signal for one scan: once its caller gave it, it stays given. */
  StopSignal forOneScan() {
    AtomicBoolean given = new AtomicBoolean();
    return new StopSignal(
        () -> {
          if (asked.getAsBoolean()) {
            given.set(true);
          }
          return given.get();
        });
  }

  /**
   * Lets a scan go on that is to.
   *
   * @throws StoppedException if its thread is interrupted, which it stays, or its caller wants it
   *     no more
   */
  void orGoOn() throws StoppedException {
    if (Thread.currentThread().isInterrupted()) {
      throw new StoppedException("the scan was interrupted");
    }
    if (asked.getAsBoolean()) {
      throw new StoppedException("the scan was stopped");
    }
  }

  /**
   * Lets go on whoever met {@code failure} in a file system.
   *
   * @throws InterruptedIOException if it is none, and a scan was ended by it
   */
  static void rethrow(IOException failure) throws InterruptedIOException {
    if (failure instanceof StoppedException stopped) {
      throw stopped;
    }
    if (Thread.currentThread().isInterrupted()) {
      StoppedException interrupted = new StoppedException("the scan was interrupted");
      interrupted.initCause(failure);
      throw interrupted;
    }
  }
}
