package io.kbaudit.script;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Whole scripts, kept as files under {@code src/test/resources/script}. After a change that is
 * meant, write them anew and read the difference before it is committed:
 *
 * <pre>mvn -pl core test -Dtest=ShellTest -Dkbaudit.golden=write</pre>
 */
final class Golden {
  private static final Path FOLDER = Path.of("src", "test", "resources", "script");
  private static final boolean WRITE = "write".equals(System.getProperty("kbaudit.golden"));

  private Golden() {}

  /** Checks that {@code text} in UTF-8 is byte for byte what the file holds. */
  public static void assertMatches(String file, String text) throws IOException {
    Path golden = FOLDER.resolve(file);
    if (WRITE) {
      Files.createDirectories(FOLDER);
      Files.writeString(golden, text, UTF_8);
    }
    assertThat(text.getBytes(UTF_8)).as(file).isEqualTo(Files.readAllBytes(golden));
  }
}
