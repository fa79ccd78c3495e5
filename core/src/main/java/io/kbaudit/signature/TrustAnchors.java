package io.kbaudit.signature;

import io.kbaudit.file.Digest;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Roots that are trusted to vouch for signers: those of the JDK, and more. Immutable. */
public final class TrustAnchors {
  private static final TrustAnchors OF_JDK = new TrustAnchors(List.of());

  private final List<X509Certificate> added;

  private TrustAnchors(List<X509Certificate> added) {
    this.added = List.copyOf(added);
  }

  /** Returns those of the Java that runs this, which are read when the first is asked for. */
  public static TrustAnchors ofJdk() {
    return OF_JDK;
  }

  /**
   * Returns these and those in {@code path}: a file of certificates in PEM or DER, a key store of
   * PKCS #12 or JKS, or a folder of such files. Whatever certificate is there is trusted as a root.
   *
   * @throws SignatureEvidenceException if something there is none of these
   * @throws java.io.IOException if it cannot be read
   */
  public TrustAnchors with(Path path) throws java.io.IOException {
    List<X509Certificate> all = new ArrayList<>(added);
    all.addAll(CertificateFiles.read(path));
    return new TrustAnchors(all);
  }

  /** Returns a digest of those that are not the JDK's; absent where there are no others. */
  Optional<Digest> digestOfAdded() {
    List<Digest> digests = new ArrayList<>();
    for (X509Certificate root : added) {
      try {
        digests.add(Digest.Algorithm.SHA256.of(root.getEncoded()));
      } catch (CertificateEncodingException e) {
        throw new IllegalStateException("a certificate that was read and cannot be written", e);
      }
    }
    return SignatureEvidence.together(digests);
  }

  /** Returns the certificates of all roots. */
  List<X509Certificate> certificates() {
    List<X509Certificate> all = new ArrayList<>(added);
    all.addAll(JdkRoots.get());
    return all;
  }
}
