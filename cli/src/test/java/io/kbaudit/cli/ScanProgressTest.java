package io.kbaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ScanProgressTest {
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final AtomicLong nanos = new AtomicLong();

  private ScanProgress progress(boolean terminal, boolean quiet) {
    Console console =
        new Console(
            InputStream.nullInputStream(),
            OutputStream.nullOutputStream(),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            StandardCharsets.UTF_8,
            terminal,
            terminal,
            Map.of());
    return new ScanProgress(console, quiet, nanos::get);
  }

  @Test
  void saysNothingOfAScanThatIsDoneWithinASecond() {
    try (ScanProgress progress = progress(true, false)) {
      nanos.set(Duration.ofMillis(999).toNanos());
      progress.accept(1_000);
    }

    assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void countsFilesAfterASecondAndWipesTheLineAtTheEnd() {
    try (ScanProgress progress = progress(true, false)) {
      nanos.set(Duration.ofSeconds(1).toNanos());
      progress.accept(120_000);
      progress.accept(120_001);
    }

    assertThat(err.toString(StandardCharsets.UTF_8))
        .isEqualTo("\rScanning: 120,000 files\r                       \r");
  }

  @Test
  void saysNothingWhereNobodyWatchesOrWhenQuiet() {
    try (ScanProgress redirected = progress(false, false);
        ScanProgress quiet = progress(true, true)) {
      nanos.set(Duration.ofSeconds(10).toNanos());
      redirected.accept(1);
      quiet.accept(1);
    }

    assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
  }
}
