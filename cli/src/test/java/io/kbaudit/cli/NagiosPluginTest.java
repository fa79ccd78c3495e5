package io.kbaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.fixtures.folder.Defect;
import io.kbaudit.fixtures.folder.RollupFolder;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Under its own format alone, the command ends as a plugin of Nagios does. */
class NagiosPluginTest {
  @TempDir private Path folder;
  @TempDir private Path elsewhere;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @Test
  void compliantIsOk() throws Exception {
    RollupFolder.kb2492954().writeTo(folder);

    int code = kbaudit("verify", "--location", "package", "--report", "nagios", folder);

    assertThat(code).isZero();
    assertThat(printed()).startsWith("KBAUDIT OK - COMPLIANT: 22 expected, 22 passed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nagios", "NAGIOS", "nagios=-"})
  void nonCompliantIsCritical(String format) throws Exception {
    RollupFolder.kb2492954().with(Defect.missing("DNSProvider.msi")).writeTo(folder);

    int code = kbaudit("verify", "--location", "package", "--report", format, folder);

    assertThat(code).isEqualTo(2);
    assertThat(printed())
        .startsWith("KBAUDIT CRITICAL - NON-COMPLIANT: 22 expected, 21 passed, 1 failed")
        .contains("Dnsprovider.msi PRESENCE MISSING");
  }

  @Test
  void aQuestionThatCannotBeAskedIsUnknownAndSaysWhy() {
    int code = kbaudit("verify", "--report=nagios", folder.resolve("none|here"));

    assertThat(code).isEqualTo(3);
    assertThat(printed()).startsWith("KBAUDIT UNKNOWN - no such folder: ").doesNotContain("|");
  }

  @Test
  void badUsageIsUnknownToo() {
    int code = kbaudit("verify", "--report", "nagios", "--colour", folder);

    assertThat(code).isEqualTo(3);
    assertThat(printed()).startsWith("KBAUDIT UNKNOWN - unknown option '--colour'");
  }

  @Test
  void aFileInThatFormatChangesNoExitCode() throws Exception {
    RollupFolder.kb2492954().with(Defect.missing("DNSProvider.msi")).writeTo(folder);
    Path file = elsewhere.resolve("state");

    int code = kbaudit("verify", "--report", "nagios=" + file, "--report", "text", folder);

    assertThat(code).isEqualTo(1);
    assertThat(file).content().startsWith("KBAUDIT CRITICAL - ");
    assertThat(printed()).startsWith("Article");
  }

  private int kbaudit(Object... arguments) {
    Console console =
        new Console(
            InputStream.nullInputStream(),
            out,
            new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
            StandardCharsets.UTF_8,
            false,
            false,
            Map.of());
    return new Kbaudit(console)
        .runProcess(Stream.of(arguments).map(Object::toString).toArray(String[]::new));
  }

  private String printed() {
    return out.toString(StandardCharsets.UTF_8);
  }
}
