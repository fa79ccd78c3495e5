package io.kbaudit.msi;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.kbaudit.fixtures.msi.MsiFixture;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that end too early, wherever that is. */
class MsiPrefixTest {
  @Test
  void everyPrefixOpensOrIsRefusedAndIsNotSound() throws IOException {
    requireUnsound(FULL, 1);
  }

  /** Its mini stream, which is last, fills its last sector. */
  private static final MsiFixture FULL =
      MsiFixture.smallest().withStream("Rest", "rest".repeat(112).getBytes(US_ASCII));

  @ParameterizedTest
  @MethodSource("others")
  void manyPrefixesOfOtherFilesOpenOrAreRefusedAndAreNotSound(MsiFixture sound) throws IOException {
    requireUnsound(sound, 7);
  }

  /** Files whose last sector is in use to its last byte. */
  static Stream<Named<MsiFixture>> others() {
    return Stream.of(
        Named.of("patch", FULL.patch(new UUID(0, 1))),
        Named.of("sectors of 4096 bytes", MsiFixture.sized(24_576).sectorBytes(4096)));
  }

  /** Some writers leave it out, and nothing is lost with it. */
  @Test
  void withoutTheUnusedRestOfTheLastSectorItIsSound(@TempDir Path folder) throws IOException {
    byte[] sound = MsiFixture.smallest().sectorBytes(4096).toBytes();
    Path file = folder.resolve("a.msi");

    Files.write(file, Arrays.copyOf(sound, sound.length - 2_000));

    assertThat(MsiInspection.of(file).problems()).isEmpty();
  }

  private static void requireUnsound(MsiFixture fixture, int step) throws IOException {
    byte[] sound = fixture.toBytes();
    try (FileSystem memory = Jimfs.newFileSystem(Configuration.unix())) {
      Path file = memory.getPath("/a.msi");
      assertThat(MsiInspection.of(Files.write(file, sound)).sound()).isTrue();

      for (int length = 0; length < sound.length; length += step) {
        Files.write(file, Arrays.copyOf(sound, length));

        if (Everything.askedOf(file).sound()) {
          fail("of %,d bytes, the first %,d are said to be sound", sound.length, length);
        }
      }
    }
  }
}
