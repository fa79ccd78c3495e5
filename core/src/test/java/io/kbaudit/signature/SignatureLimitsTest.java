package io.kbaudit.signature;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kbaudit.file.FileContent;
import io.kbaudit.fixtures.msi.MsiFixture;
import io.kbaudit.fixtures.ole.CompoundFileDamage;
import io.kbaudit.fixtures.signing.AuthenticodeSigning;
import io.kbaudit.fixtures.signing.TestAuthority;
import io.kbaudit.pe.PeHeader.CertificateTable;
import io.kbaudit.signature.Signature.Origin;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.SignerInformationStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No signature has so much that it keeps whoever reads it, and what is left out is said. */
class SignatureLimitsTest {
  private static final AuthenticodeSigning PLAIN = AuthenticodeSigning.by(SignedFixtures.SIGNER);
  private static final String STREAM = "\u0005DigitalSignature";

  @TempDir private Path folder;

  @Test
  void aCertificateTableOfEightMebibytesIsRead() throws IOException {
    long most = CertificateTableReader.LARGEST_TABLE;

    assertThat(ofTable(zeros(most + 1), most))
        .containsExactly(malformed("the certificate table is empty"));
    assertThat(ofTable(zeros(most + 1), most + 1))
        .containsExactly(
            malformed(
                "the certificate table is said to have 8388609 bytes; at most 8388608 are read"));
  }

  @Test
  void sixteenEntriesOfACertificateTableAreRead() throws IOException {
    ReadSignature strange = malformed("an entry of the certificate table is of type 1, not 2");
    int most = CertificateTableReader.MOST_ENTRIES;
    ByteBuffer table = ByteBuffer.allocate(8 * (most + 1)).order(ByteOrder.LITTLE_ENDIAN);
    while (table.hasRemaining()) {
      table.putInt(8).putShort((short) 0x200).putShort((short) 1);
    }
    Path file = Files.write(folder.resolve("table"), table.array());

    assertThat(ofTable(file, 8L * most)).isEqualTo(Collections.nCopies(most, strange));
    assertThat(ofTable(file, 8L * (most + 1)))
        .hasSize(most + 1)
        .last()
        .isEqualTo(malformed("the certificate table has more than 16 entries"));
  }

  @Test
  void sixteenSignaturesOfAFileAreRead() throws IOException {
    AuthenticodeSigning signing = PLAIN;
    for (int i = 1; i < ReadSignature.MOST_SIGNATURES; i++) {
      signing = signing.nesting(PLAIN);
    }

    SignatureInspection most = inspect(MsiFixture.sized(81_920).signedBy(signing));
    SignatureInspection more = inspect(MsiFixture.sized(81_920).signedBy(signing.nesting(PLAIN)));

    assertThat(most.signatures())
        .hasSize(ReadSignature.MOST_SIGNATURES)
        .extracting(Signature::grade)
        .containsOnly(Grade.TRUSTED);
    assertThat(more.signatures()).hasSize(ReadSignature.MOST_SIGNATURES + 1);
    assertThat(more.grade()).isEqualTo(Grade.MALFORMED);
    assertThat(more.decisive().orElseThrow().reasons())
        .containsExactly("there are more than 16 signatures, not all read");
  }

  @Test
  void eightTimeStampsAreRead() throws Exception {
    TimeStampReader reader = new TimeStampReader(chains(), Signed.clock(Signed.NOW));
    String notAll = "of its time stamps, only the first 8 were read";

    TimeStampReader.Found most = reader.read(stamped(TimeStampReader.MOST_STAMPS));
    TimeStampReader.Found more = reader.read(stamped(TimeStampReader.MOST_STAMPS + 1));

    assertThat(most.best()).isPresent();
    assertThat(most.remarks()).doesNotContain(notAll);
    assertThat(more.best()).isEqualTo(most.best());
    assertThat(more.remarks()).containsOnlyOnce(notAll);
  }

  @Test
  void sixAuthoritiesBelowARootAreFollowed() {
    assertThat(chainBelow(ChainBuilder.LONGEST_PATH).isTrusted()).isTrue();

    Chain longer = chainBelow(ChainBuilder.LONGEST_PATH + 1);

    assertThat(longer.standing()).isEqualTo(Chain.Standing.UNTRUSTED);
    assertThat(longer.reasons())
        .containsExactly("more than 6 authorities stand between it and a root");
  }

  private static Chain chainBelow(int authorities) {
    List<X509Certificate> others = new ArrayList<>();
    TestAuthority authority = SignedFixtures.ROOT;
    for (int i = 0; i < authorities; i++) {
      authority = authority.below("Test CA " + i);
      others.add(authority.certificate());
    }
    others.add(SignedFixtures.ROOT.certificate());
    return chains()
        .build(
            authority.signer("Contoso Ltd").certificate(), others, Usage.CODE_SIGNING, Signed.NOW);
  }

  /** All of one name, of which each may be the one that vouches for the signer. */
  @Test
  void sixteenAuthoritiesAreTried() {
    TestAuthority issuer = SignedFixtures.ROOT.below("Test CA");
    X509Certificate signer = issuer.signer("Contoso Ltd").certificate();
    List<X509Certificate> others = new ArrayList<>(List.of(issuer.certificate()));
    for (int i = 1; i < ChainBuilder.MOST_AUTHORITIES; i++) {
      others.add(
          issuer
              .valid("20%02d-01-01T00:00:00Z".formatted(i), "2098-01-01T00:00:00Z")
              .certificate());
    }

    assertThat(chains().build(signer, others, Usage.CODE_SIGNING, Signed.NOW).isTrusted()).isTrue();

    others.add(issuer.valid("2020-01-01T00:00:00Z", "2098-01-01T00:00:00Z").certificate());
    Chain more = chains().build(signer, others, Usage.CODE_SIGNING, Signed.NOW);

    assertThat(more.standing()).isEqualTo(Chain.Standing.UNTRUSTED);
    assertThat(more.reasons()).containsExactly("it brings more than 16 authorities along");
  }

  @Test
  void aSignatureOfAPackageOfEightMebibytesIsRead() throws IOException {
    byte[] most = new byte[8 << 20];

    assertThat(reasons(most)).containsExactly("it is no signed message (PKCS #7)");
    assertThat(reasons(new byte[most.length + 1]))
        .singleElement()
        .asString()
        .endsWith("has 8388609 bytes; at most 8388608 are read");
  }

  @Test
  void certificatesAreReadInAFileOf64Mebibytes() throws IOException {
    byte[] largestFile = new byte[CertificateFiles.LARGEST];
    Arrays.fill(largestFile, (byte) '\n');
    byte[] root = SignedFixtures.ROOT.pem().getBytes(US_ASCII);
    System.arraycopy(root, 0, largestFile, largestFile.length - root.length, root.length);
    Path largest = Files.write(folder.resolve("roots.pem"), largestFile);

    assertThat(CertificateFiles.read(largest)).containsExactly(SignedFixtures.ROOT.certificate());
    Path larger = zeros(CertificateFiles.LARGEST + 1L);
    assertThatExceptionOfType(SignatureEvidenceException.class)
        .isThrownBy(() -> CertificateFiles.read(larger))
        .withMessage("'" + larger + "' holds no certificates: it has more than 64 MB");
    assertThatExceptionOfType(SignatureEvidenceException.class)
        .isThrownBy(() -> CertificateFiles.readRevocations(larger))
        .withMessage("'" + larger + "' holds no revocations: it has more than 64 MB");
  }

  @Test
  void aCatalogOf64MebibytesIsRead() throws IOException {
    Path largest = zeros(Catalog.LARGEST);
    assertThatExceptionOfType(SignatureEvidenceException.class)
        .isThrownBy(() -> Catalog.read(largest))
        .withMessage(
            "'" + largest + "' is no catalog to rely on: it is no signed message (PKCS #7)");
    Path larger = zeros(Catalog.LARGEST + 1L);
    assertThatExceptionOfType(SignatureEvidenceException.class)
        .isThrownBy(() -> Catalog.read(larger))
        .withMessage("'" + larger + "' is no catalog: it has more than 64 MB");
  }

  private static ChainBuilder chains() {
    return new ChainBuilder(() -> List.of(SignedFixtures.ROOT.certificate()), RevocationLists.NONE);
  }

  /** Returns a message to which one time stamp is attached so many times. */
  private static SignedMessage stamped(int count) throws Exception {
    AuthenticodeSigning signing = SignedFixtures.stamped(PLAIN, SignedFixtures.AFTERWARDS);
    ByteBuffer stream =
        new CompoundFileDamage(MsiFixture.sized(40_960).signedBy(signing).toBytes()).stream(STREAM);
    byte[] bytes = new byte[stream.remaining()];
    stream.get(bytes);
    return SignedMessage.of(attaching(bytes, count));
  }

  private static byte[] attaching(byte[] message, int count) throws CMSException, IOException {
    CMSSignedData signed = new CMSSignedData(message);
    SignerInformation signer = signed.getSignerInfos().iterator().next();
    Attribute stamp = signer.getUnsignedAttributes().get(SignedMessage.TIME_STAMPS.get(0));
    ASN1Encodable[] stamps =
        Collections.nCopies(count, stamp.getAttrValues().getObjectAt(0))
            .toArray(new ASN1Encodable[0]);
    SignerInformation more =
        SignerInformation.replaceUnsignedAttributes(
            signer, new AttributeTable(new Attribute(stamp.getAttrType(), new DERSet(stamps))));
    return CMSSignedData.replaceSigners(signed, new SignerInformationStore(more)).getEncoded();
  }

  private List<String> reasons(byte[] signature) throws IOException {
    return inspect(MsiFixture.smallest().withRawStream(STREAM, signature))
        .decisive()
        .orElseThrow()
        .reasons();
  }

  private SignatureInspection inspect(MsiFixture fixture) throws IOException {
    Path file = folder.resolve("a.msi");
    fixture.writeTo(file);
    return Signed.inspect(Signed.trusting(SignedFixtures.ROOT, folder), file);
  }

  private static List<ReadSignature> ofTable(Path file, long bytes) throws IOException {
    try (FileContent content = FileContent.of(file, () -> false)) {
      return CertificateTableReader.read(content, new CertificateTable(0, bytes));
    }
  }

  private static ReadSignature malformed(String problem) {
    return ReadSignature.malformed(Origin.EMBEDDED, problem);
  }

  /** Returns a file of so many zeros, which take no room. */
  private Path zeros(long count) throws IOException {
    Path file = folder.resolve("zeros-" + count);
    try (RandomAccessFile holes = new RandomAccessFile(file.toFile(), "rw")) {
      holes.setLength(count);
    }
    return file;
  }
}
