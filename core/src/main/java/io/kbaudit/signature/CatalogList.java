package io.kbaudit.signature;

import io.kbaudit.text.Letters;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;

/**
 * What a catalog signs: a certificate trust list ([MS-CAESO] 4.4.5.1 has its syntax) whose subjects
 * are files.
 *
 * @param members the files
 */
record CatalogList(Set<Member> members) {
  /** The type of what a catalog signs: szOID_CTL. */
  private static final String TYPE = "1.3.6.1.4.1.311.10.1";

  /** The usage of a list that is a catalog's: szOID_CATALOG_LIST. */
  private static final String LISTS_FILES = "1.3.6.1.4.1.311.12.1.1";

  private static final ASN1ObjectIdentifier INDIRECT_DATA =
      new ASN1ObjectIdentifier(IndirectData.TYPE);

  private static final Pattern HEX = Pattern.compile("[0-9a-f]+");

  /**
   * A file that is listed.
   *
   * @param fileKind object identifier of what is digested of it; absent where that is not stated
   */
  record Member(Optional<String> fileKind, ContentDigest digest) {}

  CatalogList {
    members = Set.copyOf(members);
  }

  static CatalogList of(SignedMessage message) throws MalformedException {
    if (!message.contentType().equals(TYPE)) {
      throw new MalformedException("it signs no list of files");
    }
    return Parsing.of("its list of files cannot be read", () -> read(message.content()));
  }

  private static CatalogList read(byte[] contents) throws java.io.IOException {
    Optional<ASN1Sequence> subjects = Optional.empty();
    boolean listsFiles = false;
    try (ASN1InputStream in = new ASN1InputStream(contents)) {
      int sequences = 0;
      for (ASN1Primitive part = in.readObject(); part != null; part = in.readObject()) {
        if (part instanceof ASN1Sequence sequence) {
          sequences++;
          if (sequences == 1) { // SubjectUsage; the second is SubjectAlgorithm
            listsFiles = usages(sequence).contains(LISTS_FILES);
          } else if (sequences == 3) {
            subjects = Optional.of(sequence);
          }
        }
      }
    }
    if (!listsFiles || subjects.isEmpty()) {
      throw new MalformedException("it signs no list of files");
    }
    Set<Member> members = new HashSet<>();
    for (ASN1Encodable subject : subjects.get()) {
      members.add(member(ASN1Sequence.getInstance(subject)));
    }
    return new CatalogList(members);
  }

  private static Set<String> usages(ASN1Sequence usages) {
    Set<String> all = new HashSet<>();
    usages.forEach(each -> all.add(ASN1ObjectIdentifier.getInstance(each).getId()));
    return all;
  }

  /** What an attribute states counts; without one, what the member is filed under. */
  private static Member member(ASN1Sequence subject) throws MalformedException {
    if (subject.size() > 1) {
      for (ASN1Encodable each : ASN1Set.getInstance(subject.getObjectAt(1))) {
        ASN1Sequence attribute = ASN1Sequence.getInstance(each);
        if (INDIRECT_DATA.equals(attribute.getObjectAt(0))) {
          ASN1Set values = ASN1Set.getInstance(attribute.getObjectAt(1));
          if (values.size() != 1) {
            throw new MalformedException("a file that it lists has several digests");
          }
          IndirectData data = IndirectData.of(values.getObjectAt(0));
          return new Member(Optional.of(data.fileKind()), data.digest());
        }
      }
    }
    return new Member(
        Optional.empty(),
        filedUnder(ASN1OctetString.getInstance(subject.getObjectAt(0)).getOctets()));
  }

  /** A digest, or its digits as text of 16-bit units with a zero behind it. */
  private static ContentDigest filedUnder(byte[] identifier) throws MalformedException {
    String text =
        Letters.small(new String(identifier, StandardCharsets.UTF_16LE).replace("\0", ""));
    boolean isText = identifier.length % 2 == 0 && HEX.matcher(text).matches();
    byte[] digest = isText && text.length() % 2 == 0 ? HexFormat.of().parseHex(text) : identifier;
    for (HashAlgorithm algorithm : Set.of(HashAlgorithm.SHA1, HashAlgorithm.SHA256)) {
      if (algorithm.bytes() == digest.length) {
        return ContentDigest.of(algorithm, digest);
      }
    }
    throw new MalformedException("a file that it lists has no digest that is known");
  }
}
