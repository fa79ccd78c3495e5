package io.kbaudit.signature;

import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.fixtures.pe.PeFixture;
import io.kbaudit.fixtures.signing.AuthenticodeSigning;
import io.kbaudit.fixtures.signing.CatalogFixture;
import io.kbaudit.script.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Signatures of real files and of fixtures, judged as osslsigncode judges them, which shares
 * nothing with any Java reader: the digests of each, and whether it is taken for good.
 */
class OsslsigncodeTest {
  private static final Path CORPUS =
      Path.of(System.getProperty("kbaudit.corpus", "../../shared/corpus")).resolve("msi");
  private static final Path NPM = Path.of(System.getProperty("kbaudit.npm", "../.ci/node_modules"));
  private static final Path MAVEN = Path.of("target", "signed");
  private static final long PATIENCE_SECONDS = 120;

  /** Where the two differ, and why; each is named with its reason in what the test prints. */
  private static final Map<String, String> DIFFERENCES =
      Map.ofEntries(
          Map.entry("expired-lifetime.msi", "they let a time stamp outlive a lifetime signer"),
          Map.entry("expired-lifetime.dll", "they let a time stamp outlive a lifetime signer"),
          Map.entry("flaw-no_certificates.msi", "ours reads no further without certificate"),
          Map.entry("flaw-no_certificates.dll", "ours reads no further without certificate"),
          Map.entry("flaw-wrong_metadata_digest.msi", "ours tells metadata and contents apart"),
          Map.entry("altered-empty_stream_added.msi", "ours tells metadata and contents apart"),
          Map.entry("altered-stream_renamed.msi", "ours tells metadata and contents apart"),
          Map.entry("altered-time_changed.msi", "ours tells metadata and contents apart"),
          Map.entry("altered-state_bits_changed.msi", "ours tells metadata and contents apart"),
          Map.entry("altered-metadata_digest_altered.msi", "they pass over what is stored"),
          Map.entry("altered-bytes_appended.msi", "they pass over bytes behind the last sector"),
          Map.entry("altered-sectors_appended.msi", "they pass over bytes behind the last sector"),
          Map.entry("altered-bytes_appended.dll", "they read no table that is not the end"));

  private static final Pattern CURRENT =
      Pattern.compile("Current (message digest|DigitalSignature) *: ([0-9A-F]+)");
  private static final Pattern CALCULATED =
      Pattern.compile("Calculated (message digest|DigitalSignature) *: ([0-9A-F]+)");

  /** Of one file, what a verifier says: each digest stated and true, and what it comes to. */
  private record Verdict(List<String> digests, boolean taken, String words) {}

  @BeforeAll
  static void requireOsslsigncode() {
    Programs.skipAloudWithout("osslsigncode", "no outside verifier compared");
  }

  @Test
  void digestsOfRealFilesAreTheirs(@TempDir Path folder) throws Exception {
    List<Path> files = realFiles();
    Programs.skipAloudIf(files.isEmpty(), "no signed file is here: none compared");
    Map<Path, String> different = new LinkedHashMap<>();
    for (Path file : files) {
      Verdict ours = ours(SignatureVerifier.ofJdk(), file);
      Verdict theirs = theirs(file, List.of());
      print(file.getFileName().toString(), ours, theirs);
      if (!ours.digests().equals(theirs.digests())) {
        different.put(file, ours + " " + theirs);
      }
    }

    assertThat(different).isEmpty();
  }

  @Test
  void fixturesAreJudgedAlike(@TempDir Path folder) throws Exception {
    Path roots = Files.writeString(folder.resolve("root.pem"), SignedFixtures.ROOT.pem());
    SignatureVerifier verifier = Signed.trusting(SignedFixtures.ROOT, folder);
    Map<String, String> different = new LinkedHashMap<>();
    for (Path file : SignedFixtures.in(Files.createDirectory(folder.resolve("files")))) {
      Verdict ours = ours(verifier, file);
      Verdict theirs =
          theirs(file, List.of("-CAfile", roots.toString(), "-TSA-CAfile", roots.toString()));
      String name = file.getFileName().toString();
      print(name, ours, theirs);
      boolean alike = ours.digests().equals(theirs.digests()) && ours.taken() == theirs.taken();
      if (!alike) {
        different.put(name, DIFFERENCES.getOrDefault(name, "unexplained"));
      }
    }

    assertThat(different).isEqualTo(DIFFERENCES);
  }

  /** They look for programs alone in catalogs, and not for files of other kinds. */
  @Test
  void membersOfCatalogsAreTheirs(@TempDir Path folder) throws Exception {
    Path roots = Files.writeString(folder.resolve("root.pem"), SignedFixtures.ROOT.pem());
    Path listed = folder.resolve("listed.dll");
    PeFixture.library().writeTo(listed);
    Path stranger = folder.resolve("stranger.dll");
    PeFixture.program().writeTo(stranger);
    Map<String, String> different = new LinkedHashMap<>();
    for (CatalogFixture kind : List.of(CatalogFixture.version1(), CatalogFixture.version2())) {
      Path catalog = folder.resolve("files.cat");
      kind.executable(listed).writeTo(catalog, AuthenticodeSigning.by(SignedFixtures.SIGNER));
      SignatureVerifier verifier =
          Signed.trusting(SignedFixtures.ROOT, folder).with(Catalog.read(catalog));
      for (Path file : List.of(listed, stranger)) {
        boolean ours = Signed.inspect(verifier, file).grade() == Grade.TRUSTED;
        Verdict theirs =
            theirs(
                file,
                List.of(
                    "-CAfile",
                    roots.toString(),
                    "-TSA-CAfile",
                    roots.toString(),
                    "-catalog",
                    catalog.toString()));
        System.out.printf(
            Locale.ROOT,
            "%-40s %-8s %s%n",
            file.getFileName(),
            ours ? "listed" : "not",
            theirs.words());
        if (ours != theirs.taken()) {
          different.put(file.getFileName().toString(), theirs.words());
        }
      }
    }

    assertThat(different).isEmpty();
  }

  private static void print(String name, Verdict ours, Verdict theirs) {
    System.out.printf(
        Locale.ROOT,
        "%-58s %-60s %s%n",
        name,
        ours.words() + ours.digests(),
        theirs.words() + theirs.digests());
  }

  private static List<Path> realFiles() throws IOException {
    List<Path> all = new ArrayList<>();
    for (Path folder : List.of(CORPUS, NPM, MAVEN)) {
      if (Files.isDirectory(folder)) {
        try (Stream<Path> files = Files.walk(folder)) {
          for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
            if (file.toString().matches(".*\\.(ms[ipm]|exe|dll|sys)")
                && Signed.inspect(SignatureVerifier.ofJdk(), file).grade() != Grade.UNSIGNED) {
              all.add(file);
            }
          }
        }
      }
    }
    return all;
  }

  private static Verdict ours(SignatureVerifier verifier, Path file) throws IOException {
    SignatureInspection inspection = Signed.inspect(verifier, file);
    List<String> digests =
        inspection.signatures().stream()
            .filter(each -> each.signed().isPresent())
            .map(
                each ->
                    each.signed().get().equals(each.computed().orElseThrow())
                        ? "match"
                        : "MISMATCH")
            .toList();
    return new Verdict(digests, inspection.grade() == Grade.TRUSTED, inspection.grade().name());
  }

  private static Verdict theirs(Path file, List<String> options) throws Exception {
    List<String> line = new ArrayList<>(List.of("osslsigncode", "verify", "-ignore-cdp"));
    line.addAll(options);
    line.addAll(List.of("-in", file.toAbsolutePath().toString()));
    Path output = Files.createTempFile("osslsigncode", ".out");
    Process process =
        new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(output.toFile()).start();
    process.getOutputStream().close();
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
    String said =
        new String(Files.readAllBytes(output), java.nio.charset.StandardCharsets.ISO_8859_1);
    Files.delete(output);
    List<String> digests = new ArrayList<>();
    Optional<String> current = Optional.empty();
    for (String each : said.lines().toList()) {
      Matcher stated = CURRENT.matcher(each);
      Matcher computed = CALCULATED.matcher(each);
      if (stated.find()) {
        current = Optional.of(stated.group(1) + stated.group(2));
      } else if (computed.find()
          && current.isPresent()
          && current.get().startsWith(computed.group(1))) {
        digests.add(
            current.get().equals(computed.group(1) + computed.group(2)) ? "match" : "MISMATCH");
        current = Optional.empty();
      }
    }
    return new Verdict(digests, process.exitValue() == 0, "exit " + process.exitValue());
  }
}
