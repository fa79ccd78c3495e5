package io.kbaudit.signature;

import io.kbaudit.file.FileName;
import io.kbaudit.fixtures.signing.TestAuthority;
import io.kbaudit.msi.MsiInspection;
import io.kbaudit.msi.MsiKind;
import io.kbaudit.pe.PeInspection;
import io.kbaudit.pe.PeKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/** Files whose signatures tests ask about, and by whom they are verified. */
final class Signed {
  /** Between what the fixtures' certificates are valid for. */
  static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

  private Signed() {}

  /** Returns a verifier that trusts {@code root} and no other but the JDK's. */
  static SignatureVerifier trusting(TestAuthority root, Path folder) throws IOException {
    return SignatureVerifier.ofJdk().at(clock(NOW)).trusting(anchors(root, folder));
  }

  static TrustAnchors anchors(TestAuthority root, Path folder) throws IOException {
    return TrustAnchors.ofJdk().with(Files.writeString(folder.resolve("root.pem"), root.pem()));
  }

  static Clock clock(Instant now) {
    return Clock.fixed(now, ZoneOffset.UTC);
  }

  /** Returns what a scan of the file's folder would say of its signatures. */
  static SignatureInspection inspect(SignatureVerifier verifier, Path file) throws IOException {
    FileName name = FileName.of(file);
    boolean isPackage = MsiKind.ofExtension(name.extension()).isPresent();
    Optional<MsiInspection> msi =
        isPackage ? Optional.of(MsiInspection.of(file)) : Optional.empty();
    Optional<PeInspection> pe =
        isPackage
            ? Optional.empty()
            : PeInspection.find(file, PeKind.ofExtension(name.extension()), () -> false);
    return verifier.inspect(file, msi, pe, () -> false);
  }
}
