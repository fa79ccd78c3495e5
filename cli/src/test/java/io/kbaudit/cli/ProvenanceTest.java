package io.kbaudit.cli;

import static io.kbaudit.cli.Run.kbaudit;
import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.AuditReports;
import io.kbaudit.fixtures.folder.RollupFolder;
import io.kbaudit.fixtures.signing.AuthenticodeSigning;
import io.kbaudit.fixtures.signing.CatalogFixture;
import io.kbaudit.fixtures.signing.TestAuthority;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.json.JSONObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When, where, by whom and with what an audit was made: said on demand, and never else. */
class ProvenanceTest {
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2011-03-10T10:04:12.789Z"), ZoneId.of("Europe/Berlin"));

  private static final Map<String, String> ON_MPS01 = Map.of("HOSTNAME", "mps01.hosted.example");

  private static final String ARTICLE =
      """
      | File name | Date | Time | File size |
      |---|
      | a.msi | 10-Mar-2011 | 10:04 | 1,024 |

      The end.
      """;

  @TempDir Path folder;
  @TempDir Path beside;

  private static Run onMps01(Object... arguments) {
    return Run.at(NOON, ON_MPS01, "", arguments);
  }

  private static JSONObject provenance(Run run) {
    return run.json().getJSONObject("provenance");
  }

  /** Returns each file of evidence: "role name sha256". */
  private static List<String> evidence(Run run) {
    List<String> files = new ArrayList<>();
    for (Object each : provenance(run).getJSONArray("evidence")) {
      JSONObject file = (JSONObject) each;
      files.add(String.join(" ", file.getString("role"), file.getString("name"), sha256(file)));
    }
    return files;
  }

  private static String sha256(JSONObject file) {
    return file.getString("sha256");
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  /** Returns the same of a file. */
  private static String evidence(String role, Path file) throws Exception {
    return role + " " + file.getFileName() + " " + sha256(Files.readAllBytes(file));
  }

  private Path beside(String name, String text) throws IOException {
    return Files.writeString(beside.resolve(name), text);
  }

  @Test
  void saysWhenWhereByWhomAndByWhichCommand() throws Exception {
    Path article = beside("KB100000.txt", ARTICLE);
    Object[] command = {
      "verify",
      "--article",
      article,
      folder,
      "--report",
      "json",
      "--operator",
      "Åsa \u001B[31m",
      "--note",
      "Change 4711,\nsecond look"
    };

    JSONObject provenance = provenance(onMps01(command));

    assertThat(provenance.getString("time")).isEqualTo("2011-03-10T10:04:12Z");
    assertThat(provenance.getString("host")).isEqualTo("mps01.hosted.example");
    assertThat(provenance.getString("account")).isEqualTo(System.getProperty("user.name"));
    assertThat(provenance.getString("workingFolder"))
        .isEqualTo(Path.of("").toAbsolutePath().toString());
    assertThat(provenance.getJSONArray("command").toList())
        .isEqualTo(Arrays.stream(command).map(Object::toString).toList());
    assertThat(provenance.getString("java")).isEqualTo(Runtime.version().toString());
    assertThat(provenance.getString("operator")).isEqualTo("Åsa \u001B[31m");
    assertThat(provenance.getString("note")).isEqualTo("Change 4711,\nsecond look");
  }

  @Test
  void theOptionAloneNamesNobody() {
    JSONObject provenance = provenance(onMps01("verify", "--provenance", "--report=json", folder));

    assertThat(provenance.has("operator")).isFalse();
    assertThat(provenance.has("note")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"1,true", "0,false", "'',false"})
  void theEnvironmentAsksForItToo(String value, boolean asks) {
    Map<String, String> environment = Map.of("KBAUDIT_PROVENANCE", value);

    Run run = Run.at(NOON, environment, "", "verify", "--report", "json", folder);

    assertThat(run.json().has("provenance")).isEqualTo(asks);
  }

  @Test
  void refusesAnEnvironmentThatMayMeanEither() {
    Run run = Run.at(NOON, Map.of("KBAUDIT_PROVENANCE", "yes"), "", "verify", folder);

    assertThat(run.err())
        .isEqualTo("kbaudit: KBAUDIT_PROVENANCE: --provenance is true or false, and not 'yes'\n");
    assertThat(run.exitCode()).isEqualTo(ExitCode.CANNOT_ASK);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--operator", "--note"})
  void refusesWhatSaysNothing(String option) {
    Run run = kbaudit("verify", option, " ", folder);

    assertThat(run.err())
        .isEqualTo("kbaudit: " + option + " is empty; leave it out, or say something\n");
    assertThat(run.exitCode()).isEqualTo(ExitCode.CANNOT_ASK);
  }

  @Test
  void aComputerThatTellsNoNameToTheEnvironmentIsAskedItself() {
    Run run = Run.at(NOON, Map.of("HOSTNAME", ""), "", "verify", "--provenance", folder);

    assertThat(run.err()).isEmpty();
  }

  @Test
  void whatIsBundledHasADigestToo() throws Exception {
    Path profile = beside.resolve("bundled.yaml");
    kbaudit("profile", "init", "KB2492954", "-o", profile);

    Run run = onMps01("verify", "--provenance", "--report", "json", folder);

    assertThat(evidence(run))
        .satisfiesExactly(
            article -> assertThat(article).matches("article bundled [0-9a-f]{64}"),
            bundled ->
                assertThat(bundled)
                    .isEqualTo("profile bundled " + sha256(Files.readAllBytes(profile))));
  }

  @Test
  void everyFileOfEvidenceHasItsDigestUnderTheNameOfItsOption() throws Exception {
    RollupFolder.kb2492954().writeTo(folder);
    TestAuthority root = TestAuthority.root("Test Root");
    Path roots = Files.createDirectory(beside.resolve("roots"));
    Path trusted = Files.writeString(roots.resolve("b.pem"), root.pem());
    Path other = Files.writeString(roots.resolve("a.pem"), TestAuthority.root("Other").pem());
    Path catalog = beside.resolve("rollup.cat");
    CatalogFixture.version2()
        .file(folder.resolve("DNSClient.msi"))
        .writeTo(catalog, AuthenticodeSigning.by(root.signer("Contoso Ltd")));
    Path crl =
        Files.write(
            beside.resolve("revoked.crl"),
            root.crl(Instant.parse("2011-01-10T09:00:42Z"), Map.of()));
    Path profile = beside.resolve("ours.yaml");
    Path baseline = beside.resolve("rollup.json");
    Path programs = beside.resolve("programs.json");
    kbaudit("profile", "init", "KB2492954", "-o", profile);
    kbaudit("baseline", "--profile", profile, "--location", "package", folder, "-o", baseline);
    kbaudit("collect", roots, "-o", programs);
    Path waivers = beside("waivers.yaml", "waivers: []\n");
    Path registry =
        beside(
            "server.reg",
            "Windows Registry Editor Version 5.00\r\n\r\n[HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft"
                + "\\Windows\\CurrentVersion\\Installer]\r\n");
    Path database = ExportedEvidence.database(beside.resolve("query.csv"), "", "");

    Run run =
        onMps01(
            Stream.of(
                    List.of("verify", "--provenance", "--profile", profile),
                    List.of("--baseline", baseline, "--waivers", waivers, "--registry", registry),
                    List.of("--programs", programs, "--database", database, "--trust", roots),
                    List.of("--catalog", catalog, "--crl", crl, "--report", "json", folder))
                .flatMap(List::stream)
                .toArray());

    assertThat(run.err()).isEmpty();
    assertThat(evidence(run).get(0)).startsWith("article bundled ");
    assertThat(evidence(run).subList(1, evidence(run).size()))
        .containsExactlyInAnyOrder(
            evidence("profile", profile),
            evidence("baseline", baseline),
            evidence("waivers", waivers),
            evidence("registry", registry),
            evidence("programs", programs),
            evidence("database", database),
            evidence("trust", other),
            evidence("trust", trusted),
            evidence("catalog", catalog),
            evidence("crl", crl));
  }

  @Test
  void whatSeveralPlacesRestOnIsSaidOnce() throws Exception {
    RollupFolder.kb2492954().writeTo(folder);
    Path inventory = beside.resolve("dns.json");
    kbaudit("collect", folder, "-o", inventory);
    Path list = beside("servers.csv", "location,inventory\ndns,dns.json\nmsi-share,dns.json\n");

    Run run =
        onMps01(
            "verify",
            "--provenance",
            "--locations",
            list,
            "--location",
            "package=" + folder,
            "--location",
            "sharepoint=" + beside.resolve("nowhere.json"),
            "--report",
            "json");

    assertThat(run.json().getJSONArray("audits")).hasSize(4);
    assertThat(evidence(run).subList(2, evidence(run).size()))
        .containsExactly(evidence("locations", list), evidence("inventory", inventory));
  }

  @Test
  void aReferenceIsEachOfItsFiles() throws Exception {
    Path reference = Files.createDirectory(beside.resolve("reference"));
    RollupFolder.kb2492954().writeTo(reference);
    RollupFolder.kb2492954().writeTo(folder);
    List<String> files = new ArrayList<>();
    try (DirectoryStream<Path> listed = Files.newDirectoryStream(reference)) {
      for (Path file : listed) {
        files.add(evidence("reference", file));
      }
    }

    Run run =
        onMps01("verify", "--provenance", "--reference", reference, "--report", "json", folder);

    assertThat(files).hasSize(22);
    assertThat(evidence(run).subList(2, 24)).containsExactlyInAnyOrderElementsOf(files);
    assertThat(evidence(run)).hasSize(24);
  }

  @Test
  void standardInputIsDigestedAsItWasRead() throws Exception {
    String text = ARTICLE + "\nÄ\n".repeat(20_000);

    Run run =
        Run.at(
            NOON,
            ON_MPS01,
            text,
            "verify",
            "--article",
            "-",
            "--provenance",
            "--report",
            "json",
            folder);

    assertThat(evidence(run))
        .containsExactly("article standard input " + sha256(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "it has no such pipes")
  void refusesToSayWhatWasInAPipe() throws Exception {
    Path article = beside("KB100000.txt", ARTICLE);
    Path pipe = beside.resolve("waivers.yaml");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    Process writer =
        new ProcessBuilder("sh", "-c", "echo 'waivers: []' > \"$0\"", pipe.toString()).start();

    Run run = kbaudit("verify", "--provenance", "--article", article, "--waivers", pipe, folder);

    assertThat(run.err())
        .isEqualTo(
            "kbaudit: '"
                + pipe
                + "' cannot be read once more, to say what it held: it is no regular file\n");
    assertThat(run.exitCode()).isEqualTo(ExitCode.CANNOT_ASK);
    assertThat(writer.waitFor()).isZero();
  }

  @Test
  void withoutItNoFormatSaysAnythingOfIt() throws Exception {
    Clock later = Clock.offset(NOON, Duration.ofDays(400));
    for (String format : AuditReports.names()) {
      Object[] command = {"verify", "--report", format, folder};

      Run run = onMps01(command);
      Run elsewhere = Run.at(later, Map.of("COMPUTERNAME", "COLLAB01"), "", command);

      assertThat(run.out()).isEqualTo(elsewhere.out()).doesNotContainIgnoringCase("mps01");
    }
  }
}
