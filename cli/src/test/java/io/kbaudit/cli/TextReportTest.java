package io.kbaudit.cli;

import static io.kbaudit.cli.Run.kbaudit;
import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.fixtures.folder.Defect;
import io.kbaudit.fixtures.folder.RollupFolder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The report for people: as wide as their screen, and as long as they ask. */
class TextReportTest {
  @TempDir private Path rollup;

  @BeforeEach
  void writeARollupThatLacksAFile() throws Exception {
    RollupFolder.kb2492954().with(Defect.missing("DNSProvider.msi")).writeTo(rollup);
  }

  @ParameterizedTest
  @ValueSource(ints = {60, 80, 132})
  void noLineButTheSummaryIsWiderThanTheScreen(int columns) {
    Run run = onScreenOf(columns, "--location", "package", "--color", "never");

    assertThat(run.out().lines().filter(line -> !line.startsWith("NON-COMPLIANT: ")))
        .allMatch(line -> line.length() <= columns);
  }

  @Test
  void aTableThatIsWiderThanTheScreenLosesNothing() {
    String wide = onScreenOf(132, "--location", "package", "--color", "never").out();
    String narrow = onScreenOf(60, "--location", "package", "--color", "never").out();

    assertThat(words(narrow)).isEqualTo(words(wide));
    assertThat(narrow.lines())
        .containsSequence(
            "\u2713 PASS  Dnsclient.msi  679,936 bytes  2011-03-10 10:04 UTC", "    IDENTITY");
  }

  @Test
  void aPipeIsAsWideAsItsLines() {
    Run pipe = kbaudit("verify", "--location", "package", rollup);

    assertThat(pipe.out().lines())
        .contains(
            "\u2713 PASS  Dnsclient.msi                            679,936 bytes  2011-03-10 10:04"
                + " UTC  IDENTITY");
  }

  @Test
  void verboseTellsEveryCheckOfEveryFile() {
    Run run = kbaudit("verify", "--location", "package", "--verbose", rollup);

    assertThat(run.out().lines().filter(line -> line.startsWith("    SIZE "))).hasSize(22);
    assertThat(run.out())
        .contains(
            """
            \u2713 PASS  Dnsclient.msi  IDENTITY
                row        1, line 82 of the article; component DNS Client
                PRESENCE   passed: found as 'DNSClient.msi'
            """)
        .contains("    PRESENCE   failed MISSING: expected a file named 'Dnsprovider.msi'");
  }

  @Test
  void quietTellsOneLine() {
    Run run = kbaudit("verify", "--location", "package", "--quiet", rollup);

    assertThat(run.out())
        .isEqualTo("NON-COMPLIANT: 22 expected, 21 passed, 1 failed, 0 undecided, 0 unlisted\n");
  }

  private Run onScreenOf(int columns, Object... options) {
    Object[] arguments = new Object[options.length + 2];
    arguments[0] = "verify";
    System.arraycopy(options, 0, arguments, 1, options.length);
    arguments[arguments.length - 1] = rollup;
    return Run.on(
        StandardCharsets.UTF_8, true, Map.of("COLUMNS", Integer.toString(columns)), arguments);
  }

  private static String words(String text) {
    return text.replaceAll("\\s+", " ");
  }
}
