package io.kbaudit.cli;

import static io.kbaudit.cli.Run.kbaudit;
import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.fixtures.msi.MsiFixture;
import io.kbaudit.fixtures.msi.SummaryProperty;
import io.kbaudit.fixtures.pe.Machine;
import io.kbaudit.fixtures.pe.PeFixture;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.json.JSONArray;
import org.json.JSONObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Inspections through the command line: of packages made here, and of real ones. */
class InspectCommandTest {
  private static final Path CORPUS =
      Path.of(System.getProperty("kbaudit.corpus", "no-corpus")).resolve("msi");

  private static final MsiFixture PACKAGE = MsiFixture.sized(8_192);

  @TempDir Path folder;

  private static Path corpus(String file) {
    Path path = CORPUS.resolve(file);
    Skip.unless(Files.exists(path), "corpus of real packages beside the checkout: " + path);
    return path;
  }

  private static List<JSONObject> files(Run run) {
    List<JSONObject> files = new ArrayList<>();
    run.json().getJSONArray("files").forEach(file -> files.add((JSONObject) file));
    return files;
  }

  private List<String> paths(Run run) {
    String prefix = folder + "/";
    return files(run).stream().map(f -> f.getString("path").replace(prefix, "")).toList();
  }

  @Test
  void reportsWhatAPackageSaysOfItself() throws Exception {
    Path file = folder.resolve("DNSClient.msi");
    PACKAGE
        .modifiedAt("2011-03-10T10:04:30Z")
        .subject("DNS Client")
        .property("ProductName", "DNS Client")
        .template("x64;1033,1031")
        .without(SummaryProperty.COMMENTS)
        .writeTo(file);

    Run run = kbaudit("inspect", file, "--report", "json");

    JSONObject summary = files(run).get(0).getJSONObject("summary");
    assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(run.err()).isEmpty();
    assertThat(run.json().keySet()).containsExactlyInAnyOrder("schemaVersion", "files");
    assertThat(files(run).get(0).toMap())
        .containsEntry("path", file.toString())
        .containsEntry("kind", "package")
        .containsEntry("sound", true)
        .containsEntry("problems", List.of())
        .containsEntry("tables", List.of("File", "Media", "Property"));
    assertThat(files(run).get(0).getJSONObject("properties").toMap())
        .containsEntry("ProductName", "DNS Client")
        .containsKeys("ProductCode", "ProductVersion", "UpgradeCode");
    assertThat(summary.toMap())
        .containsEntry("subject", "DNS Client")
        .containsEntry("codepage", 1252)
        .containsEntry("platform", "x64")
        .containsEntry("languages", List.of(1033, 1031))
        .containsEntry("lastSaved", "2011-03-10T10:04:28Z")
        .containsEntry("pageCount", 200)
        .containsEntry("packageCode", summary.getString("revision"));
    for (String absent : List.of("comments", "targetProducts", "lastPrinted", "charCount")) {
      assertThat(summary.isNull(absent)).as(absent).isTrue();
      assertThat(summary.has(absent)).as(absent).isTrue();
    }
  }

  @Test
  void printsTextForPeople() throws Exception {
    Path file = folder.resolve("a.msi");
    PACKAGE.subject("DNS Client").writeTo(file);

    Run run = kbaudit("inspect", file);

    assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(run.out())
        .startsWith("\u2713 SOUND  " + file + "  (package)\n  Summary\n")
        .contains("    Subject         DNS Client\n")
        .endsWith("\n1 file: 1 sound, 0 not sound\n");
  }

  @Test
  void saysThatATornCopyIsNotSound() throws Exception {
    Path torn = folder.resolve("torn.msi");
    byte[] whole = PACKAGE.toBytes();
    Files.write(torn, Arrays.copyOf(whole, whole.length - 1_024));

    Run run = kbaudit("inspect", torn);

    assertThat(run.exitCode()).isEqualTo(ExitCode.NON_COMPLIANT);
    assertThat(run.out())
        .startsWith("\u2717 NOT SOUND  " + torn)
        .contains("  TRUNCATED: ", "What it means, and what to do\n")
        .endsWith("\n1 file: 0 sound, 1 not sound\n");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void takesOfAFolderWhatWindowsInstallerMayReadByName() throws Exception {
    Path below = Files.createDirectories(folder.resolve("below"));
    Files.createDirectory(folder.resolve("folder.msi"));
    for (String name : List.of("b.MSI", "a.msi", "c.Msp", "d.msm", "e.mst", "f.txt", "msi")) {
      PACKAGE.writeTo(folder.resolve(name));
    }
    PACKAGE.writeTo(below.resolve("g.msi"));

    Run flat = kbaudit("inspect", folder, "--report", "json");
    Run recursive = kbaudit("inspect", "--recursive", folder, "--report", "json");

    assertThat(paths(flat)).containsExactly("a.msi", "b.MSI", "c.Msp", "d.msm", "e.mst");
    assertThat(paths(recursive))
        .containsExactly("a.msi", "b.MSI", "below/g.msi", "c.Msp", "d.msm", "e.mst");
  }

  @Test
  void takesEachFolderOnceHoweverManyLinksLeadToIt() throws Exception {
    Path above = folder;
    for (int i = 0; i < 40; i++) {
      Path below = Files.createDirectory(above.resolve("below"));
      Files.createSymbolicLink(above.resolve("again"), below);
      above = below;
    }
    PACKAGE.writeTo(above.resolve("a.msi"));

    Run run = kbaudit("inspect", "--recursive", folder, "--report", "json");

    assertThat(paths(run)).containsExactly("below/".repeat(40) + "a.msi");
    assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
  }

  @Test
  void looksWhereLinksLeadOutOfAFolderOnDemandAndSaysOtherwiseThatItDoesNot() throws Exception {
    Path inside = Files.createDirectory(folder.resolve("inside"));
    Path outside = Files.createDirectory(folder.resolve("outside"));
    PACKAGE.writeTo(inside.resolve("a.msi"));
    PACKAGE.writeTo(outside.resolve("b.msi"));
    Path file = Files.createSymbolicLink(inside.resolve("c.msi"), outside.resolve("b.msi"));
    Path below = Files.createSymbolicLink(inside.resolve("d"), outside);

    Run left = kbaudit("inspect", "--recursive", inside, "--report", "json");
    Run followed = kbaudit("inspect", "--recursive", "--follow-links", inside, "--report", "json");

    assertThat(paths(left)).containsExactly("inside/a.msi");
    assertThat(left.err())
        .isEqualTo(
            "kbaudit: '%s' cannot be read: it is a link that leads out of the folder\n"
                    .formatted(file)
                + "kbaudit: '%s' cannot be read: it is a link that leads out of the folder\n"
                    .formatted(below));
    assertThat(left.exitCode()).isEqualTo(ExitCode.CANNOT_ASK);
    assertThat(paths(followed)).containsExactly("inside/a.msi", "inside/c.msi", "inside/d/b.msi");
    assertThat(followed.exitCode()).isEqualTo(ExitCode.OK);
  }

  @Test
  void takesANamedFileWhateverItsNameAndEachFileOnce() throws Exception {
    Path odd = folder.resolve("c597.tmp");
    Path even = folder.resolve("even.msi");
    PACKAGE.writeTo(odd);
    PACKAGE.writeTo(even);

    Run run = kbaudit("inspect", odd, even, folder, odd, "--report", "json");

    assertThat(paths(run)).containsExactly("c597.tmp", "even.msi");
  }

  @Test
  void reportsWhatALibrarySaysOfItself() throws Exception {
    Path file = folder.resolve("aclayers.dll");
    PeFixture.library()
        .machine(Machine.X86)
        .fileVersion("6.1.7601.17514")
        .string("FileVersion", "6.1.7601.17514 (win7sp1_rtm.101119-1850)")
        .originalFilename("aclayers.dll")
        .writeTo(file);

    Run run = kbaudit("inspect", file, "--report", "json");

    assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(files(run).get(0).toMap())
        .containsEntry("kind", "library")
        .containsEntry("sound", true)
        .containsEntry("problems", List.of())
        .containsEntry("machine", "x86")
        .containsEntry("format", "PE32")
        .containsEntry("fileVersion", "6.1.7601.17514")
        .containsEntry("productVersion", "6.1.7601.17514")
        .containsEntry("translations", List.of("040904b0"))
        .doesNotContainKeys("summary", "tables", "properties", "versions");
    assertThat(
            files(run)
                .get(0)
                .getJSONObject("strings")
                .toMap()
                .values()
                .iterator()
                .next()
                .toString())
        .contains("FileVersion=6.1.7601.17514 (win7sp1_rtm.101119-1850)")
        .contains("OriginalFilename=aclayers.dll");
    assertThat(kbaudit("inspect", file).out())
        .startsWith("\u2713 SOUND  " + file + "  (library)\n  Version\n")
        .contains("    File version     6.1.7601.17514\n", "    Machine          x86 (PE32)\n")
        .endsWith("\n1 file: 1 sound, 0 not sound\n");
  }

  @Test
  void writesALineOfCsvForEachFileOfAFolder() throws Exception {
    PeFixture.library().fileVersion("1.2.3.4").writeTo(folder.resolve("a.dll"));
    PeFixture.driver().withoutVersionResource().writeTo(folder.resolve("b.SYS"));
    PACKAGE.property("ProductVersion", "8.0.1").writeTo(folder.resolve("c.msi"));
    Files.writeString(folder.resolve("d.exe"), "junk");
    Files.writeString(folder.resolve("e.txt"), "text");

    Run run = kbaudit("inspect", folder, "--report", "csv");

    assertThat(run.exitCode()).isEqualTo(ExitCode.NON_COMPLIANT);
    assertThat(run.out().replace(folder + "/", "").split("\r\n", -1))
        .satisfiesExactly(
            line -> assertThat(line).startsWith("path,kind,sound,problems,format,machine,"),
            line ->
                assertThat(line).startsWith("a.dll,library,true,,PE32+,x64,1.2.3.4,1.2.3.4,1033"),
            line -> assertThat(line).startsWith("b.SYS,driver,true,,PE32+,x64,,,"),
            line -> assertThat(line).startsWith("c.msi,package,true,,,Intel,,8.0.1,1033,"),
            line -> assertThat(line).startsWith("d.exe,,false,NOT_A_PROGRAM,,,,,"),
            line -> assertThat(line).isEmpty());
  }

  @Test
  void takesAProgramForOneWhateverItsName() throws Exception {
    Path file = folder.resolve("c597.tmp");
    PeFixture.program().writeTo(file);

    assertThat(files(kbaudit("inspect", file, "--report", "json")).get(0).toMap())
        .containsEntry("kind", "program");
  }

  @Test
  void reportsTheOthersWhereOneCannotBeRead() throws Exception {
    Path gone = Files.createSymbolicLink(folder.resolve("gone.msi"), Path.of("nowhere"));
    PACKAGE.writeTo(folder.resolve("here.msi"));

    Run json = kbaudit("inspect", folder, "--report", "json");
    Run text = kbaudit("inspect", folder);

    assertThat(json.exitCode()).isEqualTo(ExitCode.CANNOT_ASK);
    assertThat(json.err())
        .isEqualTo("kbaudit: '" + gone + "' cannot be read: it is a link that leads nowhere\n");
    assertThat(paths(json)).containsExactly("here.msi");
    assertThat(json.json().getJSONArray("unreadable").getJSONObject(0).toMap())
        .isEqualTo(Map.of("path", gone.toString(), "reason", "it is a link that leads nowhere"));
    assertThat(text.out())
        .contains("? UNREADABLE  " + gone + "  (it is a link that leads nowhere)\n")
        .endsWith("1 file: 1 sound, 0 not sound; 1 unreadable\n");
  }

  @Test
  void writesTheReportToAFile() throws Exception {
    Path file = folder.resolve("a.msi");
    Path report = folder.resolve("report.json");
    PACKAGE.writeTo(file);

    Run run = kbaudit("inspect", file, "--report", "json=" + report);

    assertThat(run).isEqualTo(new Run(ExitCode.OK, "", ""));
    assertThat(report).content().isEqualTo(kbaudit("inspect", file, "--report", "json").out());
  }

  @Test
  void reportsTheWholeCorpusAsValidJson() {
    Run run = kbaudit("inspect", corpus("files"), "--report", "json");

    assertThat(run.exitCode()).isEqualTo(ExitCode.NON_COMPLIANT);
    assertThat(run.err()).isEmpty();
    assertThat(files(run)).hasSize(66);
    assertThat(files(run)).filteredOn(file -> file.getBoolean("sound")).hasSize(57);
    assertThat(files(run))
        .allSatisfy(
            file ->
                assertThat(file.keySet())
                    .contains("path", "kind", "sound", "problems", "summary", "tables"));
  }

  @Test
  void showsTheIdentityOfARealPackageAndCountsTheRest() {
    Run run = kbaudit("inspect", corpus("files/lessmsi__putty-0.68-installer.msi"));
    Run all = kbaudit("inspect", "--properties", corpus("files/lessmsi__putty-0.68-installer.msi"));

    assertThat(run.out())
        .containsPattern("    ProductName +PuTTY release 0.68")
        .contains("; --properties shows all\n", "; --tables names them\n");
    assertThat(all.out()).contains("ALLUSERS").doesNotContain("Summary", "--properties");
  }

  @Test
  void choosesPartsOfJsonToo() {
    Path file = corpus("files/wix3__product.msi");

    Run run = kbaudit("inspect", "--tables", file, "--report", "json");

    assertThat(files(run).get(0).keySet())
        .containsExactlyInAnyOrder("path", "kind", "sound", "problems", "tables");
    assertThat(files(run).get(0).getJSONArray("tables")).isInstanceOf(JSONArray.class).hasSize(14);
  }

  @Test
  void countsTheRowsOfTables() {
    Run run = kbaudit("inspect", "--tables", corpus("files/wix3__product.msi"));

    assertThat(run.out()).contains("    Property                7 rows\n", "  1 row\n");
  }

  @Test
  void writesATableAsCsv() {
    Run run = kbaudit("inspect", "--table", "Media", corpus("files/wix3__product.msi"));

    assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(run.err()).isEmpty();
    assertThat(run.out().split("\r\n", -1))
        .containsExactly(
            "DiskId,LastSequence,DiskPrompt,Cabinet,VolumeLabel,Source", "1,1,,#product.cab,,", "");
  }

  @Test
  void writesWhatCanBeReadOfATornFileAndSaysSo() {
    Path torn = corpus("files/lessmsi__VBRuntime.msi");

    Run run = kbaudit("inspect", "--table", "Property", torn);

    assertThat(run.exitCode()).isEqualTo(ExitCode.NON_COMPLIANT);
    assertThat(run.out()).startsWith("Property,Value\r\n");
    assertThat(run.err()).startsWith("kbaudit: '" + torn + "' is not sound: TRUNCATED, ");
  }

  @Test
  void hasNoTableOfWhatIsNoPackage() throws Exception {
    Path text = Files.writeString(folder.resolve("a.msi"), "text");

    Run run = kbaudit("inspect", "--table", "Property", text);

    assertThat(run.exitCode()).isEqualTo(ExitCode.NON_COMPLIANT);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("kbaudit: '" + text + "' is not sound: ").hasLineCount(1);
  }

  @Test
  void printsTextsOfEveryScriptAsTheConsoleTakesThem() {
    Path japanese = corpus("made/cp932.msi");

    Run utf8 = kbaudit("inspect", japanese);
    Run ascii = Run.on(StandardCharsets.US_ASCII, false, Map.of(), "inspect", japanese);
    Run csv =
        Run.on(
            StandardCharsets.US_ASCII, false, Map.of(), "inspect", "--table", "Property", japanese);

    assertThat(utf8.out()).contains("\u65E5\u672C\u8A9E");
    assertThat(ascii.out()).contains("+ SOUND", "<U+65E5><U+672C><U+8A9E>");
    assertThat(csv.err()).isEmpty();
    assertThat(csv.exitCode()).isEqualTo(ExitCode.OK);
  }
}
