package io.kbaudit.cli;

import static io.kbaudit.cli.Run.kbaudit;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** By a text of a bundled article that lists fewer rows, nothing is compliant. */
class OtherThanBundledTest {
  private static final String CUT =
      """
      | File name | Date | Time | File size |
      |---|---|---|---|
      | Dnsclient.msi | 10-Mar-2011 | 10:04 | 679,936 |

      The end.
      """;

  @TempDir Path temp;
  private Path article;
  private Path folder;

  @BeforeEach
  void writeThem() throws IOException {
    article = Files.writeString(temp.resolve("KB2492954.txt"), CUT);
    folder = Files.createDirectory(temp.resolve("files"));
    Files.write(folder.resolve("DNSClient.msi"), new byte[679_936]);
  }

  @Test
  void theOneLineSaysSo() {
    Run run = kbaudit("verify", "-q", "--only", "SIZE", "--article", article, folder);

    assertThat(run.exitCode()).isEqualTo(ExitCode.INDETERMINATE);
    assertThat(run.out())
        .isEqualTo(
            "INDETERMINATE: 1 expected, 1 passed, 0 failed, 0 undecided, 0 unlisted, text other"
                + " than the bundled article; not audited: all checks but SIZE\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "json", "csv", "html", "junit", "sarif", "markdown"})
  void everyFormatSaysWhichRowsItLacks(String format) {
    Run run = kbaudit("verify", "--report", format, "--only", "SIZE", "--article", article, folder);

    assertThat(run.exitCode()).isEqualTo(ExitCode.INDETERMINATE);
    assertThat(run.out().replaceAll("&#39;|&apos;", "'").replaceAll("\\s+", " "))
        .contains("OTHER_THAN_BUNDLED", "it lacks 21, 'Dnsprovider.msi', ");
  }

  @Test
  void nagiosNamesIt() {
    Run run =
        kbaudit("verify", "--report", "nagios", "--only", "SIZE", "--article", article, folder);

    assertThat(run.out())
        .startsWith("KBAUDIT UNKNOWN - INDETERMINATE: ")
        .contains("text other than the bundled article OTHER_THAN_BUNDLED|")
        .contains("'other_than_bundled'=1;");
  }

  @Test
  void theCheckOfTheArticleFindsIt() {
    Run run = kbaudit("article", "check", article);

    assertThat(run.exitCode()).isEqualTo(ExitCode.NON_COMPLIANT);
    assertThat(run.out())
        .contains("DIFFERS_FROM_BUNDLED")
        .contains("1 row read, 0 left unread, other than the bundled ones, ");
  }

  @Test
  void itIsExplained() {
    assertThat(kbaudit("explain", "OTHER_THAN_BUNDLED").out()).contains("bundled article");
  }
}
