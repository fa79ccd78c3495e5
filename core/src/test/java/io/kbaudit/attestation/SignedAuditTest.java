package io.kbaudit.attestation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.kbaudit.audit.Given;
import io.kbaudit.audit.Verdict;
import io.kbaudit.file.Digest;
import io.kbaudit.record.AuditRecord;
import io.kbaudit.record.Provenance;
import io.kbaudit.report.Audits;
import io.kbaudit.report.Case;
import io.kbaudit.report.Schemas;
import io.kbaudit.report.Written;
import io.kbaudit.report.json.JsonAuditReport;
import io.kbaudit.report.json.SavedAudit;
import io.kbaudit.report.json.SavedAuditException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An audit that was signed comes back whole, or is refused. */
class SignedAuditTest {
  private static SigningKey key;
  private static VerifyingKey itsOwner;

  @BeforeAll
  static void makeKeys(@TempDir Path folder) throws IOException {
    KeyFiles keys = KeyFiles.in(folder, "Ed25519");
    key = keys.signing();
    itsOwner = keys.verifying();
  }

  static Stream<Named<AuditRecord>> audits() throws IOException {
    return Audits.all();
  }

  private static AuditRecord small() {
    return AuditRecord.of(
        Given.audit(
            Given.article(Given.row("a.msi", 1, "2011-03-10T10:04Z")),
            Given.folder(Given.file("a.msi", 1, "2011-03-10T10:04:30Z"))));
  }

  private static String json(AuditRecord audit) throws IOException {
    return Written.by(out -> new JsonAuditReport().print(audit, out));
  }

  private static byte[] signed(AuditRecord audit, SigningKey by) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new SignedAuditReport(by).write(audit, out);
    return out.toByteArray();
  }

  /** Signs what kbaudit does not write. */
  private static byte[] signed(String payload) {
    return Envelope.signed(payload.getBytes(StandardCharsets.UTF_8), key)
        .text()
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static SavedAudit read(byte[] signed, VerifyingKey by) throws IOException {
    return SignedAudit.read(new ByteArrayInputStream(signed), "audit.json", by);
  }

  private static JsonNode statement(AuditRecord audit) throws IOException {
    return Schemas.read(payload(signed(audit, key)));
  }

  private static String payload(byte[] signed) {
    JsonNode envelope = Schemas.read(new String(signed, StandardCharsets.UTF_8));
    return new String(
        Base64.getDecoder().decode(envelope.path("payload").textValue()), StandardCharsets.UTF_8);
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(each -> texts.add(each.isTextual() ? each.textValue() : each.toString()));
    return texts;
  }

  private static String sha256(String text) throws Exception {
    return HexFormat.of()
        .formatHex(
            MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  @ParameterizedTest
  @MethodSource("audits")
  void whatWasSignedComesBackByteForByte(AuditRecord audit) throws IOException {
    try (SavedAudit saved = read(signed(audit, key), itsOwner)) {
      assertThat(json(saved.audit())).isEqualTo(json(audit));
    }
  }

  @ParameterizedTest
  @MethodSource("audits")
  void theTestsAreGreenIfTheAuditIsCompliantAndNotOtherwise(AuditRecord audit) throws IOException {
    JsonNode predicate = statement(audit).path("predicate");

    boolean green = predicate.path("failedTests").isEmpty();
    boolean sure = green && predicate.path("warnedTests").isEmpty();
    assertThat(green).isEqualTo(audit.verdict() != Verdict.NON_COMPLIANT);
    assertThat(sure).isEqualTo(audit.verdict() == Verdict.COMPLIANT && audit.waivers().isEmpty());
    assertThat(predicate.path("passedTests")).hasSize(audit.tally().passed());
  }

  @ParameterizedTest
  @CsvSource({"PASS,PASSED", "FAIL,FAILED", "UNDECIDED,WARNED", "SEVERAL,FAILED"})
  void theResultIsTheVerdict(Case given, String result) throws IOException {
    JsonNode statement = statement(given.audit());

    assertThat(statement.at("/predicate/result").textValue()).isEqualTo(result);
  }

  @Test
  void itIsAStatementOnTestsThatHasTheWholeAudit() throws Exception {
    JsonNode statement = statement(small());

    assertThat(statement.path("_type").textValue()).isEqualTo("https://in-toto.io/Statement/v1");
    assertThat(statement.path("predicateType").textValue())
        .isEqualTo("https://in-toto.io/attestation/test-result/v0.1");
    assertThat(statement.at("/predicate/configuration")).isEmpty();
    assertThat(texts(statement.at("/predicate/passedTests"))).containsExactly("a.msi");
    Schemas.assertValid("audit", statement.at("/predicate/kbaudit").toString());
  }

  @Test
  void ofFilesWithoutDigestsTheSubjectIsTheAuditItself() throws Exception {
    JsonNode subjects = statement(small()).path("subject");

    assertThat(texts(subjects))
        .containsExactly(
            "{\"name\":\"rollup\",\"digest\":{\"sha256\":\"" + sha256(json(small())) + "\"}}");
  }

  @Test
  void theSubjectsAreTheFilesOfWhichTheDigestIsKnown() throws IOException {
    AuditRecord audit =
        AuditRecord.of(
            Given.audit(
                Given.article(
                    Given.row("a.msi", 1, "2011-03-10T10:04Z"),
                    Given.row("b.msi", 1, "2011-03-10T10:04Z")),
                Given.folder(
                    Given.hashed(Given.file("A.msi", 1, "2011-03-10T10:04:30Z"), 'a'),
                    Given.file("b.msi", 1, "2011-03-10T10:04:30Z"),
                    Given.hashed(Given.file("c.msi", 1, "2011-03-10T10:04:30Z"), 'c'))));

    assertThat(texts(statement(audit).path("subject")))
        .containsExactly("{\"name\":\"A.msi\",\"digest\":{\"sha256\":\"" + "a".repeat(64) + "\"}}");
  }

  @Test
  void testsAndSubjectsOfSeveralPlacesAreTheirPlaces() throws IOException {
    JsonNode statement = statement(Audits.severalUnreachable());

    assertThat(texts(statement.path("subject")))
        .extracting(text -> text.substring(0, text.indexOf(",\"digest")))
        .containsExactly(
            "{\"name\":\"dns\"",
            "{\"name\":\"msi-share\"",
            "{\"name\":\"sharepoint, COLLAB01\"",
            "{\"name\":\"sharepoint, COLLAB02\"");
    assertThat(texts(statement.at("/predicate/passedTests"))).containsExactly("dns: Dnsclient.msi");
    assertThat(texts(statement.at("/predicate/warnedTests")))
        .contains("msi-share: UNREACHABLE", "sharepoint, COLLAB01: UNREACHABLE");
  }

  @Test
  void whatHadToBeAuditedIsAWarning() throws IOException {
    assertThat(texts(statement(Audits.notAudited("dns")).at("/predicate/warnedTests")))
        .containsExactly("dns: NOT_AUDITED");
  }

  @Test
  void theConfigurationIsTheEvidence() throws IOException {
    Provenance how =
        new Provenance(
            Instant.parse("2011-03-10T10:04:12Z"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of("verify"),
            "17",
            List.of(
                new Provenance.EvidenceFile("profile", "ours.yaml", Digest.sha256("0".repeat(64)))),
            Optional.empty(),
            Optional.empty());

    JsonNode statement = statement(small().madeAs(how));

    assertThat(texts(statement.at("/predicate/configuration")))
        .containsExactly(
            "{\"name\":\"ours.yaml\",\"digest\":{\"sha256\":\""
                + "0".repeat(64)
                + "\"},\"annotations\":{\"role\":\"profile\"}}");
  }

  @Test
  void theSameAuditIsTheSameBytesEverywhere() throws IOException {
    String elsewhere =
        Written.elsewhere(
            () -> new String(signed(Case.SEVERAL.audit(), key), StandardCharsets.UTF_8));

    assertThat(signed(Case.SEVERAL.audit(), key)).asString().isEqualTo(elsewhere);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Ed25519", "secp256r1"})
  void everyChangedByteIsRefused(String algorithm, @TempDir Path folder) throws IOException {
    KeyFiles keys = KeyFiles.in(folder, algorithm);
    VerifyingKey owner = keys.verifying();
    byte[] signed = signed(small(), keys.signing());
    read(signed, owner).close();

    for (int i = 0; i < signed.length; i++) {
      byte[] changed = signed.clone();
      changed[i] ^= (byte) (1 << i % 8);
      assertThatExceptionOfType(AttestationException.class)
          .as("byte %s", i)
          .isThrownBy(() -> read(changed, owner));
    }
  }

  /** In base64, letters in the other case, and the bits that no byte has. */
  @Test
  void everyOtherSpellingIsRefused() throws IOException {
    String signed = new String(signed(small(), key), StandardCharsets.US_ASCII);
    List<String> others =
        List.of(
            signed + "\n",
            signed.strip(),
            " " + signed,
            "\uFEFF" + signed,
            signed.replace("\n", "\r\n"),
            signed.replace("  \"payload\"", "\t\"payload\""),
            signed.replace("\"sig\"", "\"keyid\": \"\",\n      \"sig\""),
            signed.replace("==\"\n    }", "\"\n    }"),
            signed.replaceFirst("(.)==\"\n    }", "x==\"\n    }"),
            signed.replace("}\n  ]", "},\n    {\n      \"sig\": \"AAAA\"\n    }\n  ]"),
            signed.replace('+', '-'));

    for (String other : others) {
      assertThat(other).isNotEqualTo(signed);
      assertThatExceptionOfType(AttestationException.class)
          .as(other)
          .isThrownBy(() -> read(other.getBytes(StandardCharsets.UTF_8), itsOwner));
    }
  }

  @Test
  void everyPrefixIsRefused() throws IOException {
    byte[] signed = signed(small(), key);

    for (int length = 0; length < signed.length; length += 7) {
      byte[] cut = Arrays.copyOf(signed, length);
      assertThatExceptionOfType(AttestationException.class)
          .as("the first %s bytes", length)
          .isThrownBy(() -> read(cut, itsOwner));
    }
  }

  @Test
  void whatIsTooLargeIsNotSigned() throws IOException {
    int length = payload(signed(small(), key)).length();
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    new SignedAuditReport(key, length).write(small(), out);

    assertThat(out.toByteArray()).isEqualTo(signed(small(), key));
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> new SignedAuditReport(key, length - 1).write(small(), out))
        .withMessage("it is too large to be signed, which takes 128 MB at most");
  }

  @Test
  void whatIsTooLargeToBeSignedIsNotRead() throws IOException {
    byte[] signed = signed(small(), key);

    try (SavedAudit saved = read(signed, signed.length)) {
      assertThat(json(saved.audit())).isEqualTo(json(small()));
    }
    assertThatExceptionOfType(AttestationException.class)
        .isThrownBy(() -> read(signed, signed.length - 1))
        .withMessage("'audit.json' is larger than what is signed, of 128 MB at most");
  }

  private static SavedAudit read(byte[] signed, int mostBytes) throws IOException {
    return SignedAudit.read(new ByteArrayInputStream(signed), "audit.json", itsOwner, mostBytes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Ed25519", "secp256r1", "secp384r1"})
  void whatAnotherSignedIsRefused(String algorithm, @TempDir Path folder) throws IOException {
    byte[] signed = signed(small(), KeyFiles.in(folder, algorithm).signing());

    assertThatExceptionOfType(AttestationException.class)
        .isThrownBy(() -> read(signed, itsOwner))
        .withMessage("'audit.json' is not signed by this key, or was changed since");
  }

  @Test
  void whatIsNotSignedIsRefused() throws IOException {
    byte[] plain = json(small()).getBytes(StandardCharsets.UTF_8);

    assertThat(SignedAudit.isSigned(plain)).isFalse();
    assertThatExceptionOfType(AttestationException.class)
        .isThrownBy(() -> read(plain, itsOwner))
        .withMessage("'audit.json' is not signed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"payload\": \"aGVsbG8gd29ybGQ=\",\n \"payloadType\": \"http://example.com/HelloWorld\"}",
        "{\"payloadType\":\"application/vnd.in-toto+json\",\"payload\":\"\",\"signatures\":[]}"
      })
  void whatAnotherProgramSignedIsKnownForThat(String text) {
    byte[] signed = text.getBytes(StandardCharsets.UTF_8);

    assertThat(SignedAudit.isSigned(signed)).isTrue();
    assertThatExceptionOfType(AttestationException.class)
        .isThrownBy(() -> read(signed, itsOwner))
        .withMessage(
            "'audit.json' was changed since kbaudit signed it, or was signed by another program");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {}                                             | '_type' is missing here
          []                                             | the document is not an object {...}
          {"_type": "https://in-toto.io/Statement/v2"    | it ends in the middle, as a file does that was cut
          {"_type": "https://in-toto.io/Statement/v0.1", "predicateType": "x", "predicate": {}} | a statement on something else than an audit: 'https://in-toto.io/Statement/v0.1'
          {"_type": "https://in-toto.io/Statement/v1", "predicateType": "https://slsa.dev/provenance/v1", "predicate": {}} | a statement on something else than an audit: 'https://slsa.dev/provenance/v1'
          {"_type": "https://in-toto.io/Statement/v1", "predicateType": "https://in-toto.io/attestation/test-result/v0.1", "predicate": {"result": "PASSED"}} | 'kbaudit' is missing here
          {"_type": "https://in-toto.io/Statement/v1", "predicateType": "https://in-toto.io/attestation/test-result/v0.1", "predicate": {"result": "PASSED", "kbaudit": 1}} | 'kbaudit' is not an object {...}: '1'
          {"_type": "https://in-toto.io/Statement/v1", "predicateType": "https://in-toto.io/attestation/test-result/v0.1"} | 'predicate' is missing here
          {"predicate": {"kbaudit": {"a": 1, "a": 2}}} | not JSON: Duplicate field 'a'
          {"predicate": {"kbaudit": {"a": [1, 2        | it ends in the middle, as a file does that was cut
          {"predicate": {"kbaudit": {}}} {}            | something follows the end
          """)
  void whatElseTheKeySignedIsRefused(String payload, String problem) {
    assertThatExceptionOfType(AttestationException.class)
        .isThrownBy(() -> read(signed(payload), itsOwner))
        .withMessage("'audit.json' is signed, but is no audit: " + problem);
  }

  @Test
  void aResultThatIsNotTheVerdictIsRefused() throws IOException {
    String payload = payload(signed(Case.FAIL.audit(), key));
    byte[] other = signed(payload.replace("\"result\": \"FAILED\"", "\"result\": \"PASSED\""));

    assertThatExceptionOfType(AttestationException.class)
        .isThrownBy(() -> read(other, itsOwner))
        .withMessage(
            "'audit.json' is signed with another result than the verdict of the audit in it");
  }

  @Test
  void anAuditThatContradictsItselfIsRefusedThoughItIsSigned() throws IOException {
    String payload = payload(signed(Case.FAIL.audit(), key));
    byte[] other = signed(payload.replace("NON_COMPLIANT", "COMPLIANT"));

    assertThatExceptionOfType(SavedAuditException.class).isThrownBy(() -> read(other, itsOwner));
  }

  @Test
  void itIsNotReadWithoutItsSignature(@TempDir Path folder) throws IOException {
    Path file = Files.write(folder.resolve("audit.json"), signed(small(), key));

    assertThatExceptionOfType(SavedAuditException.class)
        .isThrownBy(() -> SavedAudit.open(file))
        .withMessage(
            "audit.json, line 1: this is signed, and to be verified before it is read as an audit");
    try (SavedAudit saved = SignedAudit.open(file, itsOwner)) {
      assertThat(saved.audit().verdict()).isEqualTo(Verdict.COMPLIANT);
    }
  }
}
