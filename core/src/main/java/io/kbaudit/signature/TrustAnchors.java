package io.kbaudit.signature;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

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

  /** Returns the certificates of all roots. */
  List<X509Certificate> certificates() {
    List<X509Certificate> all = new ArrayList<>(added);
    all.addAll(JdkRoots.get());
    return all;
  }
}
