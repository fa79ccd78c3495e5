package io.kbaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WindowsArgumentsTest {
  private static Run onWindows(Object... args) {
    return Run.on(StandardCharsets.UTF_8, false, Map.of("OS", "Windows_NT"), args);
  }

  @Test
  void aQuotationMarkAtTheEndOfAPathIsTheBackslashBeforeIt() {
    assertThat(onWindows("verify", "C:\\MSI Share\"").err())
        .isEqualTo("kbaudit: no such folder: 'C:\\MSI Share\\'\n");
    assertThat(onWindows("verify", "--reference=C:\\nowhere\"", "C:\"").err())
        .contains("'C:\\nowhere\\'");
    assertThat(onWindows("verify", "C:\"").err()).isEqualTo("kbaudit: no such folder: 'C:\\'\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"C:\\MSI Share\" --report json", "C:\\A B\" D:\\C", "--share=C:\\A\" --quiet"})
  void whatAQuotationMarkSwallowedIsSaid(String argument) {
    Run run = onWindows("verify", argument);

    assertThat(run)
        .isEqualTo(
            new Run(
                ExitCode.CANNOT_ASK,
                "",
                "kbaudit: the argument '"
                    + argument
                    + "' holds a quotation mark and what follows it: a backslash before a closing"
                    + " quotation mark does that; leave it out, or double it\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"", "a\"b", "\"a\"", "C:\\MSI Share\\"})
  void anotherQuotationMarkIsLeftAlone(String argument) {
    assertThat(onWindows("schema", argument).err()).contains("'" + argument + "'");
  }

  @Test
  void elsewhereAQuotationMarkIsALetterLikeOthers(@TempDir Path folder) throws Exception {
    Path quoted = Files.createDirectory(folder.resolve("a\" --b\""));

    Run run = Run.kbaudit("verify", "--quiet", quoted);

    assertThat(run.exitCode()).isEqualTo(ExitCode.NON_COMPLIANT);
    assertThat(run.err()).isEmpty();
  }
}
