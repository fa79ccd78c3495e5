package io.kbaudit.attestation;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Optional;

/**
 * A private key by which audits are signed: Ed25519, or ECDSA on P-256, P-384 or P-521. Nothing
 * that is printed has any of it. Immutable.
 */
public final class SigningKey {
  private static final String NEW_FILE = "; 'openssl pkcs8 -topk8 -nocrypt -in ";

  private final PrivateKey key;
  private final SignatureAlgorithm algorithm;

  private SigningKey(PrivateKey key, SignatureAlgorithm algorithm) {
    this.key = key;
    this.algorithm = algorithm;
  }

  /**
   * Reads the key in a file of PEM, in the form of PKCS #8 (RFC 5958), not encrypted, as {@code
   * openssl genpkey} writes it.
   *
   * @throws KeyFormatException if there is none
   * @throws IOException if the file cannot be read
   */
  public static SigningKey read(Path file) throws IOException {
    PemFile pem = PemFile.read(file);
    Optional<byte[]> encoded = pem.find(PemFile.PRIVATE_KEY);
    if (encoded.isEmpty()) {
      throw new KeyFormatException(pem.source(), whatElse(pem), null);
    }
    PrivateKey key =
        SignatureAlgorithm.read(
            new PKCS8EncodedKeySpec(encoded.get()), KeyFactory::generatePrivate, pem.source());
    return new SigningKey(key, SignatureAlgorithm.of(key, pem.source()));
  }

  private static String whatElse(PemFile pem) {
    if (pem.has("ENCRYPTED PRIVATE KEY")) {
      return "is encrypted, and nobody is asked for its password here"
          + NEW_FILE
          + "KEY' decrypts one";
    }
    if (pem.has("EC PRIVATE KEY") || pem.has("RSA PRIVATE KEY") || pem.has("DSA PRIVATE KEY")) {
      return "holds "
          + pem.labels()
          + ", and 'PRIVATE KEY' (PKCS #8) is wanted"
          + NEW_FILE
          + "KEY' makes one of a key for ECDSA";
    }
    if (pem.has(PemFile.PUBLIC_KEY) || pem.has(PemFile.CERTIFICATE)) {
      return "holds what is public, and only the private key signs";
    }
    return "holds " + pem.labels() + ", and 'PRIVATE KEY' (PKCS #8) is wanted";
  }

  /** Returns the signature over all parts, one after the other. */
  byte[] sign(byte[]... parts) {
    try {
      Signature signature = algorithm.newSignature();
      signature.initSign(key);
      for (byte[] part : parts) {
        signature.update(part);
      }
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java cannot sign by " + algorithm, e);
    }
  }
}
