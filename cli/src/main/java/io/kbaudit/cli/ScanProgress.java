package io.kbaudit.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/** Says on a terminal how far a scan has come, once it takes longer than a second. */
final class ScanProgress implements LongConsumer, AutoCloseable {
  private static final long PATIENCE_NANOS = Duration.ofSeconds(1).toNanos();
  private static final long INTERVAL_NANOS = Duration.ofMillis(200).toNanos();

  private final PrintStream err;
  private final boolean shown;
  private final LongSupplier nanoTime;
  private long nextNanos;
  private int printedLength;

  ScanProgress(Console console, boolean quiet, LongSupplier nanoTime) {
    this.err = console.err();
    this.shown = console.errIsTerminal() && !quiet;
    this.nanoTime = nanoTime;
    this.nextNanos = nanoTime.getAsLong() + PATIENCE_NANOS;
  }

  @Override
  public void accept(long files) {
    if (!shown) {
      return;
    }
    long now = nanoTime.getAsLong();
    if (now - nextNanos >= 0) {
      nextNanos = now + INTERVAL_NANOS;
      String text = String.format(Locale.ROOT, "Scanning: %,d files", files);
      err.print("\r" + text);
      err.flush();
      printedLength = text.length();
    }
  }

  /** Wipes what was printed. */
  @Override
  public void close() {
    if (printedLength > 0) {
      err.print("\r" + " ".repeat(printedLength) + "\r");
      err.flush();
    }
  }
}
