package io.kbaudit.signature;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import javax.crypto.Cipher;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.DefaultCMSSignatureAlgorithmNameGenerator;
import org.bouncycastle.cms.SignerInformation;

/**
 * A signature of a signature, which states when it was made (PKCS #9, RFC 2985, section 5.3.6).
 * Those of Authenticode name a type of content, which the standard forbids, so that a verifier that
 * keeps to it refuses them.
 */
record Countersignature(SignerInformation signer) {
  /** Returns whether it is by the one of a certificate. */
  boolean isBy(X509Certificate certificate) {
    try {
      return signer.getSID().match(new JcaX509CertificateHolder(certificate));
    } catch (CertificateEncodingException | RuntimeException e) {
      return false;
    }
  }

  /** Returns whether it is of {@code signature}, and was not altered since. */
  boolean isIntact(byte[] signature, PublicKey key) throws MalformedException {
    HashAlgorithm algorithm =
        HashAlgorithm.of(signer.getDigestAlgOID())
            .orElseThrow(
                () ->
                    new MalformedException(
                        "its algorithm is not known, " + signer.getDigestAlgOID()));
    return Parsing.of(
        "it is of an algorithm that is not known, or is not made by its rules",
        () -> {
          byte[] stated =
              ASN1OctetString.getInstance(attribute(CMSAttributes.messageDigest)).getOctets();
          return MessageDigest.isEqual(stated, algorithm.newDigest().digest(signature))
              && isSigned(key, algorithm);
        });
  }

  /** Returns when it was made, as it says. */
  Instant time() throws MalformedException {
    return Parsing.of(
        "it states no time",
        () -> Time.getInstance(attribute(CMSAttributes.signingTime)).getDate().toInstant());
  }

  private boolean isSigned(PublicKey key, HashAlgorithm algorithm)
      throws IOException, GeneralSecurityException {
    ASN1Set attributes = signer.toASN1Structure().getAuthenticatedAttributes();
    byte[] signed = attributes.getEncoded(ASN1Encoding.DER);
    Signature verifier =
        Signature.getInstance(
            new DefaultCMSSignatureAlgorithmNameGenerator()
                .getSignatureName(
                    signer.getDigestAlgorithmID(),
                    signer.toASN1Structure().getDigestEncryptionAlgorithm()));
    verifier.initVerify(key);
    verifier.update(signed);
    return verifier.verify(signer.getSignature())
        || (key instanceof RSAPublicKey && isSignedBare(key, algorithm.newDigest().digest(signed)));
  }

  /** Symantec's authority signed the digest alone, without saying by which algorithm it is. */
  private boolean isSignedBare(PublicKey key, byte[] digest) {
    try {
      Cipher cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
      cipher.init(Cipher.DECRYPT_MODE, key);
      return MessageDigest.isEqual(cipher.doFinal(signer.getSignature()), digest);
    } catch (GeneralSecurityException e) {
      return false; // it is padded otherwise, and so not made by this key
    }
  }

  private ASN1Encodable attribute(ASN1ObjectIdentifier type) throws MalformedException {
    AttributeTable attributes = signer.getSignedAttributes();
    Attribute attribute = attributes == null ? null : attributes.get(type);
    if (attribute == null || attribute.getAttributeValues().length != 1) {
      throw new MalformedException("it is not made by its rules");
    }
    return attribute.getAttributeValues()[0];
  }
}
