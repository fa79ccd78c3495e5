package io.kbaudit.cli;

import static io.kbaudit.cli.Run.kbaudit;
import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.fixtures.folder.Kb2492954;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.json.JSONObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Servers named by a list or a pattern, and what is demanded of all. */
class NamedPlacesTest {
  private static final String WEB = "WindowsSharePointServicesWebService.msi";

  private final Path servers;

  NamedPlacesTest(@TempDir Path servers) {
    this.servers = servers;
  }

  @BeforeEach
  void fillServers() throws IOException {
    write("dns01", "DNSClient.msi");
    write("collab01/temp", WEB);
    write("collab02/temp", WEB);
  }

  private void write(String server, String file) throws IOException {
    Path folder = Files.createDirectories(servers.resolve(server));
    Kb2492954.file(file).toFixture().writeTo(folder.resolve(file));
  }

  @Test
  void aTableRepeatsACommandOfSeveralServers() throws IOException {
    Path list =
        list(
            "servers.csv",
            """
            location,label,path
            dns,,dns01
            sharepoint,COLLAB01,collab01/temp
            sharepoint,COLLAB02,collab03/temp
            """);

    Run run = kbaudit("verify", "--locations", list, "--report", "json");

    assertThat(run.exitCode()).isEqualTo(ExitCode.INDETERMINATE);
    assertThat(places(run))
        .containsExactly(
            "dns COMPLIANT",
            "sharepoint COLLAB01 COMPLIANT",
            "sharepoint COLLAB02 INDETERMINATE (no such file or folder)");
  }

  @Test
  void aListOfYamlMayBeJoinedByFurtherPlaces() throws IOException {
    Path list =
        list(
            "servers.yaml",
            """
            locations:
              - location: sharepoint
                path: collab0?/temp
            """);

    Run run =
        kbaudit(
            "verify",
            "--locations",
            list,
            "--location",
            "dns=" + servers.resolve("dns01"),
            "--report",
            "json");

    assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(places(run))
        .containsExactly(
            "sharepoint collab01 COMPLIANT", "sharepoint collab02 COMPLIANT", "dns COMPLIANT");
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "no file is called so there")
  void whatIsThereIsMeantAsItIsWritten() throws IOException {
    write("collab*", WEB);

    Run run =
        kbaudit(
            "verify", "--location", "sharepoint=" + servers.resolve("collab*"), "--report", "json");

    assertThat(places(run)).containsExactly("sharepoint COMPLIANT");
  }

  @Test
  void aPatternThatNothingMatchesIsNotReached() {
    Run run =
        kbaudit("verify", "--location", "sharepoint=" + servers + "/web*", "--report", "json");

    assertThat(run.exitCode()).isEqualTo(ExitCode.INDETERMINATE);
    assertThat(places(run))
        .containsExactly("sharepoint INDETERMINATE (no folder or inventory matches it)");
  }

  @Test
  void aLocationThatIsOnePlaceIsNotSeveralByAPattern() throws IOException {
    write("dns02", "DNSClient.msi");
    Path dns = servers.resolve("dns");

    assertRefused(
        kbaudit("verify", "--location", "dns=" + dns + "*"),
        "the location 'dns' was given two folders: '"
            + dns
            + "01' and '"
            + dns
            + "02'; a profile says 'several: true' of a location on each of several servers");
  }

  @Test
  void eachPlaceOfAListMayHaveItsZone() throws IOException {
    Path list =
        list(
            "servers.csv",
            "location;path;zone\ndns;dns01;\nsharepoint;collab01/temp;Europe/Berlin\n");

    Run run = kbaudit("verify", "--locations", list, "--report", "json");

    List<Object> zones = new ArrayList<>();
    audits(run).forEach(place -> zones.add(place.getJSONObject("policy").opt("sourceZone")));
    assertThat(zones).containsExactly(JSONObject.NULL, "Europe/Berlin");
  }

  @Test
  void whoDemandsAllIsToldOfWhatIsLeftOut() {
    String dns = "dns=" + servers.resolve("dns01");

    Run run = kbaudit("verify", "--complete", "--location", dns, "--report", "json");

    assertThat(run.exitCode()).isEqualTo(ExitCode.INDETERMINATE);
    assertThat(run.json().getJSONArray("obstacles").toList()).containsExactly("NOT_AUDITED");
    assertThat(kbaudit("verify", "--location", dns).exitCode()).isEqualTo(ExitCode.OK);
    assertThat(kbaudit("verify", "--complete", "--location", dns).out())
        .contains("? UNDECIDED  5 locations not audited  NOT_AUDITED\n", "all (--complete).");
  }

  /** Of a saved audit every report is that of the audit. */
  @Test
  void aSavedAuditSaysTheSame() throws IOException {
    Path list =
        list(
            "servers.csv",
            "location,label,path\ndns,DNS\u001B[31m <b>,dns01\nsharepoint,C|`1,nowhere\n");
    Path saved = servers.resolve("audit.json");
    for (String format :
        List.of("html", "markdown", "csv", "junit", "sarif", "prometheus", "nagios")) {
      Run live =
          kbaudit(
              "verify",
              "--complete",
              "--locations",
              list,
              "--report",
              "json=" + saved,
              "--overwrite",
              "--report",
              format);

      Run again = kbaudit("report", saved, "--report", format);

      assertThat(again).isEqualTo(live);
      assertThat(again.exitCode()).isEqualTo(ExitCode.INDETERMINATE);
      assertThat(again.out()).doesNotContain("\u001B");
    }
  }

  @Test
  void aReportIsNotWrittenOverTheList() throws IOException {
    Path list = list("servers.csv", "location,path\ndns,dns01\n");

    assertRefused(
        kbaudit("verify", "--locations", list, "--report", "json=" + list),
        "'" + list + "' exists already; --overwrite writes a report over an earlier one");
  }

  @Test
  void aReportIsNotWrittenOverAnInventory() throws IOException {
    Path inventory = list("dns.json", "{}");

    assertRefused(
        kbaudit("verify", "--location", "dns=" + inventory, "--report", "json=" + inventory),
        "'" + inventory + "' exists already; --overwrite writes a report over an earlier one");
  }

  @Test
  void whatIsNoListIsRefused() throws IOException {
    assertRefused(
        kbaudit("verify", "--locations", ""), "--locations is empty, and no file is called ''");
    assertRefused(
        kbaudit("verify", "--locations", servers.resolve("no")),
        "no such list of locations: '" + servers.resolve("no") + "'");
    assertRefused(
        kbaudit("verify", "--locations", servers),
        "'" + servers + "' is a folder, not a list of locations");
    assertRefused(
        kbaudit("verify", "--locations", list("a.csv", "location,path\ndns,a\nmoon,b\n")),
        "a.csv, line 3: unknown location: 'moon'; there are package, msi-share, dns, sharepoint,"
            + " resource-manager, oab-utility, installed");
    Path article = list("KB1.txt", "| File name | File size |\n|---|\n| a.msi | 1 |\n");
    assertRefused(
        kbaudit(
            "verify",
            "--article",
            article,
            "--locations",
            list("a.csv", "location,path\ndns,dns01\n")),
        "there is no profile for KB1.txt, so it has no locations; 'kbaudit profile init' writes one"
            + " to begin with");
  }

  @Test
  void aListDoesNotGoWithAFolderOrALocationWithoutOne() throws IOException {
    Path list = list("servers.csv", "location,path\ndns,dns01\n");

    assertRefused(
        kbaudit("verify", "--locations", list, "extra"),
        "each location was given its folder; 'extra' belongs to none");
    assertRefused(
        kbaudit("verify", "--locations", list, "--location", "sharepoint"),
        "the location 'sharepoint' has no folder: --location sharepoint=FOLDER");
    assertRefused(
        kbaudit("verify", "--locations", list, "--location", "dns=" + servers.resolve("dns01")),
        "the location 'dns' was given '" + servers.resolve("dns01") + "' twice");
    assertRefused(
        kbaudit("verify", "--complete", servers),
        "--complete is about all locations; name each with its folder: --location NAME=FOLDER");
  }

  private Path list(String name, String text) throws IOException {
    return Files.writeString(servers.resolve(name), text);
  }

  private static List<JSONObject> audits(Run run) {
    List<JSONObject> audits = new ArrayList<>();
    run.json().getJSONArray("audits").forEach(place -> audits.add((JSONObject) place));
    return audits;
  }

  /** Returns of each place its location, label, verdict, and why it was not reached. */
  private static List<String> places(Run run) {
    return audits(run).stream()
        .map(
            place -> {
              Map<String, Object> target = place.getJSONObject("target").toMap();
              Object label = target.get("label");
              Object unreachable = target.get("unreachable");
              return target.get("location")
                  + (label == null ? "" : " " + label)
                  + " "
                  + place.getString("verdict")
                  + (unreachable == null ? "" : " (" + unreachable + ")");
            })
        .toList();
  }

  private static void assertRefused(Run run, String sentence) {
    assertThat(run).isEqualTo(new Run(ExitCode.CANNOT_ASK, "", "kbaudit: " + sentence + "\n"));
  }
}
