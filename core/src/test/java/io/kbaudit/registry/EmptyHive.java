package io.kbaudit.registry;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The file of a registry without keys, for other programs to fill: a base block, and one block with
 * the root and its security (msuhanov/regf, "Windows registry file format specification").
 */
final class EmptyHive {
  private static final int BLOCK_BYTES = 4096;
  private static final int NONE = -1;

  private static final int CHECKED_BYTES = 508;

  /** Where cells begin, from the end of the base block on. */
  private static final int BIN_HEADER_BYTES = 32;

  private static final byte[] ROOT_NAME = "ROOT".getBytes(US_ASCII);
  private static final int ROOT_CELL_BYTES = 88;
  private static final int SECURITY_CELL_BYTES = 48;
  private static final short ROOT_FLAGS = 0x2C; // may not be deleted, root, name in ASCII
  private static final int SELF_RELATIVE = 0x8000_0001; // a descriptor without anything, revision 1

  private EmptyHive() {}

  static byte[] bytes() {
    ByteBuffer hive = ByteBuffer.allocate(2 * BLOCK_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    putBase(hive);
    hive.position(BLOCK_BYTES);
    hive.put("hbin".getBytes(US_ASCII)).putInt(0).putInt(BLOCK_BYTES);
    hive.position(BLOCK_BYTES + BIN_HEADER_BYTES);
    putRoot(hive);
    hive.position(BLOCK_BYTES + BIN_HEADER_BYTES + ROOT_CELL_BYTES);
    putSecurity(hive);
    int used = BIN_HEADER_BYTES + ROOT_CELL_BYTES + SECURITY_CELL_BYTES;
    hive.putInt(BLOCK_BYTES + used, BLOCK_BYTES - used);
    byte[] bytes = new byte[hive.capacity()];
    hive.get(0, bytes);
    return bytes;
  }

  private static void putBase(ByteBuffer hive) {
    hive.put("regf".getBytes(US_ASCII)).putInt(1).putInt(1).putLong(0);
    hive.putInt(1).putInt(3); // version 1.3
    hive.putInt(0).putInt(1).putInt(BIN_HEADER_BYTES).putInt(BLOCK_BYTES).putInt(1);
    int checksum = 0;
    for (int i = 0; i < CHECKED_BYTES; i += Integer.BYTES) {
      checksum ^= hive.getInt(i);
    }
    hive.putInt(CHECKED_BYTES, checksum);
  }

  private static void putRoot(ByteBuffer hive) {
    hive.putInt(-ROOT_CELL_BYTES).put("nk".getBytes(US_ASCII)).putShort(ROOT_FLAGS).putLong(0);
    hive.putInt(0).putInt(NONE); // parent
    hive.putInt(0).putInt(0).putInt(NONE).putInt(NONE); // keys
    hive.putInt(0).putInt(NONE); // values
    hive.putInt(BIN_HEADER_BYTES + ROOT_CELL_BYTES).putInt(NONE); // security, class
    hive.putLong(0).putLong(0).putInt(0);
    hive.putShort((short) ROOT_NAME.length).putShort((short) 0).put(ROOT_NAME);
  }

  private static void putSecurity(ByteBuffer hive) {
    int self = BIN_HEADER_BYTES + ROOT_CELL_BYTES;
    hive.putInt(-SECURITY_CELL_BYTES).put("sk".getBytes(US_ASCII)).putShort((short) 0);
    hive.putInt(self).putInt(self).putInt(1); // neighbours, how many keys have it
    hive.putInt(20).putInt(SELF_RELATIVE).putLong(0).putLong(0);
  }
}
