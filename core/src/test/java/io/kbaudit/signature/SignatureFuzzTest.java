package io.kbaudit.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.kbaudit.file.FileContent;
import io.kbaudit.fixtures.msi.MsiFixture;
import io.kbaudit.fixtures.pe.PeFixture;
import io.kbaudit.fixtures.signing.AuthenticodeSigning;
import io.kbaudit.fixtures.signing.CatalogFixture;
import io.kbaudit.fixtures.signing.DigestAlgorithm;
import io.kbaudit.msi.SignedContents;
import io.kbaudit.pe.PeHeader;
import io.kbaudit.pe.PeInspection;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.DocumentEntry;
import org.apache.poi.poifs.filesystem.DocumentInputStream;
import org.apache.poi.poifs.filesystem.Entry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/**
 * Signed files of which bytes are changed: none is called intact of which the change touches what
 * is signed. The build runs this in a heap of 64 MB; {@code mvn -pl core test -Pcampaign} changes
 * ten times as often.
 */
class SignatureFuzzTest {
  private static final Duration LONG_ENOUGH = Duration.ofSeconds(20);
  private static final FileSystem MEMORY = Jimfs.newFileSystem(Configuration.unix());
  private static final AuthenticodeSigning SIGNING =
      SignedFixtures.stamped(
          AuthenticodeSigning.by(SignedFixtures.SIGNER)
              .digest(DigestAlgorithm.SHA1)
              .nesting(AuthenticodeSigning.by(SignedFixtures.SIGNER)),
          SignedFixtures.AFTERWARDS);
  private static final SignatureVerifier VERIFIER = verifier();

  private static final byte[] PACKAGE =
      MsiFixture.sized(24_576).signedBy(SIGNING.coveringMetadata()).toBytes();
  private static final byte[] PROGRAM = SIGNING.signExecutable(PeFixture.library().bytes());
  private static final Path MEMBER = written("a.inf", new byte[] {1, 2, 3});
  private static final byte[] CATALOG =
      CatalogFixture.version1().file("a.inf", new byte[] {1, 2, 3}).toBytes(SIGNING);

  private static SignatureVerifier verifier() {
    try {
      return SignatureVerifier.ofJdk()
          .trusting(TrustAnchors.ofJdk().with(written("root.cer", SignedFixtures.ROOT.der())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Property(tries = 1_000, shrinking = ShrinkingMode.BOUNDED)
  void noPackageIsIntactOfWhichContentsChanged(@ForAll long seed) {
    packageIsIntactOrSaidNotToBe(seed);
  }

  @Property(tries = 10_000, shrinking = ShrinkingMode.BOUNDED)
  @Tag("campaign")
  void noPackageOfManyIsIntactOfWhichContentsChanged(@ForAll long seed) {
    packageIsIntactOrSaidNotToBe(seed);
  }

  @Property(tries = 1_000, shrinking = ShrinkingMode.BOUNDED)
  void noProgramIsIntactOfWhichContentsChanged(@ForAll long seed) {
    programIsIntactOrSaidNotToBe(seed);
  }

  @Property(tries = 10_000, shrinking = ShrinkingMode.BOUNDED)
  @Tag("campaign")
  void noProgramOfManyIsIntactOfWhichContentsChanged(@ForAll long seed) {
    programIsIntactOrSaidNotToBe(seed);
  }

  @Property(tries = 1_000, shrinking = ShrinkingMode.BOUNDED)
  void noCatalogIsReliedOnOfWhichContentsChanged(@ForAll long seed) {
    catalogIsReliedOnOrRefused(seed);
  }

  @Property(tries = 10_000, shrinking = ShrinkingMode.BOUNDED)
  @Tag("campaign")
  void noCatalogOfManyIsReliedOnOfWhichContentsChanged(@ForAll long seed) {
    catalogIsReliedOnOrRefused(seed);
  }

  private static void packageIsIntactOrSaidNotToBe(long seed) {
    byte[] changed = changed(PACKAGE, seed);

    SignatureInspection inspection = inspect("a.msi", changed);

    if (inspection.grade().isIntact()) {
      assertThat(contents(changed)).isEqualTo(contents(PACKAGE));
      assertLike(inspection, signedOfPackage(changed), signedOfPackage(PACKAGE));
    }
  }

  private static void programIsIntactOrSaidNotToBe(long seed) {
    byte[] changed = changed(PROGRAM, seed);

    SignatureInspection inspection = inspect("a.dll", changed);

    if (inspection.grade().isIntact()) {
      assertThat(withoutSigning(changed)).isEqualTo(withoutSigning(PROGRAM));
      assertLike(inspection, signedOfProgram(changed), signedOfProgram(PROGRAM));
    }
  }

  private static void catalogIsReliedOnOrRefused(long seed) {
    byte[] changed = changed(CATALOG, seed);
    Path file = written("a.cat", changed);
    try {
      Catalog catalog = assertTimeoutPreemptively(LONG_ENOUGH, () -> Catalog.read(file));

      SignatureInspection inspection = Signed.inspect(VERIFIER.with(catalog), MEMBER);
      assertThat(inspection.grade().isIntact()).isTrue();
      assertLike(inspection, signed(catalog.message()), signed(SignedMessage.of(CATALOG)));
    } catch (SignatureEvidenceException e) {
      assertThat(e).hasMessageStartingWith("'a.cat' is no catalog to rely on: ");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What says whose the key is that signed is signed by others, and must be theirs to count. */
  private static void assertLike(
      SignatureInspection inspection, List<String> changed, List<String> sound) {
    assertThat(changed.subList(0, 3)).isEqualTo(sound.subList(0, 3));
    if (inspection.signatures().get(0).grade() == Grade.TRUSTED) {
      assertThat(changed).isEqualTo(sound);
    }
  }

  /** Changes one byte to four, or a few that follow one another. */
  private static byte[] changed(byte[] sound, long seed) {
    Random random = new Random(seed);
    byte[] changed = sound.clone();
    for (int i = random.nextInt(4); i >= 0; i--) {
      int at = random.nextInt(changed.length);
      int length = random.nextInt(8) == 0 ? Math.min(16, changed.length - at) : 1;
      for (int end = at + length; at < end; at++) {
        changed[at] ^=
            (byte) (random.nextBoolean() ? 1 << random.nextInt(8) : random.nextInt(255) + 1);
      }
    }
    return changed;
  }

  private static SignatureInspection inspect(String name, byte[] bytes) {
    Path file = written(name, bytes);
    return assertTimeoutPreemptively(LONG_ENOUGH, () -> Signed.inspect(VERIFIER, file));
  }

  private static Path written(String name, byte[] bytes) {
    try {
      return Files.write(MEMORY.getPath(name), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All that POI reads: names, classes and bytes, but those of the signature. */
  private static Map<String, String> contents(byte[] msi) {
    try (POIFSFileSystem poi = new POIFSFileSystem(new ByteArrayInputStream(msi))) {
      Map<String, String> all = new TreeMap<>();
      List<DirectoryEntry> open = new ArrayList<>(List.of(poi.getRoot()));
      while (!open.isEmpty()) {
        DirectoryEntry storage = open.remove(0);
        all.put(storage.getName() + "/", storage.getStorageClsid().toString());
        for (Entry entry : storage) {
          if (entry instanceof DirectoryEntry inside) {
            open.add(inside);
          } else if (!entry.getName().equals("\u0005DigitalSignature")) {
            try (DocumentInputStream in = new DocumentInputStream((DocumentEntry) entry)) {
              all.put(entry.getName(), HexFormat.of().formatHex(in.readAllBytes()));
            }
          }
        }
      }
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> signedOfPackage(byte[] msi) {
    try (FileContent content = FileContent.of(written("b.msi", msi), () -> false)) {
      return signed(SignedMessage.of(SignedContents.of(content).signature().orElseThrow()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> signedOfProgram(byte[] program) {
    try {
      PeHeader.CertificateTable table = header(program).certificates().orElseThrow();
      return signed(
          SignedMessage.of(
              Arrays.copyOfRange(program, (int) table.offset() + 8, (int) table.end())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a program is but for checksum, entry of its certificate table, and that table. */
  private static byte[] withoutSigning(byte[] program) {
    PeHeader header = header(program);
    PeHeader.SigningFields fields = header.signing().orElseThrow();
    byte[] rest = Arrays.copyOf(program, (int) header.certificates().orElseThrow().offset());
    Arrays.fill(rest, (int) fields.checksum(), (int) fields.checksum() + 4, (byte) 0);
    int entry = (int) fields.certificateEntry().orElseThrow();
    Arrays.fill(rest, entry, entry + 8, (byte) 0);
    return rest;
  }

  private static PeHeader header(byte[] program) {
    try {
      return PeInspection.of(written("b.dll", program)).header().orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a message signs, and by whom, byte for byte. */
  private static List<String> signed(SignedMessage message) throws IOException {
    HexFormat hex = HexFormat.of();
    try {
      return List.of(
          hex.formatHex(message.content()),
          hex.formatHex(message.signer().getEncodedSignedAttributes()),
          hex.formatHex(message.signer().getSignature()),
          hex.formatHex(message.certificate().getEncoded()));
    } catch (java.security.cert.CertificateEncodingException e) {
      throw new IOException(e);
    }
  }
}
