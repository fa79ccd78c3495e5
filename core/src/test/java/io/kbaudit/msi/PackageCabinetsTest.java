package io.kbaudit.msi;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.kbaudit.fixtures.msi.ColumnFlag;
import io.kbaudit.fixtures.msi.MsiFixture;
import io.kbaudit.fixtures.msi.TableFixture;
import io.kbaudit.msi.CabinetState.State;
import io.kbaudit.msi.cab.CabinetBytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which cabinets a package needs, where they are, and what is in them. */
@SuppressWarnings("ByteBufferBackingArray") // each buffer here is of a whole array
class PackageCabinetsTest {
  private static final byte[] CONTENT = "what is installed".repeat(5_000).getBytes(US_ASCII);

  private static final TableFixture MEDIA =
      TableFixture.named("Media")
          .integer16("DiskId", ColumnFlag.KEY)
          .integer16("LastSequence")
          .text("Cabinet", 255, ColumnFlag.NULLABLE);

  private static final TableFixture FILES =
      TableFixture.named("File")
          .text("File", 72, ColumnFlag.KEY)
          .integer32("FileSize")
          .integer16("Attributes", ColumnFlag.NULLABLE)
          .integer16("Sequence");

  @TempDir private Path folder;

  @Test
  void areSoundInTheirStreams() throws IOException {
    MsiFixture fixture =
        packageOf(MEDIA.row(1, 1, "#One.cab"), file("one", CONTENT.length, null, 1))
            .withStream("One.cab", cabinet("one"));

    MsiInspection inspection = inspect(fixture);

    assertThat(inspection.problems()).isEmpty();
    assertThat(cabinets(inspection))
        .containsExactly(
            new CabinetState(
                "One.cab",
                State.OK,
                OptionalLong.of(cabinet("one").length),
                OptionalInt.of(1),
                0,
                Optional.empty()));
  }

  @Test
  void areMissedInTheirStreams() throws IOException {
    assertThat(texts(packageOf(MEDIA.row(1, 1, "#One.cab"), file("one", 1, null, 1))))
        .containsExactly(
            "its Media table has the cabinet 'One.cab' in the file, and there is no such stream");
  }

  /**
   * Its word count says that the files lie beside it, or its rows do; or no row is of that disk.
   */
  @ParameterizedTest
  @CsvSource({
    "4, , 1, an administrative image",
    "6, , 1, an administrative image of what was compressed",
    "0, , 1, a source that is not compressed",
    "2, 8192, 1, a file that is not",
    "2, , 5, a disk that no file is on",
  })
  void areMissedOnlyWhereAFileIsPacked(
      int wordCount, @Nullable Integer attributes, int sequence, String what) throws IOException {
    MsiFixture fixture =
        packageOf(MEDIA.row(1, 1, "#One.cab").row(2, 9, null), file("one", 1, attributes, sequence))
            .wordCount(wordCount);

    assertThat(texts(fixture)).as(what).isEmpty();
  }

  @Test
  void areMissedWhereOneFileSaysThatItIsPacked() throws IOException {
    MsiFixture fixture =
        packageOf(MEDIA.row(1, 1, "#One.cab"), file("one", 1, 0x4000, 1)).wordCount(0);

    assertThat(texts(fixture)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"one.cab", "ONE.CAB"})
  void areFoundBesideThePackageInAnyCase(String name) throws IOException {
    Files.write(folder.resolve("One.cab"), cabinet("one"));

    MsiInspection inspection =
        inspect(packageOf(MEDIA.row(1, 1, name), file("one", CONTENT.length, null, 1)));

    assertThat(inspection.problems()).isEmpty();
    assertThat(cabinets(inspection))
        .extracting(CabinetState::name, CabinetState::state)
        .containsExactly(tuple(name, State.BESIDE));
  }

  /** Folders give their files in any order, and every machine is to find the same. */
  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({"one.cab, one.cab", "ONE.CAB, ONE.CAB", "oNE.cab, ONE.CAB"})
  @EnabledOnOs(value = OS.LINUX, disabledReason = "elsewhere these are one file")
  void ofTwoSpellingsTheOneThatIsAskedForIsFoundElseTheFirst(String asked, String found)
      throws IOException {
    byte[] damaged = cabinet("one");
    damaged[damaged.length - 1] ^= 1;
    for (String name : List.of("ONE.CAB", "One.cab", "one.cab")) {
      Files.write(folder.resolve(name), name.equals(found) ? cabinet("one") : damaged);
    }

    MsiInspection inspection =
        inspect(packageOf(MEDIA.row(1, 1, asked), file("one", CONTENT.length, null, 1)));

    assertThat(inspection.problems()).isEmpty();
  }

  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "links need a privilege elsewhere")
  void areNotReadWhereALinkLeadsOutOfTheFolder() throws IOException {
    Path below = Files.createDirectory(folder.resolve("below"));
    Files.write(folder.resolve("elsewhere.cab"), cabinet("one"));
    Files.createSymbolicLink(below.resolve("one.cab"), Path.of("..", "elsewhere.cab"));

    MsiInspection inspection =
        inspect(packageOf(MEDIA.row(1, 1, "one.cab"), file("one", CONTENT.length, null, 1)), below);

    assertThat(inspection.problems())
        .containsExactly(
            new MsiProblem(
                MsiProblem.Kind.CABINET_ELSEWHERE,
                "its files are in the cabinet 'one.cab' beside it, which cannot be read: it is a"
                    + " link that leads out of the folder"));
  }

  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "links need a privilege elsewhere")
  void areReadWhereALinkLeadsToOneBesideThePackage() throws IOException {
    Files.write(folder.resolve("real.cab"), cabinet("one"));
    Files.createSymbolicLink(folder.resolve("one.cab"), Path.of("real.cab"));
    MsiFixture fixture =
        packageOf(MEDIA.row(1, 1, "one.cab"), file("one", CONTENT.length, null, 1));

    assertThat(inspect(fixture).problems()).isEmpty();

    Path links = Files.createDirectory(folder.resolve("links"));
    Path real = Files.write(folder.resolve("real.msi"), fixture.toBytes());
    Path link = Files.createSymbolicLink(links.resolve("a.msi"), real);
    Files.createSymbolicLink(links.resolve("one.cab"), folder.resolve("real.cab"));
    assertThat(MsiInspection.of(link).problems()).isEmpty();
  }

  @Test
  void areDamagedBesideThePackage() throws IOException {
    byte[] cabinet = cabinet("one");
    cabinet[cabinet.length - 1] ^= 1;
    Files.write(folder.resolve("one.cab"), cabinet);

    MsiInspection inspection =
        inspect(packageOf(MEDIA.row(1, 1, "one.cab"), file("one", CONTENT.length, null, 1)));

    assertThat(inspection.problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.kind()).isEqualTo(MsiProblem.Kind.DAMAGED))
        .satisfies(
            problem -> assertThat(problem.text()).contains("its bytes are not those that its"));
  }

  @Test
  void areSaidByNameWhereTheyAreNotBesideThePackage() throws IOException {
    MsiInspection inspection =
        inspect(packageOf(MEDIA.row(1, 1, "one.cab"), file("one", 1, null, 1)));

    assertThat(inspection.problems())
        .containsExactly(
            new MsiProblem(
                MsiProblem.Kind.CABINET_ELSEWHERE,
                "its files are in the cabinet 'one.cab' beside it, which is not there"));
    assertThat(inspection.sound()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"../one.cab", "..\\one.cab", "C:one.cab", "/etc/passwd", "..", "."})
  void areNotLookedForWhereTheirNamesLeadElsewhere(String name) throws IOException {
    Files.write(folder.resolve("one.cab"), cabinet("one"));
    Path below = Files.createDirectory(folder.resolve("below"));

    MsiInspection inspection =
        inspect(packageOf(MEDIA.row(1, 1, name), file("one", 1, null, 1)), below);

    assertThat(inspection.problems())
        .extracting(MsiProblem::text)
        .containsExactly(
            "its files are in the cabinet '"
                + name
                + "' beside it, which was not looked for: its name leads elsewhere");
  }

  @Test
  void areFoundBesideThePackageInAFolderLikeThoseOfWindows() throws IOException {
    try (FileSystem windows = Jimfs.newFileSystem(Configuration.windows())) {
      Path share = Files.createDirectories(windows.getPath("C:\\MSIShare"));
      Files.write(share.resolve("ONE.CAB"), cabinet("one"));

      MsiInspection inspection =
          inspect(
              packageOf(MEDIA.row(1, 1, "one.cab"), file("one", CONTENT.length, null, 1)), share);

      assertThat(inspection.problems()).isEmpty();
      assertThat(cabinets(inspection)).hasSize(1);
    }
  }

  @Test
  void haveTheFilesOfTheirDisk() throws IOException {
    MsiFixture fixture =
        packageOf(
                MEDIA.row(1, 1, "#One.cab").row(2, 2, "#Two.cab"),
                file("one", CONTENT.length, null, 1).row("two", CONTENT.length, null, 2))
            .withStream("One.cab", cabinet("one"))
            .withStream("Two.cab", cabinet("other"));

    assertThat(texts(fixture))
        .containsExactly(
            "the cabinet 'Two.cab' has files, 1 in all, of which the File table has no row for this disk, as"
                + " 'other'",
            "the cabinet 'Two.cab' lacks the file 'two' of its File table");
  }

  @Test
  void haveADiskForEachFile() throws IOException {
    MsiFixture fixture =
        packageOf(MEDIA.row(1, 1, null), file("one", 1, null, 1).row("two", 1, null, 7));

    assertThat(texts(fixture))
        .containsExactly("the file 'two' has the sequence 7, and the Media table ends at 1");
  }

  @Test
  void haveNoFilesThatTheTableLacks() throws IOException {
    MsiFixture fixture =
        packageOf(MEDIA.row(1, 1, "#One.cab"), file("one", CONTENT.length, null, 1))
            .withStream(
                "One.cab",
                CabinetBytes.zipped().with("one", CONTENT).with("two", CONTENT).make().array());

    assertThat(texts(fixture))
        .containsExactly(
            "the cabinet 'One.cab' has files, 1 in all, of which the File table has no row for this disk, as"
                + " 'two'");
  }

  /** A file that begins in one cabinet of a set and ends in the next is listed in both. */
  @Test
  void mayShareAFileWithTheNextOfTheirSet() throws IOException {
    ByteBuffer first = CabinetBytes.stored().with("one", CONTENT).make();
    byte[] names = "next.cab\0Disk 2\0".getBytes(US_ASCII);
    ByteBuffer cabinet =
        ByteBuffer.allocate(first.capacity() + names.length).order(ByteOrder.LITTLE_ENDIAN);
    cabinet.put(first.array(), 0, 36).put(names).put(first.array(), 36, first.capacity() - 36);
    cabinet.putInt(8, cabinet.capacity()).putShort(30, (short) 2);
    cabinet.putInt(16, first.getInt(16) + names.length);
    cabinet.putInt(36 + names.length, first.getInt(36) + names.length);
    cabinet.putShort(36 + names.length + 8 + 8, (short) 0xFFFE);
    MsiFixture fixture =
        packageOf(
                MEDIA.row(1, 1, "#First.cab").row(2, 2, null),
                file("one", CONTENT.length, null, 2).row("zero", 1, 0x2000, 1))
            .withStream("First.cab", cabinet.array());

    assertThat(texts(fixture)).isEmpty();
  }

  @Test
  void haveFilesOfTheSizesThatTheTableSays() throws IOException {
    MsiFixture fixture =
        packageOf(MEDIA.row(1, 1, "#One.cab"), file("one", 3, null, 1))
            .withStream("One.cab", cabinet("one"));

    assertThat(texts(fixture))
        .containsExactly(
            "the cabinet 'One.cab' has the file 'one' of 85,000 bytes, and its File table says 3");
  }

  @Test
  void areCheckedThoughNoTableNamesThem() throws IOException {
    byte[] cabinet = cabinet("one");
    cabinet[cabinet.length - 1] ^= 1;

    assertThat(texts(MsiFixture.smallest().withStream("Stray.cab", cabinet)))
        .singleElement()
        .satisfies(text -> assertThat(text).startsWith("the cabinet 'Stray.cab', data block"));
  }

  @Test
  void saySoOnceWhereTheirBlocksHaveNoChecksum() throws IOException {
    MsiFixture fixture =
        MsiFixture.smallest()
            .withStream(
                "One.cab",
                CabinetBytes.zipped().with("one", CONTENT).withoutChecksums().make().array())
            .withStream(
                "Two.cab",
                CabinetBytes.stored().with("two", new byte[1]).withoutChecksums().make().array());

    MsiInspection inspection = inspect(fixture);

    assertThat(inspection.problems())
        .containsExactly(
            new MsiProblem(
                MsiProblem.Kind.CONTENT_UNCHECKED,
                "4 of the 5 data blocks in its cabinets have no checksum, so that nothing tells"
                    + " whether they changed"));
    assertThat(inspection.sound()).isTrue();
  }

  @Test
  void areUnpackedAndHeldToTheirMd5OnDemand() throws IOException {
    MsiFixture fixture =
        packageOf(MEDIA.row(1, 1, "#One.cab"), file("one", CONTENT.length, null, 1))
            .withStream("One.cab", cabinet("one"));

    MsiInspection right = inspect(fixture.table(hash(CONTENT)), folder, ReadingDepth.THOROUGH);
    MsiInspection wrong = inspect(fixture.table(hash(new byte[1])), folder, ReadingDepth.THOROUGH);
    MsiInspection unasked =
        inspect(fixture.table(hash(new byte[1])), folder, ReadingDepth.CHECKSUMS);

    assertThat(right.problems()).isEmpty();
    assertThat(cabinets(right)).extracting(CabinetState::unpackedFiles).contains(1);
    assertThat(wrong.problems())
        .containsExactly(
            new MsiProblem(
                MsiProblem.Kind.DAMAGED,
                "the cabinet 'One.cab' has a file 'one' whose MD5 is not the one that its MsiFileHash"
                    + " table has"));
    assertThat(unasked.problems()).isEmpty();
  }

  @Test
  void areNotUnpackedWhereTheyArePackedOtherwise() throws IOException {
    byte[] lzx = CabinetBytes.packedBy(3).with("one", CONTENT).make().array();

    MsiInspection inspection =
        inspect(MsiFixture.smallest().withStream("One.cab", lzx), folder, ReadingDepth.THOROUGH);

    assertThat(inspection.problems())
        .containsExactly(
            new MsiProblem(
                MsiProblem.Kind.CONTENT_UNCHECKED,
                "what is packed by LZX in its cabinets was not unpacked"));
  }

  @Test
  void areAllSaidWhereTheyAreTen() throws IOException {
    TableFixture media = MEDIA;
    TableFixture files = FILES;
    for (int i = 1; i <= 10; i++) {
      media = media.row(i, i, "c" + i + ".cab");
      files = files.row("f" + i, 1, null, i);
    }

    assertThat(inspect(packageOf(media, files)).problems())
        .hasSize(10)
        .last()
        .extracting(MsiProblem::text)
        .isEqualTo("its files are in the cabinet 'c10.cab' beside it, which is not there");
  }

  /** A hostile table names many that are not there. */
  @Test
  void areSaidInTenLinesAtMost() throws IOException {
    TableFixture media = MEDIA;
    TableFixture files = FILES;
    for (int i = 1; i <= 500; i++) {
      media = media.row(i, i, "c" + i + ".cab");
      files = files.row("f" + i, 1, null, i);
    }

    MsiInspection inspection = inspect(packageOf(media, files));

    assertThat(inspection.problems()).hasSize(10);
    assertThat(inspection.problems().get(9))
        .isEqualTo(
            new MsiProblem(
                MsiProblem.Kind.CABINET_ELSEWHERE,
                "and 491 more is to be said of its cabinets, as: its files are in the cabinet"
                    + " 'c10.cab' beside it, which is not there"));
  }

  private static MsiFixture packageOf(TableFixture media, TableFixture files) {
    return MsiFixture.smallest().withoutCabinet().table(media).table(files);
  }

  private static TableFixture file(
      String id, int size, @Nullable Integer attributes, int sequence) {
    return FILES.row(id, size, attributes, sequence);
  }

  private static byte[] cabinet(String file) {
    return CabinetBytes.zipped().with(file, CONTENT).make().array();
  }

  /** Of the MD5 of these bytes, as the tables have it: in four numbers. */
  private static TableFixture hash(byte[] content) {
    ByteBuffer md5;
    try {
      md5 = ByteBuffer.wrap(MessageDigest.getInstance("MD5").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
    md5.order(ByteOrder.LITTLE_ENDIAN);
    return TableFixture.named("MsiFileHash")
        .text("File_", 72, ColumnFlag.KEY)
        .integer16("Options")
        .integer32("HashPart1")
        .integer32("HashPart2")
        .integer32("HashPart3")
        .integer32("HashPart4")
        .row("one", 0, md5.getInt(), md5.getInt(), md5.getInt(), md5.getInt());
  }

  private static List<CabinetState> cabinets(MsiInspection inspection) {
    Optional<List<CabinetState>> cabinets = inspection.cabinets();
    return cabinets.orElseThrow();
  }

  private List<String> texts(MsiFixture fixture) throws IOException {
    return inspect(fixture).problems().stream().map(MsiProblem::text).toList();
  }

  private MsiInspection inspect(MsiFixture fixture) throws IOException {
    return inspect(fixture, folder);
  }

  private static MsiInspection inspect(MsiFixture fixture, Path in) throws IOException {
    return inspect(fixture, in, ReadingDepth.CHECKSUMS);
  }

  private static MsiInspection inspect(MsiFixture fixture, Path in, ReadingDepth depth)
      throws IOException {
    Path file = Files.write(in.resolve("a.msi"), fixture.toBytes());
    return MsiInspection.of(file, depth, () -> false);
  }
}
