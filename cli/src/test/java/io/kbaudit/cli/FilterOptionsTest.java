package io.kbaudit.cli;

import static io.kbaudit.cli.Run.kbaudit;
import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.fixtures.folder.RollupFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilterOptionsTest {
  private static final String ALL =
      "COMPLIANT: 22 expected, 22 passed, 0 failed, 0 undecided, 0 unlisted";

  @TempDir private Path temp;
  private Path folder;

  @BeforeEach
  void writeThem() throws IOException {
    folder = Files.createDirectory(temp.resolve("rollup"));
    RollupFolder.kb2492954().writeTo(folder);
    Files.writeString(folder.resolve("readme.txt"), "read me");
  }

  @Test
  void whatIsExcludedIsNotUnlistedAndTheLastLineSaysSo() {
    Run run = kbaudit("verify", "-q", folder, "--unlisted", "fail", "--exclude", "*.TXT");

    assertThat(run).isEqualTo(new Run(ExitCode.OK, ALL + "; not audited: files '*.TXT'\n", ""));
  }

  @Test
  void whatIsNotIncludedIsNotLookedAtEither() {
    Run run = kbaudit("verify", "-q", folder, "--unlisted", "fail", "--include", "*.msi");

    assertThat(run).isEqualTo(new Run(ExitCode.OK, ALL + "; not audited: files but '*.msi'\n", ""));
  }

  @Test
  void aListedFileThatIsExcludedIsMissing() {
    Run run = kbaudit("verify", folder, "--exclude", "dns*", "--report", "json");

    assertThat(run.findings())
        .containsExactly("Dnsclient.msi PRESENCE MISSING", "Dnsprovider.msi PRESENCE MISSING");
  }

  @Test
  void anInventoryIsFilteredAlike() throws IOException {
    Path inventory = temp.resolve("rollup.json");
    kbaudit("collect", folder, "-o", inventory);

    Run live = kbaudit("verify", folder, "--exclude", "*.txt", "--report", "json");
    Run saved =
        kbaudit("verify", "--inventory", inventory, "--exclude", "*.txt", "--report", "json");

    assertThat(saved).isEqualTo(live);
    assertThat(Files.readString(inventory)).contains("readme.txt");
  }

  @Test
  void aSavedAuditKeepsTheFilter() {
    Path saved = temp.resolve("audit.json");
    kbaudit("verify", folder, "--exclude", "*.txt", "--report", "json=" + saved);

    assertThat(kbaudit("report", saved, "-q").out())
        .isEqualTo(ALL + "; not audited: files '*.txt'\n");
  }

  @Test
  void anEmptyPatternIsRefused() {
    assertThat(kbaudit("verify", folder, "--exclude", ""))
        .isEqualTo(
            new Run(
                ExitCode.CANNOT_ASK,
                "",
                "kbaudit: --exclude is empty, and no file is called ''\n"));
  }

  @Test
  void backUpsAndUnfinishedCopiesAreKbauditsOwn() throws IOException {
    Files.delete(folder.resolve("readme.txt"));
    Files.writeString(folder.resolve("DNSClient.msi.before-KB2492954"), "old");
    Files.writeString(folder.resolve("DNSClient.msi.BEFORE-KB2492954-2"), "older");
    Files.writeString(folder.resolve("DNSProvider.msi.kbaudit-part"), "half");

    Run run = kbaudit("verify", folder, "--unlisted", "fail");

    assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(run.out())
        .contains("OWN_FILES: These back-ups, or unfinished copies of kbaudit's are not counted")
        .endsWith(ALL + "\n");
  }

  @Test
  void whatIsOnlyNamedLikeThemIsNot() throws IOException {
    Files.delete(folder.resolve("readme.txt"));
    Files.writeString(folder.resolve("DNSClient.msi.before-lunch"), "other");
    Files.writeString(folder.resolve("notes.kbaudit-part.exe"), "other");

    Run run = kbaudit("verify", "-q", folder, "--unlisted", "fail");

    assertThat(run.exitCode()).isEqualTo(ExitCode.NON_COMPLIANT);
    assertThat(run.out()).contains("2 unlisted and forbidden");
  }
}
