package io.kbaudit.signature;

import io.kbaudit.file.Digest;
import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.CRLException;
import java.security.cert.X509CRL;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What authorities said of certificates that count no longer (RFC 5280, section 5). Immutable. */
public final class RevocationLists {
  /** None: whether a certificate was revoked is not checked. */
  public static final RevocationLists NONE = new RevocationLists(List.of());

  private final List<X509CRL> lists;

  private RevocationLists(List<X509CRL> lists) {
    this.lists = List.copyOf(lists);
  }

  /**
   * Returns these and those in {@code file}, in PEM or DER.
   *
   * @throws SignatureEvidenceException if it holds none, or something else
   * @throws IOException if it cannot be read
   */
  public RevocationLists with(Path file) throws IOException {
    List<X509CRL> all = new ArrayList<>(lists);
    all.addAll(CertificateFiles.readRevocations(file));
    return new RevocationLists(all);
  }

  /** Returns a digest of them; absent where there are none. */
  Optional<Digest> digest() {
    List<Digest> digests = new ArrayList<>();
    for (X509CRL list : lists) {
      try {
        digests.add(Digest.Algorithm.SHA256.of(list.getEncoded()));
      } catch (CRLException e) {
        throw new IllegalStateException("a list that was read and cannot be written", e);
      }
    }
    return SignatureEvidence.together(digests);
  }

  List<X509CRL> lists() {
    return lists;
  }
}
