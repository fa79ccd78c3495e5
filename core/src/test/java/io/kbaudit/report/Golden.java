package io.kbaudit.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.json.ToolVersion;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What reports print, kept as files under {@code src/test/resources/report}. After a change that is
 * meant, write them anew and read the difference before it is committed:
 *
 * <pre>mvn -pl core test -Dtest='*ReportTest' -Dkbaudit.golden=write</pre>
 */
public final class Golden {
  static final Path FOLDER = Path.of("src", "test", "resources", "report");
  private static final boolean WRITE = "write".equals(System.getProperty("kbaudit.golden"));

  private Golden() {}

  /**
   * Checks that {@code text}, in this encoding, is byte for byte what the file holds; JSON that has
   * a schema must be as that has it, too.
   */
  public static void assertMatches(String file, String text, Charset charset) throws IOException {
    if (Schemas.isOurs(text)) {
      Schemas.assertValid(text);
    }
    Path golden = FOLDER.resolve(file);
    String versionless =
        text.replace('"' + ToolVersion.get() + '"', "\"(this version)\"")
            .replace("kbaudit " + ToolVersion.get(), "kbaudit (this version)");
    if (WRITE) {
      Files.createDirectories(FOLDER);
      Files.write(golden, versionless.getBytes(charset));
    }
    assertThat(versionless).as(file).isEqualTo(new String(Files.readAllBytes(golden), charset));
    assertThat(versionless.getBytes(charset)).as(file).isEqualTo(Files.readAllBytes(golden));
  }
}
