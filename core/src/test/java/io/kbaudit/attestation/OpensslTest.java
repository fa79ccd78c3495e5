package io.kbaudit.attestation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.kbaudit.record.AuditRecord;
import io.kbaudit.report.Case;
import io.kbaudit.report.Schemas;
import io.kbaudit.report.json.SavedAudit;
import io.kbaudit.script.Programs;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Keys that OpenSSL makes sign, and OpenSSL and kbaudit verify what the other signed. */
class OpensslTest {
  /** A kind of key, and how OpenSSL makes it and signs by it. */
  private enum Kind {
    ED25519("-algorithm ed25519", "-rawin"),
    P256("-algorithm EC -pkeyopt ec_paramgen_curve:P-256", "-rawin -digest sha256"),
    P384("-algorithm EC -pkeyopt ec_paramgen_curve:P-384", "-rawin -digest sha384"),
    P521("-algorithm EC -pkeyopt ec_paramgen_curve:P-521", "-rawin -digest sha512");

    private final String making;
    private final String signing;

    Kind(String making, String signing) {
      this.making = making;
      this.signing = signing;
    }
  }

  private final Path folder;
  private final Path key;
  private final Path publicKey;

  OpensslTest(@TempDir Path folder) {
    this.folder = folder;
    this.key = folder.resolve("key.pem");
    this.publicKey = folder.resolve("pub.pem");
  }

  @BeforeEach
  void skipAloudWithoutIt() {
    Programs.skipAloudWithout("openssl", "no outside verifier compared");
  }

  private int openssl(List<String> options, Object... more) throws Exception {
    List<String> command = new ArrayList<>(List.of("openssl"));
    command.addAll(options);
    for (Object each : more) {
      command.add(each.toString());
    }
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("output").toFile())
        .start()
        .waitFor();
  }

  private void done(int exitCode) throws IOException {
    assertThat(exitCode).as(Files.readString(folder.resolve("output"))).isZero();
  }

  private void makeKeys(Kind kind) throws Exception {
    List<String> making = new ArrayList<>(List.of("genpkey"));
    making.addAll(List.of(kind.making.split(" ")));
    done(openssl(making, "-out", key));
    done(openssl(List.of("pkey", "-pubout"), "-in", key, "-out", publicKey));
  }

  private List<String> pkeyutl(String what, Kind kind) {
    List<String> options = new ArrayList<>(List.of("pkeyutl", what));
    options.addAll(List.of(kind.signing.split(" ")));
    return options;
  }

  /** What DSSE has signed: the pre-authentication encoding, as its protocol.md says. */
  private static byte[] encoded(byte[] payload) {
    ByteArrayOutputStream encoding = new ByteArrayOutputStream();
    encoding.writeBytes(
        ("DSSEv1 28 application/vnd.in-toto+json " + payload.length + " ")
            .getBytes(StandardCharsets.UTF_8));
    encoding.writeBytes(payload);
    return encoding.toByteArray();
  }

  private static byte[] signed(AuditRecord audit, SigningKey by) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new SignedAuditReport(by).write(audit, out);
    return out.toByteArray();
  }

  private static byte[] decoded(JsonNode text) {
    return Base64.getDecoder().decode(text.textValue());
  }

  @ParameterizedTest
  @EnumSource
  void itVerifiesWhatKbauditSigned(Kind kind) throws Exception {
    makeKeys(kind);

    byte[] signed = signed(Case.FAIL.audit(), SigningKey.read(key));

    JsonNode envelope = Schemas.read(new String(signed, StandardCharsets.UTF_8));
    byte[] payload = decoded(envelope.path("payload"));
    Path signature = Files.write(folder.resolve("sig"), decoded(envelope.at("/signatures/0/sig")));
    Path message = Files.write(folder.resolve("message"), encoded(payload));
    Object[] asked = {"-pubin", "-inkey", publicKey, "-in", message, "-sigfile", signature};
    done(openssl(pkeyutl("-verify", kind), asked));
    payload[0] ^= 1;
    Files.write(message, encoded(payload));
    assertThat(openssl(pkeyutl("-verify", kind), asked)).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void kbauditVerifiesWhatItSigned(Kind kind) throws Exception {
    makeKeys(kind);
    ByteArrayOutputStream payload = new ByteArrayOutputStream();
    Statement.write(Case.FAIL.audit(), payload);
    Path message = Files.write(folder.resolve("message"), encoded(payload.toByteArray()));
    Path signature = folder.resolve("sig");

    done(openssl(pkeyutl("-sign", kind), "-inkey", key, "-in", message, "-out", signature));

    String text = new Envelope(payload.toByteArray(), Files.readAllBytes(signature)).text();
    try (SavedAudit saved =
        SignedAudit.read(
            new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
            "audit.json",
            VerifyingKey.read(publicKey))) {
      assertThat(saved.audit().verdict()).isEqualTo(Case.FAIL.audit().verdict());
    }
  }

  @Test
  void aKeyInItsOlderFormIsRefusedAndTheAdviceHelps() throws Exception {
    Path older = folder.resolve("older.pem");
    done(openssl(List.of("ecparam", "-name", "prime256v1", "-genkey"), "-out", older));

    assertThatExceptionOfType(KeyFormatException.class)
        .isThrownBy(() -> SigningKey.read(older))
        .withMessage(
            "'%s' holds 'EC PARAMETERS', 'EC PRIVATE KEY', and 'PRIVATE KEY' (PKCS #8) is wanted;"
                + " 'openssl pkcs8 -topk8 -nocrypt -in KEY' makes one of a key for ECDSA",
            older);
    done(openssl(List.of("pkcs8", "-topk8", "-nocrypt"), "-in", older, "-out", key));
    assertThat(SigningKey.read(key).sign(new byte[1])).isNotEmpty();
  }

  @Test
  void anEncryptedKeyIsRefusedAndTheAdviceHelps() throws Exception {
    makeKeys(Kind.ED25519);
    Path encrypted = folder.resolve("encrypted.pem");
    List<String> password = List.of("pkcs8", "-passin", "pass:1234", "-passout", "pass:1234");
    done(openssl(password, "-topk8", "-in", key, "-out", encrypted));

    assertThatExceptionOfType(KeyFormatException.class)
        .isThrownBy(() -> SigningKey.read(encrypted))
        .withMessageContaining("is encrypted");
    done(openssl(password, "-topk8", "-nocrypt", "-in", encrypted, "-out", key));
    assertThat(SigningKey.read(key).sign(new byte[1])).isNotEmpty();
  }

  @Test
  void theKeyOfACertificateVerifies() throws Exception {
    makeKeys(Kind.ED25519);
    Path certificate = folder.resolve("auditor.pem");
    done(
        openssl(
            List.of("req", "-x509", "-subj", "/CN=Auditor", "-days", "1"),
            "-key",
            key,
            "-out",
            certificate));

    byte[] signature = SigningKey.read(key).sign(new byte[1]);

    assertThat(VerifyingKey.read(certificate).verifies(signature, new byte[1])).isTrue();
  }
}
