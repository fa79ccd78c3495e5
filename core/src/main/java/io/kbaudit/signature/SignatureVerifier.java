package io.kbaudit.signature;

import io.kbaudit.file.FileContent;
import io.kbaudit.msi.MsiInspection;
import io.kbaudit.pe.PeHeader;
import io.kbaudit.pe.PeInspection;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Says what the signatures of files are worth: whether the files are as they were signed, by whom,
 * when, and whether a trusted root vouches for that. Nothing is fetched from a network.
 *
 * <p>Immutable, and safe for use by several threads.
 */
public final class SignatureVerifier {
  /** Of a file that is not signed. */
  private static final SignatureReading NOTHING =
      new SignatureReading() {
        @Override
        public boolean wantsBytes() {
          return false;
        }

        @Override
        public void hear(byte[] bytes, int start, int length) {}

        @Override
        public SignatureInspection finish() {
          return new SignatureInspection(List.of(), List.of());
        }
      };

  private final TrustAnchors anchors;
  private final RevocationLists revocations;
  private final List<Catalog> catalogs;
  private final Clock clock;

  private SignatureVerifier(
      TrustAnchors anchors, RevocationLists revocations, List<Catalog> catalogs, Clock clock) {
    this.anchors = anchors;
    this.revocations = revocations;
    this.catalogs = List.copyOf(catalogs);
    this.clock = clock;
  }

  /** Returns a verifier that trusts the roots of the JDK, and has no catalogs. */
  public static SignatureVerifier ofJdk() {
    return new SignatureVerifier(
        TrustAnchors.ofJdk(), RevocationLists.NONE, List.of(), Clock.systemUTC());
  }

  /** Returns this verifier, trusting {@code others} alone. */
  public SignatureVerifier trusting(TrustAnchors others) {
    return new SignatureVerifier(others, revocations, catalogs, clock);
  }

  /** Returns this verifier, holding certificates to what {@code lists} say of them. */
  public SignatureVerifier revoking(RevocationLists lists) {
    return new SignatureVerifier(anchors, lists, catalogs, clock);
  }

  /** Returns this verifier, which looks for files in {@code catalog} too. */
  public SignatureVerifier with(Catalog catalog) {
    List<Catalog> all = new ArrayList<>(catalogs);
    all.add(catalog);
    return new SignatureVerifier(anchors, revocations, all, clock);
  }

  /**
   * Returns this verifier, asking {@code other} for the time by which certificates are judged that
   * no time stamp speaks for.
   */
  public SignatureVerifier at(Clock other) {
    return new SignatureVerifier(anchors, revocations, catalogs, other);
  }

  /** Returns by what it judges besides the roots of the JDK. */
  public SignatureEvidence evidence() {
    return new SignatureEvidence(
        anchors.digestOfAdded(),
        revocations.digest(),
        SignatureEvidence.together(catalogs.stream().map(Catalog::digest).toList()));
  }

  /**
   * Returns the signatures of a file, which are to hear its bytes.
   *
   * @param msi what a Windows Installer file says of itself; absent of others
   * @param pe what a program, library or driver says of itself; absent of others
   * @throws IOException if the file cannot be read
   */
  public SignatureReading reading(
      FileContent file, Optional<MsiInspection> msi, Optional<PeInspection> pe) throws IOException {
    if (catalogs.isEmpty() && !mayBeSigned(msi, pe)) {
      return NOTHING;
    }
    SignatureJudge judge =
        new SignatureJudge(new ChainBuilder(anchors::certificates, revocations), clock);
    return new FileReading(file, msi, pe, judge, catalogs);
  }

  /** Most files are not; for those nothing is loaded that reads signatures. */
  private static boolean mayBeSigned(Optional<MsiInspection> msi, Optional<PeInspection> pe) {
    return msi.filter(MsiInspection::signed).isPresent()
        || pe.flatMap(PeInspection::header).flatMap(PeHeader::certificates).isPresent();
  }

  /** Returns what the signatures of a file are worth, which is read for it as far as need be. */
  public SignatureInspection inspect(
      Path file, Optional<MsiInspection> msi, Optional<PeInspection> pe, BooleanSupplier isStopped)
      throws IOException {
    try (FileContent open = FileContent.of(file, isStopped)) {
      SignatureReading reading = reading(open, msi, pe);
      if (reading.wantsBytes()) {
        open.tell(reading);
        open.tellRest();
      }
      SignatureInspection inspection = reading.finish();
      open.requireUnchanged();
      return inspection;
    }
  }
}
