package io.kbaudit.inventory.saved;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kbaudit.file.Digest;
import io.kbaudit.file.Digests;
import io.kbaudit.file.FileVersion;
import io.kbaudit.fixtures.folder.Defect;
import io.kbaudit.fixtures.folder.RollupFolder;
import io.kbaudit.fixtures.msi.MsiDamage;
import io.kbaudit.fixtures.msi.MsiFixture;
import io.kbaudit.fixtures.pe.PeFixture;
import io.kbaudit.fixtures.signing.AuthenticodeSigning;
import io.kbaudit.fixtures.signing.TestAuthority;
import io.kbaudit.inventory.FolderScanner;
import io.kbaudit.inventory.Inventory;
import io.kbaudit.inventory.InventoryFormatException;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.msi.KeyFile;
import io.kbaudit.msi.MsiInspection;
import io.kbaudit.msi.MsiKind;
import io.kbaudit.report.Golden;
import io.kbaudit.report.Schemas;
import io.kbaudit.report.Written;
import io.kbaudit.signature.SignatureVerifier;
import io.kbaudit.signature.TrustAnchors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What was written down of a folder is read back as it was, or not at all. */
class SavedInventoryTest {
  private static final Instant TIME = Instant.parse("2011-03-10T10:04:37.1234567Z");

  @TempDir Path folder;
  @TempDir Path elsewhere;

  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = elsewhere.resolve("MPS01.json");
  }

  @Test
  void allThatAScanFindsIsReadBack() throws IOException {
    RollupFolder.kb2492954()
        .with(
            Defect.truncated("DNSProvider.msi"),
            Defect.unreadable("Servicebase.msi"),
            Defect.damaged(
                "ManagedHelpers.msi", MsiFixture.sized(317_952), MsiDamage.STRING_LENGTHS_LIE))
        .writeTo(folder);
    Files.createDirectories(folder.resolve("below/empty"));
    Files.writeString(folder.resolve("below/readme.txt"), "text");
    PeFixture.library().writeTo(folder.resolve("below/a.dll"));
    Files.createSymbolicLink(folder.resolve("below/back"), folder);
    Inventory found =
        FolderScanner.recursive()
            .readingContents()
            .thoroughly()
            .verifying(SignatureVerifier.ofJdk())
            .digesting(size -> EnumSet.allOf(Digest.Algorithm.class))
            .scan(folder)
            .withLabel("MPS01, \u0131n a \u202Ebox");

    Inventory read = writtenAndRead(found);

    assertThat(read).isEqualTo(named(found, folder.getFileName().toString()));
    assertThat(read.files()).hasSize(24);
    assertThat(read.linkLoops()).containsExactly("below/back");
  }

  /** Links out of the folder, left and followed, and one in it. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void linksAreReadBackAsTheyWereTaken(boolean followed, @TempDir Path elsewhere) throws Exception {
    Path target = Files.writeString(elsewhere.resolve("a.msi"), "text");
    Files.createSymbolicLink(folder.resolve("a.msi"), target);
    Files.createSymbolicLink(folder.resolve("out"), elsewhere);
    Files.writeString(folder.resolve("b.txt"), "text");
    Files.createSymbolicLink(folder.resolve("c.txt"), Path.of("b.txt"));
    FolderScanner scanner = FolderScanner.recursive();

    Inventory found = (followed ? scanner.followingLinks() : scanner).scan(folder);

    assertThat(writtenAndRead(found)).isEqualTo(named(found, folder.getFileName().toString()));
    assertThat(found.linksFollowed()).contains("c.txt").hasSize(followed ? 3 : 1);
    assertThat(found.gaps()).hasSize(followed ? 0 : 1);
  }

  @Test
  void signaturesAreReadBackAsTheyWereJudged() throws Exception {
    AuthenticodeSigning signing =
        AuthenticodeSigning.by(TestAuthority.root("Test Root").signer("Contoso Ltd"));
    MsiFixture.sized(40_960).signedBy(signing).writeTo(folder.resolve("a.msi"));
    Files.writeString(folder.resolve("b.txt"), "text");
    Path roots =
        Files.writeString(elsewhere.resolve("roots.pem"), TestAuthority.root("Other").pem());
    SignatureVerifier verifier =
        SignatureVerifier.ofJdk().trusting(TrustAnchors.ofJdk().with(roots));
    Inventory found = FolderScanner.flat().readingContents().verifying(verifier).scan(folder);

    Inventory read = writtenAndRead(found);

    assertThat(read.extent().evidence()).isEqualTo(verifier.evidence());
    assertThat(read.extent().evidence().roots()).isPresent();
    assertThat(ObservedFile.Readable.among(read.files()))
        .anySatisfy(each -> assertThat(each.signatures().orElseThrow().signatures()).isNotEmpty());
    assertThat(read.files()).isEqualTo(found.files());
  }

  @Test
  void namesThatAreNoTextSurvive() throws IOException {
    Inventory odd =
        new Inventory(
            "odd",
            true,
            List.of(
                file("half a pair \uD800"),
                file("below/back\\slash"),
                file("below/\u0007bell"),
                file("below/..."),
                new ObservedFile.Unreadable(
                    "gone", ObservedFile.nameAt("gone").orElseThrow(), "it is \"gone\"\n")),
            List.of(new Inventory.Gap("closed", "permission denied")),
            List.of(),
            List.of("loop"));

    assertThat(writtenAndRead(odd)).isEqualTo(odd);
  }

  @Test
  void anEmptyFolderIsAnInventoryToo() throws IOException {
    Inventory empty = Inventory.of("empty", List.of());

    assertThat(writtenAndRead(empty)).isEqualTo(empty);
  }

  @Test
  void whatAListStatedOfAVersionIsKept() throws IOException {
    Inventory listed =
        Inventory.of(
            "list",
            List.of(
                ((ObservedFile.Readable) file("a.dll"))
                    .withListedVersion(new FileVersion(6, 1, 7600, 16385))));

    assertThat(writtenAndRead(listed)).isEqualTo(listed);
  }

  @Test
  void theVersionsOfKeyFilesAreKept() throws IOException {
    Inventory found = Inventory.of("share", List.of(packageWithKeyFile()));

    assertThat(writtenAndRead(found)).isEqualTo(found);
    Schemas.assertValid("inventory", text(found));
  }

  @Test
  void aVersionOfAKeyFileThatIsNoneIsRefusedWithItsLine() throws IOException {
    String text = text(Inventory.of("share", List.of(packageWithKeyFile())));
    int line = (int) text.substring(0, text.indexOf("4.0.1220.7")).lines().count();
    Files.writeString(file, text.replace("4.0.1220.7", "4.0.x"));

    assertThatExceptionOfType(InventoryFormatException.class)
        .isThrownBy(() -> InventoryReader.read(file))
        .withMessage(
            "MPS01.json, line %d: 'version' is not a version such as 6.1.7600.16385: '4.0.x'",
            line);
  }

  private static ObservedFile packageWithKeyFile() {
    return ((ObservedFile.Readable) file("a.msi"))
        .withInspection(
            new MsiInspection(
                Optional.of(MsiKind.PACKAGE),
                List.of(),
                Optional.empty(),
                List.of("Component", "File"),
                Map.of(),
                Optional.of(List.of()),
                false,
                List.of(
                    new KeyFile(
                        "{2AF61972-2EC3-5DEA-9109-78F1AE135304}",
                        new FileVersion(4, 0, 1220, 7)))));
  }

  @Test
  void theSameBytesAreWrittenEverywhere() throws IOException {
    Inventory three = three();

    assertThat(Written.elsewhere(() -> text(three))).isEqualTo(text(three));
  }

  @Test
  void itsSchemaDescribesIt() throws IOException {
    RollupFolder.kb2492954().with(Defect.unreadable("Servicebase.msi")).writeTo(folder);
    PeFixture.library().writeTo(folder.resolve("a.dll"));
    String text =
        text(
            FolderScanner.flat()
                .readingContents()
                .verifying(SignatureVerifier.ofJdk())
                .digesting(size -> EnumSet.allOf(Digest.Algorithm.class))
                .scan(folder)
                .withLabel("MPS01"));

    Schemas.assertValid("inventory", text);
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          "schemaVersion": 1          | "schemaVersion": 2         | MPS01.json, line 2: not a version that this kbaudit reads, which is 1: '2'
          "path": "b.msi"             | "path": "a.msi"            | MPS01.json, line 25: two files have one path: 'a.msi'
          "path": "b.msi"             | "path": "Z.msi"            | MPS01.json, line 25: not in the order of the paths, as a path has that was added by hand: 'Z.msi'
          "path": "b.msi"             | "path": "/b.msi"           | MPS01.json, line 25: 'path' is not a path below the folder: '/b.msi'
          "size": 2                   | "size": -2                 | MPS01.json, line 26: 'size' is not a whole number from 0: '-2'
          "size": 2                   | "size": "2"                | MPS01.json, line 26: 'size' is not a whole number from 0: '2'
          "size": 2                   | "sise": 2                  | MPS01.json, line 24: 'size' is missing here
          "size": 2                   | "size": 3                  | MPS01.json, line 35: the inventory was changed since it was written: what is above does not have the SHA-256: '%s'
          "files":                    | "fields":                  | MPS01.json, line 1: 'files' is missing here
          "recursive": false          | "recursive": 0             | MPS01.json, line 9: 'recursive' is not true or false: '0'
          "modified": "2011-03-10T    | "modified": "10.03.2011T   | MPS01.json, line 22: 'modified' is not a UTC time such as 2011-03-10T10:04:37Z: '10.03.2011T10:04:37.123456700Z'
          """)
  void whatWasChangedIsRefusedWithItsLine(String written, String changed, String sentence)
      throws IOException {
    String text = text(three());
    assertThat(text).contains(written);
    Files.writeString(file, text.replaceFirst(Pattern.quote(written), changed));

    assertThatExceptionOfType(InventoryFormatException.class)
        .isThrownBy(() -> InventoryReader.read(file))
        .withMessage(sentence, digestIn(text));
  }

  /** The digest is of what stands above it. */
  @Test
  void whatWasAddedBehindTheDigestIsRefused() throws IOException {
    String text = text(three());
    int end = text.lastIndexOf("\n}");
    Files.writeString(
        file, text.substring(0, end) + ",\n  \"linksFollowed\": []" + text.substring(end));

    assertThatExceptionOfType(InventoryFormatException.class)
        .isThrownBy(() -> InventoryReader.read(file))
        .withMessageContaining("stands behind the SHA-256, which does not cover it");
  }

  @Test
  void whatWasCutAnywhereIsRefused() throws IOException {
    byte[] whole = text(three()).getBytes(UTF_8);
    for (int length = 0; length < whole.length - 1; length++) {
      Files.write(file, Arrays.copyOf(whole, length));

      assertThatExceptionOfType(InventoryFormatException.class)
          .as("%s bytes of it", length)
          .isThrownBy(() -> InventoryReader.read(file));
    }
  }

  @Test
  void whatWasLaidOutAnewIsChangedToo() throws IOException {
    String text = text(three());
    for (String other :
        List.of(text.replace("\n", "\r\n"), "\uFEFF" + text, text.replace("  ", "\t"))) {
      Files.writeString(file, other);

      assertThatExceptionOfType(InventoryFormatException.class)
          .isThrownBy(() -> InventoryReader.read(file))
          .withMessageContaining("was changed since it was written");
    }
  }

  @Test
  void whatIsNoInventoryIsRefused() throws IOException {
    Files.writeString(file, "Name,Length\n");

    assertThatExceptionOfType(InventoryFormatException.class)
        .isThrownBy(() -> InventoryReader.read(file))
        .withMessageStartingWith("MPS01.json, line 1: not JSON: ");
  }

  @Test
  void itLooksSo() throws IOException {
    MsiFixture.sized(40_960).modifiedAt("2011-03-10T10:04:37Z").writeTo(folder.resolve("a.msi"));
    PeFixture.library().writeTo(folder.resolve("b.dll"));
    Files.setLastModifiedTime(folder.resolve("b.dll"), FileTime.from(TIME));
    Files.createSymbolicLink(folder.resolve("c.txt"), folder.resolve("nowhere"));
    Inventory found =
        FolderScanner.flat()
            .readingContents()
            .verifying(SignatureVerifier.ofJdk())
            .digesting(size -> EnumSet.allOf(Digest.Algorithm.class))
            .scan(folder)
            .withLabel("MPS01");
    String text = text(named(found, "share"));

    Golden.assertMatches(
        InventoryWriter.class, "inventory.json", text.replace(digestIn(text), "0".repeat(64)));
  }

  private static Inventory three() {
    return new Inventory(
            "C:\\MSIShare",
            false,
            List.of(file("c.msi"), file("b.msi"), file("a.msi")),
            List.of(),
            List.of(),
            List.of())
        .withLabel("MPS01");
  }

  private static ObservedFile file(String path) {
    return new ObservedFile.Readable(
        path,
        ObservedFile.nameAt(path).orElseThrow(),
        (path.charAt(0) - 'a' + 1) & 0xFF,
        TIME,
        Digests.NONE,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Inventory named(Inventory inventory, String folder) {
    return new Inventory(
        folder,
        inventory.recursive(),
        inventory.files(),
        inventory.gaps(),
        inventory.foldersLeft(),
        inventory.linkLoops(),
        inventory.linksFollowed(),
        inventory.label(),
        inventory.extent(),
        inventory.unreachable());
  }

  private Inventory writtenAndRead(Inventory inventory) throws IOException {
    Files.writeString(file, text(inventory));
    return InventoryReader.read(file);
  }

  private static String text(Inventory inventory) throws IOException {
    return Written.by(out -> InventoryWriter.write(inventory, out));
  }

  private static String digestIn(String text) {
    int end = text.lastIndexOf('"');
    return text.substring(end - 64, end);
  }
}
