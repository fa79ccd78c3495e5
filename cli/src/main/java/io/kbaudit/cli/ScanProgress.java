package io.kbaudit.cli;

import io.kbaudit.inventory.ScanListener;
import java.io.PrintStream;
import java.time.Duration;
import java.util.function.LongSupplier;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Draws on a terminal how far a scan has come, once it takes longer than a second. */
final class ScanProgress implements ScanListener, AutoCloseable {
  private static final long PATIENCE_NANOS = Duration.ofSeconds(1).toNanos();
  private static final int INTERVAL_MILLIS = 200;
  private static final long UNKNOWN = -1;

  /** What is being done, and in what it is counted. */
  private enum Task {
    LISTING("Listing", " files", 1),
    READING("Reading", " MiB", 1 << 20),
    INSPECTING("Inspecting", " files", 1),
    READING_ARTICLES("Reading", " articles", 1);

    private final String word;
    private final String unit;
    private final long size;

    Task(String word, String unit, long size) {
      this.word = word;
      this.unit = unit;
      this.size = size;
    }
  }

  private final Console console;
  private final boolean shown;
  private final LongSupplier nanoTime;
  private final long shownFromNanos;
  private @Nullable Task task;
  private @Nullable ProgressBar bar;

  ScanProgress(Console console, boolean quiet, LongSupplier nanoTime) {
    this.console = console;
    this.shown = console.errIsTerminal() && !quiet;
    this.nanoTime = nanoTime;
    this.shownFromNanos = nanoTime.getAsLong() + PATIENCE_NANOS;
  }

  @Override
  public void listed(long files) {
    show(Task.LISTING, files, UNKNOWN);
  }

  @Override
  public void read(long bytes, long total) {
    show(Task.READING, bytes, total);
  }

  /** Hears how many of the files to be inspected were. */
  void inspected(long files, long total) {
    show(Task.INSPECTING, files, total);
  }

  /** Hears how many of the articles to be read were. */
  void articleRead(long articles, long total) {
    show(Task.READING_ARTICLES, articles, total);
  }

  private void show(Task now, long done, long total) {
    if (!shown || nanoTime.getAsLong() - shownFromNanos < 0) {
      return;
    }
    if (bar == null || task != now) {
      close();
      bar = bar(now, total);
      task = now;
    }
    bar.stepTo(done);
  }

  private ProgressBar bar(Task now, long total) {
    ProgressBarStyle style =
        console.charset().newEncoder().canEncode('\u2588')
            ? ProgressBarStyle.UNICODE_BLOCK
            : ProgressBarStyle.ASCII;
    return new ProgressBarBuilder()
        .setTaskName(now.word)
        .setUnit(now.unit, now.size)
        .setInitialMax(total)
        .setStyle(style)
        .setUpdateIntervalMillis(INTERVAL_MILLIS)
        .setConsumer(line())
        .build();
  }

  private Line line() {
    return new Line(console.err(), console.columns() - 1);
  }

  /**
   * The line that the bar is drawn on; once wiped, it is free for whatever is printed next.
   *
   * @param length in columns
   */
  private record Line(PrintStream err, int length) implements ProgressBarConsumer {
    @Override
    public int getMaxRenderedLength() {
      return length;
    }

    @Override
    public void accept(String drawn) {
      err.print("\r" + drawn);
      err.flush();
    }

    @Override
    public void clear() {
      accept(" ".repeat(length) + "\r");
    }

    @Override
    public void close() {
      err.flush();
    }
  }

  /** Wipes what was drawn. */
  @Override
  public void close() {
    if (bar != null) {
      bar.close();
      line().clear();
      bar = null;
    }
  }
}
