package io.kbaudit.waiver;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.kbaudit.audit.Waiver;
import io.kbaudit.fuzz.Complaint;
import io.kbaudit.fuzz.ForeignFile;
import io.kbaudit.fuzz.YamlTokens;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Waivers of any text; those that are accepted come back when they are written. */
class WaiverReaderFuzzTest {
  static Stream<byte[]> seeds() {
    return Stream.of(
            """
            # What we accept, and until when.
            waivers:
              - location: msi-share
                file: DNSClient.msi
                check: SIZE
                cause: LARGER
                reason: "rebuilt by the vendor: see the ticket"
                approver: J. Doe
                ticket: CHG-1
                from: 2026-01-01
                expiry: 2027-03-31
              - file: ManagedHelpers.msi
                check: [DATE, SIZE]
                cause: [OLDER, SMALLER]
                reason: it is replaced in spring
                approver: J. Doe
                expiry: 2027-03-31
                undecided: true
            """,
            """
            [{file: a.dll, check: VERSION, cause: OLDER, reason: r, approver: a,
              expiry: 2027-03-31}]
            """)
        .map(ForeignFile::utf8);
  }

  @MethodSource("seeds")
  @YamlTokens
  @DictionaryEntries({
    "waivers:",
    "location: ",
    "file: ",
    "check: ",
    "cause: ",
    "reason: ",
    "approver: ",
    "ticket: ",
    "from: ",
    "expiry: ",
    "undecided: ",
    "PRESENCE",
    "HASH",
    "SIGNATURE",
    "VERSION",
    "MISSING",
    "NEWER",
    "UNSIGNED",
    "2027-02-29",
    "9999-12-31"
  })
  @FuzzTest
  void isReadOrRefused(byte[] bytes) throws IOException {
    Waivers waivers;
    try {
      waivers = WaiverReader.read(ForeignFile.of("a.yaml", bytes));
    } catch (WaiverFormatException refused) {
      Complaint.assertClear(refused, WaiverFormatException.class);
      return;
    }
    for (Waiver waiver : waivers.waivers()) {
      assertThat(waiver.line()).isBetween(1, bytes.length + 1);
      String document = WaiverWriter.document(waiver);
      Waiver written =
          WaiverReader.read(ForeignFile.of("b.yaml", ForeignFile.utf8(document))).waivers().get(0);
      assertThat(WaiverWriter.document(written)).isEqualTo(document);
      assertThat(written).usingRecursiveComparison().ignoringFields("line").isEqualTo(waiver);
    }
  }
}
