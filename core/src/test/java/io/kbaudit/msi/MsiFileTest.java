package io.kbaudit.msi;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kbaudit.fixtures.msi.ColumnFlag;
import io.kbaudit.fixtures.msi.MsiFixture;
import io.kbaudit.fixtures.msi.TableFixture;
import io.kbaudit.fixtures.ole.Storage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a whole file says: its kind, properties, files and streams. */
class MsiFileTest {
  private static final UUID PRODUCT = UUID.fromString("0e2fa8f4-17c4-4b6c-9d36-7f5b1b0ab0f1");
  private static final UUID OTHER_PRODUCT = UUID.fromString("1f30b905-28d5-5c7d-ae47-806c2c1bc102");

  @TempDir private Path folder;

  @Test
  void aPackageIsToldByItsClass() throws IOException {
    assertThat(kindOf(MsiFixture.smallest())).isEqualTo(MsiKind.PACKAGE);
  }

  @Test
  void aPatchIsToldByItsClass() throws IOException {
    assertThat(kindOf(MsiFixture.smallest().patch(PRODUCT))).isEqualTo(MsiKind.PATCH);
  }

  @Test
  void aTransformIsToldByItsClass() throws IOException {
    assertThat(kindOf(MsiFixture.smallest().transform())).isEqualTo(MsiKind.TRANSFORM);
  }

  @Test
  void aModuleIsToldFromAPackageByItsSignatureTable() throws IOException {
    assertThat(kindOf(MsiFixture.smallest().module())).isEqualTo(MsiKind.MODULE);
  }

  @Test
  void aPackageThatKeepsTheSignatureOfAModuleIsAPackage() throws IOException {
    TableFixture signature =
        TableFixture.named("ModuleSignature")
            .text("ModuleID", 72, ColumnFlag.KEY)
            .integer16("Language", ColumnFlag.KEY)
            .text("Version", 32)
            .row("Merged", 1033, "1.0");

    assertThat(kindOf(MsiFixture.smallest().table(signature))).isEqualTo(MsiKind.PACKAGE);
  }

  @Test
  void aPackageWithoutDatabaseIsAPackage() throws IOException {
    assertThat(kindOf(MsiFixture.sized(8_192).withoutDatabase())).isEqualTo(MsiKind.PACKAGE);
  }

  @Test
  void propertiesAreThoseOfThePropertyTable() throws IOException {
    MsiFixture fixture =
        MsiFixture.smallest().productCode(PRODUCT).property("ProductName", "DNS Client");

    try (MsiFile msi = open(fixture)) {
      assertThat(msi.properties())
          .containsEntry("ProductName", "DNS Client")
          .containsEntry("ProductCode", "{0E2FA8F4-17C4-4B6C-9D36-7F5B1B0AB0F1}");
    }
  }

  @Test
  void propertiesOfAPatchAreItsMetadata() throws IOException {
    try (MsiFile msi = open(MsiFixture.smallest().patch(PRODUCT, OTHER_PRODUCT))) {
      assertThat(msi.properties())
          .containsEntry("DisplayName", "Fixture patch")
          .containsEntry("KBArticle Number", "2492954")
          .doesNotContainKey("PATCHED");
      assertThat(msi.summary().template().orElseThrow().targetProducts())
          .containsExactly(
              "{0E2FA8F4-17C4-4B6C-9D36-7F5B1B0AB0F1}", "{1F30B905-28D5-5C7D-AE47-806C2C1BC102}");
    }
  }

  @Test
  void propertiesOfAPatchBearTheCompanyThatDefinedThem() throws IOException {
    MsiFixture patch =
        MsiFixture.smallest().patch(PRODUCT).row("MsiPatchMetadata", "Contoso", "Ring", "2");

    try (MsiFile msi = open(patch)) {
      assertThat(msi.properties()).containsEntry("Contoso.Ring", "2");
    }
  }

  @Test
  void aTransformHasNoTablesToBeRead() throws IOException {
    try (MsiFile msi = open(MsiFixture.smallest().transform())) {
      assertThat(msi.tableNames()).isEmpty();
      assertThat(msi.table("Property")).isEmpty();
      assertThat(msi.properties()).isEmpty();
    }
  }

  @Test
  void filesHaveTheirLongNamesAndTheirShortOnes() throws IOException {
    MsiFixture fixture =
        MsiFixture.smallest()
            .withoutRow("File", "payload.txt")
            .row("File", "a", "C1", "LONGNA~1.DLL|Long name.dll", 70_000, "1.2.3.4", "1033", 512, 1)
            .row("File", "b", "C2", "short.txt", 0, null, null, null, 2);

    try (MsiFile msi = open(fixture)) {
      List<PackagedFile> files = msi.files().orElseThrow();

      assertThat(files).extracting(PackagedFile::id).containsExactly("a", "b");
      assertThat(files).extracting(PackagedFile::component).containsExactly("C1", "C2");
      assertThat(files)
          .extracting(PackagedFile::name)
          .containsExactly("Long name.dll", "short.txt");
      assertThat(files.get(0).shortName()).contains("LONGNA~1.DLL");
      assertThat(files.get(1).shortName()).isEmpty();
      assertThat(files.get(0).sizeBytes()).hasValue(70_000);
      assertThat(files.get(1).sizeBytes()).hasValue(0);
      assertThat(files.get(0).version()).contains("1.2.3.4");
      assertThat(files.get(1).version()).isEmpty();
      assertThat(files.get(0).language()).contains("1033");
      assertThat(files.get(1).language()).isEmpty();
      assertThat(files.get(0).attributes()).hasValue(512);
      assertThat(files.get(1).attributes()).isEmpty();
    }
  }

  @Test
  void noFileTableIsNotTheSameAsAnEmptyOne() throws IOException {
    try (MsiFile without = open(MsiFixture.smallest().withoutTable("File"))) {
      assertThat(without.files()).isEmpty();
    }
    try (MsiFile empty = open(MsiFixture.smallest().withoutRow("File", "payload.txt"))) {
      assertThat(empty.files()).contains(List.of());
    }
  }

  @Test
  void streamNamesAreDecodedAndThoseOfTablesLeftOut() throws IOException {
    MsiFixture fixture = MsiFixture.smallest().withStream("Icon.Ä b.exe", new byte[] {1});

    try (MsiFile msi = open(fixture)) {
      assertThat(msi.streamNames())
          .containsExactlyInAnyOrder("Data1.cab", "Icon.Ä b.exe", "\u0005SummaryInformation");
    }
  }

  @Test
  void whatIsInStoragesBelowTheRootIsOfOtherDatabases() throws IOException {
    MsiFixture plain = MsiFixture.smallest();
    Storage below =
        Storage.ofClass(PRODUCT)
            .with(Stored.name("Property", plain), new byte[] {1, 0, 1, 0})
            .with(Stored.name("_StringPool", plain), new byte[4])
            .with("Other.cab", new byte[10])
            .withStorage(
                "further",
                Storage.ofClass(PRODUCT).with("Deep.cab", "deep".repeat(1_250).getBytes(US_ASCII)));

    MsiInspection inspection = MsiInspection.of(written(plain.withStorage("Sub", below)));

    assertThat(inspection).isEqualTo(MsiInspection.of(written(plain)));
    try (MsiFile msi = open(plain.withStorage("Sub", below))) {
      assertThat(msi.streamNames())
          .containsExactlyInAnyOrder("Data1.cab", "\u0005SummaryInformation");
    }
  }

  /** Of the last two, the FAT has more sectors than the header lists; the DIFAT has the others. */
  @ParameterizedTest
  @CsvSource({"10240, 512", "24576, 4096", "7340032, 512", "23068672, 512"})
  void isReadInSectorsOfAnySizeAndNumber(long size, int sectorBytes) throws IOException {
    Path file = written(MsiFixture.sized(size).sectorBytes(sectorBytes).subject("DNS Client"));

    MsiInspection inspection = MsiInspection.of(file);

    assertThat(inspection.problems()).isEmpty();
    assertThat(inspection.summary()).flatMap(SummaryInformation::subject).contains("DNS Client");
    assertThat(inspection.property("ProductName")).contains("Fixture");
  }

  @Test
  void aCabinetThatWasTakenOutIsMissed() throws IOException {
    MsiInspection inspection = MsiInspection.of(written(MsiFixture.smallest().withoutCabinet()));

    assertThat(inspection.problems())
        .containsExactly(
            new MsiProblem(
                MsiProblem.Kind.CABINET_MISSING,
                "its Media table has the cabinet 'Data1.cab' in the file, and there is no such"
                    + " stream"));
  }

  @Test
  void aFileOfAnotherProgramIsRefused() throws IOException {
    Path file = written(MsiFixture.smallest().classId(PRODUCT));

    assertThatExceptionOfType(MsiFormatException.class)
        .isThrownBy(() -> MsiFile.open(file))
        .withMessageContaining("{0E2FA8F4-17C4-4B6C-9D36-7F5B1B0AB0F1}")
        .satisfies(e -> assertThat(e.problem().kind()).isEqualTo(MsiProblem.Kind.OTHER_DOCUMENT));
  }

  @Test
  void aFileThatIsNotThereIsAMatterOfTheDisk() {
    assertThatExceptionOfType(NoSuchFileException.class)
        .isThrownBy(() -> MsiFile.open(folder.resolve("none.msi")));
  }

  @Test
  void isNotChangedByBeingRead() throws IOException {
    MsiFixture fixture = MsiFixture.sized(20_480);
    Path file = written(fixture);

    Everything.askedOf(file);

    assertThat(file).hasBinaryContent(fixture.toBytes());
  }

  @Test
  void isFreeToBeRenamedAndDeletedOnceItIsClosed() throws IOException {
    Path file = written(MsiFixture.smallest());
    MsiFile msi = MsiFile.open(file);

    msi.close();
    msi.close();

    Files.delete(Files.move(file, folder.resolve("b.msi")));
  }

  private MsiKind kindOf(MsiFixture fixture) throws IOException {
    try (MsiFile msi = open(fixture)) {
      return msi.kind();
    }
  }

  private MsiFile open(MsiFixture fixture) throws IOException {
    return MsiFile.open(written(fixture));
  }

  private Path written(MsiFixture fixture) throws IOException {
    Path file = folder.resolve("a.msi");
    fixture.writeTo(file);
    return file;
  }
}
