package io.kbaudit.cli;

import static io.kbaudit.cli.Run.kbaudit;
import static io.kbaudit.cli.Run.reading;
import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.fixtures.folder.Defect;
import io.kbaudit.fixtures.folder.RollupFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From a saved audit, a waiver of one of its findings, and of no other. */
class WaiveCommandTest {
  @TempDir private Path folder;
  private Path rollup;
  private Path saved;
  private Path waivers;

  @BeforeEach
  void auditAFolderWithDefects() throws Exception {
    rollup = Files.createDirectory(folder.resolve("rollup"));
    saved = folder.resolve("audit.json");
    waivers = folder.resolve("waivers.yaml");
    RollupFolder.kb2492954()
        .with(Defect.missing("DNSProvider.msi"), Defect.longerByASector("DNSClient.msi"))
        .writeTo(rollup);
    kbaudit("verify", "--location", "package", "--report", "json=" + saved, rollup);
  }

  @Test
  void locationAndCauseAreThoseOfTheAudit() {
    Run run = waive("--file", "dnsprovider.msi", "--check", "presence");

    assertThat(run)
        .isEqualTo(
            new Run(
                ExitCode.OK,
                """
                waivers:
                  - location: package
                    file: dnsprovider.msi
                    check: PRESENCE
                    cause: MISSING
                    reason: it is installed by hand
                    approver: J. Doe
                    expiry: 2027-03-31
                """,
                ""));
  }

  @Test
  void whatIsWrittenIsWhatVerifyTakes() {
    Run first = waive("--file", "DNSProvider.msi", "--check", "PRESENCE", "-o", waivers);
    Run second =
        waive(
            "--file",
            "DNSClient.msi",
            "--check",
            "SIZE",
            "--ticket",
            "CHG: 1",
            "--from",
            "2026-01-01",
            "-o",
            waivers);

    assertThat(first)
        .isEqualTo(
            new Run(ExitCode.OK, "", "a waiver until 2027-03-31 begins '" + waivers + "'\n"));
    assertThat(second)
        .isEqualTo(
            new Run(
                ExitCode.OK, "", "a waiver until 2027-03-31 is appended to '" + waivers + "'\n"));
    assertThat(
            kbaudit(
                    "verify",
                    "--location",
                    "package",
                    "--waivers",
                    waivers,
                    "--as-of",
                    "2026-11-30",
                    "--quiet",
                    rollup)
                .out())
        .startsWith("COMPLIANT with 2 waivers, next expiry 2027-03-31: ");
    assertThat(folder).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void remarksInTheListStay() throws IOException {
    Files.writeString(waivers, "# ours\nwaivers:\n- file: a.msi # why\n");

    waive("--file", "DNSProvider.msi", "--check", "PRESENCE", "-o", waivers);

    assertThat(waivers)
        .content()
        .startsWith("# ours\nwaivers:\n- file: a.msi # why\n- location: package\n  file: DNSP");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --file DNSProvider.msi --check SIZE | the audit has no finding SIZE of 'DNSProvider.msi'; of this file it has PRESENCE MISSING at package
          --file DNSProvider.msi --check PRESENCE --cause UNREADABLE | the audit has no finding PRESENCE UNREADABLE of 'DNSProvider.msi'; of this file it has PRESENCE MISSING at package
          --file DNSProvider.msi --check PRESENCE --location dns | the audit has no finding PRESENCE of 'DNSProvider.msi' at 'dns'; of this file it has PRESENCE MISSING at package
          --file ManagedHelpers.msi --check SIZE | the audit has no finding SIZE of 'ManagedHelpers.msi'; it has findings of Dnsclient.msi, Dnsprovider.msi
          --file ... --check SIZE | --file '...' is no name of a file
          --file DNSProvider.msi --check PRESENCE --row 7 | the audit has no finding PRESENCE of 'DNSProvider.msi', row 7; of this file it has PRESENCE MISSING at package
          --file DNSProvider.msi --check PRESENCE --row 0 | --row 0: rows are counted from 1
          --file DNSProvider.msi --check PRESENCE --from 2027-04-01 | the waiver would end, by --expiry, before it begins
          """)
  void whatIsNotInTheAuditIsNotWaived(String words, String sentence) {
    Run run = waive((Object[]) words.split(" ", -1));

    assertThat(run).isEqualTo(new Run(ExitCode.CANNOT_ASK, "", "kbaudit: " + sentence + "\n"));
  }

  @ParameterizedTest
  @CsvSource({"--reason", "--approver", "--expiry", "--file", "--check"})
  void anIncompleteEntryHelpsNobody(String left) {
    List<Object> words =
        new ArrayList<>(
            List.of(
                "waive",
                saved,
                "--file",
                "DNSProvider.msi",
                "--check",
                "PRESENCE",
                "--reason",
                "r",
                "--approver",
                "a",
                "--expiry",
                "2027-03-31"));
    int at = words.indexOf(left);
    words.subList(at, at + 2).clear();

    Run run = kbaudit(words.toArray());

    assertThat(run.exitCode()).isEqualTo(ExitCode.CANNOT_ASK);
    assertThat(run.err()).contains("Missing required option").contains(left);
  }

  @Test
  void whatIsOverAlreadyIsNotWrittenDown() {
    Run run =
        kbaudit(
            "waive",
            saved,
            "--file=DNSProvider.msi",
            "--check=PRESENCE",
            "--reason=r",
            "--approver=a",
            "--expiry=2026-11-29");

    assertThat(run)
        .isEqualTo(
            new Run(
                ExitCode.CANNOT_ASK,
                "",
                "kbaudit: --expiry 2026-11-29 is over already: the waiver would cover nothing\n"));
  }

  @Test
  void whatSaysNothingIsLeftOutToo() {
    Run run = waive("--file", "DNSProvider.msi", "--check", "PRESENCE", "--ticket", " ");

    assertThat(run.err()).isEqualTo("kbaudit: --ticket is empty, and a waiver has to say it\n");
  }

  @Test
  void ofSeveralPlacesOneHasToBeNamed() throws Exception {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    saved = folder.resolve("several.json");
    kbaudit(
        "verify",
        "--location",
        "dns=" + empty,
        "--location",
        "msi-share=" + empty,
        "--report",
        "json=" + saved);

    Run several = waive("--file", "DNSClient.msi", "--check", "PRESENCE");
    Run named = waive("--file", "DNSClient.msi", "--check", "PRESENCE", "--location", "dns");
    Run only = waive("--file", "DNSProvider.msi", "--check", "PRESENCE");

    assertThat(several)
        .isEqualTo(
            new Run(
                ExitCode.CANNOT_ASK,
                "",
                "kbaudit: the audit has several such findings of 'DNSClient.msi': PRESENCE MISSING"
                    + " at dns, PRESENCE MISSING at msi-share; name one with --location\n"));
    assertThat(named.out()).contains("location: dns\n", "cause: MISSING\n");
    assertThat(only.out()).contains("location: msi-share\n");
  }

  @Test
  void ofSeveralServersWithoutLabelsNoneIsMeantAlone() throws Exception {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    Path other = Files.createDirectory(folder.resolve("other"));
    saved = folder.resolve("several.json");
    kbaudit(
        "verify",
        "--location",
        "sharepoint=" + empty,
        "--location",
        "sharepoint=" + other,
        "--report",
        "json=" + saved);
    String file = "WindowsSharePointServicesWebService.msi";

    Run left = waive("--file", file, "--check", "PRESENCE");
    Run said = waive("--file", file, "--check", "PRESENCE", "--location", "sharepoint");

    assertThat(left)
        .isEqualTo(
            new Run(
                ExitCode.CANNOT_ASK,
                "",
                "kbaudit: the audit is of 2 servers that 'sharepoint' means, and the waiver would be"
                    + " for each; --location says that that is meant, and labels tell servers"
                    + " apart\n"));
    assertThat(said.out()).contains("location: sharepoint\n");
  }

  @Test
  void ofSeveralRowsOfOneNameOneHasToBeNamed() throws Exception {
    Path article =
        Files.writeString(
            folder.resolve("two.txt"),
            """
            File name\tDate\tTime (UTC)\tSize
            Gpprefcl.dll\t10-Mar-2011\t10:04\t5
            Gpprefcl.dll\t10-Mar-2011\t10:04\t6
            """);
    Path empty = Files.createDirectory(folder.resolve("empty"));
    saved = folder.resolve("two.json");
    kbaudit("verify", "--article", article, empty, "--report", "json=" + saved);

    Run left = waive("--file", "Gpprefcl.dll", "--check", "PRESENCE");
    Run second = waive("--file", "Gpprefcl.dll", "--check", "PRESENCE", "--row", "2");

    assertThat(left)
        .isEqualTo(
            new Run(
                ExitCode.CANNOT_ASK,
                "",
                "kbaudit: several rows have the name 'Gpprefcl.dll', and the audit has PRESENCE"
                    + " MISSING of row 1, PRESENCE MISSING of row 2; name the row with --row\n"));
    assertThat(second.out()).contains("  - file: Gpprefcl.dll\n    row: 2\n");
  }

  @Test
  void whatNotEverybodyMayReadStaysSo() throws Exception {
    Files.writeString(waivers, "waivers: []\n");
    Files.setPosixFilePermissions(waivers, PosixFilePermissions.fromString("rw-------"));

    waive("--file", "DNSProvider.msi", "--check", "PRESENCE", "-o", waivers);

    assertThat(waivers).content().contains("DNSProvider.msi");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(waivers)))
        .isEqualTo("rw-------");
  }

  @Test
  void whatIsUndecidedIsAcceptedWhereThatIsSaid() throws Exception {
    Defect.unreadable("ManagedHelpers.msi").applyTo(rollup);
    saved = folder.resolve("undecided.json");
    kbaudit("verify", "--location", "package", "--report", "json=" + saved, rollup);

    Run not = waive("--file", "ManagedHelpers.msi", "--check", "PRESENCE");
    Run accepted = waive("--file", "ManagedHelpers.msi", "--check", "PRESENCE", "--undecided");

    assertThat(not.err())
        .isEqualTo(
            "kbaudit: PRESENCE of 'ManagedHelpers.msi' did not fail, but stayed undecided;"
                + " --undecided accepts that too\n");
    assertThat(accepted.out()).endsWith("expiry: 2027-03-31\n    undecided: true\n");
  }

  @Test
  void theAuditMayComeFromStandardInput() throws IOException {
    Run run =
        reading(
            Files.readString(saved),
            "waive",
            "-",
            "--file",
            "DNSProvider.msi",
            "--check",
            "PRESENCE",
            "--reason",
            "it is installed by hand",
            "--approver",
            "J. Doe",
            "--expiry",
            "2027-03-31");

    assertThat(run).isEqualTo(waive("--file", "DNSProvider.msi", "--check", "PRESENCE"));
  }

  @Test
  void whatIsNoListOfWaiversIsLeftAsItIs() throws IOException {
    Files.writeString(waivers, "readme: this is something else\n");

    Run run = waive("--file", "DNSProvider.msi", "--check", "PRESENCE", "-o", waivers);
    Run overAudit = waive("--file", "DNSProvider.msi", "--check", "PRESENCE", "-o", saved);

    assertThat(run.exitCode()).isEqualTo(ExitCode.CANNOT_ASK);
    assertThat(run.err()).startsWith("kbaudit: waivers.yaml, line 1: unknown key of a list of");
    assertThat(waivers).hasContent("readme: this is something else\n");
    assertThat(overAudit.exitCode()).isEqualTo(ExitCode.CANNOT_ASK);
    assertThat(kbaudit("report", "-q", saved).exitCode()).isEqualTo(ExitCode.NON_COMPLIANT);
  }

  private Run waive(Object... more) {
    List<Object> words =
        new ArrayList<>(
            List.of(
                "waive",
                saved,
                "--reason",
                "it is installed by hand",
                "--approver",
                "J. Doe",
                "--expiry",
                "2027-03-31"));
    words.addAll(List.of(more));
    return kbaudit(words.toArray());
  }
}
