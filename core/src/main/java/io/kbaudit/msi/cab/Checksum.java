package io.kbaudit.msi.cab;

import java.nio.ByteBuffer;
import java.nio.LongBuffer;

/**
 * The checksum of a CFDATA block ([MS-CAB] 3.1): the exclusive or of its bytes in fours, from its
 * sizes on.
 */
final class Checksum {
  private static final int FOUR = Integer.BYTES;

  /** How many bytes are copied out at once: one by one, each costs a call. */
  private static final int CHUNK_BYTES = 4096;

  private Checksum() {}

  /**
   * Returns the checksum of a block.
   *
   * @param sizes the field of the block's two sizes, as stored
   * @param content the bytes behind it, little endian
   */
  static int of(int sizes, ByteBuffer content) {
    LongBuffer longs = content.asLongBuffer();
    int at = content.position() + longs.remaining() * Long.BYTES;
    int end = content.limit();
    long eights = 0;
    long[] chunk = new long[Math.min(longs.remaining(), CHUNK_BYTES / Long.BYTES)];
    while (longs.hasRemaining()) {
      int length = Math.min(longs.remaining(), chunk.length);
      longs.get(chunk, 0, length);
      for (int i = 0; i < length; i++) {
        eights ^= chunk[i];
      }
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
