package io.kbaudit.msi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.kbaudit.fixtures.msi.MsiDamage;
import io.kbaudit.fixtures.msi.MsiFixture;
import io.kbaudit.fixtures.ole.Storage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is in a file besides its tables, and in what state its cabinets are. */
class MsiContentsTest {
  private static final MsiFixture PACKAGE = MsiFixture.sized(65_536);

  private final Path file;

  MsiContentsTest(@TempDir Path folder) {
    this.file = folder.resolve("a.msi");
  }

  @Test
  void aSoundPackageHasItsCabinetWithItsFiles() throws IOException {
    MsiContents contents = read(PACKAGE.toBytes());

    assertThat(cabinets(contents))
        .singleElement()
        .satisfies(
            cabinet -> assertThat(cabinet.name()).isEqualTo("Data1.cab"),
            cabinet -> assertThat(cabinet.state()).isEqualTo(CabinetState.State.OK),
            cabinet -> assertThat(cabinet.sizeBytes().orElseThrow()).isGreaterThan(40_000),
            cabinet -> assertThat(cabinet.fileCount()).hasValue(1),
            cabinet -> assertThat(cabinet.text()).isEmpty());
    assertThat(contents.streams())
        .extracting(MsiContents.Stream::name)
        .containsExactlyInAnyOrder("\u0005SummaryInformation", "Data1.cab");
    assertThat(contents.storages()).isEmpty();
    assertThat(contents.signed()).isFalse();
  }

  @Test
  void aDamagedCabinetSaysSo() throws IOException {
    assertThat(cabinets(read(MsiDamage.ZEROS_FROM_HALF.applyTo(PACKAGE))))
        .singleElement()
        .satisfies(
            cabinet -> assertThat(cabinet.state()).isEqualTo(CabinetState.State.DAMAGED),
            cabinet -> assertThat(cabinet.text().orElseThrow()).contains("Data1.cab"));
  }

  @Test
  void aCabinetThatIsNotThereIsMissingInTheFileAndBesideIt() throws IOException {
    byte[] bytes =
        PACKAGE
            .withoutCabinet()
            .row("Media", 2, 2, null, "b.cab", null, null)
            .row("File", "b.txt", "Payload", "b.txt", 1, null, null, null, 2)
            .toBytes();

    assertThat(cabinets(read(bytes)))
        .extracting(CabinetState::name, CabinetState::state)
        .containsExactly(
            tuple("Data1.cab", CabinetState.State.MISSING),
            tuple("b.cab", CabinetState.State.MISSING));
  }

  @Test
  void whereMediaCannotBeReadTheCabinetsAreNotKnown() throws IOException {
    MsiContents contents = read(MsiDamage.COLUMNS_GARBAGE.applyTo(PACKAGE));

    assertThat(contents.cabinets()).isEmpty();
    assertThat(contents.streams()).isNotEmpty();
  }

  @Test
  void aSignatureIsPresentWhateverIsInIt() throws IOException {
    MsiContents contents =
        read(PACKAGE.withRawStream("\u0005DigitalSignature", new byte[] {1}).toBytes());

    assertThat(contents.signed()).isTrue();
  }

  @Test
  void storagesAreNamed() throws IOException {
    MsiContents contents =
        read(PACKAGE.withStorage("OldToNew", Storage.ofClass(new UUID(0, 1))).toBytes());

    assertThat(contents.storages()).containsExactly(new MsiContents.Storage("OldToNew", 0));
  }

  private static List<CabinetState> cabinets(MsiContents contents) {
    Optional<List<CabinetState>> cabinets = contents.cabinets();
    return cabinets.orElseThrow();
  }

  private MsiContents read(byte[] bytes) throws IOException {
    Files.write(file, bytes);
    try (MsiFile msi = MsiFile.open(file)) {
      return MsiContents.of(msi, MsiInspection.of(file));
    }
  }
}
