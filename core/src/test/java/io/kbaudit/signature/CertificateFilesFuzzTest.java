package io.kbaudit.signature;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.kbaudit.fuzz.ForeignFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Files of certificates, and of those that were revoked, of any bytes. */
class CertificateFilesFuzzTest {
  private static final Instant ISSUED = Instant.parse("2026-01-01T00:00:00Z");

  static Stream<byte[]> seeds() {
    return Stream.of(
        SignedFixtures.ROOT.der(),
        ForeignFile.utf8(SignedFixtures.ROOT.pem()),
        SignedFixtures.ROOT.crl(ISSUED, Map.of(SignedFixtures.SIGNER, ISSUED)),
        ForeignFile.utf8(SignedFixtures.ROOT.crlPem(ISSUED, Map.of())));
  }

  @MethodSource("seeds")
  @DictionaryEntries({"-----BEGIN ", "-----END ", "-----", "CERTIFICATE", "X509 CRL", "PKCS7", "="})
  @FuzzTest
  void areReadOrRefused(byte[] bytes) throws IOException {
    Path file = ForeignFile.of("a.cer", bytes);
    try {
      assertThat(TrustAnchors.ofJdk().with(file).digestOfAdded()).isPresent();
    } catch (SignatureEvidenceException refused) {
      assertThat(refused).hasMessageStartingWith("'/a.cer' ");
    }
    try {
      assertThat(RevocationLists.NONE.with(file).digest()).isPresent();
    } catch (SignatureEvidenceException refused) {
      assertThat(refused).hasMessageStartingWith("'/a.cer' ");
    }
  }
}
