package io.kbaudit.cli;

import static io.kbaudit.cli.Run.kbaudit;
import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.fixtures.folder.Defect;
import io.kbaudit.fixtures.folder.RollupFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody accepts for a time does not fail an audit, and is shown. */
class WaiverOptionsTest {
  @TempDir private Path folder;
  private Path rollup;
  private Path waivers;

  @BeforeEach
  void aFolderThatLacksAFile() throws Exception {
    rollup = Files.createDirectory(folder.resolve("rollup"));
    waivers = folder.resolve("waivers.yaml");
    RollupFolder.kb2492954().with(Defect.missing("DNSProvider.msi")).writeTo(rollup);
    Files.writeString(
        waivers,
        """
        waivers:
          - location: package
            file: dnsprovider.MSI
            check: PRESENCE
            reason: it is installed by hand
            approver: J. Doe
            expiry: 2027-03-31
        """);
  }

  @Test
  void anAuditWithWaiversIsCompliantUntilTheLastDay() {
    Run last = verify("--as-of", "2027-03-31", "--quiet");
    Run after = verify("--as-of", "2027-04-01", "--quiet");

    assertThat(last)
        .isEqualTo(
            new Run(
                ExitCode.OK,
                "COMPLIANT with 1 waiver, next expiry 2027-03-31: 22 expected, 21 passed, 0"
                    + " failed, 0 undecided, 1 waived, 0 unlisted; waivers as on"
                    + " 2027-03-31\n",
                ""));
    assertThat(after)
        .isEqualTo(
            new Run(
                ExitCode.NON_COMPLIANT,
                "NON-COMPLIANT: 22 expected, 21 passed, 1 failed, 0 undecided, 0 unlisted; 1 waiver"
                    + " expired; waivers as on 2027-04-01\n",
                ""));
  }

  @Test
  void itShowsWhatIsWaivedAndWhy() {
    Run run = verify("--as-of", "2026-11-30");

    assertThat(run.out())
        .contains("\n~ WAIVED  Dnsprovider.msi  PRESENCE MISSING\n")
        .contains("\n    waived     until 2027-03-31 by J. Doe: it is installed by hand\n");
  }

  @Test
  void aWaiverOfAnotherLocationIsShownAndCoversNothing() throws IOException {
    Files.writeString(waivers, Files.readString(waivers).replace("package", "msi-share"));

    Run run = verify("--as-of", "2026-11-30");

    assertThat(run.exitCode()).isEqualTo(ExitCode.NON_COMPLIANT);
    assertThat(run.out())
        .contains(
            """
            ~ waiver UNMATCHED  dnsprovider.MSI  PRESENCE
                listed     line 2 of waivers.yaml, for msi-share
                why        nothing was found that it covers
            """);
  }

  @Test
  void aDayWithoutWaiversIsNoQuestion() {
    Run run = kbaudit("verify", "--as-of", "2026-11-30", rollup);

    assertThat(run)
        .isEqualTo(
            new Run(
                ExitCode.CANNOT_ASK,
                "",
                "kbaudit: --as-of is about waivers; name them with --waivers\n"));
  }

  @Test
  void whatIsNoDayIsRefused() {
    Run run = verify("--as-of", "31.3.2027");

    assertThat(run.exitCode()).isEqualTo(ExitCode.CANNOT_ASK);
    assertThat(run.err()).contains("'31.3.2027' is not a day such as 2027-03-31");
  }

  @Test
  void aListThatCannotBeReadIsRefusedWithItsLine() throws IOException {
    Files.writeString(waivers, "- file: a.msi\n  checks: SIZE\n");

    Run run = verify();

    assertThat(run)
        .isEqualTo(
            new Run(
                ExitCode.CANNOT_ASK,
                "",
                "kbaudit: waivers.yaml, line 2: unknown key of a waiver: 'checks'; did you mean"
                    + " 'check'?\n"));
  }

  @Test
  void noReportIsWrittenOverTheWaivers() throws IOException {
    String before = Files.readString(waivers);

    Run run = verify("--report", "json=" + waivers, "--overwrite");

    assertThat(run.exitCode()).isEqualTo(ExitCode.CANNOT_ASK);
    assertThat(waivers).hasContent(before);
  }

  private Run verify(Object... more) {
    Object[] words = new Object[6 + more.length];
    Object[] first = {"verify", "--location", "package", rollup, "--waivers", waivers};
    System.arraycopy(first, 0, words, 0, first.length);
    System.arraycopy(more, 0, words, first.length, more.length);
    return kbaudit(words);
  }
}
