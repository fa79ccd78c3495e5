package io.kbaudit.msi;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.fixtures.msi.MsiFixture;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cabinets of two blocks in small packages, written byte by byte. */
class CabinetTest {
  private static final int CABINET_BYTES = 8;
  private static final int FOLDERS = 26;
  private static final int FLAGS = 30;

  /** Where the only folder of {@link #plain} is, and its blocks are. */
  private static final int FOLDER = 36;

  private static final int FIRST_BLOCK = 44;
  private static final int BLOCK_BYTES = 8 + 100;
  private static final int SECOND_BLOCK = FIRST_BLOCK + BLOCK_BYTES;

  @TempDir private Path folder;

  @Test
  void isSoundWithWholeBlocks() throws IOException {
    assertThat(problems(bytes(plain()))).isEmpty();
  }

  @Test
  void isSoundWithReservesAndNames() throws IOException {
    ByteBuffer cabinet = littleEndian(400);
    cabinet.put(bytes(plain()), 0, FOLDER);
    cabinet.putInt(CABINET_BYTES, 400).putShort(FLAGS, (short) 7);
    cabinet.putShort((short) 20).put((byte) 3).put((byte) 5).put(new byte[20]);
    cabinet.put("a.cab\0Disk 1\0c.cab\0Disk 3\0".getBytes(US_ASCII));
    int blocks = cabinet.position() + 8 + 3;
    cabinet.putInt(blocks).putShort((short) 2).putShort((short) 1).put(new byte[3]);
    for (int i = 0; i < 2; i++) {
      cabinet.putInt(0).putShort((short) 100).putShort((short) 32_768).put(new byte[105]);
    }

    assertThat(problems(bytes(cabinet))).isEmpty();
    cabinet.putShort(blocks + 8 + 105 + 4, (short) 0);
    assertThat(problems(bytes(cabinet))).containsExactly(noBlockAt(blocks + 8 + 105, 400));
  }

  @Test
  void isSoundWithASignatureBehindIt() throws IOException {
    assertThat(problems(Arrays.copyOf(bytes(plain()), 500))).isEmpty();
  }

  @Test
  void isSoundWithoutFolders() throws IOException {
    ByteBuffer empty = littleEndian(FOLDER);
    empty.put(bytes(plain()), 0, FOLDER).putInt(CABINET_BYTES, FOLDER).putShort(FOLDERS, (short) 0);

    assertThat(problems(bytes(empty))).isEmpty();
  }

  @Test
  void breaksOffWhereABlockHasNoBytes() throws IOException {
    ByteBuffer cabinet = plain().putShort(SECOND_BLOCK + 4, (short) 0);

    assertThat(problems(bytes(cabinet))).containsExactly(noBlockAt(SECOND_BLOCK, 260));
  }

  @Test
  void breaksOffWhereABlockIsLargerThanBlocksAre() throws IOException {
    ByteBuffer cabinet = plain().putShort(FIRST_BLOCK + 6, (short) 32_769);

    assertThat(problems(bytes(cabinet))).containsExactly(noBlockAt(FIRST_BLOCK, 260));
  }

  @Test
  void breaksOffWhereABlockGoesOnBehindItsEnd() throws IOException {
    ByteBuffer cabinet = plain().putShort(SECOND_BLOCK + 4, (short) 101);

    assertThat(problems(bytes(cabinet))).containsExactly(noBlockAt(SECOND_BLOCK, 260));
  }

  @Test
  void breaksOffWhereItCountsMoreBlocksThanItHas() throws IOException {
    ByteBuffer cabinet = plain().putShort(FOLDER + 4, (short) 3);

    assertThat(problems(bytes(cabinet))).containsExactly(noBlockAt(260, 260));
  }

  @Test
  void breaksOffWhereFoldersShareTheirBlocks() throws IOException {
    ByteBuffer cabinet = littleEndian(8 + 260);
    byte[] plain = bytes(plain());
    cabinet.put(plain, 0, FIRST_BLOCK).put(plain, FOLDER, 8).put(plain, FIRST_BLOCK, 216);
    cabinet.putInt(CABINET_BYTES, 268).putShort(FOLDERS, (short) 2);
    cabinet.putInt(FOLDER, FIRST_BLOCK + 8).putInt(FIRST_BLOCK, FIRST_BLOCK + 8);

    assertThat(problems(bytes(cabinet))).containsExactly(noBlockAt(FIRST_BLOCK + 8, 268));
  }

  @Test
  void isSaidToBeLargerThanItsStream() throws IOException {
    ByteBuffer cabinet = plain().putInt(CABINET_BYTES, -1);

    assertThat(problems(bytes(cabinet)))
        .containsExactly(
            "the cabinet 'Data1.cab' is said to have 4,294,967,295 bytes, and its stream has 260");
  }

  @Test
  void isNoneWithoutItsSignature() throws IOException {
    for (byte[] stream : List.of(new byte[0], new byte[3], new byte[5000])) {
      assertThat(problems(stream))
          .containsExactly("the stream 'Data1.cab' is no cabinet: it does not begin with MSCF");
    }
  }

  @Test
  void breaksOffWithinItsHeader() throws IOException {
    byte[] cabinet = bytes(plain().putShort(FLAGS, (short) 1));
    Arrays.fill(cabinet, FOLDER, cabinet.length, (byte) 'a');

    assertThat(problems(Arrays.copyOf(cabinet, 20)))
        .containsExactly("the cabinet 'Data1.cab' breaks off: no header at byte 0 of 20");
    assertThat(problems(cabinet))
        .containsExactly("the cabinet 'Data1.cab' breaks off: no header at byte 36 of 260");
  }

  private List<String> problems(byte[] cabinet) throws IOException {
    Path file = folder.resolve("a.msi");
    MsiFixture.smallest().withStream("Data1.cab", cabinet).writeTo(file);
    return MsiInspection.of(file).problems().stream().map(MsiProblem::text).toList();
  }

  private static String noBlockAt(int at, int size) {
    return "the cabinet 'Data1.cab' breaks off: no data block at byte " + at + " of " + size;
  }

  /** Returns one of 260 bytes: header, folder, two blocks of 100 bytes. */
  private static ByteBuffer plain() {
    ByteBuffer cabinet = littleEndian(SECOND_BLOCK + BLOCK_BYTES);
    cabinet.put("MSCF".getBytes(US_ASCII));
    cabinet.putInt(CABINET_BYTES, cabinet.limit()).putShort(FOLDERS, (short) 1);
    cabinet.putInt(FOLDER, FIRST_BLOCK).putShort(FOLDER + 4, (short) 2);
    for (int block : new int[] {FIRST_BLOCK, SECOND_BLOCK}) {
      cabinet.putShort(block + 4, (short) 100).putShort(block + 6, (short) 32_768);
    }
    return cabinet;
  }

  private static byte[] bytes(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.capacity()];
    buffer.get(0, bytes);
    return bytes;
  }

  private static ByteBuffer littleEndian(int bytes) {
    return ByteBuffer.wrap(new byte[bytes]).order(ByteOrder.LITTLE_ENDIAN);
  }
}
