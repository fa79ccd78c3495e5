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
            Map.of("COLUMNS", "80"));
    return new ScanProgress(console, quiet, nanos::get);
  }

  @Test
  void saysNothingOfAScanThatIsDoneWithinASecond() {
    try (ScanProgress progress = progress(true, false)) {
      nanos.set(Duration.ofMillis(999).toNanos());
      progress.listed(1_000);
      progress.read(5, 10);
    }

    assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void drawsHowMuchIsReadOfWhatIsToBeReadAndWipesItAtTheEnd() {
    try (ScanProgress progress = progress(true, false)) {
      nanos.set(Duration.ofSeconds(1).toNanos());
      progress.read(512 << 20, 2L << 30);
    }

    assertThat(drawn()).contains("Reading").contains(" 25%").contains("512/2048 MiB");
    assertThat(drawn()).endsWith("\r" + " ".repeat(79) + "\r");
  }

  @Test
  void countsFilesWhileNobodyKnowsHowManyThereAre() {
    try (ScanProgress progress = progress(true, false)) {
      nanos.set(Duration.ofSeconds(1).toNanos());
      progress.listed(120_000);
    }

    assertThat(drawn()).contains("Listing").contains("120000/? files");
  }

  @Test
  void isNotWiderThanTheTerminal() {
    try (ScanProgress progress = progress(true, false)) {
      nanos.set(Duration.ofSeconds(1).toNanos());
      progress.inspected(12, 2_000);
    }

    assertThat(drawn()).contains("12/2000 files");
    assertThat(drawn().split("\r", -1)).allMatch(line -> line.length() < 80);
  }

  private String drawn() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @Test
  void saysNothingWhereNobodyWatchesOrWhenQuiet() {
    try (ScanProgress redirected = progress(false, false);
        ScanProgress quiet = progress(true, true)) {
      nanos.set(Duration.ofSeconds(10).toNanos());
      redirected.listed(1);
      quiet.read(1, 2);
    }

    assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
  }
}
