package io.kbaudit.cli;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every run is looked at for is found. */
class WrittenJsonTest {
  private static final String WRONG =
      """
      {
        "schemaVersion": 1,
        "verdict": "PURPLE"
      }
      """;

  private final Path folder;

  WrittenJsonTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    Files.writeString(folder.resolve("wrong.json"), WRONG);
    Files.writeString(folder.resolve("other.json"), "{\"version\": \"2.1.0\"}");
  }

  @Test
  void wrongJsonIsFoundWhereverItIsWritten() {
    assertObjectsTo(false, WRONG, "inspect", "a.msi");
    assertObjectsTo(false, "", "verify", "--report", "json=wrong.json");
    assertObjectsTo(false, "", "verify", "--report=JSON=wrong.json");
    assertObjectsTo(false, "", "baseline", "-o", "wrong.json");
    assertObjectsTo(false, "", "baseline", "--output=wrong.json");
  }

  @Test
  void jsonThatWasAskedForMustBeThere() {
    assertObjectsTo(true, "", "verify", "--report", "json");
    assertObjectsTo(true, "", "verify", "--report", "json=other.json");
  }

  @Test
  void whatIsNotOursIsLeftAlone() {
    assertThatCode(() -> check(true, "{}", "explain")).doesNotThrowAnyException();
    assertThatCode(() -> check(false, "", "verify", "--report", "json=other.json"))
        .doesNotThrowAnyException();
    assertThatCode(() -> check(false, "", "verify", "--report", "json=no-such.json"))
        .doesNotThrowAnyException();
  }

  private void assertObjectsTo(boolean done, String out, String... args) {
    assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> check(done, out, args));
  }

  private void check(boolean done, String out, String... args) {
    WrittenJson.assertValid(done, out, folder, List.of(args));
  }
}
