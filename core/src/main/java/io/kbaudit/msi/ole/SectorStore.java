package io.kbaudit.msi.ole;

import io.kbaudit.file.FileContent;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.apache.poi.poifs.common.POIFSBigBlockSize;
import org.apache.poi.poifs.common.POIFSConstants;
import org.apache.poi.poifs.storage.BATBlock;

/**
 * The sectors of a compound file and how they are chained, as its header, DIFAT and FAT have it.
 *
 * <p>POI reads the sectors of these tables. Its own way from them to a stream is not taken: it
 * knows sizes up to 2 GB alone, passes over directory entries of a type it does not know, looks
 * each mini sector up from the start of the mini stream, and starts a logging system before the
 * first.
 */
final class SectorStore {
  /** The end of a chain ([MS-CFB] 2.1). */
  static final int END_OF_CHAIN = 0xFFFFFFFE;

  /** A sector of the FAT, and one of the DIFAT ([MS-CFB] 2.1). */
  static final int OF_FAT = 0xFFFFFFFD;

  static final int OF_DIFAT = 0xFFFFFFFC;

  /** A sector nothing uses ([MS-CFB] 2.1). */
  static final int FREE = 0xFFFFFFFF;

  private final FileContent file;
  private final OleHeader header;
  private final int sectorBytes;
  private final long fileBytes;
  private final BitSet tableSectors = new BitSet();
  private final int[] fat;

  /**
   * Reads the FAT, and goes through the sectors of the directory.
   *
   * @throws OleFormatException if the file does not have them where it says
   * @throws IOException if they cannot be read
   */
  SectorStore(FileContent file, OleHeader header) throws IOException {
    this.file = file;
    this.header = header;
    this.sectorBytes = header.sectorBytes();
    this.fileBytes = file.sizeBytes();
    this.fat = fat(fatSectors());
    requireChain("its directory", header.directoryStart(), Integer.MAX_VALUE);
  }

  int sectorBytes() {
    return sectorBytes;
  }

  long fileBytes() {
    return fileBytes;
  }

  /**
   * Goes through the sectors of the mini FAT, as many as the header counts.
   *
   * @throws OleFormatException if the file does not have them
   */
  void requireMiniFat() throws OleFormatException {
    requireChain("its mini FAT", header.miniFatStart(), header.miniFatCount());
  }

  /** Returns how many sectors the FAT describes, whether the file has them or not. */
  long described() {
    return fat.length;
  }

  /** Returns whether {@code sector} is one, and no mark such as {@link #END_OF_CHAIN}. */
  boolean isDescribed(int sector) {
    return sector >= 0 && sector < fat.length;
  }

  /** Returns what the FAT says follows a {@linkplain #isDescribed described} sector. */
  int next(int sector) {
    return fat[sector];
  }

  /** Returns the offset in the file at which a sector begins; the header is as long as a sector. */
  long offsetOf(int sector) {
    return (sector + 1L) * sectorBytes;
  }

  /**
   * Returns a sector's bytes, little endian; zeros stand for what the file lacks of its last.
   *
   * @throws IndexOutOfBoundsException if it has none of them
   */
  ByteBuffer read(int sector) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(sectorBytes).order(ByteOrder.LITTLE_ENDIAN);
    if (file.read(offsetOf(sector), bytes) == 0) {
      throw new IndexOutOfBoundsException("the file ends before sector " + sector);
    }
    return bytes.clear();
  }

  /** Returns the last sector that the FAT has in use, or -1. */
  int lastInUse() {
    for (int sector = fat.length - 1; sector >= 0; sector--) {
      if (fat[sector] != FREE) {
        return sector;
      }
    }
    return -1;
  }

  /** Reads bytes of the file, all of which there are, whatever sectors they are in. */
  void read(long offset, ByteBuffer into) throws IOException {
    file.readFully(offset, into);
  }

  /** Reads such bytes for one who is going to read what follows. */
  void readOn(long offset, ByteBuffer into) throws IOException {
    file.readOn(offset, into);
  }

  int directoryStart() {
    return header.directoryStart();
  }

  int miniFatStart() {
    return header.miniFatStart();
  }

  /** Returns the sectors of the FAT and the DIFAT. */
  BitSet tableSectors() {
    return (BitSet) tableSectors.clone();
  }

  /** Returns the FAT's sectors: the first in the header, the others in the chain of the DIFAT. */
  private List<Integer> fatSectors() throws IOException {
    List<Integer> sectors = new ArrayList<>();
    for (int sector : header.fatSectors()) {
      sectors.add(claim("its FAT", sector, tableSectors));
    }
    int listed = entriesPerSector() - 1;
    int difat = header.difatStart();
    for (int i = 0; i < header.difatCount(); i++) {
      BATBlock list = table(claim("its DIFAT", difat, tableSectors));
      for (int at = 0; at < listed && sectors.size() < header.fatCount(); at++) {
        if (list.getValueAt(at) == FREE || list.getValueAt(at) == END_OF_CHAIN) {
          break;
        }
        sectors.add(claim("its FAT", list.getValueAt(at), tableSectors));
      }
      difat = list.getValueAt(listed);
    }
    requireWhole(sectors.size());
    return sectors;
  }

  private int[] fat(List<Integer> sectors) throws IOException {
    int perSector = entriesPerSector();
    int[] entries = new int[Math.multiplyExact(sectors.size(), perSector)];
    int filled = 0;
    for (int sector : sectors) {
      BATBlock table = table(sector);
      for (int at = 0; at < perSector; at++) {
        entries[filled++] = table.getValueAt(at);
      }
    }
    return entries;
  }

  /**
   * Follows the chain of a table to its end, or for so many sectors, all of which must be there.
   */
  private void requireChain(String owner, int first, int most) throws OleFormatException {
    BitSet claimed = tableSectors();
    int sector = first;
    for (int i = 0; i < most && sector != END_OF_CHAIN; i++) {
      claim(owner, sector, claimed);
      if (!isDescribed(sector)) {
        throw damaged(
            owner + " goes on in sector " + Numbers.sector(sector) + ", which its FAT leaves out");
      }
      sector = next(sector);
    }
  }

  private BATBlock table(int sector) throws IOException {
    POIFSBigBlockSize size =
        sectorBytes == POIFSConstants.SMALLER_BIG_BLOCK_SIZE
            ? POIFSConstants.SMALLER_BIG_BLOCK_SIZE_DETAILS
            : POIFSConstants.LARGER_BIG_BLOCK_SIZE_DETAILS;
    return BATBlock.createBATBlock(size, read(sector));
  }

  private int claim(String owner, int sector, BitSet claimed) throws OleFormatException {
    if (sector < 0 || offsetOf(sector) >= fileBytes) {
      throw damaged(
          owner
              + " goes on in sector "
              + Numbers.sector(sector)
              + ", and the file ends with sector "
              + Numbers.grouped((fileBytes - 1) / sectorBytes - 1));
    }
    if (claimed.get(sector)) {
      throw damaged(
          owner + " goes on in sector " + Numbers.sector(sector) + ", which is in use already");
    }
    claimed.set(sector);
    return sector;
  }

  private void requireWhole(int fatSectors) throws OleFormatException {
    if (header.fatCount() == 0) {
      throw damaged("its header counts no FAT sector");
    }
    if (fatSectors < header.fatCount()) {
      throw damaged(
          "its header counts "
              + Numbers.grouped(header.fatCount())
              + " FAT sectors, and fewer are listed");
    }
  }

  private int entriesPerSector() {
    return sectorBytes / Integer.BYTES;
  }

  private static OleFormatException damaged(String text) {
    return new OleFormatException(OleProblem.Kind.DAMAGED, text);
  }
}
