package io.kbaudit.signature;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.kbaudit.fixtures.signing.AuthenticodeSigning;
import io.kbaudit.fixtures.signing.CatalogFixture;
import io.kbaudit.fuzz.ForeignFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Catalogs of any bytes: none lists anything but what was signed. */
class CatalogFuzzTest {
  private static final byte[] MEMBER = {1, 2, 3};

  private static final Set<List<String>> SIGNED =
      seeds().map(SignatureInspectionFuzzTest::signed).collect(toSet());

  static Stream<byte[]> seeds() {
    AuthenticodeSigning signing = AuthenticodeSigning.by(SignedFixtures.SIGNER);
    return Stream.of(CatalogFixture.version1(), CatalogFixture.version2())
        .map(catalog -> catalog.file("a.inf", MEMBER).toBytes(signing));
  }

  @MethodSource("seeds")
  @FuzzTest
  void isReliedOnAsItWasSignedOrRefused(byte[] bytes) throws IOException {
    Path file = ForeignFile.of("a.cat", bytes);
    Catalog catalog;
    try {
      catalog = Catalog.read(file);
    } catch (SignatureEvidenceException refused) {
      assertThat(refused).hasMessageStartingWith("'/a.cat' is no catalog");
      return;
    }
    assertThat(SignatureInspectionFuzzTest.signed(bytes)).isIn(SIGNED);
    SignatureInspection inspection =
        Signed.inspect(SignatureVerifier.ofJdk().with(catalog), ForeignFile.of("a.inf", MEMBER));
    assertThat(inspection.grade().isIntact()).isTrue();
  }
}
