package io.kbaudit.signature;

import io.kbaudit.file.Digest;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;

/** What certificates call those they are of. */
final class Names {
  private Names() {}

  /** Returns who a certificate is of. */
  static Signer signer(X509Certificate certificate) throws MalformedException {
    return Parsing.of(
        "the certificate of its signer cannot be read", () -> readSigner(certificate));
  }

  private static Signer readSigner(X509Certificate certificate) throws GeneralSecurityException {
    MessageDigest sha256 = Digest.Algorithm.SHA256.newDigest();
    sha256.update(certificate.getEncoded());
    return new Signer(
        find(certificate.getSubjectX500Principal(), BCStyle.CN),
        find(certificate.getSubjectX500Principal(), BCStyle.O),
        certificate.getSubjectX500Principal().getName(),
        certificate.getIssuerX500Principal().getName(),
        Digest.of(Digest.Algorithm.SHA256, sha256),
        certificate.getNotBefore().toInstant(),
        certificate.getNotAfter().toInstant());
  }

  /** Returns what to call one in a sentence: its common name, else its organization, else all. */
  static String of(X500Principal subject) {
    return find(subject, BCStyle.CN)
        .or(() -> find(subject, BCStyle.O))
        .or(() -> find(subject, BCStyle.OU))
        .orElseGet(subject::getName);
  }

  /** Returns whether a certificate is by the one that it is of, as those of roots are. */
  static boolean isSelfIssued(X509Certificate certificate) {
    return certificate.getIssuerX500Principal().equals(certificate.getSubjectX500Principal());
  }

  static String of(X509Certificate certificate) {
    return of(certificate.getSubjectX500Principal());
  }

  /**
   * Returns a part of a name; absent where it has none, or several, of which one could be a
   * pretence, or that is no text.
   */
  private static Optional<String> find(X500Principal name, ASN1ObjectIdentifier part) {
    try {
      List<String> found = new ArrayList<>();
      for (RDN rdn : X500Name.getInstance(name.getEncoded()).getRDNs(part)) {
        for (AttributeTypeAndValue each : rdn.getTypesAndValues()) {
          if (each.getType().equals(part)) {
            found.add(((ASN1String) each.getValue().toASN1Primitive()).getString());
          }
        }
      }
      return found.size() == 1
          ? Optional.of(found.get(0)).filter(text -> !text.isBlank())
          : Optional.empty();
    } catch (RuntimeException e) {
      return Optional.empty(); // as Bouncy Castle refuses UTF-8 that is none
    }
  }
}
