package io.kbaudit.msi.cab;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Cabinets made byte by byte, whole and not. */
@SuppressWarnings("ByteBufferBackingArray") // each buffer here is of a whole array
class CabinetTest {
  private static final byte[] SMALL = "a small file, and no more".getBytes(US_ASCII);
  private static final byte[] LARGE = noise(70_001);

  /** Three blocks: two of 32,768 bytes, and the rest. */
  private static final CabinetBytes STORED = CabinetBytes.stored().with("large", LARGE);

  private static final int FIRST = STORED.firstBlock();
  private static final int SECOND = FIRST + 8 + 32_768;
  private static final int THIRD = SECOND + 8 + 32_768;
  private static final int END = THIRD + 8 + 70_001 - 65_536;

  @Test
  void isWholeWithThreeBlocks() throws IOException {
    assertThat(problems(STORED.make())).isEmpty();
  }

  @Test
  void isWholeWithTwoFilesInItsBlocks() throws IOException {
    assertThat(problems(CabinetBytes.zipped().with("a", SMALL).with("b", LARGE).make())).isEmpty();
  }

  @Test
  void isWholeWithABlockAsShortAsOneByte() throws IOException {
    for (int size = 1; size < 20; size++) {
      assertThat(problems(CabinetBytes.stored().with("a", noise(size)).make())).isEmpty();
    }
  }

  @Test
  void isWholeWithASignatureBehindIt() throws IOException {
    byte[] longer = Arrays.copyOf(STORED.make().array(), END + 500);

    assertThat(problems(ByteBuffer.wrap(longer))).isEmpty();
  }

  @Test
  void isWholeWithEqualFilesThatAreStoredOnce() throws IOException {
    ByteBuffer cabinet = CabinetBytes.stored().with("a", SMALL).with("b", SMALL).make();
    cabinet.putInt(
        CabinetBytes.FOLDER + 8 + 18 + 4, 0); // the second file begins where the first does
    int block = CabinetBytes.stored().with("a", SMALL).with("b", SMALL).firstBlock();
    ByteBuffer once = CabinetBytes.stored().with("a", SMALL).make();
    int first = CabinetBytes.stored().with("a", SMALL).firstBlock();
    byte[] bytes = Arrays.copyOf(cabinet.array(), block + once.capacity() - first);
    System.arraycopy(once.array(), first, bytes, block, once.capacity() - first);
    ByteBuffer shared = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    shared.putInt(CabinetBytes.SIZE, bytes.length);

    Map<String, String> md5 = new HashMap<>();
    assertThat(examination(shared, md5).problems()).isEmpty();
    assertThat(md5).isEqualTo(Map.of("a", md5(SMALL), "b", md5(SMALL)));
  }

  @Test
  void isWholeWithReservesAndNamesOfItsNeighbours() throws IOException {
    byte[] content = noise(100);
    ByteBuffer cabinet = littleEndian(300);
    cabinet.put(CabinetBytes.stored().make().array(), 0, CabinetBytes.FOLDER);
    cabinet.putInt(CabinetBytes.SIZE, 300).putShort(CabinetBytes.FLAGS, (short) 7);
    cabinet.putShort((short) 20).put((byte) 3).put((byte) 5).put(new byte[20]);
    cabinet.put("a.cab\0Disk 1\0c.cab\0Disk 3\0".getBytes(US_ASCII));
    int block = cabinet.position() + 8 + 3;
    cabinet.putInt(block).putShort((short) 1).putShort((short) 0).put(new byte[3]);
    cabinet.putInt(0).putShort((short) 100).putShort((short) 100).put(new byte[5]).put(content);

    assertThat(problems(cabinet)).isEmpty();
    cabinet.putShort(block + 4, (short) 0);
    assertThat(problems(cabinet)).containsExactly(noBlockAt(block, 300));
  }

  @Test
  void isWholeWithoutFolders() throws IOException {
    ByteBuffer empty = littleEndian(CabinetBytes.FOLDER);
    empty.put(STORED.make().array(), 0, CabinetBytes.FOLDER);
    empty.putInt(CabinetBytes.SIZE, CabinetBytes.FOLDER).putInt(CabinetBytes.FOLDERS, 0);

    assertThat(problems(empty)).isEmpty();
  }

  @Test
  void eachChangedByteOfABlockIsFound() throws IOException {
    ByteBuffer sound = CabinetBytes.stored().with("a", noise(301)).make();
    int first = CabinetBytes.stored().with("a", noise(301)).firstBlock();
    for (int at = first; at < sound.capacity(); at++) {
      for (int bit = 0; bit < 8; bit++) {
        byte[] changed = sound.array().clone();
        changed[at] ^= (byte) (1 << bit);

        assertThat(problems(ByteBuffer.wrap(changed))).as("byte %d, bit %d", at, bit).hasSize(1);
      }
    }
  }

  @Test
  void aNameOf255BytesIsReadAndALongerOneContradictsIt() throws IOException {
    String longest = "n".repeat(CabinetReader.LONGEST_NAME - 1);

    assertThat(problems(CabinetBytes.stored().with(longest, noise(1)).make())).isEmpty();
    ByteBuffer longer = CabinetBytes.stored().with(longest + "n", noise(1)).make();
    assertThatExceptionOfType(CabinetFormatException.class)
        .isThrownBy(() -> problems(longer))
        .withMessageEndingWith("the name at byte 60 has more than 255 bytes, and none has");
  }

  @Test
  void aChangedBlockIsNamed() throws IOException {
    ByteBuffer cabinet = STORED.make();
    cabinet.put(SECOND + 1_000, (byte) (cabinet.get(SECOND + 1_000) + 1));

    assertThat(problems(cabinet))
        .containsExactly(
            "the cabinet 'Data1.cab', data block 2 at byte "
                + String.format("%,d", SECOND)
                + ": its bytes are not those that its checksum was made of");
  }

  @Test
  void ofManyChangedBlocksTheFirstAreNamed() throws IOException {
    CabinetBytes five = CabinetBytes.stored().with("a", noise(5 * 32_768));
    ByteBuffer cabinet = five.make();
    for (int i = 0; i < 5; i++) {
      int at = five.firstBlock() + i * (8 + 32_768) + 8;
      cabinet.put(at, (byte) ~cabinet.get(at));
    }

    assertThat(problems(cabinet))
        .hasSize(4)
        .last()
        .isEqualTo(
            "the cabinet 'Data1.cab' has 5 blocks whose bytes are not those that their checksums"
                + " were made of");
  }

  @Test
  void blocksWithoutChecksumAreCounted() throws IOException {
    ByteBuffer cabinet = CabinetBytes.stored().with("a", LARGE).withoutChecksums().make();
    cabinet.put(SECOND, (byte) ~cabinet.get(SECOND + 100));

    CabinetExamination examination =
        examination(
            CabinetBytes.stored().with("large", LARGE).withoutChecksums().make(), new HashMap<>());
    assertThat(examination.problems()).isEmpty();
    assertThat(examination.withoutChecksum()).isEqualTo(3);
    assertThat(examination.blocks()).isEqualTo(3);
  }

  @Test
  void theChecksumMayCountTheReserve() throws IOException {
    ByteBuffer content = littleEndian(16).put(noise(16)).flip();
    ByteBuffer reserve = littleEndian(4).putInt(0x01020304).flip();
    int sizes = 16 | 16 << 16;
    int plain = Checksum.of(sizes, content);

    assertThat(new Block(0, plain, sizes, reserve, content).agrees()).isTrue();
    assertThat(new Block(0, plain ^ 0x01020304, sizes, reserve, content).agrees()).isTrue();
    assertThat(new Block(0, plain ^ 1, sizes, reserve, content).agrees()).isFalse();
  }

  @Test
  void breaksOffWhereABlockHasNoBytes() throws IOException {
    ByteBuffer cabinet = STORED.make().putShort(SECOND + 4, (short) 0);

    assertThat(problems(cabinet)).containsExactly(noBlockAt(SECOND, END));
  }

  @Test
  void breaksOffWhereABlockIsLargerThanBlocksAre() throws IOException {
    ByteBuffer cabinet = STORED.make().putShort(FIRST + 6, (short) 32_769);

    assertThat(problems(cabinet)).containsExactly(noBlockAt(FIRST, END));
  }

  @Test
  void breaksOffWhereABlockGoesOnBehindItsEnd() throws IOException {
    ByteBuffer cabinet = STORED.make().putShort(THIRD + 4, (short) (70_001 - 65_536 + 1));

    assertThat(problems(cabinet)).containsExactly(noBlockAt(THIRD, END));
  }

  @Test
  void breaksOffWhereItCountsMoreBlocksThanItHas() throws IOException {
    ByteBuffer cabinet = CabinetBytes.stored().with("a", noise(32_768)).make();
    cabinet.putShort(CabinetBytes.FOLDER + 4, (short) 2);

    assertThat(problems(cabinet))
        .containsExactly(noBlockAt(cabinet.capacity(), cabinet.capacity()));
  }

  @Test
  void breaksOffWhereFoldersShareTheirBlocks() throws IOException {
    ByteBuffer one = CabinetBytes.stored().with("a", noise(32_768)).make();
    int end = one.capacity() + 8;
    ByteBuffer two = littleEndian(end);
    two.put(one.array(), 0, CabinetBytes.FOLDER + 8).put(one.array(), CabinetBytes.FOLDER, 8);
    two.put(one.array(), CabinetBytes.FOLDER + 8, one.capacity() - CabinetBytes.FOLDER - 8);
    int block = CabinetBytes.stored().with("a", noise(1)).firstBlock() + 8;
    two.putInt(CabinetBytes.SIZE, end).putShort(CabinetBytes.FOLDERS, (short) 2);
    two.putInt(CabinetBytes.FILES_START, CabinetBytes.FOLDER + 16);
    two.putInt(CabinetBytes.FOLDER, block).putInt(CabinetBytes.FOLDER + 8, block);

    assertThat(problems(two)).containsExactly(noBlockAt(block, end));
  }

  @Test
  void contradictsItselfWhereBlocksInTheMiddleAreShort() throws IOException {
    ByteBuffer cabinet = STORED.make().putShort(FIRST + 6, (short) 32_767);

    assertThat(problems(cabinet))
        .containsExactly(
            "the cabinet 'Data1.cab', data block 1 at byte "
                + FIRST
                + " has 32,768 bytes for 32,767 unpacked, which no block of no compression has"
                + " there");
  }

  @Test
  void contradictsItselfWhereItsFilesAreLargerThanItsBlocks() throws IOException {
    ByteBuffer cabinet = STORED.make().putInt(CabinetBytes.FOLDER + 8, 70_002);

    assertThat(problems(cabinet))
        .containsExactly(
            "the cabinet 'Data1.cab' contradicts itself: the files of folder 1 end at byte 70,002,"
                + " and its blocks unpack to 70,001");
  }

  @Test
  void contradictsItselfWhereFilesOverlap() throws IOException {
    ByteBuffer cabinet = CabinetBytes.stored().with("a", SMALL).with("b", LARGE).make();
    cabinet.putInt(CabinetBytes.FOLDER + 8, SMALL.length + 1);

    assertThat(problems(cabinet))
        .containsExactly(
            "the cabinet 'Data1.cab' contradicts itself: the files of folder 1 do not lie one behind"
                + " the other");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "4  | 1   | byte 4 of its header is reserved, and not zero",
        "12 | 1   | byte 12 of its header is reserved, and not zero",
        "20 | 1   | byte 20 of its header is reserved, and not zero",
        "24 | 2   | it is of version 1.2, not 1.3",
        "30 | 16  | its header has the flags 10, which there are not",
        "16 | 40  | its files are listed at byte 40, within its folders",
        "42 | 5   | folder 1 is packed by method 5, which there is not",
        "52 | 7   | file 1 is in folder 8 of 1",
      })
  void contradictsItselfWhereAFieldIsNotWhatItMustBe(int at, byte value, String text) {
    ByteBuffer cabinet = STORED.make().put(at, value);

    assertThatExceptionOfType(CabinetFormatException.class)
        .isThrownBy(() -> problems(cabinet))
        .withMessage("the cabinet 'Data1.cab' contradicts itself: " + text);
  }

  /** Only the flags of the header say that there is a cabinet before, or behind. */
  @ParameterizedTest
  @ValueSource(ints = {0xFFFD, 0xFFFE, 0xFFFF})
  void contradictsItselfWhereAFileGoesOnInNoCabinet(int folder) {
    ByteBuffer cabinet = STORED.make().putShort(52, (short) folder);

    assertThatExceptionOfType(CabinetFormatException.class)
        .isThrownBy(() -> problems(cabinet))
        .withMessageContaining("file 1 is in folder");
  }

  @Test
  void isSoonReadWithManyFoldersAndFiles() throws IOException {
    int count = 40_000;
    int size = CabinetBytes.FOLDER + 8 * count + 18 * count;
    ByteBuffer cabinet = littleEndian(size);
    cabinet.put(STORED.make().array(), 0, CabinetBytes.FOLDER).putInt(CabinetBytes.SIZE, size);
    cabinet.putInt(CabinetBytes.FILES_START, CabinetBytes.FOLDER + 8 * count);
    cabinet.putShort(CabinetBytes.FOLDERS, (short) count);
    cabinet.putShort(CabinetBytes.FILES, (short) count);
    for (int i = 0; i < count; i++) {
      int file = CabinetBytes.FOLDER + 8 * count + 18 * i;
      cabinet.putShort(file + 8, (short) i).put(file + 16, (byte) 'a');
    }

    assertTimeoutPreemptively(
        Duration.ofSeconds(30), () -> assertThat(problems(cabinet)).isEmpty());
  }

  @Test
  void isSaidToBeLargerThanItsStream() {
    ByteBuffer cabinet = STORED.make().putInt(CabinetBytes.SIZE, -1);

    assertThatExceptionOfType(CabinetFormatException.class)
        .isThrownBy(() -> problems(cabinet))
        .withMessage(
            "the cabinet 'Data1.cab' is said to have 4,294,967,295 bytes, and there are "
                + String.format("%,d", END));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3, 5_000})
  void isNoneWithoutItsSignature(int size) throws IOException {
    CabinetSource source = source(ByteBuffer.allocate(size));

    assertThat(CabinetReader.begins(source)).isFalse();
    assertThatExceptionOfType(CabinetFormatException.class)
        .isThrownBy(() -> CabinetReader.read("Data1.cab", source));
  }

  @Test
  void everyPrefixIsRefusedOrNotWhole() throws IOException {
    byte[] sound = CabinetBytes.zipped().with("a", SMALL).with("b", noise(500)).make().array();
    List<Integer> whole = new ArrayList<>();
    for (int length = 0; length < sound.length; length++) {
      ByteBuffer prefix =
          ByteBuffer.wrap(Arrays.copyOf(sound, length)).order(ByteOrder.LITTLE_ENDIAN);
      if (length > CabinetBytes.FOLDER) {
        prefix.putInt(CabinetBytes.SIZE, length);
      }
      try {
        if (problems(prefix).isEmpty()) {
          whole.add(length);
        }
      } catch (CabinetFormatException e) {
        assertThat(e).hasMessageContaining("Data1.cab");
      }
    }

    assertThat(whole).isEmpty();
  }

  @Test
  void unpacksEachFileWhateverBlocksItIsIn() throws IOException {
    for (CabinetBytes made : List.of(CabinetBytes.stored(), CabinetBytes.zipped())) {
      Map<String, String> md5 = new HashMap<>();
      ByteBuffer cabinet =
          made.with("empty", new byte[0])
              .with("small", SMALL)
              .with("large", LARGE)
              .with("none", new byte[0])
              .with("text", "lorem ipsum ".repeat(20_000).getBytes(US_ASCII))
              .make();

      assertThat(examination(cabinet, md5).problems()).isEmpty();
      assertThat(md5)
          .isEqualTo(
              Map.of(
                  "empty", md5(new byte[0]),
                  "small", md5(SMALL),
                  "large", md5(LARGE),
                  "none", md5(new byte[0]),
                  "text", md5("lorem ipsum ".repeat(20_000).getBytes(US_ASCII))));
    }
  }

  /** Their checksums are right still. */
  @Test
  void exchangedBlocksOfMsZipUnpackToOtherFiles() throws IOException {
    byte[] content = noise(3 * 32_768);
    CabinetBytes made = CabinetBytes.stored().with("a", content);
    ByteBuffer cabinet = made.make();
    byte[] exchanged = cabinet.array().clone();
    int first = made.firstBlock();
    int block = 8 + 32_768;
    System.arraycopy(cabinet.array(), first, exchanged, first + block, block);
    System.arraycopy(cabinet.array(), first + block, exchanged, first, block);
    Map<String, String> md5 = new HashMap<>();

    assertThat(examination(ByteBuffer.wrap(exchanged), md5).problems()).isEmpty();
    assertThat(md5.get("a")).isNotEqualTo(md5(content));
  }

  @Test
  void aBlockThatCannotBeUnpackedIsNamed() throws IOException {
    CabinetBytes made = CabinetBytes.zipped().with("a", SMALL).withoutChecksums();
    ByteBuffer cabinet = made.make();
    cabinet.put(made.firstBlock() + 8, (byte) 'X');

    assertThat(examination(cabinet, new HashMap<>()).problems())
        .containsExactly(
            "the cabinet 'Data1.cab', data block 1 at byte "
                + made.firstBlock()
                + " cannot be unpacked: it does not begin with CK");
  }

  @Test
  void saysWhatItDoesNotUnpack() throws IOException {
    ByteBuffer cabinet = CabinetBytes.packedBy(3).with("a", LARGE).make();

    CabinetExamination examination = examination(cabinet, new HashMap<>());

    assertThat(examination.problems()).isEmpty();
    assertThat(examination.notUnpacked()).containsExactly(Compression.LZX);
  }

  private static List<String> problems(ByteBuffer cabinet) throws IOException {
    CabinetSource source = source(cabinet);
    return CabinetExamination.of(CabinetReader.read("Data1.cab", source), source, Optional.empty())
        .problems();
  }

  private static CabinetExamination examination(ByteBuffer cabinet, Map<String, String> md5)
      throws IOException {
    CabinetSource source = source(cabinet);
    return CabinetExamination.of(
        CabinetReader.read("Data1.cab", source),
        source,
        Optional.of((file, digest) -> md5.put(file.name(), HexFormat.of().formatHex(digest))));
  }

  private static CabinetSource source(ByteBuffer bytes) {
    return new CabinetSource() {
      @Override
      public long sizeBytes() {
        return bytes.capacity();
      }

      @Override
      public ByteBuffer read(long offset, int length) {
        return bytes.slice((int) offset, length).order(ByteOrder.LITTLE_ENDIAN);
      }
    };
  }

  private static String noBlockAt(int at, int size) {
    return String.format(
        "the cabinet 'Data1.cab' breaks off: no data block at byte %,d of %,d", at, size);
  }

  private static byte[] noise(int bytes) {
    byte[] noise = new byte[bytes];
    new Random(bytes).nextBytes(noise);
    return noise;
  }

  private static String md5(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private static ByteBuffer littleEndian(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
