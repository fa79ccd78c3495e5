package io.kbaudit.cli;

import static io.kbaudit.cli.Run.kbaudit;
import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.fixtures.folder.RollupFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.json.JSONObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Exports of others say of which server they are, and are refused in one sentence. */
class EvidenceOptionsTest {
  /** What a query of the database of KB2492954 lists, an object a line. */
  private static final List<String> OBJECTS =
      List.of(
          "dbo,rmcore_candidates_ix_target_set_object_category_object_id_trans_id,INDEX,rmcore_Candidates",
          "dbo,SeleteAndAssembleAllocateOrgMailStores,P,",
          "dbo,SeleteAndAssembleReallocateOrgMailStores,P,",
          "dbo,fn_min,FN,",
          "dbo,fn_ResourceCapacityOnAllocatedMailStores,IF,",
          "dbo,fn_ResourceCapacityOnUnallocatedMailStores,TF,");

  @TempDir Path folder;
  @TempDir Path elsewhere;

  @BeforeEach
  void writeTheRollup() throws IOException {
    RollupFolder.kb2492954().writeTo(folder);
  }

  @Test
  void aDatabaseThatHasEverythingPasses() throws IOException {
    Run run = verifyDatabase(database(OBJECTS));

    assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(outcome(run.json(), "DATABASE")).isEqualTo("PASSED");
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          dbo,fn_min,FN,           | dbo,fn_max,FN,                      | OBJECT_MISSING
          dbo,fn_min,FN,           | dbo,fn_min,IF,                      | OBJECT_OF_OTHER_TYPE
          INDEX,rmcore_Candidates  | INDEX,rmcore_Other                  | OBJECT_ON_OTHER_TABLE
          """)
  void whatItLacksFailsAlone(String there, String instead, String cause) throws IOException {
    Run run =
        verifyDatabase(
            database(OBJECTS.stream().map(line -> line.replace(there, instead)).toList()));

    assertThat(run.findings()).containsExactly("Resourcemanagedatabase.msi DATABASE " + cause);
    assertThat(run.exitCode()).isEqualTo(ExitCode.NON_COMPLIANT);
  }

  @Test
  void whatTheQueryDidNotAskForIsUndecided() throws IOException {
    Run run = verifyDatabase(database(OBJECTS.subList(1, OBJECTS.size())));

    assertThat(run.findings()).containsExactly("Resourcemanagedatabase.msi DATABASE NOT_QUERIED");
    assertThat(run.exitCode()).isEqualTo(ExitCode.INDETERMINATE);
  }

  @Test
  void theDatabaseIsAskedAboutWhereTheProfileSays() throws IOException {
    Run run =
        kbaudit(
            "verify",
            "--report",
            "json",
            "--location",
            "msi-share=" + folder,
            "--location",
            "resource-manager=" + folder,
            "--database",
            database(OBJECTS.subList(0, 5)));

    assertThat(Run.findingsIn(audit(run, 0))).isEmpty();
    assertThat(Run.findingsIn(audit(run, 1)))
        .containsExactly("Resourcemanagedatabase.msi DATABASE OBJECT_MISSING");
  }

  @Test
  void anExportOfOneServerIsOfNoOther() throws IOException {
    Path registry = emptyRegistry();
    String msiShare = "msi-share=" + folder;
    String dns = "dns=" + folder;

    assertThat(kbaudit("verify", "--location", msiShare, "--location", dns, "--registry", registry))
        .isEqualTo(
            new Run(
                ExitCode.CANNOT_ASK,
                "",
                "kbaudit: --registry is of one computer; say of which, 'msi-share', 'dns':"
                    + " --registry NAME=FILE\n"));
    Run run =
        kbaudit(
            "verify",
            "--report",
            "json",
            "--location",
            msiShare,
            "--location",
            dns,
            "--registry",
            "dns=" + registry);

    assertThat(Run.findingsIn(audit(run, 0))).isEmpty();
    assertThat(Run.findingsIn(audit(run, 1)))
        .containsExactly("Dnsclient.msi INSTALLED NOT_INSTALLED");
  }

  @Test
  void aServerIsKnownByItsLabelToo() throws IOException {
    Path list = elsewhere.resolve("servers.csv");
    Files.writeString(
        list,
        "location,label,path\nsharepoint,COLLAB01,"
            + folder
            + "\nsharepoint,COLLAB02,"
            + elsewhere.resolve("other")
            + "\n");
    RollupFolder.kb2492954().writeTo(Files.createDirectory(elsewhere.resolve("other")));

    Run run =
        kbaudit(
            "verify",
            "--report",
            "json",
            "--locations",
            list,
            "--registry",
            "COLLAB02=" + emptyRegistry());

    assertThat(Run.findingsIn(audit(run, 0))).isEmpty();
    assertThat(Run.findingsIn(audit(run, 1)))
        .containsExactly("WindowsSharePointServicesWebService.msi INSTALLED NOT_INSTALLED");
  }

  @Test
  void withoutThemNeitherCheckApplies() {
    Run run = kbaudit("verify", "--report", "json", folder);

    assertThat(outcome(run.json(), "INSTALLED")).isEqualTo("NOT_APPLICABLE");
    assertThat(outcome(run.json(), "DATABASE")).isEqualTo("NOT_APPLICABLE");
    assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
  }

  @Test
  void whatIsAskedNowhereIsRefused() throws IOException {
    Path registry = emptyRegistry();
    Path database = database(OBJECTS);
    String before =
        "--registry is of what is installed, and what is named is of before the installation";
    String elsewhereAsked =
        "--database is asked about where the profile says, and no such location is named";

    assertThat(error("--location", "package", folder, "--registry", registry)).isEqualTo(before);
    assertThat(error("--location", "package=" + folder, "--registry", "package=" + registry))
        .isEqualTo(before);
    assertThat(error("--location", "dns", folder, "--database", database))
        .isEqualTo(elsewhereAsked);
    assertThat(error("--location", "dns=" + folder, "--database", "dns=" + database))
        .isEqualTo(elsewhereAsked);
    assertThat(error("--location", "dns", folder, "--programs", noPrograms()))
        .isEqualTo("--programs is held to what is registered; name --registry too");
  }

  private Path noPrograms() {
    Path inventory = elsewhere.resolve("programs.json");
    kbaudit("collect", Path.of("src"), "-o", inventory);
    return inventory;
  }

  private static String error(Object... arguments) {
    Run run = kbaudit(Stream.concat(Stream.of("verify"), Stream.of(arguments)).toArray());
    assertThat(run.exitCode()).isEqualTo(ExitCode.CANNOT_ASK);
    return run.err().replaceFirst("^kbaudit: ", "").strip();
  }

  @Test
  void whatCannotBeUnderstoodIsRefusedWithItsLine() throws IOException {
    Path ansi =
        Files.write(
            elsewhere.resolve("ansi.reg"),
            "REGEDIT4\r\n\r\n[HKEY_LOCAL_MACHINE\\Software]\r\n"
                .getBytes(StandardCharsets.US_ASCII));
    Path noColumns = Files.writeString(elsewhere.resolve("other.csv"), "a,b\n1,2\n");
    Path cut = Files.writeString(elsewhere.resolve("cut.json"), "[{\"name\": \"fn_min\", \"ty");

    assertThat(refusal("--registry", ansi)).startsWith("kbaudit: --registry ansi.reg, line 1: ");
    assertThat(refusal("--registry", noColumns)).startsWith("kbaudit: --registry other.csv, line ");
    assertThat(refusal("--database", noColumns)).startsWith("kbaudit: --database other.csv, line ");
    assertThat(refusal("--database", cut)).startsWith("kbaudit: --database cut.json, line 1: ");
    assertThat(refusal("--programs", cut)).startsWith("kbaudit: --programs cut.json, line 1: ");
    assertThat(refusal("--database", elsewhere))
        .isEqualTo("kbaudit: --database takes a file, and '" + elsewhere + "' is a folder\n");
    assertThat(refusal("--registry", ""))
        .isEqualTo("kbaudit: --registry is empty, and no file is called ''\n");
    assertThat(refusal("--registry", elsewhere.resolve("nowhere")))
        .startsWith("kbaudit: --registry: no such file: '");
  }

  private String refusal(String option, Object value) {
    Run run = kbaudit("verify", folder, option, value);
    assertThat(run.exitCode()).isEqualTo(ExitCode.CANNOT_ASK);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines()).hasSize(1);
    return run.err();
  }

  private Run verifyDatabase(Path result) {
    return kbaudit(
        "verify",
        "--report",
        "json",
        "--location",
        "resource-manager",
        folder,
        "--database",
        result);
  }

  private Path database(List<String> objects) throws IOException {
    return Files.writeString(
        elsewhere.resolve("database.csv"),
        "schema_name,name,type,table_name\n" + String.join("\n", objects) + "\n");
  }

  /** Of a computer on which nothing is installed, as reg.exe writes it. */
  private Path emptyRegistry() throws IOException {
    String installer =
        "[HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Installer";
    String export =
        "\uFEFFWindows Registry Editor Version 5.00\r\n\r\n"
            + installer
            + "]\r\n\r\n"
            + installer
            + "\\UserData]\r\n\r\n";
    return Files.write(
        elsewhere.resolve("installer.reg"), export.getBytes(StandardCharsets.UTF_16LE));
  }

  private static JSONObject audit(Run run, int number) {
    return run.json().getJSONArray("audits").getJSONObject(number);
  }

  /** Returns how a check of the row came out that adds to the database. */
  private static String outcome(JSONObject audit, String check) {
    for (Object file : audit.getJSONArray("files")) {
      JSONObject row = (JSONObject) file;
      if (row.getString("name").equals("Resourcemanagedatabase.msi")) {
        for (Object each : row.getJSONArray("checks")) {
          if (((JSONObject) each).getString("id").equals(check)) {
            return ((JSONObject) each).getString("outcome");
          }
        }
      }
    }
    throw new AssertionError("no such check");
  }
}
