package io.kbaudit.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.kbaudit.fixtures.msi.MsiFixture;
import io.kbaudit.fixtures.msi.MsiTampering;
import io.kbaudit.fixtures.ole.Storage;
import io.kbaudit.fixtures.pe.PeFixture;
import io.kbaudit.fixtures.pe.PeTampering;
import io.kbaudit.fixtures.signing.AuthenticodeSigning;
import io.kbaudit.fixtures.signing.DigestAlgorithm;
import io.kbaudit.fixtures.signing.KeyKind;
import io.kbaudit.fixtures.signing.SigningFlaw;
import io.kbaudit.fixtures.signing.TestAuthority;
import io.kbaudit.fixtures.signing.TestSigner;
import io.kbaudit.fixtures.signing.Usage;
import io.kbaudit.pe.PeHeader;
import io.kbaudit.pe.PeInspection;
import io.kbaudit.signature.Signature.Origin;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What signatures of fixtures are worth; real ones are compared with another verifier. */
class SignatureVerifierTest {
  private static final AuthenticodeSigning PLAIN = AuthenticodeSigning.by(SignedFixtures.SIGNER);
  private static final AuthenticodeSigning OLD = AuthenticodeSigning.by(SignedFixtures.EXPIRED);
  private static final String UNCHECKED = "whether a certificate was revoked was not checked";

  @TempDir private Path folder;

  @Test
  void saysBySigningWhomAndWhenPackageIsTrusted() throws Exception {
    Path file =
        SignedFixtures.msi(
            folder.resolve("a.msi"), SignedFixtures.stamped(PLAIN, "2012-02-03T04:05:06Z"));

    SignatureInspection inspection = inspect(file);

    assertThat(inspection.remarks()).isEmpty();
    assertThat(inspection.signatures()).hasSize(1);
    Signature signature = inspection.signatures().get(0);
    assertThat(signature.grade()).isEqualTo(Grade.TRUSTED);
    assertThat(signature.origin()).isEqualTo(Origin.EMBEDDED);
    assertThat(signature.signer().orElseThrow().commonName()).contains("Contoso Ltd");
    assertThat(signature.timeStamp())
        .contains(
            new TimeStamp(
                Instant.parse("2012-02-03T04:05:06Z"), TimeStamp.Kind.RFC3161, "Test Time", true));
    assertThat(signature.computed()).isPresent().isEqualTo(signature.signed());
    assertThat(signature.signed().orElseThrow().algorithm()).isEqualTo(HashAlgorithm.SHA256);
    assertThat(signature.chain())
        .containsExactly("CN=Contoso Ltd,O=Contoso Ltd", "CN=Test Root,O=kbaudit tests");
    assertThat(signature.reasons()).isEmpty();
    assertThat(signature.remarks()).containsExactly(UNCHECKED);
  }

  @Test
  void saysWhoCountersignedWhen() throws Exception {
    Path file =
        SignedFixtures.dll(
            folder.resolve("a.dll"), SignedFixtures.countersigned(PLAIN, "2012-02-03T04:05:06Z"));

    assertThat(decisive(file).timeStamp())
        .contains(
            new TimeStamp(
                Instant.parse("2012-02-03T04:05:06Z"),
                TimeStamp.Kind.COUNTERSIGNATURE,
                "Test Time",
                true));
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          CONTENT_ALTERED,         DIGEST_MISMATCH, the file was altered since
          STREAM_ADDED,            DIGEST_MISMATCH, the file was altered since
          STREAM_REMOVED,          DIGEST_MISMATCH, the file was altered since
          STORAGE_ADDED,           DIGEST_MISMATCH, the file was altered since
          CLASS_CHANGED,           DIGEST_MISMATCH, the file was altered since
          EMPTY_STREAM_ADDED,      DIGEST_MISMATCH, 'names, sizes, times or classes'
          STREAM_RENAMED,          DIGEST_MISMATCH, 'names, sizes, times or classes'
          TIME_CHANGED,            DIGEST_MISMATCH, 'names, sizes, times or classes'
          STATE_BITS_CHANGED,      DIGEST_MISMATCH, 'names, sizes, times or classes'
          METADATA_DIGEST_REMOVED, DIGEST_MISMATCH, the file was altered since
          METADATA_DIGEST_ALTERED, DIGEST_MISMATCH, 'names, sizes, times or classes'
          BYTES_APPENDED,          MALFORMED,       100 bytes follow the last sector in use
          SECTORS_APPENDED,        MALFORMED,       1024 bytes follow the last sector in use
          SIGNATURE_EMPTY,         MALFORMED,       it is no signed message
          SIGNATURE_GARBAGE,       MALFORMED,       it is no signed message
          SIGNATURE_CUT_SHORT,     MALFORMED,       it is no signed message
          """)
  void saysWhatWasAlteredInPackage(MsiTampering tampering, Grade grade, String reason)
      throws Exception {
    Path file = folder.resolve("a.msi");
    boolean ofMetadata = reason.startsWith("names") || tampering.name().startsWith("METADATA");
    AuthenticodeSigning signing = ofMetadata ? PLAIN.coveringMetadata() : PLAIN;
    tampering.write(MsiFixture.sized(40_960).signedBy(signing), file);

    Signature signature = decisive(file);

    assertThat(signature.grade()).isEqualTo(grade);
    assertThat(signature.reasons()).anySatisfy(each -> assertThat(each).startsWith(reason));
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          CONTENT_ALTERED,        DIGEST_MISMATCH, the file was altered since
          HEADER_ALTERED,         DIGEST_MISMATCH, the file was altered since
          BYTES_INSERTED,         DIGEST_MISMATCH, the file was altered since
          BYTES_APPENDED,         DIGEST_MISMATCH, the file was altered since
          SIGNATURE_GARBAGE,      MALFORMED,       it is no signed message
          SIGNATURE_CUT_SHORT,    MALFORMED,       it is no signed message
          OTHER_CERTIFICATE_TYPE, MALFORMED,       'an entry of the certificate table is of type 1'
          ENTRY_LENGTH_LIES,      MALFORMED,       an entry of the certificate table has a length
          ENTRY_EMPTY,            MALFORMED,       an entry of the certificate table has a length
          """)
  void saysWhatWasAlteredInProgram(PeTampering tampering, Grade grade, String reason)
      throws Exception {
    Path file = folder.resolve("a.dll");
    Files.write(file, tampering.applyTo(Files.readAllBytes(SignedFixtures.dll(file, PLAIN))));

    Signature signature = decisive(file);

    assertThat(signature.grade()).isEqualTo(grade);
    assertThat(signature.reasons()).last().asString().startsWith(reason);
  }

  @ParameterizedTest
  @CsvSource({
    "NO_CERTIFICATES, MALFORMED, the certificate of its signer is not in it",
    "NO_SIGNER, MALFORMED, 'it has 0 signers, and should have one'",
    "WRONG_FILE_DIGEST, DIGEST_MISMATCH, the file was altered since: its contents are others",
    "WRONG_CONTENT_DIGEST, DIGEST_MISMATCH, the signature itself was altered",
    "ALTERED_ATTRIBUTE, DIGEST_MISMATCH, the signature itself was altered",
  })
  void saysWhatIsWrongWithSignature(SigningFlaw flaw, Grade grade, String reason) throws Exception {
    Path file = SignedFixtures.msi(folder.resolve("a.msi"), PLAIN.flawed(flaw));

    assertThat(decisive(file).grade()).isEqualTo(grade);
    assertThat(decisive(file).reasons()).containsExactly(reason);
  }

  @Test
  void mentionsBytesThatHideBehindSignature() throws Exception {
    Path file = folder.resolve("a.dll");
    byte[] signed = Files.readAllBytes(SignedFixtures.dll(file, PLAIN));
    Files.write(file, PeTampering.BYTES_HIDDEN_IN_ENTRY.applyTo(signed));

    assertThat(decisive(file).grade()).isEqualTo(Grade.TRUSTED);
    assertThat(decisive(file).remarks()).hasSize(2).last().isEqualTo(UNCHECKED);
    assertThat(decisive(file).remarks().get(0))
        .matches(
            "1[01]\\d bytes follow the signature in the certificate table, and are not signed");
  }

  /** Its digest is right all the same: what is digested is not what is loaded. */
  @Test
  void refusesProgramWhoseSignaturesLieAmongItsSections() throws Exception {
    Path file = SignedFixtures.dll(folder.resolve("a.dll"), PLAIN);
    byte[] signed = Files.readAllBytes(file);
    PeHeader header = PeInspection.of(file).header().orElseThrow();
    int table = (int) header.certificates().orElseThrow().offset();
    int entry = (int) header.signing().orElseThrow().certificateEntry().orElseThrow();
    int inside = 1024;
    ByteBuffer.wrap(signed).order(ByteOrder.LITTLE_ENDIAN).putInt(entry, inside);
    ByteArrayOutputStream moved = new ByteArrayOutputStream();
    moved.write(signed, 0, inside);
    moved.write(signed, table, signed.length - table);
    moved.write(signed, inside, table - inside);
    Files.write(file, moved.toByteArray());

    Signature signature = decisive(file);

    assertThat(signature.computed()).isEqualTo(signature.signed());
    assertThat(signature.grade()).isEqualTo(Grade.MALFORMED);
    assertThat(signature.reasons())
        .anySatisfy(
            each ->
                assertThat(each)
                    .startsWith(
                        "the file is not sound: the certificate table is said to begin at byte"
                            + " 1,024"));
  }

  @Test
  void judgesNestedSignaturesByThemselves() throws Exception {
    Path file =
        SignedFixtures.msi(
            folder.resolve("a.msi"), PLAIN.digest(DigestAlgorithm.SHA1).nesting(PLAIN));

    SignatureInspection inspection = inspect(file);

    assertThat(inspection.signatures())
        .extracting(Signature::origin, Signature::grade)
        .containsExactly(
            tuple(Origin.EMBEDDED, Grade.TRUSTED), tuple(Origin.NESTED, Grade.TRUSTED));
    assertThat(inspection.signatures())
        .extracting(each -> each.signed().orElseThrow().algorithm())
        .containsExactly(HashAlgorithm.SHA1, HashAlgorithm.SHA256);
  }

  @Test
  void oneBrokenSignatureIsNotMendedByAnother() throws Exception {
    Path file =
        SignedFixtures.msi(
            folder.resolve("a.msi"), PLAIN.nesting(PLAIN.flawed(SigningFlaw.WRONG_FILE_DIGEST)));

    assertThat(inspect(file).signatures())
        .extracting(Signature::grade)
        .containsExactly(Grade.TRUSTED, Grade.DIGEST_MISMATCH);
    assertThat(inspect(file).grade()).isEqualTo(Grade.DIGEST_MISMATCH);
  }

  @Test
  void readsEveryEntryOfTheCertificateTable() throws Exception {
    Path file = SignedFixtures.dll(folder.resolve("a.dll"), PLAIN);
    PLAIN.digest(DigestAlgorithm.SHA384).signExecutable(file);

    assertThat(inspect(file).signatures())
        .extracting(each -> each.grade() + " " + each.signed().orElseThrow().algorithm())
        .containsExactly("TRUSTED SHA-256", "TRUSTED SHA-384");
  }

  @Test
  void timeStampOutlivesCertificate() throws Exception {
    assertThat(grade(SignedFixtures.stamped(OLD, SignedFixtures.WHILE_VALID)))
        .isEqualTo(Grade.TRUSTED);
    assertThat(grade(SignedFixtures.countersigned(OLD, SignedFixtures.WHILE_VALID)))
        .isEqualTo(Grade.TRUSTED);
  }

  @Test
  void saysWhatExpiredWithoutTimeStamp() throws Exception {
    Signature signature = decisive(SignedFixtures.msi(folder.resolve("a.msi"), OLD));

    assertThat(signature.grade()).isEqualTo(Grade.INTACT_EXPIRED);
    assertThat(signature.reasons())
        .containsExactly(
            "the certificate of 'Contoso Ltd' expired on 2012-01-01T00:00:00Z",
            "no time stamp that counts says when it was signed");
  }

  @Test
  void saysThatTimeStampIsTooLate() throws Exception {
    Signature signature =
        decisive(
            SignedFixtures.msi(
                folder.resolve("a.msi"), SignedFixtures.stamped(OLD, SignedFixtures.AFTERWARDS)));

    assertThat(signature.grade()).isEqualTo(Grade.INTACT_EXPIRED);
    assertThat(signature.reasons())
        .containsExactly("the certificate of 'Contoso Ltd' expired on 2012-01-01T00:00:00Z");
  }

  @Test
  void timeStampByNobodyTrustedDoesNotCount() throws Exception {
    TestSigner stranger = TestAuthority.root("Other Root").timeStamper("Other Time");
    Path file =
        SignedFixtures.msi(
            folder.resolve("a.msi"),
            SignedFixtures.stamped(OLD, SignedFixtures.WHILE_VALID, stranger));

    Signature signature = decisive(file);

    assertThat(signature.grade()).isEqualTo(Grade.INTACT_EXPIRED);
    assertThat(signature.timeStamp().orElseThrow().counts()).isFalse();
    assertThat(signature.remarks())
        .containsExactly(
            "its time stamp does not count: no trusted root vouches for it: the certificate of"
                + " 'Other Root', who issued that of 'Other Time', is neither in it nor trusted"
                + " here",
            UNCHECKED);
  }

  @Test
  void timeStampByOneWhoMayNotStateTimesDoesNotCount() throws Exception {
    Path file =
        SignedFixtures.msi(
            folder.resolve("a.msi"),
            SignedFixtures.stamped(OLD, SignedFixtures.WHILE_VALID, SignedFixtures.SIGNER));

    assertThat(decisive(file).grade()).isEqualTo(Grade.INTACT_EXPIRED);
    assertThat(decisive(file).remarks())
        .first()
        .isEqualTo(
            "its time stamp does not count: the certificate of 'Contoso Ltd' is not one to state"
                + " times with");
  }

  /** Else whoever may sign code could say himself when he did. */
  @Test
  void timeStampByOneWhoStatesNoUsageDoesNotCount() throws Exception {
    TestSigner unrestricted = SignedFixtures.CLOCK.usage(Usage.NONE_STATED);
    Path file =
        SignedFixtures.msi(
            folder.resolve("a.msi"),
            SignedFixtures.stamped(OLD, SignedFixtures.WHILE_VALID, unrestricted));

    assertThat(decisive(file).grade()).isEqualTo(Grade.INTACT_EXPIRED);
    assertThat(decisive(file).timeStamp().orElseThrow().counts()).isFalse();
  }

  @Test
  void timeStampOfAnotherSignatureDoesNotCount() throws Exception {
    AuthenticodeSigning signing =
        SignedFixtures.stamped(OLD, SignedFixtures.WHILE_VALID)
            .flawed(SigningFlaw.STAMP_OF_ANOTHER);

    Signature signature = decisive(SignedFixtures.msi(folder.resolve("a.msi"), signing));

    assertThat(signature.grade()).isEqualTo(Grade.INTACT_EXPIRED);
    assertThat(signature.timeStamp()).isEmpty();
    assertThat(signature.remarks())
        .first()
        .isEqualTo("its time stamp cannot be relied on: it is of another signature");
  }

  @Test
  void signatureForItsCertificatesLifetimeEndsWithThat() throws Exception {
    AuthenticodeSigning signing =
        AuthenticodeSigning.by(SignedFixtures.EXPIRED.usage(Usage.LIFETIME_SIGNING));

    Signature signature =
        decisive(
            SignedFixtures.msi(
                folder.resolve("a.msi"),
                SignedFixtures.stamped(signing, SignedFixtures.WHILE_VALID)));

    assertThat(signature.grade()).isEqualTo(Grade.INTACT_EXPIRED);
    assertThat(signature.reasons())
        .last()
        .isEqualTo("its certificate says that signatures end with it, whatever their time stamps");
  }

  @Test
  void certificateForOtherUsesSignsNothing() throws Exception {
    Signature signature =
        decisive(
            SignedFixtures.msi(
                folder.resolve("a.msi"),
                AuthenticodeSigning.by(SignedFixtures.SIGNER.usage(Usage.SERVER))));

    assertThat(signature.grade()).isEqualTo(Grade.INTACT_UNTRUSTED);
    assertThat(signature.reasons())
        .containsExactly("the certificate of 'Contoso Ltd' is not one to sign code with");
  }

  @Test
  void trustsNobodyWithoutTrustedRoot() throws Exception {
    Path file =
        SignedFixtures.msi(
            folder.resolve("a.msi"),
            AuthenticodeSigning.by(
                TestAuthority.root("Other Root").below("Other CA").signer("Contoso Ltd")));

    Signature signature = decisive(file);

    assertThat(signature.grade()).isEqualTo(Grade.INTACT_UNTRUSTED);
    assertThat(signature.chain())
        .containsExactly("CN=Contoso Ltd,O=Contoso Ltd", "CN=Other CA,O=kbaudit tests");
    assertThat(signature.reasons())
        .containsExactly(
            "no trusted root vouches for it: the certificate of 'Other Root', who issued that of"
                + " 'Other CA', is neither in it nor trusted here");
  }

  /** A name is no proof: the one who is trusted did not sign with this key. */
  @Test
  void rootOfTheSameNameIsAnother() throws Exception {
    TestAuthority impostor = TestAuthority.root("Test Root").key(KeyKind.EC_P256);

    assertThat(grade(AuthenticodeSigning.by(impostor.signer("Contoso Ltd"))))
        .isEqualTo(Grade.INTACT_UNTRUSTED);
  }

  @Test
  void revokedCertificateIsNotTrustedSinceThen() throws Exception {
    Map<TestSigner, Instant> revoked =
        Map.of(SignedFixtures.SIGNER, Instant.parse("2015-01-01T00:00:00Z"));
    Path list =
        Files.write(
            folder.resolve("a.crl"),
            SignedFixtures.ROOT.crl(Instant.parse("2026-05-01T00:00:00Z"), revoked));
    SignatureVerifier verifier =
        Signed.trusting(SignedFixtures.ROOT, folder).revoking(RevocationLists.NONE.with(list));
    Path without = SignedFixtures.msi(folder.resolve("a.msi"), PLAIN);
    Path before =
        SignedFixtures.msi(
            folder.resolve("b.msi"), SignedFixtures.stamped(PLAIN, "2014-12-31T00:00:00Z"));
    Path after =
        SignedFixtures.msi(
            folder.resolve("c.msi"), SignedFixtures.stamped(PLAIN, "2015-01-02T00:00:00Z"));

    assertThat(Signed.inspect(verifier, without).decisive().orElseThrow().reasons())
        .containsExactly("the certificate of 'Contoso Ltd' was revoked on 2015-01-01T00:00:00Z");
    assertThat(Signed.inspect(verifier, after).grade()).isEqualTo(Grade.INTACT_UNTRUSTED);
    Signature kept = Signed.inspect(verifier, before).decisive().orElseThrow();
    assertThat(kept.grade()).isEqualTo(Grade.TRUSTED);
    assertThat(kept.remarks())
        .containsExactly(
            "the certificate of 'Contoso Ltd' was revoked later, on 2015-01-01T00:00:00Z");
  }

  @Test
  void saysOfWhomNoListOfRevocationsIsGiven() throws Exception {
    TestAuthority authority = SignedFixtures.ROOT.below("Test CA");
    Path list =
        Files.writeString(
            folder.resolve("a.crl"),
            SignedFixtures.ROOT.crlPem(Instant.parse("2026-05-01T00:00:00Z"), Map.of()));
    SignatureVerifier verifier =
        Signed.trusting(SignedFixtures.ROOT, folder).revoking(RevocationLists.NONE.with(list));
    Path file =
        SignedFixtures.msi(
            folder.resolve("a.msi"), AuthenticodeSigning.by(authority.signer("Contoso Ltd")));

    Signature signature = Signed.inspect(verifier, file).decisive().orElseThrow();

    assertThat(signature.grade()).isEqualTo(Grade.TRUSTED);
    assertThat(signature.remarks())
        .containsExactly(
            "whether a certificate was revoked is not known: no list that was given is by 'Test CA',"
                + " who issued that of 'Contoso Ltd'");
  }

  @Test
  void reportsStoredAndTrueDigestOfMetadata() throws Exception {
    Path file = SignedFixtures.msi(folder.resolve("a.msi"), PLAIN.coveringMetadata());
    MetadataDigest sound = inspect(file).metadata().orElseThrow();

    MsiTampering.TIME_CHANGED.write(
        MsiFixture.sized(40_960).signedBy(PLAIN.coveringMetadata()), file);
    MetadataDigest altered = inspect(file).metadata().orElseThrow();

    assertThat(sound.matches()).isTrue();
    assertThat(sound.computed()).contains(sound.stored());
    assertThat(altered.matches()).isFalse();
    assertThat(altered.computed().orElseThrow()).hasSize(64).isNotEqualTo(altered.stored());
    assertThat(inspect(SignedFixtures.msi(file, PLAIN)).metadata()).isEmpty();
  }

  /** Without the name, the digest of metadata is one more stream, and what it digests is free. */
  @Test
  void noticesDigestOfMetadataThatIsCalledOtherwise() throws Exception {
    Path file = folder.resolve("a.msi");
    MsiFixture.sized(40_960)
        .withRawStream("\u0005MsiDigitalSignatureXe", new byte[32])
        .signedBy(PLAIN)
        .writeTo(file);

    assertThat(decisive(file).grade()).isEqualTo(Grade.MALFORMED);
    assertThat(decisive(file).reasons())
        .containsExactly(
            "the stream 'MsiDigitalSignatureXe' is named as those of signatures are, and"
                + " none is known so");
  }

  /** Whoever has the key of a clock that was lost can set it as he likes. */
  @Test
  void timeStampByRevokedAuthorityDoesNotCountWheneverItWasRevoked() throws Exception {
    Path list =
        Files.write(
            folder.resolve("a.crl"),
            SignedFixtures.ROOT.crl(
                Instant.parse("2026-05-01T00:00:00Z"),
                Map.of(SignedFixtures.CLOCK, Instant.parse("2015-01-01T00:00:00Z"))));
    SignatureVerifier verifier =
        Signed.trusting(SignedFixtures.ROOT, folder).revoking(RevocationLists.NONE.with(list));
    Path file =
        SignedFixtures.msi(
            folder.resolve("a.msi"), SignedFixtures.stamped(OLD, SignedFixtures.WHILE_VALID));

    Signature signature = Signed.inspect(verifier, file).decisive().orElseThrow();

    assertThat(signature.grade()).isEqualTo(Grade.INTACT_EXPIRED);
    assertThat(signature.remarks())
        .containsExactly(
            "its time stamp does not count: the certificate of 'Test Time' was revoked on"
                + " 2015-01-01T00:00:00Z");
  }

  @Test
  void certificateThatIsTrustedItselfMayBeRevokedToo() throws Exception {
    Path list =
        Files.write(
            folder.resolve("a.crl"),
            SignedFixtures.ROOT.crl(
                Instant.parse("2026-05-01T00:00:00Z"),
                Map.of(SignedFixtures.SIGNER, Instant.parse("2015-01-01T00:00:00Z"))));
    Path signer =
        Files.write(folder.resolve("a.cer"), SignedFixtures.SIGNER.certificate().getEncoded());
    SignatureVerifier verifier =
        SignatureVerifier.ofJdk()
            .at(Signed.clock(Signed.NOW))
            .trusting(Signed.anchors(SignedFixtures.ROOT, folder).with(signer))
            .revoking(RevocationLists.NONE.with(list));

    Signature signature =
        Signed.inspect(verifier, SignedFixtures.msi(folder.resolve("a.msi"), PLAIN))
            .decisive()
            .orElseThrow();

    assertThat(signature.doubt()).contains(Doubt.REVOKED);
    assertThat(signature.grade()).isEqualTo(Grade.INTACT_UNTRUSTED);
  }

  @Test
  void timeStampThatIsYetToComeDoesNotCount() throws Exception {
    TestSigner later = SignedFixtures.SIGNER.valid("2030-01-01T00:00:00Z", "2040-01-01T00:00:00Z");
    Path file =
        SignedFixtures.msi(
            folder.resolve("a.msi"),
            SignedFixtures.stamped(AuthenticodeSigning.by(later), "2035-02-03T04:05:06Z"));

    assertThat(decisive(file).grade()).isEqualTo(Grade.INTACT_EXPIRED);
    assertThat(decisive(file).remarks())
        .contains("its time stamp does not count: it states a time that is yet to come");
  }

  @Test
  void namesOfSignersAreAsTheirCertificatesHaveThem() throws Exception {
    Path file =
        SignedFixtures.msi(
            folder.resolve("a.msi"),
            AuthenticodeSigning.by(SignedFixtures.ROOT.signer("Contoso, Inc. + \"Sons\"")));

    Signer signer = decisive(file).signer().orElseThrow();

    assertThat(signer.commonName()).contains("Contoso, Inc. + \"Sons\"");
    assertThat(Publisher.of("Contoso, Inc. + \"Sons\"").is(signer)).isTrue();
  }

  @Test
  void saysWhyPathToTrustedRootIsRefused() throws Exception {
    Path file =
        SignedFixtures.msi(
            folder.resolve("a.msi"),
            AuthenticodeSigning.by(
                SignedFixtures.ROOT.digest(DigestAlgorithm.MD5).signer("Contoso Ltd")));

    assertThat(decisive(file).grade()).isEqualTo(Grade.INTACT_UNTRUSTED);
    assertThat(decisive(file).reasons()).hasSize(1);
    assertThat(decisive(file).reasons().get(0)).contains("'Test Root'").contains("MD5");
  }

  @Test
  void refusesProgramWithBytesBehindItsSignatures() throws Exception {
    Path file = folder.resolve("a.dll");
    byte[] signed = Files.readAllBytes(SignedFixtures.dll(file, PLAIN));
    Files.write(file, PeTampering.BYTES_APPENDED.applyTo(signed));

    assertThat(decisive(file).reasons())
        .containsExactly(
            "the certificate table is not the end of the file: 104 bytes follow it",
            "the file was altered since: its contents are others");
  }

  /** The streams of signatures are left out of what is signed, and no storage of their names is. */
  @Test
  void noticesWhatHidesInStorageNamedAsStreamOfSignaturesIs() throws Exception {
    Path file = folder.resolve("a.msi");
    Storage hidden = Storage.ofClass(new UUID(0, 0)).with("Payload", new byte[5_000]);
    MsiFixture.sized(40_960)
        .signedBy(PLAIN)
        .alteredWhenSigned(whole -> whole.withStorage("\u0005MsiDigitalSignatureEx", hidden))
        .writeTo(file);

    assertThat(decisive(file).grade()).isEqualTo(Grade.DIGEST_MISMATCH);
  }

  @Test
  void signsAllStoragesOfPatches() throws Exception {
    Path file = folder.resolve("a.msp");
    MsiFixture.smallest().patch(new UUID(1, 2)).signedBy(PLAIN).writeTo(file);

    assertThat(decisive(file).grade()).isEqualTo(Grade.TRUSTED);
  }

  @Test
  void filesWithoutSignatureAreUnsigned() throws Exception {
    Path msi = folder.resolve("a.msi");
    MsiFixture.smallest().writeTo(msi);
    Path dll = folder.resolve("a.dll");
    PeFixture.library().writeTo(dll);
    Path text = Files.writeString(folder.resolve("a.txt"), "text");

    for (Path file : List.of(msi, dll, text)) {
      assertThat(inspect(file)).isEqualTo(new SignatureInspection(List.of(), List.of()));
      assertThat(inspect(file).grade()).isEqualTo(Grade.UNSIGNED);
    }
  }

  @Test
  void judgesAlikeInTurkey() throws Exception {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr"));

      assertThat(grade(SignedFixtures.stamped(PLAIN, SignedFixtures.AFTERWARDS)))
          .isEqualTo(Grade.TRUSTED);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void judgesAlikeOnAnotherFileSystem() throws Exception {
    try (FileSystem windows = Jimfs.newFileSystem(Configuration.windows())) {
      Path msi = SignedFixtures.msi(windows.getPath("C:\\a.msi"), PLAIN);
      Path dll = windows.getPath("C:\\a.dll");
      Files.copy(SignedFixtures.dll(folder.resolve("a.dll"), PLAIN), dll);

      assertThat(inspect(msi).grade()).isEqualTo(Grade.TRUSTED);
      assertThat(inspect(dll).grade()).isEqualTo(Grade.TRUSTED);
    }
  }

  /** Each element is one that holds the next, as deep as the stream is long. */
  @ParameterizedTest
  @ValueSource(ints = {100, 100_000})
  void refusesWhatNestsWithoutEnd(int depth) throws Exception {
    byte[] nested = new byte[2 * depth];
    for (int at = 0; at < nested.length; at += 2) {
      nested[at] = 0x30;
      nested[at + 1] = (byte) 0x80; // of open length
    }

    Signature signature = decisive(withSignature(nested));

    assertThat(signature.grade()).isEqualTo(Grade.MALFORMED);
    assertThat(signature.reasons()).containsExactly("it is no signed message (PKCS #7)");
  }

  /** Else a small file could keep a reader busy for as long as its author likes. */
  @Test
  void readsNoMoreThanTheFileHasWhereStreamsShareSectors() throws Exception {
    Path file = folder.resolve("a.msi");
    MsiFixture signed = MsiFixture.sized(81_920);
    for (int i = 0; i < 4; i++) {
      signed = signed.withRawStream("Shared" + i, new byte[8_192]);
    }
    signed.signedBy(PLAIN).writeTo(file);
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    int largest = 0;
    for (int at = directory(bytes); bytes.get(at + 66) != 0; at += 128) {
      boolean isStream = bytes.get(at + 66) == 2;
      if (isStream && (largest == 0 || bytes.getInt(at + 120) > bytes.getInt(largest + 120))) {
        largest = at;
      }
    }
    for (int at = directory(bytes); bytes.get(at + 66) != 0; at += 128) {
      if (bytes.get(at + 66) == 2 && bytes.getInt(at + 120) == 8_192) {
        bytes.putInt(at + 116, bytes.getInt(largest + 116));
        bytes.putInt(at + 120, bytes.getInt(largest + 120));
      }
    }
    Files.write(file, bytes.array());

    assertThat(decisive(file).grade()).isEqualTo(Grade.MALFORMED);
    assertThat(decisive(file).reasons())
        .containsExactly("what it signs cannot be read: its streams have more bytes than the file");
  }

  /** Returns where the directory begins ([MS-CFB] 2.2), which fixtures have in one piece. */
  private static int directory(ByteBuffer bytes) {
    return (bytes.getInt(48) + 1) * 512;
  }

  private Path withSignature(byte[] signature) throws IOException {
    Path file = folder.resolve("a.msi");
    MsiFixture.smallest().withRawStream("\u0005DigitalSignature", signature).writeTo(file);
    return file;
  }

  private Grade grade(AuthenticodeSigning signing) throws IOException {
    return decisive(SignedFixtures.msi(folder.resolve("a.msi"), signing)).grade();
  }

  private Signature decisive(Path file) throws IOException {
    return inspect(file).decisive().orElseThrow();
  }

  private SignatureInspection inspect(Path file) throws IOException {
    return Signed.inspect(Signed.trusting(SignedFixtures.ROOT, folder), file);
  }
}
