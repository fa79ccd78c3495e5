package io.kbaudit.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real signed packages, as osslsigncode once read them. */
class CorpusSignatureTest {
  private static final Path CORPUS =
      Path.of(System.getProperty("kbaudit.corpus", "../../shared/corpus")).resolve("msi");

  private static final Pattern DIGEST =
      Pattern.compile("(Current|Calculated) DigitalSignature *: ([0-9A-F]+)");

  @BeforeAll
  static void requireCorpus() {
    if (!Files.isDirectory(CORPUS)) {
      System.out.println("SKIPPED: no corpus at " + CORPUS + ": no real signature verified");
      abort("no corpus");
    }
  }

  @Test
  void everyDigestIsAsOsslsigncodeReadsIt() throws Exception {
    Map<String, List<String>> ours = new TreeMap<>();
    Map<String, List<String>> theirs = new TreeMap<>();
    try (Stream<Path> files = Files.list(CORPUS.resolve("files"))) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString();
        List<String> read = theirDigests(name);
        if (!read.isEmpty()) {
          theirs.put(name, read);
        }
        List<String> found = digests(file);
        if (!found.isEmpty()) {
          ours.put(name, found);
        }
      }
    }

    assertThat(theirs).hasSize(4);
    assertThat(ours).isEqualTo(theirs);
  }

  @ParameterizedTest
  @CsvSource({
    "files/jsign__minimal-signed-with-signtool.msi, INTACT_UNTRUSTED",
    "files/lessmsi__putty-0.68-installer.msi, INTACT_UNTRUSTED",
    "files/lessmsi__WPF2_32.msp, INTACT_UNTRUSTED",
    "files/wix3__hello_world2.msi, DIGEST_MISMATCH",
    "files/jsign__minimal.msi, UNSIGNED",
    "made/signed-sha256-dse.msi, TRUSTED",
    "made/signed-sha384-trailing.msi, MALFORMED",
  })
  void gradesRealSignatures(String file, Grade grade) throws Exception {
    SignatureVerifier verifier =
        SignatureVerifier.ofJdk()
            .at(Signed.clock(Instant.parse("2027-01-01T00:00:00Z")))
            .trusting(TrustAnchors.ofJdk().with(CORPUS.resolve("made/cert.pem")));

    assertThat(Signed.inspect(verifier, CORPUS.resolve(file)).grade()).isEqualTo(grade);
  }

  /** Symantec's authority signed digests without saying by which algorithm they are. */
  @Test
  void readsCountersignaturesOfOldAuthorities() throws Exception {
    SignatureInspection inspection =
        Signed.inspect(
            SignatureVerifier.ofJdk(), CORPUS.resolve("files/lessmsi__putty-0.68-installer.msi"));

    assertThat(inspection.signatures())
        .extracting(each -> each.timeStamp().orElseThrow())
        .extracting(each -> each.time() + " " + each.kind() + " " + each.authority())
        .containsExactly(
            "2017-02-18T17:14:58Z COUNTERSIGNATURE Symantec Time Stamping Services Signer - G4",
            "2017-02-18T17:14:59Z COUNTERSIGNATURE Symantec Time Stamping Services Signer - G4");
  }

  private static List<String> digests(Path file) throws IOException {
    List<String> all = new ArrayList<>();
    for (Signature each : Signed.inspect(SignatureVerifier.ofJdk(), file).signatures()) {
      if (each.signed().isPresent()) {
        all.add("Current " + each.signed().get().hex());
        all.add("Calculated " + each.computed().orElseThrow().hex());
      }
    }
    return all;
  }

  private static List<String> theirDigests(String name) throws IOException {
    Path truth = CORPUS.resolve("truth").resolve(name + ".osslsigncode");
    return Files.exists(truth)
        ? DIGEST
            .matcher(Files.readString(truth, StandardCharsets.ISO_8859_1))
            .results()
            .map(each -> each.group(1) + " " + each.group(2).toLowerCase(Locale.ROOT))
            .toList()
        : List.of();
  }
}
