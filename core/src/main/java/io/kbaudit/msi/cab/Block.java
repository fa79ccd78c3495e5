package io.kbaudit.msi.cab;

import java.nio.ByteBuffer;

/**
 * A CFDATA block ([MS-CAB] 2.4).
 *
 * @param offset in the cabinet
 * @param checksum as stored; 0 where none was made
 * @param sizes of the packed and the unpacked content, as stored in one field
 * @param reserve of the cabinet's maker, mostly empty
 * @param content packed
 */
record Block(long offset, int checksum, int sizes, ByteBuffer reserve, ByteBuffer content) {
  /** Bytes in front of the reserve. */
  static final int HEADER_BYTES = 8;

  boolean hasChecksum() {
    return checksum != 0;
  }

  /** Returns whether the checksum is that of the bytes; makers differ in counting the reserve. */
  boolean agrees() {
    return checksum == Checksum.of(sizes, content)
        || (reserve.hasRemaining() && checksum == Checksum.of(sizes, withReserve()));
  }

  /** Returns the bytes that it unpacks to, at most 32,768. */
  int unpackedBytes() {
    return sizes >>> Short.SIZE;
  }

  private ByteBuffer withReserve() {
    return ByteBuffer.allocate(reserve.remaining() + content.remaining())
        .order(content.order())
        .put(reserve.duplicate())
        .put(content.duplicate())
        .flip();
  }
}
