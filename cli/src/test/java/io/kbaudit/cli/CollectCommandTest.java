package io.kbaudit.cli;

import static io.kbaudit.cli.Run.kbaudit;
import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.fixtures.folder.Defect;
import io.kbaudit.fixtures.folder.RollupFolder;
import io.kbaudit.fixtures.msi.MsiFixture;
import io.kbaudit.fixtures.signing.AuthenticodeSigning;
import io.kbaudit.fixtures.signing.TestAuthority;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.json.JSONObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is collected on one computer is audited on another as though the files were there. */
class CollectCommandTest {

  @TempDir Path folder;
  @TempDir Path elsewhere;

  private Path inventory;

  @BeforeEach
  void nameTheInventory() {
    inventory = elsewhere.resolve("share.json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text",
        "html",
        "markdown",
        "json",
        "csv",
        "junit",
        "sarif",
        "prometheus",
        "nagios"
      })
  void everyReportIsTheSame(String format) throws IOException {
    Path share = elsewhere.resolve("share");
    Files.createDirectories(share);
    RollupFolder.kb2492954()
        .with(Defect.missing("Servicebase.msi"), Defect.truncated("DNSClient.msi"))
        .writeTo(share);
    assertThat(collect(share)).isEqualTo(new Run(ExitCode.OK, "", ""));

    Run saved = verify("--inventory", inventory, "--report", format);

    Run live = verify(share, "--report", format);
    assertThat(saved.out()).isEqualTo(live.out().replace(share.toString(), "share"));
    assertThat(saved.exitCode()).isEqualTo(live.exitCode()).isEqualTo(ExitCode.NON_COMPLIANT);
  }

  @Test
  void foldersAndInventoriesAreAuditedTogether() throws IOException {
    RollupFolder.kb2492954().writeTo(folder);
    collect(folder, "--label", "DNS01");

    Run run =
        kbaudit(
            "verify",
            "--report",
            "json",
            "--location",
            "msi-share=" + folder,
            "--location",
            "dns=" + inventory);

    assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    JSONObject dns = run.json().getJSONArray("audits").getJSONObject(1);
    assertThat(dns.getJSONObject("target").getString("label")).isEqualTo("DNS01");
    assertThat(dns.getString("verdict")).isEqualTo("COMPLIANT");
  }

  /** Else a copy of one server's inventory would answer for any other. */
  @Test
  void anInventoryAnswersForNoServerThatIsCalledOtherwise() throws IOException {
    RollupFolder.kb2492954().writeTo(folder);
    collect(folder, "--label", "DNS01");
    Path list =
        Files.writeString(
            inventory.resolveSibling("servers.csv"),
            "location,label,inventory\ndns,DNS07," + inventory.getFileName() + "\n");

    Run run = kbaudit("verify", "--locations", list);

    assertThat(run.exitCode()).isEqualTo(ExitCode.INDETERMINATE);
    assertThat(run.out())
        .contains("the inventory is of 'DNS01', and of no other server")
        .contains("; not reached: dns DNS07");
  }

  @Test
  void anInventoryThatCannotBeReadCostsNoOtherItsAnswer() throws IOException {
    RollupFolder.kb2492954().writeTo(folder);
    collect(folder);
    String whole = Files.readString(inventory);
    Files.writeString(inventory, whole.substring(0, whole.length() / 2));

    Run run =
        kbaudit(
            "verify",
            "--report",
            "json",
            "--location",
            "msi-share=" + folder,
            "--location",
            "dns=" + inventory);

    assertThat(run.exitCode()).isEqualTo(ExitCode.INDETERMINATE);
    assertThat(Run.findingsIn(run.json().getJSONArray("audits").getJSONObject(1)))
        .containsExactly("Dnsclient.msi PRESENCE UNREACHABLE");
    assertThat(Run.findingsIn(run.json().getJSONArray("audits").getJSONObject(0))).isEmpty();
  }

  @Test
  void whatWasNotCollectedIsUndecided() throws IOException {
    RollupFolder.kb2492954().writeTo(folder);
    collect(folder, "--metadata");

    Run run = verify("--inventory", inventory, "--report", "json", "--only", "SIZE,FORMAT");

    assertThat(run.exitCode()).isEqualTo(ExitCode.INDETERMINATE);
    assertThat(run.findings()).hasSize(22).allMatch(each -> each.endsWith(" FORMAT NOT_READ"));
  }

  @Test
  void foldersBelowThatWereLeftAreGaps() throws IOException {
    RollupFolder.kb2492954().writeTo(folder);
    Files.createDirectories(folder.resolve("below"));
    collect(folder);

    Run run = verify("--inventory", inventory, "--report", "json", "--recursive");

    assertThat(run.exitCode()).isEqualTo(ExitCode.INDETERMINATE);
    assertThat(run.remarks()).containsOnlyOnce("FOLDER_NOT_LISTED");
    assertThat(verify("--inventory", inventory).exitCode()).isEqualTo(ExitCode.OK);
  }

  @Test
  void signaturesAreJudgedWhereTheyAre() throws Exception {
    TestAuthority root = TestAuthority.root("Test Root");
    MsiFixture.sized(679_936)
        .modifiedAt("2011-03-10T10:04:30Z")
        .signedBy(AuthenticodeSigning.by(root.signer("Contoso Ltd")))
        .writeTo(folder.resolve("DNSClient.msi"));
    Path pem = Files.writeString(elsewhere.resolve("root.pem"), root.pem());
    collect(folder, "--trust", pem);

    Run run = verifyDns("--inventory", inventory, "--report", "json", "--signature", "required");

    assertThat(run.out())
        .isEqualTo(
            verifyDns(folder, "--report", "json", "--signature", "required", "--trust", pem).out());
    assertThat(run.out()).contains("\"grade\": \"TRUSTED\"");
    assertThat(verifyDns("--inventory", inventory, "--trust", pem).err())
        .startsWith("kbaudit: --trust is heeded where signatures are judged");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--hash", "--hash=sha256", "--hash=SHA256,md5", "--hash=all"})
  void digestsAreCollectedOnRequest(String option) throws IOException {
    RollupFolder.kb2492954().writeTo(folder);
    Path baseline = elsewhere.resolve("baseline.json");
    kbaudit("baseline", folder, "-o", baseline);
    collect(folder, option);

    Run run = verify("--inventory", inventory, "--report", "json", "--baseline", baseline);

    assertThat(run).isEqualTo(verify(folder, "--report", "json", "--baseline", baseline));
    assertThat(run.out()).contains("\"assurance\": \"PINNED\"");
  }

  @Test
  void withoutThemABaselineHasNothingToCompareWith() throws IOException {
    RollupFolder.kb2492954().writeTo(folder);
    Path baseline = elsewhere.resolve("baseline.json");
    kbaudit("baseline", folder, "-o", baseline);
    collect(folder);

    Run run = verify("--inventory", inventory, "--report", "json", "--baseline", baseline);

    assertThat(run.findings()).hasSize(22).allMatch(each -> each.endsWith(" HASH NOT_READ"));
  }

  @Test
  void whatWasTakenThoroughlyAnswersThoroughQuestionsAlone() throws IOException {
    RollupFolder.kb2492954().writeTo(folder);
    collect(folder);
    assertThat(verify("--inventory", inventory, "--thorough"))
        .isEqualTo(
            refusal(
                "'"
                    + inventory
                    + "': the inventory was taken without unpacking what is in packages; 'kbaudit"
                    + " collect --thorough' takes one with it"));

    collect(folder, "--thorough", "--overwrite");

    assertThat(verify("--inventory", inventory, "--thorough", "--report", "json"))
        .isEqualTo(verify(folder, "--thorough", "--report", "json"));
  }

  @Test
  void nothingIsWrittenOver() throws IOException {
    RollupFolder.kb2492954().writeTo(folder);
    Files.writeString(inventory, "mine");

    assertThat(collect(folder))
        .isEqualTo(refusal("'" + inventory + "' exists already, and is not written over"));
    assertThat(inventory).hasContent("mine");
    assertThat(collect(folder, "--overwrite"))
        .isEqualTo(
            refusal(
                "'"
                    + inventory
                    + "' is no earlier inventory, and is not written over; name another file"));
    assertThat(inventory).hasContent("mine");
  }

  @Test
  void anEarlierInventoryIsWrittenOverOnDemand() throws IOException {
    collect(folder);
    RollupFolder.kb2492954().writeTo(folder);

    assertThat(collect(folder, "--overwrite").exitCode()).isEqualTo(ExitCode.OK);
    assertThat(verify("--inventory", inventory).exitCode()).isEqualTo(ExitCode.OK);
  }

  @Test
  void nothingIsHalfWritten() {
    assertThat(collect(folder.resolve("nowhere")))
        .isEqualTo(refusal("no such folder: '" + folder.resolve("nowhere") + "'"));
    assertThat(elsewhere).isEmptyDirectory();
  }

  @Test
  void standardOutputIsTheDefault() throws IOException {
    Files.writeString(folder.resolve("a.txt"), "text");

    assertThat(kbaudit("collect", folder).json().getJSONArray("files")).hasSize(1);
  }

  @Test
  void whatIsWrittenIsSaid() throws IOException {
    Files.writeString(folder.resolve("a.txt"), "text");
    Path script = elsewhere.resolve("collect.ps1");

    assertThat(kbaudit("collect", folder, "-o", inventory))
        .isEqualTo(Run.wrote(inventory, "1 file"));
    assertThat(kbaudit("collect", "--script", "powershell", "-o", script))
        .isEqualTo(Run.wrote(script, "a collector for powershell"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"powershell", "cmd", "ansible"})
  void aCollectorIsPrintedForComputersWithoutJava(String kind) {
    Run run = kbaudit("collect", "--script", kind);

    assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(run.out()).contains("kbaudit", "without");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void whatContradictsItselfIsRefused() {
    assertThat(kbaudit("collect").err()).startsWith("kbaudit: the folder to look into is missing");
    assertThat(kbaudit("collect", folder, "--script", "cmd").err())
        .startsWith("kbaudit: --script looks into no folder here");
    assertThat(kbaudit("collect", folder, "--metadata", "--thorough").err())
        .isEqualTo("kbaudit: --metadata opens no file, and --thorough unpacks them; name one\n");
    assertThat(kbaudit("collect", folder, "--metadata", "--crl", "x").err())
        .isEqualTo("kbaudit: --crl is about signatures, and --metadata reads none\n");
    assertThat(kbaudit("collect", folder, "--label", " ").err())
        .startsWith("kbaudit: --label is empty");
    assertThat(kbaudit("collect", folder, "--hash=sha3").err())
        .contains("'sha3' is not one or more of md5, sha1, sha256, sha512, or all");
    assertThat(kbaudit("verify", folder, "--inventory", folder).err())
        .startsWith("kbaudit: --inventory takes a file, and '");
    assertThat(kbaudit("verify", folder, "--culture", "de-DE").err())
        .startsWith("kbaudit: --culture is about the dates in inventories");
    assertThat(kbaudit("verify", "--inventory", "", folder).err())
        .startsWith("kbaudit: --inventory is empty");
  }

  @Test
  void aListOfAnotherProgramIsAnInventory() throws IOException {
    Path list = elsewhere.resolve("MPS01.csv");
    Files.writeString(
        list,
        """
        #TYPE Selected.System.IO.FileInfo\r
        "Name","Length","LastWriteTimeUtc","Version","Hash"\r
        "DNSClient.msi","679936","3/10/2011 10:04:37 AM","0.0.0.0",""\r
        """);

    Run run =
        verifyDns(
            "--inventory",
            list,
            "--culture",
            "en-US",
            "--only",
            "PRESENCE,NAME,SIZE,DATE",
            "--report",
            "json");

    assertThat(run.findings()).isEmpty();
    assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(verifyDns("--inventory", list).err()).startsWith("kbaudit: MPS01.csv, line 3: ");
  }

  private Run collect(Path from, Object... options) {
    List<Object> arguments = new ArrayList<>(List.of("collect", "-q", from, "-o", inventory));
    arguments.addAll(List.of(options));
    return kbaudit(arguments.toArray());
  }

  private static Run verify(Object... arguments) {
    return kbaudit(Stream.concat(Stream.of("verify"), Stream.of(arguments)).toArray());
  }

  private static Run verifyDns(Object... arguments) {
    return kbaudit(
        Stream.concat(Stream.of("verify", "--location", "dns"), Stream.of(arguments)).toArray());
  }

  private static Run refusal(String sentence) {
    return new Run(ExitCode.CANNOT_ASK, "", "kbaudit: " + sentence + "\n");
  }
}
