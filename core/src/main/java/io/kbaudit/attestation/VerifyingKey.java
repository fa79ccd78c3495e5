package io.kbaudit.attestation;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.interfaces.ECKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Optional;

/** The public key of whoever signs audits, which tells those from others. Immutable. */
public final class VerifyingKey {
  private final PublicKey key;
  private final SignatureAlgorithm algorithm;

  private VerifyingKey(PublicKey key, SignatureAlgorithm algorithm) {
    this.key = key;
    this.algorithm = algorithm;
  }

  /**
   * Reads the key in a file of PEM: a public key (RFC 5280, section 4.1.2.7), as {@code openssl
   * pkey -pubout} writes it, or that of a certificate. Of a certificate nothing but the key is
   * heeded: who names it trusts it, whoever issued it and until when.
   *
   * @throws KeyFormatException if there is none
   * @throws IOException if the file cannot be read
   */
  public static VerifyingKey read(Path file) throws IOException {
    PemFile pem = PemFile.read(file);
    PublicKey key = key(pem);
    return new VerifyingKey(key, SignatureAlgorithm.of(key, pem.source()));
  }

  private static PublicKey key(PemFile pem) throws KeyFormatException {
    Optional<byte[]> encoded = pem.find(PemFile.PUBLIC_KEY);
    if (encoded.isPresent()) {
      return SignatureAlgorithm.read(
          new X509EncodedKeySpec(encoded.get()), KeyFactory::generatePublic, pem.source());
    }
    Optional<byte[]> certificate = pem.find(PemFile.CERTIFICATE);
    if (certificate.isEmpty()) {
      throw new KeyFormatException(pem.source(), whatElse(pem), null);
    }
    try {
      return CertificateFactory.getInstance("X.509")
          .generateCertificate(new ByteArrayInputStream(certificate.get()))
          .getPublicKey();
    } catch (CertificateException e) {
      throw new KeyFormatException(pem.source(), "holds a certificate that is damaged", e);
    }
  }

  private static String whatElse(PemFile pem) {
    return pem.labels().contains(PemFile.PRIVATE_KEY)
        ? "holds a private key, which is for its owner alone; 'openssl pkey -pubout -in KEY' prints"
            + " the public one"
        : "holds " + pem.labels() + ", and 'PUBLIC KEY' or 'CERTIFICATE' is wanted";
  }

  /** Returns whether {@code signature} is of this key over all parts, one after the other. */
  boolean verifies(byte[] signature, byte[]... parts) {
    if (key instanceof ECKey elliptic && !isOfCurve(signature, elliptic.getParams().getOrder())) {
      return false;
    }
    try {
      Signature verification = algorithm.newSignature();
      verification.initVerify(key);
      for (byte[] part : parts) {
        verification.update(part);
      }
      return verification.verify(signature);
    } catch (SignatureException | InvalidKeyException e) {
      return false; // no signature of this kind, or no key by which anything verifies
    }
  }

  private static boolean isOfCurve(byte[] signature, BigInteger order) {
    return EcdsaSignature.find(signature).filter(each -> each.isBelow(order)).isPresent();
  }
}
