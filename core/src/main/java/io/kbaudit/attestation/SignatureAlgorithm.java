package io.kbaudit.attestation;

import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.interfaces.ECKey;
import java.security.interfaces.EdECKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.KeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.List;
import java.util.Optional;

/** How audits are signed: by a kind of key, with the digest that goes with it. */
enum SignatureAlgorithm {
  /** RFC 8032, section 5.1. */
  ED25519("Ed25519", "Ed25519", ""),
  /** FIPS 186-5, section 6, over the curves of SP 800-186, section 3.2.1; signatures as DER. */
  P256("EC", "SHA256withECDSA", "secp256r1"),
  P384("EC", "SHA384withECDSA", "secp384r1"),
  P521("EC", "SHA512withECDSA", "secp521r1");

  /** Kinds of keys that Java reads; the last ones to be named where they are given. */
  private static final List<String> KINDS =
      List.of("Ed25519", "EC", "RSA", "RSASSA-PSS", "DSA", "Ed448", "X25519", "X448", "DH");

  static final String WANTED = "Ed25519, or ECDSA on P-256, P-384 or P-521, is wanted";

  private final String keyKind;
  private final String signature;
  private final String curve;

  SignatureAlgorithm(String keyKind, String signature, String curve) {
    this.keyKind = keyKind;
    this.signature = signature;
    this.curve = curve;
  }

  /** How a key is made of what a file holds. */
  interface Making<T extends Key> {
    T make(KeyFactory factory, KeySpec encoded) throws GeneralSecurityException;
  }

  /**
   * Returns the key of any kind that is encoded so.
   *
   * @throws KeyFormatException if it is damaged, or of a kind that this Java does not know
   */
  static <T extends Key> T read(KeySpec encoded, Making<T> making, String source)
      throws KeyFormatException {
    for (String kind : KINDS) {
      Optional<T> key = find(kind, encoded, making);
      if (key.isPresent()) {
        return key.get();
      }
    }
    throw new KeyFormatException(
        source,
        "holds a key that is damaged, or of a kind that is not known here; " + WANTED,
        null);
  }

  private static <T extends Key> Optional<T> find(String kind, KeySpec encoded, Making<T> making) {
    try {
      return Optional.of(making.make(KeyFactory.getInstance(kind), encoded));
    } catch (GeneralSecurityException | RuntimeException e) {
      return Optional.empty(); // it is none of this kind, or this Java has no such keys
    }
  }

  /**
   * Returns how to sign with a key, or to verify by it.
   *
   * @throws KeyFormatException if it is of another kind
   */
  static SignatureAlgorithm of(Key key, String source) throws KeyFormatException {
    for (SignatureAlgorithm each : values()) {
      if (each.isOf(key)) {
        return each;
      }
    }
    throw new KeyFormatException(
        source, "holds a key of another kind, " + key.getAlgorithm() + "; " + WANTED, null);
  }

  private boolean isOf(Key key) {
    if (key instanceof EdECKey edwards) {
      return this == ED25519
          && edwards.getParams().getName().equals(NamedParameterSpec.ED25519.getName());
    }
    return key instanceof ECKey elliptic
        && parameters().filter(curve -> areSame(curve, elliptic.getParams())).isPresent();
  }

  private Optional<ECParameterSpec> parameters() {
    if (curve.isEmpty()) {
      return Optional.empty();
    }
    try {
      AlgorithmParameters named = AlgorithmParameters.getInstance(keyKind);
      named.init(new ECGenParameterSpec(curve));
      return Optional.of(named.getParameterSpec(ECParameterSpec.class));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no " + curve, e);
    }
  }

  private static boolean areSame(ECParameterSpec one, ECParameterSpec other) {
    return one.getCurve().equals(other.getCurve())
        && one.getGenerator().equals(other.getGenerator())
        && one.getOrder().equals(other.getOrder())
        && one.getCofactor() == other.getCofactor();
  }

  /** Returns a new computation, as every Java from 15 on has it. */
  Signature newSignature() {
    try {
      return Signature.getInstance(signature);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no " + signature, e);
    }
  }
}
