package io.kbaudit.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kbaudit.file.Digest;
import io.kbaudit.fixtures.signing.AuthenticodeSigning;
import io.kbaudit.fixtures.signing.CatalogFixture;
import io.kbaudit.fixtures.signing.TestAuthority;
import io.kbaudit.fixtures.signing.TestSigner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** By what signatures are judged is one thing, however it is given, and no other has its digest. */
class SignatureEvidenceTest {
  private static final TestAuthority ROOT = SignedFixtures.ROOT;
  private static final TestAuthority OTHER = TestAuthority.root("Other");
  private static final Instant THEN = Instant.parse("2011-03-10T10:04:00Z");

  @TempDir private Path folder;

  @Test
  void nothingIsGivenToTheRootsOfTheJdk() {
    assertThat(SignatureVerifier.ofJdk().evidence()).isEqualTo(SignatureEvidence.NONE);
  }

  @Test
  void rootsAreTheSameInAnyOrderAndFormatAndHoweverOften() throws IOException {
    TrustAnchors one =
        TrustAnchors.ofJdk().with(pem("a.pem", ROOT.pem() + OTHER.pem())).with(der(ROOT));
    TrustAnchors same = TrustAnchors.ofJdk().with(der(OTHER)).with(der(ROOT));
    TrustAnchors fewer = TrustAnchors.ofJdk().with(der(ROOT));

    assertThat(one.digestOfAdded()).isPresent().isEqualTo(same.digestOfAdded());
    assertThat(fewer.digestOfAdded()).isPresent().isNotEqualTo(one.digestOfAdded());
    assertThat(SignatureVerifier.ofJdk().trusting(one).evidence())
        .isEqualTo(new SignatureEvidence(one.digestOfAdded(), Optional.empty(), Optional.empty()));
  }

  @Test
  void listsOfRevokedCertificatesAreToldApart() throws IOException {
    RevocationLists none = RevocationLists.NONE.with(list("a", Map.of()));
    RevocationLists one = RevocationLists.NONE.with(list("b", Map.of(SignedFixtures.SIGNER, THEN)));

    assertThat(none.digest()).isPresent().isNotEqualTo(one.digest());
    assertThat(none.with(list("c", Map.of(SignedFixtures.SIGNER, THEN))).digest())
        .isEqualTo(one.with(list("d", Map.of())).digest());
    assertThat(SignatureVerifier.ofJdk().revoking(one).evidence())
        .isEqualTo(new SignatureEvidence(Optional.empty(), one.digest(), Optional.empty()));
  }

  @Test
  void catalogsAreToldApart() throws IOException {
    Path text = Files.writeString(folder.resolve("a.inf"), "[Version]");
    Catalog one = catalog("one.cat", CatalogFixture.version2().file(text));
    Catalog other = catalog("other.cat", CatalogFixture.version1().file(text));
    SignatureVerifier jdk = SignatureVerifier.ofJdk();

    assertThat(jdk.with(one).with(other).evidence())
        .isEqualTo(jdk.with(other).with(one).evidence());
    assertThat(jdk.with(one).evidence().catalogs())
        .isPresent()
        .isNotEqualTo(jdk.with(other).evidence().catalogs());
  }

  @Test
  void aDigestIsOneOfSha256() {
    Optional<Digest> weak = Optional.of(new Digest(Digest.Algorithm.MD5, "0".repeat(32)));

    assertThatThrownBy(() -> new SignatureEvidence(weak, Optional.empty(), Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private Path pem(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private Path der(TestAuthority root) throws IOException {
    return Files.write(folder.resolve(root + ".cer"), root.der());
  }

  private Path list(String name, Map<TestSigner, Instant> revoked) throws IOException {
    return Files.write(folder.resolve(name + ".crl"), ROOT.crl(THEN, revoked));
  }

  private Catalog catalog(String name, CatalogFixture fixture) throws IOException {
    Path file = folder.resolve(name);
    fixture.writeTo(file, AuthenticodeSigning.by(SignedFixtures.SIGNER));
    return Catalog.read(file);
  }
}
