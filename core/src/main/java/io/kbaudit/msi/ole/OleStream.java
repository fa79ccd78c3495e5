package io.kbaudit.msi.ole;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A stream that is read in places. In memory is where its sectors are, four bytes for each, and no
 * content but that of a stream below 4 KB.
 */
public final class OleStream {
  private final long sizeBytes;
  private final Reading reading;

  /** Reads what lies within the stream. */
  private interface Reading {
    void read(long offset, ByteBuffer into) throws IOException;
  }

  private OleStream(long sizeBytes, Reading reading) {
    this.sizeBytes = sizeBytes;
    this.reading = reading;
  }

  /** Returns a stream that was read whole. */
  static OleStream of(byte[] bytes) {
    return new OleStream(
        bytes.length, (offset, into) -> into.put(bytes, (int) offset, into.remaining()));
  }

  /** Returns a stream that has sectors of its own, no more than the file has. */
  static OleStream of(SectorStore store, String owner, OleEntry stream) throws IOException {
    int[] sectors =
        PoiFailure.converted(
            () -> owner + " leads to what the FAT does not describe",
            () -> sectors(store, owner, stream));
    return new OleStream(
        stream.sizeBytes(), (offset, into) -> readSectors(store, owner, sectors, offset, into));
  }

  /** Returns how many bytes it has. */
  public long sizeBytes() {
    return sizeBytes;
  }

  /**
   * Returns some of its bytes, little endian.
   *
   * @throws OleFormatException if the file ends before them
   * @throws IndexOutOfBoundsException if the stream does not have them
   */
  public ByteBuffer read(long offset, int length) throws IOException {
    if (offset < 0 || length < 0 || offset > sizeBytes - length) {
      throw new IndexOutOfBoundsException(length + " bytes at " + offset + " of " + sizeBytes);
    }
    ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    reading.read(offset, bytes);
    return bytes.flip();
  }

  private static int[] sectors(SectorStore store, String owner, OleEntry stream)
      throws OleFormatException {
    long count = (stream.sizeBytes() + store.sectorBytes() - 1) / store.sectorBytes();
    int[] sectors = new int[Math.toIntExact(count)];
    int sector = stream.firstSector();
    for (int i = 0; i < sectors.length; i++) {
      if (!store.isDescribed(sector)) {
        throw new OleFormatException(
            OleProblem.Kind.DAMAGED,
            owner + " goes on in sector " + Numbers.sector(sector) + ", which there is not");
      }
      sectors[i] = sector;
      sector = store.next(sector);
    }
    return sectors;
  }

  private static void readSectors(
      SectorStore store, String owner, int[] sectors, long offset, ByteBuffer into)
      throws IOException {
    long at = offset;
    while (into.hasRemaining()) {
      int sector = sectors[(int) (at / store.sectorBytes())];
      int within = (int) (at % store.sectorBytes());
      int length = Math.min(store.sectorBytes() - within, into.remaining());
      if (store.offsetOf(sector) + within + length > store.fileBytes()) {
        throw new OleFormatException(
            OleProblem.Kind.TRUNCATED,
            "the file ends at byte " + Numbers.grouped(store.fileBytes()) + ", within " + owner);
      }
      into.put(store.read(sector).slice(within, length));
      at += length;
    }
  }
}
