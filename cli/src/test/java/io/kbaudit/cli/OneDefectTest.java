package io.kbaudit.cli;

import static io.kbaudit.cli.PackageDefects.damaged;
import static io.kbaudit.cli.PackageDefects.nondescript;
import static io.kbaudit.cli.PackageDefects.packageOf;
import static io.kbaudit.cli.PackageDefects.randomNames;
import static io.kbaudit.cli.PackageDefects.replaced;
import static io.kbaudit.cli.Run.kbaudit;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.audit.Cause;
import io.kbaudit.fixtures.folder.Defect;
import io.kbaudit.fixtures.folder.Kb2492954;
import io.kbaudit.fixtures.folder.RollupFolder;
import io.kbaudit.fixtures.msi.ColumnFlag;
import io.kbaudit.fixtures.msi.MsiDamage;
import io.kbaudit.fixtures.msi.MsiFixture;
import io.kbaudit.fixtures.msi.SummaryProperty;
import io.kbaudit.fixtures.msi.TableFixture;
import io.kbaudit.fixtures.pe.PeFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole audits of the rollup with one thing wrong: every cause is found alone, and told apart. */
class OneDefectTest {
  private static final String CLIENT = "DNSClient.msi";
  private static final String HELPERS = "ManagedHelpers.msi";

  /** Two files of equal size and date. */
  private static final String EXCHANGE_WS = "Exchange2007ResourceManagerWS.msi";

  private static final String MANAGED_WS = "ManagedSharePoint2007WS.msi";

  /** Of a file that is in no cabinet ("File Table", Windows Installer: "Attributes"). */
  private static final int NOT_COMPRESSED = 0x2000;

  private static final String LATER = "2012-05-01T08:00:00Z";

  /** A row that prints no size, so that only what is inside can be wrong. */
  private static final String CLIENT_OF_ANY_SIZE = "| DNSClient.msi | 10-Mar-2011 | 10:04 | |";

  @ParameterizedTest(name = "{0}")
  @MethodSource({
    "ofPresence",
    "ofNames",
    "ofSizes",
    "ofDates",
    "ofSoundness",
    "ofContents",
    "ofInstallation",
    "ofDatabases"
  })
  void isFoundWithItsExitCodeAndNothingElse(
      OneDefect defect, @TempDir Path folder, @TempDir Path beside) throws Exception {
    RollupFolder.kb2492954().with(defect.inFolder().toArray(Defect[]::new)).writeTo(folder);

    Run run = verify(folder, defect.howAudited().optionsFor(folder, beside));

    assertThat(run.findings()).isEqualTo(defect.findings());
    assertThat(run.exitCode()).isEqualTo(defect.exitCode());
    assertThat(run.err()).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"ofPresence", "ofNames", "ofSizes", "ofDates", "ofSoundness", "ofContents"})
  void isFoundAlikeByWhatWasCollected(
      OneDefect defect, @TempDir Path folder, @TempDir Path beside, @TempDir Path elsewhere)
      throws Exception {
    RollupFolder.kb2492954().with(defect.inFolder().toArray(Defect[]::new)).writeTo(folder);
    List<String> options = defect.howAudited().optionsFor(folder, beside);
    Path inventory = elsewhere.resolve("inventory.json");
    List<Object> collect =
        new ArrayList<>(List.of("collect", "--quiet", folder, "-o", inventory, "--hash"));
    if (options.contains("--recursive")) {
      collect.add("--recursive");
    }
    assertThat(kbaudit(collect.toArray()).err()).isEmpty();
    List<Object> saved =
        new ArrayList<>(List.of("verify", "--report", "json", "--inventory", inventory));
    saved.addAll(options);

    Run live = verify(folder, options);

    assertThat(kbaudit(saved.toArray())).isEqualTo(live);
  }

  static Stream<OneDefect> all() {
    return Stream.of(
            ofPresence(),
            ofNames(),
            ofSizes(),
            ofDates(),
            ofSoundness(),
            ofContents(),
            ofInstallation(),
            ofDatabases())
        .flatMap(group -> group);
  }

  static Stream<OneDefect> ofPresence() {
    return Stream.of(
        folderWith(Defect.missing(HELPERS)).fails("Managedhelpers.msi PRESENCE MISSING"),
        folderWith(Defect.unreadable(HELPERS)).leavesOpen("Managedhelpers.msi PRESENCE UNREADABLE"),
        folderWith(anotherBuildBelow(CLIENT))
            .audited("--recursive")
            .leavesOpen("Dnsclient.msi PRESENCE AMBIGUOUS"),
        folderWith(Defect.missing("DNSProvider.msi"), randomNames())
            .audited("--location", "installed")
            .leavesOpen("Dnsprovider.msi PRESENCE UNIDENTIFIED"));
  }

  static Stream<OneDefect> ofNames() {
    return Stream.of(
        folderWith(Defect.renamed(HELPERS, "helpers.bak")).fails("Managedhelpers.msi NAME RENAMED"),
        folderWith(Defect.swapped(CLIENT, "DNSProvider.msi"))
            .fails("Dnsclient.msi NAME SWAPPED", "Dnsprovider.msi NAME SWAPPED"));
  }

  static Stream<OneDefect> ofSizes() {
    return Stream.of(
        folderWith(replaced(HELPERS, sound -> sound, 317_440))
            .audited("--accept", "exact")
            .fails("Managedhelpers.msi SIZE SMALLER"),
        folderWith(replaced(HELPERS, sound -> sound, 318_464))
            .audited("--accept", "or-later")
            .fails("Managedhelpers.msi SIZE LARGER"),
        folderWith(
                replaced(
                    CLIENT,
                    sound -> sound.modifiedAt(LATER).without(SummaryProperty.LAST_SAVED),
                    700_416))
            .leavesOpen("Dnsclient.msi SIZE UNCORROBORATED"),
        folderWith(
                replaced(
                    CLIENT,
                    sound -> sound.modifiedAt(LATER).lastSavedAt("2011-03-10T10:03:59Z"),
                    700_416))
            .fails("Dnsclient.msi SIZE SAVED_EARLIER"));
  }

  static Stream<OneDefect> ofDates() {
    return Stream.of(
        folderWith(Defect.shifted(HELPERS, Duration.ofDays(-30)))
            .audited("--accept", "or-later")
            .fails("Managedhelpers.msi DATE OLDER"),
        folderWith(Defect.shifted(HELPERS, Duration.ofDays(30)))
            .audited("--accept", "exact")
            .fails("Managedhelpers.msi DATE LATER"),
        folderWith(
                replaced(
                    CLIENT,
                    sound -> sound.modifiedAt(LATER).lastSavedAt("2010-09-14T08:11:58Z"),
                    679_936))
            .leavesOpen("Dnsclient.msi DATE SAVED_LONG_BEFORE"),
        folderWith(Defect.shifted(HELPERS, Duration.ofMinutes(-345)))
            .fails("Managedhelpers.msi DATE WHOLE_ZONE_OFFSET"),
        soundFolder()
            .audited(byArticle("| DNSClient.msi | 16-2 | 10:04 | 679,936 |"))
            .leavesOpen("DNSClient.msi DATE CELL_UNREADABLE"));
  }

  static Stream<OneDefect> ofSoundness() {
    return Stream.of(
        folderWith(damaged(CLIENT, MsiDamage.WORD_DOCUMENT))
            .fails("Dnsclient.msi FORMAT NOT_A_PACKAGE"),
        folderWith(Defect.truncated(CLIENT))
            .audited(byArticle(CLIENT_OF_ANY_SIZE))
            .fails("DNSClient.msi FORMAT TRUNCATED"),
        folderWith(damaged(CLIENT, MsiDamage.TRAILING_BYTES))
            .audited(byArticle(CLIENT_OF_ANY_SIZE))
            .fails("DNSClient.msi FORMAT TRAILING_BYTES"),
        folderWith(damaged(CLIENT, MsiDamage.STRING_LENGTHS_LIE))
            .fails("Dnsclient.msi FORMAT DAMAGED"),
        folderWith(replaced(CLIENT, MsiFixture::withoutCabinet, 679_936))
            .audited(byArticle(CLIENT_OF_ANY_SIZE))
            .fails("DNSClient.msi FORMAT CABINET_MISSING"),
        folderWith(
                Defect.replaced(
                    CLIENT, MsiFixture.sized(679_936).modifiedAt("2011-03-10T10:04:30Z").module()))
            .fails("Dnsclient.msi FORMAT OTHER_KIND"));
  }

  static Stream<OneDefect> ofContents() {
    MsiFixture silent = packageOf(MANAGED_WS).nondescript();
    return Stream.of(
        soundFolder()
            .audited(byArticleOfVersion("99.0"))
            .fails("DNSClient.msi VERSION OLDER_VERSION"),
        soundFolder()
            .audited(byArticleOfVersion("0.0.1").and("--accept", "exact"))
            .fails("DNSClient.msi VERSION NEWER_VERSION"),
        folderWith(replaced(CLIENT, sound -> sound.property("Payload", "x"), 679_936))
            .audited(byReference())
            .fails("Dnsclient.msi HASH ALTERED"),
        folderWith(
                replaced(
                    CLIENT,
                    sound ->
                        sound
                            .nondescript()
                            .property("ProductName", "ISScript")
                            .property("Manufacturer", "InstallShield Software Corp."),
                    679_936))
            .leavesOpen("Dnsclient.msi IDENTITY OTHER_PRODUCT"),
        soundFolder()
            .audited(byBaselineWithoutFirstFile())
            .leavesOpen("Dnsclient.msi HASH UNPINNED"),
        folderWith(
                nondescript(MANAGED_WS), nondescript(EXCHANGE_WS), copied(EXCHANGE_WS, MANAGED_WS))
            .audited(
                byReference(nondescript(MANAGED_WS), nondescript(EXCHANGE_WS))
                    .and("--skip", "IDENTITY"))
            .fails("Managedsharepoint2007ws.msi HASH OTHER_CONTENTS"),
        folderWith(Defect.swapped(EXCHANGE_WS, MANAGED_WS))
            .fails(
                "Exchange2007ResourceManagerWS.msi IDENTITY OTHER_PACKAGE",
                "Managedsharepoint2007ws.msi IDENTITY OTHER_PACKAGE"),
        folderWith(Defect.replaced(MANAGED_WS, silent), Defect.replaced(EXCHANGE_WS, silent))
            .leavesOpen(
                "Exchange2007ResourceManagerWS.msi IDENTITY SAME_PACKAGE",
                "Managedsharepoint2007ws.msi IDENTITY SAME_PACKAGE"),
        folderWith(replaced(CLIENT, sound -> sound.template("Intel;1031"), 679_936))
            .fails("Dnsclient.msi LANGUAGE OTHER_LANGUAGE"),
        folderWith(replaced(CLIENT, sound -> sound.without(SummaryProperty.TEMPLATE), 679_936))
            .leavesOpen("Dnsclient.msi LANGUAGE NOT_STATED"),
        soundFolder()
            .audited(
                byArticle(
                    "| File name | Date | Time | File size | Platform |",
                    "| DNSClient.msi | 10-Mar-2011 | 10:04 | 679,936 | x64 |"))
            .fails("DNSClient.msi PLATFORM OTHER_PLATFORM"));
  }

  static Stream<OneDefect> ofInstallation() {
    return Stream.of(
        soundFolder()
            .audited(byRegistry(CLIENT, key -> List.of()))
            .fails("Dnsclient.msi INSTALLED NOT_INSTALLED"),
        soundFolder()
            .audited(byRegistry(CLIENT, key -> List.of(key.withVersion("0.9.9"))))
            .fails("Dnsclient.msi INSTALLED OLDER_INSTALLED"),
        soundFolder()
            .audited(byRegistry(CLIENT, key -> List.of(key.withVersion(""))))
            .leavesOpen("Dnsclient.msi INSTALLED REGISTRATION_UNCLEAR"),
        folderWith(randomNames())
            .audited(
                byRegistry("DNSProvider.msi", key -> List.of(key.withPackage("gone.msi")))
                    .and("--location", "installed"))
            .fails("Dnsprovider.msi INSTALLED CACHED_PACKAGE_GONE"),
        folderWith(randomNames(), addition("other.msi"))
            .audited(
                byRegistry("DNSProvider.msi", key -> List.of(key.withPackage("other.msi")))
                    .and("--location", "installed"))
            .fails("Dnsprovider.msi INSTALLED OTHER_CACHED_PACKAGE"),
        soundFolder()
            .audited(byPrograms("Dns\\gone.dll"))
            .fails("Dnsclient.msi INSTALLED INSTALLED_FILE_GONE"),
        folderWith(replaced(CLIENT, sound -> withKeyFile(sound, "9.0.0.0"), 679_936))
            .audited(byPrograms("Dns\\client.dll"))
            .fails("Dnsclient.msi INSTALLED INSTALLED_FILE_OLDER"));
  }

  static Stream<OneDefect> ofDatabases() {
    String database = "Resourcemanagedatabase.msi DATABASE ";
    String index =
        "ResourceManager,dbo,"
            + "rmcore_candidates_ix_target_set_object_category_object_id_trans_id,INDEX,";
    return Stream.of(
        soundFolder()
            .audited(byDatabase("ResourceManager,dbo,fn_min,FN,NULL\n", ""))
            .fails(database + "OBJECT_MISSING"),
        soundFolder()
            .audited(byDatabase("fn_min,FN", "fn_min,IF"))
            .fails(database + "OBJECT_OF_OTHER_TYPE"),
        soundFolder()
            .audited(byDatabase(index + "rmcore_Candidates", index + "rmcore_Archive"))
            .fails(database + "OBJECT_ON_OTHER_TABLE"),
        soundFolder()
            .audited(byDatabase(index + "rmcore_Candidates\n", ""))
            .leavesOpen(database + "NOT_QUERIED"));
  }

  /** SUPERSEDED is no defect; a package that was not read is met only by who scans without. */
  @Test
  void isTriedForEveryCause() {
    EnumSet<Cause> tried =
        all()
            .flatMap(defect -> defect.findings().stream())
            .map(finding -> Cause.valueOf(finding.substring(finding.lastIndexOf(' ') + 1)))
            .collect(toCollection(() -> EnumSet.noneOf(Cause.class)));

    assertThat(EnumSet.complementOf(tried))
        .containsExactlyInAnyOrder(
            Cause.SUPERSEDED,
            Cause.NOT_READ,
            // Of folders that change, stall, or are of links: FaultyFolderAuditTest, LinksTest,
            // StallingFileSystemTest.
            Cause.CHANGED_DURING_AUDIT,
            Cause.TIMED_OUT,
            Cause.LINK_NOT_FOLLOWED,
            // Of one place among several: LocationsTest.
            Cause.UNREACHABLE,
            // What passes, with something to be said.
            Cause.LATER_INSTALLED,
            Cause.CABINET_ELSEWHERE,
            Cause.CONTENT_UNCHECKED,
            Cause.UNUSED_SECTORS,
            // Of programs, of which the rollup has none.
            Cause.STRING_VERSION,
            Cause.PRODUCT_VERSION,
            Cause.VERSIONS_DISAGREE,
            Cause.OTHER_BRANCH,
            Cause.NOT_A_PROGRAM,
            // Of signatures, of which the rollup has none: SignatureTest.
            Cause.UNSIGNED,
            Cause.MALFORMED_SIGNATURE,
            Cause.ALTERED_SINCE_SIGNED,
            Cause.UNTRUSTED_SIGNER,
            Cause.UNFIT_SIGNER,
            Cause.REVOKED_SIGNER,
            Cause.EXPIRED_SIGNER,
            Cause.OTHER_PUBLISHER);
  }

  @Test
  void isNoneWhereALaterVersionStands(@TempDir Path folder) throws Exception {
    RollupFolder.kb2492954()
        .with(replaced(CLIENT, sound -> sound.modifiedAt(LATER), 700_416))
        .writeTo(folder);

    Run run = verify(folder, List.of());

    assertThat(run.out()).contains("\"remark\": \"SUPERSEDED\"");
    assertThat(run.findings()).isEmpty();
    assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(run.err()).isEmpty();
  }

  private static Run verify(Path folder, List<String> options) {
    List<Object> arguments = new ArrayList<>(List.of("verify", "--report", "json", folder));
    arguments.addAll(options);
    return kbaudit(arguments.toArray());
  }

  private static Scene soundFolder() {
    return folderWith();
  }

  private static Scene folderWith(Defect... defects) {
    return new Scene(List.of(defects), (folder, beside) -> List.of());
  }

  /** What is audited, and how. */
  private record Scene(List<Defect> inFolder, HowAudited howAudited) {
    Scene audited(String... options) {
      return audited((folder, beside) -> List.of(options));
    }

    Scene audited(HowAudited how) {
      return new Scene(inFolder, how);
    }

    OneDefect fails(String... findings) {
      return new OneDefect(inFolder, howAudited, ExitCode.NON_COMPLIANT, List.of(findings));
    }

    OneDefect leavesOpen(String... findings) {
      return new OneDefect(inFolder, howAudited, ExitCode.INDETERMINATE, List.of(findings));
    }
  }

  /** What is audited, how, and what must be found. */
  record OneDefect(
      List<Defect> inFolder, HowAudited howAudited, ExitCode exitCode, List<String> findings) {
    @Override
    public String toString() {
      return String.join(", ", findings);
    }
  }

  /** Writes what options name into the folder {@code beside}, and returns the options. */
  interface HowAudited {
    List<String> optionsFor(Path folder, Path beside) throws IOException;

    default HowAudited and(String... more) {
      return (folder, beside) ->
          Stream.concat(optionsFor(folder, beside).stream(), Stream.of(more)).toList();
    }
  }

  private static HowAudited byArticle(String row) {
    return byArticle(ListingArticle.HEADINGS, row);
  }

  private static HowAudited byArticleOfVersion(String version) {
    return byArticle(
        "| File name | File version | Date | Time | File size |",
        "| DNSClient.msi | " + version + " | 10-Mar-2011 | 10:04 | 679,936 |");
  }

  private static HowAudited byArticle(String headings, String row) {
    return (folder, beside) ->
        List.of("--article", ListingArticle.write(beside, headings, row).toString());
  }

  private static HowAudited byReference(Defect... defects) {
    return (folder, beside) -> {
      RollupFolder.kb2492954().with(defects).writeTo(beside);
      return List.of("--reference", beside.toString());
    };
  }

  private static HowAudited byBaselineWithoutFirstFile() {
    return (folder, beside) -> {
      Path baseline = beside.resolve("baseline.json");
      kbaudit("baseline", folder, "-o", baseline);
      Files.writeString(baseline, withoutFirstFile(Files.readString(baseline)));
      return List.of("--baseline", baseline.toString());
    };
  }

  private static String withoutFirstFile(String baseline) {
    int first = baseline.indexOf("    {\n      \"row\": 1,");
    return baseline.substring(0, first) + baseline.substring(baseline.indexOf("    {", first + 5));
  }

  private static HowAudited byRegistry(String name, ExportedEvidence.Change change) {
    return (folder, beside) ->
        List.of(
            "--registry",
            ExportedEvidence.registry(folder, beside.resolve("server.reg"), productOf(name), change)
                .toString());
  }

  private static String productOf(String name) {
    return Kb2492954.file(name).componentName().orElse(name.replace(".msi", ""));
  }

  /** A program is in the folder of the programs, and this is registered as a file of the client. */
  private static HowAudited byPrograms(String registered) {
    return (folder, beside) -> {
      Path programs = Files.createDirectories(beside.resolve("Program Files"));
      PeFixture.library()
          .fileVersion("8.0.0.0")
          .writeTo(Files.createDirectory(programs.resolve("Dns")).resolve("client.dll"));
      Path inventory = beside.resolve("programs.json");
      kbaudit("collect", programs, "--recursive", "-o", inventory);
      return byRegistry(CLIENT, key -> List.of(key.withKeyPath("C:\\Program Files\\" + registered)))
          .and("--programs", inventory.toString())
          .optionsFor(folder, beside);
    };
  }

  private static MsiFixture withKeyFile(MsiFixture sound, String version) {
    return sound
        .withoutRow("Media", 1)
        .row("Media", 1, 2, null, "#Data1.cab", null, null)
        .row("File", "a.dll", "Payload", "a.dll", 1, version, null, NOT_COMPRESSED, 2)
        .table(
            TableFixture.named("Component")
                .text("Component", 72, ColumnFlag.KEY)
                .text("ComponentId", 38, ColumnFlag.NULLABLE)
                .text("Directory_", 72)
                .integer16("Attributes")
                .text("Condition", 255, ColumnFlag.NULLABLE)
                .text("KeyPath", 72, ColumnFlag.NULLABLE)
                .row("Payload", ExportedEvidence.COMPONENT, "D", 0, null, "a.dll"));
  }

  private static HowAudited byDatabase(String line, String changed) {
    return (folder, beside) ->
        List.of(
            "--database",
            ExportedEvidence.database(beside.resolve("objects.csv"), line, changed).toString());
  }

  /** A package is there that no row lists. */
  private static Defect addition(String name) {
    return folder ->
        MsiFixture.sized(50_176).property("ProductName", "Other").writeTo(folder.resolve(name));
  }

  /** A file of this name is in a folder below too, neither of the listed size nor date. */
  private static Defect anotherBuildBelow(String name) {
    return folder ->
        MsiFixture.sized(600_064)
            .modifiedAt("2010-01-01T00:00:00Z")
            .writeTo(Files.createDirectory(folder.resolve("old")).resolve(name));
  }

  /** A file is a copy of another. */
  private static Defect copied(String original, String copy) {
    return folder ->
        Files.copy(
            folder.resolve(original),
            folder.resolve(copy),
            StandardCopyOption.REPLACE_EXISTING,
            StandardCopyOption.COPY_ATTRIBUTES);
  }
}
