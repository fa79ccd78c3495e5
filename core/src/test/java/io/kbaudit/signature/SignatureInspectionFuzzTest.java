package io.kbaudit.signature;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.kbaudit.fixtures.pe.PeFixture;
import io.kbaudit.fixtures.signing.AuthenticodeSigning;
import io.kbaudit.fixtures.signing.DigestAlgorithm;
import io.kbaudit.fuzz.ForeignFile;
import io.kbaudit.fuzz.Shown;
import io.kbaudit.pe.PeHeader;
import io.kbaudit.pe.PeInspection;
import io.kbaudit.report.InspectedFiles.InspectedProgram;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Signatures of any bytes, in the certificate table of a program: none but what was signed is
 * intact.
 */
class SignatureInspectionFuzzTest {
  /** The length of an entry of the table, its revision 2.0, and its type, PKCS #7. */
  private static final int ENTRY_HEADER = 8;

  private static final int PKCS7 = 0x0002_0200;

  private static final byte[] UNSIGNED = PeFixture.library().smallest().bytes();

  private static final byte[] PROGRAM =
      AuthenticodeSigning.by(SignedFixtures.SIGNER).signExecutable(UNSIGNED);

  private static final PeHeader HEADER = header(PROGRAM);

  private static final SignatureVerifier VERIFIER =
      SignatureVerifier.ofJdk().at(Signed.clock(Signed.NOW)).trusting(anchors());

  private static final Set<List<String>> SIGNED =
      seeds().map(SignatureInspectionFuzzTest::signed).collect(toSet());

  private static TrustAnchors anchors() {
    try {
      return TrustAnchors.ofJdk().with(ForeignFile.of("root.cer", SignedFixtures.ROOT.der()));
    } catch (IOException e) {
      throw new AssertionError("in memory", e);
    }
  }

  static Stream<byte[]> seeds() {
    AuthenticodeSigning plain = AuthenticodeSigning.by(SignedFixtures.SIGNER);
    return Stream.of(
            plain,
            plain.digest(DigestAlgorithm.SHA1).nesting(plain),
            SignedFixtures.stamped(plain, SignedFixtures.AFTERWARDS),
            SignedFixtures.countersigned(plain, SignedFixtures.AFTERWARDS))
        .map(signing -> message(signing.signExecutable(UNSIGNED)));
  }

  @MethodSource("seeds")
  @FuzzTest
  void noneButWhatWasSignedIsIntact(byte[] message) throws IOException {
    Path file = ForeignFile.of("a.dll", withMessage(message));

    SignatureInspection inspection = Signed.inspect(VERIFIER, file);

    if (inspection.grade().isIntact()) {
      assertThat(signed(padded(message))).isIn(SIGNED);
    }
    assertThat(inspection.remarks()).noneMatch(String::isBlank);
    Shown.assertReportable(
        new InspectedProgram("a.dll", PeInspection.of(file), Optional.of(inspection)));
  }

  /** What a message signs: the content, and the attributes of the signer, its digest among them. */
  static List<String> signed(byte[] bytes) {
    try {
      SignedMessage message = SignedMessage.of(bytes);
      HexFormat hex = HexFormat.of();
      return List.of(
          hex.formatHex(message.content()),
          hex.formatHex(message.signer().getEncodedSignedAttributes()));
    } catch (IOException e) {
      throw new AssertionError("intact, and no message", e);
    }
  }

  /** In a program a message ends where the next eight bytes begin: two zeros may be part of it. */
  private static byte[] padded(byte[] message) {
    return Arrays.copyOf(message, (ENTRY_HEADER + message.length + 7) / 8 * 8 - ENTRY_HEADER);
  }

  private static byte[] message(byte[] signed) {
    PeHeader.CertificateTable table = header(signed).certificates().orElseThrow();
    return Arrays.copyOfRange(signed, (int) table.offset() + ENTRY_HEADER, (int) table.end());
  }

  private static byte[] withMessage(byte[] message) {
    int offset = (int) HEADER.certificates().orElseThrow().offset();
    int length = (ENTRY_HEADER + message.length + 7) / 8 * 8;
    ByteBuffer file = ByteBuffer.allocate(offset + length).order(ByteOrder.LITTLE_ENDIAN);
    file.put(PROGRAM, 0, offset).putInt(length).putInt(PKCS7).put(message);
    int entry = (int) HEADER.signing().orElseThrow().certificateEntry().orElseThrow();
    file.putInt(entry + Integer.BYTES, length);
    return file.array();
  }

  private static PeHeader header(byte[] program) {
    try {
      return PeInspection.of(ForeignFile.of("b.dll", program)).header().orElseThrow();
    } catch (IOException e) {
      throw new AssertionError("in memory", e);
    }
  }
}
