package io.kbaudit.attestation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.kbaudit.fuzz.Complaint;
import io.kbaudit.fuzz.JsonTokens;
import io.kbaudit.record.AuditRecord;
import io.kbaudit.report.Audits;
import io.kbaudit.report.json.SavedAudit;
import io.kbaudit.report.json.SavedAuditException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Signed audits of any bytes: as an envelope, which is refused unless it is the one that was
 * signed, and as what is signed by the very key that it is held to.
 */
class SignedAuditFuzzTest {
  private static final KeyFiles KEYS =
      KeyFiles.in(Jimfs.newFileSystem(Configuration.unix()).getPath("/"), "Ed25519");

  private static final SigningKey SIGNING = signing();
  private static final VerifyingKey VERIFYING = verifying();

  private static SigningKey signing() {
    try {
      return SigningKey.read(KEYS.privateKey());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static VerifyingKey verifying() {
    try {
      return VerifyingKey.read(KEYS.publicKey());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Stream<byte[]> seeds() throws IOException {
    return Stream.of(
        statement(Audits.folderNotListed()),
        statement(Audits.forbiddenFile()),
        envelope(statement(Audits.forbiddenFile())));
  }

  private static byte[] statement(AuditRecord audit) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Statement.write(audit, out);
    return out.toByteArray();
  }

  private static byte[] envelope(byte[] payload) {
    return Envelope.signed(payload, SIGNING).text().getBytes(UTF_8);
  }

  @MethodSource("seeds")
  @JsonTokens
  @DictionaryEntries({
    "\"_type\": ",
    "\"subject\": ",
    "\"digest\": ",
    "\"predicateType\": ",
    "\"predicate\": ",
    "\"result\": ",
    "\"kbaudit\": ",
    "PASSED",
    "FAILED",
    "WARNED",
    "\"payloadType\": ",
    "\"payload\": ",
    "\"signatures\": ",
    "\"sig\": "
  })
  @FuzzTest
  void isReadOrRefused(byte[] bytes) throws IOException {
    readsOrRefuses(envelope(bytes));
    if (readsOrRefuses(bytes)) {
      Envelope read = Envelope.find(new String(bytes, UTF_8)).orElseThrow();
      assertThat(read.isBy(VERIFYING)).isTrue();
    }
  }

  private static boolean readsOrRefuses(byte[] envelope) throws IOException {
    try (SavedAudit saved =
        SignedAudit.read(new ByteArrayInputStream(envelope), "a.json", VERIFYING)) {
      assertThat(Optional.of(saved.audit().verdict())).isPresent();
      return true;
    } catch (AttestationException refused) {
      Complaint.assertClear(refused, AttestationException.class);
      return false;
    } catch (SavedAuditException refused) {
      Complaint.assertClear(refused, SavedAuditException.class);
      return false;
    }
  }
}
