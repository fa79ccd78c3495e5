package io.kbaudit.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DraftTest {
  /** Writes half of a file, says so, and never comes to an end. */
  static final class Endless {
    private Endless() {}

    public static void main(String[] args) throws Exception {
      try (Draft draft = Draft.of(Path.of(args[0]))) {
        draft.out().write("half".getBytes(UTF_8));
        System.out.println("half of it is written");
        Thread.sleep(Long.MAX_VALUE);
      }
    }
  }

  private final Path folder;
  private final Path place;

  DraftTest(@TempDir Path folder) {
    this.folder = folder;
    this.place = folder.resolve("report.json");
  }

  @Test
  void whatIsFinishedIsInItsPlaceAlone() throws IOException {
    try (Draft draft = Draft.of(place)) {
      draft.out().write("whole".getBytes(UTF_8));
      draft.finish(Files::move);
    }

    assertThat(files()).containsExactly(place);
    assertThat(place).hasContent("whole");
  }

  @Test
  void whatIsNotFinishedLeavesNothing() throws IOException {
    try (Draft draft = Draft.of(place)) {
      draft.out().write("half".getBytes(UTF_8));
      assertThat(files()).hasSize(1);
    }

    assertThat(files()).isEmpty();
  }

  @Test
  void whatCannotBeMovedLeavesNothing() {
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(
            () -> {
              try (Draft draft = Draft.of(place)) {
                draft.finish(
                    (file, to) -> {
                      throw new IOException("no");
                    });
              }
            })
        .withMessage("no");

    assertThat(files()).isEmpty();
  }

  /** What another run left, or has in the making, is in nobody's way. */
  @Test
  void twoDraftsOfOneFileHaveNamesOfTheirOwn() throws IOException {
    try (Draft one = Draft.of(place);
        Draft other = Draft.of(place)) {
      assertThat(one.file()).isNotEqualTo(other.file());
      assertThat(one.file()).hasParent(folder);
    }
  }

  /** No name on most file systems has more than 255 bytes, of which é has two and 😀 four. */
  @ParameterizedTest
  @CsvSource({"a, 255", "\u00E9, 127", "\uD83D\uDE00, 63"})
  @EnabledOnOs(value = OS.LINUX, disabledReason = "elsewhere names are measured otherwise")
  void theLongestNameThatAFileCanHaveLeavesRoomForThatOfItsDraft(String letter, int times)
      throws IOException {
    Path longest = folder.resolve(letter.repeat(times));

    try (Draft draft = Draft.of(longest)) {
      assertThat(draft.file().getFileName().toString()).startsWith(letter.repeat(120 / 4));
      draft.finish(Files::move);
    }

    assertThat(files()).containsExactly(longest);
  }

  @ParameterizedTest
  @CsvSource({"INT, 130", "TERM, 143", "HUP, 129"})
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there are no such signals")
  @Timeout(value = 1, unit = TimeUnit.MINUTES)
  void whatIsInterruptedLeavesNothingAndIsSaid(String signal, int exitCode) throws Exception {
    Signals.requireHeeded(signal);
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Endless.class.getName(),
                place.toString())
            .start();
    assertThat(process.inputReader(UTF_8).readLine()).isEqualTo("half of it is written");
    assertThat(files()).hasSize(1);

    Signals.send(signal, process);

    assertThat(process.errorReader(UTF_8).readLine())
        .isEqualTo("kbaudit: interrupted; '" + place + "' was not written");
    assertThat(process.waitFor()).isEqualTo(exitCode);
    assertThat(files()).isEmpty();
  }

  private List<Path> files() {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
