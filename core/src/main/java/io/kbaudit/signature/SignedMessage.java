package io.kbaudit.signature;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignerDigestMismatchException;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;

/**
 * A message of one signer (PKCS #7, RFC 2315; CMS, RFC 5652), parsed. What it says is not verified
 * until {@link #isIntact} is asked. Immutable.
 */
final class SignedMessage {
  /** Attributes that have a meaning here, and are not signed themselves. */
  static final ASN1ObjectIdentifier NESTED = new ASN1ObjectIdentifier("1.3.6.1.4.1.311.2.4.1");

  /** A time stamp as Microsoft's programs attach it, and as RFC 3161, appendix A, has it. */
  static final List<ASN1ObjectIdentifier> TIME_STAMPS =
      List.of(
          new ASN1ObjectIdentifier("1.3.6.1.4.1.311.3.3.1"),
          new ASN1ObjectIdentifier("1.2.840.113549.1.9.16.2.14"));

  static final ASN1ObjectIdentifier COUNTERSIGNATURE = CMSAttributes.counterSignature;

  private static final String UNREADABLE_ATTRIBUTES = "what is attached to it cannot be read";

  private static final Set<ASN1ObjectIdentifier> KNOWN =
      Set.of(NESTED, COUNTERSIGNATURE, TIME_STAMPS.get(0), TIME_STAMPS.get(1));

  private final String contentType;
  private final byte[] content;
  private final SignerInformation signer;
  private final X509Certificate certificate;
  private final List<X509Certificate> certificates;
  private final int bytesBehind;
  private final int unreadCertificates;

  private SignedMessage(
      String contentType,
      byte[] content,
      SignerInformation signer,
      X509Certificate certificate,
      List<X509Certificate> certificates,
      int bytesBehind,
      int unreadCertificates) {
    this.contentType = contentType;
    this.content = content;
    this.signer = signer;
    this.certificate = certificate;
    this.certificates = List.copyOf(certificates);
    this.bytesBehind = bytesBehind;
    this.unreadCertificates = unreadCertificates;
  }

  /**
   * Parses a message.
   *
   * @throws MalformedException if it is none, or of another number of signers than one
   */
  static SignedMessage of(byte[] bytes) throws MalformedException {
    return Parsing.of("it is no signed message (PKCS #7)", () -> parsed(bytes));
  }

  private static SignedMessage parsed(byte[] bytes)
      throws CMSException, GeneralSecurityException, IOException {
    int bytesBehind;
    CMSSignedData attached;
    try (ASN1InputStream in = new ASN1InputStream(bytes)) {
      attached = new CMSSignedData(ContentInfo.getInstance(in.readObject()));
      bytesBehind = in.available();
    }
    ASN1Encodable signed =
        SignedData.getInstance(attached.toASN1Structure().getContent())
            .getEncapContentInfo()
            .getContent();
    if (signed == null) {
      throw new MalformedException("it does not say what it signs");
    }
    byte[] content =
        signed instanceof ASN1OctetString octets
            ? octets.getOctets()
            : Der.contents(signed.toASN1Primitive().getEncoded());
    CMSSignedData data =
        new CMSSignedData(new CMSProcessableByteArray(content), attached.toASN1Structure());
    Collection<SignerInformation> signers = data.getSignerInfos().getSigners();
    if (signers.size() != 1) {
      throw new MalformedException("it has " + signers.size() + " signers, and should have one");
    }
    SignerInformation signer = signers.iterator().next();
    List<X509CertificateHolder> holders = List.copyOf(data.getCertificates().getMatches(null));
    List<X509Certificate> certificates = readable(holders);
    X509CertificateHolder ofSigner =
        holders.stream()
            .filter(signer.getSID()::match)
            .findFirst()
            .orElseThrow(
                () -> new MalformedException("the certificate of its signer is not in it"));
    return new SignedMessage(
        attached.getSignedContentTypeOID(),
        content,
        signer,
        read(ofSigner),
        certificates,
        bytesBehind,
        holders.size() - certificates.size());
  }

  /** Leaves out those that this Java cannot read, which are counted elsewhere. */
  private static List<X509Certificate> readable(List<X509CertificateHolder> holders)
      throws IOException {
    List<X509Certificate> all = new ArrayList<>();
    for (X509CertificateHolder holder : holders) {
      find(holder).ifPresent(all::add);
    }
    return all;
  }

  private static Optional<X509Certificate> find(X509CertificateHolder holder) throws IOException {
    try {
      return Optional.of(read(holder));
    } catch (CertificateException e) {
      return Optional.empty();
    }
  }

  private static X509Certificate read(X509CertificateHolder holder)
      throws CertificateException, IOException {
    return (X509Certificate)
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(holder.getEncoded()));
  }

  /** Returns the object identifier of what is signed. */
  String contentType() {
    return contentType;
  }

  /** Returns what is signed, without tag and length. */
  byte[] content() {
    return content.clone();
  }

  SignerInformation signer() {
    return signer;
  }

  /** Returns the certificate of the signer. */
  X509Certificate certificate() {
    return certificate;
  }

  /** Returns all certificates that are in it and that this Java can read. */
  List<X509Certificate> certificates() {
    return certificates;
  }

  /** Returns how many certificates are in it that this Java cannot read. */
  int unreadCertificates() {
    return unreadCertificates;
  }

  /** Returns how many bytes follow it in what was read. */
  int bytesBehind() {
    return bytesBehind;
  }

  /**
   * Returns whether what is signed, and what is said with it, is what the signer signed. When the
   * certificate is valid is another question.
   *
   * @throws MalformedException if the algorithms are unknown, or the signature is none of them
   */
  boolean isIntact() throws MalformedException {
    return Parsing.of(
        "its signature is of an algorithm that is not known, or is not made by its rules",
        () -> {
          try {
            return signer.verify(
                new JcaSimpleSignerInfoVerifierBuilder().build(certificate.getPublicKey()));
          } catch (CMSSignerDigestMismatchException e) {
            return false; // what is signed was exchanged
          }
        });
  }

  /** Returns the values of an attribute that is not signed, encoded. */
  List<byte[]> unsigned(ASN1ObjectIdentifier type) throws MalformedException {
    return Parsing.of(
        UNREADABLE_ATTRIBUTES,
        () -> {
          List<byte[]> values = new ArrayList<>();
          for (Attribute attribute : unsignedAttributes()) {
            if (attribute.getAttrType().equals(type)) {
              for (ASN1Encodable value : attribute.getAttributeValues()) {
                values.add(value.toASN1Primitive().getEncoded());
              }
            }
          }
          return values;
        });
  }

  /** Returns the types of those attributes that are not signed, and that have no meaning here. */
  List<String> unknownAttributes() throws MalformedException {
    return Parsing.of(
        UNREADABLE_ATTRIBUTES,
        () ->
            unsignedAttributes().stream()
                .map(Attribute::getAttrType)
                .filter(type -> !KNOWN.contains(type))
                .map(ASN1ObjectIdentifier::getId)
                .distinct()
                .toList());
  }

  private List<Attribute> unsignedAttributes() {
    AttributeTable attributes = signer.getUnsignedAttributes();
    return attributes == null ? List.of() : List.of(attributes.toASN1Structure().getAttributes());
  }
}
