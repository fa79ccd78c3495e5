package io.kbaudit.msi.cab;

import java.nio.ByteBuffer;

/**
 * The checksum of a CFDATA block ([MS-CAB] 3.1): the exclusive or of its bytes in fours, from its
 * sizes on.
 */
final class Checksum {
  private static final int FOUR = Integer.BYTES;

  private Checksum() {}

  /**
   * Returns the checksum of a block.
   *
   * @param sizes the field of the block's two sizes, as stored
   * @param content the bytes behind it, little endian
   */
  static int of(int sizes, ByteBuffer content) {
    long eights = 0;
    int at = content.position();
    int end = content.limit();
    for (; at <= end - Long.BYTES; at += Long.BYTES) {
      eights ^= content.getLong(at);
    }
    int sum = sizes ^ (int) eights ^ (int) (eights >>> Integer.SIZE);
    if (at <= end - FOUR) {
      sum ^= content.getInt(at);
      at += FOUR;
    }
    return sum ^ rest(content, at, end);
  }

  /**
   * The last one, two or three bytes are the low ones of a number, the first of them the highest.
   */
  private static int rest(ByteBuffer content, int start, int end) {
    int rest = 0;
    for (int at = start; at < end; at++) {
      rest = rest << Byte.SIZE | Byte.toUnsignedInt(content.get(at));
    }
    return rest;
  }
}
