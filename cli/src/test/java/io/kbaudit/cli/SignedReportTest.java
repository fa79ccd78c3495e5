package io.kbaudit.cli;

import static io.kbaudit.cli.Run.kbaudit;
import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.attestation.KeyFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.stream.Stream;
import org.json.JSONObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Audits that are signed where they are made, and verified where they are reported on. */
class SignedReportTest {
  private static final String ARTICLE =
      """
      | File name | Date | Time | File size |
      |---|
      | a.msi | 10-Mar-2011 | 10:04 | 5 |

      The end.
      """;

  private final Path beside;
  private final Path folder;
  private final Path article;
  private final Path signed;
  private final Path plain;

  SignedReportTest(@TempDir Path beside) {
    this.beside = beside;
    this.folder = beside.resolve("rollup");
    this.article = beside.resolve("KB100000.txt");
    this.signed = beside.resolve("signed.json");
    this.plain = beside.resolve("plain.json");
  }

  @BeforeEach
  void writeWhatIsAudited() throws IOException {
    Files.writeString(article, ARTICLE);
    Files.writeString(Files.createDirectory(folder).resolve("a.msi"), "12345");
  }

  private KeyFiles keys() {
    return KeyFiles.in(beside, "Ed25519");
  }

  /** Audits a folder where the one listed file has the listed size. */
  private Run verify(Object... options) {
    return kbaudit(
        Stream.concat(
                Stream.of("verify", "--article", article, "--only", "SIZE", folder),
                Stream.of(options))
            .toArray());
  }

  private static void assertRefused(Run run, String sentence) {
    assertThat(run.err()).isEqualTo("kbaudit: " + sentence + "\n");
    assertThat(run.exitCode()).isEqualTo(ExitCode.CANNOT_ASK);
    assertThat(run.out()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Ed25519", "secp256r1", "secp384r1", "secp521r1"})
  void whatWasSignedIsReportedOnAsThoughItHadNotBeen(String algorithm) throws IOException {
    KeyFiles keys = KeyFiles.in(beside, algorithm);
    verify("--report", "json=" + signed, "--sign", keys.privateKey());
    String unsigned = verify("--report", "json").out();

    Run run =
        kbaudit("report", signed, "--verify-key", keys.publicKey(), "--report", "json=" + plain);

    assertThat(run.err())
        .isEqualTo(
            "'"
                + signed
                + "' is signed by the key in '"
                + keys.publicKey()
                + "', and unchanged since\n");
    assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(plain).content().isEqualTo(unsigned);
  }

  @ParameterizedTest
  @CsvSource({"5,PASSED,OK", "6,FAILED,NON_COMPLIANT", "x,WARNED,INDETERMINATE"})
  void theExitCodeIsThatOfTheAudit(String size, String result, ExitCode exitCode)
      throws IOException {
    KeyFiles keys = keys();
    Files.writeString(article, ARTICLE.replace("| 5 |", "| " + size + " |"));

    Run made = verify("--report", "json=" + signed, "--sign", keys.privateKey());
    Run read = kbaudit("report", signed, "--verify-key", keys.publicKey(), "--report", "csv");

    assertThat(made.exitCode()).isEqualTo(exitCode);
    assertThat(read.exitCode()).isEqualTo(exitCode);
    assertThat(statement(signed).getJSONObject("predicate").getString("result")).isEqualTo(result);
  }

  private static JSONObject statement(Path file) throws IOException {
    byte[] payload =
        Base64.getDecoder().decode(new JSONObject(Files.readString(file)).getString("payload"));
    return new JSONObject(new String(payload, StandardCharsets.UTF_8));
  }

  @Test
  void eachJsonReportIsSignedAndNoOther() throws IOException {
    KeyFiles keys = keys();
    Path other = beside.resolve("other.json");
    Path csv = beside.resolve("audit.csv");

    Run run =
        verify(
            "--sign",
            keys.privateKey(),
            "--report",
            "json=" + signed,
            "--report",
            "JSON=" + other,
            "--report",
            "csv=" + csv,
            "--report",
            "text");

    assertThat(Files.readString(signed)).isEqualTo(Files.readString(other)).contains("payload");
    assertThat(Files.readString(csv)).isEqualTo(verify("--report", "csv").out());
    assertThat(run.out()).isEqualTo(verify().out());
  }

  @Test
  void itGoesThroughStandardOutputAndInput() {
    KeyFiles keys = keys();
    Run made = verify("--report", "json", "--sign", keys.privateKey());

    Run read = Run.reading(made.out(), "report", "-", "-q", "--verify-key", keys.publicKey());
    Run unverified = Run.reading(made.out(), "report", "-");

    assertThat(read.out()).isEqualTo(verify("-q").out());
    assertRefused(
        unverified,
        "'standard input' is signed, and read once it is verified: name its signer's key,"
            + " --verify-key PUB.pem; 'kbaudit report --report json=FILE' then writes it without"
            + " signature");
  }

  @Test
  void aSavedAuditIsSignedLater() throws IOException {
    KeyFiles keys = keys();
    verify("--report", "json=" + plain);

    kbaudit("report", plain, "--sign", keys.privateKey(), "--report", "json=" + signed);
    Path direct = beside.resolve("direct.json");
    verify("--sign", keys.privateKey(), "--report", "json=" + direct);

    assertThat(Files.readString(signed)).isEqualTo(Files.readString(direct));
  }

  @Test
  void whoSignsWhatAnotherSignedVerifiesItFirst() throws IOException {
    KeyFiles auditor = keys();
    KeyFiles reviewer = keys();
    Path reviewed = beside.resolve("reviewed.json");
    verify("--report", "json=" + signed, "--sign", auditor.privateKey());

    Run run =
        kbaudit(
            "report",
            signed,
            "--verify-key",
            auditor.publicKey(),
            "--sign",
            reviewer.privateKey(),
            "--report",
            "json=" + reviewed);

    assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(statement(reviewed).similar(statement(signed))).isTrue();
    assertThat(kbaudit("report", reviewed, "--verify-key", reviewer.publicKey(), "-q").exitCode())
        .isEqualTo(ExitCode.OK);
  }

  @Test
  void whatItRestsOnIsItsConfiguration() throws IOException {
    verify("--report", "json=" + signed, "--sign", keys().privateKey(), "--provenance");

    JSONObject predicate = statement(signed).getJSONObject("predicate");

    assertThat(predicate.getJSONArray("configuration").getJSONObject(0).getString("name"))
        .isEqualTo("KB100000.txt");
    assertThat(predicate.getJSONObject("kbaudit").has("provenance")).isTrue();
  }

  @Test
  void refusesASignedAuditThatNobodyVerifies() {
    verify("--report", "json=" + signed, "--sign", keys().privateKey());

    assertRefused(
        kbaudit("report", signed),
        "'signed.json' is signed, and read once it is verified: name its signer's key,"
            + " --verify-key PUB.pem; 'kbaudit report --report json=FILE' then writes it without"
            + " signature");
  }

  @Test
  void refusesWhatIsNotSignedByTheKey() throws IOException {
    KeyFiles keys = keys();
    verify("--report", "json=" + plain);
    verify("--report", "json=" + signed, "--sign", keys().privateKey());

    assertRefused(
        kbaudit("report", plain, "--verify-key", keys.publicKey()), "'plain.json' is not signed");
    assertRefused(
        kbaudit("report", signed, "--verify-key", keys.publicKey()),
        "'signed.json' is not signed by this key, or was changed since");
    Files.writeString(signed, Files.readString(signed).replace("  \"payload\"", " \"payload\""));
    assertRefused(
        kbaudit("report", signed, "--verify-key", keys.publicKey()),
        "'signed.json' was changed since kbaudit signed it, or was signed by another program");
  }

  @Test
  void anEarlierAuditIsSignedByTheSameKeyOrRefused() {
    KeyFiles keys = keys();
    verify("--report", "json=" + plain);
    verify("--report", "json=" + signed, "--sign", keys.privateKey());

    Run both = verify("--since", signed, "--verify-key", keys.publicKey(), "--quiet");

    assertThat(both.out())
        .startsWith("Since the earlier audit: NO DIFFERENCE: 0 new, 0 fixed, 0 still there; ");
    assertThat(both.exitCode()).isEqualTo(ExitCode.OK);
    assertRefused(
        verify("--since", plain, "--verify-key", keys.publicKey()), "'plain.json' is not signed");
    assertRefused(
        kbaudit("report", signed, "--verify-key", keys.publicKey(), "--since", plain),
        "'plain.json' is not signed");
    assertRefused(
        verify("--verify-key", keys.publicKey()),
        "--verify-key is about a saved audit that is read; name one with --since");
  }

  @Test
  void refusesToSignNothing() {
    assertRefused(
        verify("--sign", keys().privateKey(), "--report", "csv"),
        "--sign signs the JSON report; ask for one: --report json=FILE");
  }

  @Test
  void refusesWhatIsNoKey() {
    KeyFiles keys = keys();
    Path none = beside.resolve("none.pem");

    assertRefused(
        verify("--sign", keys.publicKey(), "--report", "json"),
        "--sign '" + keys.publicKey() + "' holds what is public, and only the private key signs");
    assertRefused(
        verify("--sign", none, "--report", "json"), "--sign: no such file: '" + none + "'");
    assertRefused(
        kbaudit("report", plain, "--verify-key", article),
        "--verify-key '" + article + "' holds no key in PEM");
  }

  @Test
  void writesNoReportOverAKey() throws IOException {
    KeyFiles keys = keys();
    String before = Files.readString(keys.privateKey());
    verify("--report", "json=" + signed, "--sign", keys.privateKey());

    assertRefused(
        verify("--overwrite", "--sign", keys.privateKey(), "--report", "json=" + keys.privateKey()),
        "'"
            + keys.privateKey()
            + "' is no earlier json report of the same kind, and is not written over; name another file");
    assertRefused(
        kbaudit(
            "report",
            signed,
            "--overwrite",
            "--verify-key",
            keys.publicKey(),
            "--report",
            "text=" + keys.publicKey()),
        "'"
            + keys.publicKey()
            + "' is no earlier text report of the same kind, and is not written over; name another file");
    assertThat(keys.privateKey()).content().isEqualTo(before);
  }
}
