package io.kbaudit.msi.ole;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import org.apache.commons.io.IOUtils;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/**
 * The sectors of a compound file and how they are chained, as POI has read them from its header,
 * DIFAT and FAT.
 *
 * <p>POI's own way to a stream is not taken: it knows sizes up to 2 GB alone, passes over directory
 * entries of a type it does not know, and looks each mini sector up from the start of the mini
 * stream. What it keeps for its subclasses is enough to follow a chain.
 */
final class SectorStore extends POIFSFileSystem implements Sectors {
  private final FileChannel channel;
  private final long fileBytes;

  /** Reads the tables; closing the store leaves {@code channel} open. */
  SectorStore(FileChannel channel) throws IOException {
    super(channel, true, false);
    this.channel = channel;
    this.fileBytes = channel.size();
    requireWholeFat();
  }

  @Override
  public int sectorBytes() {
    return getBigBlockSize();
  }

  @Override
  public long fileBytes() {
    return fileBytes;
  }

  /** Returns how many sectors the FAT describes, whether the file has them or not. */
  long described() {
    return (long) getHeaderBlock().getBATCount() * entriesPerSector();
  }

  @Override
  public boolean isDescribed(int sector) {
    return sector >= 0 && sector < described();
  }

  @Override
  public int next(int sector) {
    return getNextBlock(sector);
  }

  @Override
  public ByteBuffer read(int sector) throws IOException {
    return getBlockAt(sector).order(ByteOrder.LITTLE_ENDIAN);
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

  /** Reads bytes of the file, all of which there are, whatever sectors they are in. */
  void read(long offset, ByteBuffer into) throws IOException {
    IOUtils.readFully(channel.position(offset), into);
  }

  @Override
  public int directoryStart() {
    return getHeaderBlock().getPropertyStart();
  }

  @Override
  public int miniFatStart() {
    return getHeaderBlock().getSBATStart();
  }

  /** Returns the first FAT sectors, those that the header itself lists. */
  int[] fatSectorsInHeader() {
    return getHeaderBlock().getBATArray();
  }

  /** POI takes what the DIFAT lists, and the header's count of it for true. */
  private void requireWholeFat() throws OleFormatException {
    if (described() == 0) {
      throw new OleFormatException(OleProblem.Kind.DAMAGED, "its header counts no FAT sector");
    }
    try {
      getNextBlock((int) Math.min(described(), Integer.MAX_VALUE) - 1);
    } catch (IndexOutOfBoundsException e) {
      throw new OleFormatException(
          new OleProblem(
              OleProblem.Kind.DAMAGED,
              "its header counts "
                  + Numbers.grouped(getHeaderBlock().getBATCount())
                  + " FAT sectors, and fewer are listed"),
          e);
    }
  }

  private int entriesPerSector() {
    return sectorBytes() / Integer.BYTES;
  }
}
