package io.kbaudit.attestation;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.kbaudit.fixtures.signing.TestAuthority;
import io.kbaudit.fuzz.Complaint;
import io.kbaudit.fuzz.ForeignFile;
import java.io.IOException;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Files of keys and certificates of any text. */
class KeyFuzzTest {
  static Stream<byte[]> seeds() {
    KeyPair curve = KeyFiles.pair("secp256r1");
    KeyPair edwards = KeyFiles.pair("Ed25519");
    return Stream.of(
            KeyFiles.pem("PRIVATE KEY", curve.getPrivate()),
            KeyFiles.pem("PUBLIC KEY", curve.getPublic()),
            KeyFiles.pem("PRIVATE KEY", edwards.getPrivate()),
            KeyFiles.pem("PUBLIC KEY", edwards.getPublic()),
            TestAuthority.root("Root").pem())
        .map(ForeignFile::utf8);
  }

  @MethodSource("seeds")
  @DictionaryEntries({
    "-----BEGIN ",
    "-----END ",
    "-----",
    "PRIVATE KEY",
    "PUBLIC KEY",
    "CERTIFICATE",
    "ENCRYPTED PRIVATE KEY",
    "EC PARAMETERS",
    "EC PRIVATE KEY",
    "MIIB",
    "=",
    "=="
  })
  @FuzzTest
  void isReadOrRefused(byte[] bytes) throws IOException {
    Path file = ForeignFile.of("key.pem", bytes);
    try {
      SigningKey.read(file);
    } catch (KeyFormatException refused) {
      Complaint.assertClear(refused, KeyFormatException.class);
    }
    try {
      VerifyingKey.read(file);
    } catch (KeyFormatException refused) {
      Complaint.assertClear(refused, KeyFormatException.class);
    }
  }
}
