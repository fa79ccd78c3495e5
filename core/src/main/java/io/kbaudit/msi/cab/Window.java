package io.kbaudit.msi.cab;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A source that is read in pieces, of which smaller ones are handed out, mostly in a row: the more
 * is asked for, the larger the pieces.
 */
final class Window {
  private static final int FIRST_PIECE_BYTES = 1 << 10;
  private static final int LARGEST_PIECE_BYTES = 1 << 18;

  private final CabinetSource source;
  private ByteBuffer piece = ByteBuffer.allocate(0);
  private long start;
  private int pieceBytes;

  private Window(CabinetSource source, int pieceBytes) {
    this.source = source;
    this.pieceBytes = pieceBytes;
  }

  /** Returns a window on a source of which little may be read. */
  static Window small(CabinetSource source) {
    return new Window(source, FIRST_PIECE_BYTES);
  }

  /** Returns a window on a source of which all is to be read. */
  static Window large(CabinetSource source) {
    return new Window(source, LARGEST_PIECE_BYTES);
  }

  /** Returns some bytes that there are, little endian. */
  ByteBuffer at(long offset, int length) throws IOException {
    if (offset < start || offset + length > start + piece.limit()) {
      long left = source.sizeBytes() - offset;
      piece = source.read(offset, (int) Math.min(Math.max(length, pieceBytes), left));
      start = offset;
      pieceBytes = Math.min(2 * pieceBytes, LARGEST_PIECE_BYTES);
    }
    return piece.slice((int) (offset - start), length).order(ByteOrder.LITTLE_ENDIAN);
  }
}
