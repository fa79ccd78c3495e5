package io.kbaudit.attestation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kbaudit.fixtures.signing.KeyKind;
import io.kbaudit.fixtures.signing.TestAuthority;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which files hold a key by which audits are signed, or verified. */
class KeyFormatTest {
  private static final byte[] MESSAGE = "of kbaudit".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("key.pem"), text);
  }

  private void assertRefusedToSign(String text, String problem) throws IOException {
    Path file = file(text);

    assertThatExceptionOfType(KeyFormatException.class)
        .isThrownBy(() -> SigningKey.read(file))
        .withMessage("'" + file + "' " + problem);
  }

  private void assertRefusedToVerify(String text, String problem) throws IOException {
    Path file = file(text);

    assertThatExceptionOfType(KeyFormatException.class)
        .isThrownBy(() -> VerifyingKey.read(file))
        .withMessage("'" + file + "' " + problem);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Ed25519", "secp256r1", "secp384r1", "secp521r1"})
  void whatOneKeySignsTheOtherVerifiesAndNoOther(String algorithm) throws IOException {
    KeyFiles keys = KeyFiles.in(folder, algorithm);
    KeyFiles others = KeyFiles.in(folder, algorithm);

    byte[] signature = keys.signing().sign(MESSAGE);

    assertThat(keys.verifying().verifies(signature, MESSAGE)).isTrue();
    assertThat(others.verifying().verifies(signature, MESSAGE)).isFalse();
    assertThat(keys.verifying().verifies(signature, MESSAGE, new byte[1])).isFalse();
    assertThat(keys.verifying().verifies(new byte[0], MESSAGE)).isFalse();
  }

  @Test
  void whatStandsAroundAKeyIsPassedOver() throws IOException {
    KeyPair pair = KeyFiles.pair("Ed25519");
    String text =
        "Bag Attributes\r\n    friendlyName: auditor - 1\r\n"
            + KeyFiles.pem("PRIVATE KEY", pair.getPrivate()).replace("\n", "\r\n")
            + KeyFiles.pem("PUBLIC KEY", pair.getPublic());

    byte[] signature = SigningKey.read(file(text)).sign(MESSAGE);

    assertThat(VerifyingKey.read(file(text)).verifies(signature, MESSAGE)).isTrue();
  }

  @Test
  void theKeyOfACertificateIsOne() throws IOException {
    TestAuthority authority = TestAuthority.root("Auditor").key(KeyKind.EC_P256);

    VerifyingKey key = VerifyingKey.read(file(authority.pem()));

    assertThat(key.verifies(new byte[70], MESSAGE)).isFalse();
  }

  /** A signature as other DER, and as no DER at all: no byte of one is left open. */
  @Test
  void aSignatureByEcdsaHasOneForm() throws IOException {
    KeyFiles keys = KeyFiles.in(folder, "secp256r1");
    byte[] signature = keys.signing().sign(MESSAGE);
    byte[] longForm = new byte[signature.length + 1];
    System.arraycopy(signature, 0, longForm, 1, signature.length);
    longForm[0] = signature[0];
    longForm[1] = (byte) 0x81;

    assertThat(EcdsaSignature.find(signature)).isPresent();
    assertThat(keys.verifying().verifies(signature, MESSAGE)).isTrue();
    assertThat(EcdsaSignature.find(longForm)).isEmpty();
    assertThat(keys.verifying().verifies(longForm, MESSAGE)).isFalse();
    for (int length = 0; length <= signature.length + 1; length++) {
      byte[] other = Arrays.copyOf(signature, length);
      boolean same = length == signature.length;
      assertThat(EcdsaSignature.find(other).isPresent()).as("%s bytes", length).isEqualTo(same);
    }
  }

  /** Java 17.0.2 and older take numbers of 0 for a signature of anything. */
  @ParameterizedTest
  @ValueSource(strings = {"3006020100020100", "3006020101020100", "3006020100020101"})
  void noughtsAreNoSignature(String der) throws IOException {
    byte[] signature = HexFormat.of().parseHex(der);
    KeyFiles keys = KeyFiles.in(folder, "secp256r1");

    assertThat(EcdsaSignature.find(signature)).isPresent();
    assertThat(EcdsaSignature.find(signature).orElseThrow().isBelow(BigInteger.TEN)).isFalse();
    assertThat(keys.verifying().verifies(signature, MESSAGE)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "30",
        "3000",
        "30040200020100",
        "300702020001020101",
        "3006020101020101FF",
        "3106020101020101",
        "3006030101020101",
        "30060201010201"
      })
  void whatIsNotAsDerWritesItIsNoSignature(String der) {
    assertThat(EcdsaSignature.find(HexFormat.of().parseHex(der))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"RSA, RSA", "Ed448, EdDSA", "X25519, XDH"})
  void keysOfOtherKindsAreRefused(String algorithm, String called) throws IOException {
    KeyPair pair = KeyFiles.pair(algorithm);
    String problem =
        "holds a key of another kind, "
            + called
            + "; Ed25519, or ECDSA on P-256, P-384 or P-521, is wanted";

    assertRefusedToSign(KeyFiles.pem("PRIVATE KEY", pair.getPrivate()), problem);
    assertRefusedToVerify(KeyFiles.pem("PUBLIC KEY", pair.getPublic()), problem);
  }

  @Test
  void aCertificateOfAnotherKindOfKeyIsRefused() throws IOException {
    assertRefusedToVerify(
        TestAuthority.root("Auditor").pem(),
        "holds a key of another kind, RSA; Ed25519, or ECDSA on P-256, P-384 or P-521, is wanted");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          ENCRYPTED PRIVATE KEY | is encrypted, and nobody is asked for its password here; 'openssl pkcs8 -topk8 -nocrypt -in KEY' decrypts one
          EC PRIVATE KEY        | holds 'EC PRIVATE KEY', and 'PRIVATE KEY' (PKCS #8) is wanted; 'openssl pkcs8 -topk8 -nocrypt -in KEY' makes one of a key for ECDSA
          RSA PRIVATE KEY       | holds 'RSA PRIVATE KEY', and 'PRIVATE KEY' (PKCS #8) is wanted; 'openssl pkcs8 -topk8 -nocrypt -in KEY' makes one of a key for ECDSA
          OPENSSH PRIVATE KEY   | holds 'OPENSSH PRIVATE KEY', and 'PRIVATE KEY' (PKCS #8) is wanted
          PUBLIC KEY            | holds what is public, and only the private key signs
          PRIVATE KEY           | holds a key that is damaged, or of a kind that is not known here; Ed25519, or ECDSA on P-256, P-384 or P-521, is wanted
          """)
  void whatDoesNotSignIsRefusedWithAdvice(String label, String problem) throws IOException {
    assertRefusedToSign(KeyFiles.pem(label, new byte[] {1, 2, 3}), problem);
  }

  @Test
  void whatDoesNotVerifyIsRefusedWithAdvice() throws IOException {
    KeyPair pair = KeyFiles.pair("Ed25519");

    assertRefusedToVerify(
        KeyFiles.pem("PRIVATE KEY", pair.getPrivate()),
        "holds a private key, which is for its owner alone; 'openssl pkey -pubout -in KEY' prints"
            + " the public one");
    assertRefusedToVerify(
        KeyFiles.pem("CERTIFICATE", new byte[] {1, 2, 3}), "holds a certificate that is damaged");
    assertRefusedToVerify(
        KeyFiles.pem("X509 CRL", new byte[] {1, 2, 3}),
        "holds 'X509 CRL', and 'PUBLIC KEY' or 'CERTIFICATE' is wanted");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no key", "-----BEGIN PRIVATE KEY-----\nMC4C"})
  void whatIsNoPemIsRefused(String text) throws IOException {
    assertRefusedToSign(text, "holds no key in PEM");
  }

  @Test
  void whatIsTooLargeForAKeyIsRefused() throws IOException {
    assertRefusedToSign("x".repeat(70_000), "holds no key: it has more than 64 KB");
  }

  @Test
  void aKeyIsReadInAFileOf64KibibytesAndNotInALargerOne() throws IOException {
    String key = Files.readString(KeyFiles.in(folder, "Ed25519").privateKey());
    String largest = "\n".repeat(PemFile.LARGEST - key.length()) + key;

    assertThat(SigningKey.read(file(largest)).sign(MESSAGE)).isNotEmpty();
    assertRefusedToSign("\n" + largest, "holds no key: it has more than 64 KB");
  }

  /** Its messages go to logs. */
  @Test
  void noMessageHasAnyOfTheKey() throws IOException {
    String secret = "MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g";
    for (String damaged : new String[] {"!" + secret, secret + "!", secret.substring(0, 40)}) {
      Path file = file("-----BEGIN PRIVATE KEY-----\n" + damaged + "\n-----END PRIVATE KEY-----\n");

      assertThatExceptionOfType(KeyFormatException.class)
          .isThrownBy(() -> SigningKey.read(file))
          .satisfies(e -> assertThat(e).hasStackTraceContaining("SigningKey"))
          .satisfies(e -> assertThat(e.getMessage()).doesNotContain(secret.substring(20, 30)))
          .withNoCause();
    }
  }
}
