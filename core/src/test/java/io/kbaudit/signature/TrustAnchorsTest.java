package io.kbaudit.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kbaudit.fixtures.signing.AuthenticodeSigning;
import io.kbaudit.fixtures.signing.TestAuthority;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of roots to trust, in the formats that they come in. */
class TrustAnchorsTest {
  private static final TestAuthority ROOT = SignedFixtures.ROOT;

  @TempDir private Path folder;

  static Stream<byte[]> formats() {
    return Stream.of(
        ROOT.pem().getBytes(StandardCharsets.US_ASCII),
        ("Subject: Test Root\n\n" + TestAuthority.root("Other").pem() + ROOT.pem())
            .getBytes(StandardCharsets.US_ASCII),
        ROOT.der(),
        ROOT.pkcs12("changeit"),
        ROOT.jks("whatever protects it"));
  }

  @ParameterizedTest
  @MethodSource("formats")
  void trustsRootsOfEachFormat(byte[] contents) throws Exception {
    Path file = Files.write(folder.resolve("roots"), contents);

    assertThat(gradeTrusting(file)).isEqualTo(Grade.TRUSTED);
  }

  @Test
  void trustsRootsOfAllFilesInFolder() throws Exception {
    Path roots = Files.createDirectory(folder.resolve("roots"));
    Files.writeString(roots.resolve("a.pem"), TestAuthority.root("Other").pem());
    Files.write(roots.resolve("b.cer"), ROOT.der());

    assertThat(gradeTrusting(roots)).isEqualTo(Grade.TRUSTED);
  }

  @Test
  void trustsCertificateOfSignerItself() throws Exception {
    Path file =
        Files.write(folder.resolve("signer.cer"), SignedFixtures.SIGNER.certificate().getEncoded());

    assertThat(gradeTrusting(file)).isEqualTo(Grade.TRUSTED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no certificate",
        "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n",
        "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n",
        "\uFEED\uFEED",
        "0\u0003\u0002\u0001\u0003"
      })
  void refusesWhatHoldsNoCertificate(String contents) throws Exception {
    Path file =
        Files.write(folder.resolve("roots.pem"), contents.getBytes(StandardCharsets.ISO_8859_1));

    assertThatExceptionOfType(SignatureEvidenceException.class)
        .isThrownBy(() -> TrustAnchors.ofJdk().with(file))
        .withMessageStartingWith("'" + file + "' ");
  }

  @Test
  void refusesKeyStoreWithPasswordOfItsOwn() throws Exception {
    Path file = Files.write(folder.resolve("roots.p12"), ROOT.pkcs12("secret"));

    assertThatExceptionOfType(SignatureEvidenceException.class)
        .isThrownBy(() -> TrustAnchors.ofJdk().with(file))
        .withMessage(
            "'"
                + file
                + "' is a key store without certificates to trust, or damaged, or protected by a"
                + " password of its own: export its certificates as PEM");
  }

  @Test
  void namesTheFileOfFolderThatHoldsNone() throws Exception {
    Path roots = Files.createDirectory(folder.resolve("roots"));
    Files.writeString(roots.resolve("a.pem"), ROOT.pem());
    Path other = Files.writeString(roots.resolve("README"), "what these are");

    assertThatExceptionOfType(SignatureEvidenceException.class)
        .isThrownBy(() -> TrustAnchors.ofJdk().with(roots))
        .withMessageStartingWith("'" + other + "' holds no certificate");
  }

  @Test
  void refusesFolderWithoutFiles() throws Exception {
    Path roots = Files.createDirectory(folder.resolve("roots"));

    assertThatExceptionOfType(SignatureEvidenceException.class)
        .isThrownBy(() -> TrustAnchors.ofJdk().with(roots))
        .withMessage("'" + roots + "' is a folder without files");
  }

  @Test
  void missingFileIsNoEvidenceEither() {
    assertThatExceptionOfType(NoSuchFileException.class)
        .isThrownBy(() -> TrustAnchors.ofJdk().with(folder.resolve("none.pem")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "no list", "-----BEGIN X509 CRL-----\nAAAA\n-----END X509 CRL-----\n"})
  void refusesWhatIsNoListOfRevocations(String contents) throws Exception {
    Path file = Files.writeString(folder.resolve("a.crl"), contents);

    assertThatExceptionOfType(SignatureEvidenceException.class)
        .isThrownBy(() -> RevocationLists.NONE.with(file))
        .withMessage("'" + file + "' holds no revocation list in PEM or DER");
  }

  private Grade gradeTrusting(Path roots) throws IOException {
    Path file =
        SignedFixtures.msi(folder.resolve("a.msi"), AuthenticodeSigning.by(SignedFixtures.SIGNER));
    return Signed.inspect(
            SignatureVerifier.ofJdk()
                .at(Signed.clock(Signed.NOW))
                .trusting(TrustAnchors.ofJdk().with(roots)),
            file)
        .grade();
  }
}
