package io.kbaudit.signature;

import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x509.DigestInfo;

/**
 * What an Authenticode signature says of a file: {@code SpcIndirectDataContent} ("Windows
 * Authenticode Portable Executable Signature Format").
 *
 * @param fileKind object identifier of the kind of file that it is of
 * @param digest of what is signed of the file
 * @param hasPageHashes whether it also states a digest of each page of a program
 */
record IndirectData(String fileKind, ContentDigest digest, boolean hasPageHashes) {
  /** The type of content that it is, and of an attribute of a member of a catalog. */
  static final String TYPE = "1.3.6.1.4.1.311.2.1.4";

  /** Programs, libraries and drivers: {@code SpcPeImageData}. */
  static final String OF_PROGRAM = "1.3.6.1.4.1.311.2.1.15";

  /** Files that Windows asks a subject interface package about, as of its Installer. */
  static final String OF_PACKAGE = "1.3.6.1.4.1.311.2.1.30";

  /** The class of what holds page hashes, {@code SpcPageHashV1} and {@code SpcPageHashV2}. */
  private static final byte[] PAGE_HASHES = {
    (byte) 0xa6,
    (byte) 0xb5,
    (byte) 0x86,
    (byte) 0xd5,
    (byte) 0xb4,
    (byte) 0xa1,
    0x24,
    0x66,
    (byte) 0xae,
    0x05,
    (byte) 0xa2,
    0x17,
    (byte) 0xda,
    (byte) 0x8e,
    0x60,
    (byte) 0xd6
  };

  /**
   * Reads what a signature signs.
   *
   * @param contents of the sequence, without its tag and length
   */
  static IndirectData ofContents(byte[] contents) throws MalformedException {
    return Parsing.of(
        "what it signs does not state a digest of a file",
        () -> {
          ASN1Encodable[] parts = new ASN1Encodable[2];
          try (ASN1InputStream in = new ASN1InputStream(contents)) {
            parts[0] = in.readObject();
            parts[1] = in.readObject();
            if (parts[1] == null || in.read() >= 0) {
              throw new MalformedException("what it signs states more or less than one digest");
            }
          }
          return of(new DERSequence(parts));
        });
  }

  /** Reads the sequence itself, as a catalog has it. */
  static IndirectData of(ASN1Encodable sequence) throws MalformedException {
    return Parsing.of(
        "what it signs does not state a digest of a file",
        () -> {
          ASN1Sequence parts = ASN1Sequence.getInstance(sequence);
          ASN1Sequence data = ASN1Sequence.getInstance(parts.getObjectAt(0));
          DigestInfo digest = DigestInfo.getInstance(parts.getObjectAt(1));
          return new IndirectData(
              ASN1ObjectIdentifier.getInstance(data.getObjectAt(0)).getId(),
              stated(digest),
              contains(data.getEncoded(), PAGE_HASHES));
        });
  }

  private static ContentDigest stated(DigestInfo info) throws MalformedException {
    String identifier = info.getAlgorithmId().getAlgorithm().getId();
    HashAlgorithm algorithm =
        HashAlgorithm.of(identifier)
            .orElseThrow(
                () ->
                    new MalformedException(
                        "it states a digest by an algorithm that is not known, " + identifier));
    if (info.getDigest().length != algorithm.bytes()) {
      throw new MalformedException(
          "it states a " + algorithm + " of " + info.getDigest().length + " bytes");
    }
    return ContentDigest.of(algorithm, info.getDigest());
  }

  private static boolean contains(byte[] bytes, byte[] part) {
    for (int at = 0; at <= bytes.length - part.length; at++) {
      if (Arrays.equals(bytes, at, at + part.length, part, 0, part.length)) {
        return true;
      }
    }
    return false;
  }
}
