package io.kbaudit.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.json.ToolVersion;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What is printed, kept as files under {@code src/test/resources}, in the folder of the package
 * that prints it. After a change that is meant, write them anew and read the difference before it
 * is committed, with the tests that compare them:
 *
 * <pre>mvn -pl core test -Dtest='FormatsTest,*ReportTest' -Dkbaudit.golden=write</pre>
 */
public final class Golden {
  static final Path ROOT = Path.of("src", "test", "resources");
  private static final boolean WRITE = "write".equals(System.getProperty("kbaudit.golden"));

  private Golden() {}

  /** Returns the path of {@code file}, which belongs to the package of {@code printer}. */
  public static Path path(Class<?> printer, String file) {
    return ROOT.resolve(printer.getPackageName().replace('.', '/')).resolve(file);
  }

  /** Checks that {@code text}, in UTF-8, is byte for byte what the file of its printer holds. */
  public static void assertMatches(Class<?> printer, String file, String text) throws IOException {
    assertMatches(printer, file, text, StandardCharsets.UTF_8);
  }

  /**
   * Checks that {@code text}, in this encoding, is byte for byte what the file of its printer
   * holds; JSON that has a schema must be as that has it, too.
   */
  public static void assertMatches(Class<?> printer, String file, String text, Charset charset)
      throws IOException {
    if (Schemas.isOurs(text)) {
      Schemas.assertValid(text);
    }
    Path golden = path(printer, file);
    String versionless =
        text.replace('"' + ToolVersion.get() + '"', "\"(this version)\"")
            .replace("kbaudit " + ToolVersion.get(), "kbaudit (this version)");
    if (WRITE) {
      Files.createDirectories(golden.getParent());
      Files.write(golden, versionless.getBytes(charset));
    }
    assertThat(versionless).as(file).isEqualTo(new String(Files.readAllBytes(golden), charset));
    assertThat(versionless.getBytes(charset)).as(file).isEqualTo(Files.readAllBytes(golden));
  }
}
