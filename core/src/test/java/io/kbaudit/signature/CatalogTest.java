package io.kbaudit.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kbaudit.fixtures.pe.PeFixture;
import io.kbaudit.fixtures.signing.AuthenticodeSigning;
import io.kbaudit.fixtures.signing.CatalogFixture;
import io.kbaudit.fixtures.signing.SigningFlaw;
import io.kbaudit.fixtures.signing.TestAuthority;
import io.kbaudit.pe.PeHeader;
import io.kbaudit.pe.PeInspection;
import io.kbaudit.signature.Signature.Origin;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogTest {
  private static final AuthenticodeSigning PLAIN = AuthenticodeSigning.by(SignedFixtures.SIGNER);

  @TempDir private Path folder;
  private Path program;
  private Path text;
  private Path stranger;

  @BeforeEach
  void writeFiles() throws IOException {
    program = folder.resolve("a.dll");
    PeFixture.library().writeTo(program);
    text = Files.writeString(folder.resolve("a.inf"), "[Version]");
    stranger = Files.writeString(folder.resolve("b.inf"), "[Versions]");
  }

  static Stream<CatalogFixture> kinds() {
    return Stream.of(CatalogFixture.version1(), CatalogFixture.version2());
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void filesThatItListsAreSignedByIt(CatalogFixture kind) throws Exception {
    Catalog catalog = written(kind.executable(program).file(text), PLAIN);

    for (Path file : List.of(program, text)) {
      Signature signature = inspect(catalog, file).decisive().orElseThrow();

      assertThat(signature.grade()).isEqualTo(Grade.TRUSTED);
      assertThat(signature.origin()).isEqualTo(Origin.CATALOG);
      assertThat(signature.catalog()).contains("a.cat");
      assertThat(signature.signer().orElseThrow().name()).isEqualTo("Contoso Ltd");
      assertThat(signature.computed()).isPresent().isEqualTo(signature.signed());
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void saysOfOthersThatItDoesNotListThem(CatalogFixture kind) throws Exception {
    Catalog catalog = written(kind.executable(program).file(text), PLAIN);

    assertThat(inspect(catalog, stranger))
        .isEqualTo(
            new SignatureInspection(List.of(), List.of("the catalog 'a.cat' does not list it")));
  }

  /** The checksum and a signature of its own are no part of the digest that it is listed by. */
  @Test
  void listsProgramThatWasSignedSince() throws Exception {
    Catalog catalog = written(CatalogFixture.version1().executable(program), PLAIN);
    PLAIN.signExecutable(program);

    assertThat(inspect(catalog, program).signatures())
        .extracting(Signature::origin)
        .containsExactly(Origin.EMBEDDED, Origin.CATALOG);
  }

  @Test
  void saysThatNoneOfSeveralListsIt() throws Exception {
    Catalog catalog = written(CatalogFixture.version1().file(text), PLAIN);

    SignatureInspection inspection =
        Signed.inspect(verifier().with(catalog).with(catalog), stranger);

    assertThat(inspection.remarks()).containsExactly("none of the 2 catalogs lists it");
  }

  /** What it is filed under is for looking up alone. */
  @Test
  void listsWhatItStatesAndNotWhatItIsFiledUnder() throws Exception {
    Catalog catalog = written(CatalogFixture.version1().fileTaggedAs(stranger, text), PLAIN);

    assertThat(inspect(catalog, text).grade()).isEqualTo(Grade.TRUSTED);
    assertThat(inspect(catalog, stranger).grade()).isEqualTo(Grade.UNSIGNED);
  }

  /** Without the fields that signing changes its bytes are those of which the image's digest is. */
  @ParameterizedTest
  @MethodSource("kinds")
  void doesNotListProgramThatIsCutToItsDigest(CatalogFixture kind) throws Exception {
    Catalog catalog = written(kind.executable(program), PLAIN);
    PeHeader.SigningFields fields =
        PeInspection.of(program).header().orElseThrow().signing().orElseThrow();
    int entry = (int) fields.certificateEntry().orElseThrow();
    int checksum = (int) fields.checksum();
    byte[] whole = Files.readAllBytes(program);
    ByteArrayOutputStream cut = new ByteArrayOutputStream();
    cut.write(whole, 0, checksum);
    cut.write(whole, checksum + 4, entry - checksum - 4);
    cut.write(whole, entry + 8, whole.length - entry - 8);
    Files.write(program, cut.toByteArray());

    assertThat(inspect(catalog, program).grade()).isEqualTo(Grade.UNSIGNED);
  }

  @Test
  void filesOfCatalogByNobodyTrustedAreIntactAndNoMore() throws Exception {
    Catalog catalog =
        written(
            CatalogFixture.version1().file(text),
            AuthenticodeSigning.by(TestAuthority.root("Other Root").signer("Contoso Ltd")));

    assertThat(inspect(catalog, text).grade()).isEqualTo(Grade.INTACT_UNTRUSTED);
  }

  @Test
  void refusesOneThatWasAltered() {
    assertThatExceptionOfType(SignatureEvidenceException.class)
        .isThrownBy(
            () ->
                written(
                    CatalogFixture.version1().file(text),
                    PLAIN.flawed(SigningFlaw.WRONG_CONTENT_DIGEST)))
        .withMessage(
            "'"
                + folder.resolve("a.cat")
                + "' is no catalog to rely on: it was altered since it was signed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "text", "0\u0080"})
  void refusesWhatIsNone(String contents) throws Exception {
    Path file = folder.resolve("a.cat");
    Files.write(file, contents.getBytes(StandardCharsets.ISO_8859_1));

    assertThatExceptionOfType(SignatureEvidenceException.class)
        .isThrownBy(() -> Catalog.read(file))
        .withMessage("'" + file + "' is no catalog to rely on: it is no signed message (PKCS #7)");
  }

  @Test
  void refusesSignatureOfFile() throws Exception {
    PLAIN.signExecutable(program);
    byte[] signed = Files.readAllBytes(program);
    long table =
        PeInspection.of(program).header().orElseThrow().certificates().orElseThrow().offset();
    Path file = folder.resolve("a.cat");
    Files.write(file, Arrays.copyOfRange(signed, (int) table + 8, signed.length));

    assertThatExceptionOfType(SignatureEvidenceException.class)
        .isThrownBy(() -> Catalog.read(file))
        .withMessage("'" + file + "' is no catalog to rely on: it signs no list of files");
  }

  /** It is refused, or lists what it listed before: never a file more. */
  @ParameterizedTest
  @MethodSource("kinds")
  void noFlippedByteMakesItListAnother(CatalogFixture kind) throws Exception {
    byte[] sound = kind.executable(program).file(text).toBytes(PLAIN);
    Path file = folder.resolve("a.cat");
    Files.write(file, sound);
    SignedMessage message = Catalog.read(file).message();
    int refused = 0;
    for (int at = 0; at < sound.length; at++) {
      byte[] flipped = sound.clone();
      flipped[at] ^= (byte) (1 << at % Byte.SIZE);
      Files.write(file, flipped);
      try {
        Catalog catalog = Catalog.read(file);

        assertThat(catalog.message().content()).as("byte %d", at).isEqualTo(message.content());
        assertThat(lists(catalog, stranger)).as("byte %d", at).isFalse();
        assertThat(lists(catalog, text)).as("byte %d", at).isTrue();
      } catch (SignatureEvidenceException e) {
        refused++;
      }
    }

    assertThat(refused).isGreaterThan(message.content().length);
  }

  private static boolean lists(Catalog catalog, Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    return catalog.algorithms().stream()
        .map(each -> ContentDigest.of(each, each.newDigest().digest(bytes)))
        .anyMatch(digest -> catalog.listsFile(digest, false));
  }

  private Catalog written(CatalogFixture fixture, AuthenticodeSigning signing) throws IOException {
    Path file = folder.resolve("a.cat");
    fixture.writeTo(file, signing);
    return Catalog.read(file);
  }

  private SignatureInspection inspect(Catalog catalog, Path file) throws IOException {
    return Signed.inspect(verifier().with(catalog), file);
  }

  private SignatureVerifier verifier() throws IOException {
    return Signed.trusting(SignedFixtures.ROOT, folder);
  }
}
