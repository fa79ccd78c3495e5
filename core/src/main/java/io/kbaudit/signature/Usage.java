package io.kbaudit.signature;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/** What a certificate may be used for (RFC 5280, section 4.2.1.12). */
enum Usage {
  /** Also of a certificate that states no usage, as Windows has it. */
  CODE_SIGNING("1.3.6.1.5.5.7.3.3", "sign code", true),
  /** Which must be stated (RFC 3161, section 2.3): else whoever signs code could date it too. */
  TIME_STAMPING("1.3.6.1.5.5.7.3.8", "state times", false);

  private static final String ANY = "2.5.29.37.0";

  /** A signature that ends with its certificate, whatever its time stamp says (Microsoft). */
  private static final String LIFETIME_SIGNING = "1.3.6.1.4.1.311.10.3.13";

  /** Bits of the key usage (RFC 5280, section 4.2.1.3). */
  private static final int DIGITAL_SIGNATURE = 0;

  private static final int NON_REPUDIATION = 1;

  private final String identifier;
  private final String doing;
  private final boolean unstated;

  Usage(String identifier, String doing, boolean unstated) {
    this.identifier = identifier;
    this.doing = doing;
    this.unstated = unstated;
  }

  /** Returns why a signature cannot be of a certificate, in a clause; absent where it can. */
  Optional<String> refuses(X509Certificate certificate) {
    boolean[] key = certificate.getKeyUsage();
    boolean signs = key == null || key[DIGITAL_SIGNATURE] || key[NON_REPUDIATION];
    return signs && allows(certificate, unstated)
        ? Optional.empty()
        : Optional.of(notFor(certificate));
  }

  /** Returns why an authority cannot vouch for such signers; absent where it can. */
  Optional<String> refusesAuthority(X509Certificate certificate) {
    return allows(certificate, true) ? Optional.empty() : Optional.of(notFor(certificate));
  }

  private String notFor(X509Certificate certificate) {
    return "the certificate of '" + Names.of(certificate) + "' is not one to " + doing + " with";
  }

  private boolean allows(X509Certificate certificate, boolean ifUnstated) {
    List<String> stated = stated(certificate);
    return (ifUnstated && (stated.isEmpty() || stated.contains(ANY)))
        || stated.contains(identifier);
  }

  /** Returns whether a signature by a certificate ends with it. */
  static boolean endsWith(X509Certificate certificate) {
    return stated(certificate).contains(LIFETIME_SIGNING);
  }

  private static List<String> stated(X509Certificate certificate) {
    try {
      List<String> usages = certificate.getExtendedKeyUsage();
      return usages == null ? List.of() : usages;
    } catch (CertificateParsingException e) {
      return List.of("unreadable"); // and so none of those that are asked for
    }
  }
}
