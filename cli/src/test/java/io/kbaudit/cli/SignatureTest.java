package io.kbaudit.cli;

import static io.kbaudit.cli.PackageDefects.packageOf;
import static io.kbaudit.cli.Run.kbaudit;
import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.fixtures.folder.Defect;
import io.kbaudit.fixtures.folder.RollupFolder;
import io.kbaudit.fixtures.msi.MsiFixture;
import io.kbaudit.fixtures.signing.AuthenticodeSigning;
import io.kbaudit.fixtures.signing.CatalogFixture;
import io.kbaudit.fixtures.signing.TestAuthority;
import io.kbaudit.fixtures.signing.TestSigner;
import io.kbaudit.fixtures.signing.TimeStamp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.json.JSONObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who signed files, and whether they are untouched: demanded, judged and shown by the command. */
class SignatureTest {
  private static final String CLIENT = "DNSClient.msi";

  /** As the article spells it. */
  private static final String LISTED = "Dnsclient.msi";

  private static final TestAuthority ROOT = TestAuthority.root("Test Root");
  private static final TestSigner CONTOSO = ROOT.signer("Contoso Ltd");
  private static final AuthenticodeSigning SIGNING =
      AuthenticodeSigning.by(CONTOSO)
          .stamped(TimeStamp.rfc3161(ROOT.timeStamper("Test Time"), "2011-01-10T09:00:42Z"));

  private final Path rollup;
  private final Path beside;
  private final Path roots;

  SignatureTest(@TempDir Path rollup, @TempDir Path beside) {
    this.rollup = rollup;
    this.beside = beside;
    this.roots = beside.resolve("roots.pem");
  }

  @BeforeEach
  void writeTheRoot() throws IOException {
    Files.writeString(roots, ROOT.pem());
  }

  @Test
  void aSignerWhomNoRootVouchesForIsARemark() throws IOException {
    write(signed());

    Run run = verify();

    assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(run.findings()).isEmpty();
    assertThat(outcome(run).toMap())
        .containsEntry("outcome", "PASSED")
        .containsEntry("remark", "UNTRUSTED_SIGNER");
    assertThat(client(run).getString("assurance")).isEqualTo("IDENTITY");
  }

  @Test
  void aTrustedRootRaisesTheAssuranceAndRevocationIsSaidToBeUnchecked() throws IOException {
    write(signed());

    Run run = verify("--trust", roots);

    assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(outcome(run).getString("evidence"))
        .isEqualTo("TRUSTED: signed by 'Contoso Ltd', time stamp 2011-01-10 09:00 UTC, SHA-256");
    assertThat(client(run).getString("assurance")).isEqualTo("SIGNED");
    assertThat(run.remarks()).contains("REVOCATION_UNCHECKED");
  }

  @Test
  void aFileIsNotFixedNorChangedThatIsJudgedByOtherRoots() throws IOException {
    write(signed());
    Path before = beside.resolve("before.json");
    Path after = beside.resolve("after.json");
    verifyClient("--signature", "required", "--report", "json=" + before);
    verifyClient("--signature", "required", "--trust", roots, "--report", "json=" + after);

    Run run = kbaudit("diff", "--quiet", before, after);

    assertThat(run.exitCode()).isEqualTo(ExitCode.INDETERMINATE);
    assertThat(run.out())
        .startsWith(
            "NOT COMPARABLE: other policy; 0 new, 0 fixed, 0 still there, 1 asked otherwise;"
                + " 0 files changed, 0 gone, 0 new");
  }

  @Test
  void whatWasAlteredSinceItWasSignedFailsForNothingElse() throws IOException {
    write(altered());

    Run run = verify("--trust", roots);

    assertThat(run.exitCode()).isEqualTo(ExitCode.NON_COMPLIANT);
    assertThat(run.findings()).containsExactly(LISTED + " SIGNATURE ALTERED_SINCE_SIGNED");
  }

  @Test
  void offLooksAtNoSignatureAndSaysSo() throws IOException {
    write(altered());

    Run run = verify("--signature", "off");
    Run text = kbaudit("verify", "--signature", "off", rollup);

    assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(client(run).getJSONObject("observed").has("signature")).isFalse();
    assertThat(text.out()).endsWith("; not audited: SIGNATURE\n");
  }

  @Test
  void requiredFailsWhatIsNotSigned() throws IOException {
    write(signed());

    Run run = verify("--signature", "required", "--trust", roots);

    assertThat(run.exitCode()).isEqualTo(ExitCode.NON_COMPLIANT);
    assertThat(run.findings()).hasSize(21).allMatch(each -> each.endsWith("SIGNATURE UNSIGNED"));
  }

  @ParameterizedTest
  @CsvSource({"Contoso Ltd, 0", "Contoso, 1", "Fabrikam, 1"})
  void aPublisherIsDemandedByNameOfEachFile(String name, int others) throws IOException {
    write(signed());

    Run run = verifyClient("--publisher", name, "--trust", roots);

    assertThat(run.findings())
        .isEqualTo(others == 0 ? List.of() : List.of(CLIENT + " SIGNATURE OTHER_PUBLISHER"));
    assertThat(run.exitCode()).isEqualTo(others == 0 ? ExitCode.OK : ExitCode.NON_COMPLIANT);
  }

  @Test
  void theCertificateItselfIsProofWithoutAnyRoot() throws IOException {
    write(signed());
    String certificate =
        signature(kbaudit("inspect", rollup.resolve(CLIENT), "--report", "json"))
            .getJSONObject("signer")
            .getString("sha256");

    Run run = verifyClient("--publisher", certificate, "--publisher", "Somebody Else");

    assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(outcome(run).getString("remark")).isEqualTo("UNTRUSTED_SIGNER");
  }

  @Test
  void aListOfRevokedCertificatesIsHeeded() throws IOException {
    write(signed());
    Path crl = beside.resolve("revoked.crl");
    Instant revoked = Instant.parse("2010-06-01T00:00:00Z");
    Files.write(crl, ROOT.crl(revoked, Map.of(CONTOSO, revoked)));
    Path none = beside.resolve("none.crl");
    Files.write(none, ROOT.crl(revoked, Map.of()));

    Run refused = verifyClient("--signature", "required", "--trust", roots, "--crl", crl);
    Run checked = verifyClient("--signature", "required", "--trust", roots, "--crl", none);

    assertThat(refused.exitCode()).isEqualTo(ExitCode.NON_COMPLIANT);
    assertThat(checked.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(checked.remarks()).doesNotContain("REVOCATION_UNCHECKED");
  }

  @Test
  void aFileThatACatalogListsIsSignedByIt() throws IOException {
    write(packageOf(CLIENT));
    Path catalog = beside.resolve("rollup.cat");
    CatalogFixture.version2().file(rollup.resolve(CLIENT)).writeTo(catalog, SIGNING);

    Run run = verifyClient("--signature", "required", "--trust", roots, "--catalog", catalog);
    Run other = verify("--trust", roots, "--catalog", catalog);

    assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(outcome(run).getString("evidence")).contains("in the catalog 'rollup.cat'");
    assertThat(other.exitCode()).isEqualTo(ExitCode.OK);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--signature off --publisher Contoso"
            + "|--publisher is about signatures, and --signature off looks at none",
        "--signature off --trust x|--trust is about signatures, and --signature off looks at none",
        "--signature off --only SIGNATURE|--signature off leaves no check to do",
        "--signature intact --publisher Contoso"
            + "|--publisher demands signatures, and --signature intact does not; name one",
        "--only SIZE,DATE --publisher Contoso"
            + "|--publisher is what SIGNATURE heeds, and --only or --skip leaves SIGNATURE out",
        "--skip SIGNATURE --signature required"
            + "|--signature is what SIGNATURE heeds, and --only or --skip leaves SIGNATURE out",
        "--skip SIGNATURE --crl x"
            + "|--crl is what SIGNATURE heeds, and --only or --skip leaves SIGNATURE out",
        "--trust nowhere|--trust 'nowhere' cannot be read: no such file or folder",
        "--crl nowhere|--crl 'nowhere' cannot be read: no such file or folder",
        "--catalog nowhere|--catalog 'nowhere' cannot be read: no such file or folder",
      })
  void whatMakesNoSenseIsRefusedInASentence(String options, String sentence) {
    List<Object> arguments = new ArrayList<>(List.of("verify", rollup));
    arguments.addAll(Arrays.asList((Object[]) options.split(" ")));

    Run run = kbaudit(arguments.toArray());

    assertThat(run.err()).isEqualTo("kbaudit: " + sentence + "\n");
    assertThat(run.out()).isEmpty();
    assertThat(run.exitCode()).isEqualTo(ExitCode.CANNOT_ASK);
  }

  @Test
  void anEmptyPublisherIsRefused() {
    Run run = kbaudit("verify", rollup, "--publisher", " ");

    assertThat(run.err()).contains("--publisher").hasLineCount(1);
    assertThat(run.exitCode()).isEqualTo(ExitCode.CANNOT_ASK);
  }

  @ParameterizedTest
  @CsvSource({"--trust", "--crl", "--catalog"})
  void whatIsNoEvidenceIsRefusedInASentence(String option) throws IOException {
    write(signed());
    Path nonsense = Files.writeString(beside.resolve("nonsense.txt"), "nothing of the kind");

    for (Object command : List.of("verify", "inspect")) {
      Run run = kbaudit(command, option, nonsense, rollup);

      assertThat(run.err())
          .startsWith("kbaudit: " + option + " '")
          .contains("nonsense.txt")
          .hasLineCount(1);
      assertThat(run.out()).isEmpty();
      assertThat(run.exitCode()).isEqualTo(ExitCode.CANNOT_ASK);
    }
  }

  @Test
  void aProfileDemandsWhateverTheCommandLineDoesButLeaveSignaturesOut() throws IOException {
    write(packageOf(CLIENT));
    Path profile =
        Files.writeString(
            beside.resolve("ours.yaml"),
            """
            article: KB2492954
            publishers: [Contoso Ltd]
            locations:
              - name: dns
                where: DNS01
                phase: post-install
                accept: exact
                files: [DNSClient.msi]
            """);

    Run held =
        kbaudit("verify", "--profile", profile, "--location", "dns", rollup, "--report", "json");
    Run told =
        kbaudit(
            "verify",
            "--profile",
            profile,
            "--location",
            "dns",
            "--signature",
            "intact",
            rollup,
            "--report",
            "json");
    Run off =
        kbaudit("verify", "--profile", profile, "--location", "dns", "--signature", "off", rollup);

    assertThat(held.findings()).containsExactly(LISTED + " SIGNATURE UNSIGNED");
    assertThat(told.findings()).isEqualTo(held.findings());
    assertThat(off.out())
        .contains("SIGNATURE")
        .contains("not audited: SIGNATURE, 21 rows (location)");
    assertThat(kbaudit("profile", "show", profile).out())
        .contains("each file must have a trusted signature of 'Contoso Ltd'");
  }

  @Test
  void aBaselineCarriesTheDemandUnderWhichItWasMade() throws IOException {
    write(signed());
    Path baseline = beside.resolve("client.json");
    List<Object> client = List.of("--article", article());

    Run made =
        kbaudit(
            with(
                client,
                "baseline",
                rollup,
                "--publisher",
                "Contoso Ltd",
                "--trust",
                roots,
                "-o",
                baseline));
    Run held = kbaudit(with(client, "verify", "--baseline", baseline, rollup, "--report", "json"));
    Run trusting =
        kbaudit(
            with(
                client,
                "verify",
                "--baseline",
                baseline,
                "--trust",
                roots,
                rollup,
                "--report",
                "json"));

    assertThat(made.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(new JSONObject(Files.readString(baseline)).getJSONObject("signature").toMap())
        .containsEntry("required", true)
        .containsEntry("publishers", List.of("Contoso Ltd"));
    assertThat(held.findings()).containsExactly(CLIENT + " SIGNATURE UNTRUSTED_SIGNER");
    assertThat(trusting.findings()).isEmpty();
  }

  @Test
  void noStandardIsSetByAnAlteredFileThoughDamageIsAccepted() throws IOException {
    write(altered());

    Run run = kbaudit("baseline", "--accept-unsound", rollup, "-o", beside.resolve("none.json"));

    assertThat(run.exitCode()).isEqualTo(ExitCode.NON_COMPLIANT);
    assertThat(beside.resolve("none.json")).doesNotExist();
  }

  @Test
  void aPlanCopiesNoAlteredFile(@TempDir Path share) throws IOException {
    write(altered());

    Run run = kbaudit("plan", "--package", rollup, "--share", share);
    Run off = kbaudit("plan", "--signature", "off", "--package", rollup, "--share", share);

    assertThat(run.exitCode()).isEqualTo(ExitCode.NON_COMPLIANT);
    assertThat(run.out()).contains("SIGNATURE ALTERED_SINCE_SIGNED");
    assertThat(off.exitCode()).isEqualTo(ExitCode.OK);
  }

  @Test
  void aSavedAuditKeepsTheSignatures() throws IOException {
    write(signed());
    Path saved = beside.resolve("audit.json");

    kbaudit("verify", "--trust", roots, rollup, "--report", "json=" + saved);
    Run again = kbaudit("report", saved, "--report", "json");

    assertThat(again.out()).isEqualTo(Files.readString(saved));
    assertThat(
            client(again).getJSONObject("observed").getJSONObject("signature").getString("grade"))
        .isEqualTo("TRUSTED");
  }

  @Test
  void anInspectionShowsSignaturesInFull() throws IOException {
    write(signed());
    Path file = rollup.resolve(CLIENT);

    Run text = kbaudit("inspect", "--trust", roots, file);
    Run json = kbaudit("inspect", "--trust", roots, file, "--report", "json");
    Run csv = kbaudit("inspect", "--trust", roots, file, "--report", "csv");

    assertThat(text.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(text.out())
        .contains(
            "    Grade           TRUSTED, in the file\n",
            "    Time stamp      2011-01-10 09:00 UTC by ",
            "    Signed          SHA-256: ");
    assertThat(signature(json).toMap())
        .containsEntry("grade", "TRUSTED")
        .containsEntry("digestMatches", true)
        .containsEntry("weak", false);
    assertThat(csv.out().lines().findFirst().orElseThrow())
        .endsWith(
            ",remarks,signature,signer,signer_sha256,time_stamp,signed_digest,catalog,signature_remarks");
    assertThat(csv.out().lines().skip(1).findFirst().orElseThrow())
        .contains(",TRUSTED,Contoso Ltd,");
  }

  @Test
  void anAlteredFileIsNotSound() throws IOException {
    write(altered());
    Path file = rollup.resolve(CLIENT);

    Run text = kbaudit("inspect", file);
    Run json = kbaudit("inspect", file, "--report", "json");

    assertThat(text.exitCode()).isEqualTo(ExitCode.NON_COMPLIANT);
    assertThat(text.out())
        .contains("NOT SOUND", "DIGEST_MISMATCH")
        .endsWith("0 sound, 1 not sound\n");
    assertThat(signature(json).getBoolean("digestMatches")).isFalse();
  }

  @Test
  void noReportIsWrittenOverTheEvidence() throws IOException {
    write(signed());

    Run run = kbaudit("verify", "--trust", roots, rollup, "--report", "json=" + roots);

    assertThat(run.exitCode()).isEqualTo(ExitCode.CANNOT_ASK);
    assertThat(roots).hasContent(ROOT.pem());
  }

  private void write(MsiFixture client) throws IOException {
    RollupFolder.kb2492954().with(Defect.replaced(CLIENT, client)).writeTo(rollup);
  }

  private static MsiFixture signed() {
    return packageOf(CLIENT).signedBy(SIGNING);
  }

  private static MsiFixture altered() {
    return packageOf(CLIENT)
        .withRawStream("Note", new byte[] {1})
        .signedBy(SIGNING)
        .alteredWhenSigned(file -> file.replacing("Note", new byte[] {2}));
  }

  private Path article() throws IOException {
    return ListingArticle.write(
        beside, ListingArticle.HEADINGS, "| DNSClient.msi | 10-Mar-2011 | 10:04 | 679,936 |");
  }

  private Run verify(Object... options) {
    return kbaudit(with(List.of(options), "verify", rollup, "--report", "json"));
  }

  private Run verifyClient(Object... options) throws IOException {
    return kbaudit(
        with(List.of(options), "verify", "--article", article(), rollup, "--report", "json"));
  }

  private static Object[] with(List<Object> options, Object... arguments) {
    List<Object> all = new ArrayList<>(List.of(arguments));
    all.addAll(options);
    return all.toArray();
  }

  private static JSONObject client(Run run) {
    for (Object file : run.json().getJSONArray("files")) {
      if (((JSONObject) file).getString("name").equalsIgnoreCase(CLIENT)) {
        return (JSONObject) file;
      }
    }
    throw new AssertionError("no row of " + CLIENT + " in " + run.out());
  }

  private static JSONObject outcome(Run run) {
    for (Object check : client(run).getJSONArray("checks")) {
      if (((JSONObject) check).getString("id").equals("SIGNATURE")) {
        return (JSONObject) check;
      }
    }
    throw new AssertionError("no signature was checked: " + run.out());
  }

  /** Returns the one signature of the one file that was inspected. */
  private static JSONObject signature(Run inspection) {
    return inspection
        .json()
        .getJSONArray("files")
        .getJSONObject(0)
        .getJSONObject("signature")
        .getJSONArray("signatures")
        .getJSONObject(0);
  }
}
