package io.kbaudit.signature;

import java.security.GeneralSecurityException;
import java.security.cert.CRLReason;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What revocation lists say of a path.
 *
 * @param refusals of what was revoked by the time that counts, each a clause
 * @param remarks what else is to be known, each a clause
 */
record Revocation(List<String> refusals, List<String> remarks) {
  /** Numbers and names of lists, which restrict nothing (RFC 5280, section 5.2). */
  private static final Set<String> HARMLESS = Set.of("2.5.29.20", "2.5.29.35");

  private static final Set<CRLReason> LOST_KEYS =
      Set.of(
          CRLReason.UNSPECIFIED,
          CRLReason.KEY_COMPROMISE,
          CRLReason.CA_COMPROMISE,
          CRLReason.AA_COMPROMISE);

  Revocation {
    refusals = List.copyOf(refusals);
    remarks = List.copyOf(remarks);
  }

  /**
   * Looks for all certificates of a path that others vouch for.
   *
   * @param path from the signer's on, the root's last
   * @param roots among which is who vouches for the last, if anybody else does
   */
  static Revocation of(
      List<X509Certificate> path,
      List<X509Certificate> roots,
      RevocationLists given,
      Usage usage,
      Instant time) {
    List<String> refusals = new ArrayList<>();
    List<String> remarks = new ArrayList<>();
    if (given.lists().isEmpty()) {
      return new Revocation(refusals, List.of(SignatureWords.REVOCATION_UNCHECKED));
    }
    for (int i = 0; i < path.size(); i++) {
      X509Certificate certificate = path.get(i);
      List<X509Certificate> issuers = i + 1 < path.size() ? List.of(path.get(i + 1)) : roots;
      if (!Names.isSelfIssued(certificate)) {
        look(certificate, issuers, given, usage, time, refusals, remarks);
      }
    }
    return new Revocation(refusals, remarks.stream().distinct().toList());
  }

  private static void look(
      X509Certificate certificate,
      List<X509Certificate> issuers,
      RevocationLists given,
      Usage usage,
      Instant time,
      List<String> refusals,
      List<String> remarks) {
    String whose = "the certificate of '" + Names.of(certificate) + "'";
    List<X509CRL> lists =
        given.lists().stream()
            .filter(
                list -> list.getIssuerX500Principal().equals(certificate.getIssuerX500Principal()))
            .filter(list -> issuers.stream().anyMatch(issuer -> isBy(list, issuer)))
            .toList();
    String issuer = Names.of(certificate.getIssuerX500Principal());
    if (lists.isEmpty()) {
      remarks.add(
          SignatureWords.REVOCATION_UNKNOWN
              + "no list that was given is by '"
              + issuer
              + "', who issued that of '"
              + Names.of(certificate)
              + "'");
    }
    for (X509CRL list : lists) {
      X509CRLEntry entry = list.getRevokedCertificate(certificate);
      if (entry != null) {
        Instant when = entry.getRevocationDate().toInstant();
        if (when.isAfter(time) && !isForAllTime(entry, usage)) {
          remarks.add(whose + " was revoked later, on " + when);
        } else {
          refusals.add(whose + " was revoked on " + when);
        }
      } else if (isPartial(list)) {
        remarks.add(
            SignatureWords.REVOCATION_UNKNOWN
                + "the list by '"
                + issuer
                + "' is of some certificates alone");
      }
      if (list.getNextUpdate() != null && list.getNextUpdate().toInstant().isBefore(time)) {
        remarks.add(
            SignatureWords.REVOCATION_UNKNOWN
                + "the list by '"
                + issuer
                + "' ended on "
                + list.getNextUpdate().toInstant());
      }
    }
  }

  /** Whoever has the key of one who states times can state any; when it was lost is no matter. */
  private static boolean isForAllTime(X509CRLEntry entry, Usage usage) {
    CRLReason reason = entry.getRevocationReason();
    return usage == Usage.TIME_STAMPING && (reason == null || LOST_KEYS.contains(reason));
  }

  private static boolean isPartial(X509CRL list) {
    Set<String> critical = list.getCriticalExtensionOIDs();
    return critical != null && !HARMLESS.containsAll(critical);
  }

  private static boolean isBy(X509CRL list, X509Certificate issuer) {
    if (!list.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())) {
      return false;
    }
    try {
      list.verify(issuer.getPublicKey());
      return true;
    } catch (GeneralSecurityException | RuntimeException e) {
      return false; // and is said to be missing
    }
  }
}
