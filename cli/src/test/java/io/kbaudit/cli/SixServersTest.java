package io.kbaudit.cli;

import static io.kbaudit.cli.Run.kbaudit;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;
import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.fixtures.folder.Defect;
import io.kbaudit.fixtures.folder.Kb2492954;
import io.kbaudit.fixtures.folder.RollupFile;
import io.kbaudit.fixtures.folder.RollupFolder;
import io.kbaudit.fixtures.msi.MsiFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.json.JSONObject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * KB2492954 from its package to its last server: the plan, the printed script run by a shell, the
 * installation played, and the audit of every role, sound and broken.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the script is run by sh")
class SixServersTest {
  private static final String OLD = "2010-06-01T08:00:00Z";

  /** On the share before, and not to be touched. */
  private static final String LATER = "SharedOABUtility.msi";

  private static final List<String> LISTED_ALREADY = List.of("DNSClient.msi", "ManagedHelpers.msi");
  private static final List<String> NOT_THERE =
      List.of(
          "Exchange2007OABResourceManagerNS.msi",
          "Exchange2007OABResourceManagerWS.msi",
          "UnifiedMessaging2007Provider.msi");

  /** Written once, and copied. */
  private static Path rollup;

  private static Path oldShare;

  private final Path servers;

  SixServersTest(@TempDir Path servers) {
    this.servers = servers;
  }

  @BeforeAll
  static void writeWhatIsThereBefore(@TempDir Path before) throws IOException {
    rollup = before.resolve("QFERollupPackage");
    RollupFolder.kb2492954().writeTo(rollup);
    oldShare = Files.createDirectory(before.resolve("MSIShare"));
    for (RollupFile file : Kb2492954.copiedFiles()) {
      if (file.name().equals(LATER)) {
        later(file).writeTo(oldShare.resolve(LATER));
      } else if (LISTED_ALREADY.contains(file.name())) {
        file.toFixture().writeTo(oldShare.resolve(file.name()));
      } else if (!NOT_THERE.contains(file.name())) {
        older(file).writeTo(oldShare.resolve(file.name()));
      }
    }
    Kb2492954.file("Servicebase.msi").toFixture().writeTo(oldShare.resolve("Servicebase.msi"));
    Files.writeString(oldShare.resolve("notes.txt"), "Do not delete.");
  }

  @BeforeEach
  void setUpServers() throws IOException {
    copy(rollup, folder("MPS01/temp/QFERollupPackage"));
    copy(oldShare, folder("MPS01/MSIShare"));
    for (String other :
        List.of(
            "MPS01/Windows/Installer",
            "MPS01/OABUtility",
            "MPS02/Windows/Installer",
            "DNS01/temp",
            "COLLAB01/temp",
            "COLLAB02/temp",
            "MPSSQL/temp")) {
      folder(other);
    }
  }

  @Test
  void thePlanSaysWhatTheInstallationWillChange() throws IOException {
    JSONObject plan = plan(ExitCode.OK);

    assertThat(plan.getString("readiness")).isEqualTo("READY");
    assertThat(plan.getJSONObject("summary").toMap())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "expected", 21,
                "copy", 3,
                "replace", 15,
                "keep", 2,
                "keepNewer", 1,
                "blocked", 0,
                "undecided", 0,
                "unreadRows", 0,
                "bytesNeeded", bytesOf("COPY", plan) + bytesOf("REPLACE", plan)));
    assertThat(named("COPY", plan)).containsExactlyInAnyOrderElementsOf(NOT_THERE);
    assertThat(named("KEEP", plan)).containsExactlyInAnyOrderElementsOf(LISTED_ALREADY);
    assertThat(named("KEEP_NEWER", plan)).containsExactly(LATER);
    assertThat(plan.getJSONArray("unplanned"))
        .extracting(file -> ((JSONObject) file).getString("path") + ((JSONObject) file).get("row"))
        .containsExactly("Servicebase.msi19", "notes.txtnull");
  }

  @Test
  void thePrintedScriptDoesWhatThePlanSaysAndKeepsWhatItReplaces() throws Exception {
    Path share = servers.resolve("MPS01/MSIShare");
    Map<String, Object> before = filesIn(share);

    assertThat(runScript())
        .isEqualTo(
            "18 files copied from \""
                + servers.resolve("MPS01/temp/QFERollupPackage").toRealPath()
                + "\" to \""
                + share.toRealPath()
                + "\", 15 backed up."
                + " Now verify the share: kbaudit verify --location msi-share"
                + " --accept later-than-baseline --reference PACKAGE SHARE\n");

    Map<String, Object> after = filesIn(share);
    for (RollupFile file : Kb2492954.copiedFiles()) {
      String name = file.name();
      String backUp = name + ".before-KB2492954";
      boolean kept = name.equals(LATER) || LISTED_ALREADY.contains(name);
      boolean replaced = !kept && !NOT_THERE.contains(name);
      assertThat(after.get(name)).isEqualTo(kept ? before.get(name) : filesIn(rollup).get(name));
      assertThat(after.get(backUp)).isEqualTo(replaced ? before.get(name) : null);
    }
    assertThat(after).hasSize(21 + 15 + 2);
    JSONObject again = plan(ExitCode.OK);
    assertThat(named("KEEP", again)).hasSize(20);
    assertThat(named("KEEP_NEWER", again)).containsExactly(LATER);
  }

  @Test
  void theScriptIsRunOnce() throws Exception {
    String script = script();
    run(script, 0);
    Map<String, Object> after = filesIn(servers.resolve("MPS01/MSIShare"));

    String complaint = run(script, 1);

    assertThat(complaint)
        .startsWith("Nothing was changed: ")
        .endsWith("; if this script was run already, plan again\n");
    assertThat(filesIn(servers.resolve("MPS01/MSIShare"))).isEqualTo(after);
  }

  @Test
  void thePackageIsNotCopiedOnceItIsCut() throws Exception {
    String script = script();
    Map<String, Object> before = filesIn(servers.resolve("MPS01/MSIShare"));
    Defect.truncated(NOT_THERE.get(0)).applyTo(servers.resolve("MPS01/temp/QFERollupPackage"));

    String complaint = run(script, 1);

    assertThat(complaint)
        .isEqualTo(
            "Nothing was changed: the package's file has another size than it was verified with: "
                + NOT_THERE.get(0)
                + "\n");
    assertThat(filesIn(servers.resolve("MPS01/MSIShare"))).isEqualTo(before);
  }

  @Test
  void afterTheInstallationEveryRoleIsCompliant() throws Exception {
    install();

    Path rollup = servers.resolve("MPS01/temp/QFERollupPackage");
    assertThat(findings(verifyAll("--reference", rollup)))
        .containsExactly("msi-share: Sharedoabutility.msi HASH ALTERED");

    Run run = verifyAll("--reference", rollup, "--accept", "later-than-baseline");

    assertThat(findings(run)).isEmpty();
    assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(run.json().getString("verdict")).isEqualTo("COMPLIANT");
    assertThat(run.json().getJSONArray("unaudited")).isEmpty();
    assertThat(run.json().getJSONObject("summary").toMap())
        .containsEntry("places", 9)
        .containsEntry("expected", 22 + 21 + 1 + 2 + 1 + 1 + 2 * 17)
        .containsEntry("failed", 0)
        .containsEntry("undecided", 0);
  }

  @ParameterizedTest(name = "{0}: {3}")
  @MethodSource("brokenRoles")
  void aBrokenRoleIsTheOnlyOneThatFails(
      String location, String folder, Defect defect, String finding) throws Exception {
    install();
    defect.applyTo(servers.resolve(folder));

    Run run = verifyAll();

    assertThat(findings(run)).containsExactly(location + ": " + finding);
    assertThat(run.exitCode())
        .isEqualTo(
            finding.endsWith("UNIDENTIFIED") ? ExitCode.INDETERMINATE : ExitCode.NON_COMPLIANT);
  }

  static Stream<Arguments> brokenRoles() {
    String web = "WindowsSharePointServicesWebService.msi";
    return Stream.of(
        Arguments.of(
            "package",
            "MPS01/temp/QFERollupPackage",
            Defect.missing("Servicebase.msi"),
            "Servicebase.msi PRESENCE MISSING"),
        Arguments.of(
            "msi-share",
            "MPS01/MSIShare",
            Defect.renamed("HostedEmail2007NS.msi", "HostedEmail2007NS.msi.new"),
            "Hostedemail2007ns.msi NAME RENAMED"),
        Arguments.of(
            "dns",
            "DNS01/temp",
            Defect.replaced("DNSClient.msi", older(Kb2492954.file("DNSClient.msi"))),
            "Dnsclient.msi SIZE SMALLER, Dnsclient.msi DATE OLDER"),
        Arguments.of("sharepoint", "COLLAB02/temp", Defect.missing(web), web + " PRESENCE MISSING"),
        Arguments.of(
            "resource-manager",
            "MPSSQL/temp",
            Defect.shifted("Resourcemanagedatabase.msi", Duration.ofHours(-1)),
            "Resourcemanagedatabase.msi DATE WHOLE_ZONE_OFFSET"),
        Arguments.of(
            "oab-utility",
            "MPS01/OABUtility",
            Defect.zeroed("SharedOABUtility.msi"),
            "Sharedoabutility.msi FORMAT NOT_A_PACKAGE"),
        Arguments.of(
            "installed",
            "MPS02/Windows/Installer",
            Defect.missing("1003.msi"),
            "Exchange2007OABResourceManagerWS.msi PRESENCE UNIDENTIFIED"));
  }

  @Test
  void aPlaceThatNobodyLookedAtIsSaidAndNotCompliantBySilence() throws Exception {
    install();

    Run run =
        kbaudit("verify", "--location", "dns=" + servers.resolve("DNS01/temp"), "--report", "text");

    assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(run.out())
        .contains(
            "Not audited, since no folder was given for it\n",
            "  oab-utility       MPS01 (optional)\n")
        .endsWith(
            "COMPLIANT: 1 location, 1 expected, 1 passed, 0 failed, 0 undecided, 0 unlisted; not"
                + " audited: package, msi-share, sharepoint, resource-manager, oab-utility"
                + " (optional), installed\n");
  }

  /** What the article's steps do, once the share is filled. */
  private void install() throws Exception {
    runScript();
    Path share = servers.resolve("MPS01/MSIShare");
    copyFile(share, "DNSClient.msi", "DNS01/temp");
    copyFile(share, "WindowsSharePointServicesWebService.msi", "COLLAB01/temp");
    copyFile(share, "WindowsSharePointServicesWebService.msi", "COLLAB02/temp");
    copyFile(share, "Resourcemanagedatabase.msi", "MPSSQL/temp");
    copyFile(rollup, "SharedOABUtility.msi", "MPS01/OABUtility");
    List<RollupFile> reinstalled =
        Kb2492954.copiedFiles().stream()
            .filter(file -> !NOT_REINSTALLED.contains(file.name()))
            .toList();
    for (String server : List.of("MPS01", "MPS02")) {
      int number = 0x1000;
      for (RollupFile file : reinstalled) {
        Files.copy(
            share.resolve(file.name()),
            servers
                .resolve(server + "/Windows/Installer")
                .resolve(Integer.toHexString(number++) + ".msi"),
            COPY_ATTRIBUTES);
      }
    }
  }

  private static final List<String> NOT_REINSTALLED =
      List.of(
          "DNSClient.msi",
          "Resourcemanagedatabase.msi",
          "SharedOABUtility.msi",
          "WindowsSharePointServicesWebService.msi");

  private Run verifyAll(Object... more) {
    List<Object> args = new ArrayList<>(List.of("verify", "--report", "json"));
    args.addAll(List.of(more));
    for (String place :
        List.of(
            "package=MPS01/temp/QFERollupPackage",
            "msi-share=MPS01/MSIShare",
            "dns=DNS01/temp",
            "sharepoint=COLLAB01/temp",
            "sharepoint=COLLAB02/temp",
            "resource-manager=MPSSQL/temp",
            "oab-utility=MPS01/OABUtility",
            "installed=MPS01/Windows/Installer",
            "installed=MPS02/Windows/Installer")) {
      int equals = place.indexOf('=') + 1;
      args.add("--location");
      args.add(place.substring(0, equals) + servers.resolve(place.substring(equals)));
    }
    return kbaudit(args.toArray());
  }

  /** Returns what failed or stayed undecided: the location, and its findings in one text. */
  private static List<String> findings(Run run) {
    List<String> findings = new ArrayList<>();
    for (Object audit : run.json().getJSONArray("audits")) {
      JSONObject place = (JSONObject) audit;
      List<String> here = Run.findingsIn(place);
      if (!here.isEmpty()) {
        findings.add(
            place.getJSONObject("target").getString("location") + ": " + String.join(", ", here));
      }
    }
    return findings;
  }

  private JSONObject plan(ExitCode exitCode) {
    Run run = kbaudit(planArguments("--report", "json"));
    assertThat(run.exitCode()).isEqualTo(exitCode);
    return run.json();
  }

  private String script() {
    return kbaudit(planArguments("--script", "sh")).out();
  }

  private Object[] planArguments(String option, String value) {
    return new Object[] {
      "plan",
      "--package",
      servers.resolve("MPS01/temp/QFERollupPackage"),
      "--share",
      servers.resolve("MPS01/MSIShare"),
      option,
      value
    };
  }

  private String runScript() throws Exception {
    return run(script(), 0);
  }

  private String run(String script, int exitCode) throws Exception {
    Path file = Files.writeString(servers.resolve("install.sh"), script);
    Process sh = new ProcessBuilder("sh", file.toString()).redirectErrorStream(true).start();
    String out = new String(sh.getInputStream().readAllBytes(), UTF_8);
    assertThat(sh.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(sh.exitValue()).as(out).isEqualTo(exitCode);
    return out;
  }

  private static List<String> named(String action, JSONObject plan) {
    return withAction(action, plan).map(file -> file.getString("name")).toList();
  }

  private static int bytesOf(String action, JSONObject plan) {
    return withAction(action, plan)
        .mapToInt(file -> file.getJSONObject("source").getInt("size"))
        .sum();
  }

  private static Stream<JSONObject> withAction(String action, JSONObject plan) {
    return Stream.iterate(0, i -> i < plan.getJSONArray("files").length(), i -> i + 1)
        .map(i -> plan.getJSONArray("files").getJSONObject(i))
        .filter(file -> file.getString("action").equals(action));
  }

  private static MsiFixture older(RollupFile file) {
    return file.toFixture()
        .resized(file.sizeBytes() - 4096)
        .packageCode(UUID.nameUUIDFromBytes(file.name().getBytes(UTF_8)))
        .modifiedAt(OLD);
  }

  private static MsiFixture later(RollupFile file) {
    return file.toFixture()
        .resized(file.sizeBytes() + 4096)
        .packageCode(new UUID(0, 1))
        .lastSavedAt("2012-03-01T08:00:00Z")
        .modifiedAt("2012-03-01T09:00:00Z");
  }

  private Path folder(String name) throws IOException {
    return Files.createDirectories(servers.resolve(name));
  }

  private void copyFile(Path from, String name, String to) throws IOException {
    Files.copy(from.resolve(name), servers.resolve(to).resolve(name), COPY_ATTRIBUTES);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(file.getFileName()), COPY_ATTRIBUTES);
      }
    }
  }

  /** By name: contents, as a hash of them, and time. */
  private static Map<String, Object> filesIn(Path folder) throws IOException {
    Map<String, Object> files = new TreeMap<>();
    try (Stream<Path> list = Files.list(folder)) {
      for (Path file : list.toList()) {
        files.put(
            file.getFileName().toString(),
            List.of(Arrays.hashCode(Files.readAllBytes(file)), Files.getLastModifiedTime(file)));
      }
    }
    return files;
  }
}
