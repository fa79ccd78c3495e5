package io.kbaudit.pe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kbaudit.file.FileVersion;
import io.kbaudit.fixtures.folder.WatchedFileSystem;
import io.kbaudit.fixtures.pe.NeFixture;
import io.kbaudit.fixtures.pe.PeDamage;
import io.kbaudit.fixtures.pe.PeFixture;
import io.kbaudit.pe.PeHeader.Code;
import io.kbaudit.pe.VersionResource.StringTable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PeInspectionTest {
  private static final PeFixture SOUND = PeFixture.library().fileVersion("6.1.7601.17514");

  @TempDir Path folder;

  @Test
  void aSoundLibrarySaysItsVersionAndStrings() throws IOException {
    PeInspection inspection =
        inspect(
            SOUND
                .originalFilename("aclayers.dll")
                .productName("Microsoft\u00ae Windows\u00ae Operating System")
                .companyName("Microsoft Corporation"));

    assertThat(inspection.problems()).isEmpty();
    assertThat(inspection.sound()).isTrue();
    assertThat(inspection.kind()).contains(PeKind.LIBRARY);
    assertThat(inspection.fileVersions()).containsExactly(new FileVersion(6, 1, 7601, 17514));
    assertThat(inspection.productVersions()).containsExactly(new FileVersion(6, 1, 7601, 17514));
    assertThat(inspection.strings(VersionResource.ORIGINAL_FILENAME))
        .containsExactly("aclayers.dll");
    assertThat(inspection.strings(VersionResource.PRODUCT_NAME))
        .containsExactly("Microsoft\u00ae Windows\u00ae Operating System");
    assertThat(inspection.strings(VersionResource.COMPANY_NAME))
        .containsExactly("Microsoft Corporation");
    assertThat(inspection.textsBeside()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(io.kbaudit.fixtures.pe.Machine.class)
  void theMachineIsTold(io.kbaudit.fixtures.pe.Machine machine) throws IOException {
    PeHeader header = inspect(SOUND.machine(machine)).header().orElseThrow();

    assertThat(header.machine().id()).isEqualTo(machine.name().toLowerCase(Locale.ROOT));
    assertThat(header.format())
        .isEqualTo(
            machine == io.kbaudit.fixtures.pe.Machine.X86
                    || machine == io.kbaudit.fixtures.pe.Machine.ARM
                ? PeFormat.PE32
                : PeFormat.PE32_PLUS);
  }

  @Test
  void programsLibrariesAndDriversAreToldApart() throws IOException {
    PeInspection program = inspect(PeFixture.program());
    PeInspection driver = inspect(PeFixture.driver());

    assertThat(program.kind()).contains(PeKind.PROGRAM);
    assertThat(program.fits(PeKind.PROGRAM)).isTrue();
    assertThat(program.fits(PeKind.LIBRARY)).isFalse();
    assertThat(program.fits(PeKind.DRIVER)).isFalse();
    assertThat(driver.kind()).contains(PeKind.DRIVER);
    assertThat(driver.fits(PeKind.DRIVER)).isTrue();
    assertThat(inspect(SOUND).fits(PeKind.PROGRAM)).isFalse();
  }

  @Test
  void codeForTheCommonLanguageRuntimeIsForAnyMachineOrForOne() throws IOException {
    assertThat(inspect(SOUND.anyCpu()).header()).map(PeHeader::code).contains(Code.MSIL_ANY_CPU);
    assertThat(inspect(SOUND.ilOnly32Bit()).header()).map(PeHeader::code).contains(Code.MSIL);
    assertThat(inspect(SOUND).header()).map(PeHeader::code).contains(Code.MACHINE);
  }

  @Test
  void eachLanguageHasItsStrings() throws IOException {
    PeInspection inspection = inspect(SOUND.language(0x0407).alsoInLanguage(0x040c));
    VersionResource version = inspection.versions().get(0);

    assertThat(version.strings())
        .map(StringTable::language)
        .containsExactly(Optional.of(0x0407), Optional.of(0x040c));
    assertThat(version.translations())
        .extracting(VersionResource.Translation::language)
        .containsExactly(0x0407, 0x040c);
  }

  @Test
  void severalVersionResourcesAreAllRead() throws IOException {
    PeInspection inspection = inspect(SOUND.secondVersionResource(0x0407, "6.1.7601.21701"));

    assertThat(inspection.fileVersions())
        .containsExactlyInAnyOrder(
            new FileVersion(6, 1, 7601, 17514), new FileVersion(6, 1, 7601, 21701));
  }

  @Test
  void withoutAVersionResourceThereIsNoVersionAndNoProblem() throws IOException {
    PeInspection inspection = inspect(SOUND.withoutVersionResource());

    assertThat(inspection.versions()).isEmpty();
    assertThat(inspection.problems()).isEmpty();
  }

  @Test
  void withoutFixedInfoTheStringsAreRead() throws IOException {
    PeInspection inspection = inspect(SOUND.withoutFixedInfo());

    assertThat(inspection.fileVersions()).isEmpty();
    assertThat(inspection.strings(VersionResource.FILE_VERSION)).containsExactly("6.1.7601.17514");
  }

  @Test
  void onlyFlagsThatAreMeantAreNamed() throws IOException {
    PeInspection inspection = inspect(SOUND.flags(0x01 | 0x02 | 0x04 | 0x20));

    assertThat(inspection.fixed().findFirst().orElseThrow().flagNames())
        .containsExactly("debug", "prerelease", "patched", "special build");
    assertThat(
            new FixedFileInfo(new FileVersion(1, 0, 0, 0), new FileVersion(1, 0, 0, 0), 3, 1, 0)
                .flagNames())
        .containsExactly("debug");
  }

  @Test
  void aFileWhoseTextsAreBesideItSaysSo() throws IOException {
    assertThat(inspect(SOUND.mui()).textsBeside()).isTrue();
  }

  @Test
  void theCertificateTableIsNoAppendedByte() throws IOException {
    PeInspection inspection = inspect(SOUND.certificateTable(6000));

    assertThat(inspection.problems()).isEmpty();
    assertThat(inspection.header().flatMap(PeHeader::certificates)).isPresent();
  }

  @Test
  void whatFollowsTheLastSectionIsSaidAndIsNoDamage() throws IOException {
    PeInspection inspection = inspect(SOUND.sized(10_240).appended(100));

    assertThat(inspection.sound()).isTrue();
    assertThat(inspection.problems())
        .containsExactly(
            new PeProblem(
                PeProblem.Kind.APPENDED_BYTES,
                "100 bytes follow the last section, from byte 10,140 on, and are no signature"));
  }

  @Test
  void whatFollowsTheCertificateTableIsSaidToo() throws IOException {
    byte[] signed = SOUND.certificateTable(6000).bytes();

    PeInspection inspection = inspect(Arrays.copyOf(signed, signed.length + 1));

    assertThat(inspection.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.kind()).isEqualTo(PeProblem.Kind.APPENDED_BYTES);
              assertThat(problem.text())
                  .startsWith("1 byte follows the certificate table, from byte ");
            });
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "EMPTY, EMPTY",
    "ZEROS, NOT_A_PROGRAM",
    "TEXT_FILE, NOT_A_PROGRAM",
    "TRUNCATED_DOS_HEADER, TRUNCATED",
    "TRUNCATED_PE_HEADER, TRUNCATED",
    "TRUNCATED_SECTION_TABLE, TRUNCATED",
    "TRUNCATED_SECTION, TRUNCATED",
    "LAST_SECTION_MISSING, TRUNCATED",
    "TRUNCATED_CERTIFICATE_TABLE, TRUNCATED",
    "PE_HEADER_BEYOND_END, TRUNCATED",
    "SECTION_COUNT_LIES, DAMAGED",
    "SECTION_BEYOND_END, TRUNCATED",
    "RESOURCE_DIRECTORY_LOOP, DAMAGED",
    "RESOURCE_COUNT_LIES, DAMAGED",
    "VERSION_BEYOND_END, DAMAGED",
    "VERSION_LENGTH_LIES, BAD_VALUE",
    "VERSION_BLOCK_EMPTY, BAD_VALUE",
    "VERSION_STRING_EMPTY, BAD_VALUE"
  })
  void eachDamageIsSaidForWhatItIs(PeDamage damage, PeProblem.Kind kind) throws IOException {
    PeInspection inspection = inspect(SOUND.certificateTable(2000).damaged(damage));

    assertThat(inspection.problems()).isNotEmpty();
    assertThat(inspection.problems().get(0).kind()).isEqualTo(kind);
    assertThat(inspection.sound()).isEqualTo(kind == PeProblem.Kind.BAD_VALUE);
  }

  @Test
  void aCopyOfTheRightSizeThatWasNotFilledIsDamaged() throws IOException {
    byte[] whole = SOUND.certificateTable(2_000).bytes();
    byte[] headersAlone = whole.clone();
    Arrays.fill(headersAlone, 512, whole.length, (byte) 0);
    byte[] withoutSignature = whole.clone();
    Arrays.fill(withoutSignature, whole.length - 2_000, whole.length, (byte) 0);

    assertThat(inspect(headersAlone).problems())
        .contains(hollow("the code at the entry point"))
        .contains(hollow("the certificate table"));
    assertThat(inspect(withoutSignature).problems())
        .containsExactly(hollow("the certificate table"));
  }

  private static PeProblem hollow(String part) {
    return new PeProblem(
        PeProblem.Kind.DAMAGED, part + " is nothing but zeros, as in a copy that was not filled");
  }

  @Test
  void aSixteenBitLibrarySaysItsVersion() throws IOException {
    Path file = folder.resolve("a.dll");
    NeFixture.library().fileVersion("3.10.0.103").originalFilename("COMMDLG.DLL").writeTo(file);

    PeInspection inspection = PeInspection.of(file);

    assertThat(inspection.problems()).isEmpty();
    assertThat(inspection.kind()).contains(PeKind.LIBRARY);
    assertThat(inspection.header()).map(PeHeader::format).contains(PeFormat.NE);
    assertThat(inspection.header()).map(PeHeader::machine).map(Machine::id).contains("x86-16");
    assertThat(inspection.fileVersions()).containsExactly(new FileVersion(3, 10, 0, 103));
    assertThat(inspection.strings(VersionResource.ORIGINAL_FILENAME))
        .containsExactly("COMMDLG.DLL");
  }

  @Test
  void aSixteenBitFileThatIsCutIsTruncated() throws IOException {
    byte[] sound = NeFixture.program().fileVersion("3.10.0.103").bytes();

    assertThat(inspect(Arrays.copyOf(sound, sound.length - 1)).problems())
        .extracting(PeProblem::kind)
        .containsExactly(PeProblem.Kind.TRUNCATED);
  }

  @Test
  void aProgramOfMsDosIsSoundIfItsPagesAreThere() throws IOException {
    ByteBuffer program = ByteBuffer.allocate(1000).order(ByteOrder.LITTLE_ENDIAN);
    program.put(0, (byte) 'M').put(1, (byte) 'Z').putShort(2, (short) 488).putShort(4, (short) 2);
    program.putShort(0x18, (short) 0x1c);

    PeInspection whole = inspect(program.array());
    PeInspection cut = inspect(Arrays.copyOf(program.array(), 999));

    assertThat(whole.sound()).isTrue();
    assertThat(whole.header()).map(PeHeader::format).contains(PeFormat.DOS);
    assertThat(cut.problems())
        .containsExactly(
            new PeProblem(
                PeProblem.Kind.TRUNCATED,
                "the program is said to end at byte 1,000, and the file has 999"));
  }

  @Test
  void aDeviceDriverOfMsDosIsNoJunkAndJunkIsNone() throws IOException {
    ByteBuffer driver = ByteBuffer.allocate(200).order(ByteOrder.LITTLE_ENDIAN);
    driver.putInt(0, -1).putShort(6, (short) 40).putShort(8, (short) 60);
    byte[] filled = new byte[200];
    Arrays.fill(filled, (byte) 0xFF);

    assertThat(inspect(driver.array()).problems())
        .extracting(PeProblem::kind)
        .containsExactly(PeProblem.Kind.NOT_READ);
    assertThat(inspect(filled).problems())
        .extracting(PeProblem::kind)
        .containsExactly(PeProblem.Kind.NOT_A_PROGRAM);
  }

  @Test
  void aLinearExecutableIsSaidNotToBeRead() throws IOException {
    ByteBuffer driver = ByteBuffer.allocate(1000).order(ByteOrder.LITTLE_ENDIAN);
    driver.put(0, (byte) 'M').put(1, (byte) 'Z').putShort(0x18, (short) 0x40).putInt(0x3c, 128);
    driver.put(128, (byte) 'L').put(129, (byte) 'E');

    PeInspection inspection = inspect(driver.array());

    assertThat(inspection.kind()).contains(PeKind.DRIVER);
    assertThat(inspection.problems())
        .containsExactly(
            new PeProblem(
                PeProblem.Kind.NOT_READ,
                "it is a virtual device driver (a linear executable, from byte 128 on), of which"
                    + " neither version nor soundness is read"));
  }

  @Test
  void ofAFileOfAnySizeAtMost64KibibytesAreRead() throws IOException {
    PeFixture huge = SOUND.sized(100L << 20).certificateTable(9_000).mui().alsoInLanguage(0x0407);
    huge.writeTo(folder.resolve("huge.dll"));
    AtomicInteger pages = new AtomicInteger();
    Path watched =
        WatchedFileSystem.over(
            folder.resolve("huge.dll"),
            (question, name) -> {
              if (question == WatchedFileSystem.Question.READ) {
                pages.incrementAndGet();
              }
            });

    PeInspection inspection = PeInspection.of(watched);

    assertThat(inspection.sound()).isTrue();
    assertThat(inspection.fileVersions()).hasSize(1);
    assertThat(pages.get() * Pages.BLOCK_BYTES).isBetween(1, 64 << 10);
  }

  @Test
  void aVersionResourceThatIsTooFarIntoItsFileToBeReadIsSaid() throws IOException {
    PeInspection inspection = inspect(SOUND.string("Comments", "x".repeat(32_000)));

    assertThat(inspection.sound()).isTrue();
    assertThat(inspection.fileVersions()).isEmpty();
    assertThat(inspection.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.kind()).isEqualTo(PeProblem.Kind.NOT_READ);
              assertThat(problem.text())
                  .startsWith("the version resource at byte ")
                  .endsWith(" was not read: with it, more than 64 KB of the file would have to be");
            });
  }

  @Test
  void aReadingThatIsStoppedIsNoDamage() throws IOException {
    Path file = folder.resolve("a.dll");
    SOUND.writeTo(file);

    assertThatThrownBy(() -> PeInspection.of(file, () -> true))
        .isInstanceOf(InterruptedIOException.class);
  }

  @Test
  void whatIsNeitherNamedNorBeginsAsAProgramIsNoneAndAnEmptyFileToo() throws IOException {
    Path text = Files.writeString(folder.resolve("a.txt"), "MS and no program");
    Path one = Files.writeString(folder.resolve("b.txt"), "M");
    Path none = Files.writeString(folder.resolve("c.txt"), "");
    Path emulator = Files.writeString(folder.resolve("e.txt"), "MZ-700 emulator. ".repeat(9));
    Path program = folder.resolve("d.tlb");
    SOUND.writeTo(program);

    for (Path file : List.of(text, one, none, emulator)) {
      assertThat(PeInspection.find(file, Optional.empty(), () -> false)).isEmpty();
      assertThat(PeInspection.find(file, Optional.of(PeKind.LIBRARY), () -> false)).isPresent();
    }
    assertThat(PeInspection.find(program, Optional.empty(), () -> false)).isPresent();
  }

  private PeInspection inspect(PeFixture fixture) throws IOException {
    Path file = folder.resolve("inspected");
    fixture.writeTo(file);
    return PeInspection.of(file);
  }

  private PeInspection inspect(byte[] bytes) throws IOException {
    return PeInspection.of(Files.write(folder.resolve("inspected"), bytes));
  }
}
