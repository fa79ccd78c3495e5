package io.kbaudit.signature;

import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.fixtures.msi.MsiFixture;
import io.kbaudit.fixtures.pe.PeFixture;
import io.kbaudit.fixtures.signing.AuthenticodeSigning;
import io.kbaudit.inventory.FolderScanner;
import io.kbaudit.msi.ChildJvm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What reads signatures is large, and is loaded where there is one. */
class UnsignedFilesTest {
  private static final String BOUNCY_CASTLE = "org.bouncycastle.";
  private static final String ROOTS_OF_JDK = "sun.security.ssl.TrustManagerFactoryImpl";

  /** Scans a folder. */
  static final class Scan {
    private Scan() {}

    public static void main(String[] arguments) throws IOException {
      FolderScanner.flat()
          .readingContents()
          .verifying(SignatureVerifier.ofJdk())
          .scan(Path.of(arguments[0]));
    }
  }

  @Test
  void loadNothingThatReadsSignatures(@TempDir Path folder) throws Exception {
    MsiFixture.smallest().writeTo(folder.resolve("a.msi"));
    PeFixture.library().writeTo(folder.resolve("a.dll"));

    ChildJvm.Result result = loaded(folder);

    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).doesNotContain(BOUNCY_CASTLE, ROOTS_OF_JDK);
  }

  @Test
  void signedOnesDo(@TempDir Path folder) throws Exception {
    SignedFixtures.msi(folder.resolve("a.msi"), AuthenticodeSigning.by(SignedFixtures.SIGNER));

    assertThat(loaded(folder).out()).contains(BOUNCY_CASTLE, ROOTS_OF_JDK);
  }

  private static ChildJvm.Result loaded(Path folder) throws Exception {
    return ChildJvm.run(List.of("-verbose:class"), Scan.class, folder.toString());
  }
}
