package io.kbaudit.pe;

import static org.assertj.core.api.Assertions.fail;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.kbaudit.fixtures.pe.NeFixture;
import io.kbaudit.fixtures.pe.PeFixture;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is left of a sound file when a copy breaks off, at each of its bytes. */
class PePrefixTest {
  private static final List<byte[]> SOUND =
      List.of(
          PeFixture.library().fileVersion("1.2.3.4").bytes(),
          PeFixture.program().machine(io.kbaudit.fixtures.pe.Machine.X86).anyCpu().bytes(),
          PeFixture.driver().certificateTable(500).bytes(),
          NeFixture.library().fileVersion("1.2.3.4").bytes());

  @Test
  void noBeginningOfASoundFileIsSound() throws IOException {
    try (FileSystem memory = Jimfs.newFileSystem(Configuration.unix())) {
      Path file = memory.getPath("/a.dll");
      for (byte[] sound : SOUND) {
        for (int length = 0; length < sound.length; length++) {
          Files.write(file, Arrays.copyOf(sound, length));

          if (PeInspection.of(file).sound()) {
            fail("of %,d bytes, the first %,d are said to be sound", sound.length, length);
          }
        }
      }
    }
  }
}
