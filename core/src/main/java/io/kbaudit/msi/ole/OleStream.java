package io.kbaudit.msi.ole;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A stream that is read in places. In memory is where its sectors are, eight bytes for each row of
 * those that follow one another, and no content but that of a stream below 4 KB.
 */
public final class OleStream {
  private final long sizeBytes;
  private final Reading reading;

  /** Reads what lies within the stream, or the file. */
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
    SectorRuns runs =
        DamagedTables.converted(
            () -> owner + " leads to what the FAT does not describe",
            () -> SectorRuns.of(store, owner, stream));
    return new OleStream(
        stream.sizeBytes(),
        (offset, into) -> readSectors(store, store::readOn, owner, runs, offset, into));
  }

  /** Returns all bytes of such a stream, of which there are at most 2 GB. */
  static byte[] read(SectorStore store, String owner, OleEntry stream) throws IOException {
    SectorRuns runs = SectorRuns.of(store, owner, stream);
    ByteBuffer bytes = ByteBuffer.allocate((int) stream.sizeBytes());
    readSectors(store, store::read, owner, runs, 0, bytes);
    return bytes.array();
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
    requireWithin(offset, length);
    ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    reading.read(offset, bytes);
    return bytes.flip();
  }

  /**
   * Reads as many bytes as {@code into} has room for.
   *
   * @throws OleFormatException if the file ends before them
   * @throws IndexOutOfBoundsException if the stream does not have them
   */
  public void read(long offset, ByteBuffer into) throws IOException {
    requireWithin(offset, into.remaining());
    reading.read(offset, into);
  }

  private void requireWithin(long offset, int length) {
    if (offset < 0 || length < 0 || offset > sizeBytes - length) {
      throw new IndexOutOfBoundsException(length + " bytes at " + offset + " of " + sizeBytes);
    }
  }

  /** Reads sectors that follow one another in the file all at once. */
  private static void readSectors(
      SectorStore store, Reading file, String owner, SectorRuns runs, long offset, ByteBuffer into)
      throws IOException {
    long at = offset;
    int end = into.limit();
    while (into.hasRemaining()) {
      int index = (int) (at / store.sectorBytes());
      int within = (int) (at % store.sectorBytes());
      int run = runs.runOf(index);
      long left = (long) runs.sectorsLeft(run, index) * store.sectorBytes() - within;
      int length = (int) Math.min(left, into.remaining());
      long start = store.offsetOf(runs.sector(run, index)) + within;
      if (start + length > store.fileBytes()) {
        throw new OleFormatException(
            OleProblem.Kind.TRUNCATED,
            "the file ends at byte " + Numbers.grouped(store.fileBytes()) + ", within " + owner);
      }
      file.read(start, into.limit(into.position() + length));
      into.limit(end);
      at += length;
    }
  }
}
