package io.kbaudit.msi.ole;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/**
 * The sectors of a compound file and how they are chained, as POI has read them from its header,
 * DIFAT and FAT.
 *
 * <p>POI's own way to a stream is not taken: it knows sizes up to 2 GB alone, passes over directory
 * entries of a type it does not know, and looks each mini sector up from the start of the mini
 * stream. What it keeps for its subclasses is enough to follow a chain.
 */
final class SectorStore extends POIFSFileSystem {
  /** The end of a chain ([MS-CFB] 2.1). */
  static final int END_OF_CHAIN = 0xFFFFFFFE;

  /** A sector nothing uses ([MS-CFB] 2.1). */
  static final int FREE = 0xFFFFFFFF;

  private final long fileBytes;

  /** Reads the tables; closing the store leaves {@code channel} open. */
  SectorStore(FileChannel channel) throws IOException {
    super(channel, true, false);
    this.fileBytes = channel.size();
  }

  int sectorBytes() {
    return getBigBlockSize();
  }

  long fileBytes() {
    return fileBytes;
  }

  /** Returns how many sectors the FAT describes, whether the file has them or not. */
  long described() {
    return (long) getHeaderBlock().getBATCount() * entriesPerSector();
  }

  /** Returns whether {@code sector} is one, and no mark such as {@link #END_OF_CHAIN}. */
  boolean isDescribed(int sector) {
    return sector >= 0 && sector < described();
  }

  /** Returns what the FAT says follows a {@linkplain #isDescribed described} sector. */
  int next(int sector) {
    return getNextBlock(sector);
  }

  /** Returns the offset in the file at which a sector begins; the header is as long as a sector. */
  long offsetOf(int sector) {
    return (sector + 1L) * sectorBytes();
  }

  /** Returns a sector's bytes, little endian; zeros stand for what the file lacks of its last. */
  ByteBuffer read(int sector) throws IOException {
    return getBlockAt(sector).order(ByteOrder.LITTLE_ENDIAN);
  }

  int directoryStart() {
    return getHeaderBlock().getPropertyStart();
  }

  int miniFatStart() {
    return getHeaderBlock().getSBATStart();
  }

  /** Returns the first FAT sectors, those that the header itself lists. */
  int[] fatSectorsInHeader() {
    return getHeaderBlock().getBATArray();
  }

  /** Returns the last sector that the FAT has in use, or -1. */
  int lastInUse() {
    for (int sector = (int) Math.min(described(), Integer.MAX_VALUE) - 1; sector >= 0; sector--) {
      if (next(sector) != FREE) {
        return sector;
      }
    }
    return -1;
  }

  private int entriesPerSector() {
    return sectorBytes() / Integer.BYTES;
  }
}
