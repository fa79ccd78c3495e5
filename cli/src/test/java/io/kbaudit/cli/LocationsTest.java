package io.kbaudit.cli;

import static io.kbaudit.cli.Run.kbaudit;
import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.fixtures.folder.Kb2492954;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several places in one run, and how they must not be named. */
class LocationsTest {
  private final Path servers;

  LocationsTest(@TempDir Path servers) {
    this.servers = servers;
  }

  @BeforeEach
  void fillTwoServers() throws IOException {
    for (String server : new String[] {"DNS01", "DNS02"}) {
      Path folder = Files.createDirectory(servers.resolve(server));
      Kb2492954.file("DNSClient.msi").toFixture().writeTo(folder.resolve("DNSClient.msi"));
    }
  }

  @Test
  void quietlyItIsOneLineOverAllPlaces() {
    Run run = kbaudit("verify", "-q", "--location", at("dns", "DNS01"));

    assertThat(run)
        .isEqualTo(
            new Run(
                ExitCode.OK,
                "COMPLIANT: 1 location, 1 expected, 1 passed, 0 failed, 0 undecided, 0 unlisted; not"
                    + " audited: package, msi-share, sharepoint, resource-manager, oab-utility"
                    + " (optional), installed\n",
                ""));
  }

  @Test
  void onePlaceIsNotGivenTwoFolders() {
    assertRefused(
        kbaudit("verify", "--location", at("dns", "DNS01"), "--location", at("dns", "DNS02")),
        "the location 'dns' was given two folders: '"
            + servers.resolve("DNS01")
            + "' and '"
            + servers.resolve("DNS02")
            + "'; a profile says 'several: true' of a location on each of several servers");
  }

  @Test
  void aProfileMaySayThatItIsSeveral() throws IOException {
    Path profile = servers.resolve("ours.yaml");
    kbaudit("profile", "init", "KB2492954", "-o", profile);
    Files.writeString(
        profile,
        Files.readString(profile).replace("name: dns\n", "name: dns\n    several: true\n"));

    Run run =
        kbaudit(
            "verify",
            "--profile",
            profile,
            "--location",
            at("dns", "DNS01"),
            "--location",
            at("dns", "DNS02"),
            "-q");

    assertThat(run.out()).startsWith("COMPLIANT: 2 locations, 2 expected, 2 passed,");
  }

  @Test
  void oneFolderIsNotCountedTwice() {
    assertRefused(
        kbaudit(
            "verify",
            "--location",
            at("sharepoint", "DNS01"),
            "--location",
            at("sharepoint", "DNS02/../DNS01")),
        "the location 'sharepoint' was given '" + servers.resolve("DNS02/../DNS01") + "' twice");
  }

  @Test
  void eachLocationNeedsItsFolder() {
    assertRefused(
        kbaudit("verify", "--location", at("dns", "DNS01"), "--location", "sharepoint", "x"),
        "the location 'sharepoint' has no folder: --location sharepoint=FOLDER");
    assertRefused(
        kbaudit("verify", "--location", "dns="),
        "the location 'dns' has no folder: --location dns=FOLDER");
    assertRefused(
        kbaudit("verify", "--location", "dns", "--location", "sharepoint", "x"),
        "several locations need a folder each: --location dns=FOLDER --location sharepoint=FOLDER");
  }

  @Test
  void aFolderWithoutALocationBelongsToNone() {
    assertRefused(
        kbaudit("verify", "--location", at("dns", "DNS01"), "extra"),
        "each location was given its folder; 'extra' belongs to none");
  }

  @Test
  void aLocationWithoutAFolderIsToldWhereItIs() {
    assertRefused(
        kbaudit("verify", "--location", "msi-share"),
        "the folder to audit is missing: name it behind the options, or with --location"
            + " msi-share=C:\\MSIShare");
  }

  @Test
  void aFolderThatIsMissingCostsNoOtherItsAnswer() {
    Run run =
        kbaudit(
            "verify", "-q", "--location", at("dns", "DNS01"), "--location", at("sharepoint", "no"));

    assertThat(run)
        .isEqualTo(
            new Run(
                ExitCode.INDETERMINATE,
                "INDETERMINATE: 2 locations, 2 expected, 1 passed, 0 failed, 1 undecided, 0 unlisted;"
                    + " not reached: sharepoint; not audited: package, msi-share,"
                    + " resource-manager, oab-utility (optional), installed\n",
                ""));
  }

  @Test
  void oneLocationWithItsFolderIsADeploymentOfOne() {
    Run run = kbaudit("verify", "--location", at("dns", "no"), "--report", "json");

    assertThat(run.exitCode()).isEqualTo(ExitCode.INDETERMINATE);
    assertThat(Run.findingsIn(run.json().getJSONArray("audits").getJSONObject(0)))
        .containsExactly("Dnsclient.msi PRESENCE UNREACHABLE");
  }

  @Test
  void aFolderWithoutLocationHasToBeThere() {
    assertRefused(
        kbaudit("verify", "--location", "dns", servers.resolve("no")),
        "no such folder: '" + servers.resolve("no") + "'");
  }

  @Test
  void whereAnotherPlaceFailsTheWholeDoes() throws IOException {
    Files.delete(servers.resolve("DNS01/DNSClient.msi"));

    Run run =
        kbaudit(
            "verify", "-q", "--location", at("dns", "DNS01"), "--location", at("sharepoint", "no"));

    assertThat(run.exitCode()).isEqualTo(ExitCode.NON_COMPLIANT);
    assertThat(run.out()).contains("; not reached: sharepoint; ");
  }

  @Test
  void aMonitoringPluginIsUnknownAndMetricsAreWrittenAnew() throws IOException {
    Path metrics =
        Files.writeString(
            servers.resolve("kbaudit.prom"), "# HELP kbaudit_info old\nkbaudit_compliant 1\n");

    Run run =
        kbaudit(
            "verify",
            "--location",
            at("dns", "no"),
            "--report",
            "nagios",
            "--report",
            "prometheus=" + metrics,
            "--overwrite");

    assertThat(run.out())
        .startsWith("KBAUDIT UNKNOWN - ")
        .contains("; dns: not reached: no such file or folder UNREACHABLE|");
    assertThat(metrics)
        .content()
        .contains(
            "kbaudit_compliant{article=\"KB2492954\",location=\"dns\",folder=\"no\",place=\"1\"} 0")
        .doesNotContain("kbaudit_compliant 1");
  }

  @Test
  void aReferenceHasToBeThere() {
    assertRefused(
        kbaudit("verify", "--location", at("dns", "DNS01"), "--reference", servers.resolve("no")),
        "no such folder: '" + servers.resolve("no") + "'");
  }

  @Test
  void noReportIsWrittenOverAnAuditedFileOfAnyPlace() {
    Path file = servers.resolve("DNS01/DNSClient.msi");

    assertRefused(
        kbaudit("verify", "--location", at("dns", "DNS01"), "--report", "json=" + file),
        "'" + file + "' exists already; --overwrite writes a report over an earlier one");
  }

  private String at(String location, String folder) {
    return location + "=" + servers.resolve(folder);
  }

  private static void assertRefused(Run run, String sentence) {
    assertThat(run).isEqualTo(new Run(ExitCode.CANNOT_ASK, "", "kbaudit: " + sentence + "\n"));
  }
}
